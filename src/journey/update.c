/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeping a journey in step with its text.
 *
 * Most changes are one field of one place: then that place alone is read
 * again, and whoever is tied to it is to be judged again.  Whatever changes
 * what others are (ids, people, order, the status by which all is judged)
 * means reading everything again; it is simple, and quick enough for what a
 * person does rarely.
 *
 *	step -> entry -> climb to the nearest place -> the pair on the way
 */
#include "journey/journey.h"

#include "journey/curve.h"
#include "journey/read.h"
#include "journey/reference.h"
#include "journey/tally.h"
#include "journey/tie.h"

#define BIT(field) (UINT64_C(1) << (field))
#define UNKNOWN 63 /* the bit of all that is no field */

G_STATIC_ASSERT(T_FIELDS < UNKNOWN);

/* Fields on which the reading or judging of other places depends. */
static const uint64_t far_reaching[PLACE_KINDS] = {
	[PLACE_JOURNEY] = BIT(J_SENSEBOARD) | BIT(J_STATUS) | BIT(J_STATE) |
			  BIT(J_RULES) | BIT(J_CUSTOMERS) | BIT(J_OWNERS) |
			  BIT(J_STAGES),
	[PLACE_CUSTOMER] = BIT(C_ID) | BIT(C_NAME) | BIT(C_NEEDS),
	[PLACE_OWNER] = BIT(O_ID) | BIT(O_NAME) | BIT(O_KIND),
	[PLACE_STAGE] = BIT(S_ID) | BIT(S_WHEN) | BIT(S_TOUCHPOINTS),
	[PLACE_TOUCHPOINT] = BIT(T_ID),
};

/* What the steps seen so far have in common. */
struct scope {
	struct place *place;
	uint64_t fields;
};

/* Add the field that pair E of place P stands for. A pair that has just been
 * given another key could be anything. */
static bool widen(const struct journey *j, struct scope *s, struct place *p,
		  uint32_t pair)
{
	int field = schema_find_hash(j->index, p->kind,
				     tree_key_hash(j->tree, pair));
	size_t n;

	schema_fields(p->kind, &n);
	s->fields |= BIT(field < 0 ? UNKNOWN : field);
	for (size_t i = 0; i < n; i++)
		if (p->field[i] == pair)
			s->fields |= BIT(i);
	return !s->place || s->place == p;
}

/* Climb from an entry to its place. False if there is none, or if the scope
 * is of another one. */
static bool climb(const struct journey *j, struct scope *s, uint32_t pair,
		  uint32_t e)
{
	struct place *p = NULL;

	while (e && !(p = read_place_of(j, e))) {
		pair = e;
		e = tree_up(j->tree, e);
	}
	if (!p || (pair && !widen(j, s, p, pair)) ||
	    (s->place && s->place != p))
		return false;
	s->place = p;
	return true;
}

/* Widen the scope by one step. An entry that hangs nowhere now says nothing
 * any more; what aliases read elsewhere has no bounds. */
static bool widen_by_step(const struct journey *j, struct scope *s,
			  uint32_t entry, enum step_kind kind, uint32_t parent)
{
	if (kind != STEP_TEXT)
		return climb(j, s, entry, parent);
	if (!tree_alive(j->tree, entry))
		return true;
	return !tree_aliases(j->tree, entry) && climb(j, s, 0, entry);
}

static bool find_scope(const struct journey *j, const struct change *c,
		       struct scope *s)
{
	uint32_t entry, parent;
	enum step_kind kind;

	for (unsigned n = 0; change_step(j->tree, c, n, &entry, &kind, &parent);
	     n++)
		if (!widen_by_step(j, s, entry, kind, parent))
			return false;
	return s->place != NULL;
}

static bool is_far_reaching(const struct scope *s)
{
	return s->fields & far_reaching[s->place->kind];
}

static void add_ends(struct journey *j, const GArray *ties)
{
	for (guint i = 0; i < ties->len; i++) {
		struct place *p = g_array_index(ties, struct tie, i).place;

		if (p)
			g_ptr_array_add(j->changed, p);
	}
}

/* Those who hang on a touchpoint: whom it answers, on it and its owner; who
 * answers it, on whether a reply is awaited; customers, on what it serves. */
static void add_tied(struct journey *j, const struct place *tp, uint64_t fields)
{
	if (fields & BIT(T_SERVES))
		for (guint i = 0; i < j->customers->len; i++)
			g_ptr_array_add(j->changed, j->customers->pdata[i]);
	if (!tp->ties)
		return;
	if (fields & (BIT(T_ANSWERS) | BIT(T_FOLLOWS_UP) | BIT(T_WHO)))
		add_ends(j, tp->ties->to);
	if (fields & BIT(T_AWAITS))
		add_ends(j, tp->ties->from);
}

static void read_touchpoint(struct journey *j, struct place *tp,
			    uint64_t fields)
{
	add_tied(j, tp, fields);
	tally_remove(j, tp);
	tie_forget(j, tp);
	read_fields(j, tp);
	tally_add(j, tp);
	tie_enter(j, tp);
	curve_settle(j);
	add_tied(j, tp, fields);
}

/* Read a touchpoint that may have another name. That matters elsewhere where
 * the old or the new one is referred to. */
static bool read_named(struct journey *j, struct place *tp, uint64_t fields)
{
	uint64_t name = tp->name_hash;

	reference_forget(j, tp);
	read_touchpoint(j, tp, fields);
	reference_enter(j, tp);
	return name == tp->name_hash ||
	       (!reference_is_linked(j, name) &&
		!reference_is_linked(j, tp->name_hash));
}

/* False if that matters to all the others. */
static bool read_place(struct journey *j, struct place *p, uint64_t fields)
{
	bool hid = p->hides;

	if (p->kind == PLACE_TOUCHPOINT && fields & BIT(T_NAME)) {
		if (!read_named(j, p, fields))
			return false;
	} else if (p->kind == PLACE_TOUCHPOINT) {
		read_touchpoint(j, p, fields);
	} else {
		read_fields(j, p);
	}
	if (p->kind == PLACE_JOURNEY && fields & BIT(J_WALKS)) {
		read_walks(j);
		curve_settle(j);
	}
	return p->hides == hid;
}

static void forget_all(struct journey *j)
{
	for (guint i = 0; i < j->kept->len; i++)
		((struct place *)j->kept->pdata[i])->known = false;
}

/* Let every place be read again whose text a change has touched: all of them
 * where it cannot be told. */
static void forget_touched(struct journey *j, const struct change *c)
{
	uint32_t entry, parent;
	enum step_kind kind;
	bool certain = !tree_has_aliases(j->tree);

	for (unsigned n = 0;
	     certain && change_step(j->tree, c, n, &entry, &kind, &parent);
	     n++) {
		uint32_t e = kind == STEP_TEXT ? entry : parent;
		struct place *p = NULL;

		while (e && !(p = read_place_of(j, e)))
			e = tree_up(j->tree, e);
		if (p)
			p->known = false;
		certain = p != NULL;
	}
	if (!certain)
		forget_all(j);
}

struct place *journey_update(struct journey *j, const struct change *c)
{
	struct scope s = { .place = NULL };

	g_ptr_array_set_size(j->changed, 0);
	if (!find_scope(j, c, &s) || is_far_reaching(&s) ||
	    !read_place(j, s.place, s.fields)) {
		forget_touched(j, c);
		read_journey(j);
		return NULL;
	}
	return s.place;
}
