/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where things stand: lines and columns as people count, offsets as machines
 * do, before and after edits.
 */
#include "expect.h"

#include <criterion/criterion.h>
#include <string.h>

static void expect_mark(struct mark m, unsigned line, unsigned column)
{
	cr_expect(m.line == line && m.column == column, "%u:%u, not %u:%u",
		  m.line, m.column, line, column);
}

Test(marks, marks_count_lines_and_code_points)
{
	g_autoptr(Tree) t = opened("\xef\xbb\xbf# \xc3\xa9\r\n"
				   "\xc3\xa9\xc3\xa9: {a: \xc3\xa9, b: 'x'}\r\n"
				   "\r\n"
				   "list:\r\n"
				   "  # c\r\n"
				   "  - one\r\n"
				   "  -   two\r\n"
				   "text: |\r\n"
				   "  one\r\n");

	expect_mark(tree_key_mark(t, at(t, "\xc3\xa9\xc3\xa9")), 2, 1);
	expect_mark(tree_value_mark(t, at(t, "\xc3\xa9\xc3\xa9")), 2, 5);
	expect_mark(tree_key_mark(t, at(t, "\xc3\xa9\xc3\xa9/b")), 2, 12);
	expect_mark(tree_value_mark(t, at(t, "\xc3\xa9\xc3\xa9/b")), 2, 15);
	expect_mark(tree_key_mark(t, at(t, "list/0")), 6, 3);
	expect_mark(tree_value_mark(t, at(t, "list/1")), 7, 7);
	expect_mark(tree_value_mark(t, at(t, "text")), 8, 7);
}

Test(marks, brackets_may_be_indented)
{
	g_autoptr(Tree) t = opened("  {\"a\": [1,\n   2]}\n");

	expect_mark(tree_key_mark(t, at(t, "a")), 1, 4);
	expect_mark(tree_value_mark(t, at(t, "a")), 1, 9);
	expect_mark(tree_value_mark(t, at(t, "a/0")), 1, 10);
	expect_mark(tree_value_mark(t, at(t, "a/1")), 2, 4);
}

Test(marks, marks_follow_edits)
{
	g_autoptr(Tree) t = opened("a: one\nb: [x, y]\nc: 1\n");

	history_begin(t);
	cr_assert(edit_set(t, at(t, "a"), "1\n2\n3", SAY_TEXT, NULL));
	cr_assert(edit_set(t, at(t, "b/0"), "longer", SAY_TEXT, NULL));
	history_commit(t, "both", 0, 0);
	expect_mark(tree_key_mark(t, at(t, "c")), 6, 1);
	expect_mark(tree_value_mark(t, at(t, "b/1")), 5, 13);
	history_undo(t);
	expect_mark(tree_key_mark(t, at(t, "c")), 3, 1);
	expect_mark(tree_value_mark(t, at(t, "b/1")), 2, 8);
}

Test(marks, offsets_and_sizes_cover_the_text)
{
	const char *text = "# a\na: 1\n\nb:\n  - x   # x\n  - y\nc: 2\n";
	g_autoptr(Tree) t = opened(text);
	g_autoptr(GString) b = g_string_new(NULL);

	cr_expect_eq(tree_offset(t, at(t, "b")), 9);
	cr_expect_eq(tree_size(t, at(t, "b")), 22);
	tree_emit_entry(t, at(t, "b"), b);
	cr_expect_str_eq(b->str, "\nb:\n  - x   # x\n  - y\n");
	cr_expect_eq(tree_offset(t, at(t, "b/1")), 25);
}

Test(marks, offsets_are_right_among_many)
{
	g_autoptr(GString) s = g_string_new(NULL);
	g_autoptr(Tree) t = NULL;
	uint32_t e;

	for (unsigned i = 0; i < 5000; i++)
		g_string_append_printf(s, "- item %u\n", i);
	t = opened(s->str);
	e = at(t, "4000");
	cr_expect_eq(tree_key_mark(t, e).line, 4001);
	cr_expect_eq(strncmp(s->str + tree_offset(t, e), "- item 4000", 11), 0);
	history_begin(t);
	cr_assert(edit_remove(t, at(t, "7"), NULL));
	cr_assert(edit_set(t, at(t, "100"), "a\nb\nc", SAY_TEXT, NULL));
	cr_expect_eq(tree_key_mark(t, e).line, 4003);
}

Test(marks, tags_of_the_reader_stay)
{
	g_autoptr(Tree) t = opened("a: 1\nb: 2\n");
	uint32_t b = at(t, "b");

	cr_expect_eq(tree_tag(t, b), 0);
	tree_set_tag(t, b, 7);
	history_begin(t);
	cr_assert(edit_set(t, b, "3", SAY_TEXT, NULL));
	history_commit(t, "it", 0, 0);
	history_undo(t);
	cr_expect_eq(tree_tag(t, b), 7);
}
