/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening storyboards from within: those that were open last, from the first
 * page.
 */
#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <string.h>

#include "../store/folder.h"
#include "app-drive.h"
#include "board/board.h"
#include "frames.h"
#include "store/recent.h"

static void enter(void)
{
	g_autofree char *state = NULL;

	frames_utf8();
	folder_enter();
	state = folder_beside("state");
	g_setenv("XDG_STATE_HOME", state, TRUE);
	put("harbour.yaml", drive_story);
}

TestSuite(open, .init = enter, .fini = folder_leave);

/* The interface as it is in a terminal: it keeps things. */
static struct app *start(const char *path)
{
	const struct app_options options = {
		.glyphs = GLYPHS_EMOJI,
		.data = "/nowhere",
		.protect = true,
	};
	struct board *b = path ? board_open(path, NULL) : NULL;
	struct app *app = app_new(b, &options, NULL);

	cr_assert_not_null(app);
	return app;
}

static void quit(struct app *app)
{
	drive_press(app, "q");
	cr_expect(app->quit);
	app_free(app);
}

Test(open, offers_on_the_first_page_what_was_open_last)
{
	struct app *app;

	quit(start("harbour.yaml"));
	app = start(NULL);
	cr_expect(drive_sees(app, "Opened last"));
	cr_expect(drive_sees(app, "▸ A night at Harbour House"));
	drive_press(app, "Enter");
	cr_expect_str_eq(app->desk->board->name, "harbour.yaml");
	app_free(app);
}

Test(open, remembers_the_name_it_was_saved_under)
{
	struct app *app = start("harbour.yaml");
	g_autoptr(GPtrArray) found = NULL;

	app_do(app, "save-as");
	drive_press(app, "C-u");
	drive_type(app, "other.yaml");
	drive_press(app, "Enter");
	found = recent_read();
	cr_assert_eq(found->len, 2);
	cr_expect(g_str_has_suffix(((struct recent *)found->pdata[0])->path,
				   "/other.yaml"));
	app_free(app);
}

Test(open, does_not_offer_what_is_gone)
{
	struct app *app;

	quit(start("harbour.yaml"));
	cr_assert_eq(g_unlink("harbour.yaml"), 0);
	app = start(NULL);
	cr_expect_not(drive_sees(app, "Opened last"));
	cr_expect(drive_sees(app, "▸ New storyboard"));
	app_free(app);
}

Test(open, remembers_no_copies_and_nothing_that_is_no_storyboard)
{
	g_autoptr(GPtrArray) found = NULL;
	struct app *app = start(NULL);

	app_open(app, board_open_copy("harbour.yaml", NULL));
	put("broken.yaml", "stages: [");
	app_open(app, board_open("broken.yaml", NULL));
	found = recent_read();
	cr_expect_eq(found->len, 0);
	app_free(app);
}

/* --- several beside each other ------------------------------------------- */

/* Two of them; the second is seen. */
static struct app *start_two(void)
{
	struct app *app = start("harbour.yaml");
	g_autofree char *day = g_strdup(drive_story);

	memcpy(strstr(day, "A night"), "One day", strlen("One day"));
	put("day.yaml", day);
	app_do(app, "open");
	drive_type(app, "day.yaml");
	drive_press(app, "Enter");
	cr_assert_eq(app->desks->len, 2);
	return app;
}

static void edit(struct app *app, const char *name)
{
	drive_press(app, "Right Down Enter C-u");
	drive_type(app, name);
	drive_press(app, "Enter");
	cr_assert(board_unsaved(app->desk->board));
}

Test(open, shows_another_beside_the_one_there_is)
{
	struct app *app = start_two();

	cr_expect(drive_sees(app, "One day at Harbour House (2/2)"));
	drive_press(app, "F5");
	cr_expect(drive_sees(app, "A night at Harbour House (1/2)"));
	drive_press(app, "C-^");
	cr_expect(drive_sees(app, "One day at Harbour House (2/2)"));
	drive_click(app, 0, (int)strlen(" One day at Harbour House (2"), 1);
	cr_expect(drive_sees(app, "A night at Harbour House (1/2)"));
	quit(app);
}

Test(open, keeps_views_search_and_undo_of_each)
{
	struct app *app = start_two();

	drive_press(app, "2 /");
	drive_type(app, "towel");
	drive_press(app, "Enter");
	edit(app, "Ours");
	drive_press(app, "F5");
	cr_expect_eq(app_base(app)->kind, &view_map_kind);
	cr_expect_null(app->desk->search);
	drive_press(app, "u");
	cr_expect(drive_sees(app, "nothing to undo"));
	drive_press(app, "F5");
	cr_expect_eq(app_base(app)->kind, &view_board_kind);
	drive_press(app, "u");
	cr_expect(drive_sees(app, "undid: "));
	quit(app);
}

Test(open, shows_what_is_open_already)
{
	struct app *app = start_two();

	app_do(app, "open");
	drive_type(app, "./harbour.yaml");
	drive_press(app, "Enter");
	cr_expect_eq(app->desks->len, 2);
	cr_expect(drive_sees(app, "(1/2)"));
	quit(app);
}

Test(open, says_what_cannot_be_opened_and_asks_on)
{
	struct app *app = start("harbour.yaml");

	cr_assert_eq(g_mkdir("folder", 0700), 0);
	app_do(app, "open");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "a file needs a name"));
	drive_type(app, "folder");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "cannot read 'folder'"));
	drive_press(app, "C-u");
	drive_type(app, "harb");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "there is no 'harb'"));
	cr_expect_eq(app->desks->len, 1);
	drive_press(app, "Tab Enter");
	cr_expect_eq(app->desks->len, 1, "it is open already");
	quit(app);
}

Test(open, begins_a_new_one_under_a_new_name)
{
	struct app *app = start("harbour.yaml");

	app_do(app, "open");
	drive_type(app, "my-day.yaml");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "My day"));
	app_free(app);
}

Test(open, takes_the_place_of_the_first_page)
{
	struct app *app = start(NULL);

	app_do(app, "open");
	drive_type(app, "harbour.yaml");
	drive_press(app, "Enter");
	cr_expect_eq(app->desks->len, 1);
	cr_expect_not(drive_sees(app, "House (1/"));
	quit(app);
}

Test(open, quitting_asks_about_each)
{
	struct app *app = start_two();
	g_autofree char *text = NULL;

	edit(app, "Second");
	drive_press(app, "F5");
	edit(app, "First");
	drive_press(app, "F5 q");
	cr_expect(drive_sees(app, "'day.yaml' has changes not saved yet"));
	drive_press(app, "s");
	cr_expect(drive_sees(app, "'harbour.yaml' has changes not saved yet"));
	cr_expect_not(app->quit);
	drive_press(app, "s");
	cr_expect(app->quit);
	app_free(app);
	cr_assert(g_file_get_contents("day.yaml", &text, NULL, NULL));
	cr_expect(strstr(text, "Second"));
}

Test(open, what_is_discarded_on_the_way_out_is_closed)
{
	struct app *app = start_two();

	edit(app, "Second");
	drive_press(app, "F5");
	edit(app, "First");
	drive_press(app, "q d");
	cr_expect_eq(app->desks->len, 1);
	cr_expect(drive_sees(app, "there are changes not saved yet"));
	drive_press(app, "Esc");
	cr_expect(drive_sees(app, "Second"));
	cr_expect_not(app->quit);
	drive_press(app, "q d");
	cr_expect(app->quit);
	app_free(app);
	expect("harbour.yaml", drive_story);
}

Test(open, closing_asks_about_what_is_unsaved)
{
	struct app *app = start_two();

	edit(app, "Second");
	app_do(app, "close");
	cr_expect(drive_sees(app, "'day.yaml' has changes not saved yet"));
	drive_press(app, "d");
	cr_expect(drive_sees(app, "A night at Harbour House"));
	cr_expect_not(drive_sees(app, "House (1/"));
	drive_press(app, "F5");
	cr_expect(drive_sees(app, "no other storyboard is open"));
	app_do(app, "close");
	cr_expect(drive_sees(app, "New storyboard"));
	quit(app);
}

Test(open, an_untitled_one_is_named_on_the_way_out)
{
	struct app *app = start("harbour.yaml");

	app_open(app, board_open_copy("harbour.yaml", NULL));
	edit(app, "Named");
	app_do(app, "open");
	drive_type(app, "harbour.yaml");
	drive_press(app, "Enter");
	edit(app, "Opened");
	drive_press(app, "F5 q s C-u");
	drive_type(app, "named.yaml");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "'harbour.yaml' has changes not saved yet"));
	drive_press(app, "Esc F5");
	cr_expect(drive_sees(app, "Named"));
	cr_expect_not(drive_sees(app, "Save as"));
	drive_press(app, "q d");
	app_free(app);
}

Test(open, lists_what_is_open_and_what_was)
{
	struct app *app;

	quit(start_two());
	app = start("day.yaml");
	app_do(app, "storyboards");
	cr_expect(drive_sees(app, "open: "));
	drive_type(app, "night");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "A night at Harbour House (2/2)"));
	app_do(app, "storyboards");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "One day at Harbour House (1/2)"));
	quit(app);
}

Test(open, sees_what_others_did_meanwhile)
{
	struct app *app = start_two();
	g_autofree char *theirs = g_strdup(drive_story);

	memcpy(strstr(theirs, "Lantern"), "Torches", strlen("Torches"));
	put("harbour.yaml", theirs);
	drive_press(app, "F5");
	cr_expect(drive_sees(app, "'harbour.yaml' was changed on disk, and has "
				  "been read again"));
	quit(app);
}

Test(open, the_title_says_which_at_any_width)
{
	struct app *app = start_two();

	edit(app, "Changed");
	for (int cols = 40; cols <= 200; cols += 20) {
		g_autofree char *row = NULL;

		canvas_resize(app->canvas, 24, cols);
		row = drive_row(app, 0);
		cr_expect(g_str_has_prefix(row, " One day at Ha"), "%s", row);
		cr_expect(strstr(row, " + (2/2)  "), "%s", row);
	}
	drive_press(app, "q d");
	app_free(app);
}

Test(open, several_at_once)
{
	const char *const beside[] = { "day.yaml", "folder", NULL };
	const struct app_options options = { .glyphs = GLYPHS_EMOJI,
					     .data = "/nowhere",
					     .beside = beside };
	struct app *app;

	put("day.yaml", drive_story);
	cr_assert_eq(g_mkdir("folder", 0700), 0);
	app = app_new(board_open("harbour.yaml", NULL), &options, NULL);
	cr_expect(drive_sees(app, "(1/2)"));
	cr_expect(drive_sees(app, "cannot read 'folder'"));
	drive_press(app, "F5");
	cr_expect(drive_sees(app, "(2/2)"));
	quit(app);
}
