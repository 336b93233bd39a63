/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Edits of measures, to the byte, with undo; and what is said of shapes that
 * have to be edited by hand.
 */
#include <criterion/criterion.h>

#include "journey/measure.h"
#include "story.h"

#define TP "stages:\n- touchpoints:\n  - id: x\n    name: X\n"
#define MEASURE                                             \
	"    measures:\n      - metric: wait   # minutes\n" \
	"        better: lower\n        target: 5\n"

/* What an edit of the first measure does. */
typedef const struct change *edit(struct story *s, struct place *tp,
				  uint32_t measure, GError **error);

static void becomes(edit *e, const char *text, const char *name,
		    const char *wanted)
{
	g_autoptr(Story) s = story_open(text);
	struct place *tp = story_touchpoint(s, 0, 0);
	GError *error = NULL;
	const struct change *c = e(s, tp, measure_first(s->j, tp), &error);

	cr_assert_null(error, "%s", error ? error->message : "");
	story_becomes(s, c, name, wanted);
}

static void refuses(edit *e, const char *text, const char *message)
{
	g_autoptr(Story) s = story_open(text);
	struct place *tp = story_touchpoint(s, 0, 0);
	GError *error = NULL;
	const struct change *c = e(s, tp, measure_first(s->j, tp), &error);

	story_refuses(s, c, &error, message);
}

/* --- adding ---------------------------------------------------------------- */

static const struct change *add(struct story *s, struct place *tp,
				uint32_t measure, GError **error)
{
	const char *const texts[M_FIELDS] = { [M_METRIC] = "calls, in all",
					      [M_UNIT] = "%",
					      [M_BETTER] = "lower",
					      [M_TARGET] = "95" };

	(void)measure;
	return journey_add_measure(s->j, tp, texts, error);
}

static const struct change *add_short(struct story *s, struct place *tp,
				      uint32_t measure, GError **error)
{
	const char *const texts[M_FIELDS] = {
		[M_METRIC] = "calls", [M_TARGET] = "2"
	};

	(void)measure;
	return journey_add_measure(s->j, tp, texts, error);
}

static const struct change *add_nothing(struct story *s, struct place *tp,
					uint32_t measure, GError **error)
{
	const char *const texts[M_FIELDS] = { [M_TARGET] = "2" };

	(void)measure;
	return journey_add_measure(s->j, tp, texts, error);
}

static const struct change *add_bytes(struct story *s, struct place *tp,
				      uint32_t measure, GError **error)
{
	const char *const texts[M_FIELDS] = { [M_METRIC] = "calls \xf0" };

	(void)measure;
	return journey_add_measure(s->j, tp, texts, error);
}

Test(measure_edit, adds_the_first_one)
{
	becomes(add, TP "    what: w\n    notes: n\n",
		"add measure calls, in all",
		TP "    what: w\n    measures:\n    - metric: calls, in all\n"
		   "      unit: \"%\"\n      better: lower\n      target: 95\n"
		   "    notes: n\n");
}

Test(measure_edit, adds_one_behind_the_others_in_their_style)
{
	becomes(add_short, TP MEASURE "    notes: n\n", "add measure calls",
		TP MEASURE "      - metric: calls\n        target: 2\n"
			   "    notes: n\n");
	becomes(add_short, TP "    measures:\n    - {metric: wait} # so\n",
		"add measure calls",
		TP "    measures:\n    - {metric: wait} # so\n"
		   "    - {metric: calls, target: 2}\n");
	becomes(add, TP "    measures: [{metric: wait}]\n",
		"add measure calls, in all",
		TP "    measures: [{metric: wait}, {metric: \"calls, in "
		   "all\", unit: \"%\", better: lower, target: 95}]\n");
}

Test(measure_edit, wants_to_know_what_is_measured)
{
	refuses(add_nothing, TP, "say what is measured");
}

Test(measure_edit, adds_none_that_no_file_can_hold)
{
	refuses(add_bytes, TP, "this is no text that a file can hold");
}

Test(measure_edit, adds_none_to_what_is_no_list)
{
	refuses(add, TP "    measures: many\n", "line 7: edit this by hand");
	refuses(add, TP "    measures: {metric: m}\n",
		"line 7: edit this by hand");
}

/* --- fields ---------------------------------------------------------------- */

static const struct change *set(struct story *s, struct place *tp,
				uint32_t measure, int field, const char *text,
				GError **error)
{
	const char *texts[M_FIELDS] = { NULL };

	texts[field] = text;
	return journey_set_measure(s->j, tp, measure, texts, error);
}

static const struct change *set_metric(struct story *s, struct place *tp,
				       uint32_t measure, GError **error)
{
	return set(s, tp, measure, M_METRIC, "1: the wait", error);
}

static const struct change *set_target(struct story *s, struct place *tp,
				       uint32_t measure, GError **error)
{
	return set(s, tp, measure, M_TARGET, "4.5", error);
}

static const struct change *set_unit(struct story *s, struct place *tp,
				     uint32_t measure, GError **error)
{
	return set(s, tp, measure, M_UNIT, "min", error);
}

static const struct change *clear_target(struct story *s, struct place *tp,
					 uint32_t measure, GError **error)
{
	return set(s, tp, measure, M_TARGET, "", error);
}

static const struct change *clear_metric(struct story *s, struct place *tp,
					 uint32_t measure, GError **error)
{
	return set(s, tp, measure, M_METRIC, "", error);
}

static const struct change *set_actual(struct story *s, struct place *tp,
				       uint32_t measure, GError **error)
{
	return set(s, tp, measure, M_ACTUAL, "3", error);
}

static const struct change *set_both(struct story *s, struct place *tp,
				     uint32_t measure, GError **error)
{
	const char *const texts[M_FIELDS] = {
		[M_UNIT] = "%", [M_TARGET] = "95"
	};

	return journey_set_measure(s->j, tp, measure, texts, error);
}

Test(measure_edit, sets_a_field_where_it_is)
{
	becomes(set_target, TP MEASURE, "set target of wait",
		TP "    measures:\n      - metric: wait   # minutes\n"
		   "        better: lower\n        target: 4.5\n");
	becomes(set_metric, TP MEASURE, "set measure of wait",
		TP
		"    measures:\n      - metric: \"1: the wait\"   # minutes\n"
		"        better: lower\n        target: 5\n");
}

Test(measure_edit, adds_a_field_behind_its_neighbour)
{
	becomes(set_unit, TP MEASURE, "set unit of wait",
		TP "    measures:\n      - metric: wait   # minutes\n"
		   "        unit: min\n"
		   "        better: lower\n        target: 5\n");
	becomes(set_target, TP "    measures: [{source: assumed}]\n",
		"set target of X",
		TP "    measures: [{source: assumed, target: 4.5}]\n");
}

Test(measure_edit, sets_a_target_and_its_unit_as_one)
{
	becomes(set_both, TP MEASURE, "set target of wait",
		TP "    measures:\n      - metric: wait   # minutes\n"
		   "        unit: \"%\"\n"
		   "        better: lower\n        target: 95\n");
}

Test(measure_edit, clears_a_field)
{
	becomes(clear_target, TP MEASURE, "clear target of wait",
		TP "    measures:\n      - metric: wait   # minutes\n"
		   "        better: lower\n");
	becomes(clear_metric, TP MEASURE, "clear measure of wait",
		TP "    measures:\n      - metric:   # minutes\n"
		   "        better: lower\n        target: 5\n");
}

Test(measure_edit, does_nothing_where_nothing_changes)
{
	g_autoptr(Story) s = story_open(TP "    measures: [{target: 4.5}]\n");
	struct place *tp = story_touchpoint(s, 0, 0);
	GError *error = NULL;

	cr_expect_null(set_target(s, tp, measure_first(s->j, tp), &error));
	cr_expect_null(clear_metric(s, tp, measure_first(s->j, tp), &error));
	cr_expect_null(error);
	cr_expect_eq(history_depth(s->tree), 0);
}

Test(measure_edit, leaves_odd_shapes_to_the_hand)
{
	refuses(set_target, TP "    measures: [many]\n",
		"line 7: edit this by hand");
	refuses(set_target, TP "    measures: [{target: [5]}]\n",
		"line 7: edit this by hand");
	refuses(set_actual, TP "    measures: [{actual: 5}]\n",
		"line 7: edit this by hand");
}

/* --- what was measured ----------------------------------------------------- */

static const struct change *record(struct story *s, struct place *tp,
				   uint32_t measure, GError **error)
{
	return journey_record(s->j, tp, measure, "2026-11-22", "4", error);
}

static const struct change *record_word(struct story *s, struct place *tp,
					uint32_t measure, GError **error)
{
	return journey_record(s->j, tp, measure, "2026-11-22", "4,5", error);
}

Test(measure_edit, records_the_first_reading)
{
	becomes(record, TP MEASURE, "record 4 for wait",
		TP MEASURE "        actual:\n"
			   "        - {date: 2026-11-22, value: 4}\n");
	becomes(record, TP "    measures: [{metric: wait}]\n",
		"record 4 for wait",
		TP "    measures: [{metric: wait, actual: [{date: 2026-11-22, "
		   "value: 4}]}]\n");
	becomes(record, TP MEASURE "        actual:\n        # none yet\n",
		"record 4 for wait",
		TP MEASURE "        actual:\n"
			   "        - {date: 2026-11-22, value: 4}\n"
			   "        # none yet\n");
}

Test(measure_edit, records_beside_the_readings_before)
{
	becomes(record,
		TP MEASURE "        actual:\n"
			   "          - {date: 2026-01-01, value: 9} # bad\n",
		"record 4 for wait",
		TP MEASURE "        actual:\n"
			   "          - {date: 2026-01-01, value: 9} # bad\n"
			   "          - {date: 2026-11-22, value: 4}\n");
	becomes(record,
		TP MEASURE "        actual:\n        - date: 2026-01-01\n"
			   "          value: 9\n",
		"record 4 for wait",
		TP MEASURE "        actual:\n        - date: 2026-01-01\n"
			   "          value: 9\n        - date: 2026-11-22\n"
			   "          value: 4\n");
}

Test(measure_edit, records_first_where_the_newest_is_first)
{
	becomes(record,
		TP MEASURE "        actual:\n"
			   "          - {date: 2026-02-01, value: 8}\n"
			   "          - {date: 2026-01-01, value: 9}\n",
		"record 4 for wait",
		TP MEASURE "        actual:\n"
			   "          - {date: 2026-11-22, value: 4}\n"
			   "          - {date: 2026-02-01, value: 8}\n"
			   "          - {date: 2026-01-01, value: 9}\n");
}

Test(measure_edit, corrects_the_reading_of_the_same_day)
{
	becomes(record,
		TP MEASURE "        actual:\n"
			   "          - {date: 2026-11-22, value: 40}\n",
		"record 4 for wait",
		TP MEASURE "        actual:\n"
			   "          - {date: 2026-11-22, value: 4}\n");
	becomes(record,
		TP MEASURE "        actual:\n"
			   "          - {date: 2026-11-22}\n",
		"record 4 for wait",
		TP MEASURE "        actual:\n"
			   "          - {date: 2026-11-22, value: 4}\n");
}

Test(measure_edit, records_numbers_alone)
{
	refuses(record_word, TP MEASURE,
		"'4,5' is no number; write it like 4 or 4.5");
}

Test(measure_edit, records_nothing_where_something_else_stands)
{
	refuses(record, TP "    measures: [{actual: 5}]\n",
		"line 7: edit this by hand");
	refuses(record, TP "    measures: [{actual: {value: 5}}]\n",
		"line 7: edit this by hand");
	refuses(record, TP "    measures: [many]\n",
		"line 7: edit this by hand");
}

/* --- deleting -------------------------------------------------------------- */

static const struct change *delete_first(struct story *s, struct place *tp,
					 uint32_t measure, GError **error)
{
	return journey_remove_measure(s->j, tp, measure, error);
}

Test(measure_edit, deletes_a_measure_and_with_the_last_one_the_list)
{
	becomes(delete_first, TP MEASURE "      - metric: calls\n",
		"delete measure wait",
		TP "    measures:\n      - metric: calls\n");
	becomes(delete_first, TP MEASURE "    notes: n\n",
		"delete measure wait", TP "    notes: n\n");
	becomes(delete_first, TP "    measures: [many]\n", "delete measure X",
		TP);
}
