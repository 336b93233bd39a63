/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * References: an id, or else a name that only one has.
 *
 * The rows are found by a 64-bit hash of the text and do not keep the text
 * itself, which stays in the file.
 */
#include "journey/reference.h"
#include "journey/walk.h"

#include <string.h>

static struct refs *table_of(const struct journey *j, enum place_kind kind)
{
	return kind == PLACE_TOUCHPOINT ? j->touchpoints : j->people;
}

/* The hash of a field's text, 0 where it has none. */
static uint64_t hash_of(const struct journey *j, const struct place *p,
			int field)
{
	return place_blank(j, p, field)
		       ? 0
		       : tree_value_hash(j->tree, p->field[field]);
}

void reference_enter(struct journey *j, struct place *p)
{
	struct refs *table = table_of(j, p->kind);

	p->id_hash = hash_of(j, p, PLACE_ID);
	p->name_hash = hash_of(j, p, PLACE_NAME);
	if (p->id_hash) {
		struct reference *r = refs_row(table, p->id_hash);

		r->ids++;
		r->id_sum += p->number;
	}
	if (p->name_hash) {
		struct reference *r = refs_row(table, p->name_hash);

		r->names++;
		r->name_sum += p->number;
	}
}

void reference_forget(struct journey *j, struct place *p)
{
	struct refs *table = table_of(j, p->kind);

	if (p->id_hash) {
		struct reference *r = refs_row(table, p->id_hash);

		r->ids--;
		r->id_sum -= p->number;
	}
	if (p->name_hash) {
		struct reference *r = refs_row(table, p->name_hash);

		r->names--;
		r->name_sum -= p->number;
	}
	p->id_hash = p->name_hash = 0;
}

static void link_mark(void *journey, uint32_t entry)
{
	struct journey *j = journey;

	refs_row(j->touchpoints, tree_key_hash(j->tree, entry))->links++;
}

void reference_link_walks(struct journey *j)
{
	walk_each_mark(j, link_mark, j);
}

bool reference_is_linked(const struct journey *j, uint64_t hash)
{
	const struct reference *r = refs_find(j->touchpoints, hash);

	return r && r->links;
}

static struct reference find(const struct refs *table, uint64_t hash)
{
	const struct reference *r = refs_find(table, hash);

	return r ? *r : (struct reference){ .hash = hash };
}

struct reference reference_find(const struct journey *j, enum place_kind kind,
				const char *text)
{
	return find(table_of(j, kind), tree_hash(text, strlen(text)));
}

struct place *reference_named(const struct journey *j, enum place_kind kind,
			      uint64_t hash, unsigned *matches)
{
	struct reference r = find(table_of(j, kind), hash);
	unsigned n = r.ids ? r.ids : r.names;

	if (matches)
		*matches = n;
	if (n != 1)
		return NULL;
	return j->places->pdata[r.ids ? r.id_sum : r.name_sum];
}

struct place *journey_person(const struct journey *j, const char *ref,
			     unsigned *matches)
{
	return reference_named(j, PLACE_OWNER, tree_hash(ref, strlen(ref)),
			       matches);
}

struct place *journey_touchpoint(const struct journey *j, const char *ref,
				 unsigned *matches)
{
	return reference_named(j, PLACE_TOUCHPOINT, tree_hash(ref, strlen(ref)),
			       matches);
}
