/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The menu bar: opened, walked, clicked; and that every command can be
 * reached by it, by the list of commands, and by a key or on purpose by none.
 */
#include "tui/menus.h"

#include <criterion/criterion.h>
#include <string.h>

#include "app-drive.h"
#include "board/board.h"
#include "frames.h"
#include "tui/actions.h"
#include "tui/amend.h"
#include "tui/commands.h"
#include "tui/list.h"
#include "tui/words.h"

/* --- as it is used ---------------------------------------------------------- */

static bool on(struct app *app, const char *row)
{
	g_autofree char *mark = g_strdup_printf("│▸ %s ", row);

	return drive_sees(app, mark);
}

Test(menus, open_by_key_and_by_esc_and_close_again)
{
	static const char *const keys[] = { "F9", "Esc" };
	struct app *app = drive_new(drive_story);

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		drive_press(app, keys[i]);
		cr_expect(drive_sees(app, "[File]"));
		drive_press(app, keys[i]);
		cr_expect(!drive_sees(app, "[File]"));
	}
	app_free(app);
}

Test(menus, are_walked_by_arrows_and_go_round)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "F9 Right");
	cr_expect(drive_sees(app, "[Edit]"));
	cr_expect(on(app, "undo"));
	drive_press(app, "Down Down Down");
	cr_expect(on(app, "edit"), "the rule is stepped over");
	drive_press(app, "Up");
	cr_expect(on(app, "history"));
	drive_press(app, "Left Left");
	cr_expect(drive_sees(app, "[Help]"));
	app_free(app);
}

Test(menus, go_by_letters_to_what_begins_so)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "F9 s");
	cr_expect(on(app, "storyboards"));
	drive_press(app, "s");
	cr_expect(on(app, "save"));
	drive_press(app, "x");
	cr_expect(on(app, "save"));
	drive_press(app, "q Enter");
	cr_expect(app->quit);
	app_free(app);
}

Test(menus, show_keys_and_what_a_command_does)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "F9 s s");
	cr_expect(drive_sees(app, " ^S │"));
	cr_expect(drive_sees(app, "Save; an untitled storyboard is asked"));
	app_free(app);
}

Test(menus, say_why_something_cannot_be_done)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "F9 Right Right Right w");
	cr_assert(on(app, "walk"));
	drive_press(app, "w");
	cr_assert(on(app, "widen"));
	cr_expect(drive_sees(app, "Not now: only in the view “Board”."));
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "▲ only in the view “Board”"));
	cr_expect(drive_sees(app, "[View]"));
	app_free(app);
}

Test(menus, do_what_is_clicked_and_close_by_a_click_beside)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "F9");
	drive_click(app, 0, 24, 1);
	cr_expect(drive_sees(app, "[View]"));
	drive_click(app, 3, 26, 1);
	cr_expect_str_eq(app_base(app)->kind->name, "board");
	cr_expect(!drive_sees(app, "[View]"));
	drive_press(app, "F9");
	drive_click(app, 15, 70, 1);
	cr_expect(!drive_sees(app, "[File]"));
	app_free(app);
}

Test(menus, frames)
{
	frames_compare("menus", "F9 Right Down\n");
}

/* --- that all is there ------------------------------------------------------ */

/* What moves a cursor, or opens the lists this is about. */
static bool is_beside(const char *name)
{
	static const char *const names[] = { "left", "right", "menu", NULL };

	return action_row(list_actions, name) || g_strv_contains(names, name);
}

static bool in_a_menu(const char *name)
{
	for (unsigned n = 0; menus_all[n].title; n++)
		if (g_strv_contains(menus_all[n].actions, name))
			return true;
	return false;
}

/* Call EXPECT for each action of the app, of things, and of views with a
 * tab. */
static void each_action(void (*expect)(const char *name, const void *data),
			const void *data)
{
	const struct action *row;

	for (row = app_actions; row->name; row++)
		expect(row->name, data);
	for (row = amend_actions; row->name; row++)
		expect(row->name, data);
	for (size_t i = 0; view_kinds[i]; i++)
		for (row = view_kinds[i]->label ? view_kinds[i]->actions : NULL;
		     row && row->name; row++)
			expect(row->name, data);
}

static void expect_menu(const char *name, const void *data G_GNUC_UNUSED)
{
	if (!is_beside(name))
		cr_expect(in_a_menu(name), "'%s' stands in no menu", name);
}

Test(menus, have_every_command)
{
	each_action(expect_menu, NULL);
}

static void expect_listed(const char *name, const void *commands)
{
	cr_expect(commands_find(commands, name),
		  "'%s' is not among the commands", name);
}

Test(menus, are_not_the_only_way)
{
	struct app *app = drive_new(drive_story);
	g_autoptr(GPtrArray) commands = commands_of(app, app_top(app));

	each_action(expect_listed, commands);
	app_free(app);
}

static void expect_known(const char *name, const void *names)
{
	if (*name)
		cr_expect(g_hash_table_contains((GHashTable *)names, name),
			  "there is no '%s'", name);
}

static void note(const char *name, const void *names)
{
	g_hash_table_add((GHashTable *)names, (char *)name);
}

Test(menus, have_nothing_that_there_is_not_and_nothing_twice)
{
	g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	each_action(note, known);
	for (unsigned n = 0; menus_all[n].title; n++)
		for (const char *const *name = menus_all[n].actions; *name;
		     name++) {
			expect_known(*name, known);
			cr_expect(!**name ||
					  g_hash_table_add(seen, (char *)*name),
				  "'%s' stands there twice", *name);
		}
}

/* Without a key on purpose: they are not done often. */
static const char *const keyless[] = {
	"save-as", "edit-anyway",      "history",	"open",	 "storyboards",
	"close",   "discard-and-quit", "move-to-stage", "theme", NULL
};

static void expect_key(const char *name, const void *data)
{
	size_t n;
	const struct binding *b = keymap_bindings(data, &n);

	for (size_t i = 0; i < n; i++)
		if (!strcmp(b[i].action, name))
			return;
	cr_expect(g_strv_contains(keyless, name), "'%s' has no key", name);
}

Test(menus, have_a_key_for_all_that_is_done_often)
{
	g_autoptr(GError) error = NULL;
	struct keymap *keys = keymap_new(data_keys_conf, &words_known, &error);

	cr_assert(keys);
	each_action(expect_key, keys);
	keymap_free(keys);
}
