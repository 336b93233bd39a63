/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading traits.  Most fields are not there, and a field that is not there
 * costs one look.
 */
#include "journey/trait.h"

#include "journey/curve.h"

#define TRAIT(t) (UINT32_C(1) << (t))

G_STATIC_ASSERT(TRAITS <= 32);

/* FIRST and those after it stand for the choices of a field, in their order. */
static uint32_t choice(const struct journey *j, const struct place *tp,
		       int field, enum trait first)
{
	int n = tp->field[field] ? place_choice(j, tp, field) : -1;

	return n < 0 ? 0 : TRAIT((int)first + n);
}

static uint32_t said(const struct journey *j, const struct place *tp, int field,
		     enum trait trait)
{
	return place_blank(j, tp, field) ? 0 : TRAIT(trait);
}

/* What follows from what has been read of the touchpoint already. */
static uint32_t derived(const struct place *tp)
{
	const struct channel *channel = place_channel(tp);

	return (channel && channel->senses == SENSES_ALL
			? TRAIT(TRAIT_IN_PERSON)
			: 0) |
	       (tp->grades.targets ? TRAIT(TRAIT_TARGET) : 0) |
	       (tp->hides ? TRAIT(TRAIT_HIDES) : 0);
}

uint32_t trait_read(const struct journey *j, const struct place *tp)
{
	bool after = tp->phase == PHASE_AFTER;

	return choice(j, tp, T_KIND, TRAIT_SERVICE) |
	       choice(j, tp, T_INITIATIVE, TRAIT_REACTIVE) |
	       (place_says(j, tp, T_BY, "customer") ? TRAIT(TRAIT_BY_CUSTOMER)
						    : 0) |
	       (after && place_choice(j, tp, T_ROLE) >= 0 ? TRAIT(TRAIT_ROLE)
							  : 0) |
	       said(j, tp, T_SURPRISE, TRAIT_SURPRISE) |
	       said(j, tp, T_PERSONAL, TRAIT_PERSONAL) |
	       choice(j, tp, T_PROBLEM, TRAIT_PROBLEM) |
	       choice(j, tp, T_AWAITS, TRAIT_AWAITS) | derived(tp);
}

uint8_t trait_channel(const struct journey *j, const struct place *tp)
{
	uint32_t e = tp->field[T_CHANNEL];
	g_autofree char *text = NULL;
	const struct channel *channel, *all;
	size_t n;
	int known;

	if (!e)
		return 0;
	all = schema_channels(&n);
	known = tree_which(j->tree, e, &all->name, sizeof(*all));
	if (known >= 0)
		return (uint8_t)(known + 1);
	text = tree_value(j->tree, e);
	channel = text ? schema_channel(text) : NULL;
	return channel ? (uint8_t)(channel - all + 1) : 0;
}

bool place_is(const struct place *p, enum trait trait)
{
	return p->traits >> trait & 1;
}

const struct channel *place_channel(const struct place *p)
{
	size_t n;

	return p->channel ? &schema_channels(&n)[p->channel - 1] : NULL;
}

#define BIT(field) (UINT64_C(1) << (field))

uint64_t place_sound(const struct place *tp)
{
	static const struct {
		enum trait trait;
		uint64_t fields;
	} shown[] = {
		{ .trait = TRAIT_SERVICE, .fields = BIT(T_KIND) },
		{ .trait = TRAIT_EXPERIENCE, .fields = BIT(T_KIND) },
		{ .trait = TRAIT_REACTIVE, .fields = BIT(T_INITIATIVE) },
		{ .trait = TRAIT_PROACTIVE, .fields = BIT(T_INITIATIVE) },
		{ .trait = TRAIT_INTERACTIVE, .fields = BIT(T_INITIATIVE) },
		{ .trait = TRAIT_BY_CUSTOMER, .fields = BIT(T_BY) },
		{ .trait = TRAIT_PROBLEM, .fields = BIT(T_PROBLEM) },
		{ .trait = TRAIT_AWAITS, .fields = BIT(T_AWAITS) },
	};
	uint64_t sound = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(shown); i++)
		if (place_is(tp, shown[i].trait))
			sound |= shown[i].fields;
	if (tp->designed != CURVE_NONE)
		sound |= BIT(T_IMPRESSION);
	if (tp->owner)
		sound |= BIT(T_WHO);
	return sound & tp->said;
}
