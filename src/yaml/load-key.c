/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The key of a pair, and whether its mapping has it twice.
 */
#include "yaml/gap.h"
#include "yaml/loader.h"
#include "yaml/scalar.h"

#include <string.h>

#define KEYS_WALKED 16 /* keys compared one by one before hashing */

/* Where the current event within a key ends: a missing value at its indicator,
 * a collection in block style nowhere. */
static size_t inner_end(struct loader *l)
{
	size_t end = l->end;

	if (l->event.start_mark.index != l->event.end_mark.index)
		return end;
	return l->event.type == YAML_SCALAR_EVENT && end > l->pos &&
			       strchr(":-", l->s[end - 1])
		       ? end
		       : 0;
}

/* A key that is a collection: one opaque slice, hashed by its events. */
static bool opaque_key(struct loader *l, uint32_t e, size_t *end,
		       uint64_t *hash)
{
	unsigned depth = l->depth - 1;

	*end = l->pos;
	for (;;) {
		*hash = *hash * 31 + event_hash(&l->event) +
			event_meta(&l->event);
		if (!loader_anchor(l, event_anchor(&l->event), 0))
			return false;
		if (l->event.type == YAML_ALIAS_EVENT && !loader_alias(l, e))
			return false;
		*end = MAX(*end, inner_end(l));
		if (l->depth == depth)
			return true;
		if (!loader_advance(l))
			return false;
	}
}

/* The key of a pair whose lead is already owned. */
bool load_key(struct loader *l, uint32_t e)
{
	struct text *text = &entry(l->t, e)->text;
	size_t end = l->end;

	switch (l->event.type) {
	case YAML_SCALAR_EVENT:
		text->key_hash = event_hash(&l->event);
		if (l->event.start_mark.index == l->event.end_mark.index)
			end = l->pos;
		if (!loader_anchor(l, event_anchor(&l->event), 0))
			return false;
		break;
	case YAML_ALIAS_EVENT:
		text->flags |= TEXT_OPAQUE;
		text->key_hash = event_hash(&l->event);
		if (!loader_alias(l, e))
			return false;
		break;
	default:
		text->flags |= TEXT_OPAQUE;
		text->key_hash = event_hash(&l->event);
		if (!opaque_key(l, e, &end, &text->key_hash))
			return false;
	}
	loader_own(l, e, KEY, end);
	return true;
}

bool load_key_seen(struct loader *l, struct keys *keys, uint32_t up,
		   uint64_t hash)
{
	uint64_t bit = (uint64_t)1 << (hash & 63);
	bool new = !(keys->bits & bit);

	keys->bits |= bit;
	if (keys->n++ < KEYS_WALKED) {
		if (new)
			return false;
		for (uint32_t e = tree_last(l->t, up); e;
		     e = entry(l->t, e)->prev)
			if (entry(l->t, e)->text.key_hash == hash)
				return true;
		return false;
	}
	if (!keys->seen) {
		keys->seen = g_hash_table_new_full(g_int64_hash, g_int64_equal,
						   g_free, NULL);
		for (uint32_t e = tree_first(l->t, up); e;
		     e = entry(l->t, e)->next)
			g_hash_table_add(
				keys->seen,
				g_memdup2(&entry(l->t, e)->text.key_hash,
					  sizeof(hash)));
	}
	return !g_hash_table_add(keys->seen, g_memdup2(&hash, sizeof(hash)));
}

void load_keys_clear(struct keys *keys)
{
	if (keys->seen)
		g_hash_table_unref(keys->seen);
}
