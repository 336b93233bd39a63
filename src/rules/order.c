/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The findings one after the other: in the order of the file for a list, in
 * the order of the screen for going from one to the next.
 */
#include "rules/rules.h"

#include "rules/slot.h"

static void append_places(GPtrArray *out, const GPtrArray *places)
{
	for (guint i = 0; i < places->len; i++)
		g_ptr_array_add(out, places->pdata[i]);
}

/* Every place as the screen has them, to be freed with the array. */
static GPtrArray *all_places(const struct journey *j)
{
	GPtrArray *out = g_ptr_array_new();
	const GPtrArray *stages = j->root->children;

	g_ptr_array_add(out, j->root);
	append_places(out, j->customers);
	append_places(out, j->owners);
	for (guint i = 0; i < stages->len; i++) {
		struct place *stage = stages->pdata[i];

		g_ptr_array_add(out, stage);
		append_places(out, stage->children);
	}
	return out;
}

struct at {
	const struct finding *found;
	size_t offset;
	guint number;
};

static gint by_offset(gconstpointer left, gconstpointer right)
{
	const struct at *a = left, *b = right;

	if (a->offset != b->offset)
		return a->offset < b->offset ? -1 : 1;
	return a->number < b->number ? -1 : 1;
}

/* Findings on their way to being sorted. */
struct heap {
	struct tree *tree;
	GArray *at; /* of struct at */
};

static void append_found(struct heap *heap, const struct finding *found)
{
	struct at at = {
		.found = found,
		.offset = tree_offset(heap->tree, found->entry),
		.number = heap->at->len,
	};

	g_array_append_val(heap->at, at);
}

static void append_pile(struct heap *heap, const struct slot *s, enum pile pile)
{
	const GPtrArray *all = s ? s->piles[pile] : NULL;

	for (guint i = 0; all && i < all->len; i++)
		append_found(heap, all->pdata[i]);
}

static void append_slot(struct heap *heap, const struct slot *s, bool deferred)
{
	if (deferred) {
		append_pile(heap, s, PILE_DEFERRED);
	} else {
		append_pile(heap, s, PILE_FOUND);
		append_pile(heap, s, PILE_LATE);
	}
}

static GPtrArray *list(const struct findings *f, bool deferred)
{
	g_autoptr(GPtrArray) places = all_places(f->journey);
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct at));
	struct heap heap = { .tree = f->journey->tree, .at = all };
	GPtrArray *sorted = g_ptr_array_new();

	for (guint i = 0; i < places->len; i++)
		append_slot(&heap, slot_find(f, places->pdata[i]), deferred);
	append_slot(&heap, f->whole, deferred);
	g_array_sort(all, by_offset);
	for (guint i = 0; i < all->len; i++)
		g_ptr_array_add(
			sorted,
			(gpointer)g_array_index(all, struct at, i).found);
	return sorted;
}

GPtrArray *findings_list(const struct findings *f)
{
	return list(f, false);
}

GPtrArray *findings_list_deferred(const struct findings *f)
{
	return list(f, true);
}

struct place *findings_step(const struct findings *f, const struct place *p,
			    int direction)
{
	g_autoptr(GPtrArray) places = all_places(f->journey);
	guint at = 0, n = places->len;

	if (!g_ptr_array_find(places, p, &at))
		at = direction > 0 ? n - 1 : 0;
	for (guint i = 0; i < n; i++) {
		at = (at + n + (guint)direction) % n;
		if (findings_at(f, places->pdata[at], 0))
			return places->pdata[at];
	}
	return NULL;
}
