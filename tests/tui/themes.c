/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which themes there are: ours, and those in a folder of the user's.
 */
#include "tui/themes.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>

#include "../docs/page.h"
#include "../store/folder.h"

static void put_theme(const char *name, const char *text)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *folder =
		g_build_filename(here, "senseboard", "themes", NULL);
	g_autofree char *path = g_build_filename(folder, name, NULL);

	cr_assert_eq(g_mkdir_with_parents(folder, 0700), 0);
	cr_assert(g_file_set_contents(path, text, -1, NULL));
}

static void begin(void)
{
	g_autofree char *here = NULL;

	folder_enter();
	here = g_get_current_dir();
	g_setenv("XDG_CONFIG_HOME", here, TRUE);
}

TestSuite(themes, .init = begin, .fini = folder_leave);

static bool find(const char *name, struct theme *theme, char **meant,
		 unsigned wrong)
{
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
	bool found = themes_find(name, theme, meant, problems);

	cr_expect_eq(problems->len, wrong);
	return found;
}

Test(themes, of_ours_are_four_and_the_manual_has_them)
{
	g_auto(GStrv) names = themes_names();
	g_autofree char *manual = page_read("senseboard.1");
	g_autofree char *told = page_section(manual, ".Sh THEMES", true);

	cr_assert_eq(g_strv_length(names), 4u);
	for (char **name = names; *name; name++) {
		g_autofree char *line = g_strconcat(".It Ic ", *name, NULL);
		g_autofree char *help = themes_help(*name);

		cr_expect(page_has(told, line), "no '%s'", line);
		page_expect_sentence(*name, help);
	}
	for (enum role role = 0; role < ROLE_COUNT; role++) {
		g_autofree char *line =
			g_strconcat(".It Li ", role_names[role], NULL);

		cr_expect(page_has(told, line), "no '%s'", line);
	}
}

Test(themes, of_the_users_own_stand_behind_ours)
{
	g_auto(GStrv) names = NULL;
	g_autofree char *help = NULL, *meant = NULL;
	struct theme theme;

	put_theme("night", "# Blue.\ntitle 99\n");
	put_theme("dawn", "title 98\n");
	put_theme(".hidden", "");
	put_theme("night~", "");
	names = themes_names();
	cr_assert_eq(g_strv_length(names), 6u);
	cr_expect_str_eq(names[4], "dawn");
	cr_expect_str_eq(names[5], "night");
	help = themes_help("night");
	cr_expect_str_eq(help, "Blue.");
	cr_assert(find("night", &theme, &meant, 0));
	cr_expect_eq(theme_style(&theme, ROLE_TITLE, 256).fg, 99);
	cr_expect_eq(theme_style(&theme, ROLE_ERROR, 256).fg, 203);
}

Test(themes, of_the_users_own_go_before_ours)
{
	g_auto(GStrv) names = NULL;
	g_autofree char *meant = NULL;
	struct theme theme;

	put_theme("light", "title 99\nnothing 3\n");
	names = themes_names();
	cr_expect_eq(g_strv_length(names), 4u);
	cr_assert(find("light", &theme, &meant, 1));
	cr_expect_eq(theme_style(&theme, ROLE_TITLE, 256).fg, 99);
}

Test(themes, that_there_are_none_of_are_not_found)
{
	struct theme theme;
	char *meant;

	cr_expect_not(find("ligth", &theme, &meant, 0));
	cr_expect_str_eq(meant, "light");
	g_free(meant);
	cr_expect_not(find("", &theme, &meant, 0));
	cr_expect_null(meant);
}

Test(themes, cannot_lead_out_of_their_folder)
{
	static const char *const names[] = { "../config", "..", ".", "a/b",
					     "/etc/passwd" };
	struct theme theme;

	put_theme("../config", "title 99\n");
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *meant = NULL;

		cr_expect_not(find(names[i], &theme, &meant, 0));
	}
}
