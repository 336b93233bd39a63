/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loading: what is taken, what is refused and where, and what is read of it.
 */
#include "expect.h"

#include <criterion/criterion.h>
#include <string.h>

static Tree *load(const char *bytes, size_t len,
		  const struct tree_limits *limits, struct mark *where,
		  GError **error)
{
	char *copy = g_malloc(len + 1);

	memcpy(copy, bytes, len);
	copy[len] = '\0';
	return tree_load(copy, len, limits, where, error);
}

/* The bytes are refused with that code, at that place (line 0: anywhere). */
static void refuse_bytes(const char *bytes, size_t len,
			 const struct tree_limits *limits, enum tree_error code,
			 unsigned line, unsigned column)
{
	struct mark where = { 0, 0 };
	g_autoptr(GError) error = NULL;
	g_autoptr(Tree) t = load(bytes, len, limits, &where, &error);

	cr_assert_null(t);
	cr_assert(g_error_matches(error, TREE_ERROR, (int)code), "%s",
		  error ? error->message : "(no error)");
	cr_expect_gt(strlen(error->message), 0);
	if (!line)
		return;
	cr_expect_eq(where.line, line, "line %u, not %u: %s", where.line, line,
		     error->message);
	if (column)
		cr_expect_eq(where.column, column, "column %u, not %u: %s",
			     where.column, column, error->message);
}

static void refuse(const char *text, enum tree_error code, unsigned line,
		   unsigned column)
{
	refuse_bytes(text, strlen(text), &tree_limits_default, code, line,
		     column);
}

static void expect_value(const Tree *t, const char *path, const char *want)
{
	g_autofree char *value = tree_value(t, at(t, path));

	cr_expect_str_eq(value, want, "%s: '%s', not '%s'", path, value, want);
}

/* DEPTH collections in each other, in one line. */
static char *nested(unsigned depth)
{
	GString *s = g_string_new(NULL);

	for (unsigned i = 0; i < depth; i++)
		g_string_append_c(s, '[');
	for (unsigned i = 0; i < depth; i++)
		g_string_append_c(s, ']');
	return g_string_free(s, FALSE);
}

/* --- limits ------------------------------------------------------------- */

Test(load, sixty_four_levels_are_taken_and_one_more_refused)
{
	g_autofree char *most = nested(64), *more = nested(65);
	g_autoptr(Tree) t = opened(most);

	cr_expect_eq(tree_kind(t, at(t, "0/0/0")), KIND_SEQUENCE);
	refuse(more, TREE_ERROR_LIMIT, 1, 65);
}

Test(load, levels_of_block_style_count_too)
{
	g_autoptr(GString) s = g_string_new(NULL);

	for (unsigned i = 0; i < 65; i++)
		g_string_append_printf(s, "%*sa:\n", (int)i, "");
	g_string_append_printf(s, "%*sa: 1\n", 65, "");
	refuse(s->str, TREE_ERROR_LIMIT, 65, 0);
}

Test(load, two_hundred_kilobytes_of_brackets)
{
	g_autofree char *text = g_strnfill(200 << 10, '[');

	refuse(text, TREE_ERROR_LIMIT, 1, 65);
}

Test(load, two_hundred_kilobytes_of_braces)
{
	g_autoptr(GString) s = g_string_new(NULL);

	while (s->len < 200 << 10)
		g_string_append(s, "{a: ");
	refuse(s->str, TREE_ERROR_LIMIT, 1, 0);
}

Test(load, anchors_are_counted)
{
	struct tree_limits few = tree_limits_default;
	const char *text = "a: &a 1\nb: &b 2\nc: &c 3\n";
	struct mark where;
	g_autoptr(Tree) t = NULL;

	few.anchors = 3;
	t = load(text, strlen(text), &few, &where, NULL);
	cr_expect(t);
	few.anchors = 2;
	refuse_bytes(text, strlen(text), &few, TREE_ERROR_LIMIT, 3, 4);
}

Test(load, a_thousand_anchors_are_taken)
{
	g_autoptr(GString) s = g_string_new(NULL);
	g_autoptr(Tree) t = NULL;

	for (unsigned i = 0; i < 1000; i++)
		g_string_append_printf(s, "- &a%u x\n", i);
	t = opened(s->str);
	g_string_append(s, "- &more x\n");
	refuse(s->str, TREE_ERROR_LIMIT, 1001, 0);
}

Test(load, long_scalars_are_refused)
{
	struct tree_limits small = tree_limits_default;
	const char *text = "a: 1\nb: 'twelve bytes'\n";
	struct mark where;
	g_autoptr(Tree) t = NULL;

	small.scalar = 12;
	t = load(text, strlen(text), &small, &where, NULL);
	cr_expect(t);
	small.scalar = 11;
	refuse_bytes(text, strlen(text), &small, TREE_ERROR_LIMIT, 2, 4);
}

Test(load, long_keys_are_refused)
{
	struct tree_limits small = tree_limits_default;
	const char *text = "a long key: 1\n";

	small.scalar = 9;
	refuse_bytes(text, strlen(text), &small, TREE_ERROR_LIMIT, 1, 1);
}

Test(load, long_texts_are_refused)
{
	struct tree_limits small = tree_limits_default;
	const char *text = "a: 1\n";
	struct mark where;
	g_autoptr(Tree) t = NULL;

	small.bytes = 5;
	t = load(text, strlen(text), &small, &where, NULL);
	cr_expect(t);
	small.bytes = 4;
	refuse_bytes(text, strlen(text), &small, TREE_ERROR_LIMIT, 0, 0);
}

Test(load, default_limits_are_those_of_the_format)
{
	cr_expect_eq(tree_limits_default.bytes, 64 << 20);
	cr_expect_eq(tree_limits_default.scalar, 1 << 20);
	cr_expect_eq(tree_limits_default.depth, 64);
	cr_expect_eq(tree_limits_default.anchors, 1000);
}

/* --- what is no YAML ---------------------------------------------------- */

Test(load, utf16_is_refused)
{
	refuse_bytes("\xff\xfe"
		     "a\0:\0 \0"
		     "1\0",
		     10, &tree_limits_default, TREE_ERROR_SYNTAX, 0, 0);
	refuse_bytes("\xfe\xff\0a\0:\0 \0"
		     "1",
		     10, &tree_limits_default, TREE_ERROR_SYNTAX, 0, 0);
}

Test(load, bytes_that_are_not_utf8_have_their_place)
{
	refuse("a: 1\nb: \xff\n", TREE_ERROR_SYNTAX, 2, 4);
	refuse("a: 1\r\n\r\n# caf\xe9\r\n", TREE_ERROR_SYNTAX, 3, 0);
	refuse("a: \xc3\xa9\xc3\n", TREE_ERROR_SYNTAX, 1, 0);
	refuse("\xef\xbb\xbf"
	       "a: \xff\n",
	       TREE_ERROR_SYNTAX, 1, 4);
}

Test(load, nul_has_its_place)
{
	refuse_bytes("a: 1\nb: x\0y\n", 12, &tree_limits_default,
		     TREE_ERROR_SYNTAX, 2, 5);
}

Test(load, control_characters_have_their_place)
{
	refuse("a: 1\nb: \x1b[31m\n", TREE_ERROR_SYNTAX, 2, 4);
	refuse("a: 1\nb: x\x7f\n", TREE_ERROR_SYNTAX, 2, 5);
}

Test(load, errors_have_their_place)
{
	refuse("a: 1\nb: [1, 2\nc: 3\n", TREE_ERROR_SYNTAX, 3, 0);
	refuse("a: 1\n\tb: 2\n", TREE_ERROR_SYNTAX, 2, 1);
	refuse("\xc3\xa9: x: y\n", TREE_ERROR_SYNTAX, 1, 5);
	refuse("a: \"one\n", TREE_ERROR_SYNTAX, 2, 0);
	refuse("a: b\n  c: d\n", TREE_ERROR_SYNTAX, 2, 4);
}

Test(load, alias_without_an_anchor_is_refused)
{
	refuse("a: 1\nb: *nothing\n", TREE_ERROR_SYNTAX, 2, 4);
	refuse("- &x 1\n--- \n- *x\n", TREE_ERROR_SYNTAX, 3, 3);
}

/* --- what is read ------------------------------------------------------- */

Test(load, nothing_is_no_document)
{
	static const char *const texts[] = {
		"", "\n", "# only\n", "\n\n# c", "   \n", "\xef\xbb\xbf"
	};

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(Tree) t = opened(texts[i]);
		g_autofree char *text = emitted(t);

		cr_expect_eq(tree_document(t, 0), 0);
		cr_expect_str_eq(text, texts[i]);
		cr_expect(tree_verify(t, text, strlen(text), NULL));
	}
}

Test(load, documents_are_counted)
{
	g_autoptr(Tree) t = opened("--- \n...\n---\na: 1\n--- text\n");

	cr_expect_eq(tree_kind(t, tree_document(t, 0)), KIND_SCALAR);
	cr_expect(tree_blank(t, tree_document(t, 0)));
	cr_expect_eq(tree_kind(t, tree_document(t, 1)), KIND_MAPPING);
	expect_value(t, "@2", "text");
	cr_expect_eq(tree_document(t, 3), 0);
}

Test(load, values_read_in_every_style)
{
	g_autoptr(Tree) t = opened("a: plain text\n"
				   "b: 'it''s'\n"
				   "c: \"\\u263a\\n\"\n"
				   "d: |\n"
				   "  one\n"
				   "  two\n"
				   "e: >-\n"
				   "  one\n"
				   "  two\n"
				   "f: one\n"
				   "  two\n"
				   "g:\n"
				   "h: [x, {y: z}]\n");

	expect_value(t, "a", "plain text");
	expect_value(t, "b", "it's");
	expect_value(t, "c", "\xe2\x98\xba\n");
	expect_value(t, "d", "one\ntwo\n");
	expect_value(t, "e", "one two");
	expect_value(t, "f", "one two");
	expect_value(t, "g", "");
	expect_value(t, "h/0", "x");
	expect_value(t, "h/1/y", "z");
	cr_expect_null(tree_value(t, at(t, "h")));
}

Test(load, document_of_one_text_reads_in_every_style)
{
	static const char *const texts[] = { "one\ntwo\n", "--- one\ntwo\n",
					     "--- 'one\n  two'\n",
					     "\"one\n two\"\n",
					     "--- >-\n one\n two\n" };

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(Tree) t = opened(texts[i]);
		g_autofree char *value = tree_value(t, tree_document(t, 0));

		cr_expect_str_eq(value, "one two", "%s", texts[i]);
	}
}

Test(load, keys_are_found_in_every_style)
{
	g_autoptr(Tree) t = opened("'a b': 1\n\"c\\x20d\": 2\n? e\n: 3\n");

	expect_value(t, "a b", "1");
	expect_value(t, "c d", "2");
	expect_value(t, "e", "3");
	cr_expect_eq(tree_find(t, at(t, ""), "f"), 0);
	cr_expect_eq(tree_key_hash(t, at(t, "c d")), tree_hash("c d", 3));
}

static void expect_key_text(const char *text, unsigned n, const char *want)
{
	g_autoptr(Tree) t = opened(text);
	uint32_t e = tree_first(t, at(t, ""));
	g_autofree char *key = NULL;

	while (n--)
		e = tree_next(t, e);
	key = tree_key(t, e);
	cr_expect_str_eq(key, want);
}

Test(load, odd_keys_read_as_they_are)
{
	expect_key_text("? |\n  block\n: text\n", 0, "block\n");
	expect_key_text("? - list\n:a: 1\n", 1, ":a");
	expect_key_text("{? }\n", 0, "");
	expect_key_text("?\n: 1\n", 0, "");
	expect_key_text("{\"a\\x41\":1}\n", 0, "aA");
}

Test(load, collection_as_key_is_no_text)
{
	g_autoptr(Tree) t = opened("? [a, b]\n: 1\nc: 2\n");

	cr_expect_null(tree_key(t, tree_first(t, at(t, ""))));
	expect_value(t, "c", "2");
}

Test(load, first_of_duplicate_keys_is_found)
{
	g_autoptr(Tree) t = opened("a: 1\nb: 2\n'a': 3\n");

	expect_value(t, "a", "1");
	cr_expect_not(tree_duplicate(t, at(t, "a")));
	cr_expect_not(tree_duplicate(t, at(t, "b")));
	cr_expect(tree_duplicate(t, tree_last(t, at(t, ""))));
}

Test(load, blank_is_missing_or_a_plain_null)
{
	g_autoptr(Tree) t = opened("a:\nb: ~\nc: null\nd: '~'\ne: \"\"\n"
				   "f: 'null'\ng: none\n");

	cr_expect(tree_blank(t, at(t, "a")));
	cr_expect(tree_blank(t, at(t, "b")));
	cr_expect(tree_blank(t, at(t, "c")));
	cr_expect_not(tree_blank(t, at(t, "d")));
	cr_expect_not(tree_blank(t, at(t, "e")));
	cr_expect_not(tree_blank(t, at(t, "f")));
	cr_expect_not(tree_blank(t, at(t, "g")));
}

Test(load, alias_of_a_scalar_reads_as_it)
{
	g_autoptr(Tree) t = opened("a: &x one\nb: *x\nc: &y [1]\nd: *y\n"
				   "e: *x\n");

	cr_expect_eq(tree_kind(t, at(t, "b")), KIND_SCALAR);
	cr_expect(tree_is_alias(t, at(t, "b")));
	expect_value(t, "b", "one");
	cr_expect_eq(tree_kind(t, at(t, "d")), KIND_ALIAS);
	cr_expect_null(tree_value(t, at(t, "d")));
	cr_expect_not(tree_is_alias(t, at(t, "a")));
	cr_expect_eq(tree_aliases(t, at(t, "a")), 2);
	cr_expect_eq(tree_aliases(t, at(t, "c")), 1);
	cr_expect_eq(tree_aliases(t, at(t, "b")), 0);
}

Test(load, alias_reads_the_last_anchor_before_it)
{
	g_autoptr(Tree) t = opened("- &x 1\n- *x\n- &x 2\n- *x\n");

	expect_value(t, "1", "1");
	expect_value(t, "3", "2");
}

Test(load, alias_reads_the_value_as_it_stands)
{
	g_autoptr(Tree) t = opened("a: &x one\nb: *x\n");

	history_begin(t);
	cr_assert(edit_set(t, at(t, "a"), "two", SAY_TEXT, NULL));
	expect_value(t, "b", "two");
}

Test(load, an_alias_in_its_own_anchor_is_no_loop)
{
	g_autoptr(Tree) t = opened("a: &x [1, *x]\n");

	cr_expect_eq(tree_kind(t, at(t, "a/1")), KIND_ALIAS);
	cr_expect_null(tree_value(t, at(t, "a/1")));
}

Test(load, a_bomb_of_aliases_stays_small)
{
	g_autoptr(GString) s = g_string_new("- &a0 [x, x]\n");
	g_autoptr(Tree) t = NULL;

	for (unsigned i = 1; i < 60; i++)
		g_string_append_printf(s, "- &a%u [*a%u, *a%u]\n", i, i - 1,
				       i - 1);
	t = opened(s->str);
	cr_expect_eq(tree_kind(t, at(t, "59/1")), KIND_ALIAS);
}

/* --- verifying ---------------------------------------------------------- */

Test(load, verify_sees_every_difference)
{
	static const char *const others[] = {
		"a: 1\nb: [x, y]\n",
		"a: 2\nb: [x, y]\nc: &d 1\ne: *d\n",
		"a: 1\nb: [y, x]\nc: &d 1\ne: *d\n",
		"a: 1\nb: [x]\nc: &d 1\ne: *d\n",
		"a: 1\nb: [x, y]\nf: &d 1\ne: *d\n",
		"a: 1\nb: [x, y]\nc: 1\ne: 1\n",
		"a: 1\nb: {x: y}\nc: &d 1\ne: *d\n",
		"a: '1'\nb: [x, y]\nc: &d 1\ne: *d\n",
		"a: !t 1\nb: [x, y]\nc: &d 1\ne: *d\n",
		"a: 1\nb: [x, y]\nc: &d 1\ne: *d\n--- \n",
		"a: 1\nb: [x, y\n",
		"",
	};
	const char *text = "a: 1\nb: [x, y]\nc: &d 1\ne: *d\n";
	g_autoptr(Tree) t = opened(text);

	cr_expect(tree_verify(t, text, strlen(text), NULL));
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
		g_autoptr(GError) error = NULL;

		cr_expect_not(tree_verify(t, others[i], strlen(others[i]),
					  &error),
			      "%s", others[i]);
		cr_expect(
			g_error_matches(error, TREE_ERROR, TREE_ERROR_VERIFY));
	}
}

Test(load, verify_does_not_mind_the_spelling)
{
	const char *other = "# c\n'a':   1\n\nb: [x,\n  y]\nc: 'one'\n";
	g_autoptr(Tree) t = opened("a: 1\nb:\n  - x\n  - y\nc: one\n");

	cr_expect(tree_verify(t, other, strlen(other), NULL));
}

Test(load, an_item_behind_an_order_mark_has_a_text_of_its_own)
{
	g_autoptr(Tree) t = opened("k:\n  - id: a\n\xef\xbb\xbf -\n");
	g_autoptr(GString) item = g_string_new(NULL);

	tree_emit_entry(t, at(t, "k/1"), item);
	cr_expect_str_eq(item->str, "\xef\xbb\xbf -\n");
}
