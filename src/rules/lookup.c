/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What rules look up in the whole journey: who had an id first, and which
 * needs there are.
 *
 * The answers are made when a rule first asks and hold until more than the
 * fields of one place have changed.
 */
#include "rules/slot.h"

#include "journey/reference.h"

static GHashTable *table_new(void)
{
	return g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
}

void lookup_forget(struct findings *f)
{
	for (int kind = 0; kind < PLACE_KINDS; kind++)
		g_clear_pointer(&f->first[kind], g_hash_table_unref);
	g_clear_pointer(&f->needs, g_hash_table_unref);
}

static void enter_first(const struct journey *j, GHashTable *table,
			const GPtrArray *places)
{
	for (guint i = 0; i < places->len; i++) {
		struct place *p = places->pdata[i];
		uint64_t key = tree_value_hash(j->tree, p->field[PLACE_ID]);

		if (!place_blank(j, p, PLACE_ID) &&
		    !g_hash_table_contains(table, &key))
			g_hash_table_insert(table, g_memdup2(&key, sizeof(key)),
					    p);
	}
}

static GHashTable *make_first(const struct journey *j, enum place_kind kind)
{
	GHashTable *table = table_new();
	const GPtrArray *stages = j->root->children;

	if (kind == PLACE_OWNER) {
		enter_first(j, table, j->customers);
		enter_first(j, table, j->owners);
	} else if (kind == PLACE_STAGE) {
		enter_first(j, table, stages);
	} else {
		for (guint i = 0; i < stages->len; i++)
			enter_first(j, table,
				    ((const struct place *)stages->pdata[i])
					    ->children);
	}
	return table;
}

bool judge_id_taken(struct judge *j)
{
	enum place_kind kind =
		j->place->kind == PLACE_CUSTOMER ? PLACE_OWNER : j->place->kind;
	GHashTable **first = &j->findings->first[kind];
	uint64_t id = j->place->id_hash;
	unsigned matches = 2;

	if (place_blank(j->journey, j->place, PLACE_ID))
		return false;
	if (kind != PLACE_STAGE)
		reference_named(j->journey, kind, id, &matches);
	else
		id = tree_value_hash(j->journey->tree,
				     j->place->field[PLACE_ID]);
	if (matches < 2)
		return false;
	if (!*first)
		*first = make_first(j->journey, kind);
	return g_hash_table_lookup(*first, &id) != j->place;
}

static GHashTable *make_needs(const struct journey *j)
{
	GHashTable *table = table_new();

	for (guint i = 0; i < j->customers->len; i++) {
		g_autoptr(GArray) needs =
			place_items(j, j->customers->pdata[i], C_NEEDS);

		for (guint k = 0; k < needs->len; k++) {
			uint64_t key = tree_value_hash(
				j->tree, g_array_index(needs, uint32_t, k));

			g_hash_table_add(table, g_memdup2(&key, sizeof(key)));
		}
	}
	return table;
}

bool judge_need_known(struct judge *j, uint64_t hash)
{
	if (!j->findings->needs)
		j->findings->needs = make_needs(j->journey);
	return g_hash_table_contains(j->findings->needs, &hash);
}

int judge_field_of(const struct judge *j, uint32_t pair)
{
	return schema_find_hash(j->findings->index, j->place->kind,
				tree_key_hash(j->journey->tree, pair));
}
