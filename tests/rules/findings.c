/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is asked of findings once they are there.
 */
#include "rules/rules.h"

#include <criterion/criterion.h>

#include "sheet.h"

/* One error in the second touchpoint of the second stage, a hint at the
 * journey, a warning at the third stage. */
static const char sample[] = "senseboard: 1\n"
			     "title: T\n"
			     "promis: P\n"
			     "customers:\n"
			     "  - name: C\n"
			     "owners:\n"
			     "  - id: o\n"
			     "stages:\n"
			     "  - name: first\n"
			     "    touchpoints:\n"
			     "      - {what: w, who: o, how: h}\n"
			     "  - name: second\n"
			     "    touchpoints:\n"
			     "      - {what: w, who: o, how: h}\n"
			     "      - {name: bad, what: w, how: h}\n"
			     "  - name: third\n";

static const char few[] = "no-what no-who no-how unknown-key empty-stage";

static struct place *stage(const struct sheet *s, unsigned i)
{
	return journey_stage(s->journey, i);
}

Test(findings, are_kept_by_place)
{
	struct sheet s = sheet_by(sample, few);
	struct place *bad = stage_touchpoint(stage(&s, 1), 1);
	g_autofree char *journey = sheet_rules(&s, s.journey->root);
	g_autofree char *touchpoint = sheet_rules(&s, bad);
	g_autofree char *good =
		sheet_rules(&s, stage_touchpoint(stage(&s, 1), 0));

	cr_expect_str_eq(journey, "unknown-key");
	cr_expect_str_eq(touchpoint, "no-who");
	cr_expect_str_eq(good, "");
	sheet_clear(&s);
}

Test(findings, of_a_stage_are_as_bad_as_its_worst_touchpoint)
{
	struct sheet s = sheet_by(sample, few);

	cr_expect_eq(findings_worst(s.findings, s.journey->root), LEVEL_HINT);
	cr_expect_eq(findings_worst(s.findings, stage(&s, 0)), LEVEL_NONE);
	cr_expect_eq(findings_worst(s.findings, stage(&s, 1)), LEVEL_ERROR);
	cr_expect_eq(findings_worst(s.findings, stage(&s, 2)), LEVEL_WARNING);
	sheet_clear(&s);
}

Test(findings, are_counted_by_level)
{
	struct sheet s = sheet_by(sample, few);

	cr_expect_eq(findings_count(s.findings, LEVEL_ERROR), 1);
	cr_expect_eq(findings_count(s.findings, LEVEL_WARNING), 1);
	cr_expect_eq(findings_count(s.findings, LEVEL_HINT), 1);
	cr_expect_eq(findings_deferred(s.findings), 0);
	sheet_clear(&s);
}

static void expect_deferred(const struct sheet *s, const char *names)
{
	g_autoptr(GPtrArray) list = findings_list_deferred(s->findings);
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; i < list->len; i++)
		g_string_append_printf(
			out, "%s ",
			((const struct finding *)list->pdata[i])->rule->name);
	cr_expect_str_eq(out->str, names);
}

Test(findings, wait_in_a_sketch)
{
	struct sheet s = sheet_by("senseboard: 1\n"
				  "title: T\n"
				  "status: sketch\n"
				  "stages:\n"
				  "  - touchpoints:\n"
				  "      - name: no what, no who\n"
				  "      - {what: w, who: nobody}\n",
				  "no-what no-who no-how unknown-who");
	g_autofree char *lines = sheet_lines(s.findings);

	cr_expect_str_eq(lines, "7:24: error: owner “nobody” is not declared; "
				"declare it under 'owners', or name one who "
				"is [unknown-who]\n");
	cr_expect_eq(findings_deferred(s.findings), 3);
	expect_deferred(&s, "no-what no-who no-how ");
	sheet_clear(&s);
}

Test(findings, lead_from_one_place_to_the_next_and_round)
{
	struct sheet s = sheet_by(sample, few);
	struct place *bad = stage_touchpoint(stage(&s, 1), 1);
	struct place *last = stage(&s, 2);

	cr_expect_eq(findings_step(s.findings, s.journey->root, 1), bad);
	cr_expect_eq(findings_step(s.findings, stage(&s, 0), 1), bad);
	cr_expect_eq(findings_step(s.findings, bad, 1), last);
	cr_expect_eq(findings_step(s.findings, last, 1), s.journey->root);
	cr_expect_eq(findings_step(s.findings, s.journey->root, -1), last);
	cr_expect_eq(findings_step(s.findings, last, -1), bad);
	sheet_clear(&s);
}

Test(findings, lead_nowhere_when_there_are_none)
{
	struct sheet s = sheet_read("senseboard: 1\ntitle: T\n");

	cr_expect_null(findings_step(s.findings, s.journey->root, 1));
	cr_expect_null(findings_at(s.findings, s.journey->root, 0));
	sheet_clear(&s);
}

Test(findings, can_be_waived_for_a_place_and_all_below)
{
	static const char *const text =
		"senseboard: 1\n"
		"title: T\n"
		"stages:\n"
		"  - name: first\n"
		"    waive: [{rule: no-who, because: b}]\n"
		"    touchpoints:\n"
		"      - {what: w, how: h}\n"
		"  - name: second\n"
		"    touchpoints:\n"
		"      - {what: w, how: h}\n"
		"      - what: w\n"
		"        how: h\n"
		"        waive: [{rule: no-who, because: b}]\n";
	struct sheet s = sheet_by(text, few);
	g_autofree char *above =
		sheet_rules(&s, stage_touchpoint(stage(&s, 0), 0));
	g_autofree char *not =
		sheet_rules(&s, stage_touchpoint(stage(&s, 1), 0));
	g_autofree char *own =
		sheet_rules(&s, stage_touchpoint(stage(&s, 1), 1));

	cr_expect_str_eq(above, "");
	cr_expect_str_eq(not, "no-who");
	cr_expect_str_eq(own, "");
	sheet_clear(&s);
}

Test(findings, have_the_level_that_the_storyboard_gives_them)
{
	struct sheet s = sheet_by("senseboard: 1\n"
				  "title: T\n"
				  "status: ready\n"
				  "rules: {empty-stage: error, no-who: none}\n"
				  "stages:\n"
				  "  - name: S\n"
				  "  - touchpoints: [{what: w}]\n",
				  few);

	cr_expect_eq(findings_worst(s.findings, stage(&s, 0)), LEVEL_ERROR);
	cr_expect_eq(findings_worst(s.findings, stage(&s, 1)), LEVEL_NONE);
	sheet_clear(&s);
}

Test(findings, do_not_hang_on_what_an_alias_hides)
{
	struct sheet s =
		sheet_read("senseboard: 1\n"
			   "title: T\n"
			   "x: &x {what: w, who: o, how: h}\n"
			   "y: &y [{id: o}]\n"
			   "owners: *y\n"
			   "stages:\n"
			   "  - touchpoints:\n"
			   "      - *x\n"
			   "      - <<: *x\n"
			   "      - {what: w, who: o, how: h, feel: f}\n");
	g_autofree char *lines = sheet_lines(s.findings);

	cr_expect_str_eq(lines, "");
	sheet_clear(&s);
}
