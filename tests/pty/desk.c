/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Steps the tests of this room share.  They look at the screen only for what
 * a person would look for too, and know no key.
 */
#include "desk.h"

#include <criterion/criterion.h>
#include <string.h>

#include "../store/folder.h"
#include "press.h"

#define FILE_NAME "day.yaml"
#define MOST_FIELDS 60 /* rows of a form */

const char desk_storyboard[] = "# A day, for tests.\n"
			       "senseboard: 1\n"
			       "title: A day here\n"
			       "status: sketch\n"
			       "\n"
			       "owners:\n"
			       "  - id: ada\n"
			       "    name: Ada    # in the morning\n"
			       "  - id: ben\n"
			       "    name: Ben\n"
			       "\n"
			       "stages:\n"
			       "  - id: morning\n"
			       "    name: Morning\n"
			       "    touchpoints:\n"
			       "      - id: light\n"
			       "        name: First light\n"
			       "        what: You wake up slowly\n"
			       "        who: ada\n"
			       "      - id: cup\n"
			       "        name: Second cup\n"
			       "        what: There is more\n"
			       "  - id: evening\n"
			       "    name: Evening\n"
			       "    touchpoints:\n"
			       "      - id: call\n"
			       "        name: Last call\n"
			       "        who: ben\n";

void desk_enter(void)
{
	folder_enter();
	put(FILE_NAME, desk_storyboard);
}

struct screen *desk_open(void)
{
	struct screen *s = screen_open(FILE_NAME);

	screen_expect(s, "First light");
	return s;
}

void desk_rename(struct screen *s, const char *name)
{
	press(s, "panes", "edit");
	press(s, "field", "cut-to-begin");
	press_text(s, name);
	press(s, "field", "commit");
	screen_expect(s, name);
}

/* Whether LABEL is a word in the row the cursor is on. */
static bool is_at_field(struct screen *s, const char *label)
{
	g_autofree char *row = NULL, *word = g_strdup_printf(" %s ", label);
	int y, x;

	screen_cursor(s, &y, &x);
	row = screen_row(s, y);
	return strstr(row, word) != NULL;
}

void desk_go_to_field(struct screen *s, const char *label)
{
	press(s, "panes", "next-pane");
	press(s, "inspector", "first");
	for (int i = 0; i < MOST_FIELDS; i++) {
		if (is_at_field(s, label))
			return;
		press(s, "inspector", "down");
	}
	screen_fail(s, "there is no field '%s'", label);
}

void desk_save(struct screen *s)
{
	press(s, "everywhere", "save");
	screen_expect(s, "saved");
}

void desk_quit(struct screen *s)
{
	press_last(s, "everywhere", "quit");
	screen_expect_exit(s, 0);
	screen_free(s);
}

char *replaced(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	g_autofree char *before = NULL;

	cr_assert(at && !strstr(at + 1, from), "'%s' is not there once", from);
	before = g_strndup(text, (gsize)(at - text));
	return g_strconcat(before, to, at + strlen(from), NULL);
}
