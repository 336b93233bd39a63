/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What holds for the whole journey and is not counted by journey/: seen once
 * when everything is judged, and again when a stage or one of the people
 * changes.  None of it depends on the fields of a touchpoint.
 */
#include "rules/slot.h"

static bool any_hides(const GPtrArray *places)
{
	for (guint i = 0; i < places->len; i++)
		if (((const struct place *)places->pdata[i])->hides)
			return true;
	return false;
}

static void see_phases(const struct journey *j, struct overview *o)
{
	for (unsigned i = 0; i < j->root->children->len; i++) {
		const struct place *stage = journey_stage(j, i);

		if (place_blank(j, stage, S_WHEN))
			continue;
		o->when_said = true;
		if (place_phase(stage) == PHASE_NONE)
			o->when_wrong = true;
	}
}

static void see_customers(const struct journey *j, struct overview *o)
{
	for (guint i = 0; i < j->customers->len; i++)
		if (!place_blank(j, j->customers->pdata[i], C_NEEDS))
			o->needs_said = true;
}

static void see_owner(const struct journey *j, const struct place *owner,
		      struct overview *o)
{
	uint64_t team =
		place_blank(j, owner, O_TEAM)
			? 0
			: tree_value_hash(j->tree, owner->field[O_TEAM]);

	if (owner->index == 0)
		o->team = team;
	if (o->team != team)
		o->team = 0;
	if (place_says(j, owner, O_KIND, "person") ||
	    !place_blank(j, owner, O_ROLE))
		o->persons = true;
	if (!place_blank(j, owner, O_MAY))
		o->discretion = true;
}

void overview_read(const struct journey *j, struct overview *o)
{
	const GPtrArray *stages = j->root->children;

	*o = (struct overview){
		.people_hidden = j->root->hides || any_hides(j->owners) ||
				 any_hides(j->customers),
		.touchpoints_hidden = j->root->hides || any_hides(stages) ||
				      j->per_trait[TRAIT_HIDES],
	};
	see_phases(j, o);
	see_customers(j, o);
	for (guint i = 0; i < j->owners->len; i++)
		see_owner(j, j->owners->pdata[i], o);
}
