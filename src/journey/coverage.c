/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Telling what is missing from what nobody could design: a channel that does
 * not carry a sense leaves no gap.
 */
#include "journey/coverage.h"

bool coverage_carries(const struct place *tp, int sense)
{
	const struct channel *channel = place_channel(tp);

	return !channel || channel->senses >> sense & 1;
}

static bool may_carry(const struct place *stage, int sense)
{
	for (guint i = 0; i < stage->children->len; i++)
		if (coverage_carries(stage->children->pdata[i], sense))
			return true;
	return false;
}

static struct coverage of_stage(const struct place *stage, int sense)
{
	struct coverage c = { .designed = stage->per_sense[sense],
			      .all = stage->children->len };

	c.gap = !c.designed && may_carry(stage, sense);
	return c;
}

static bool is_gap(const struct journey *j, int sense)
{
	for (guint i = 0; i < j->root->children->len; i++)
		if (may_carry(j->root->children->pdata[i], sense))
			return true;
	return false;
}

struct coverage coverage_of(const struct journey *j, const struct place *where,
			    int sense)
{
	struct coverage c = { .designed = j->per_sense[sense],
			      .all = j->n_touchpoints };

	if (where->kind == PLACE_STAGE)
		return of_stage(where, sense);
	c.gap = !c.designed && is_gap(j, sense);
	return c;
}

unsigned coverage_left_out(const struct journey *j)
{
	g_autoptr(GArray) items = place_items(j, j->root, J_UNUSED_SENSES);
	unsigned senses = 0;
	size_t n;
	const struct field *fields = schema_fields(PLACE_TOUCHPOINT, &n);

	for (guint i = 0; i < items->len; i++) {
		uint32_t e = g_array_index(items, uint32_t, i);

		if (tree_kind(j->tree, e) == KIND_ALIAS)
			return SENSES_ALL;
		for (int s = 0; s < SENSES; s++)
			if (tree_says(j->tree, e, fields[T_SEE + s].name))
				senses |= 1u << s;
	}
	return senses;
}

/* What a gap of N stages before STAGE, which has the sense, is a part of. */
static void close_gap(struct coverage_gaps *g, unsigned n,
		      const struct place *stage)
{
	if (!g->first) {
		g->first = stage;
		g->before = n;
	} else if (n) {
		g->from = g->between ? NULL : g->last;
		g->to = g->between ? NULL : stage;
		g->between += n;
	}
	g->last = stage;
}

struct coverage_gaps coverage_gaps(const struct journey *j, int sense)
{
	struct coverage_gaps g = { .first = NULL };
	unsigned missing = 0;

	for (guint i = 0; i < j->root->children->len; i++) {
		const struct place *stage = j->root->children->pdata[i];
		struct coverage c = of_stage(stage, sense);

		missing += c.gap;
		if (!c.designed)
			continue;
		close_gap(&g, missing, stage);
		missing = 0;
	}
	g.after = missing;
	return g;
}
