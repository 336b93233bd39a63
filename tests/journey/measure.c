/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures as they are read: numbers, time, which way is better, and what a
 * touchpoint's measures come to.
 */
#include "journey/measure.h"

#include <criterion/criterion.h>

#include "story.h"

#define TP "stages:\n- touchpoints:\n  - id: x\n    name: X\n"

static struct measure first_of(const struct story *s)
{
	struct measure m;
	uint32_t e = measure_first(s->j, story_touchpoint(s, 0, 0));

	cr_assert(e, "no measure");
	cr_assert(measure_read(&m, s->tree, e));
	return m;
}

static enum measure_grade grade_of(const char *measure)
{
	g_autofree char *text =
		g_strdup_printf(TP "    measures: [{%s}]\n", measure);
	g_autoptr(Story) s = story_open(text);
	struct measure m = first_of(s);
	enum measure_grade grade = measure_grade(&m);

	measure_clear(&m);
	return grade;
}

static enum measure_trend trend_of(const char *measure)
{
	g_autofree char *text =
		g_strdup_printf(TP "    measures: [{%s}]\n", measure);
	g_autoptr(Story) s = story_open(text);
	struct measure m = first_of(s);
	enum measure_trend trend = measure_trend(&m);

	measure_clear(&m);
	return trend;
}

Test(measure, is_read_in_the_order_of_time)
{
	g_autoptr(Story) s = story_open(
		TP "    measures:\n    - metric: wait\n      unit: min\n"
		   "      actual:\n      - {date: 2026-03-01, value: 7}\n"
		   "      - {date: 2026-01-01, value: 9}\n"
		   "      - {date: soon, value: 11}\n"
		   "      - {date: 2026-02-01, value: many}\n"
		   "      - 5\n");
	struct measure m = first_of(s);

	cr_expect_str_eq(m.metric, "wait");
	cr_expect_str_eq(m.unit, "min");
	cr_expect_eq(m.readings->len, 3);
	cr_expect_str_eq(measure_reading(&m, 0)->figure.text, "7");
	cr_expect_str_eq(measure_reading(&m, 1)->date, "2026-01-01");
	cr_expect_str_eq(measure_reading(&m, 2)->date, "");
	cr_expect_null(measure_reading(&m, 3));
	measure_clear(&m);
}

Test(measure, is_met_missed_or_open)
{
	cr_expect_eq(grade_of("better: lower, target: 5, "
			      "actual: [{date: 2026-01-01, value: 5}]"),
		     GRADE_MET);
	cr_expect_eq(grade_of("better: lower, target: 5, "
			      "actual: [{date: 2026-01-01, value: 5.5}]"),
		     GRADE_MISSED);
	cr_expect_eq(grade_of("better: higher, target: 5, "
			      "actual: [{date: 2026-01-01, value: 4}, "
			      "{date: 2026-02-01, value: 6}]"),
		     GRADE_MET);
	cr_expect_eq(grade_of("better: higher, target: 5"), GRADE_OPEN);
	cr_expect_eq(grade_of("better: higher, "
			      "actual: [{date: 2026-01-01, value: 4}]"),
		     GRADE_OPEN);
	cr_expect_eq(grade_of("target: 5, "
			      "actual: [{date: 2026-01-01, value: 4}]"),
		     GRADE_OPEN);
}

Test(measure, gets_better_or_worse_by_its_own_lights)
{
	cr_expect_eq(trend_of("better: lower, actual: "
			      "[{date: 2026-01-01, value: 9}, "
			      "{date: 2026-02-01, value: 7}]"),
		     TREND_BETTER);
	cr_expect_eq(trend_of("better: higher, actual: "
			      "[{date: 2026-01-01, value: 9}, "
			      "{date: 2026-02-01, value: 7}]"),
		     TREND_WORSE);
	cr_expect_eq(trend_of("better: higher, actual: "
			      "[{date: 2026-01-01, value: 7}, "
			      "{date: 2026-02-01, value: 7.0}]"),
		     TREND_SAME);
	cr_expect_eq(trend_of("better: higher, actual: "
			      "[{date: 2026-01-01, value: 7}]"),
		     TREND_NONE);
	cr_expect_eq(trend_of("actual: [{date: 2026-01-01, value: 9}, "
			      "{date: 2026-02-01, value: 7}]"),
		     TREND_NONE);
}

Test(measure, may_be_something_else)
{
	g_autoptr(Story) s = story_open(TP "    measures: [many, [a]]\n");
	uint32_t e = measure_first(s->j, story_touchpoint(s, 0, 0));

	for (int i = 0; i < 2; i++, e = measure_next(s->j, e)) {
		struct measure m;

		cr_expect_not(measure_read(&m, s->tree, e));
		cr_expect_str_eq(m.metric, "");
		cr_expect_null(measure_reading(&m, 0));
		measure_clear(&m);
	}
	cr_expect_eq(e, 0);
}

Test(measure, is_listed_and_counted_with_the_others)
{
	g_autoptr(Story) s = story_open(
		"stages:\n"
		"- touchpoints: [{id: a}, {id: b, measures: [{metric: m, "
		"better: lower, target: 1, actual: [{value: 2}]}]}]\n"
		"- touchpoints: [{id: c, measures: [{metric: n, "
		"better: lower, target: 2, actual: [{value: 2}]}, "
		"{metric: o, target: 3}, {metric: p}]}, "
		"{id: d, measures: none}]\n");
	g_autoptr(GArray) list = measure_list(s->j);

	cr_assert_eq(list->len, 4);
	cr_expect_eq(g_array_index(list, struct measure_at, 0).touchpoint,
		     story_touchpoint(s, 0, 1));
	cr_expect_eq(g_array_index(list, struct measure_at, 3).touchpoint,
		     story_touchpoint(s, 1, 0));
	cr_expect_eq(s->j->grades.all, 4);
	cr_expect_eq(s->j->grades.targets, 3);
	cr_expect_eq(s->j->grades.met, 1);
	cr_expect_eq(s->j->grades.missed, 1);
	cr_expect_eq(s->j->per_trait[TRAIT_TARGET], 2);
}

static void split(const char *text, const char *number, const char *unit)
{
	g_autofree char *n = NULL, *u = NULL;

	cr_assert(measure_split(text, &n, &u), "'%s'", text);
	cr_expect_str_eq(n, number);
	cr_expect_str_eq(u, unit);
}

Test(measure, has_its_number_and_unit_taken_apart)
{
	g_autofree char *n = NULL, *u = NULL;

	split("5", "5", "");
	split("95 %", "95", "%");
	split("-1.5h", "-1.5", "h");
	split("3 calls a day ", "3", "calls a day");
	cr_expect_not(measure_split("", &n, &u));
	cr_expect_not(measure_split("many", &n, &u));
	cr_expect_not(measure_split("4,5 min", &n, &u));
	cr_expect_not(measure_split("1.2.3", &n, &u));
}

/* What the first measure of a touchpoint says, in words. */
static void words(const char *measure, const char *wanted)
{
	g_autofree char *text =
		g_strdup_printf(TP "    measures: [{%s}]\n", measure);
	g_autoptr(Story) s = story_open(text);
	struct measure m = first_of(s);
	g_autofree char *said = measure_words(&m);

	cr_expect_str_eq(said, wanted);
	measure_clear(&m);
}

Test(measure, says_in_words_what_there_is_to_say)
{
	words("metric: wait, unit: min, better: lower, target: 5, expected: 9, "
	      "since: 2026-01-01, actual: [{date: 2026-02-01, value: 7}, "
	      "{date: 2026-03-01, value: 6}]",
	      "wait: target 5 min, actual 6 min on 2026-03-01, better than "
	      "before; customers expect 9 min since 2026-01-01");
	words("metric: calls, better: lower, actual: [{value: 2}, {value: 2}]",
	      "calls: actual 2, as before");
	words("metric: calls, since: 2026-01-01", "calls: no target yet");
	words("target: 5", "a measure: target 5");
}
