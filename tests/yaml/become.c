/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text that becomes another: to the byte, undone to the byte, and what is
 * the same in both keeps its numbers.
 */
#include "expect.h"

#include <criterion/criterion.h>
#include <string.h>

static const char text[] = "senseboard: 1\n"
			   "title: A day # short\n"
			   "stages:\n"
			   "  - id: one\n"
			   "    name: One\n"
			   "  - id: two\n"
			   "    name: Two\n"
			   "  - id: three\n"
			   "    name: Three\n";

/* T, opened as TEXT, becomes WANT and goes back. */
static void becomes(Tree *t, const char *want)
{
	g_autofree char *before = emitted(t);

	history_begin(t);
	cr_assert(edit_become(t, want, strlen(want), NULL, NULL));
	history_commit(t, "become", 0, 0);
	g_autofree char *now = emitted(t);
	cr_assert_str_eq(now, want);
	cr_assert(tree_verify(t, now, strlen(now), NULL));
	if (!history_undo(t))
		return;
	g_autofree char *undone = emitted(t);
	cr_assert_str_eq(undone, before);
	cr_assert(tree_verify(t, undone, strlen(undone), NULL));
	history_redo(t);
	g_autofree char *redone = emitted(t);
	cr_assert_str_eq(redone, want);
}

static void become_and_back(const char *from, const char *want)
{
	g_autoptr(Tree) t = opened(from);

	becomes(t, want);
}

Test(become, any_text_becomes_any_other)
{
	static const char *const texts[] = {
		text,
		"",
		"# nothing\n",
		"a: b",
		"- a\n- b\n- a\n",
		"- b\n- a\n- a\n- c\n",
		"{a: [1, 2], b: {c: d}}\n",
		"a: &x 1\nb: *x\n",
		"a: 1\nb: &x 1\nc: *x\n",
		"--- # one\na: b\n...\n---\nc: d\n",
		"\xef\xbb\xbf"
		"a: b\r\nc: |\r\n  d\r\n",
		"a: 1\na: 2\n",
	};

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		for (size_t j = 0; j < G_N_ELEMENTS(texts); j++)
			become_and_back(texts[i], texts[j]);
}

Test(become, same_text_is_no_change)
{
	g_autoptr(Tree) t = opened(text);

	becomes(t, text);
	cr_expect_eq(history_depth(t), 0);
}

Test(become, what_stays_keeps_its_number)
{
	g_autoptr(Tree) t = opened(text);
	uint32_t title = at(t, "title"), one = at(t, "stages/0");
	uint32_t name = at(t, "stages/1/name"), three = at(t, "stages/2");

	becomes(t, "senseboard: 1\n"
		   "title: A long day\n"
		   "stages:\n"
		   "  - id: three\n"
		   "    name: Three\n"
		   "  - id: one\n"
		   "    name: One\n"
		   "  - id: new\n"
		   "  - id: two\n"
		   "    name: Zwei\n");
	cr_expect_eq(at(t, "title"), title);
	cr_expect_eq(at(t, "stages/1"), one);
	cr_expect_eq(at(t, "stages/3/name"), name);
	cr_expect_neq(at(t, "stages/0"), three);
}

Test(become, refuses_what_is_no_yaml)
{
	g_autoptr(Tree) t = opened(text);
	GError *error = NULL;
	struct mark where;

	history_begin(t);
	cr_assert_not(edit_become(t, "a: 1\nb: ]\n", 9, &where, &error));
	cr_expect(g_error_matches(error, TREE_ERROR, TREE_ERROR_SYNTAX));
	cr_expect_eq(where.line, 2);
	g_clear_error(&error);
	cr_expect_null(history_commit(t, "become", 0, 0));
	g_autofree char *now = emitted(t);
	cr_expect_str_eq(now, text);
}

Test(become, does_not_grow_beyond_all_bounds)
{
	struct tree_limits few = tree_limits_default;
	g_autoptr(Tree) t = NULL;
	GError *error = NULL;
	unsigned times = 0;

	few.bytes = sizeof(text);
	t = tree_load(g_strdup(text), strlen(text), &few, NULL, &error);
	cr_assert(t, "%s", error ? error->message : "");
	history_begin(t);
	while (edit_become(t, text, strlen(text), NULL, &error))
		times++;
	cr_expect(g_error_matches(error, TREE_ERROR, TREE_ERROR_LIMIT));
	cr_expect(times >= 4 && times < 8, "%u", times);
	g_error_free(error);
}

Test(become, takes_a_text_that_no_zero_ends)
{
	static const char bytes[] = { 'a', ':', ' ', 'b', '\n' };
	g_autofree char *exact = g_memdup2(bytes, sizeof(bytes));
	g_autoptr(Tree) t = opened("a: c\n");

	history_begin(t);
	cr_assert(edit_become(t, exact, sizeof(bytes), NULL, NULL));
	cr_assert(edit_become(t, exact, 0, NULL, NULL));
}
