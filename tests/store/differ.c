/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What two texts differ in, and what was done to a text on two sides made
 * one; where that cannot be, it is said.
 */
#include "store/differ.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "folder.h"

TestSuite(differ, .init = folder_enter, .fini = folder_leave, .timeout = 60);

#define BASE "one\ntwo\nthree\nfour\nfive\n"

static struct differ_text named(const char *name, const char *text)
{
	return (struct differ_text){
		.text = { .bytes = text, .len = strlen(text) },
		.name = name,
	};
}

static char *compare(const char *old, const char *new)
{
	struct differ_text a = named("yours", old), b = named("theirs", new);
	GError *error = NULL;
	char *found = differ_compare(&a, &b, &error);

	cr_assert(found, "%s", error ? error->message : "");
	return found;
}

static char *merge(const char *ours, const char *theirs, unsigned *conflicts)
{
	struct differ_text a = named("yours", ours);
	struct differ_text b = named("before", BASE);
	struct differ_text c = named("theirs", theirs);
	GError *error = NULL;
	char *merged = differ_merge(&a, &b, &c, conflicts, &error);

	cr_assert(merged, "%s", error ? error->message : "");
	return merged;
}

Test(differ, says_what_two_texts_differ_in)
{
	g_autofree char *found = compare(BASE, "one\n2\nthree\nfour\nfive\n");

	cr_expect_str_eq(found, "--- yours\n+++ theirs\n@@ -1,5 +1,5 @@\n"
				" one\n-two\n+2\n three\n four\n five\n");
}

Test(differ, says_nothing_of_texts_that_are_the_same)
{
	g_autofree char *found = compare(BASE, BASE);

	cr_expect_str_eq(found, "");
}

Test(differ, brings_both_sides_together)
{
	unsigned conflicts = 7;
	g_autofree char *merged =
		merge("one\n2\nthree\nfour\nfive\n",
		      "one\ntwo\nthree\nfour\n5\n", &conflicts);

	cr_expect_str_eq(merged, "one\n2\nthree\nfour\n5\n");
	cr_expect_eq(conflicts, 0);
}

Test(differ, takes_what_both_did_alike)
{
	unsigned conflicts = 7;
	g_autofree char *merged = merge("one\n2\nthree\nfour\nfive\n",
					"one\n2\nthree\nfour\n5\n", &conflicts);

	cr_expect_str_eq(merged, "one\n2\nthree\nfour\n5\n");
	cr_expect_eq(conflicts, 0);
}

Test(differ, says_where_both_did_something)
{
	unsigned conflicts = 0;
	g_autofree char *merged = merge("1\ntwo\nthree\nfour\n55\n",
					"I\ntwo\nthree\nfour\nV\n", &conflicts);

	cr_expect_eq(conflicts, 2);
	cr_expect(g_str_has_prefix(merged, "<<<<<<< yours\n1\n"), "%s", merged);
}

Test(differ, copes_with_texts_longer_than_a_pipe)
{
	GString *base = g_string_new(BASE);
	g_autofree char *text = NULL, *longer = NULL, *found = NULL;

	for (int i = 0; i < 100000; i++)
		g_string_append_printf(base, "line %d\n", i);
	text = g_string_free(base, FALSE);
	longer = g_strconcat(text, text, NULL);
	found = compare(text, longer);
	cr_expect_gt(strlen(found), strlen(text));
}

Test(differ, leaves_no_descriptor_and_no_file)
{
	int before = dup(STDERR_FILENO), after;

	g_free(compare(BASE, ""));
	close(before);
	after = dup(STDERR_FILENO);
	cr_expect_eq(before, after);
	close(after);
	cr_expect_eq(count_names(), 0);
}

Test(differ, says_that_a_program_is_missing)
{
	struct differ_text a = named("yours", BASE);
	GError *error = NULL;
	g_autofree char *found = NULL;

	cr_assert(g_setenv("PATH", "/nowhere", TRUE));
	found = differ_compare(&a, &a, &error);
	cr_expect_null(found);
	cr_expect(g_str_has_prefix(error->message, "cannot run 'diff': "), "%s",
		  error->message);
	g_error_free(error);
}
