/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Going through the faces and notes of all walks.  Whatever does not have the
 * shape of a walk is passed over: the rules say what is wrong with it.
 */
#include "journey/walk.h"

static void each_pair(const struct tree *t, uint32_t map, walk_mark *call,
		      void *data)
{
	if (!map || tree_kind(t, map) != KIND_MAPPING)
		return;
	for (uint32_t e = tree_first(t, map); e; e = tree_next(t, e))
		call(data, e);
}

void walk_each_mark(const struct journey *j, walk_mark *call, void *data)
{
	const struct tree *t = j->tree;
	g_autoptr(GArray) walks = place_items(j, j->root, J_WALKS);

	for (guint i = 0; i < walks->len; i++) {
		uint32_t walk = g_array_index(walks, uint32_t, i);

		if (tree_kind(t, walk) != KIND_MAPPING)
			continue;
		each_pair(t, tree_find(t, walk, "faces"), call, data);
		each_pair(t, tree_find(t, walk, "notes"), call, data);
	}
}
