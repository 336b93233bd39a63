/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Faces: more smiles than frowns, a good end, and nobody left angry.
 *
 * The face that counts is the one that people made who walked through; where
 * nobody has, it is the one designed.
 */
#include "rules/judge.h"

#include "i18n.h"
#include "journey/curve.h"
#include "journey/tie.h"

#define RATED_LEAST 3 /* faces of which anything can be said */
#define RATED_SOME 5
#define DIFFERS 2

/* The word for a value that counts: the designed face where it says so, else
 * the nearest one. */
static const char *face_of(const struct judge *j, const struct place *tp,
			   int value)
{
	uint32_t e = tp->field[T_IMPRESSION];
	const struct face *face = e ? curve_face(j->journey->tree, e) : NULL;

	if (face && face->value == value)
		return face->name;
	for (int i = 0; i < FACES; i++)
		if (schema_faces[i].value == value)
			face = &schema_faces[i];
	return face->name;
}

/* Whether enough is rated, and all of it seen. */
static bool is_rated(const struct judge *j, unsigned least)
{
	return curve_rated(j->journey) >= least &&
	       !j->overview->touchpoints_hidden;
}

static void walk_unfinished(struct judge *j)
{
	bool walked = j->journey->walks;
	unsigned n = j->journey->n_touchpoints;
	unsigned rated =
		walked ? j->journey->newest_rated : j->journey->designed;
	struct finding *f;

	if (rated < RATED_LEAST || rated == n || !is_rated(j, RATED_LEAST))
		return;
	f = judge_field(j, walked ? J_WALKS : J_STAGES);
	if (!f)
		return;
	f->message = g_strdup_printf(
		ngettext("%u of %u touchpoints has no face yet",
			 "%u of %u touchpoints have no face yet", n - rated),
		n - rated, n);
	f->remedy = g_strdup(walked ? _("finish the walk")
				    : _("give each the face it is to leave"));
}

const struct rule rule_walk_unfinished = {
	.name = "walk-unfinished",
	.help = N_("The newest walk, or else the design, gives some "
		   "touchpoints a face but not all."),
	.why = N_("Who walks in a customer's shoes walks all the way. The "
		  "touchpoint that nobody looked at is where it goes wrong."),
	.source = N_("“Put a date on hold”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - {name: The door, impression: happy}\n"
		   "      - {name: The counter, impression: neutral}\n"
		   "      - {name: The bread, impression: delighted}\n"
		   "      - {name: The till}\n",
	.remedy = N_("Finish the walk, or give each touchpoint the face it is "
		     "to leave."),
	.level = LEVEL_HINT,
	.kinds = RULE_WHOLE,
	.judge = walk_unfinished,
};

static void smiles(struct judge *j)
{
	unsigned up = curve_smiles(j->journey);
	unsigned down = curve_frowns(j->journey);
	struct finding *f;

	if (down && up <= down && is_rated(j, RATED_LEAST)) {
		f = judge_field(j, J_STAGES);
		if (!f)
			return;
		f->message = g_strdup_printf(
			_("no more smiles than frowns: %u and %u"), up, down);
		f->remedy = g_strdup(_("mend what makes them frown, before "
				       "anything else"));
	} else if (up == 1 && is_rated(j, RATED_SOME)) {
		judge_say(j, J_STAGES,
			  _("only one touchpoint makes the customer smile"),
			  _("find another one that could"));
	}
}

const struct rule rule_smiles = {
	.name = "smiles",
	.help = N_("There are no more smiles than frowns, or just one smile "
		   "in all."),
	.why = N_("Put a face to each touchpoint and count. As long as people "
		  "do not smile more often than they frown, they have no "
		  "reason to come back, and some not to."),
	.source = N_("“Customer experience defined”; “Put a date on hold”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - {name: The door, impression: happy}\n"
		   "      - {name: The counter, impression: unhappy}\n"
		   "      - {name: The till, impression: neutral}\n",
	.remedy = N_("Mend what makes them frown, then find what could make "
		     "them smile."),
	.level = LEVEL_WARNING,
	.kinds = RULE_WHOLE,
	.judge = smiles,
};

static bool is_answered(const struct place *tp)
{
	return tie_comes_back(tp, T_ANSWERS) ||
	       tie_comes_back(tp, T_FOLLOWS_UP);
}

static void low_no_recovery(struct judge *j)
{
	int value = curve_value(j->place);
	g_autofree char *title = NULL;
	struct finding *f;

	if (value >= 0 || j->place->hides || is_answered(j->place) ||
	    !place_blank(j->journey, j->place, T_RECOVERY) ||
	    j->overview->touchpoints_hidden)
		return;
	f = judge_field(j, T_RECOVERY);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(
		_("%s leaves the customer %s, and nobody responds"), title,
		face_of(j, j->place, value));
	f->remedy = g_strdup(_("write as 'recovery' how it is made good, or "
			       "add a touchpoint that answers it"));
}

const struct rule rule_low_no_recovery = {
	.name = "low-no-recovery",
	.help = N_("A touchpoint leaves the customer frowning, and nobody "
		   "responds."),
	.why = N_("Things go wrong everywhere. What people remember, and tell, "
		  "is whether somebody put it right."),
	.source = N_("“Put a date on hold”; Ablan (2015)"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The last loaf is gone\n"
		   "        impression: unhappy\n",
	.remedy = N_("Write as 'recovery' how it is made good, or add a later "
		     "touchpoint that answers it or follows it up."),
	.level = LEVEL_WARNING,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = low_no_recovery,
};

static void ends_low(struct judge *j)
{
	struct place *last = j->journey->last_rated;
	g_autofree char *title = NULL;
	struct finding *f;

	if (!is_rated(j, RATED_LEAST) || curve_value(last) >= 0)
		return;
	j->place = last;
	f = judge_field(j, T_IMPRESSION);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(
		_("the journey ends low: %s leaves the customer %s"), title,
		face_of(j, last, curve_value(last)));
	f->remedy = g_strdup(_("endings are what people remember: mend it, or "
			       "add a better one"));
}

const struct rule rule_ends_low = {
	.name = "ends-low",
	.help = N_("The last touchpoint with a face makes the customer "
		   "frown."),
	.why = N_("People judge an experience by its strongest moment and by "
		  "how it ended, not by the average of it."),
	.source = N_("Service design literature: the peak-end rule"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - {name: The counter, impression: delighted}\n"
		   "      - {name: The bread, impression: happy}\n"
		   "      - {name: The till, impression: unhappy}\n",
	.remedy = N_("Mend the last touchpoint, or add a better ending."),
	.level = LEVEL_WARNING,
	.kinds = RULE_WHOLE,
	.judge = ends_low,
};

static void walk_differs(struct judge *j)
{
	int designed = curve_designed(j->place);
	int walked = curve_walked(j->place);
	g_autofree char *title = NULL;
	struct finding *f;

	if (designed == CURVE_NONE || walked == CURVE_NONE ||
	    walked > designed - DIFFERS || judge_is_actual(j))
		return;
	f = judge_value(j, T_IMPRESSION, j->place->field[T_IMPRESSION]);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(_("%s: designed %s, walked %s"), title,
				     face_of(j, j->place, designed),
				     face_of(j, j->place, walked));
	f->remedy = g_strdup(_("ask those who walked it what they missed"));
}

const struct rule rule_walk_differs = {
	.name = "walk-differs",
	.help = N_("People who walked through felt much worse than was "
		   "designed."),
	.why = N_("A design is a guess about people. Where they feel otherwise "
		  "than was meant, they are right."),
	.source = N_("“Customer experience defined”"),
	.example = "walks:\n"
		   "  - date: 2026-11-21\n"
		   "    faces: {door: neutral}\n"
		   "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - {id: door, impression: delighted}\n",
	.remedy = N_("Ask those who walked through what they missed, and "
		     "design it anew."),
	.level = LEVEL_HINT,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = walk_differs,
};
