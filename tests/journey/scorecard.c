/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures of the scorecard, and who is behind them.
 */
#include "journey/scorecard.h"

#include <criterion/criterion.h>

#include "story.h"

static const char story[] =
	"owners: [{id: o}, {id: q}]\n"
	"stages:\n"
	"- touchpoints:\n"
	"  - {id: a, what: w, who: o, how: h, impression: happy, see: s}\n"
	"  - {id: b, who: [o, q], impression: angry, see: s, feel: f}\n"
	"- touchpoints:\n"
	"  - {id: c, what: w, impression: neutral}\n"
	"  - {id: d, what: w, who: o}\n"
	"walks:\n"
	"- date: 2026-11-21\n"
	"  faces: {a: unhappy, b: delighted, d: thinking}\n";

Test(scorecard, counts_what_holds_and_what_is_missing)
{
	g_autoptr(Story) s = story_open(story);
	unsigned n[SCORES];

	scorecard_count(s->j, n);
	cr_expect_eq(n[SCORE_HOLDS], 1);
	cr_expect_eq(n[SCORE_NO_WHAT], 1);
	cr_expect_eq(n[SCORE_NO_WHO], 1);
	cr_expect_eq(n[SCORE_MANY_WHO], 1);
	cr_expect_eq(n[SCORE_NO_HOW], 3);
}

Test(scorecard, counts_faces_designed_and_walked)
{
	g_autoptr(Story) s = story_open(story);
	unsigned n[SCORES];

	scorecard_count(s->j, n);
	cr_expect_eq(n[SCORE_DESIGNED_SMILE], 1);
	cr_expect_eq(n[SCORE_DESIGNED_NEUTRAL], 1);
	cr_expect_eq(n[SCORE_DESIGNED_FROWN], 1);
	cr_expect_eq(n[SCORE_DESIGNED_NONE], 1);
	cr_expect_eq(n[SCORE_WALKED_SMILE], 1);
	cr_expect_eq(n[SCORE_WALKED_NEUTRAL], 1);
	cr_expect_eq(n[SCORE_WALKED_FROWN], 1);
	cr_expect_eq(n[SCORE_WALKED_NONE], 1);
}

Test(scorecard, counts_senses)
{
	g_autoptr(Story) s = story_open(story);
	unsigned n[SCORES];

	scorecard_count(s->j, n);
	cr_expect_eq(n[SCORE_SENSE], 2);
	cr_expect_eq(n[SCORE_SENSE + 1], 0);
	cr_expect_eq(n[SCORE_SENSE + 4], 1);
}

Test(scorecard, knows_who_is_behind_a_figure)
{
	g_autoptr(Story) s = story_open(story);
	const struct place *a = story_touchpoint(s, 0, 0);
	const struct place *c = story_touchpoint(s, 1, 0);

	cr_expect(score_is(s->j, a, SCORE_HOLDS));
	cr_expect(score_is(s->j, a, SCORE_WALKED_FROWN));
	cr_expect_not(score_is(s->j, a, SCORE_NO_HOW));
	cr_expect(score_is(s->j, c, SCORE_NO_WHO));
	cr_expect(score_is(s->j, c, SCORE_WALKED_NONE));
	cr_expect_not(score_is(s->j, c, SCORE_SENSE));
}

Test(scorecard, does_not_miss_what_a_merge_key_may_hide)
{
	g_autoptr(Story) s = story_open("stages:\n- touchpoints:\n"
					"  - &a {id: a, what: w}\n"
					"  - {<<: *a, id: b}\n");
	unsigned n[SCORES];

	scorecard_count(s->j, n);
	cr_expect_eq(n[SCORE_NO_WHAT], 0);
	cr_expect_eq(n[SCORE_NO_HOW], 1);
}

static enum verdict verdict_on(const char *a, const char *b, const char *c)
{
	g_autofree char *text = g_strdup_printf(
		"stages:\n- touchpoints: [{impression: %s}, {impression: %s}, "
		"{impression: %s}]\n",
		a, b, c);
	g_autoptr(Story) s = story_open(text);

	return scorecard_verdict(s->j);
}

Test(scorecard, says_whether_smiles_outnumber_frowns)
{
	cr_expect_eq(verdict_on("happy", "delighted", "angry"), VERDICT_SMILES);
	cr_expect_eq(verdict_on("happy", "neutral", "angry"), VERDICT_EVEN);
	cr_expect_eq(verdict_on("happy", "unhappy", "angry"), VERDICT_FROWNS);
	cr_expect_eq(verdict_on("neutral", "~", "thinking"), VERDICT_NONE);
}
