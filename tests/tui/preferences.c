/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What options, configuration and what was chosen before come to; and what is
 * remembered.
 */
#include "tui/preferences.h"

#include <criterion/criterion.h>

#include "../store/folder.h"
#include "app-drive.h"
#include "tui/key.h"

static void begin(void)
{
	g_autofree char *here = NULL;

	folder_enter();
	here = g_get_current_dir();
	g_setenv("XDG_STATE_HOME", here, TRUE);
}

TestSuite(preferences, .init = begin, .fini = folder_leave);

/* What a configuration comes to, and how many mistakes it has. */
static struct preferences *preferred(const char *text,
				     const struct wishes *wishes,
				     unsigned wrong, const char *problem)
{
	g_autoptr(Config) config = NULL;
	g_autoptr(GError) error = NULL;
	struct preferences *p;

	put("config.yaml", text);
	config = config_read("config.yaml");
	p = preferences_new(config, wishes, &error);
	cr_assert(p, "%s", error ? error->message : "");
	cr_expect_eq(config->problems->len, wrong);
	if (problem && config->problems->len)
		cr_expect_str_eq((const char *)config->problems->pdata[0],
				 problem);
	return p;
}

static const struct wishes none = { .glyphs = -1, .remember = true };

static void expect_lanes(const struct preferences *p, const char *names)
{
	g_autofree char *all =
		p->lanes ? g_strjoinv(" ", p->lanes) : g_strdup("the usual");

	cr_expect_str_eq(all, names);
}

Test(preferences, are_the_usual_where_nobody_says_anything)
{
	g_autoptr(Preferences) p = preferred("", &none, 0, NULL);

	cr_expect_str_eq(p->theme_name, "default");
	cr_expect_eq(p->glyphs, -1);
	cr_expect(p->mouse);
	expect_lanes(p, "the usual");
}

Test(preferences, follow_the_configuration)
{
	g_autoptr(Preferences) p =
		preferred("theme: mono\nglyphs: ascii\nmouse: no\n"
			  "lanes: [curve, name]\n",
			  &none, 0, NULL);

	cr_expect_str_eq(p->theme_name, "mono");
	cr_expect_eq(p->glyphs, GLYPHS_ASCII);
	cr_expect_not(p->mouse);
	expect_lanes(p, "curve name");
}

Test(preferences, follow_an_option_first)
{
	const struct wishes wishes = { .theme = "light",
				       .glyphs = GLYPHS_EMOJI,
				       .no_mouse = true };
	g_autoptr(Preferences) p =
		preferred("theme: mono\nglyphs: ascii\nmouse: yes\n", &wishes,
			  0, NULL);

	cr_expect_str_eq(p->theme_name, "light");
	cr_expect_eq(p->glyphs, GLYPHS_EMOJI);
	cr_expect_not(p->mouse);
}

Test(preferences, tell_a_theme_that_there_is_not)
{
	g_autoptr(Preferences) p = preferred(
		"\ntheme: ligth\n", &none, 1,
		"config.yaml:2:8: there is no theme 'ligth'; did you mean "
		"'light'?");

	cr_expect_str_eq(p->theme_name, "default");
}

Test(preferences, tell_glyphs_that_there_are_not)
{
	g_autoptr(Preferences) p = preferred(
		"glyphs: many\n", &none, 1,
		"config.yaml:1:9: 'glyphs' is ascii, unicode or emoji");

	cr_expect_eq(p->glyphs, -1);
}

Test(preferences, tell_a_lane_that_there_is_not_and_keep_the_others)
{
	g_autoptr(Preferences) p = preferred(
		"lanes: [name, smel, feel, name]\n", &none, 2,
		"config.yaml:1:15: there is no lane 'smel'; did you mean "
		"'smell'?");

	expect_lanes(p, "name feel");
}

Test(preferences, refuse_an_option_that_names_no_theme)
{
	g_autoptr(Config) config = config_new("none");
	const struct wishes wishes = { .theme = "none", .glyphs = -1 };
	g_autoptr(GError) error = NULL;

	cr_expect_null(preferences_new(config, &wishes, &error));
	cr_expect_str_eq(error->message,
			 "there is no theme 'none'; choose: default, light, "
			 "high-contrast, mono");
}

Test(preferences, lay_the_users_keys_over_a_profile)
{
	static const char *const panes[] = { "panes", "everywhere", NULL };
	g_autoptr(Preferences) p =
		preferred("keys:\n"
			  "  profile: vim\n"
			  "  bindings:\n"
			  "    panes: {r R: choose-owner, o: none}\n",
			  &none, 0, NULL);
	uint32_t key;

	cr_expect_str_eq(p->profile->name, "vim");
	cr_expect(keymap_begins(p->keys, panes, 'd'));
	cr_assert(key_parse("R", &key));
	cr_expect_str_eq(keymap_action(p->keys, panes, key), "choose-owner");
	cr_expect_null(keymap_action(p->keys, panes, 'o'));
	cr_expect_eq(keymap_key(p->keys, panes, "choose-owner"), 'r');
}

static void expect_wrong_key(const char *bindings, const char *problem)
{
	g_autofree char *text =
		g_strconcat("keys:\n  bindings:\n    ", bindings, "\n", NULL);
	g_autoptr(Preferences) p = preferred(text, &none, 1, problem);

	cr_expect(p->keys);
}

Test(preferences, tell_what_is_wrong_with_a_key_and_where)
{
	expect_wrong_key("panes: {r: choose-onwer}",
			 "config.yaml:3:16: there is no command "
			 "'choose-onwer'; did you mean 'choose-owner'?");
	expect_wrong_key("pains: {r: undo}",
			 "config.yaml:3:5: there is no place 'pains'; did you "
			 "mean 'panes'?");
	expect_wrong_key("panes: {Ctrl-r: undo}",
			 "config.yaml:3:13: no key is called 'Ctrl-r'");
	expect_wrong_key("panes: {r: undo, x r: redo}",
			 "config.yaml:3:22: 'r' already means 'undo' here");
}

Test(preferences, tell_a_profile_that_there_is_not)
{
	const struct wishes wishes = { .profile = "emacs", .glyphs = -1 };
	g_autoptr(Config) config = config_new("none");
	g_autoptr(GError) error = NULL;
	g_autoptr(Preferences) p = preferred(
		"keys: {profile: vi}\n", &none, 1,
		"config.yaml:1:17: there is no profile 'vi'; did you mean "
		"'vim'?");

	cr_expect_str_eq(p->profile->name, "default");
	cr_expect_null(preferences_new(config, &wishes, &error));
	cr_expect_str_eq(error->message,
			 "there is no profile 'emacs'; choose: default, vim, "
			 "easy");
}

static void choose(struct preferences *p)
{
	static const char *const names[] = { "curve", "who", NULL };

	cr_expect(preferences_keep_theme(p, "light"));
	preferences_keep_lanes(p, names);
	cr_expect(preferences_remember(p, NULL));
}

Test(preferences, remember_what_was_chosen)
{
	g_autoptr(Preferences) before = preferred("", &none, 0, NULL);
	g_autoptr(Preferences) after = NULL;

	choose(before);
	after = preferred("", &none, 0, NULL);
	cr_expect_str_eq(after->theme_name, "light");
	expect_lanes(after, "curve who");
}

Test(preferences, go_before_what_is_remembered)
{
	g_autoptr(Preferences) before = preferred("", &none, 0, NULL);
	g_autoptr(Preferences) after = NULL;

	choose(before);
	after = preferred("theme: mono\nlanes: [name]\n", &none, 0, NULL);
	cr_expect_str_eq(after->theme_name, "mono");
	expect_lanes(after, "name");
}

Test(preferences, remember_nothing_where_nothing_was_chosen)
{
	const struct wishes wishes = { .theme = "light", .glyphs = -1 };
	g_autoptr(Preferences) p = preferred("", &wishes, 0, NULL);

	cr_expect(preferences_remember(p, NULL));
	cr_expect_not(g_file_test("senseboard", G_FILE_TEST_EXISTS));
}

Test(preferences, remember_the_one_beside_the_other)
{
	g_autoptr(Preferences) first = preferred("", &none, 0, NULL);
	g_autoptr(Preferences) second = NULL;
	g_autoptr(Preferences) third = NULL;

	choose(first);
	second = preferred("", &none, 0, NULL);
	cr_expect(preferences_keep_theme(second, "mono"));
	cr_expect(preferences_remember(second, NULL));
	third = preferred("", &none, 0, NULL);
	cr_expect_str_eq(third->theme_name, "mono");
	expect_lanes(third, "curve who");
}

Test(preferences, keep_the_lanes_of_the_board)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "2 }");
	cr_expect_str_eq(app->preferences->lanes[0], "what");
	cr_expect_str_eq(app->preferences->lanes[1], "name");
	drive_press(app, ", Enter Esc");
	cr_expect_str_eq(app->preferences->lanes[1], "who");
	cr_expect(app->preferences->lanes_chosen);
	app_free(app);
}

Test(preferences, keep_the_theme_that_is_chosen_and_no_other)
{
	struct app *app = drive_new(drive_story);

	cr_assert(app_do(app, "theme"));
	drive_press(app, "Down Esc");
	cr_expect_str_eq(app->preferences->theme_name, "default");
	cr_expect_not(app->preferences->theme_chosen);
	cr_assert(app_do(app, "theme"));
	drive_press(app, "Down Enter");
	cr_expect_str_eq(app->preferences->theme_name, "light");
	cr_expect(app->preferences->theme_chosen);
	cr_expect(drive_sees(app, "the theme is light"));
	app_free(app);
}

Test(preferences, that_cannot_be_remembered_are_an_error)
{
	g_autoptr(Preferences) p = preferred("", &none, 0, NULL);
	g_autoptr(GError) error = NULL;

	put("senseboard", "a file where the folder is to be");
	cr_expect(preferences_keep_theme(p, "mono"));
	cr_expect_not(preferences_remember(p, &error));
	cr_expect_not_null(error);
}
