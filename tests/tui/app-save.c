/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving from the interface, on a real folder: what is asked, what is
 * written, and that nothing is written over unasked.
 */
#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app-drive.h"
#include "board/board.h"

/* A folder of the test's own with a storyboard in it. */
struct folder {
	char *folder, *file;
};

static void put(const char *path, const char *text)
{
	cr_assert(g_file_set_contents(path, text, -1, NULL));
}

static struct folder folder_new(void)
{
	struct folder d = {
		.folder = g_dir_make_tmp("senseboard-XXXXXX", NULL),
	};

	cr_assert_eq(g_chdir(d.folder), 0);
	d.file = g_build_filename(d.folder, "harbour.yaml", NULL);
	put(d.file, drive_story);
	return d;
}

static void folder_free(struct folder d)
{
	g_autoptr(GDir) dir = g_dir_open(d.folder, 0, NULL);
	const char *name;

	while ((name = g_dir_read_name(dir)))
		g_unlink(name);
	cr_assert_eq(g_chdir("/"), 0);
	g_rmdir(d.folder);
	g_free(d.folder);
	g_free(d.file);
}

static void expect_file(const char *path, const char *text)
{
	g_autofree char *found = NULL;

	cr_assert(g_file_get_contents(path, &found, NULL, NULL), "%s", path);
	cr_expect_str_eq(found, text);
}

static void edit(struct app *app)
{
	drive_press(app, "Down Enter");
	drive_type(app, "!");
	drive_press(app, "Enter");
	cr_assert(board_unsaved(app->desk->board));
}

Test(save, says_what_it_saved)
{
	struct folder d = folder_new();
	struct app *app = drive_open(d.file);
	g_autofree char *text = NULL;

	edit(app);
	drive_press(app, "C-s");
	cr_expect(drive_sees(app, "✓ saved harbour.yaml"));
	cr_expect(!board_unsaved(app->desk->board));
	text = drive_text(app);
	expect_file(d.file, text);
	app_free(app);
	folder_free(d);
}

Test(save, asks_an_untitled_storyboard_for_a_name)
{
	struct folder d = folder_new();
	struct app *app = drive_new(drive_story);

	drive_press(app, "C-s C-u");
	drive_type(app, "  ");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "a file needs a name"));
	drive_press(app, "C-u");
	drive_type(app, "other.yaml");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "saved other.yaml"));
	expect_file("other.yaml", drive_story);
	app_free(app);
	folder_free(d);
}

Test(save, makes_a_deleted_file_again_only_when_asked)
{
	struct folder d = folder_new();
	struct app *app = drive_open(d.file);

	cr_assert_eq(g_unlink(d.file), 0);
	drive_press(app, "C-s");
	cr_expect(drive_sees(app, "'harbour.yaml' was deleted on disk"));
	drive_press(app, "Esc");
	cr_expect_not(g_file_test(d.file, G_FILE_TEST_EXISTS));
	drive_press(app, "C-s y");
	expect_file(d.file, drive_story);
	app_free(app);
	folder_free(d);
}

Test(save, asks_before_it_replaces_another_file)
{
	struct folder d = folder_new();
	struct app *app = drive_new(drive_story);

	put("other.yaml", "mine\n");
	drive_press(app, "C-s C-u");
	drive_type(app, "other.yaml");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "already"));
	drive_press(app, "Enter");
	expect_file("other.yaml", "mine\n");
	drive_press(app, "n");
	cr_expect(drive_sees(app, "Save as"), "n asks for another name");
	drive_press(app, "Enter y");
	expect_file("other.yaml", drive_story);
	app_free(app);
	folder_free(d);
}

Test(save, stays_at_the_name_when_it_cannot_be_saved_there)
{
	struct folder d = folder_new();
	struct app *app = drive_new(drive_story);

	drive_press(app, "C-s C-u");
	drive_type(app, "nowhere/else/x.yaml");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "✗ cannot "));
	cr_expect(drive_sees(app, "nowhere/else/x.yaml"));
	drive_press(app, "Esc");
	cr_expect(!drive_sees(app, "Save as"));
	app_free(app);
	folder_free(d);
}

Test(save, never_writes_over_what_others_wrote_unasked)
{
	struct folder d = folder_new();
	struct app *app = drive_open(d.file);
	g_autofree char *text = NULL;

	edit(app);
	put(d.file, "theirs\n");
	drive_press(app, "C-s");
	cr_expect(drive_sees(app, "changed on disk"));
	expect_file(d.file, "theirs\n");
	drive_press(app, "Esc C-s a C-u");
	drive_type(app, "mine.yaml");
	drive_press(app, "Enter");
	text = drive_text(app);
	expect_file("mine.yaml", text);
	expect_file(d.file, "theirs\n");
	app_free(app);
	folder_free(d);
}

Test(save, writes_over_what_others_wrote_when_told_to)
{
	struct folder d = folder_new();
	struct app *app = drive_open(d.file);
	g_autofree char *text = NULL;

	edit(app);
	put(d.file, "theirs\n");
	drive_press(app, "C-s k");
	text = drive_text(app);
	expect_file(d.file, text);
	app_free(app);
	folder_free(d);
}

Test(save, saves_and_quits)
{
	struct folder d = folder_new();
	struct app *app = drive_open(d.file);
	g_autofree char *text = NULL;

	edit(app);
	drive_press(app, "q s");
	cr_expect(app->quit);
	text = drive_text(app);
	expect_file(d.file, text);
	app_free(app);
	folder_free(d);
}

Test(save, does_not_quit_when_it_could_not_save)
{
	struct folder d = folder_new();
	struct app *app = drive_open(d.file);

	edit(app);
	put(d.file, "theirs\n");
	drive_press(app, "q s");
	cr_expect(!app->quit);
	drive_press(app, "Esc");
	cr_expect(!app->quit);
	expect_file(d.file, "theirs\n");
	app_free(app);
	folder_free(d);
}

Test(save, keeps_the_open_field_first)
{
	struct folder d = folder_new();
	struct app *app = drive_open(d.file);
	g_autofree char *text = NULL;

	drive_press(app, "Down Enter");
	drive_type(app, " of light");
	drive_press(app, "C-s");
	cr_expect(drive_sees(app, "saved harbour.yaml"));
	g_file_get_contents(d.file, &text, NULL, NULL);
	cr_expect(strstr(text, " of light"));
	app_free(app);
	folder_free(d);
}
