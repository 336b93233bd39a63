/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owners: whoever is named must be declared, and no one owns a customer.
 *
 * A name that means two people is bad-value's business; what may be declared
 * behind an alias or a merge key is nobody's.
 */
#include "rules/judge.h"

#include "i18n.h"
#include "journey/reference.h"
#include "rules/nearest.h"

#define OFFERED_MOST 200 /* people that a wrong name is compared with */

static void offer_value(const struct journey *j, uint32_t entry,
			struct nearest *n)
{
	g_autofree char *text = tree_value(j->tree, entry);

	if (text)
		nearest_offer(n, text);
}

static void offer(const struct journey *j, const GPtrArray *people,
		  struct nearest *n)
{
	for (guint i = 0; i < people->len && i < OFFERED_MOST; i++) {
		const struct place *p = people->pdata[i];

		offer_value(j, p->field[PLACE_ID], n);
		offer_value(j, p->field[PLACE_NAME], n);
	}
}

/* "did you mean ...?", or what else to do. */
static void advise(const struct judge *j, struct finding *f, const char *ref,
		   bool customers)
{
	struct nearest n;

	nearest_init(&n, ref);
	offer(j->journey, j->journey->owners, &n);
	if (customers)
		offer(j->journey, j->journey->customers, &n);
	if (n.best) {
		g_autofree char *best = judge_quote(n.best);

		f->remedy = g_strdup_printf(_("did you mean %s?"), best);
	} else {
		f->remedy = g_strdup(_("declare it under 'owners', or name one "
				       "who is"));
	}
	f->meant = g_steal_pointer(&n.best);
	nearest_clear(&n);
}

static void report(struct judge *j, int field, uint32_t entry)
{
	g_autofree char *ref = tree_value(j->journey->tree, entry);
	g_autofree char *name = NULL;
	struct finding *f;

	if (!ref)
		return;
	f = judge_value(j, field, entry);
	if (!f)
		return;
	name = judge_quote(ref);
	if (journey_person(j->journey, ref, NULL)) {
		f->message = g_strdup_printf(
			_("%s is a customer, and cannot own anything here"),
			name);
		f->remedy = g_strdup(_("name an owner; customers take part "
				       "in 'with'"));
		return;
	}
	f->message = g_strdup_printf(
		field == T_WITH && j->place->kind == PLACE_TOUCHPOINT
			? _("%s is neither an owner nor a customer")
			: _("owner %s is not declared"),
		name);
	advise(j, f, ref, field == T_WITH);
}

/* What an entry names, and how many there are of it. */
static const struct place *named(const struct judge *j, uint32_t entry,
				 unsigned *matches)
{
	return reference_named(j->journey, PLACE_OWNER,
			       tree_value_hash(j->journey->tree, entry),
			       matches);
}

/* One owner; several are for others to report. */
static void judge_owner(struct judge *j, int field)
{
	g_autoptr(GArray) items = place_items(j->journey, j->place, field);
	const struct place *p;
	unsigned matches;
	uint32_t entry;

	if (items->len != 1)
		return;
	entry = g_array_index(items, uint32_t, 0);
	p = named(j, entry, &matches);
	if (matches <= 1 && !(p && p->kind == PLACE_OWNER))
		report(j, field, entry);
}

static void judge_taking_part(struct judge *j, uint32_t entry)
{
	unsigned matches;

	if (tree_kind(j->journey->tree, entry) != KIND_SCALAR ||
	    tree_blank(j->journey->tree, entry))
		return;
	named(j, entry, &matches);
	if (matches == 0)
		report(j, T_WITH, entry);
}

static void judge_with(struct judge *j, uint32_t with)
{
	const struct tree *t = j->journey->tree;

	if (tree_kind(t, with) == KIND_SCALAR)
		judge_taking_part(j, with);
	else if (tree_kind(t, with) == KIND_SEQUENCE)
		for (uint32_t e = tree_first(t, with); e; e = tree_next(t, e))
			judge_taking_part(j, e);
}

static void unknown_who(struct judge *j)
{
	struct place *owner;

	if (j->overview->people_hidden)
		return;
	if (j->place->kind == PLACE_JOURNEY) {
		judge_owner(j, J_SPONSOR);
		return;
	}
	if (place_owners(j->journey, j->place, &owner) == 1 && !owner)
		judge_owner(j, T_WHO);
	if (j->place->field[T_WITH])
		judge_with(j, j->place->field[T_WITH]);
}

const struct rule rule_unknown_who = {
	.name = "unknown-who",
	.help = N_("Somebody is named who is not declared."),
	.why = N_("An owner is somebody who knows that they are one. Declared "
		  "once under 'owners', a name means the same person "
		  "everywhere, and a slip of the pen is noticed."),
	.source = N_("“Service versus experience”"),
	.example = "owners:\n"
		   "  - id: baker\n"
		   "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The door\n"
		   "        who: bakr\n",
	.remedy = N_("Declare the owner under 'owners', or name one who is "
		     "declared there."),
	.level = LEVEL_ERROR,
	.sketch = true,
	.kinds = 1u << PLACE_JOURNEY | 1u << PLACE_TOUCHPOINT,
	.judge = unknown_who,
};

static void customer_owned(struct judge *j)
{
	static const char *const keys[] = { "owner", "who" };
	const struct tree *t = j->journey->tree;

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		uint32_t e = tree_find(t, j->place->entry, keys[i]);
		g_autofree char *title = NULL;
		struct finding *f;

		if (!e || tree_blank(t, e))
			continue;
		f = judge_entry(j, -1, e);
		if (!f)
			continue;
		title = judge_title(j);
		f->message = g_strdup_printf(
			_("'%s' makes somebody own %s, but no one owns a "
			  "customer"),
			keys[i], title);
		f->remedy = g_strdup(_("name an owner as 'who' of each "
				       "touchpoint, and who keeps this file "
				       "true as 'maintainer'"));
	}
}

const struct rule rule_customer_owned = {
	.name = "customer-owned",
	.help = N_("A journey, stage or customer is given an owner."),
	.why = N_("Customers belong to nobody, and saying that somebody owns "
		  "them makes every interaction somebody else's. What can be "
		  "owned is each interaction."),
	.source = N_("“Service versus experience”"),
	.example = "owner: marketing\n",
	.remedy = N_("Name as 'who' an owner of each touchpoint, and as "
		     "'maintainer' whoever keeps the file true."),
	.level = LEVEL_ERROR,
	.sketch = true,
	.kinds = 1u << PLACE_JOURNEY | 1u << PLACE_STAGE | 1u << PLACE_CUSTOMER,
	.judge = customer_owned,
};
