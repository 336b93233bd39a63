/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What others do to the open file, from the interface: followed quietly where
 * nothing can get lost, said and asked about where something could.
 */
#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app-drive.h"
#include "board/board.h"
#include "tui/disk.h"

#define NAME "harbour.yaml"

static char *folder;

static void enter(void)
{
	folder = g_dir_make_tmp("senseboard-XXXXXX", NULL);
	cr_assert(folder && !g_chdir(folder));
	cr_assert(g_file_set_contents(NAME, drive_story, -1, NULL));
}

static void leave(void)
{
	g_unlink(NAME);
	g_unlink("mine.yaml");
	cr_assert_eq(g_chdir("/"), 0);
	cr_expect_eq(g_rmdir(folder), 0, "something is left behind");
	g_free(folder);
}

TestSuite(disk, .init = enter, .fini = leave);

/* drive_story with its one FROM replaced by TO, as others wrote it. */
static void others_write(const char *from, const char *to)
{
	g_auto(GStrv) parts = g_strsplit(drive_story, from, 2);
	g_autofree char *text = NULL;

	cr_assert(parts[1], "no '%s'", from);
	text = g_strjoinv(to, parts);
	cr_assert(g_file_set_contents(NAME, text, -1, NULL));
}

static void focus(struct app *app)
{
	app_event(app, &(struct term_event){ .kind = EVENT_FOCUS });
}

static void edit(struct app *app)
{
	drive_press(app, "Down Enter C-u");
	drive_type(app, "Ours");
	drive_press(app, "Enter");
	cr_assert(board_unsaved(app->desk->board));
}

static void expect_file_has(const char *text)
{
	g_autofree char *found = NULL;

	cr_assert(g_file_get_contents(NAME, &found, NULL, NULL));
	cr_expect(strstr(found, text), "%s", found);
}

Test(disk, what_nobody_edited_follows_with_the_cursor_kept)
{
	struct app *app = drive_open(NAME);
	struct spot before, after;

	drive_press(app, "Down");
	before = app_spot(app);
	others_write("title: ", "title: The new ");
	focus(app);
	after = app_spot(app);
	cr_expect(drive_sees(app, "has been read again"));
	cr_expect(drive_sees(app, "The new "));
	cr_expect_eq(after.place, before.place);
	cr_expect_not(board_unsaved(app->desk->board));
	drive_press(app, "u");
	cr_expect_not(drive_sees(app, "The new "));
	app_free(app);
}

Test(disk, is_looked_at_before_the_first_edit)
{
	struct app *app = drive_open(NAME);

	others_write("title: ", "title: The new ");
	edit(app);
	cr_expect(drive_sees(app, "The new "));
	drive_press(app, "C-s");
	cr_expect(drive_sees(app, "saved"));
	expect_file_has("title: The new ");
	expect_file_has("Ours");
	app_free(app);
}

/* Edited here, and by others where FROM was. */
static struct app *both(const char *from, const char *to)
{
	struct app *app = drive_open(NAME);

	edit(app);
	others_write(from, to);
	focus(app);
	cr_assert(drive_sees(app, "changed on disk"));
	cr_assert(drive_sees(app, "D to merge"));
	return app;
}

Test(disk, does_not_take_the_keys_from_who_is_pressing_them)
{
	struct app *app = both("title: ", "title: The new ");

	drive_press(app, "k k");
	cr_expect(drive_sees(app, "changed on disk"), "in the title bar");
	cr_expect(drive_sees(app, "Ours"));
	focus(app);
	cr_expect_not(drive_sees(app, "D to merge"), "it was said");
	drive_press(app, "D Esc");
	cr_expect(board_unsaved(app->desk->board));
	app_free(app);
}

Test(disk, is_marked_with_its_key_and_a_click_asks)
{
	struct app *app = both("title: ", "title: The new ");
	g_autofree char *title = NULL;
	const char *mark;

	drive_press(app, "k");
	title = drive_row(app, 0);
	mark = strstr(title, "changed on disk (D)");
	cr_assert(mark, "%s", title);
	drive_click(app, 0, (int)g_utf8_pointer_to_offset(title, mark), 1);
	cr_expect(drive_sees(app, "keep mine"));
	drive_press(app, "Esc");
	canvas_resize(app->canvas, 12, 40);
	cr_expect(drive_sees(app, "changed on disk"));
	cr_expect_not(drive_sees(app, "(D)"));
	app_free(app);
}

Test(disk, is_merged_and_the_merge_undone)
{
	struct app *app = both("title: ", "title: The new ");

	drive_press(app, "D m");
	cr_expect(drive_sees(app, "merged; not saved yet"));
	cr_expect(drive_sees(app, "The new "));
	cr_expect(drive_sees(app, "Ours"));
	drive_press(app, "u");
	cr_expect_not(drive_sees(app, "The new "));
	drive_press(app, "U C-s");
	cr_expect(drive_sees(app, "saved"));
	expect_file_has("title: The new ");
	expect_file_has("Ours");
	app_free(app);
}

Test(disk, says_why_it_cannot_be_merged_and_asks_again)
{
	struct app *app = drive_open(NAME);
	g_autofree char *name = NULL;

	drive_press(app, "Down");
	name = place_text(app->desk->board->journey, app_spot(app).place,
			  T_NAME);
	app_free(app);
	app = both(name, "Theirs");
	drive_press(app, "D m");
	cr_expect(drive_sees(app, "cannot merge: both have changed"));
	drive_press(app, "c");
	cr_expect(drive_sees(app, "+++ yours"));
	cr_expect(drive_sees(app, "Theirs"));
	drive_press(app, "Down PgDn Esc r");
	cr_expect(drive_sees(app, "Theirs"));
	drive_press(app, "u");
	cr_expect(drive_sees(app, "Ours"));
	app_free(app);
}

Test(disk, keeps_ours_when_told_to)
{
	struct app *app = both("title: ", "title: The new ");

	drive_press(app, "D k");
	cr_expect_not(drive_sees(app, "changed on disk"));
	expect_file_has("title: The new ");
	drive_press(app, "C-s");
	cr_expect(drive_sees(app, "saved"));
	expect_file_has("Ours");
	app_free(app);
}

Test(disk, waits_while_a_text_is_typed)
{
	struct app *app = drive_open(NAME);

	drive_press(app, "Enter");
	others_write("title: ", "title: The new ");
	focus(app);
	cr_expect_not(drive_sees(app, "has been read again"));
	drive_press(app, "Esc");
	cr_expect(drive_sees(app, "has been read again"));
	app_free(app);
}

Test(disk, says_what_is_broken_there_and_keeps_what_is_here)
{
	struct app *app = drive_open(NAME);

	cr_assert(g_file_set_contents(NAME, "senseboard: [\n", -1, NULL));
	focus(app);
	cr_expect(drive_sees(app,
			     "was changed on disk, and cannot be read: line "));
	cr_expect(drive_sees(app, "changed on disk"));
	others_write("title: ", "title: The new ");
	focus(app);
	cr_expect(drive_sees(app, "The new "));
	app_free(app);
}

/* Nobody wakes up unless something was heard, or nobody tells. */
Test(disk, waits_only_as_long_as_it_has_to)
{
	struct app *app = drive_open(NAME);

	if (disk_fd(app) >= 0) {
		cr_expect_eq(disk_patience(app), -1);
		cr_expect_not(disk_wake(app));
		others_write("title: ", "title: The new ");
		disk_hear(app);
		cr_expect(disk_patience(app) >= 0 && disk_patience(app) <= 200);
	}
	app_free(app);
	app = drive_open("no-folder/new.yaml");
	cr_expect_lt(disk_fd(app), 0, "there is nothing to watch");
	cr_expect(disk_patience(app) > 0 && disk_patience(app) <= 2000);
	cr_expect_not(disk_wake(app), "it is not time yet");
	app_free(app);
}

Test(disk, opens_what_was_broken_as_soon_as_it_is_mended)
{
	struct app *app;

	cr_assert(g_file_set_contents(NAME, "senseboard: [\n", -1, NULL));
	app = drive_open(NAME);
	others_write("title: ", "title: The new ");
	focus(app);
	cr_expect(drive_sees(app, "was mended on disk"));
	cr_expect(drive_sees(app, "The new "));
	app_free(app);
}

Test(disk, says_that_the_file_is_gone_and_that_it_is_back)
{
	struct app *app = drive_open(NAME);

	cr_assert(!g_rename(NAME, "mine.yaml"));
	focus(app);
	cr_expect(drive_sees(app, "was deleted on disk"));
	drive_press(app, "q");
	cr_expect_not(app->quit, "it is nowhere else");
	drive_press(app, "Esc");
	cr_assert(!g_rename("mine.yaml", NAME));
	focus(app);
	cr_expect(drive_sees(app, "is on the disk again"));
	drive_press(app, "q");
	cr_expect(app->quit);
	app_free(app);
}
