/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What comes from hands: the mouse, pastes, Esc, keys in heaps, and letters
 * that look like keys to careless programs.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <string.h>

#include "../store/folder.h"
#include "desk.h"
#include "press.h"

TestSuite(input, .init = desk_enter, .fini = folder_leave);

static void expect_cursor_on(struct screen *s, const char *text)
{
	g_autofree char *row = NULL;
	int y, x;

	screen_cursor(s, &y, &x);
	row = screen_row(s, y);
	if (!strstr(row, text))
		screen_fail(s, "the cursor is on '%s', not on '%s'", row, text);
}

Test(input, a_click_selects)
{
	struct screen *s = desk_open();

	press_seen(s, "Second cup");
	expect_cursor_on(s, "Second cup");
	screen_expect(s, "There is more");
	press_seen(s, "Evening");
	expect_cursor_on(s, "Evening");
	screen_expect(s, "Last call");
	screen_expect_not(s, "Second cup");
	press_seen(s, "Ben");
	expect_cursor_on(s, "Ben");
	desk_quit(s);
}

Test(input, a_double_click_edits)
{
	struct screen *s = desk_open();

	press_seen(s, "Second cup");
	press_seen(s, "Second cup");
	press_text(s, "s");
	screen_expect(s, "Second cups");
	press(s, "field", "commit");
	desk_save(s);
	g_autofree char *want = replaced(desk_storyboard, "name: Second cup\n",
					 "name: Second cups\n");
	expect("day.yaml", want);
	desk_quit(s);
}

Test(input, a_click_on_a_hint_is_its_key)
{
	struct screen *s = desk_open();

	press_seen_last(s, "q quit");
	screen_expect_exit(s, 0);
	screen_free(s);
}

Test(input, the_wheel_scrolls_the_fields)
{
	struct screen *s = desk_open();

	int y, x;
	cr_assert(screen_find(s, "You wake up slowly", &y, &x));
	press_wheel(s, y, x, true);
	screen_expect_not(s, "You wake up slowly");
	press_wheel(s, y, x, false);
	screen_expect(s, "You wake up slowly");
	expect_cursor_on(s, "First light");
	desk_quit(s);
}

/* ESC and other controls go, line ends are blanks where there is one line. */
Test(input, a_paste_into_a_field_is_text)
{
	g_autofree char *want = replaced(desk_storyboard, "name: First light\n",
					 "name: dq[31mu over\n");
	struct screen *s = desk_open();

	press(s, "panes", "edit");
	press(s, "field", "cut-to-begin");
	press_paste(s, "dq\033[31mu\nover");
	press(s, "field", "commit");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
}

/* Each of these is a command. */
Test(input, a_paste_outside_a_field_runs_no_commands)
{
	struct screen *s = desk_open();

	press_paste(s, "dddq\naNew\n\033dxs\033q\x11\x13");
	screen_expect(s, "done: paste 3 touchpoints");
	screen_expect(s, "dxsq");
	press_paste(s, "");
	press(s, "everywhere", "undo");
	screen_expect(s, "undid: paste 3 touchpoints");
	press(s, "everywhere", "undo");
	screen_expect(s, "nothing to undo");
	expect("day.yaml", desk_storyboard);
	desk_quit(s);
}

/* Had it waited for more, `cursor` would be Alt and a letter. */
Test(input, esc_acts_by_itself)
{
	struct screen *s = desk_open();

	press(s, "panes", "edit");
	press_text(s, "x");
	screen_expect(s, "First lightx");
	press_key(s, "Esc");
	press_key(s, "b");
	screen_expect_not(s, "First lightx");
	press(s, "everywhere", "undo");
	screen_expect(s, "nothing to undo");
	desk_quit(s);
}

Test(input, a_sequence_may_come_in_pieces)
{
	struct screen *s = desk_open();

	screen_send(s, "\033", 1);
	screen_send(s, "O", 1);
	screen_input(s, "B", 1);
	expect_cursor_on(s, "Second cup");
	desk_quit(s);
}

Test(input, letters_are_letters)
{
	g_autofree char *want = replaced(desk_storyboard, "name: First light\n",
					 "name: ąč é 漢字 👍\n");
	struct screen *s = desk_open();

	desk_rename(s, "ąč é 漢字 👍");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
}

/* The evening with 60 touchpoints more; the cursor is on the first of all. */
static struct screen *open_late(void)
{
	g_autoptr(GString) text = g_string_new(desk_storyboard);

	for (int i = 1; i <= 60; i++)
		g_string_append_printf(text, "      - name: Late %d\n", i);
	put("day.yaml", text->str);
	struct screen *s = desk_open();
	press_seen(s, "Evening");
	press_seen(s, "Last call");
	return s;
}

Test(input, the_wheel_scrolls_a_list_and_takes_the_cursor_along)
{
	struct screen *s = open_late();
	int y, x;

	cr_assert(screen_find(s, "Last call", &y, &x));
	press_wheel(s, y, x, true);
	screen_expect_not(s, "1 Last call");
	expect_cursor_on(s, "Late 3");
	for (int i = 0; i < 30; i++)
		press_wheel(s, y, x, true);
	screen_expect(s, "Late 60");
	for (int i = 0; i < 30; i++)
		press_wheel(s, y, x, false);
	screen_expect(s, "1 Last call");
	desk_quit(s);
}

/* More at once than anybody types; one write, as a terminal would send it. */
Test(input, keys_in_heaps_all_count)
{
	g_autoptr(GString) keys = g_string_new(NULL);
	struct screen *s = open_late();

	for (int i = 0; i < 50; i++)
		g_string_append(keys, "\033OB");
	screen_send(s, keys->str, keys->len);
	screen_settle_at(s, "Late 50 ");
	expect_cursor_on(s, "Late 50 ");
	desk_quit(s);
}
