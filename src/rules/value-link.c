/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * References: each leads to one thing, and those of touchpoints lead back.
 *
 * A person who is not declared at all is unknown-who's.  What an alias or a
 * merge key may hide is not missed.
 */
#include "rules/value.h"

#include "i18n.h"
#include "journey/reference.h"
#include "journey/tie.h"
#include "rules/nearest.h"

#define OFFERED_MOST 200 /* touchpoints a wrong name is compared with */

static struct finding *report(struct judge *j, struct value v)
{
	return v.key ? judge_entry(j, v.field, v.entry)
		     : judge_value(j, v.field, v.entry);
}

/* The reference as it stands in the file; the caller frees. */
static char *text_of(const struct judge *j, struct value v)
{
	char *ref = v.key ? tree_key(j->journey->tree, v.entry)
			  : tree_value(j->journey->tree, v.entry);

	return ref ? ref : g_strdup("?");
}

static char *quote(const struct judge *j, struct value v)
{
	g_autofree char *ref = text_of(j, v);

	return judge_quote(ref);
}

static struct place *named(const struct judge *j, enum place_kind kind,
			   struct value v, unsigned *matches)
{
	uint64_t hash = v.key ? tree_key_hash(j->journey->tree, v.entry)
			      : tree_value_hash(j->journey->tree, v.entry);

	return reference_named(j->journey, kind, hash, matches);
}

static void report_several(struct judge *j, struct value v)
{
	struct finding *f = report(j, v);
	g_autofree char *name = NULL;

	if (!f)
		return;
	name = quote(j, v);
	f->message =
		g_strdup_printf(_("'%s' names %s, and several are called that"),
				v.name, name);
	f->remedy = g_strdup(_("name the one by its id"));
}

void value_person(struct judge *j, struct value v)
{
	unsigned matches;

	if (!value_is_text(j, v))
		return;
	named(j, PLACE_OWNER, v, &matches);
	if (matches > 1)
		report_several(j, v);
}

/* Offer the ids of up to MOST touchpoints of a stage; how many there were. */
static unsigned offer_stage(const struct journey *j, const struct place *stage,
			    unsigned most, struct nearest *n)
{
	unsigned i;

	for (i = 0; i < stage->children->len && i < most; i++) {
		const struct place *p = stage_touchpoint(stage, i);
		g_autofree char *id = tree_value(j->tree, p->field[PLACE_ID]);

		if (id)
			nearest_offer(n, id);
	}
	return i;
}

/* Offer touchpoints from the beginning on, until there are enough. */
static void offer_touchpoints(const struct journey *j, struct nearest *n)
{
	unsigned left = OFFERED_MOST;

	for (unsigned i = 0; i < j->root->children->len && left; i++)
		left -= offer_stage(j, journey_stage(j, i), left, n);
}

static void report_nowhere(struct judge *j, struct value v)
{
	struct finding *f = report(j, v);
	g_autofree char *ref = NULL, *name = NULL;
	struct nearest n;

	if (!f)
		return;
	ref = text_of(j, v);
	name = judge_quote(ref);
	f->message = g_strdup_printf(
		_("'%s' leads nowhere: no touchpoint is called %s"), v.name,
		name);
	nearest_init(&n, ref);
	offer_touchpoints(j->journey, &n);
	f->remedy = n.best ? g_strdup_printf(_("did you mean '%s'?"), n.best)
			   : g_strdup(_("name a touchpoint by its id"));
	f->meant = g_steal_pointer(&n.best);
	nearest_clear(&n);
}

/* The touchpoint that is referred to, or NULL, which has been reported. */
static struct place *follow(struct judge *j, struct value v)
{
	unsigned matches;
	struct place *p = named(j, PLACE_TOUCHPOINT, v, &matches);

	if (matches > 1)
		report_several(j, v);
	else if (!p && !j->overview->touchpoints_hidden)
		report_nowhere(j, v);
	return p;
}

static void report_not_before(struct judge *j, struct value v, bool self)
{
	g_autofree char *name = NULL;
	struct finding *f;

	if (!self)
		judge_weigh(j, LEVEL_WARNING);
	f = report(j, v);
	if (!f)
		return;
	name = quote(j, v);
	f->message = g_strdup_printf(
		self ? _("'%s' names %s, which is this very touchpoint")
		     : _("'%s' names %s, which comes only later"),
		v.name, name);
	f->remedy = g_strdup(_("name a touchpoint before this one"));
}

void value_touchpoint(struct judge *j, struct value v)
{
	struct place *p;

	if (!value_is_text(j, v))
		return;
	p = follow(j, v);
	if (p && (p == j->place || place_is_later(p, j->place)))
		report_not_before(j, v, p == j->place);
}

void value_touchpoint_key(struct judge *j, struct value v)
{
	v.key = true;
	follow(j, v);
}

static void offer_needs(const struct journey *j, struct nearest *n)
{
	for (guint i = 0; i < j->customers->len; i++) {
		g_autoptr(GPtrArray) needs =
			place_texts(j, j->customers->pdata[i], C_NEEDS);

		for (guint k = 0; k < needs->len && k < OFFERED_MOST; k++)
			nearest_offer(n, needs->pdata[k]);
	}
}

void value_need(struct judge *j, struct value v)
{
	g_autofree char *need = NULL;
	g_autofree char *name = NULL;
	struct finding *f;
	struct nearest n;

	if (!value_is_text(j, v) || j->overview->people_hidden)
		return;
	if (judge_need_known(j, tree_value_hash(j->journey->tree, v.entry)))
		return;
	f = report(j, v);
	if (!f)
		return;
	need = text_of(j, v);
	name = judge_quote(need);
	f->message =
		g_strdup_printf(_("'%s' names %s, which no customer needs"),
				v.name, name);
	nearest_init(&n, need);
	offer_needs(j->journey, &n);
	f->remedy = n.best ? g_strdup_printf(_("did you mean '%s'?"), n.best)
			   : g_strdup(_("add it to the needs of a customer, "
					"in the same words"));
	f->meant = g_steal_pointer(&n.best);
	nearest_clear(&n);
}
