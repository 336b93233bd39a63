/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of commands: found by some letters, those used last first; what
 * cannot be done says why; a name may have something behind it.
 */
#include "tui/palette.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app-drive.h"
#include "board/board.h"

static void command(struct app *app, const char *typed)
{
	drive_press(app, ":");
	drive_type(app, typed);
	drive_press(app, "Enter");
}

/* Whether the cursor is on the row that begins so. */
static bool chosen(struct app *app, const char *row)
{
	g_autofree char *mark = g_strdup_printf("▸ %s ", row);

	return drive_sees(app, mark);
}

Test(palette, runs_what_some_letters_find)
{
	struct app *app = drive_new(drive_story);

	command(app, "fdgs");
	cr_expect_str_eq(app_base(app)->kind->name, "findings");
	command(app, "map");
	cr_expect_str_eq(app_base(app)->kind->name, "map");
	command(app, "svas");
	cr_expect(drive_sees(app, "Save as"));
	app_free(app);
}

Test(palette, shows_name_key_and_help)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, ":");
	drive_type(app, "redo");
	cr_expect(chosen(app, "redo"));
	cr_expect(drive_sees(app, " U ^R "));
	cr_expect(drive_sees(app, " Do the change again that was undone last"));
	app_free(app);
}

Test(palette, offers_first_what_was_used_last)
{
	struct app *app = drive_new(drive_story);

	command(app, "outline");
	command(app, "next finding");
	drive_press(app, ":");
	cr_expect(chosen(app, "next finding"));
	drive_press(app, "Down");
	cr_expect(chosen(app, "outline"));
	app_free(app);
}

Test(palette, says_why_something_cannot_be_done_and_stays)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, ":");
	drive_type(app, "widen");
	cr_expect(drive_sees(app, "Not now: only in the view “Board”"));
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "▲ only in the view “Board”"));
	cr_expect(drive_sees(app, "▌Command"));
	app_free(app);
}

Test(palette, takes_a_file_behind_a_name)
{
	g_autofree char *folder = g_dir_make_tmp("senseboard-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "my bread.yaml", NULL);
	g_autofree char *line = g_strconcat("save-as ", path, NULL);
	struct app *app = drive_new(drive_story);

	drive_press(app, ":");
	drive_type(app, line);
	cr_expect(drive_sees(app, "▸ save-as /"));
	drive_press(app, "Enter");
	cr_expect(g_file_test(path, G_FILE_TEST_EXISTS));
	cr_expect_str_eq(app->desk->board->path, path);
	app_free(app);
	g_unlink(path);
	g_rmdir(folder);
}

Test(palette, opens_a_file_behind_its_name)
{
	struct app *app = drive_new(drive_story);

	command(app, "open /nowhere/x");
	cr_expect(drive_sees(app, "there is no '/nowhere/x'"));
	app_free(app);
}

Test(palette, types_the_name_by_tab)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, ":");
	drive_type(app, "svas");
	drive_press(app, "Tab");
	drive_type(app, "x");
	cr_expect(drive_sees(app, "▸ save as x"));
	app_free(app);
}

Test(palette, knows_other_names)
{
	static const struct alias aliases[] = {
		{ .name = "q", .action = "quit" },
		{ .name = "w", .action = "save" },
		{ .name = NULL },
	};
	struct app *app = drive_new(drive_story);

	app->aliases = aliases;
	drive_press(app, ":");
	drive_type(app, "w");
	cr_expect(chosen(app, "w"));
	drive_type(app, " /nowhere/x");
	cr_expect(drive_sees(app, "▸ w /nowhere/x"));
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "✗ "));
	command(app, "q");
	cr_expect(app->quit);
	app_free(app);
}
