/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The key table: what the compiled-in text promises, what a bad line is
 * told, and that the inner context wins.
 */
#include "tui/keys.h"

#include <criterion/criterion.h>
#include <string.h>

#include "tui/key.h"

static bool any_word(const char *name)
{
	return *name != '\0';
}

static bool known_word(const char *name)
{
	static const char *const words[] = { "pane", "field", "help", "up" };

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (!strcmp(words[i], name))
			return true;
	return false;
}

static const struct keymap_words any = {
	.context = any_word,
	.action = any_word,
};

static const struct keymap_words known = {
	.context = known_word,
	.action = known_word,
};

static struct keymap *table(const char *text)
{
	g_autoptr(GError) error = NULL;
	struct keymap *map = keymap_new(text, &any, &error);

	cr_assert_not_null(map, "%s", error ? error->message : "");
	return map;
}

static uint32_t key(const char *name)
{
	uint32_t out = 0;

	cr_assert(key_parse(name, &out), "%s", name);
	return out;
}

static void expect_refused(const char *text, int code, const char *message)
{
	g_autoptr(GError) error = NULL;
	struct keymap *map = keymap_new(text, &known, &error);

	cr_assert_null(map);
	cr_expect(g_error_matches(error, KEYMAP_ERROR, code));
	cr_expect_str_eq(error->message, message);
}

Test(keys, a_line_binds_each_of_its_keys)
{
	const char *const pane[] = { "pane", NULL };
	struct keymap *map = table("# a comment\n\npane Up k\tup\r\n");
	size_t count;
	const struct binding *b = keymap_bindings(map, &count);

	cr_assert_eq(count, 2u);
	cr_expect_str_eq(b[1].context, "pane");
	cr_expect_eq(b[1].line, 3u);
	cr_expect_str_eq(keymap_action(map, pane, key("Up")), "up");
	cr_expect_str_eq(keymap_action(map, pane, key("k")), "up");
	cr_expect_null(keymap_action(map, pane, key("K")));
	keymap_free(map);
}

Test(keys, a_number_sign_is_a_key_too)
{
	const char *const pane[] = { "pane", NULL };
	struct keymap *map = table("  # not this\npane # up\n");

	cr_expect_str_eq(keymap_action(map, pane, key("#")), "up");
	keymap_free(map);
}

static struct keymap *overlaid(const char *text, const char *over)
{
	g_autoptr(GError) error = NULL;
	struct keymap *map = table(text);

	cr_assert(keymap_overlay(map, over, &any, &error), "%s",
		  error ? error->message : "");
	return map;
}

Test(keys, a_layer_goes_before_what_it_lies_over)
{
	const char *const pane[] = { "pane", NULL };
	struct keymap *map =
		overlaid("pane u undo\npane C-z suspend\n", "pane C-z undo\n");

	cr_expect_str_eq(keymap_action(map, pane, key("C-z")), "undo");
	cr_expect_str_eq(keymap_action(map, pane, key("u")), "undo");
	cr_expect_eq(keymap_key(map, pane, "undo"), key("C-z"));
	cr_expect_eq(keymap_key(map, pane, "suspend"), 0u);
	keymap_free(map);
}

Test(keys, a_layer_can_leave_a_key_without_a_meaning)
{
	const char *const pane[] = { "pane", NULL };
	struct keymap *map = overlaid("pane x y drop\n", "pane x none\n");

	cr_expect_null(keymap_action(map, pane, key("x")));
	cr_expect_eq(keymap_key(map, pane, "drop"), key("y"));
	keymap_free(map);
	expect_refused("pane x none", KEYMAP_ERROR_WORD,
		       "line 1: unknown action 'none'");
}

Test(keys, a_pair_takes_its_first_letter_from_what_it_lies_over)
{
	const char *const pane[] = { "pane", NULL };
	struct keymap *map = overlaid("pane d x drop\n", "pane dd drop\n");

	cr_expect_null(keymap_action(map, pane, key("d")));
	cr_expect(keymap_begins(map, pane, key("d")));
	cr_expect_not(keymap_begins(map, pane, key("x")));
	cr_expect_str_eq(keymap_action(map, pane, key("dd")), "drop");
	cr_expect_eq(keymap_key(map, pane, "drop"), key("dd"));
	keymap_free(map);
}

Test(keys, a_letter_by_itself_takes_away_pairs_below_it)
{
	const char *const pane[] = { "pane", NULL };
	struct keymap *map = overlaid("pane dd dx drop\n", "pane d cut\n");

	cr_expect_str_eq(keymap_action(map, pane, key("d")), "cut");
	cr_expect_not(keymap_begins(map, pane, key("d")));
	cr_expect_eq(keymap_key(map, pane, "drop"), 0u);
	keymap_free(map);
}

Test(keys, a_pair_and_its_first_letter_cannot_both_mean_something)
{
	expect_refused("pane d up\npane dd help", KEYMAP_ERROR_CONFLICT,
		       "line 2: 'dd' already means 'up' here");
	expect_refused("pane dd dx up\npane d help", KEYMAP_ERROR_CONFLICT,
		       "line 2: 'd' already means 'up' here");
}

Test(keys, hints_show_only_pairs_that_can_be_begun)
{
	const char *const chain[] = { "inner", "outer", NULL };
	struct keymap *map = table("outer dd up\nouter g down\nouter x up\n"
				   "inner d clear\ninner gg help\n");

	cr_expect_not(keymap_begins(map, chain, key("d")));
	cr_expect(keymap_begins(map, chain, key("g")));
	cr_expect_eq(keymap_key(map, chain, "up"), key("x"));
	cr_expect_eq(keymap_key(map, chain, "down"), 0u);
	cr_expect_eq(keymap_key(map, chain, "help"), key("gg"));
	keymap_free(map);
}

Test(keys, a_bad_line_is_named)
{
	expect_refused("\npane up\n", KEYMAP_ERROR_LINE,
		       "line 2: not 'context key... action'");
	expect_refused("pane Upp up", KEYMAP_ERROR_KEY,
		       "line 1: no key is called 'Upp'");
	expect_refused("pane Up upp", KEYMAP_ERROR_WORD,
		       "line 1: unknown action 'upp'");
	expect_refused("pan Up up", KEYMAP_ERROR_WORD,
		       "line 1: unknown context 'pan'");
}

Test(keys, one_key_has_one_meaning_in_a_context)
{
	expect_refused("pane k up\npane F1 k help\n", KEYMAP_ERROR_CONFLICT,
		       "line 2: 'k' already means 'up' here");
	keymap_free(table("pane k up\nfield k help\n"));
}

Test(keys, the_inner_context_is_asked_first)
{
	const char *const chain[] = { "list", "field", NULL };
	struct keymap *map = table("field Enter commit\nfield C-a begin\n"
				   "list Enter choose\n");

	cr_expect_str_eq(keymap_action(map, chain, key("Enter")), "choose");
	cr_expect_str_eq(keymap_action(map, chain, key("C-a")), "begin");
	cr_expect_eq(keymap_key(map, chain, "commit"), 0u);
	keymap_free(map);
}

Test(keys, hints_show_only_keys_that_work_here)
{
	const char *const chain[] = { "inner", "outer", NULL };
	struct keymap *map = table("outer d Del F8 drop\ninner Del clear\n"
				   "inner x drop\nouter q quit\n");
	g_autofree char *drop =
		keymap_labels(map, chain, "drop", GLYPHS_UNICODE);
	g_autofree char *none =
		keymap_labels(map, chain, "save", GLYPHS_UNICODE);

	cr_expect_str_eq(drop, "x d F8");
	cr_expect_eq(keymap_key(map, chain, "drop"), key("x"));
	cr_expect_str_eq(none, "");
	keymap_free(map);
}

/* --- what data/keys.conf promises ----------------------------------------- */

Test(keys, the_default_table_reads)
{
	size_t count;
	struct keymap *map = table(data_keys_conf);

	keymap_bindings(map, &count);
	cr_expect_gt(count, 100u);
	keymap_free(map);
}

Test(keys, escape_leads_out_of_everywhere)
{
	g_auto(GStrv) places =
		g_strsplit("everywhere field list help welcome quit question",
			   " ", -1);
	struct keymap *map = table(data_keys_conf);

	for (char **place = places; *place; place++) {
		const char *const chain[] = { *place, NULL };

		cr_expect_not_null(keymap_action(map, chain, KEYCODE_ESC), "%s",
				   *place);
	}
	keymap_free(map);
}

Test(keys, enter_never_quits)
{
	const char *const quit[] = { "quit", NULL };
	struct keymap *map = table(data_keys_conf);

	cr_expect_not_null(keymap_action(map, quit, key("s")));
	cr_expect_null(keymap_action(map, quit, KEYCODE_ENTER));
	keymap_free(map);
}

Test(keys, a_text_being_typed_takes_every_character)
{
	static const char *const typing[] = { "field", "list", "search",
					      "help" };
	struct keymap *map = table(data_keys_conf);
	size_t count;
	const struct binding *b = keymap_bindings(map, &count);

	for (size_t i = 0; i < count; i++)
		for (size_t t = 0; t < G_N_ELEMENTS(typing); t++)
			if (!strcmp(b[i].context, typing[t]))
				cr_expect_eq(key_character(b[i].key), 0u,
					     "line %u", b[i].line);
	keymap_free(map);
}
