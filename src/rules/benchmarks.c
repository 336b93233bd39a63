/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Benchmarks: what you grade yourselves by, whether you reach it, and when
 * what was once better has become what people expect.
 */
#include "rules/judge.h"

#include "i18n.h"
#include "rules/measure.h"

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
	const struct tree *t = j->journey->tree;
	uint32_t list = j->place->field[T_MEASURES];

	if (!list || tree_kind(t, list) != KIND_SEQUENCE)
		return;
	for (uint32_t e = tree_first(t, list); e; e = tree_next(t, e)) {
		struct measure m;

		if (measure_read(&m, t, e))
			one(j, &m);
		measure_clear(&m);
	}
}

/* What a measure is called. */
static char *name_of(const struct judge *j, const struct measure *m)
{
	return m->metric ? judge_quote(m->metric) : judge_title(j);
}

static void miss(struct judge *j, const struct measure *m)
{
	g_autofree char *name = NULL;
	struct finding *f;

	if (!m->last.entry || !m->target.entry ||
	    !measure_better(m, &m->target, &m->last))
		return;
	f = judge_value(j, T_MEASURES, m->last.entry);
	if (!f)
		return;
	name = name_of(j, m);
	f->message = g_strdup_printf(_("%s: %s%s, target %s"), name,
				     m->last.text, m->unit, m->target.text);
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

static void raise_bar(struct judge *j, const struct measure *m)
{
	const struct figure *worse;
	g_autofree char *name = NULL;
	struct finding *f;

	if (!m->expected.entry || !m->before.entry || !m->since_then ||
	    !measure_better(m, &m->last, &m->expected) ||
	    !measure_better(m, &m->before, &m->expected))
		return;
	f = judge_value(j, T_MEASURES, m->expected.entry);
	if (!f)
		return;
	worse = measure_better(m, &m->last, &m->before) ? &m->before : &m->last;
	name = name_of(j, m);
	f->message = g_strdup_printf(
		_("%s: %s and then %s%s, better than the %s expected"), name,
		m->before.text, m->last.text, m->unit, m->expected.text);
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
