/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The history: changes with names, undone and redone to the byte, and told
 * step by step to whoever keeps a view.
 */
#include "expect.h"

#include <criterion/criterion.h>
#include <string.h>

static const char text[] = "a: one\nb:\n  - x\n  - y\nc: 3\n";

static void set(Tree *t, const char *path, const char *value)
{
	cr_assert(edit_set(t, at(t, path), value, SAY_TEXT, NULL));
}

static void change(Tree *t, const char *path, const char *value)
{
	history_begin(t);
	set(t, path, value);
	cr_assert(history_commit(t, value, at(t, path), 7));
}

static void expect_now(const Tree *t, const char *want)
{
	g_autofree char *now = emitted(t);

	cr_expect_str_eq(now, want);
}

Test(history, nothing_was_done_at_first)
{
	g_autoptr(Tree) t = opened(text);

	cr_expect_null(history_undo(t));
	cr_expect_null(history_redo(t));
	cr_expect_null(history_next_undo(t));
	cr_expect_null(history_next_redo(t));
	cr_expect_eq(history_depth(t), 0);
}

Test(history, change_has_its_name_and_focus)
{
	g_autoptr(Tree) t = opened(text);
	const struct change *c;

	history_begin(t);
	set(t, "a", "two");
	c = history_commit(t, "set a", at(t, "a"), 42);
	cr_assert(c);
	cr_expect_str_eq(c->name, "set a");
	cr_expect_eq(c->focus, at(t, "a"));
	cr_expect_eq(c->detail, 42);
	cr_expect_eq(history_next_undo(t), c);
	cr_expect_eq(history_depth(t), 1);
	cr_expect_eq(history_undo(t), c);
	cr_expect_eq(history_depth(t), 0);
	cr_expect_eq(history_next_redo(t), c);
	cr_expect_eq(history_redo(t), c);
	cr_expect_eq(history_depth(t), 1);
}

Test(history, undo_goes_back_change_by_change)
{
	g_autoptr(Tree) t = opened(text);

	change(t, "a", "1st");
	change(t, "c", "2nd");
	change(t, "a", "3rd");
	expect_now(t, "a: 3rd\nb:\n  - x\n  - y\nc: 2nd\n");
	history_undo(t);
	expect_now(t, "a: 1st\nb:\n  - x\n  - y\nc: 2nd\n");
	history_undo(t);
	expect_now(t, "a: 1st\nb:\n  - x\n  - y\nc: 3\n");
	history_redo(t);
	expect_now(t, "a: 1st\nb:\n  - x\n  - y\nc: 2nd\n");
	history_undo(t);
	history_undo(t);
	expect_now(t, text);
	cr_expect_null(history_undo(t));
}

Test(history, new_change_ends_redoing)
{
	g_autoptr(Tree) t = opened(text);

	change(t, "a", "1st");
	change(t, "a", "2nd");
	history_undo(t);
	change(t, "c", "other");
	cr_expect_null(history_next_redo(t));
	cr_expect_null(history_redo(t));
	cr_expect_eq(history_depth(t), 2);
	expect_now(t, "a: 1st\nb:\n  - x\n  - y\nc: other\n");
}

Test(history, empty_change_is_none_and_leaves_redo)
{
	g_autoptr(Tree) t = opened(text);

	change(t, "a", "1st");
	history_undo(t);
	history_begin(t);
	cr_expect_null(history_commit(t, "nothing", 0, 0));
	cr_expect_eq(history_depth(t), 0);
	cr_expect(history_redo(t));
	expect_now(t, "a: 1st\nb:\n  - x\n  - y\nc: 3\n");
}

Test(history, several_edits_are_one_change)
{
	g_autoptr(Tree) t = opened(text);

	history_begin(t);
	set(t, "a", "two");
	cr_assert(edit_remove(t, at(t, "b/0"), NULL));
	cr_assert(edit_insert(t, at(t, "b"), 0, "- z\n", NULL));
	cr_assert(edit_move(t, at(t, "c"), at(t, ""), at(t, "a"), NULL));
	cr_assert(edit_set_key(t, at(t, "a"), "aa", NULL));
	cr_assert(history_commit(t, "all", 0, 0));
	expect_now(t, "c: 3\naa: two\nb:\n  - y\n  - z\n");
	history_undo(t);
	expect_now(t, text);
	history_redo(t);
	expect_now(t, "c: 3\naa: two\nb:\n  - y\n  - z\n");
}

Test(history, abandoned_change_leaves_nothing)
{
	g_autoptr(Tree) t = opened(text);

	change(t, "a", "1st");
	history_begin(t);
	set(t, "a", "2nd");
	cr_assert(edit_remove(t, at(t, "b"), NULL));
	cr_assert(edit_insert(t, at(t, ""), at(t, "a"), "n: 1\n", NULL));
	history_abandon(t);
	expect_now(t, "a: 1st\nb:\n  - x\n  - y\nc: 3\n");
	cr_expect_eq(history_depth(t), 1);
	history_undo(t);
	expect_now(t, text);
}

Test(history, edit_refused_within_a_change_spoils_nothing)
{
	g_autoptr(Tree) t = opened(text);

	history_begin(t);
	set(t, "a", "two");
	cr_assert_not(edit_set(t, at(t, "b"), "x", SAY_TEXT, NULL));
	cr_assert(history_commit(t, "it", 0, 0));
	expect_now(t, "a: two\nb:\n  - x\n  - y\nc: 3\n");
	history_undo(t);
	expect_now(t, text);
}

Test(history, entries_keep_their_numbers)
{
	g_autoptr(Tree) t = opened(text);
	uint32_t a = at(t, "a"), x = at(t, "b/0"), c = at(t, "c");

	history_begin(t);
	cr_assert(edit_remove(t, x, NULL));
	cr_assert_eq(edit_move(t, c, at(t, ""), a, NULL), c);
	set(t, "a", "two");
	history_commit(t, "it", 0, 0);
	cr_expect_not(tree_alive(t, x));
	cr_expect_eq(tree_up(t, x), 0);
	cr_expect_eq(at(t, "a"), a);
	cr_expect_eq(at(t, "c"), c);
	history_undo(t);
	cr_expect(tree_alive(t, x));
	cr_expect_eq(at(t, "b/0"), x);
	cr_expect_eq(at(t, "c"), c);
	history_redo(t);
	cr_expect_not(tree_alive(t, x));
}

Test(history, inserted_entry_comes_back_with_its_number)
{
	g_autoptr(Tree) t = opened(text);
	uint32_t z;

	history_begin(t);
	z = edit_insert(t, at(t, "b"), 0, "- z\n", NULL);
	history_commit(t, "it", 0, 0);
	cr_expect_eq(at(t, "b/2"), z);
	history_undo(t);
	cr_expect_not(tree_alive(t, z));
	history_redo(t);
	cr_expect_eq(at(t, "b/2"), z);
	cr_expect(tree_alive(t, z));
}

/* Whether a change has a step of that kind about an entry under a parent. */
static bool tells(const Tree *t, const struct change *c, enum step_kind kind,
		  uint32_t entry, uint32_t parent)
{
	uint32_t e, up;
	enum step_kind k;

	for (unsigned n = 0; change_step(t, c, n, &e, &k, &up); n++)
		if (e == entry && k == kind && up == parent)
			return true;
	return false;
}

Test(history, steps_tell_what_happened)
{
	g_autoptr(Tree) t = opened(text);
	uint32_t a = at(t, "a"), b = at(t, "b"), x = at(t, "b/0"), z;
	const struct change *c;

	history_begin(t);
	set(t, "a", "two");
	cr_assert(edit_remove(t, x, NULL));
	z = edit_insert(t, b, 0, "- z\n", NULL);
	c = history_commit(t, "it", 0, 0);
	cr_expect(tells(t, c, STEP_TEXT, a, at(t, "")));
	cr_expect(tells(t, c, STEP_UNLINK, x, b));
	cr_expect(tells(t, c, STEP_LINK, z, b));
	cr_expect_not(tells(t, c, STEP_LINK, x, b));
	cr_expect_eq(history_undo(t), c);
	cr_expect(tells(t, c, STEP_UNLINK, x, b));
	cr_expect(tells(t, c, STEP_LINK, z, b));
}

Test(history, many_changes_go_all_the_way_back)
{
	g_autoptr(Tree) t = opened(text);
	unsigned n = 0;

	for (; n < 1000; n++) {
		g_autofree char *value = g_strdup_printf("text %u", n);

		change(t, n % 2 ? "a" : "c", value);
	}
	cr_expect_eq(history_depth(t), 1000);
	expect_now(t, "a: text 999\nb:\n  - x\n  - y\nc: text 998\n");
	while (history_undo(t))
		n--;
	cr_expect_eq(n, 0);
	expect_now(t, text);
	while (history_redo(t))
		n++;
	cr_expect_eq(n, 1000);
	expect_now(t, "a: text 999\nb:\n  - x\n  - y\nc: text 998\n");
}
