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
