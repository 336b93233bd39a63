/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paths as people type and read them, and what completes them.
 */
#include "tui/path.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <sys/stat.h>

#include "../store/folder.h"

static void enter(void)
{
	folder_enter();
	put("day.yaml", "");
	put("night.yml", "");
	put("notes.txt", "");
	put(".hidden.yaml", "");
	cr_assert(!mkdir("old", 0700));
	put("old/day.yaml", "");
}

TestSuite(path, .init = enter, .fini = folder_leave);

static void expect_suggested(const char *typed, const char *wanted)
{
	g_auto(GStrv) found = path_suggest(typed);
	g_autofree char *line = g_strjoinv(" ", found);

	cr_expect_str_eq(line, wanted, "%s: %s", typed, line);
}

Test(path, suggests_storyboards_and_folders)
{
	expect_suggested("", "day.yaml night.yml old/");
	expect_suggested("./", "./day.yaml ./night.yml ./old/");
	expect_suggested("old/d", "old/day.yaml");
	expect_suggested(".", ".hidden.yaml day.yaml night.yml old/");
	expect_suggested("nowhere/", "");
}

Test(path, suggests_nothing_that_cannot_be_typed)
{
	put("\xff.yaml", "");
	expect_suggested("", "day.yaml night.yml old/");
}

Test(path, knows_home_by_its_sign)
{
	g_autofree char *in =
		g_build_filename(g_get_home_dir(), "a.yaml", NULL);
	g_autofree char *typed = path_typed("  ~/a.yaml ");
	g_autofree char *shown = path_shown(in);
	g_autofree char *beside = g_strconcat(g_get_home_dir(), "x/a", NULL);
	g_autofree char *as_it_is = path_shown(beside);

	cr_expect_str_eq(typed, in);
	cr_expect_str_eq(shown, "~/a.yaml");
	cr_expect_str_eq(as_it_is, beside);
}
