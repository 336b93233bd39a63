/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Profiles of keys in use: two keys that mean something together, and what
 * hands from elsewhere do.
 */
#include "tui/profiles.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "../store/folder.h"
#include "app-drive.h"
#include "board/board.h"
#include "tui/preferences.h"

static struct preferences *preferences;

/* The interface with a profile on a storyboard, which is a file. */
static struct app *open_with(const char *profile)
{
	const struct wishes wishes = { .profile = profile, .glyphs = -1 };
	g_autoptr(Config) config = config_new("none");
	struct app_options options = { .glyphs = GLYPHS_UNICODE };
	struct app *app;

	put("story.yaml", drive_story);
	preferences = preferences_new(config, &wishes, NULL);
	options.preferences = preferences;
	app = app_new(board_open("story.yaml", NULL), &options, NULL);
	cr_assert(app);
	return app;
}

static void leave(struct app *app)
{
	app_free(app);
	preferences_free(preferences);
}

static void begin(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	folder_enter();
}

TestSuite(profiles, .init = begin, .fini = folder_leave);

Test(profiles, two_letters_mean_something_together)
{
	struct app *app = open_with("vim");

	drive_press(app, "d");
	cr_expect(drive_sees(app, "d\u2026  dd cut"));
	drive_press(app, "d");
	cr_expect(drive_sees(app, "cut 'Room chooser'"));
	leave(app);
}

Test(profiles, the_first_letter_is_forgotten)
{
	struct app *app = open_with("vim");

	drive_press(app, "d Esc d Down d x");
	cr_expect(drive_sees(app, "dx does nothing here"));
	drive_press(app, "d");
	drive_click(app, 2, 25, 1);
	drive_press(app, "d");
	cr_expect(drive_sees(app, "dd cut"));
	cr_expect_not(board_unsaved(app->desk->board));
	leave(app);
}

Test(profiles, a_letter_that_begins_a_pair_is_typed_in_a_text)
{
	struct app *app = open_with("vim");

	drive_press(app, "e C-u");
	drive_type(app, "dd gg ZZ");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "dd gg ZZ"));
	cr_expect_not(app->quit);
	leave(app);
}

Test(profiles, hints_and_help_show_their_keys)
{
	struct app *app = open_with("vim");

	drive_press(app, "?");
	drive_type(app, "cut");
	cr_expect(drive_sees(app, "dd x"));
	leave(app);
	app = open_with("easy");
	cr_expect(drive_sees(app, "^Z undo"));
	leave(app);
}

Test(profiles, vim_saves_and_quits)
{
	struct app *app = open_with("vim");

	drive_press(app, "dd Z");
	cr_expect(drive_sees(app, "ZQ discard and quit"));
	drive_press(app, "Z");
	cr_expect(app->quit);
	cr_expect_not(board_unsaved(app->desk->board));
	leave(app);
}

Test(profiles, vim_quits_without_saving)
{
	struct app *app = open_with("vim");

	drive_press(app, "dd Z Q");
	cr_expect(app->quit);
	cr_expect(app->desk->board->given_up);
	leave(app);
	expect("story.yaml", drive_story);
}

static void command(struct app *app, const char *line)
{
	drive_press(app, ":");
	drive_type(app, line);
	drive_press(app, "Enter");
}

Test(profiles, vim_knows_the_words_behind_its_colon)
{
	struct app *app = open_with("vim");

	drive_press(app, "dd");
	command(app, "w");
	cr_expect(drive_sees(app, "saved story.yaml"));
	put("other.yaml", drive_story);
	command(app, "e other.yaml");
	cr_expect_str_eq(app->desk->board->name, "other.yaml");
	command(app, "q");
	cr_expect(app->quit);
	leave(app);
}

Test(profiles, vim_saves_and_quits_by_words)
{
	static const char *const words[] = { "wq", "x" };

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		struct app *app = open_with("vim");

		drive_press(app, "dd");
		command(app, words[i]);
		cr_expect(app->quit, "%s", words[i]);
		cr_expect_not(board_unsaved(app->desk->board));
		leave(app);
	}
}

Test(profiles, vim_gives_up_by_a_word)
{
	struct app *app = open_with("vim");

	drive_press(app, "dd");
	command(app, "q!");
	cr_expect(app->quit);
	leave(app);
	expect("story.yaml", drive_story);
}

Test(profiles, easy_undoes_and_redoes)
{
	struct app *app = open_with("easy");

	drive_press(app, "d C-z");
	cr_expect(drive_sees(app, "undid"));
	drive_press(app, "C-y");
	cr_expect(drive_sees(app, "redid"));
	drive_press(app, "C-f");
	drive_type(app, "web");
	drive_press(app, "Esc C-z C-q");
	cr_expect(app->quit);
	leave(app);
}

Test(profiles, easy_loses_nothing_that_is_being_typed)
{
	struct app *app = open_with("easy");

	drive_press(app, "e C-u");
	drive_type(app, "Typed");
	drive_press(app, "C-c C-x C-z Enter");
	cr_expect(drive_sees(app, "Typed"));
	leave(app);
}
