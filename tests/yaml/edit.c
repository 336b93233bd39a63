/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values and keys set, to the byte.
 */
#include "expect.h"

#include <criterion/criterion.h>

/* --- setting a value ---------------------------------------------------- */

Test(edit, plain_stays_plain)
{
	expect_set("a: one\n", "a", "two words", "a: two words\n");
}

Test(edit, single_stays_single)
{
	expect_set("a: 'one'\n", "a", "it's 1", "a: 'it''s 1'\n");
}

Test(edit, double_stays_double)
{
	expect_set("a: \"one\"\n", "a", "say \"hi\"",
		   "a: \"say \\\"hi\\\"\"\n");
}

Test(edit, literal_stays_literal)
{
	expect_set("a: |\n  one\n", "a", "two\n", "a: |\n  two\n");
	expect_set("a: |\n  one\n", "a", "two", "a: |-\n  two\n");
}

Test(edit, folded_stays_folded)
{
	expect_set("a: >\n  one\n", "a", "two\n", "a: >\n  two\n");
}

Test(edit, single_becomes_double_when_it_must)
{
	expect_set("a: 'one'\n", "a", "tab\tand \x01",
		   "a: \"tab\\tand \\x01\"\n");
}

Test(edit, text_that_looks_like_something_else_is_quoted)
{
	static const char *const values[] = {
		"yes",	"No",	"null",	      "~",   "1",   "1.5", "0x1F",
		"1:30", ".inf", "2001-01-01", "<<",  "=",   "- a", "? a",
		"a: b", "a #b", "#a",	      "a:",  "*a",  "&a",  "!a",
		"%a",	"@a",	"`a",	      "{a",  "[a",  "|",   ">",
		" a",	"a ",	"'a'",	      "...", "---", ",a",
	};

	for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
		g_autofree char *want =
			g_strdup_printf("a: \"%s\"\n", values[i]);

		expect_set("a: one\n", "a", values[i], want);
	}
}

Test(edit, quotes_are_those_of_the_neighbours)
{
	expect_set("a: one\nb: 'two'\n", "a", "yes", "a: 'yes'\nb: 'two'\n");
	expect_set("a: one\nb: \"two\"\n", "a", "yes",
		   "a: \"yes\"\nb: \"two\"\n");
}

Test(edit, harmless_signs_stay_plain)
{
	static const char *const values[] = {
		"it's",	     "a:b",
		"a#b",	     "a, b",
		"a [b]",     "-a",
		"5 > 3",     "100 %",
		"C:\\temp",  "http://example.org/?a=b&c#d",
		"a \"b\" c", "\xf0\x9f\x98\x8d",
		"1 minute",  "nobody",
	};

	for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
		g_autofree char *want = g_strdup_printf("a: %s\n", values[i]);

		expect_set("a: one\n", "a", values[i], want);
	}
}

Test(edit, choices_and_numbers_are_plain)
{
	expect_plain("a: no\n", "a", "yes", "a: yes\n");
	expect_plain("a: 1\n", "a", "2.5", "a: 2.5\n");
	expect_plain("a:\n", "a", "2026-11-21", "a: 2026-11-21\n");
}

Test(edit, several_lines_become_a_literal_block)
{
	expect_set("a: one\n", "a", "one\ntwo", "a: |-\n  one\n  two\n");
	expect_set("a: one\n", "a", "one\n\ntwo\n", "a: |\n  one\n\n  two\n");
	expect_set("m:\n    a: one\n", "m/a", "one\ntwo",
		   "m:\n    a: |-\n        one\n        two\n");
}

Test(edit, lines_that_no_block_can_hold_are_quoted)
{
	expect_set("a: one\n", "a", "one \ntwo", "a: \"one \\ntwo\"\n");
	expect_set("a: one\n", "a", "\none", "a: \"\\none\"\n");
	expect_set("a: one\n", "a", " one\ntwo", "a: \" one\\ntwo\"\n");
	expect_set("a: one\n", "a", "one\n\n", "a: \"one\\n\\n\"\n");
	expect_set("a: one\n", "a", "one\r\ntwo", "a: \"one\\r\\ntwo\"\n");
}

Test(edit, comment_moves_onto_the_header_of_a_block)
{
	expect_set("a: one   # soon\nb: 1\n", "a", "one\ntwo",
		   "a: |-   # soon\n  one\n  two\nb: 1\n");
}

Test(edit, comment_comes_back_to_the_end_of_the_line)
{
	expect_set("a: |   # soon\n  one\n  two\nb: 1\n", "a", "- one",
		   "a: |-   # soon\n  - one\nb: 1\n");
	expect_set("a: |   # soon\n  one\n  two\nb: 1\n", "a", " one",
		   "a: \" one\"   # soon\nb: 1\n");
}

Test(edit, blank_gets_a_value)
{
	expect_set("a:\nb: 1\n", "a", "one", "a: one\nb: 1\n");
	expect_set("a:   # c\n", "a", "one", "a: one   # c\n");
	expect_set("a: ~   # c\n", "a", "one", "a: one   # c\n");
	expect_set("a: null\n", "a", "one", "a: one\n");
	expect_set("-\n- b\n", "0", "a", "- a\n- b\n");
	expect_set("a: {b: , c: 1}\n", "a/b", "one", "a: {b: one, c: 1}\n");
}

Test(edit, value_becomes_blank)
{
	expect_set("a: one\nb: 1\n", "a", "", "a:\nb: 1\n");
	expect_set("a: one   # c\n", "a", "", "a:   # c\n");
	expect_set("a: |\n  one\n  two\nb: 1\n", "a", "", "a:\nb: 1\n");
	expect_set("- one\n- b\n", "0", "", "-\n- b\n");
	expect_set("a: [one, two]\n", "a/0", "", "a: [\"\", two]\n");
}

Test(edit, blank_keeps_the_comments_before_its_value)
{
	expect_set("a:   # on a\n"
		   "\n"
		   "  # then\n"
		   "  one\n"
		   "b: 1\n",
		   "a", "",
		   "a:   # on a\n"
		   "\n"
		   "  # then\n"
		   "b: 1\n");
}

Test(edit, value_does_not_land_in_a_comment)
{
	g_autoptr(Tree) t = opened("a: 1\nb:   # on b\n  x");
	g_autofree char *after = NULL;

	history_begin(t);
	cr_assert(edit_set(t, at(t, "b"), "", SAY_TEXT, NULL));
	cr_assert(edit_set(t, at(t, "b"), "one", SAY_TEXT, NULL));
	after = emitted(t);
	cr_expect_str_eq(after, "a: 1\nb: one   # on b");
}

Test(edit, last_line_without_an_end_keeps_none)
{
	expect_set("a: 1\nb: one", "b", "two", "a: 1\nb: two");
}

Test(edit, anchor_and_tag_stay)
{
	expect_set("a: &x one\nb: *x\n", "a", "two", "a: &x two\nb: *x\n");
	expect_set("a: !t one\n", "a", "two", "a: !t two\n");
	expect_set("a: &x one\nb: *x\n", "a", "two\nthree",
		   "a: &x |-\n  two\n  three\nb: *x\n");
}

Test(edit, flow_values_are_quoted_where_flow_needs_it)
{
	expect_set("a: [one, two]\n", "a/0", "1, 2", "a: [\"1, 2\", two]\n");
	expect_set("a: [one, two]\n", "a/0", "three", "a: [three, two]\n");
	expect_set("a: {b: one}\n", "a/b", "x\ny", "a: {b: \"x\\ny\"}\n");
}

Test(edit, alias_is_not_set)
{
	refused_set("a: &x one\nb: *x\n", "b", "two", 2);
}

Test(edit, merge_key_is_not_set)
{
	refused_set("a: &x {b: 1}\nc:\n  <<: *x\n", "c/<<", "two", 3);
}

Test(edit, collection_is_not_set)
{
	refused_set("a: 1\nb:\n  - one\n", "b", "two", 2);
}

Test(edit, key_without_a_colon_gets_no_value)
{
	refused_set("a: 1\nb: {c, d: 1}\n", "b/c", "two", 2);
	refused_set("a: 1\n? b\n", "b", "two", 2);
}

Test(edit, block_does_not_swallow_the_comment_below)
{
	expect_set("a: one\n    # deep\nb: 1\n", "a", "one\ntwo",
		   "a: \"one\\ntwo\"\n    # deep\nb: 1\n");
}

Test(edit, block_does_not_swallow_blanks_below)
{
	expect_set("a: one\n     \nb: 1\n", "a", "one\ntwo",
		   "a: \"one\\ntwo\"\n     \nb: 1\n");
}

/* Refused, or what comes out opens again and has that value. */
static void expect_no_harm(const char *text, const char *path,
			   const char *value)
{
	g_autoptr(Tree) t = opened(text), again = NULL;
	g_autofree char *after = NULL, *read = NULL;

	history_begin(t);
	if (!edit_set(t, at(t, path), value, SAY_TEXT, NULL))
		return;
	after = emitted(t);
	again = opened(after);
	read = tree_value(again, at(again, path));
	cr_expect_str_eq(read, value);
}

Test(edit, line_led_by_a_tab_stands_only_behind_plain_text)
{
	expect_no_harm("a: 1\n  \t\nb: 2\n", "a", "x ");
	expect_no_harm("a: 1\n  \t\nb: 2\n", "a", "x\ny");
	expect_no_harm("a: 1\n  \t\nb: 2\n", "a", "");
}

Test(edit, block_scalar_may_stand_where_no_other_value_may)
{
	expect_no_harm("k:\n|-\n  two\n", "k", "\x01");
	expect_no_harm("k:\n|-\n  two\n", "k", "three");
	expect_no_harm("k:\n|-\n  two\n", "k", "");
}

Test(edit, colon_of_a_complex_key_is_none_of_its_value)
{
	const char *text = "? list:\na: 1\n";
	g_autoptr(Tree) t = opened(text);
	g_autofree char *after = NULL;

	history_begin(t);
	cr_expect_not(
		edit_set(t, tree_first(t, at(t, "")), "x", SAY_TEXT, NULL));
	after = emitted(t);
	cr_expect_str_eq(after, text);
}

Test(edit, not_utf8_is_no_value)
{
	g_autoptr(Tree) t = opened("a: 1\n");
	g_autoptr(GError) error = NULL;

	history_begin(t);
	cr_assert_not(edit_set(t, at(t, "a"), "\xff", SAY_TEXT, &error));
	cr_assert(g_error_matches(error, TREE_ERROR, TREE_ERROR_VALUE));
}

/* --- setting a key ------------------------------------------------------ */

Test(edit, key_takes_another_name)
{
	expect_key("a: one   # c\nb: 1\n", "a", "title",
		   "title: one   # c\nb: 1\n");
	expect_key("a:\n  - one\n", "a", "list", "list:\n  - one\n");
}

Test(edit, key_is_quoted_when_it_must)
{
	expect_key("a: one\n", "a", "b: c", "\"b: c\": one\n");
	expect_key("a: one\n", "a", "yes", "\"yes\": one\n");
}

Test(edit, key_in_tight_json_keeps_its_quotes)
{
	expect_key("{\"a\":[1],\"b\":2}\n", "a", "c", "{\"c\":[1],\"b\":2}\n");
}

Test(edit, renamed_key_is_no_longer_a_duplicate)
{
	g_autoptr(Tree) t = opened("a: 1\nb: 2\na: 3\n");
	uint32_t third = tree_last(t, at(t, ""));

	cr_assert(tree_duplicate(t, third));
	history_begin(t);
	cr_assert(edit_set_key(t, third, "c", NULL));
	cr_expect_not(tree_duplicate(t, third));
}
