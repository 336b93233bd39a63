/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Entries put in, taken out and moved, to the byte.
 */
#include "expect.h"

#include <criterion/criterion.h>

/* --- inserting ---------------------------------------------------------- */

Test(place, item_goes_first_between_and_last)
{
	const char *text = "a:\n  - one\n  - two\nb: 1\n";

	expect_insert(text, "a", "a/0", "- new\n",
		      "a:\n  - new\n  - one\n  - two\nb: 1\n");
	expect_insert(text, "a", "a/1", "- new\n",
		      "a:\n  - one\n  - new\n  - two\nb: 1\n");
	expect_insert(text, "a", NULL, "- new\n",
		      "a:\n  - one\n  - two\n  - new\nb: 1\n");
}

Test(place, empty_list_keeps_its_comment)
{
	expect_insert("a: []   # c\nb: 1\n", "a", NULL, "- one\n",
		      "a:   # c\n  - one\nb: 1\n");
	expect_insert("a: {}   # c\nb: 1\n", "a", NULL, "x: one\n",
		      "a:   # c\n  x: one\nb: 1\n");
}

Test(place, missing_value_takes_a_child)
{
	expect_insert("a:\nb: 1\n", "a", NULL, "- one\n",
		      "a:\n  - one\nb: 1\n");
	expect_insert("a:   # c\n", "a", NULL, "x: one\n",
		      "a:   # c\n  x: one\n");
}

Test(place, indentless_file_gets_indentless_lists)
{
	expect_insert("z:\n- one\na: []\n", "a", NULL, "- one\n",
		      "z:\n- one\na:\n- one\n");
}

Test(place, new_lines_follow_the_step_of_the_file)
{
	expect_insert("z:\n    y: 1\na: {}\n", "a", NULL, "x: one\n",
		      "z:\n    y: 1\na:\n    x: one\n");
}

Test(place, last_line_gets_its_end_when_something_follows)
{
	expect_insert("a: 1\nb: 2", "", NULL, "c: 3\n", "a: 1\nb: 2\nc: 3\n");
	expect_insert("a:\n  - one   # c", "a", NULL, "- two\n",
		      "a:\n  - one   # c\n  - two\n");
}

Test(place, block_at_the_end_of_the_file_keeps_its_value)
{
	expect_insert("a: |\n  one", "", NULL, "b: 2\n",
		      "a: |-\n  one\nb: 2\n");
	expect_insert("a: >   # c\n  one", "", NULL, "b: 2\n",
		      "a: >-   # c\n  one\nb: 2\n");
	expect_insert("a: |\n  one\n", "", NULL, "b: 2\n",
		      "a: |\n  one\nb: 2\n");
}

Test(place, new_item_takes_the_separator_of_its_neighbours)
{
	expect_insert("s:\n\n  - a: 1\n\n  - a: 2\n\nt: 1\n", "s", NULL,
		      "- a: 3\n",
		      "s:\n\n  - a: 1\n\n  - a: 2\n\n  - a: 3\n\nt: 1\n");
	expect_insert("s:\n\n  - a: 1\n\n  - a: 2\n\nt: 1\n", "s", "s/0",
		      "- a: 3\n",
		      "s:\n\n  - a: 3\n\n  - a: 1\n\n  - a: 2\n\nt: 1\n");
}

Test(place, new_key_goes_before_the_foot)
{
	expect_insert("m:\n  a: 1\n  # foot of m\nb: 1\n", "m", NULL, "n: 2\n",
		      "m:\n  a: 1\n  n: 2\n  # foot of m\nb: 1\n");
}

Test(place, inserted_text_brings_its_comments)
{
	expect_insert("m:\n  a: 1\n", "m", NULL,
		      "# about n\nn:   # on n\n  # in n\n  - 1\n",
		      "m:\n  a: 1\n  # about n\n  n:   # on n\n"
		      "    # in n\n    - 1\n");
}

Test(place, one_line_flow_takes_an_item)
{
	expect_insert("a: [one, two]   # c\n", "a", NULL, "- new\n",
		      "a: [one, two, new]   # c\n");
	expect_insert("a: [one, two]\n", "a", "a/0", "- new\n",
		      "a: [new, one, two]\n");
	expect_insert("a: {x: 1}\n", "a", NULL, "z: 2\n", "a: {x: 1, z: 2}\n");
}

Test(place, flow_of_several_lines_keeps_an_item_a_line)
{
	expect_insert("a: [\n  one,\n  two\n]\n", "a", NULL, "- new\n",
		      "a: [\n  one,\n  two,\n  new\n]\n");
	expect_insert("a: [\n  one,\n  two,\n]\n", "a", NULL, "- new\n",
		      "a: [\n  one,\n  two,\n  new,\n]\n");
	expect_insert("a: [\n  one,   # 1\n  two\n]\n", "a", "a/0", "- new\n",
		      "a: [\n  new,\n  one,   # 1\n  two\n]\n");
}

Test(place, nothing_before_the_key_on_the_dash_line)
{
	refused_insert("s:\n  - id: x\n    name: X\n", "s/0", "s/0/id",
		       "new: 1\n", 2);
}

Test(place, key_after_the_one_on_the_dash_line)
{
	expect_insert("s:\n  - id: x\n    name: X\n", "s/0", "s/0/name",
		      "new: 1\n", "s:\n  - id: x\n    new: 1\n    name: X\n");
}

Test(place, item_is_no_pair)
{
	refused_insert("a: 1\nm:\n  x: 1\n", "m", NULL, "- one\n", 2);
	refused_insert("a: 1\nm:\n  - 1\n", "m", NULL, "x: one\n", 2);
}

Test(place, nothing_goes_into_an_alias)
{
	refused_insert("a: &x [1]\nb: *x\n", "b", NULL, "- 2\n", 2);
}

Test(place, said_values_make_entries)
{
	static const char *const values[] = { "one", "yes", "a\nb\n", "", "#" };
	static const char *const wants[] = {
		"a:\n  - one\n",
		"a:\n  - \"yes\"\n",
		"a:\n  - |\n    a\n    b\n",
		NULL,
		"a:\n  - \"#\"\n",
	};

	for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
		g_autoptr(GString) text = g_string_new("- ");

		edit_say(text, values[i], SAY_TEXT, 0);
		if (wants[i])
			expect_insert("a: []\n", "a", NULL, text->str,
				      wants[i]);
	}
}

Test(place, what_would_not_open_again_is_refused)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GString) path = g_string_new("0");
	g_autoptr(GError) error = NULL;
	g_autoptr(Tree) t = NULL;

	for (unsigned i = 0; i < 64; i++)
		g_string_append(text, "- ");
	g_string_append(text, "x\n");
	for (unsigned i = 1; i < 63; i++)
		g_string_append(path, "/0");
	t = opened(text->str);
	history_begin(t);
	cr_expect(edit_insert(t, at(t, path->str), 0, "- y\n", NULL));
	cr_assert_not(edit_insert(t, at(t, path->str), 0, "- - y\n", &error));
	cr_expect(g_error_matches(error, TREE_ERROR, TREE_ERROR_LIMIT), "%s",
		  error->message);
}

/* --- removing ----------------------------------------------------------- */

Test(place, last_child_leaves_empty_brackets_and_the_comment)
{
	expect_remove("a:   # c\n  - one\nb: 1\n", "a/0",
		      "a: []   # c\nb: 1\n");
	expect_remove("a:   # c\n  x: one\nb: 1\n", "a/x",
		      "a: {}   # c\nb: 1\n");
	expect_remove("- a: 1\n- b\n", "0/a", "- {}\n- b\n");
}

Test(place, last_child_behind_blanks_before_the_colon)
{
	expect_remove("ccc :\n  - x\nb: 2\n", "ccc/0", "ccc : []\nb: 2\n");
}

Test(place, first_item_leaves_its_separator)
{
	expect_remove("s:\n\n  - a\n  - b\n  - c\n", "s/0",
		      "s:\n\n  - b\n  - c\n");
	expect_remove("s:\n  - a\n\n  - b\n", "s/0", "s:\n  - b\n");
}

Test(place, separator_goes_with_an_item)
{
	expect_remove("s:\n  - a\n\n  - b\n\n  - c\n", "s/1",
		      "s:\n  - a\n\n  - c\n");
	expect_remove("s:\n  - a\n\n  - b\n\nt: 1\n", "s/1",
		      "s:\n  - a\n\nt: 1\n");
}

Test(place, foot_stays_when_the_last_item_goes)
{
	expect_remove("s:\n  - a\n  - b\n  # foot of s\nt: 1\n", "s/1",
		      "s:\n  - a\n  # foot of s\nt: 1\n");
}

Test(place, foot_goes_with_its_collection)
{
	expect_remove("s:\n  - a\n  # foot of s\nt: 1\n", "s", "t: 1\n");
}

Test(place, comment_of_the_next_key_stays)
{
	expect_remove("s:\n  - a\n# of t\nt: 1\n", "s", "# of t\nt: 1\n");
}

Test(place, item_goes_from_a_flow)
{
	expect_remove("a: [one, two, three]   # c\n", "a/0",
		      "a: [two, three]   # c\n");
	expect_remove("a: [one, two, three]   # c\n", "a/1",
		      "a: [one, three]   # c\n");
	expect_remove("a: [one, two, three]   # c\n", "a/2",
		      "a: [one, two]   # c\n");
	expect_remove("a: [one]   # c\n", "a/0", "a: []   # c\n");
	expect_remove("a: {x: 1, y: 2}\n", "a/y", "a: {x: 1}\n");
}

Test(place, item_goes_from_a_flow_of_several_lines)
{
	expect_remove("a: [\n  one,   # 1\n  two,   # 2\n]\n", "a/1",
		      "a: [\n  one,   # 1\n]\n");
	expect_remove("a: [\n  one,   # 1\n  two   # 2\n]\n", "a/1",
		      "a: [\n  one   # 1\n]\n");
	expect_remove("a: [\n  one,   # 1\n  two   # 2\n]\n", "a/0",
		      "a: [\n  two   # 2\n]\n");
}

Test(place, last_entry_without_a_line_end)
{
	expect_remove("a: 1\nb: 2", "b", "a: 1\n");
}

Test(place, key_on_the_dash_line_is_not_removed_before_others)
{
	refused_remove("s:\n  - id: x\n    name: X\n", "s/0/id", 2);
}

Test(place, key_on_the_dash_line_goes_last)
{
	expect_remove("s:\n  - id: x\nt: 1\n", "s/0/id", "s:\n  - {}\nt: 1\n");
}

Test(place, anchor_in_use_is_not_removed)
{
	refused_remove("a: &x one\nb: *x\n", "a", 1);
	refused_remove("z: 1\na:\n  - &x one\n  - 2\nb: *x\n", "a/0", 3);
}

Test(place, anchor_out_of_use_is_removed)
{
	expect_remove("a: &x one\nb: 1\n", "a", "b: 1\n");
	expect_remove("a:\n  - &x one\n  - *x\nb: 1\n", "a", "b: 1\n");
}

Test(place, alias_is_removed)
{
	expect_remove("a: &x one\nb: *x\n", "b", "a: &x one\n");
}

Test(place, block_does_not_swallow_what_was_kept_from_it)
{
	const char *text = "a: |\n  one\nb: 1\n    # deep\nc: 1\n";
	g_autoptr(Tree) t = opened(text);
	g_autofree char *value = NULL;

	history_begin(t);
	edit_remove(t, at(t, "b"), NULL);
	value = tree_value(t, at(t, "a"));
	cr_expect_str_eq(value, "one\n");
	history_commit(t, "it", 0, 0);
	g_free(value);
	{
		g_autofree char *after = emitted(t);
		g_autoptr(Tree) again = opened(after);

		value = tree_value(again, at(again, "a"));
		cr_expect_str_eq(value, "one\n");
	}
}

/* --- moving ------------------------------------------------------------- */

Test(place, item_moves_up_and_down)
{
	const char *text = "s:\n  # a\n  - a\n  - b   # b\n  - c\n";

	expect_move(text, "s/0", "s", NULL,
		    "s:\n  - b   # b\n  - c\n  # a\n  - a\n");
	expect_move(text, "s/2", "s", "s/0",
		    "s:\n  - c\n  # a\n  - a\n  - b   # b\n");
	expect_move(text, "s/1", "s", "s/0",
		    "s:\n  - b   # b\n  # a\n  - a\n  - c\n");
}

Test(place, last_item_without_a_line_end_moves_first)
{
	expect_move("- a\n- b", "1", "", "0", "- b\n- a\n");
	expect_move("- a\n- |\n  b", "1", "", "0", "- |-\n  b\n- a\n");
}

Test(place, item_moves_across_columns)
{
	expect_move("s:\n"
		    "  - t:\n"
		    "      # x\n"
		    "      - id: x\n"
		    "        text: |\n"
		    "          one\n"
		    "\n"
		    "            two\n"
		    "      - id: y\n"
		    "r:\n"
		    "- id: z\n",
		    "s/0/t/0", "r", NULL,
		    "s:\n"
		    "  - t:\n"
		    "      - id: y\n"
		    "r:\n"
		    "- id: z\n"
		    "# x\n"
		    "- id: x\n"
		    "  text: |\n"
		    "    one\n"
		    "\n"
		    "      two\n");
}

Test(place, only_item_moves_into_an_empty_list)
{
	expect_move("a:   # on a\n  - one\nb: []   # on b\n", "a/0", "b", NULL,
		    "a: []   # on a\nb:   # on b\n  - one\n");
}

Test(place, key_moves_into_another_mapping)
{
	expect_move("a:\n  x: 1\n  y: 2   # y\nb:\n  z: 3\n", "a/y", "b", "b/z",
		    "a:\n  x: 1\nb:\n  y: 2   # y\n  z: 3\n");
}

Test(place, item_moves_in_a_flow)
{
	expect_move("a: [one, two, three]\n", "a/2", "a", "a/0",
		    "a: [three, one, two]\n");
	expect_move("a: [\n  one,\n  two\n]\n", "a/1", "a", "a/0",
		    "a: [\n  two,\n  one\n]\n");
}

Test(place, comment_in_a_flow_does_not_move)
{
	refused_move("a: [\n  one,\n  two   # 2\n]\n", "a/1", "a", "a/0", 1);
}

Test(place, anchor_does_not_move_behind_its_alias)
{
	refused_move("- &x one\n- *x\n", "0", "", NULL, 1);
}

Test(place, tag_does_not_leave_its_document)
{
	refused_move("a: 1\n...\n%TAG !e! tag:x,2026:\n---\nb: !e!y two\n"
		     "c: 1\n",
		     "@1/b", "@0", NULL, 5);
}

Test(place, nothing_moves_into_itself)
{
	refused_move("a: 1\nb:\n  c:\n    d: 1\n", "b", "b/c", NULL, 2);
	refused_move("- 1\n- - - 2\n", "1", "1/0", NULL, 2);
}

Test(place, key_on_the_dash_line_does_not_move)
{
	refused_move("s:\n  - id: x\n    name: X\n", "s/0/id", "s/0", NULL, 2);
	refused_move("s:\n  - id: x\n    name: X\n", "s/0/name", "s/0",
		     "s/0/id", 2);
}
