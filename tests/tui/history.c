/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The history as a view: all that was done, undone or not, and going to any
 * point of it.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "app-drive.h"
#include "board/board.h"
#include "frames.h"

/* A name set, an owner added, and a touchpoint deleted, which is undone. */
#define DO_SOME                                                 \
	"do:edit\nC-u\ntext:One night at sea\nEnter\n1\nDown\n" \
	"do:add-after\ntext:The pier\nEnter\nEsc\n"             \
	"do:delete\nu\n"

static struct app *history(void)
{
	struct app *app = drive_new(drive_story);

	app_go(app,
	       (struct spot){ .place = stage_touchpoint(
				      journey_stage(app_journey(app), 0), 0),
			      .field = -1 });
	drive_press(app, "Enter C-u");
	drive_type(app, "Rooms");
	drive_press(app, "Enter i 1 d :");
	drive_type(app, "history");
	drive_press(app, "Enter");
	return app;
}

static unsigned depth(struct app *app)
{
	return history_depth(app->desk->board->tree);
}

/* Whether the cursor is on a row that has TEXT at its end. */
static bool at_row(struct app *app, const char *text)
{
	g_autofree char *screen = NULL;
	const char *row;

	app_draw(app);
	screen = canvas_dump(app->canvas);
	row = strstr(screen, "▸");
	return row && g_strstr_len(row, strcspn(row, "\n"), text);
}

Test(history, lists_all_changes_and_what_they_did)
{
	struct app *app = history();

	cr_expect(at_row(app, "delete touchpoint Rooms"));
	cr_expect(at_row(app, "here"));
	cr_expect(drive_sees(app, "as it was opened"));
	cr_expect(drive_sees(app, "-        name: Rooms\n"));
	drive_press(app, "g");
	cr_expect(at_row(app, "saved"));
	drive_press(app, "Down");
	cr_expect(drive_sees(app, "-        name: Room chooser\n"));
	cr_expect(drive_sees(app, "+        name: Rooms\n"));
	app_free(app);
}

Test(history, goes_to_any_point_and_back)
{
	struct app *app = history();
	g_autofree char *now = drive_text(app), *then = NULL;

	drive_press(app, "g Enter");
	cr_expect_eq(depth(app), 0u);
	then = drive_text(app);
	cr_expect_str_eq(then, drive_story);
	cr_expect(drive_sees(app, "undid 3 changes"));
	cr_expect(at_row(app, "saved, here"));
	drive_press(app, "G");
	cr_expect(at_row(app, "undone"));
	drive_press(app, "Enter");
	g_free(then);
	then = drive_text(app);
	cr_expect_str_eq(then, now);
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "this is how the storyboard stands"));
	app_free(app);
}

Test(history, follows_undo_and_redo)
{
	struct app *app = history();

	drive_press(app, "u u");
	cr_expect(at_row(app, "rename Room chooser"));
	drive_press(app, "U");
	cr_expect(at_row(app, "here"));
	cr_expect_eq(depth(app), 2u);
	drive_press(app, "Esc");
	cr_expect_str_eq(app_base(app)->kind->name, "map");
	app_free(app);
}

Test(history, is_chosen_and_gone_to_by_clicks)
{
	struct app *app = history();

	drive_click(app, 2, 10, 1);
	cr_expect(at_row(app, "as it was opened"));
	cr_expect_eq(depth(app), 3u);
	drive_click(app, 3, 10, 2);
	cr_expect_eq(depth(app), 1u);
	app_free(app);
}

Test(history, is_empty_at_first)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, ":");
	drive_type(app, "history");
	drive_press(app, "Enter");
	cr_expect(at_row(app, "saved, here"));
	drive_press(app, "Down Enter");
	cr_expect_eq(depth(app), 0u);
	app_free(app);
}

Test(history, frames)
{
	frames_compare("history", DO_SOME "do:history\n");
}
