/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keys that were meant to be others.
 *
 * A storyboard may hold any key; those that are like nothing known are the
 * designer's own and nobody complains.
 */
#include "rules/judge.h"

#include <string.h>

#include "i18n.h"
#include "rules/nearest.h"

/* customer-owned has more to say about these. */
static bool is_customer_owned(const struct judge *j, const char *key)
{
	return (rule_customer_owned.kinds >> j->place->kind & 1) &&
	       (strcmp(key, "owner") == 0 || strcmp(key, "who") == 0);
}

/* The key that was meant, or NULL; the caller frees. */
static char *meant(const struct judge *j, const char *key)
{
	size_t n;
	const struct field *fields = schema_fields(j->place->kind, &n);
	int synonym = schema_find_synonym(j->place->kind, key);
	struct nearest nearest;

	if (synonym >= 0)
		return g_strdup(fields[synonym].name);
	nearest_init(&nearest, key);
	for (size_t i = 0; i < n; i++)
		nearest_offer(&nearest, fields[i].name);
	return nearest.best;
}

static void judge_key(struct judge *j, uint32_t pair)
{
	g_autofree char *key = tree_key(j->journey->tree, pair);
	g_autofree char *known = NULL, *name = NULL;
	struct finding *f;

	if (!key || is_customer_owned(j, key) || strcmp(key, "<<") == 0)
		return;
	known = meant(j, key);
	if (!known)
		return;
	f = judge_entry(j, -1, pair);
	if (!f)
		return;
	name = judge_quote(key);
	f->message = g_strdup_printf(_("%s is no key of this %s"), name,
				     _(schema_kind_name(j->place->kind)));
	f->remedy = g_strdup_printf(_("did you mean '%s'?"), known);
	f->meant = g_steal_pointer(&known);
}

static void unknown_key(struct judge *j)
{
	const struct tree *t = j->journey->tree;
	uint32_t map = place_map(j->journey, j->place);

	if (!j->place->odd)
		return;
	for (uint32_t e = map ? tree_first(t, map) : 0; e; e = tree_next(t, e))
		if (judge_field_of(j, e) < 0)
			judge_key(j, e);
}

const struct rule rule_unknown_key = {
	.name = "unknown-key",
	.help = N_("A key is not known, but like one that is."),
	.why = N_("A storyboard may have keys of your own, so a misspelt one "
		  "would be kept and never read. Only a key that is close to "
		  "a known one is reported."),
	.source = N_("The format itself: see senseboard(5)"),
	.example = "promis: You feel at home\n",
	.remedy = N_("Write the key that was meant, or give yours a name that "
		     "is less like it."),
	.level = LEVEL_HINT,
	.kinds = (1u << PLACE_KINDS) - 1,
	.judge = unknown_key,
};
