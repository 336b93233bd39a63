/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What + Who = How: a touchpoint promises something, exactly one owner
 * answers for it, and from the two follows the delivery.
 *
 * A delivery without a promise is one cause and so one finding: no-what says
 * both, and groundless-how speaks for itself only where no-what is silent.
 */
#include "rules/judge.h"

#include "i18n.h"

/* Whether a field is surely missing: nothing hides behind an alias. */
static bool lacks(const struct judge *j, int field)
{
	return !j->place->hides && place_blank(j->journey, j->place, field);
}

static bool holds(const struct judge *j)
{
	return place_complete(j->journey, j->place);
}

static void no_what(struct judge *j)
{
	g_autofree char *title = NULL;
	struct finding *f;

	if (holds(j) || !lacks(j, T_WHAT))
		return;
	f = judge_field(j, T_WHAT);
	if (!f)
		return;
	title = judge_title(j);
	if (place_blank(j->journey, j->place, T_HOW)) {
		f->message = g_strdup_printf(_("%s promises nothing"), title);
	} else {
		f->also = &rule_groundless_how;
		f->message =
			g_strdup_printf(_("%s says how, but promises nothing"),
					title);
	}
	f->remedy = g_strdup(_("write as 'what' one sentence the customer "
			       "could hold you to"));
}

/* For the journey as it is today: one warning for all touchpoints, or NULL
 * where it is not wanted. */
static struct finding *sum_up(struct judge *j)
{
	judge_weigh(j, LEVEL_WARNING);
	return judge_field(j, J_STATE);
}

static void sum_no_what(struct judge *j)
{
	unsigned all = j->journey->n_touchpoints;
	struct finding *f = sum_up(j);

	if (!f)
		return;
	f->message = g_strdup_printf(
		ngettext("%u of %u touchpoints promises nothing",
			 "%u of %u touchpoints promise nothing", j->count),
		j->count, all);
	f->remedy =
		g_strdup(_("write what customers are told or left to expect, "
			   "as 'what'"));
}

const struct rule rule_no_what = {
	.name = "no-what",
	.help = N_("A touchpoint promises nothing."),
	.why = N_("Without a promise nobody knows what to deliver, and no "
		  "customer can say whether they got it. It comes first in "
		  "What + Who = How."),
	.source = N_("“Customer experience defined”; “Service versus "
		     "experience”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The door\n"
		   "        who: the baker\n"
		   "        how: Holds it open\n",
	.remedy = N_("Write as 'what' one sentence that the customer could "
		     "hold you to."),
	.level = LEVEL_ERROR,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = no_what,
	.sum = sum_no_what,
};

static void no_who(struct judge *j)
{
	g_autofree char *title = NULL;
	struct finding *f;

	if (holds(j) || !lacks(j, T_WHO))
		return;
	j->sketch = place_is(j->place, TRAIT_PROBLEM);
	f = judge_field(j, T_WHO);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(_("nobody owns %s"), title);
	f->remedy = g_strdup(_("name as 'who' the one owner who answers for "
			       "it"));
}

static void sum_no_who(struct judge *j)
{
	unsigned all = j->journey->n_touchpoints;
	struct finding *f = sum_up(j);

	if (!f)
		return;
	f->message = g_strdup_printf(
		ngettext("%u of %u touchpoints is owned by nobody",
			 "%u of %u touchpoints are owned by nobody", j->count),
		j->count, all);
	f->remedy = g_strdup(
		_("find out who answers for them, and name them as 'who'"));
}

const struct rule rule_no_who = {
	.name = "no-who",
	.help = N_("Nobody owns an interaction."),
	.why = N_("What nobody answers for is done well only by chance. "
		  "Nobody can own a customer, but any interaction can have "
		  "somebody who owns it."),
	.source = N_("Ablan (2015); “Service versus experience”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The door\n"
		   "        what: It opens before you push\n"
		   "        how: Somebody looks up\n",
	.remedy = N_("Name as 'who' the one owner who answers for it."),
	.level = LEVEL_ERROR,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = no_who,
	.sum = sum_no_who,
};

static void many_who(struct judge *j)
{
	unsigned n = place_owners(j->journey, j->place, NULL);
	g_autofree char *title = NULL, *who = NULL, *names = NULL;
	struct finding *f;

	if (n < 2)
		return;
	f = judge_value(j, T_WHO, j->place->field[T_WHO]);
	if (!f)
		return;
	title = judge_title(j);
	who = place_text(j->journey, j->place, T_WHO);
	names = judge_quote(who);
	f->message =
		g_strdup_printf(_("%s has %u owners, %s"), title, n, names);
	f->remedy = g_strdup(_("an interaction has exactly one: keep one as "
			       "'who', and name the others in 'with'"));
}

const struct rule rule_many_who = {
	.name = "many-who",
	.help = N_("An interaction has more than one owner."),
	.why = N_("Where two own an interaction, each can leave it to the "
		  "other, and the customer is sent from one to the next. "
		  "Many may help; one answers."),
	.source = N_("“Service versus experience”"),
	.example = "owners:\n"
		   "  - id: baker\n"
		   "  - id: anna\n"
		   "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The door\n"
		   "        who: [baker, anna]\n",
	.remedy = N_("Keep one of them as 'who', and name the others in "
		     "'with'."),
	.level = LEVEL_ERROR,
	.sketch = true,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = many_who,
};

/* Who promises: the name of the owner, else what stands in the file. */
static char *promiser(const struct judge *j)
{
	struct place *owner = NULL;

	if (place_owners(j->journey, j->place, &owner) == 1 && owner)
		return place_title(j->journey, owner);
	return place_text(j->journey, j->place, T_WHO);
}

static void no_how(struct judge *j)
{
	g_autofree char *who = NULL, *name = NULL, *what = NULL;
	g_autofree char *promise = NULL;
	struct finding *f;

	if (holds(j) || !lacks(j, T_HOW) ||
	    place_blank(j->journey, j->place, T_WHAT) ||
	    place_blank(j->journey, j->place, T_WHO))
		return;
	f = judge_field(j, T_HOW);
	if (!f)
		return;
	who = promiser(j);
	name = judge_quote(who);
	what = place_text(j->journey, j->place, T_WHAT);
	promise = judge_quote(what);
	f->message = g_strdup_printf(_("%s promises %s, but nothing says how"),
				     name, promise);
	f->remedy = g_strdup(_("write as 'how' what the owner does to keep "
			       "that promise"));
}

static void sum_no_how(struct judge *j)
{
	unsigned all = j->journey->n_touchpoints;
	struct finding *f = sum_up(j);

	if (!f)
		return;
	f->message = g_strdup_printf(
		ngettext("%u of %u touchpoints does not say how its promise "
			 "is kept",
			 "%u of %u touchpoints do not say how their promise "
			 "is kept",
			 j->count),
		j->count, all);
	f->remedy = g_strdup(
		_("find out what is done today, and write it as 'how'"));
}

const struct rule rule_no_how = {
	.name = "no-how",
	.help = N_("There is a promise and an owner, but no delivery."),
	.why = N_("A promise and an owner are an intention. Only when it is "
		  "written how it is kept can it be practised, paid for and "
		  "checked."),
	.source = N_("“Service versus experience”"),
	.example = "owners:\n"
		   "  - id: baker\n"
		   "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The door\n"
		   "        what: It opens before you push\n"
		   "        who: baker\n",
	.remedy = N_("Write as 'how' what the owner does to keep the promise."),
	.level = LEVEL_WARNING,
	.ready_raises = true,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = no_how,
	.sum = sum_no_how,
};

static void groundless_how(struct judge *j)
{
	g_autofree char *title = NULL;
	struct finding *f;

	if (holds(j) || !lacks(j, T_WHAT) ||
	    place_blank(j->journey, j->place, T_HOW) ||
	    judge_reports(j, &rule_no_what))
		return;
	f = judge_field(j, T_HOW);
	if (!f)
		return;
	title = judge_title(j);
	f->message =
		g_strdup_printf(_("%s is a delivery without a promise"), title);
	f->remedy = g_strdup(_("write as 'what' what it is good for"));
}

const struct rule rule_groundless_how = {
	.name = "groundless-how",
	.help = N_("Something is delivered that nobody promised; reported "
		   "with no-what where that is on."),
	.why = N_("Work that keeps no promise costs as much as work that "
		  "does, and nobody can say what it is good for. The How "
		  "follows from What and Who, not the other way round."),
	.source = N_("“Service versus experience”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The door\n"
		   "        who: baker\n"
		   "        how: Holds it open\n",
	.remedy = N_("Write as 'what' the promise that it keeps, or leave it "
		     "out."),
	.level = LEVEL_WARNING,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = groundless_how,
};
