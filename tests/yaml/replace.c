/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values taken out of their pairs as YAML, and others put in their place.
 */
#include "expect.h"

#include <criterion/criterion.h>
#include <string.h>

/* The value at PATH reads as VALUE; NEW in its place gives WANT. */
static void becomes(const char *text, const char *path, const char *value,
		    const char *new, const char *want)
{
	g_autoptr(Tree) t = opened(text);
	g_autoptr(GError) error = NULL;
	g_autofree char *old = edit_text(t, at(t, path), &error);
	g_autofree char *after = NULL, *undone = NULL, *redone = NULL;

	cr_assert(old, "%s", error ? error->message : "");
	cr_expect_str_eq(old, value, "the value is:\n%s", old);
	history_begin(t);
	cr_assert(edit_replace(t, at(t, path), new, &error), "%s",
		  error ? error->message : "");
	history_commit(t, "it", 0, 0);
	after = emitted(t);
	cr_expect_str_eq(after, want, "got:\n%s\nwanted:\n%s", after, want);
	cr_expect(tree_verify(t, after, strlen(after), &error), "%s",
		  error ? error->message : "");
	history_undo(t);
	undone = emitted(t);
	cr_expect_str_eq(undone, text);
	history_redo(t);
	redone = emitted(t);
	cr_expect_str_eq(redone, want);
}

/* NEW is refused with a message that has WHY in it, and nothing changes. */
static void refused(const char *text, const char *path, const char *new,
		    const char *why)
{
	g_autoptr(Tree) t = opened(text);
	g_autoptr(GError) error = NULL;
	g_autofree char *after = NULL;
	bool good;

	history_begin(t);
	good = edit_replace(t, at(t, path), new, &error);
	after = emitted(t);
	cr_expect_str_eq(after, text);
	cr_assert_not(good, "'%s' was taken", new);
	cr_expect(strstr(error->message, why), "%s", error->message);
	cr_expect_null(history_commit(t, "nothing", 0, 0));
}

Test(replace, a_list_keeps_its_column_and_its_neighbours)
{
	becomes("a: 1\n# theirs\nm:   # of it\n    - x: 1 # one\n\n    # two\n"
		"    - x: 2\n\n# b's\nb: 2\n",
		"m", "- x: 1 # one\n\n# two\n- x: 2",
		"- x: 1 # one\n\n# two\n- x: 2\n  y: 3\n- x: 4",
		"a: 1\n# theirs\nm:   # of it\n    - x: 1 # one\n\n    # two\n"
		"    - x: 2\n      y: 3\n    - x: 4\n\n# b's\nb: 2\n");
}

Test(replace, a_list_at_its_keys_column)
{
	becomes("s:\n- t:\n  - a\n  u: 1\n", "s/0/t", "- a", "- b\n- c",
		"s:\n- t:\n  - b\n  - c\n  u: 1\n");
	becomes("s:\n- t:\n  - a\n  u: 1\n", "s/0/t", "- a", "b: c",
		"s:\n- t:\n    b: c\n  u: 1\n");
}

Test(replace, a_missing_value)
{
	becomes("m:   # soon\nn: 1\n", "m", "", "- a\n- b",
		"m:   # soon\n  - a\n  - b\nn: 1\n");
	becomes("m:   # soon\nn: 1\n", "m", "", "a", "m: a   # soon\nn: 1\n");
	becomes("m:   # soon\nn: 1\n", "m", "", "a: 1\nb: |\n  c\n",
		"m:   # soon\n  a: 1\n  b: |\n    c\nn: 1\n");
}

Test(replace, block_and_flow_and_text)
{
	becomes("m: [a, b] # c\n", "m", "[a, b]", "- a\n- b",
		"m: # c\n  - a\n  - b\n");
	becomes("m: # c\n  - a\n  - b\n", "m", "- a\n- b", "[a, b]",
		"m: [a, b] # c\n");
	becomes("m: # c\n  - a\n", "m", "- a", "text", "m: text # c\n");
	becomes("m: text # c\n", "m", "text", "|-\n  a\n  b",
		"m: |- # c\n  a\n  b\n");
	becomes("m: |- # c\n    a\n    b\nn: 1\n", "m", "|- # c\n    a\n    b",
		"a", "m: a\nn: 1\n");
}

Test(replace, lines_of_brackets_and_quotes)
{
	becomes("s:\n  m: [\n    a,\n    b\n  ] # c\n", "s/m",
		"[\n  a,\n  b\n]", "[\n  a,\n  b,\n  d\n]",
		"s:\n  m: [\n    a,\n    b,\n    d\n  ] # c\n");
	becomes("s:\n  m: \"a\n    b\"\n", "s/m", "\"a\n  b\"",
		"\"a\n  b\n  c\"", "s:\n  m: \"a\n    b\n    c\"\n");
	becomes("s:\n  m: a\n", "s/m", "a", "a\nb", "s:\n  m: a\n    b\n");
}

Test(replace, a_value_on_a_line_of_its_own)
{
	becomes("m:  # c\n  # theirs\n  a  # d\nn: 1\n", "m", "# theirs\na",
		"# mine\nb", "m:  # c\n  # mine\n  b  # d\nn: 1\n");
	becomes("m:\n    a\n    b\nn: 1\n", "m", "a\nb", "a\nb\nc",
		"m:\n    a\n    b\n    c\nn: 1\n");
	becomes("m: a # d\n", "m", "a", "# mine\nb", "m:\n  # mine\n  b # d\n");
}

Test(replace, what_is_in_brackets)
{
	becomes("s: {m: [a], n: 1}\n", "s/m", "[a]", "[a, {b: c}]",
		"s: {m: [a, {b: c}], n: 1}\n");
	becomes("s: {m: [a], n: 1}\n", "s/m", "[a]", "- a\n- b: c",
		"s: {m: [a, {b: c}], n: 1}\n");
	becomes("s: {m: [a]}\n", "s/m", "[a]", "- |\n  b\n  c",
		"s: {m: [\"b\\nc\\n\"]}\n");
	becomes("s: {m: , n: 1}\n", "s/m", "", "a b", "s: {m: a b, n: 1}\n");
	becomes("{\"m\":1}\n", "m", "1", "[2]", "{\"m\":[2]}\n");
	refused("s: {m: [a], n: 1}\n", "s/m", "- a # c\n- b",
		"a comment does not fit");
}

Test(replace, the_end_of_the_file)
{
	becomes("m:\n  - a", "m", "- a", "- b\n- c", "m:\n  - b\n  - c");
	becomes("m:\n  - a", "m", "- a", "- |\n  b", "m:\n  - |\n    b");
	becomes("m:\n  - |+\n    a\n\n\nn: 1\n", "m", "- |+\n  a\n\n",
		"- |+\n  b\n\n", "m:\n  - |+\n    b\n\n\nn: 1\n");
	becomes("m:\r\n  - a\r\nn: 1\r\n", "m", "- a", "- b\n- c",
		"m:\r\n  - b\r\n  - c\r\nn: 1\r\n");
}

Test(replace, blank_lines_at_the_end_are_no_part_of_it)
{
	becomes("m:\n  - a\nn: 1\n", "m", "- a", "- b\n\n \n",
		"m:\n  - b\nn: 1\n");
}

Test(replace, what_is_no_yaml)
{
	refused("m: [a]\n", "m", "- a\n- [b",
		"line 2 of the text: did not find expected ',' or ']'");
	refused("m: [a]\n", "m", "- a\nb: c", "line 2 of the text: ");
	refused("m: [a]\n", "m", "", "line 1 of the text: there is no value");
	refused("m: [a]\n", "m", "# only\n", "there is no value");
	refused("m: [a]\n", "m", "a\n---\nb", "one value, not documents");
	refused("m: [a]\n", "m", "--- a", "one value, not documents");
}

Test(replace, what_is_tied_to_its_file)
{
	const char *text = "a: &x 1\nm:\n  - b\n  - c: *x\nn: *x\n"
			   "o: {<<: 1}\np: !t q\n";

	refused(text, "a", "2", "line 1: an anchor or a tag");
	refused(text, "m", "2", "line 4: an alias");
	refused(text, "n", "2", "line 5: an alias");
	refused(text, "o", "2", "line 6: a merge key");
	refused(text, "p", "2", "line 7: an anchor or a tag");
	refused("m: 1\n", "m", "- a\n- &b c", "line 2 of the text: an anchor");
	refused("m: 1\n", "m", "a: 1\n<<: b", "line 2 of the text: a merge");
	refused("m: 1\n", "m", "*a", "line 1 of the text: found an alias of");
}

Test(replace, what_would_swallow_a_comment)
{
	refused("m: 1\n    # deep\nn: 2\n", "m", "|\n  a",
		"line 1: its text would swallow a comment");
}

Test(replace, what_stands_in_an_odd_style)
{
	refused("? m\n: - a\n", "m", "b", "line 1: an odd style");
	refused("s: [m: 1]\n", "s/0/m", "b", "line 1: an odd style");
}

/* Put NEW in the place of the value of E, and take it back. */
static void try_value(Tree *t, uint32_t e, const char *new, const char *text,
		      const char *want, const char *name)
{
	g_autofree char *after = NULL, *undone = NULL;
	g_autoptr(GError) error = NULL;
	bool good;

	history_begin(t);
	good = edit_replace(t, e, new, &error);
	history_commit(t, "it", 0, 0);
	after = emitted(t);
	cr_expect(tree_verify(t, after, strlen(after), NULL), "%s:\n%s\nin\n%s",
		  name, new, after);
	if (want)
		cr_expect_str_eq(after, want, "%s:\n%s\n%s", name, new, after);
	if (good)
		history_undo(t);
	undone = emitted(t);
	cr_expect_str_eq(undone, text, "%s", name);
}

/* Written in ways that are tidied up where a value is written anew. */
static bool is_tidied(const char *name)
{
	static const char *const names[] = {
		"comment-between-key-and-value.yaml",
		"comment-commented-out-keys.yaml",
		"flow-comment-without-blank.yaml",
		"ls-ps-breaks.yaml",
		"mixed-line-ends.yaml",
		"nel-in-comment.yaml",
		"trailing-blanks.yaml",
	};

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* The value of every pair in its own place, and some other one. */
static void try_pairs(Tree *t, uint32_t up, const char *text, const char *name)
{
	static const char *const others[] = {
		"- a\n- b: c\n  # d\n  e: |\n    f\n",
		"a: [1, 2]",
		"text",
		"|-\n  a\n  b",
		"# c\n{a: b}",
		"'a\n\n  b'",
	};

	for (uint32_t e = tree_first(t, up); e; e = tree_next(t, e)) {
		g_autofree char *old = tree_kind(t, up) == KIND_MAPPING
					       ? edit_text(t, e, NULL)
					       : NULL;

		if (old && *old)
			try_value(t, e, old, text,
				  is_tidied(name) ? NULL : text, name);
		if (old)
			try_value(t, e, others[e % G_N_ELEMENTS(others)], text,
				  NULL, name);
		try_pairs(t, e, text, name);
	}
}

Test(replace, any_value_of_any_file)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *folder =
		g_build_filename(top ? top : ".", "tests/yaml/corpus", NULL);
	GDir *dir = g_dir_open(folder, 0, NULL);
	const char *name;

	cr_assert(dir);
	while ((name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_autofree char *text = NULL;
		size_t len;
		g_autoptr(Tree) t = NULL;

		cr_assert(g_file_get_contents(path, &text, &len, NULL));
		if (strlen(text) != len || len > 4096)
			continue;
		t = opened(text);
		for (unsigned n = 0; tree_document(t, n); n++)
			try_pairs(t, tree_document(t, n), text, name);
	}
	g_dir_close(dir);
}
