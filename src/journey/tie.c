/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeping the links between touchpoints in step at both ends, so that a rule
 * can ask whether anybody answers without looking through the journey.
 *
 * A reference that leads nowhere is kept too: it counts as a link to whoever
 * may be called that one day.
 */
#include "journey/tie.h"

#include "journey/reference.h"

static GArray *array_new(void)
{
	return g_array_new(FALSE, FALSE, sizeof(struct tie));
}

static struct ties *ties_of(struct place *p)
{
	if (!p->ties) {
		p->ties = g_new(struct ties, 1);
		p->ties->to = array_new();
		p->ties->from = array_new();
	}
	return p->ties;
}

static void add(GArray *ties, struct place *p, int field, uint64_t hash)
{
	struct tie tie = { .place = p, .field = field, .hash = hash };

	g_array_append_val(ties, tie);
}

static void link_one(struct journey *j, int field, uint64_t hash)
{
	if (field == T_SERVES)
		refs_add(j->needs, hash, 0);
	else
		reference_link(j, hash);
}

static void unlink_one(struct journey *j, const struct tie *tie)
{
	if (tie->field == T_SERVES)
		refs_remove(j->needs, tie->hash, 0);
	else
		reference_unlink(j, tie->hash);
}

/* The touchpoint that is referred to, or NULL. */
static struct place *named(const struct journey *j, int field, uint64_t hash)
{
	return field == T_SERVES
		       ? NULL
		       : reference_named(j, PLACE_TOUCHPOINT, hash, NULL);
}

static void enter_field(struct journey *j, struct place *tp, int field)
{
	g_autoptr(GArray) items = NULL;

	if (!tp->field[field])
		return;
	items = place_items(j, tp, field);
	for (guint i = 0; i < items->len; i++) {
		uint64_t hash =
			tree_value_hash(j->tree,
					g_array_index(items, uint32_t, i));
		struct place *to = named(j, field, hash);

		link_one(j, field, hash);
		add(ties_of(tp)->to, to, field, hash);
		if (to)
			add(ties_of(to)->from, tp, field, hash);
	}
}

void tie_enter(struct journey *j, struct place *tp)
{
	enter_field(j, tp, T_ANSWERS);
	enter_field(j, tp, T_FOLLOWS_UP);
	enter_field(j, tp, T_SERVES);
}

/* Take the tie to TP out of those that come from somewhere. */
static void drop(GArray *from, const struct place *tp)
{
	for (guint i = 0; i < from->len; i++)
		if (g_array_index(from, struct tie, i).place == tp) {
			g_array_remove_index_fast(from, i);
			return;
		}
}

void tie_forget(struct journey *j, struct place *tp)
{
	if (!tp->ties)
		return;
	for (guint i = 0; i < tp->ties->to->len; i++) {
		struct tie tie = g_array_index(tp->ties->to, struct tie, i);

		unlink_one(j, &tie);
		if (tie.place)
			drop(tie.place->ties->from, tp);
	}
	g_array_set_size(tp->ties->to, 0);
}

void tie_clear(struct place *p)
{
	if (!p->ties)
		return;
	g_array_set_size(p->ties->to, 0);
	g_array_set_size(p->ties->from, 0);
}

void tie_free(struct place *p)
{
	if (!p->ties)
		return;
	g_array_unref(p->ties->to);
	g_array_unref(p->ties->from);
	g_free(p->ties);
}

bool tie_comes_back(const struct place *tp, int field)
{
	const GArray *from = tp->ties ? tp->ties->from : NULL;

	for (guint i = 0; from && i < from->len; i++) {
		const struct tie *tie = &g_array_index(from, struct tie, i);

		if (tie->field == field && place_is_later(tie->place, tp))
			return true;
	}
	return false;
}

unsigned tie_serves(const struct journey *j, uint64_t need)
{
	return refs_count(j->needs, need, NULL);
}

bool place_is_later(const struct place *tp, const struct place *than)
{
	if (tp->up != than->up)
		return tp->up->index > than->up->index;
	return tp->index > than->index;
}
