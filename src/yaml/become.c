/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Making the text another one that came from elsewhere, as one change: a
 * merge, a file that was changed on the disk, a change out of a journal.
 *
 *	the new text -> entries of its own -> laid beside those that hang
 *	-> what is the same stays and keeps its number, the rest is exchanged
 *
 * Children are laid beside each other by what they are called: pairs by their
 * key, items by their first pair or their value.  Of those that are in both,
 * as many as possible stay in their order; who else has moved comes anew.
 *
 * An anchor must stay with its aliases, so a text that has any is exchanged
 * document by document.
 */
#include "yaml/edit.h"

#include <string.h>

#include "yaml/entry.h"
#include "yaml/gap.h"
#include "yaml/history.h"

/* --- who is who ---------------------------------------------------------- */

static uint64_t called(const struct tree *t, uint32_t e)
{
	uint32_t first = tree_first(t, e);

	if (has(t, e, TEXT_PAIR))
		return tree_key_hash(t, e);
	if (first && has(t, first, TEXT_PAIR))
		return tree_key_hash(t, first) * 31 + tree_value_hash(t, first);
	return tree_value_hash(t, e);
}

static GArray *children(const struct tree *t, uint32_t e)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(uint32_t));

	for (uint32_t c = tree_first(t, e); c; c = entry(t, c)->next)
		g_array_append_val(list, c);
	return list;
}

static uint32_t nth(const GArray *list, unsigned n)
{
	return g_array_index(list, uint32_t, n);
}

/* For each of NEW the index + 1 of the one in OLD that is called the same, or
 * 0; each of OLD but once. */
static unsigned *find_namesakes(const struct tree *t, const GArray *old,
				const GArray *new)
{
	unsigned *found = g_new0(unsigned, new->len + 1);
	g_autoptr(GHashTable) index =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free,
				      NULL);

	for (unsigned i = old->len; i-- > 0;) {
		uint64_t name = called(t, nth(old, i));

		g_hash_table_replace(index, g_memdup2(&name, sizeof(name)),
				     GUINT_TO_POINTER(i + 1));
	}
	for (unsigned i = 0; i < new->len; i++) {
		uint64_t name = called(t, nth(new, i));

		found[i] = GPOINTER_TO_UINT(g_hash_table_lookup(index, &name));
		g_hash_table_remove(index, &name);
	}
	return found;
}

/* Of the N numbers in FOUND, set all to 0 but the longest run that rises. */
static void keep_rising(unsigned *found, unsigned n)
{
	g_autofree unsigned *ends = g_new(unsigned, n + 1); /* by length */
	g_autofree unsigned *before = g_new(unsigned, n + 1);
	unsigned longest = 0, at;

	for (unsigned i = 0; i < n; i++) {
		unsigned low = 0, high = longest;

		if (!found[i])
			continue;
		while (low < high) {
			unsigned half = low + (high - low) / 2;

			if (found[ends[half]] < found[i])
				low = half + 1;
			else
				high = half;
		}
		before[i] = low ? ends[low - 1] : n;
		ends[low] = i;
		longest = MAX(longest, low + 1);
	}
	at = longest ? ends[longest - 1] : n;
	for (unsigned i = n; i-- > 0;) {
		if (i != at)
			found[i] = 0;
		else
			at = before[i];
	}
}

/* --- exchanging ---------------------------------------------------------- */

static bool same_bytes(const struct tree *t, struct slice a, struct slice b)
{
	return a.len == b.len && memcmp(bytes(t, a), bytes(t, b), a.len) == 0;
}

/* Whether two texts say the same and read the same. */
static bool same_text(const struct tree *t, const struct text *a,
		      const struct text *b)
{
	struct text other = *b;

	other.head = a->head;
	other.foot = a->foot;
	if (memcmp(&other, a, sizeof(other)) != 0)
		return false;
	for (enum part p = LEAD; p < PARTS; p++)
		if (!same_bytes(t, text_part(a, p), text_part(b, p)))
			return false;
	return true;
}

static void become(struct tree *t, uint32_t old, uint32_t new);

/* What hangs loose under another root now hangs under UP. */
static void graft(struct tree *t, uint32_t e, uint32_t up, uint32_t prev)
{
	tree_unlink(t, e);
	history_link(t, e, up, prev);
}

static void exchange_children(struct tree *t, uint32_t old, uint32_t new,
			      bool whole)
{
	g_autoptr(GArray) olds = children(t, old);
	g_autoptr(GArray) news = children(t, new);
	g_autofree unsigned *stays = find_namesakes(t, olds, news);
	unsigned at = 0;
	uint32_t prev = 0;

	if (whole)
		memset(stays, 0, news->len * sizeof(*stays));
	keep_rising(stays, news->len);
	for (unsigned i = 0; i < news->len; i++) {
		uint32_t e = nth(news, i);

		for (; at + 1 < stays[i]; at++)
			history_unlink(t, nth(olds, at));
		if (stays[i]) {
			become(t, nth(olds, at), e);
			prev = nth(olds, at++);
		} else {
			graft(t, e, old, prev);
			prev = e;
		}
	}
	for (; at < olds->len; at++)
		history_unlink(t, nth(olds, at));
}

static void become(struct tree *t, uint32_t old, uint32_t new)
{
	const struct text *text = &entry(t, new)->text;

	if (!same_text(t, &entry(t, old)->text, text))
		history_put(t, old, text);
	exchange_children(t, old, new, false);
}

/* --- the whole text ------------------------------------------------------ */

/* As many of the largest texts are kept for undo, at most. */
#define TEXTS_MOST 4

/* Read TEXT into entries of its own; their root, or 0. */
static uint32_t read_apart(struct tree *t, const char *text, size_t len,
			   struct mark *where, GError **error)
{
	size_t bom = gap_order_mark(text, 0, len);
	struct load_options options = { .limits = &t->limits, .where = where };
	struct slice s;
	uint32_t root;

	if (len > t->limits.bytes) {
		g_set_error(error, TREE_ERROR, TREE_ERROR_LIMIT,
			    "larger than %zu MiB", t->limits.bytes >> 20);
		return 0;
	}
	if (t->arena->len > TEXTS_MOST * t->limits.bytes) {
		g_set_error_literal(error, TREE_ERROR, TREE_ERROR_LIMIT,
				    "changed too often since it was opened");
		return 0;
	}
	s = tree_keep(t, text, len);
	root = tree_new_entry(t);
	entry(t, root)->text.kind = KIND_STREAM;
	entry(t, root)->text.head = s.off;
	entry(t, root)->text.len[LEAD] = (uint32_t)bom;
	if (!load_text(t, s.off + (uint32_t)bom, (uint32_t)(len - bom), root,
		       &options, error))
		return 0;
	return root;
}

static bool says(const struct tree *t, const char *text, size_t len)
{
	size_t now_len;
	g_autofree char *now = tree_emit(t, &now_len);

	return now_len == len && memcmp(now, text, len) == 0;
}

bool edit_become(struct tree *t, const char *text, size_t len,
		 struct mark *where, GError **error)
{
	unsigned steps = history_steps(t);
	struct mark ignored;
	uint32_t root =
		read_apart(t, text, len, where ? where : &ignored, error);
	struct text own;

	if (!root)
		return false;
	own = entry(t, root)->text;
	if (!same_text(t, &entry(t, ENTRY_STREAM)->text, &own))
		history_put(t, ENTRY_STREAM, &own);
	exchange_children(t, ENTRY_STREAM, root, t->aliases->len > 0);
	if (says(t, text, len))
		return true;
	history_roll_back(t, steps);
	g_set_error_literal(error, TREE_ERROR, TREE_ERROR_VERIFY,
			    "written in a way that cannot be edited safely");
	return false;
}
