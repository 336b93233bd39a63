/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * End to end: a journey begins before the visit or purchase and goes on after
 * it, its stages run forwards, each has something in it, and the last one leads
 * back.
 */
#include "rules/judge.h"

#include "i18n.h"

static void no_phases(struct judge *j)
{
	judge_weigh(j, LEVEL_HINT);
	judge_say(j, J_STAGES,
		  _("no stage says whether it lies before, during or after the "
		    "visit or purchase"),
		  _("give each stage its 'when'"));
}

static void no_phase(struct judge *j, const char *when, const char *message,
		     const char *remedy)
{
	struct finding *f = judge_say(j, J_STAGES, message, remedy);

	if (f)
		f->meant = g_strdup(when);
}

static void missing_phase(struct judge *j)
{
	const unsigned *n = j->journey->per_phase;

	if (!judge_is_whole(j) || j->overview->when_wrong)
		return;
	if (!j->overview->when_said) {
		no_phases(j);
		return;
	}
	if (!n[PHASE_BEFORE])
		no_phase(j, "before",
			 _("nothing happens before the visit or purchase"),
			 _("add how customers first hear of you and decide "
			   "to come"));
	if (!n[PHASE_DURING])
		no_phase(j, "during",
			 _("nothing happens during the visit or purchase"),
			 _("add what customers come for"));
	if (!n[PHASE_AFTER])
		no_phase(j, "after",
			 _("nothing happens after the visit or purchase"),
			 _("add how you follow up, and what brings them "
			   "back"));
}

const struct rule rule_missing_phase = {
	.name = "missing-phase",
	.help = N_("Nothing happens before, during or after the visit or "
		   "purchase."),
	.why = N_("An experience begins with the first word people hear about "
		  "you and ends long after they paid. What is not designed "
		  "happens all the same."),
	.source = N_("“Customer experience defined”; “Service versus "
		     "experience”"),
	.example =
		"stages:\n"
		"  - name: The shop\n"
		"    when: during\n"
		"    touchpoints: [{name: A}, {name: B}, {name: C}, {name: D}]\n",
	.remedy = N_("Add what happens before, during or after the visit or "
		     "purchase."),
	.level = LEVEL_WARNING,
	.kinds = RULE_WHOLE,
	.judge = missing_phase,
};

bool judge_lacks_after(const struct judge *j)
{
	return judge_is_whole(j) && j->overview->when_said &&
	       !j->overview->when_wrong &&
	       !j->journey->per_phase[PHASE_AFTER] &&
	       judge_reports(j, &rule_missing_phase);
}

/* The phase of the nearest stage before that has one; PHASE_NONE if none. */
static unsigned phase_before(const struct journey *j, const struct place *stage)
{
	unsigned phase = PHASE_NONE;

	for (unsigned i = stage->index; i > 0 && phase == PHASE_NONE; i--)
		phase = place_phase(journey_stage(j, i - 1));
	return phase;
}

static void phase_order(struct judge *j)
{
	static const char *const names[PHASE_NONE] = { "before", "during",
						       "after" };
	unsigned phase = place_phase(j->place), earlier;
	struct finding *f;

	if (phase == PHASE_NONE)
		return;
	earlier = phase_before(j->journey, j->place);
	if (earlier == PHASE_NONE || earlier <= phase)
		return;
	f = judge_value(j, S_WHEN, j->place->field[S_WHEN]);
	if (!f)
		return;
	f->message = g_strdup_printf(
		_("the stages run backwards: '%s' follows '%s'"), names[phase],
		names[earlier]);
	f->remedy = g_strdup(_("move the stage, or change its 'when'"));
}

const struct rule rule_phase_order = {
	.name = "phase-order",
	.help = N_("A stage comes after one that happens later."),
	.why = N_("A storyboard is read from left to right as customers live "
		  "it. A stage that is out of order hides what really leads "
		  "to what."),
	.source = N_("“Customer experience defined”"),
	.example = "stages:\n"
		   "  - name: At home\n"
		   "    when: after\n"
		   "    touchpoints: [{name: The first bite}]\n"
		   "  - name: The street\n"
		   "    when: before\n"
		   "    touchpoints: [{name: A smell of bread}]\n",
	.remedy = N_("Move the stage, or change its 'when'."),
	.level = LEVEL_WARNING,
	.kinds = 1u << PLACE_STAGE,
	.judge = phase_order,
};

static void empty_stage(struct judge *j)
{
	g_autofree char *title = NULL;
	struct finding *f;

	if (j->place->children->len > 0 || j->place->hides ||
	    !place_blank(j->journey, j->place, S_TOUCHPOINTS))
		return;
	f = judge_field(j, S_TOUCHPOINTS);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(_("nothing happens in %s"), title);
	f->remedy = g_strdup(_("add a touchpoint, or remove the stage"));
}

const struct rule rule_empty_stage = {
	.name = "empty-stage",
	.help = N_("A stage has no touchpoints."),
	.why = N_("A stage is where customers meet you. If they do not, it is "
		  "either not designed yet or no stage."),
	.source = N_("The storyboard itself: a stage is made of touchpoints"),
	.example = "stages:\n"
		   "  - name: The shop\n",
	.remedy = N_("Add a touchpoint, or remove the stage."),
	.level = LEVEL_WARNING,
	.kinds = 1u << PLACE_STAGE,
	.judge = empty_stage,
};

static void no_return(struct judge *j)
{
	if (judge_is_whole(j) && j->journey->per_phase[PHASE_AFTER] &&
	    !j->journey->per_trait[TRAIT_ROLE])
		judge_say(j, J_STAGES,
			  _("there is no way to come back, or to recommend "
			    "you"),
			  _("give a touchpoint after the visit or purchase its "
			    "'role': return, refer, review or thank"));
}

const struct rule rule_no_return = {
	.name = "no-return",
	.help = N_("After the visit or purchase, no touchpoint has a role."),
	.why = N_("The end of one journey is the beginning of the next, or of "
		  "a friend's. It needs a way back as much as the first one "
		  "needed a way in."),
	.source = N_("“Service and experience”; “Service versus "
		     "experience”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    when: during\n"
		   "    touchpoints: [{name: A}, {name: B}, {name: C}]\n"
		   "  - name: At home\n"
		   "    when: after\n"
		   "    touchpoints: [{name: D}]\n",
	.remedy =
		N_("Give a touchpoint after the visit or purchase its 'role': "
		   "return, refer, review or thank."),
	.level = LEVEL_HINT,
	.kinds = RULE_WHOLE,
	.judge = no_return,
};
