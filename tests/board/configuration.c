/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The user's configuration; tests/cli/config.sh has what is wrong with it.
 */
#include "board/configuration.h"

#include <criterion/criterion.h>

#include "../docs/page.h"
#include "../store/folder.h"

Test(configuration, has_a_name_help_and_a_place_in_the_manual_for_each_setting)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	g_autofree char *manual = page_read("senseboard.1");
	g_autofree char *told = page_section(manual, ".Sh CONFIGURATION", true);
	size_t n;
	const struct setting *settings = config_settings(&n);

	for (size_t i = 0; i < n; i++) {
		g_autofree char *line =
			g_strconcat(".It Ic ", settings[i].name, NULL);

		page_expect_new(seen, settings[i].name);
		page_expect_sentence(settings[i].name, settings[i].help);
		cr_expect(page_has(told, line), "no '%s'", line);
		cr_expect(page_tells(told, settings[i].help), "%s",
			  settings[i].help);
	}
}

Test(configuration, is_empty_where_there_is_no_file)
{
	g_autoptr(Config) c = config_read("/nonexistent/config.yaml");

	cr_expect_eq(c->problems->len, 0);
	cr_expect_null(c->name);
	cr_expect_eq(c->rules.chosen, 0);
}

Test(configuration, reads_a_name_and_levels, .init = folder_enter,
     .fini = folder_leave)
{
	g_autoptr(Config) c = NULL;
	const struct rule *const *all = rules_all;

	put("config.yaml", "name: Kim\nrules: {no-who: none, no-how: error}\n");
	c = config_read("config.yaml");
	cr_expect_eq(c->problems->len, 0);
	cr_expect_str_eq(c->name, "Kim");
	for (unsigned i = 0; all[i]; i++) {
		bool who = g_str_equal(all[i]->name, "no-who");
		bool how = g_str_equal(all[i]->name, "no-how");

		cr_expect_eq(c->rules.chosen >> i & 1, who || how);
		if (who || how)
			cr_expect_eq(c->rules.level[i],
				     who ? LEVEL_NONE : LEVEL_ERROR);
	}
}

Test(configuration, keeps_what_is_right_beside_what_is_wrong,
     .init = folder_enter, .fini = folder_leave)
{
	g_autoptr(Config) c = NULL;

	put("config.yaml", "\nnaem: Jo\nname: Kim\n");
	c = config_read("config.yaml");
	cr_expect_str_eq(c->name, "Kim");
	cr_assert_eq(c->problems->len, 1);
	cr_expect_str_eq((const char *)c->problems->pdata[0],
			 "config.yaml:2:1: there is no setting 'naem'; did "
			 "you mean 'name'?");
}

Test(configuration, stands_where_the_user_has_it)
{
	g_autofree char *path = config_path();

	cr_expect(g_str_has_suffix(path, "/senseboard/config.yaml"), "%s",
		  path);
}
