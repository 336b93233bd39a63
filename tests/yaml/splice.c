/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who takes the splices one after another has the text at any moment; and a
 * small edit has a small splice.
 */
#include "expect.h"

#include <criterion/criterion.h>
#include <string.h>

static const char text[] = "a: one\nb:\n  - x\n  - y: 1\nc: 3 # why\n";

struct copy {
	GString *text;
	size_t told; /* bytes of all splices so far */
};

static void apply(void *data, const struct splice *s)
{
	struct copy *copy = data;

	cr_assert_leq(s->off + s->old_len, copy->text->len);
	cr_assert_eq(memcmp(copy->text->str + s->off, s->old, s->old_len), 0);
	g_string_erase(copy->text, (gssize)s->off, (gssize)s->old_len);
	g_string_insert_len(copy->text, (gssize)s->off, s->new,
			    (gssize)s->new_len);
	copy->told += s->old_len + s->new_len;
}

static Tree *followed(struct copy *copy)
{
	Tree *t = opened(text);

	*copy = (struct copy){ .text = g_string_new(text) };
	tree_follow(t, &(struct splice_follower){ apply, copy });
	return t;
}

static void expect_followed(const Tree *t, const struct copy *copy)
{
	g_autofree char *now = emitted(t);

	cr_assert_str_eq(copy->text->str, now);
}

Test(splice, tells_every_kind_of_edit_and_its_undoing)
{
	struct copy copy;
	g_autoptr(Tree) t = followed(&copy);

	history_begin(t);
	cr_assert(edit_set(t, at(t, "a"), "two", SAY_TEXT, NULL));
	expect_followed(t, &copy);
	cr_assert(edit_set_key(t, at(t, "c"), "see", NULL));
	expect_followed(t, &copy);
	cr_assert(edit_insert(t, at(t, "b"), at(t, "b/1"), "- new\n", NULL));
	expect_followed(t, &copy);
	cr_assert(edit_move(t, at(t, "b/2"), at(t, "b"), at(t, "b/0"), NULL));
	expect_followed(t, &copy);
	cr_assert(edit_remove(t, at(t, "a"), NULL));
	expect_followed(t, &copy);
	cr_assert(history_commit(t, "all", 0, 0));
	history_undo(t);
	expect_followed(t, &copy);
	history_redo(t);
	expect_followed(t, &copy);
	g_string_free(copy.text, TRUE);
}

Test(splice, tells_what_is_taken_back)
{
	struct copy copy;
	g_autoptr(Tree) t = followed(&copy);

	history_begin(t);
	cr_assert(edit_set(t, at(t, "a"), "two", SAY_TEXT, NULL));
	history_abandon(t);
	expect_followed(t, &copy);
	g_string_free(copy.text, TRUE);
}

Test(splice, is_no_longer_than_what_differs)
{
	struct copy copy;
	g_autoptr(Tree) t = followed(&copy);

	history_begin(t);
	cr_assert(edit_set(t, at(t, "a"), "once", SAY_TEXT, NULL));
	cr_assert(history_commit(t, "set", 0, 0));
	cr_expect_eq(copy.told, strlen("c"));
	g_string_free(copy.text, TRUE);
}

Test(splice, is_told_to_nobody_any_more)
{
	struct copy copy;
	g_autoptr(Tree) t = followed(&copy);

	tree_follow(t, NULL);
	history_begin(t);
	cr_assert(edit_set(t, at(t, "a"), "two", SAY_TEXT, NULL));
	cr_assert(history_commit(t, "set", 0, 0));
	cr_expect_str_eq(copy.text->str, text);
	g_string_free(copy.text, TRUE);
}
