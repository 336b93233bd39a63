/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looking things up in the field table: by number, by key, by synonym.
 *
 * The rows themselves are in fields.c and fields-touchpoint.c, faces in
 * face.c, channels in channel.c, and what a date or a duration looks like in
 * value.c.
 *
 * Reading a journey asks for the field of every pair of every touchpoint, so
 * the index is a table of hashes twice as wide as the longest list of fields:
 * one probe, no text compared.
 */
#include "journey/schema.h"

#include <glib.h>
#include <string.h>

#include "i18n.h"
#include "journey/fields.h"
#include "yaml/tree.h"

#define SLOTS 128 /* a power of two, above twice T_FIELDS */

struct slot {
	uint64_t hash;
	int field; /* -1 where the slot is free */
};

struct schema_index {
	struct slot slots[PLACE_KINDS][SLOTS];
};

static const struct {
	const char *name;
	const struct field *fields;
	size_t n;
} kinds[PLACE_KINDS] = {
	[PLACE_JOURNEY] = { .name = N_("journey"),
			    .fields = fields_journey,
			    .n = J_FIELDS },
	[PLACE_CUSTOMER] = { .name = N_("customer"),
			     .fields = fields_customer,
			     .n = C_FIELDS },
	[PLACE_OWNER] = { .name = N_("owner"),
			  .fields = fields_owner,
			  .n = O_FIELDS },
	[PLACE_STAGE] = { .name = N_("stage"),
			  .fields = fields_stage,
			  .n = S_FIELDS },
	[PLACE_TOUCHPOINT] = { .name = N_("touchpoint"),
			       .fields = fields_touchpoint,
			       .n = T_FIELDS },
};

static const char *const groups[GROUPS] = {
	[GROUP_STORY] = N_("story"),
	[GROUP_EQUATION] = N_("equation"),
	[GROUP_SENSES] = N_("senses"),
	[GROUP_IMPRESSION] = N_("impression"),
	[GROUP_KIND] = N_("kind"),
	[GROUP_PLACE] = N_("place"),
	[GROUP_BELOW] = N_("below the line of visibility"),
	[GROUP_CARE] = N_("care"),
	[GROUP_PROBLEMS] = N_("problems"),
	[GROUP_TIME] = N_("time"),
	[GROUP_LINKS] = N_("links"),
	[GROUP_BENCHMARKS] = N_("benchmarks"),
	[GROUP_OTHER] = N_("other"),
};

const struct field *schema_fields(enum place_kind kind, size_t *n)
{
	*n = kinds[kind].n;
	return kinds[kind].fields;
}

const char *schema_kind_name(enum place_kind kind)
{
	return kinds[kind].name;
}

const char *schema_group_name(enum field_group group)
{
	return groups[group];
}

int schema_find(enum place_kind kind, const char *key)
{
	for (size_t i = 0; i < kinds[kind].n; i++)
		if (strcmp(kinds[kind].fields[i].name, key) == 0)
			return (int)i;
	return -1;
}

int schema_find_synonym(enum place_kind kind, const char *synonym)
{
	for (size_t i = 0; i < kinds[kind].n; i++) {
		const char *const *s = kinds[kind].fields[i].synonyms;

		if (s && g_strv_contains(s, synonym))
			return (int)i;
	}
	return -1;
}

/* The slot that holds HASH, or the free one where it belongs. */
static size_t probe(const struct slot *slots, uint64_t hash)
{
	size_t i = (size_t)hash % SLOTS;

	while (slots[i].field >= 0 && slots[i].hash != hash)
		i = (i + 1) % SLOTS;
	return i;
}

static void index_kind(struct slot *slots, enum place_kind kind)
{
	for (size_t i = 0; i < SLOTS; i++)
		slots[i].field = -1;
	for (size_t i = 0; i < kinds[kind].n; i++) {
		const char *name = kinds[kind].fields[i].name;
		uint64_t hash = tree_hash(name, strlen(name));

		slots[probe(slots, hash)] =
			(struct slot){ .hash = hash, .field = (int)i };
	}
}

struct schema_index *schema_index_new(void)
{
	struct schema_index *index = g_new(struct schema_index, 1);

	for (int kind = 0; kind < PLACE_KINDS; kind++)
		index_kind(index->slots[kind], (enum place_kind)kind);
	return index;
}

int schema_find_hash(const struct schema_index *index, enum place_kind kind,
		     uint64_t hash)
{
	const struct slot *slots = index->slots[kind];

	return slots[probe(slots, hash)].field;
}
