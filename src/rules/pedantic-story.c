/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pedantic rules about the story itself: its waits, its curve, its length, and
 * whether it is still true.  They are judged only where somebody asks for them.
 */
#include "rules/judge.h"

#include "i18n.h"
#include "journey/curve.h"

#define WAIT_MOST 120 /* seconds that need no announcement */
#define CURVE_LEAST 6
#define PEAK_LEAST 5
#define STAGES_MOST 9
#define TOUCHPOINTS_MOST 60
#define DAYS_MOST 180
#define HOPS_LEAST 3

static void open_wait(struct judge *j)
{
	g_autofree char *wait = NULL, *title = NULL;
	struct finding *f;

	if (!j->place->field[T_WAIT] || j->place->hides ||
	    !place_blank(j->journey, j->place, T_TOLD))
		return;
	wait = place_text(j->journey, j->place, T_WAIT);
	if (schema_seconds(wait) <= WAIT_MOST)
		return;
	f = judge_value(j, T_WAIT, j->place->field[T_WAIT]);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(_("the wait at %s is not announced: %s"),
				     title, wait);
	f->remedy = g_strdup(_("tell them at the beginning, and write 'told: "
			       "yes'"));
}

const struct rule rule_open_wait = {
	.name = "open-wait",
	.help = N_("A wait of more than two minutes is not announced."),
	.why = N_("A wait whose end is known is shorter than one whose end is "
		  "not, by any clock but the one on the wall."),
	.source = N_("Service design literature: Maister, the psychology of "
		     "waiting lines"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints: [{name: The counter, wait: 10 min}]\n",
	.remedy = N_("Tell people at the beginning how long it will be, and "
		     "write 'told: yes'."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = open_wait,
};

static void moment_no_evidence(struct judge *j)
{
	g_autofree char *title = NULL;
	struct finding *f;

	if (!j->place->field[T_MOMENT_OF_TRUTH] || j->place->hides ||
	    !place_says(j->journey, j->place, T_MOMENT_OF_TRUTH, "yes") ||
	    !place_says(j->journey, j->place, T_SOURCE, "assumed") ||
	    !place_blank(j->journey, j->place, T_EVIDENCE))
		return;
	f = judge_value(j, T_SOURCE, j->place->field[T_SOURCE]);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(
		_("%s is the moment of truth, and only assumed"), title);
	f->remedy = g_strdup(_("go and look, and write what you saw as "
			       "'evidence'"));
}

const struct rule rule_moment_no_evidence = {
	.name = "moment-no-evidence",
	.help = N_("A moment of truth is only assumed."),
	.why = N_("If everything is won or lost here, it is worth an "
		  "afternoon of looking at what happens."),
	.source = N_("Service design literature"),
	.example =
		"stages:\n"
		"  - name: The shop\n"
		"    touchpoints: [{name: The counter, moment-of-truth: yes, "
		"source: assumed}]\n",
	.remedy = N_("Go and look, and write what you saw as 'evidence'."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = moment_no_evidence,
};

/* How far the highest value is above the lowest; some are rated. */
static int spread(const struct journey *j)
{
	int low = 0, high = FACE_VALUES - 1;

	while (!j->per_value[low])
		low++;
	while (!j->per_value[high])
		high--;
	return high - low;
}

static void flat_curve(struct judge *j)
{
	if (curve_rated(j->journey) >= CURVE_LEAST &&
	    !j->overview->touchpoints_hidden && spread(j->journey) <= 1)
		judge_say(j, J_STAGES, _("all touchpoints feel about the same"),
			  _("decide which one is to be the best of them"));
}

const struct rule rule_flat_curve = {
	.name = "flat-curve",
	.help = N_("All faces are about the same."),
	.why = N_("A journey without ups and downs is one that nobody "
		  "remembers, or one that nobody looked at closely."),
	.source = N_("Service design literature: the peak-end rule"),
	.example =
		"stages:\n"
		"  - name: The shop\n"
		"    touchpoints: [{impression: happy}, {impression: happy}, "
		"{impression: neutral}, {impression: happy}, "
		"{impression: happy}, {impression: neutral}]\n",
	.remedy = N_("Decide which touchpoint is to be the best of them."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = RULE_WHOLE,
	.judge = flat_curve,
};

static void no_peak(struct judge *j)
{
	if (curve_rated(j->journey) >= PEAK_LEAST &&
	    !j->overview->touchpoints_hidden &&
	    !j->journey->per_value[FACE_VALUES - 1])
		judge_say(
			j, J_STAGES, _("nowhere is the customer delighted"),
			_("make one touchpoint much better, rather than all a "
			  "little"));
}

const struct rule rule_no_peak = {
	.name = "no-peak",
	.help = N_("No touchpoint delights."),
	.why = N_("People remember the strongest moment. If none is strong, "
		  "there is little to remember."),
	.source = N_("Service design literature: the peak-end rule"),
	.example =
		"stages:\n"
		"  - name: The shop\n"
		"    touchpoints: [{impression: happy}, {impression: happy}, "
		"{impression: neutral}, {impression: unhappy}, "
		"{impression: happy}]\n",
	.remedy = N_("Make one touchpoint much better, rather than all a "
		     "little."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = RULE_WHOLE,
	.judge = no_peak,
};

static void too_long(struct judge *j)
{
	unsigned stages = j->journey->root->children->len;
	unsigned touchpoints = j->journey->n_touchpoints;
	struct finding *f;

	if (stages <= STAGES_MOST && touchpoints <= TOUCHPOINTS_MOST)
		return;
	f = judge_field(j, J_STAGES);
	if (!f)
		return;
	f->message = g_strdup_printf(
		_("%u stages with %u touchpoints are too many to be seen at "
		  "once"),
		stages, touchpoints);
	f->remedy = g_strdup(_("draw two journeys, or a coarser one"));
}

const struct rule rule_too_long = {
	.name = "too-long",
	.help = N_("There are more than nine stages or sixty touchpoints."),
	.why = N_("A storyboard is good for seeing the whole. What does not "
		  "fit on a wall is a list."),
	.source = N_("Service design literature"),
	.example = "stages: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, "
		   "{id: f}, {id: g}, {id: h}, {id: i}, {id: j}]\n",
	.remedy = N_("Draw two journeys, or a coarser one."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = RULE_WHOLE,
	.judge = too_long,
};

/* Days since the last review, 0 if that is not known. */
static unsigned age(const struct judge *j)
{
	g_autofree char *reviewed =
		place_text(j->journey, j->place, J_REVIEWED);
	unsigned day = schema_day(reviewed), today = judge_today(j);

	return day && today > day ? today - day : 0;
}

static void stale_map(struct judge *j)
{
	unsigned days;
	struct finding *f;

	if (!judge_is_live(j) || j->place->hides)
		return;
	days = age(j);
	if (days > DAYS_MOST) {
		f = judge_value(j, J_REVIEWED, j->place->field[J_REVIEWED]);
		if (!f)
			return;
		f->message = g_strdup_printf(
			_("last reviewed %u days ago, and live"), days);
		f->remedy = g_strdup(_("walk it again, and see what has "
				       "changed"));
	} else if (place_blank(j->journey, j->place, J_MAINTAINER)) {
		judge_say(j, J_MAINTAINER, _("live, and nobody keeps it true"),
			  _("name a 'maintainer'"));
	}
}

const struct rule rule_stale_map = {
	.name = "stale-map",
	.help = N_("A live journey was reviewed more than 180 days ago, or has "
		   "no maintainer."),
	.why = N_("What is lived changes every week. A map that nobody keeps "
		  "is soon a picture of how it was once meant."),
	.source = N_("Service design literature"),
	.example = "status: live\n",
	.remedy = N_("Walk through it again, and name a 'maintainer'."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = 1u << PLACE_JOURNEY,
	.judge = stale_map,
};

/* Tells channels apart: who is there in person has not changed it on the way
 * from the door to the counter. */
static uint64_t channel_hash(const struct journey *j, const struct place *tp)
{
	const struct channel *known = place_channel(tp);

	if (known && known->physical)
		return UINT64_MAX;
	return known ? tp->channel
		     : tree_value_hash(j->tree, tp->field[T_CHANNEL]);
}

static unsigned hops(const struct journey *j, const struct place *stage)
{
	uint64_t last = 0;
	unsigned n = 0;

	for (guint i = 0; i < stage->children->len; i++) {
		const struct place *tp = stage_touchpoint(stage, i);
		uint64_t hash;

		if (place_blank(j, tp, T_CHANNEL))
			continue;
		hash = channel_hash(j, tp);
		n += last && hash != last;
		last = hash;
	}
	return n;
}

static void channel_hops(struct judge *j)
{
	unsigned n = hops(j->journey, j->place);
	g_autofree char *title = NULL;
	struct finding *f;

	if (n < HOPS_LEAST)
		return;
	f = judge_field(j, S_TOUCHPOINTS);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(_("the channel changes %u times in %s"), n,
				     title);
	f->remedy = g_strdup(_("let people stay where they began"));
}

const struct rule rule_channel_hops = {
	.name = "channel-hops",
	.help = N_("The channel changes three times or more within a stage; "
		   "all that is there in person is one."),
	.why = N_("With each change of channel some people are lost, and the "
		  "others say once more who they are and what they want."),
	.source = N_("Service design literature"),
	.example = "stages:\n"
		   "  - name: The order\n"
		   "    touchpoints: [{channel: web}, {channel: phone}, "
		   "{channel: web}, {channel: letter}]\n",
	.remedy = N_("Let people stay in the channel they began in."),
	.level = LEVEL_HINT,
	.pedantic = true,
	.kinds = 1u << PLACE_STAGE,
	.judge = channel_hops,
};
