/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Moving places among their fellows, and touchpoints to another stage.
 */
#include "journey/edit.h"

#include "i18n.h"
#include "journey/write.h"
#include "yaml/edit.h"

/* The entry that will follow P once it stands at INDEX, or 0. */
static uint32_t entry_behind(const GPtrArray *list, const struct place *p,
			     unsigned index)
{
	for (guint i = 0, at = 0; i < list->len; i++) {
		const struct place *other = list->pdata[i];

		if (other == p)
			continue;
		if (at++ == index)
			return other->entry;
	}
	return 0;
}

const struct change *journey_move(struct journey *j, struct place *p,
				  struct place *up, unsigned index,
				  GError **error)
{
	g_autofree char *title = write_title(j, p);
	uint32_t parent, before, entry = 0;

	if (p->kind == PLACE_JOURNEY)
		return NULL;
	if (p->kind != PLACE_TOUCHPOINT || !up)
		up = p->up;
	before = entry_behind(write_fellows(j, p->kind, up), p, index);
	if (up == p->up && before == tree_next(j->tree, p->entry))
		return NULL;
	history_begin(j->tree);
	parent = up == p->up ? tree_up(j->tree, p->entry)
			     : write_children(j, up, S_TOUCHPOINTS, error);
	if (parent)
		entry = edit_move(j->tree, p->entry, parent, before, error);
	return write_end(j, entry, g_strdup_printf(_("move %s"), title), entry,
			 PLACE_NAME);
}

/* The entry of the first from INDEX on that is none of PLACES, or 0. */
static uint32_t other_behind(const GPtrArray *list, const GPtrArray *places,
			     unsigned index)
{
	for (guint i = index; i < list->len; i++) {
		const struct place *p = list->pdata[i];

		if (!g_ptr_array_find((GPtrArray *)places, p, NULL))
			return p->entry;
	}
	return 0;
}

const struct change *journey_move_each(struct journey *j,
				       const GPtrArray *places,
				       struct place *stage, unsigned index,
				       GError **error)
{
	g_autofree char *things = write_things(j, places, false);
	g_autofree char *to = write_title(j, stage);
	uint32_t before = other_behind(stage->children, places, index);
	uint32_t parent, first = 0;
	bool ok;

	history_begin(j->tree);
	parent = write_children(j, stage, S_TOUCHPOINTS, error);
	ok = parent != 0;
	for (guint i = 0; ok && i < places->len; i++) {
		const struct place *p = places->pdata[i];
		uint32_t e =
			edit_move(j->tree, p->entry, parent, before, error);

		ok = e != 0;
		first = i ? first : e;
	}
	return write_end(j, ok, g_strdup_printf(_("move %s to %s"), things, to),
			 first, PLACE_NAME);
}

static bool is_among(const GPtrArray *places, uint32_t entry)
{
	for (guint i = 0; i < places->len; i++)
		if (((struct place *)places->pdata[i])->entry == entry)
			return true;
	return false;
}

/* Move P over its neighbour, if it has one that does not have to move too. */
static bool shift(struct journey *j, const struct place *p,
		  const GPtrArray *places, int by, GError **error)
{
	struct tree *t = j->tree;
	uint32_t other =
		by < 0 ? tree_prev(t, p->entry) : tree_next(t, p->entry);

	if (!other || is_among(places, other))
		return true;
	return edit_move(t, p->entry, tree_up(t, p->entry),
			 by < 0 ? other : tree_next(t, other), error);
}

const struct change *journey_shift(struct journey *j, const GPtrArray *places,
				   int by, GError **error)
{
	const struct place *first = places->pdata[0];
	g_autofree char *things = write_things(j, places, false);
	bool ok = true;

	history_begin(j->tree);
	for (guint i = 0; ok && i < places->len; i++)
		ok = shift(j, places->pdata[by < 0 ? i : places->len - 1 - i],
			   places, by, error);
	return write_end(j, ok, g_strdup_printf(_("move %s"), things),
			 first->entry, PLACE_NAME);
}
