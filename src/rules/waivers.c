/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Waivers: a finding that is accepted wants a reason, and goes when there is
 * nothing left to accept.
 *
 *	waive:
 *	  - rule: missing-phase
 *	    because: the visit is all there is
 */
#include "rules/slot.h"

#include "i18n.h"

/* The list of waivers of a place, or 0. */
static uint32_t list_of(const struct journey *j, const struct place *p)
{
	uint32_t list = 0;

	if (p->kind == PLACE_JOURNEY)
		list = p->field[J_WAIVE];
	else if (p->kind == PLACE_STAGE)
		list = p->field[S_WAIVE];
	else if (p->kind == PLACE_TOUCHPOINT)
		list = p->field[T_WAIVE];
	return list && tree_kind(j->tree, list) == KIND_SEQUENCE ? list : 0;
}

/* The pair of a waiver with that key, or 0. */
static uint32_t pair_of(const struct tree *t, uint32_t waiver, const char *key)
{
	return tree_kind(t, waiver) == KIND_MAPPING ? tree_find(t, waiver, key)
						    : 0;
}

/* The number of the rule that a waiver names, or -1. */
static int rule_of(const struct tree *t, uint32_t waiver)
{
	g_autofree char *name = tree_value(t, pair_of(t, waiver, "rule"));

	return name ? rules_number(name) : -1;
}

uint64_t waivers_read(const struct journey *j, const struct place *p)
{
	const struct tree *t = j->tree;
	uint32_t list = list_of(j, p);
	uint64_t waived = 0;

	for (uint32_t e = list ? tree_first(t, list) : 0; e;
	     e = tree_next(t, e)) {
		int number = rule_of(t, e);

		if (number >= 0)
			waived |= UINT64_C(1) << number;
	}
	return waived;
}

static int field_of(const struct place *p)
{
	if (p->kind == PLACE_JOURNEY)
		return J_WAIVE;
	return p->kind == PLACE_STAGE ? (int)S_WAIVE : (int)T_WAIVE;
}

/* Whether a rule was judged and a waiver of it at this place hides nothing. */
static bool is_stale(const struct judge *j, int number)
{
	return number >= 0 && rules_all[number] != &rule_stale_waiver &&
	       j->findings->level[number] != LEVEL_NONE &&
	       !j->slot->matched[number];
}

static void stale_waiver(struct judge *j)
{
	const struct tree *t = j->journey->tree;
	uint32_t list = list_of(j->journey, j->place);

	if (j->overview->touchpoints_hidden || j->overview->people_hidden)
		return;
	for (uint32_t e = list ? tree_first(t, list) : 0; e;
	     e = tree_next(t, e)) {
		int number = rule_of(t, e);
		struct finding *f =
			is_stale(j, number)
				? judge_entry(j, field_of(j->place), e)
				: NULL;

		if (!f)
			continue;
		f->message = g_strdup_printf(
			_("'%s' is waived, but there is nothing to waive"),
			rules_all[number]->name);
		f->remedy = g_strdup(_("take the waiver out"));
	}
}

#define WAIVING \
	(1u << PLACE_JOURNEY | 1u << PLACE_STAGE | 1u << PLACE_TOUCHPOINT)

const struct rule rule_stale_waiver = {
	.name = "stale-waiver",
	.help = N_("A waiver covers nothing that is found."),
	.why = N_(
		"What was accepted once is mended now, or has moved. A waiver "
		"that stays behind would hide the next such finding."),
	.source = N_("The storyboard itself: what it says should be true"),
	.example = "waive:\n"
		   "  - rule: empty-stage\n"
		   "    because: we begin with the visit\n",
	.remedy = N_("Take the waiver out."),
	.level = LEVEL_HINT,
	.late = true,
	.kinds = WAIVING,
	.judge = stale_waiver,
};

/* Whether a waiver has a shape to give a reason in, and gives none. */
static bool is_bare(const struct tree *t, uint32_t waiver)
{
	uint32_t because = pair_of(t, waiver, "because");

	return tree_kind(t, waiver) == KIND_MAPPING &&
	       (!because || tree_empty(t, because));
}

static void bare_waiver(struct judge *j)
{
	const struct tree *t = j->journey->tree;
	uint32_t list = list_of(j->journey, j->place);

	for (uint32_t e = list ? tree_first(t, list) : 0; e;
	     e = tree_next(t, e)) {
		struct finding *f =
			is_bare(t, e) ? judge_entry(j, field_of(j->place), e)
				      : NULL;

		if (!f)
			continue;
		f->message = g_strdup(_("a waiver gives no reason"));
		f->remedy = g_strdup(_("say why, as 'because'"));
	}
}

const struct rule rule_bare_waiver = {
	.name = "bare-waiver",
	.help = N_("A waiver gives no reason."),
	.why = N_("Whoever reads the storyboard next cannot tell a decision "
		  "from an oversight, unless it says why."),
	.source = N_("The storyboard itself: what it says should be true"),
	.example = "waive: [{rule: empty-stage}]\n"
		   "stages:\n"
		   "  - name: The shop\n",
	.remedy = N_("Say why, as 'because'."),
	.level = LEVEL_WARNING,
	.kinds = WAIVING,
	.judge = bare_waiver,
};
