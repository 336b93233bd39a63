/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far the senses are designed, and where one is missing.
 */
#include "journey/coverage.h"

#include <criterion/criterion.h>

#include "story.h"

enum { SEE, HEAR, SMELL, TASTE, FEEL };

/* Smell: not by web; then a gap, twice something, a gap, something, a gap. */
static const char day[] =
	"unused-senses: [taste]\n"
	"stages:\n"
	"- name: Book\n  touchpoints:\n"
	"  - {channel: web, see: a}\n  - {channel: web}\n"
	"- name: Path\n  touchpoints:\n  - {see: b}\n  - {channel: web}\n"
	"- name: Door\n  touchpoints:\n  - {smell: c}\n  - {smell: ''}\n"
	"- name: Empty\n"
	"- name: Stay\n  touchpoints:\n  - {smell: d, hear: e}\n"
	"- name: Lift\n  touchpoints:\n  - {hear: f}\n"
	"- name: Bread\n  touchpoints:\n  - {smell: g}\n"
	"- name: Wave\n  touchpoints:\n  - {see: h}\n";

static struct coverage of(const struct story *s, unsigned stage, int sense)
{
	return coverage_of(s->j, journey_stage(s->j, stage), sense);
}

Test(coverage, counts_in_each_stage_and_in_all)
{
	g_autoptr(Story) s = story_open(day);
	struct coverage all = coverage_of(s->j, s->j->root, SMELL);

	cr_expect_eq(of(s, 0, SEE).designed, 1);
	cr_expect_eq(of(s, 0, SEE).all, 2);
	cr_expect_eq(of(s, 2, SMELL).designed, 1);
	cr_expect_eq(of(s, 3, SMELL).all, 0);
	cr_expect_eq(all.designed, 3);
	cr_expect_eq(all.all, 10);
}

Test(coverage, sees_no_gap_where_nothing_could_be_designed)
{
	g_autoptr(Story) s = story_open(day);

	cr_expect_not(of(s, 0, SMELL).gap);
	cr_expect(of(s, 0, HEAR).gap);
	cr_expect(of(s, 1, SMELL).gap);
	cr_expect_not(of(s, 2, SMELL).gap);
	cr_expect_not(of(s, 3, SMELL).gap);
	cr_expect(coverage_of(s->j, s->j->root, TASTE).gap);
	cr_expect(coverage_carries(story_touchpoint(s, 1, 0), SMELL));
	cr_expect_not(coverage_carries(story_touchpoint(s, 1, 1), SMELL));
}

Test(coverage, says_from_where_to_where_a_sense_is_missing)
{
	g_autoptr(Story) s = story_open(day);
	struct coverage_gaps g = coverage_gaps(s->j, SMELL);

	cr_expect_eq(g.first, journey_stage(s->j, 2));
	cr_expect_eq(g.last, journey_stage(s->j, 6));
	cr_expect_eq(g.before, 1);
	cr_expect_eq(g.between, 1);
	cr_expect_eq(g.from, journey_stage(s->j, 4));
	cr_expect_eq(g.to, journey_stage(s->j, 6));
	cr_expect_eq(g.after, 1);
}

Test(coverage, names_no_ends_of_several_gaps_between)
{
	g_autoptr(Story) s = story_open(day);
	struct coverage_gaps g = coverage_gaps(s->j, SEE);

	cr_expect_eq(g.before, 0);
	cr_expect_eq(g.between, 4);
	cr_expect_eq(g.from, journey_stage(s->j, 1));
	g = coverage_gaps(s->j, FEEL);
	cr_expect_null(g.first);
	cr_expect_eq(g.after, 7);
	journey_update(s->j, journey_set(s->j, story_touchpoint(s, 4, 0), T_SEE,
					 "a lamp", NULL));
	g = coverage_gaps(s->j, SEE);
	cr_expect_eq(g.between, 3);
	cr_expect_null(g.from);
	cr_expect_null(g.to);
}

Test(coverage, knows_what_is_left_out_on_purpose)
{
	g_autoptr(Story) s = story_open(day);
	g_autoptr(Story) aliased =
		story_open("notes: &a [taste]\nunused-senses: [*a]\n");
	g_autoptr(Story) none = story_open("stages: []\n");

	cr_expect_eq(coverage_left_out(s->j), 1u << TASTE);
	cr_expect_eq(coverage_left_out(aliased->j), SENSES_ALL);
	cr_expect_eq(coverage_left_out(none->j), 0);
}

/* story_follow() compares the sums of every stage with a fresh reading. */
Test(coverage, follows_edits_and_moves)
{
	g_autoptr(Story) s = story_open(day);
	struct place *tp = story_touchpoint(s, 2, 0);

	story_follow(s, journey_set(s->j, tp, T_SMELL, "", NULL));
	cr_expect_eq(of(s, 2, SMELL).designed, 0);
	story_follow(s, journey_set(s->j, tp, T_HEAR, "a bell", NULL));
	cr_expect_eq(of(s, 2, HEAR).designed, 1);
	story_follow(s,
		     journey_move(s->j, tp, journey_stage(s->j, 3), 0, NULL));
	cr_expect_eq(of(s, 2, HEAR).designed, 0);
	cr_expect_eq(of(s, 3, HEAR).designed, 1);
	story_follow(s, journey_remove(s->j, tp, NULL, NULL));
	cr_expect_eq(of(s, 3, HEAR).designed, 0);
}
