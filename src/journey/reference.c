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

/* What a text may be is counted in one table, under its hash and this. */
enum { AS_ID, AS_NAME, AS_LINK };

void reference_enter(struct journey *j, struct place *p)
{
	struct refs *table = table_of(j, p->kind);

	if (!p->known || !p->id_hash)
		p->id_hash = hash_of(j, p, PLACE_ID);
	if (!p->known || !p->name_hash)
		p->name_hash = hash_of(j, p, PLACE_NAME);
	if (p->id_hash)
		refs_add(table, p->id_hash + AS_ID, p->number);
	if (p->name_hash)
		refs_add(table, p->name_hash + AS_NAME, p->number);
}

void reference_forget(struct journey *j, struct place *p)
{
	struct refs *table = table_of(j, p->kind);

	if (p->id_hash)
		refs_remove(table, p->id_hash + AS_ID, p->number);
	if (p->name_hash)
		refs_remove(table, p->name_hash + AS_NAME, p->number);
	p->id_hash = p->name_hash = 0;
}

void reference_link(struct journey *j, uint64_t hash)
{
	refs_add(j->touchpoints, hash + AS_LINK, 0);
}

void reference_unlink(struct journey *j, uint64_t hash)
{
	refs_remove(j->touchpoints, hash + AS_LINK, 0);
}

static void link_mark(void *journey, uint32_t entry)
{
	struct journey *j = journey;

	reference_link(j, tree_key_hash(j->tree, entry));
}

void reference_link_walks(struct journey *j)
{
	walk_each_mark(j, link_mark, j);
}

bool reference_is_linked(const struct journey *j, uint64_t hash)
{
	return refs_count(j->touchpoints, hash + AS_LINK, NULL) > 0;
}

struct reference reference_find(const struct journey *j, enum place_kind kind,
				const char *text)
{
	const struct refs *table = table_of(j, kind);
	uint64_t hash = tree_hash(text, strlen(text));

	return (struct reference){
		.hash = hash,
		.ids = refs_count(table, hash + AS_ID, NULL),
		.names = refs_count(table, hash + AS_NAME, NULL),
		.links = refs_count(table, hash + AS_LINK, NULL),
	};
}

struct place *reference_named(const struct journey *j, enum place_kind kind,
			      uint64_t hash, unsigned *matches)
{
	const struct refs *table = table_of(j, kind);
	unsigned number, n = refs_count(table, hash + AS_ID, &number);

	if (!n)
		n = refs_count(table, hash + AS_NAME, &number);
	if (matches)
		*matches = n;
	return n == 1 ? j->places->pdata[number] : NULL;
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
