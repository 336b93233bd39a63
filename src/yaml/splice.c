/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a step does to the text: so many bytes there, others in their place.
 *
 * An entry's place is known from the sums over what stands before it, so the
 * splice of a small step costs the same in a long text.  Entries that hang
 * nowhere have no place; what is done to them shows when they are linked.
 */
#include "yaml/entry.h"

#include <string.h>

/* What a run of an entry's own parts was and becomes. */
struct run {
	struct slice old, new;
};

static void tell(const struct tree *t, const struct splice *splice)
{
	if (splice->old_len || splice->new_len)
		t->follow.splice(t->follow.data, splice);
}

/* Tell only what differs between the old run and the new. */
static void tell_run(const struct tree *t, size_t off, const struct run *run)
{
	struct splice s = {
		.off = off,
		.old = bytes(t, run->old),
		.old_len = run->old.len,
		.new = bytes(t, run->new),
		.new_len = run->new.len,
	};

	while (s.old_len && s.new_len && *s.old == *s.new) {
		s.off++;
		s.old++;
		s.new ++;
		s.old_len--;
		s.new_len--;
	}
	while (s.old_len && s.new_len &&
	       s.old[s.old_len - 1] == s.new[s.new_len - 1]) {
		s.old_len--;
		s.new_len--;
	}
	tell(t, &s);
}

void splice_put(struct tree *t, uint32_t e, const struct text *text)
{
	const struct text *old = &entry(t, e)->text;
	struct run head = { text_head(old), text_head(text) };
	struct run foot = { text_foot(old), text_foot(text) };
	size_t off, behind;

	if (!t->follow.splice || !tree_alive(t, e))
		return;
	off = tree_offset(t, e);
	behind = off + tree_size(t, e) - head.old.len - foot.old.len +
		 head.new.len;
	tell_run(t, off, &head);
	tell_run(t, behind, &foot);
}

/* Entry E with all that is in it comes, or (GONE) goes. */
static void tell_entry(struct tree *t, uint32_t e, bool gone)
{
	g_autoptr(GString) text = NULL;
	struct splice s = { 0 };

	if (!t->follow.splice || !tree_alive(t, e))
		return;
	text = g_string_sized_new(tree_size(t, e) + 1);
	tree_emit_entry(t, e, text);
	s.off = tree_offset(t, e);
	s.old = s.new = text->str;
	*(gone ? &s.old_len : &s.new_len) = text->len;
	tell(t, &s);
}

void splice_linked(struct tree *t, uint32_t e)
{
	tell_entry(t, e, false);
}

void splice_unlink(struct tree *t, uint32_t e)
{
	tell_entry(t, e, true);
}

void tree_follow(struct tree *t, const struct splice_follower *follower)
{
	t->follow = follower ? *follower : (struct splice_follower){ 0 };
}
