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
	const struct setting *settings = config_settings();

	for (size_t i = 0; settings[i].name; i++) {
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

static void expect_word(const struct config_word *word, const char *text,
			unsigned line, unsigned column)
{
	cr_expect_str_eq(word->text, text);
	cr_expect_eq(word->at.line, line);
	cr_expect_eq(word->at.column, column);
}

Test(configuration, reads_words_with_their_places, .init = folder_enter,
     .fini = folder_leave)
{
	g_autoptr(Config) c = NULL;
	const struct config_binding *b;

	put("config.yaml", "theme: light\n"
			   "glyphs: ascii\n"
			   "mouse: no\n"
			   "lanes: [name, curve]\n"
			   "keys:\n"
			   "  profile: vim\n"
			   "  bindings:\n"
			   "    panes:\n"
			   "      x C-x: cut\n");
	c = config_read("config.yaml");
	cr_expect_eq(c->problems->len, 0);
	expect_word(&c->theme, "light", 1, 8);
	expect_word(&c->glyphs, "ascii", 2, 9);
	cr_expect_eq(c->mouse, CONFIG_NO);
	cr_assert_eq(c->lanes->len, 2);
	expect_word(&g_array_index(c->lanes, struct config_word, 1), "curve", 4,
		    15);
	expect_word(&c->profile, "vim", 6, 12);
	cr_assert_eq(c->bindings->len, 1);
	b = &g_array_index(c->bindings, struct config_binding, 0);
	expect_word(&b->where, "panes", 8, 5);
	expect_word(&b->keys, "x C-x", 9, 7);
	expect_word(&b->command, "cut", 9, 14);
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
