/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Items of sequences as texts by themselves, and put in elsewhere.
 */
#include "expect.h"

#include <criterion/criterion.h>
#include <string.h>

/* The item at PATH reads as WANT. */
static void reads(const char *text, const char *path, const char *want)
{
	g_autoptr(Tree) t = opened(text);
	g_autoptr(GError) error = NULL;
	g_autofree char *item = edit_item(t, at(t, path), &error);
	g_autofree char *after = emitted(t);

	cr_assert(item, "%s", error ? error->message : "");
	cr_expect_str_eq(item, want, "got:\n%s", item);
	cr_expect_str_eq(after, text);
}

static void refused(const char *text, const char *path, const char *why)
{
	g_autoptr(Tree) t = opened(text);
	g_autoptr(GError) error = NULL;

	cr_assert_null(edit_item(t, at(t, path), &error));
	cr_expect_str_eq(error->message, why);
}

Test(item, its_lines_and_its_comments)
{
	const char *text = "s:\n"
			   "    # of the place\n\n"
			   "    # of x\n"
			   "    - id: x   # here\n"
			   "      how: |\n        one\n\n        two\n"
			   "      # at its foot\n\n"
			   "    - y\n";

	reads(text, "s/0",
	      "# of x\n- id: x   # here\n  how: |\n    one\n\n    two\n"
	      "  # at its foot\n");
	reads(text, "s/1", "- y\n");
}

Test(item, line_ends_of_its_own)
{
	reads("s:\r\n  - a: 1\r\n    b: 2\r\n", "s/0", "- a: 1\n  b: 2\n");
	reads("s:\n- a: 1", "s/0", "- a: 1");
}

Test(item, in_brackets)
{
	reads("s: [{a: 1, b: [c]}, {a: 2}]\n", "s/0", "- {a: 1, b: [c]}\n");
	reads("s: [\n  {a: 1,\n   b: 2},\n  x ]\n", "s/0",
	      "- {a: 1,\n     b: 2}\n");
	reads("s: [a, b]\n", "s/1", "- b\n");
}

Test(item, refuses_what_is_tied_to_its_file)
{
	refused("x: &a 1\ns:\n- b: 2\n- c: *a\n", "s/1",
		"line 4: an alias; edit this by hand");
	refused("s:\n- b: &a 2\n", "s/0",
		"line 2: an anchor or a tag; edit this by hand");
	refused("s:\n- b: !t 2\n", "s/0",
		"line 2: an anchor or a tag; edit this by hand");
	refused("x: &a {b: 1}\ns:\n- <<: *a\n", "s/0",
		"line 3: an alias; edit this by hand");
	refused("s:\n- - a\n", "s/0/0",
		"line 2: an odd style; edit this by hand");
	refused("s:\n  a: 1\n", "s/a",
		"line 1: nothing there; edit this by hand");
}

Test(item, goes_in_with_its_comments)
{
	expect_insert("s:\n  - a: 1\n\n  - b: 2\n", "s", "s/1",
		      "# two lines\n# of it\n- c: |\n    text\n",
		      "s:\n  - a: 1\n\n  # two lines\n  # of it\n"
		      "  - c: |\n      text\n\n  - b: 2\n");
	expect_insert("s: []\n", "s", NULL, "# of it\n- c: 1\n",
		      "s:\n  # of it\n  - c: 1\n");
}
