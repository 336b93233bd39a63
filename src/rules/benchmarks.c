/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Benchmarks: what you grade yourselves by, whether you reach it, and when
 * what was once better has become what people expect.
 */
#include "rules/judge.h"

#include <string.h>

#include "i18n.h"
#include "journey/measure.h"

static void no_benchmark(struct judge *j)
{
	if (judge_is_whole(j) && !j->journey->per_trait[TRAIT_TARGET])
		judge_say(j, J_STAGES,
			  _("there is nothing to grade your effectiveness by"),
			  _("give one touchpoint a measure with a target that "
			    "is a number"));
}

const struct rule rule_no_benchmark = {
	.name = "no-benchmark",
	.help = N_("No measure has a target."),
	.why = N_("Without a figure that you want to reach, nobody can tell "
		  "whether the design works, or whether the next one is "
		  "better."),
	.source = N_("“Service versus experience”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints: [{name: A}, {name: B}, {name: C}, "
		   "{name: D}]\n",
	.remedy = N_("Give one touchpoint a measure with a target that is a "
		     "number."),
	.level = LEVEL_HINT,
	.ready_raises = true,
	.kinds = RULE_WHOLE,
	.judge = no_benchmark,
};

/* Call ONE for each measure of the touchpoint. */
static void each_measure(struct judge *j,
			 void (*one)(struct judge *j, const struct measure *m))
{
	for (uint32_t e = measure_first(j->journey, j->place); e;
	     e = measure_next(j->journey, e)) {
		struct measure m;

		if (measure_read(&m, j->journey->tree, e))
			one(j, &m);
		measure_clear(&m);
	}
}

/* What a measure is called. */
static char *name_of(const struct judge *j, const struct measure *m)
{
	return *m->metric ? judge_quote(m->metric) : judge_title(j);
}

/* What stands between a number and its unit. */
static const char *blank_of(const struct measure *m)
{
	return *m->unit ? " " : "";
}

static void miss(struct judge *j, const struct measure *m)
{
	const struct figure *last;
	g_autofree char *name = NULL;
	struct finding *f;

	if (measure_grade(m) != GRADE_MISSED)
		return;
	last = &measure_reading(m, 0)->figure;
	f = judge_value(j, T_MEASURES, last->entry);
	if (!f)
		return;
	name = name_of(j, m);
	f->message =
		g_strdup_printf(_("%s: %s%s%s, target %s"), name, last->text,
				blank_of(m), m->unit, m->target.text);
	f->remedy = g_strdup(_("change what keeps you from it, before the "
			       "target"));
}

static void target_missed(struct judge *j)
{
	each_measure(j, miss);
}

const struct rule rule_target_missed = {
	.name = "target-missed",
	.help = N_("The newest figure is worse than its target."),
	.why = N_("A target that is missed and stays as it is teaches everyone "
		  "that targets do not count."),
	.source = N_("“Customer experience defined”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The counter\n"
		   "        measures:\n"
		   "          - metric: people before you\n"
		   "            better: lower\n"
		   "            target: 1\n"
		   "            actual: [{date: 2026-11-21, value: 5}]\n",
	.remedy = N_("Change what keeps you from it; only then the target."),
	.level = LEVEL_WARNING,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = target_missed,
};

/* Whether a reading is better than what was expected by then. */
static bool exceeds(const struct measure *m, const struct reading *r)
{
	return m->expected.entry &&
	       measure_better(m, &r->figure, &m->expected) &&
	       (!*m->since || strcmp(r->date, m->since) > 0);
}

static void raise_bar(struct judge *j, const struct measure *m)
{
	const struct reading *last = measure_reading(m, 0);
	const struct reading *before = measure_reading(m, 1);
	const struct figure *worse;
	g_autofree char *name = NULL;
	struct finding *f;

	if (!before || !exceeds(m, last) || !exceeds(m, before))
		return;
	f = judge_value(j, T_MEASURES, m->expected.entry);
	if (!f)
		return;
	worse = measure_trend(m) == TREND_BETTER ? &before->figure
						 : &last->figure;
	name = name_of(j, m);
	f->message = g_strdup_printf(
		_("%s: %s and then %s%s%s, better than the %s expected"), name,
		before->figure.text, last->figure.text, blank_of(m), m->unit,
		m->expected.text);
	f->remedy = g_strdup_printf(
		_("customers now expect it: let 'expected' be %s"),
		worse->text);
	f->meant = g_strdup(worse->text);
}

static void bar_raised(struct judge *j)
{
	each_measure(j, raise_bar);
}

const struct rule rule_bar_raised = {
	.name = "bar-raised",
	.help = N_("The last two figures were better than what customers "
		   "expect, so they will expect it."),
	.why = N_("What was once more than people expected is soon the least "
		  "they expect. Whoever was surprised twice is not surprised "
		  "again."),
	.source = N_("“Customer experience defined”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The counter\n"
		   "        measures:\n"
		   "          - metric: minutes until served\n"
		   "            better: lower\n"
		   "            expected: 10\n"
		   "            since: 2026-01-01\n"
		   "            actual:\n"
		   "              - {date: 2026-05-01, value: 6}\n"
		   "              - {date: 2026-09-01, value: 4}\n",
	.remedy = N_("Let 'expected' be the worse of the two, and think of a "
		     "new surprise."),
	.level = LEVEL_WARNING,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = bar_raised,
};
