/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Going through the faces and notes of all walks.  Whatever does not have the
 * shape of a walk is passed over: the rules say what is wrong with it.
 */
#include "journey/walk.h"

#include <string.h>

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

void walk_each_face(const struct journey *j, uint32_t walk, walk_mark *call,
		    void *data)
{
	each_pair(j->tree, tree_find(j->tree, walk, "faces"), call, data);
}

static bool has_faces(const struct tree *t, uint32_t walk)
{
	uint32_t faces = tree_kind(t, walk) == KIND_MAPPING
				 ? tree_find(t, walk, "faces")
				 : 0;

	return faces && tree_kind(t, faces) == KIND_MAPPING;
}

GArray *walk_list(const struct journey *j)
{
	GArray *walks = place_items(j, j->root, J_WALKS);

	for (guint i = walks->len; i-- > 0;)
		if (!has_faces(j->tree, g_array_index(walks, uint32_t, i)))
			g_array_remove_index(walks, i);
	return walks;
}

/* The date of a walk, "" if it has none; the caller frees. */
static char *date_of(const struct tree *t, uint32_t walk)
{
	g_autofree char *date = tree_value(t, tree_find(t, walk, "date"));

	return date && schema_is_date(date) ? g_steal_pointer(&date)
					    : g_strdup("");
}

unsigned walk_newest(const struct journey *j, const GArray *walks)
{
	g_autofree char *newest = g_strdup("");
	unsigned at = 0;

	for (guint i = 0; i < walks->len; i++) {
		char *date =
			date_of(j->tree, g_array_index(walks, uint32_t, i));

		if (strcmp(date, newest) < 0) {
			g_free(date);
			continue;
		}
		g_free(newest);
		newest = date;
		at = i;
	}
	return at;
}
