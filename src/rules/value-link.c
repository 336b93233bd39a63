/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * References: each leads to one thing, and those of touchpoints lead back.
 *
 * A person who is not declared at all is unknown-who's.  What an alias or a
 * merge key may hide is not missed.
 */
#include "rules/value.h"

#include "i18n.h"
#include "rules/nearest.h"

#define OFFERED_MOST 500 /* touchpoints a wrong name is compared with */

static void report_several(struct judge *j, struct value v, const char *ref)
{
	struct finding *f = judge_value(j, v.field, v.entry);
	g_autofree char *name = NULL;

	if (!f)
		return;
	name = judge_quote(ref);
	f->message =
		g_strdup_printf(_("'%s' names %s, and several are called that"),
				v.name, name);
	f->remedy = g_strdup(_("name the one by its id"));
}

void value_person(struct judge *j, struct value v)
{
	g_autofree char *ref = NULL;
	unsigned matches;

	if (!value_is_text(j, v))
		return;
	ref = tree_value(j->journey->tree, v.entry);
	journey_person(j->journey, ref, &matches);
	if (matches > 1)
		report_several(j, v, ref);
}

/* Offer touchpoints from the beginning on, until there are enough. */
static void offer_touchpoints(const struct journey *j, struct nearest *n)
{
	unsigned offered = 0;

	for (guint i = 0; i < j->places->len && offered < OFFERED_MOST; i++) {
		const struct place *p = j->places->pdata[i];
		g_autofree char *id = NULL;

		if (!p || p->kind != PLACE_TOUCHPOINT)
			continue;
		id = place_text(j, p, PLACE_ID);
		nearest_offer(n, id);
		offered++;
	}
}

static void report_nowhere(struct judge *j, struct value v, const char *ref)
{
	struct finding *f = judge_value(j, v.field, v.entry);
	g_autofree char *name = NULL;
	struct nearest n;

	if (!f)
		return;
	name = judge_quote(ref);
	f->message = g_strdup_printf(
		_("'%s' leads nowhere: no touchpoint is called %s"), v.name,
		name);
	nearest_init(&n, ref);
	offer_touchpoints(j->journey, &n);
	f->remedy = n.best ? g_strdup_printf(_("did you mean '%s'?"), n.best)
			   : g_strdup(_("name a touchpoint by its id"));
	nearest_clear(&n);
}

/* The touchpoint that REF names, or NULL, which has been reported. */
static struct place *follow(struct judge *j, struct value v, const char *ref)
{
	unsigned matches;
	struct place *p = journey_touchpoint(j->journey, ref, &matches);

	if (matches > 1)
		report_several(j, v, ref);
	else if (!p && !j->overview->touchpoints_hidden)
		report_nowhere(j, v, ref);
	return p;
}

static bool is_later(const struct place *p, const struct place *than)
{
	if (p->up != than->up)
		return p->up->index > than->up->index;
	return p->index > than->index;
}

static void report_not_before(struct judge *j, struct value v, const char *ref,
			      bool self)
{
	g_autofree char *name = NULL;
	struct finding *f;

	if (!self)
		judge_weigh(j, LEVEL_WARNING);
	f = judge_value(j, v.field, v.entry);
	if (!f)
		return;
	name = judge_quote(ref);
	f->message = g_strdup_printf(
		self ? _("'%s' names %s, which is this very touchpoint")
		     : _("'%s' names %s, which comes only later"),
		v.name, name);
	f->remedy = g_strdup(_("name a touchpoint before this one"));
}

void value_touchpoint(struct judge *j, struct value v)
{
	g_autofree char *ref = NULL;
	struct place *p;

	if (!value_is_text(j, v))
		return;
	ref = tree_value(j->journey->tree, v.entry);
	p = follow(j, v, ref);
	if (p && (p == j->place || is_later(p, j->place)))
		report_not_before(j, v, ref, p == j->place);
}

void value_touchpoint_key(struct judge *j, struct value v)
{
	g_autofree char *ref = tree_key(j->journey->tree, v.entry);

	if (ref)
		follow(j, v, ref);
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
	need = tree_value(j->journey->tree, v.entry);
	if (judge_need_known(j, need))
		return;
	f = judge_value(j, v.field, v.entry);
	if (!f)
		return;
	name = judge_quote(need);
	f->message =
		g_strdup_printf(_("'%s' names %s, which no customer needs"),
				v.name, name);
	nearest_init(&n, need);
	offer_needs(j->journey, &n);
	f->remedy = n.best ? g_strdup_printf(_("did you mean '%s'?"), n.best)
			   : g_strdup(_("add it to the needs of a customer, "
					"in the same words"));
	nearest_clear(&n);
}
