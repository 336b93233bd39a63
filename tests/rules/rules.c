/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each rule by files: bad/NAME.yaml with what must be said of it in
 * bad/NAME.txt, and good/NAME.yaml, of which nothing may be said.
 *
 * A file is judged by the rule it is named after, and by those that its first
 * line asks for, to see who is silent where somebody else speaks:
 *
 *	# by: no-what groundless-how
 */
#include "rules/rules.h"

#include <criterion/criterion.h>
#include <string.h>

#include "sheet.h"

/* Call ONE with the name of each storyboard in a folder. */
static void each_file(const char *folder, void (*one)(const char *name))
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path =
		g_build_filename(top ? top : ".", "tests/rules", folder, NULL);
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *file;

	cr_assert(dir);
	while ((file = g_dir_read_name(dir))) {
		const char *dot = strrchr(file, '.');
		g_autofree char *name = g_strndup(file, (size_t)(dot - file));

		if (strcmp(dot, ".yaml") == 0)
			one(name);
	}
}

/* The rules that the first line asks for, and the one of that name. */
static char *rules_of(const char *name, const char *text)
{
	static const char by[] = "# by: ";
	g_auto(GStrv) lines = g_strsplit(text, "\n", 2);
	const char *more =
		g_str_has_prefix(text, by) ? lines[0] + strlen(by) : "";

	return g_strjoin(" ", more, rules_find(name) ? name : "", NULL);
}

static struct sheet read_by(const char *name, const char *text)
{
	g_autofree char *rules = rules_of(name, text);

	return sheet_by(text, g_strstrip(rules));
}

/* Write what was found as what is expected. */
static void accept_lines(const char *name, const char *lines)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *file = g_strconcat(name, ".txt", NULL);
	g_autofree char *path = g_build_filename(top ? top : ".", "tests/rules",
						 "bad", file, NULL);

	cr_assert(g_file_set_contents(path, lines, -1, NULL), "%s", path);
}

static void expect_lines(const char *name)
{
	g_autofree char *text = sheet_file("bad", name, ".yaml");
	struct sheet s = read_by(name, text);
	g_autofree char *lines = sheet_lines(s.findings), *expected = NULL;

	if (g_getenv("ACCEPT"))
		accept_lines(name, lines);
	expected = sheet_file("bad", name, ".txt");
	cr_expect_str_eq(lines, expected,
			 "tests/rules/bad/%s.txt should be, if this is "
			 "better:\n%s",
			 name, lines);
	sheet_clear(&s);
}

Test(rules, say_what_is_wrong_in_every_bad_file)
{
	each_file("bad", expect_lines);
}

static void expect_nothing(const char *name)
{
	g_autofree char *text = sheet_file("good", name, ".yaml");
	struct sheet s = read_by(name, text);
	g_autofree char *lines = sheet_lines(s.findings);

	cr_expect_str_eq(lines, "", "good/%s.yaml:\n%s", name, lines);
	sheet_clear(&s);
}

Test(rules, are_silent_about_every_good_file)
{
	each_file("good", expect_nothing);
}

Test(rules, find_in_its_bad_file_what_each_is_there_for)
{
	for (size_t i = 0; rules_all[i]; i++) {
		const char *name = rules_all[i]->name;
		g_autofree char *lines = sheet_file("bad", name, ".txt");
		g_autofree char *good = sheet_file("good", name, ".yaml");
		g_autofree char *id = g_strdup_printf("[%s]", name);

		cr_expect(strstr(lines, id), "%s", name);
		cr_expect(*good);
	}
}

Test(rules, are_found_by_their_names_and_have_help)
{
	for (size_t i = 0; rules_all[i]; i++) {
		cr_expect_eq(rules_find(rules_all[i]->name), rules_all[i]);
		cr_expect(g_str_has_suffix(rules_all[i]->help, "."));
	}
	cr_expect_null(rules_find("no-rule"));
}

Test(rules, are_explained_by_an_example_that_has_them_found)
{
	struct rules_options all = { .pedantic = true,
				     .evidence = &sheet_evidence,
				     .today = SHEET_DAY };

	for (size_t i = 0; rules_all[i]; i++) {
		const struct rule *r = rules_all[i];
		g_autofree char *text = g_strconcat("senseboard: 1\ntitle: T\n",
						    r->example, NULL);
		struct sheet s = sheet_judge(text, &all);

		cr_expect(sheet_finds(&s, r), "%s", r->name);
		cr_expect(r->why && g_str_has_suffix(r->why, "."));
		cr_expect(r->source && *r->source);
		cr_expect(r->remedy && g_str_has_suffix(r->remedy, "."));
		sheet_clear(&s);
	}
}
