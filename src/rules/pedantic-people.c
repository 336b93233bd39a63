/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pedantic rules about people: who owns how much, who may do what, and whose
 * needs are met.  They are judged only where somebody asks for them.
 */
#include "rules/judge.h"

#include "i18n.h"
#include "journey/tie.h"

#define OWNED_LEAST 6 /* touchpoints among which one owner may be too many */
#define OWNED_PERCENT 75
#define PASSED_MOST 2 /* owners that a problem may have */

static void one_owner_everywhere(struct judge *j)
{
	const GPtrArray *owners = j->journey->owners;
	unsigned all = j->journey->n_touchpoints;

	if (all < OWNED_LEAST || !judge_is_whole(j))
		return;
	for (guint i = 0; i < owners->len; i++) {
		unsigned load = journey_load(j->journey, owners->pdata[i]);
		g_autofree char *name = NULL;
		struct finding *f;

		if (load * 100 <= all * OWNED_PERCENT)
			continue;
		j->place = owners->pdata[i];
		f = judge_field(j, O_NAME);
		if (!f)
			return;
		name = judge_title(j);
		f->message = g_strdup_printf(_("%s owns %u of %u touchpoints"),
					     name, load, all);
		f->remedy = g_strdup(_("let those own an interaction who are "
				       "there when it happens"));
	}
}

const struct rule rule_one_owner_everywhere = {
	.name = "one-owner-everywhere",
	.help = N_("One owner has more than three quarters of the "
		   "touchpoints."),
	.why = N_("Who owns everything is not there when most of it happens. "
		  "To own an interaction means something as long as it is this "
		  "one and not every one."),
	.source = N_("“Service versus experience”"),
	.example = "owners: [{id: boss}]\n"
		   "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints: [{who: boss}, {who: boss}, {who: boss}, "
		   "{who: boss}, {who: boss}, {name: F}]\n",
	.remedy = N_("Let those own an interaction who are there when it "
		     "happens."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = RULE_WHOLE,
	.judge = one_owner_everywhere,
};

static void one_department(struct judge *j)
{
	if (judge_is_whole(j) && j->overview->team &&
	    j->journey->owners->len >= 2 && !j->overview->people_hidden)
		judge_say(j, J_OWNERS, _("all owners are of one team"),
			  _("ask who else the customer meets, and let them own "
			    "that"));
}

const struct rule rule_one_department = {
	.name = "one-department",
	.help = N_("All owners are of one team."),
	.why = N_("Customers cross departments without noticing, until "
		  "something falls between two of them. A journey drawn by one "
		  "department stops at its own door."),
	.source = N_("“Service versus experience”"),
	.example =
		"owners: [{id: anna, team: Sales}, {id: paul, team: Sales}]\n"
		"stages:\n"
		"  - name: The shop\n"
		"    touchpoints: [{name: A}, {name: B}, {name: C}, "
		"{name: D}]\n",
	.remedy = N_("Ask who else the customer meets, and let them own that."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = RULE_WHOLE,
	.judge = one_department,
};

static void need_unserved(struct judge *j)
{
	const struct tree *t = j->journey->tree;
	g_autoptr(GArray) needs = NULL;

	if (!judge_is_whole(j))
		return;
	needs = place_items(j->journey, j->place, C_NEEDS);
	for (guint i = 0; i < needs->len; i++) {
		uint32_t e = g_array_index(needs, uint32_t, i);
		g_autofree char *need = NULL, *quoted = NULL;
		struct finding *f;

		if (!tree_is_text(t, e) ||
		    tie_serves(j->journey, tree_value_hash(t, e)))
			continue;
		f = judge_value(j, C_NEEDS, e);
		if (!f)
			continue;
		need = tree_value(t, e);
		quoted = judge_quote(need);
		f->message =
			g_strdup_printf(_("no touchpoint serves %s"), quoted);
		f->remedy = g_strdup(_("say where it is met, as 'serves' of a "
				       "touchpoint"));
	}
}

const struct rule rule_need_unserved = {
	.name = "need-unserved",
	.help = N_("No touchpoint serves a need of a customer."),
	.why = N_("A need that nothing serves is why they came, and why they "
		  "will not come again."),
	.source = N_("Ablan (2015); “Service versus experience”"),
	.example = "customers: [{name: Anna, needs: [bread for tomorrow]}]\n"
		   "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints: [{name: A}, {name: B}, {name: C}, "
		   "{name: D}]\n",
	.remedy = N_("Say where it is met, as 'serves' of a touchpoint, in the "
		     "same words."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = 1u << PLACE_CUSTOMER,
	.judge = need_unserved,
};

static bool is_system(const struct journey *j, const struct place *p)
{
	return p && p->kind == PLACE_OWNER &&
	       place_says(j, p, O_KIND, "system");
}

static bool is_person(const struct journey *j, const struct place *p)
{
	return p && p->kind == PLACE_OWNER &&
	       place_says(j, p, O_KIND, "person");
}

/* Whether somebody takes part who is no machine. */
static bool has_company(const struct journey *j, const struct place *tp)
{
	g_autoptr(GPtrArray) with = place_texts(j, tp, T_WITH);

	for (guint i = 0; i < with->len; i++) {
		const struct place *p = journey_person(j, with->pdata[i], NULL);

		if (!is_system(j, p) && !(p && p->kind == PLACE_CUSTOMER))
			return true;
	}
	return false;
}

static void not_interpersonal(struct judge *j)
{
	struct place *owner = NULL;
	g_autofree char *title = NULL;
	bool before;
	struct finding *f;

	if (!place_is(j->place, TRAIT_SERVICE))
		return;
	place_owners(j->journey, j->place, &owner);
	before = place_phase(j->place) == PHASE_BEFORE &&
		 !is_person(j->journey, owner);
	if (!before && (!is_system(j->journey, owner) ||
			has_company(j->journey, j->place)))
		return;
	f = judge_value(j, T_KIND, j->place->field[T_KIND]);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(
		before ? _("%s is service, before there is anybody to serve")
		       : _("%s is service, but only a machine is there"),
		title);
	f->remedy = g_strdup(_("call it experience, or put a person there"));
}

const struct rule rule_not_interpersonal = {
	.name = "not-interpersonal",
	.help = N_("Service before the sale and not by a person, or by a "
		   "machine alone."),
	.why = N_("Service happens between people. Until there is a person on "
		  "either side, what customers have is an experience of you, "
		  "and should be designed as one."),
	.source = N_("“Put a date on hold”"),
	.example = "stages:\n"
		   "  - name: The street\n"
		   "    when: before\n"
		   "    touchpoints: [{name: The sign, kind: service}]\n",
	.remedy = N_("Call it experience, or put a person there."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = not_interpersonal,
};

static void no_discretion(struct judge *j)
{
	if (judge_is_whole(j) && j->journey->owners->len &&
	    !j->overview->discretion && !j->overview->people_hidden)
		judge_say(j, J_OWNERS,
			  _("no owner may do anything without asking"),
			  _("write as 'may' of an owner what they may do for a "
			    "customer unasked"));
}

const struct rule rule_no_discretion = {
	.name = "no-discretion",
	.help = N_("No owner may do anything without asking."),
	.why = N_("The touch that nobody expects cannot wait for a signature. "
		  "Whoever is to surprise a customer needs the freedom to do "
		  "it there and then."),
	.source = N_("“Service and experience”"),
	.example = "owners: [{id: anna}]\n"
		   "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints: [{name: A}, {name: B}, {name: C}, "
		   "{name: D}]\n",
	.remedy = N_("Write as 'may' of an owner what they may do for a "
		     "customer unasked."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = RULE_WHOLE,
	.judge = no_discretion,
};

/* Owners met so far; more than are wanted need not be told apart. */
struct owners {
	const struct place *met[PASSED_MOST + 1];
	unsigned n;
};

static void meet(struct owners *all, const struct place *tp)
{
	for (unsigned i = 0; i < all->n; i++)
		if (all->met[i] == tp->owner)
			return;
	if (tp->owner && all->n <= PASSED_MOST)
		all->met[all->n++] = tp->owner;
}

static void passed_around(struct judge *j)
{
	const GArray *from = j->place->ties ? j->place->ties->from : NULL;
	struct owners all = { .n = 0 };
	g_autofree char *title = NULL;
	struct finding *f;

	if (!from || !place_is(j->place, TRAIT_PROBLEM))
		return;
	meet(&all, j->place);
	for (guint i = 0; i < from->len && all.n <= PASSED_MOST; i++)
		meet(&all, g_array_index(from, struct tie, i).place);
	if (all.n <= PASSED_MOST)
		return;
	f = judge_field(j, T_WHO);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(
		_("%s is passed around: %u owners or more deal with it"), title,
		all.n);
	f->remedy = g_strdup(_("let one owner keep it until it is solved"));
}

const struct rule rule_passed_around = {
	.name = "passed-around",
	.help = N_("A problem with its answers and follow-ups has three owners "
		   "or more."),
	.why = N_("Each new face has to be told the story again. A customer "
		  "with a problem wants one person who keeps it, whoever helps "
		  "that person."),
	.source = N_("“Service versus experience”; Ablan (2015)"),
	.example = "owners: [{id: anna}, {id: paul}, {id: ida}]\n"
		   "stages:\n"
		   "  - name: The calls\n"
		   "    touchpoints:\n"
		   "      - {id: first, who: anna, problem: yes}\n"
		   "      - {id: second, who: paul, answers: first}\n"
		   "      - {id: third, who: ida, follows-up: first}\n",
	.remedy = N_("Let one owner keep the problem until it is solved."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = passed_around,
};

static void no_sponsor(struct judge *j)
{
	if (judge_is_ready(j) && !j->place->hides &&
	    place_blank(j->journey, j->place, J_SPONSOR))
		judge_say(j, J_SPONSOR,
			  _("nobody answers for this journey in the boardroom"),
			  _("name as 'sponsor' the owner who does"));
}

const struct rule rule_no_sponsor = {
	.name = "no-sponsor",
	.help = N_("A journey that is ready or live has no sponsor."),
	.why = N_("A journey crosses departments, and needs somebody above "
		  "them who wants it. Without that, the first cut in a budget "
		  "ends it."),
	.source = N_("“Customer experience defined”"),
	.example = "status: ready\n",
	.remedy = N_("Name as 'sponsor' the owner who answers for it in the "
		     "boardroom."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = 1u << PLACE_JOURNEY,
	.judge = no_sponsor,
};
