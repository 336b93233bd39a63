/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading: from the entries of the tree to the places of a journey.
 *
 * Reading all of it anew is the answer to every change that is more than a
 * field.  The number of a place is left in the tree as the tag of its entry,
 * where it outlives removal and undo, so a place is always found again and
 * stays the same struct: selections and findings may hold on to it.  What a
 * touchpoint says itself is only read where its text may have changed.
 *
 * Items that are no mappings become places without fields, so that nothing is
 * hidden and positions are those of the file.
 */
#include "journey/read.h"

#include <string.h>

#include "journey/curve.h"
#include "journey/reference.h"
#include "journey/tally.h"
#include "journey/tie.h"

struct place *read_place_of(const struct journey *j, uint32_t entry)
{
	uint32_t tag = tree_tag(j->tree, entry);

	return tag ? j->places->pdata[tag - 1] : NULL;
}

G_STATIC_ASSERT(T_FIELDS <= 64); /* bits of place.said */

static void read_pairs(struct journey *j, struct place *p)
{
	for (uint32_t e = tree_first(j->tree, p->entry); e;
	     e = tree_next(j->tree, e)) {
		uint64_t hash = tree_key_hash(j->tree, e);
		int field = schema_find_hash(j->index, p->kind, hash);

		if (field >= 0 && !p->field[field]) {
			p->field[field] = e;
			p->there |= UINT64_C(1) << field;
			p->said |= (uint64_t)tree_is_text(j->tree, e) << field;
			continue;
		}
		p->odd = true;
		if (hash == j->merge)
			p->hides = true;
	}
}

void read_fields(struct journey *j, struct place *p)
{
	enum kind kind = tree_kind(j->tree, p->entry);
	size_t n;
	const struct field *fields = schema_fields(p->kind, &n);

	memset(p->field, 0, n * sizeof(p->field[0]));
	p->known = false;
	p->hides = kind == KIND_ALIAS;
	p->odd = false;
	p->there = p->said = 0;
	if (kind != KIND_MAPPING)
		return;
	read_pairs(j, p);
	if (!p->children)
		return;
	for (size_t i = 0; i < n; i++)
		if (fields[i].kind == FIELD_CHILDREN && p->field[i] &&
		    tree_kind(j->tree, p->field[i]) == KIND_ALIAS)
			p->hides = true;
}

static struct place *new_place(struct journey *j, enum place_kind kind,
			       uint32_t entry)
{
	size_t n;
	struct place *p;

	schema_fields(kind, &n);
	p = g_malloc0(sizeof(*p) + n * sizeof(p->field[0]));
	p->kind = kind;
	p->entry = entry;
	p->number = j->kept->len;
	if (kind == PLACE_JOURNEY || kind == PLACE_STAGE)
		p->children = g_ptr_array_new();
	g_ptr_array_add(j->kept, p);
	g_ptr_array_add(j->places, NULL);
	tree_set_tag(j->tree, entry, p->number + 1);
	return p;
}

/* The place of an item: the one it was before, or a new one. */
static struct place *take_place(struct journey *j, enum place_kind kind,
				uint32_t entry, struct place *up)
{
	uint32_t tag = tree_tag(j->tree, entry);
	struct place *p = tag ? j->kept->pdata[tag - 1] : NULL;

	if (!p || p->kind != kind)
		p = new_place(j, kind, entry);
	p->up = up;
	curve_unwalk(p);
	p->felt = CURVE_NONE;
	tie_clear(p);
	j->places->pdata[p->number] = p;
	if (!p->known)
		read_fields(j, p);
	return p;
}

/* The places of a list, in the order of the file. */
static void read_list(struct journey *j, struct place *up, int field,
		      enum place_kind kind, GPtrArray *into)
{
	uint32_t list = up->field[field];

	g_ptr_array_set_size(into, 0);
	if (!list || tree_kind(j->tree, list) != KIND_SEQUENCE)
		return;
	for (uint32_t e = tree_first(j->tree, list); e;
	     e = tree_next(j->tree, e)) {
		struct place *p;

		if (into->len == JOURNEY_MOST) {
			j->excess = j->excess ? j->excess : e;
			return;
		}
		p = take_place(j, kind, e, up);
		p->index = into->len;
		g_ptr_array_add(into, p);
	}
}

static void read_people(struct journey *j, int field, enum place_kind kind,
			GPtrArray *into)
{
	read_list(j, j->root, field, kind, into);
	for (guint i = 0; i < into->len; i++)
		reference_enter(j, into->pdata[i]);
}

static void read_stage(struct journey *j, struct place *stage)
{
	GPtrArray *tps = stage->children;

	stage->phase = tally_phase(j, stage);
	read_list(j, stage, S_TOUCHPOINTS, PLACE_TOUCHPOINT, tps);
	for (guint i = 0; i < tps->len; i++) {
		reference_enter(j, tps->pdata[i]);
		tally_add(j, tps->pdata[i]);
	}
	j->n_touchpoints += tps->len;
	if (j->n_touchpoints > JOURNEY_MOST && !j->excess) {
		struct place *last = tps->pdata[tps->len - 1];

		j->excess = last->entry;
	}
}

static void read_ties(struct journey *j, const struct place *stage)
{
	for (guint i = 0; i < stage->children->len; i++)
		tie_enter(j, stage->children->pdata[i]);
}

void read_walks(struct journey *j)
{
	reference_link_walks(j);
	curve_walk(j, j->changed);
}

void read_journey(struct journey *j)
{
	const GPtrArray *stages;

	tally_clear(j);
	refs_clear(j->people);
	refs_clear(j->touchpoints);
	refs_clear(j->needs);
	for (guint i = 0; i < j->places->len; i++)
		j->places->pdata[i] = NULL;
	j->n_touchpoints = 0;
	j->excess = 0;
	j->root = take_place(j, PLACE_JOURNEY, tree_document(j->tree, 0), NULL);
	read_people(j, J_CUSTOMERS, PLACE_CUSTOMER, j->customers);
	read_people(j, J_OWNERS, PLACE_OWNER, j->owners);
	read_list(j, j->root, J_STAGES, PLACE_STAGE, j->root->children);
	stages = j->root->children;
	for (guint i = 0; i < stages->len && !j->excess; i++)
		read_stage(j, stages->pdata[i]);
	for (guint i = 0; i < stages->len; i++)
		read_ties(j, stages->pdata[i]);
	read_walks(j);
	curve_settle(j);
}
