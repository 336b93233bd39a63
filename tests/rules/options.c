/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a front end has a storyboard judged: by which rules, and at which
 * levels.
 */
#include <criterion/criterion.h>

#include "sheet.h"

static const char text[] = "senseboard: 1\n"
			   "title: T\n"
			   "rules: {empty-stage: hint}\n"
			   "stages:\n"
			   "  - name: S\n"
			   "  - touchpoints: [{what: w, feel: f}]\n";

static void expect(const struct rules_options *o, enum level stage,
		   enum level touchpoint)
{
	struct sheet s = sheet_judge(text, o);

	cr_expect_eq(findings_worst(s.findings, journey_stage(s.journey, 0)),
		     stage);
	cr_expect_eq(findings_worst(s.findings, journey_stage(s.journey, 1)),
		     touchpoint);
	sheet_clear(&s);
}

Test(options, judge_by_the_rules_that_were_asked_for)
{
	struct rules_options o = { 0 };

	expect(&o, LEVEL_HINT, LEVEL_ERROR);
	cr_expect(rules_ask(&o, "empty-stage"));
	expect(&o, LEVEL_HINT, LEVEL_NONE);
	cr_expect(rules_ask(&o, "no-who"));
	expect(&o, LEVEL_HINT, LEVEL_ERROR);
	cr_expect_not(rules_ask(&o, "no-rule"));
}

Test(options, give_levels_that_the_storyboard_goes_before)
{
	struct rules_options o = { 0 };

	cr_expect(rules_weigh(&o, "empty-stage", "error"));
	cr_expect(rules_weigh(&o, "no-who", "none"));
	expect(&o, LEVEL_HINT, LEVEL_NONE);
	cr_expect_not(rules_weigh(&o, "no-rule", "none"));
	cr_expect_not(rules_weigh(&o, "no-who", "fatal"));
}
