/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Renaming and removing: what refers to a place follows it or goes with it,
 * in the same change.
 */
#include <criterion/criterion.h>

#include "story.h"

#define PEOPLE "owners:\n- id: joe\n  name: Joe\n- name: Ann\n"

Test(follow, takes_references_along_with_an_id)
{
	g_autoptr(Story) s = story_open(
		"sponsor: joe\n" PEOPLE "stages:\n- touchpoints:\n"
		"  - {name: A, who: joe}\n  - {who: [joe, Ann], with: joe}\n"
		"  - {who: Joe, notes: joe}\n");
	GError *error = NULL;

	cr_assert_eq(journey_references(s->j, story_owner(s, 0)), 5);
	story_becomes(
		s, journey_set(s->j, story_owner(s, 0), O_ID, "jo", &error),
		"set id of Joe",
		"sponsor: jo\nowners:\n- id: jo\n  name: Joe\n- name: Ann\n"
		"stages:\n- touchpoints:\n"
		"  - {name: A, who: jo}\n  - {who: [jo, Ann], with: jo}\n"
		"  - {who: Joe, notes: joe}\n");
}

Test(follow, takes_references_by_name_along_with_a_name)
{
	g_autoptr(Story) s = story_open(
		PEOPLE "stages:\n- touchpoints:\n"
		       "  - {who: Ann}\n  - {who: joe, with: [Ann]}\n"
		       "  - {who: Joe}\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_set(s->j, story_owner(s, 1), O_NAME, "Zoe",
				  &error),
		      "rename Ann",
		      "owners:\n- id: joe\n  name: Joe\n- name: Zoe\n"
		      "stages:\n- touchpoints:\n"
		      "  - {who: Zoe}\n  - {who: joe, with: [Zoe]}\n"
		      "  - {who: Joe}\n");
}

Test(follow, falls_back_on_the_id_where_a_name_is_taken)
{
	g_autoptr(Story) s =
		story_open(PEOPLE "stages:\n- touchpoints:\n  - {who: Joe}\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_set(s->j, story_owner(s, 0), O_NAME, "Ann",
				  &error),
		      "rename Joe",
		      "owners:\n- id: joe\n  name: Ann\n- name: Ann\n"
		      "stages:\n- touchpoints:\n  - {who: joe}\n");
}

Test(follow, refuses_to_leave_references_to_nobody)
{
	g_autoptr(Story) s =
		story_open(PEOPLE "stages:\n- touchpoints:\n  - {who: Ann}\n");
	struct place *ann = story_owner(s, 1);
	const char *message = "'Ann' is referred to and would have no id and "
			      "no name of its own";
	GError *error = NULL;

	story_refuses(s, journey_set(s->j, ann, O_NAME, "", &error), &error,
		      message);
	story_refuses(s, journey_set(s->j, ann, O_NAME, "Joe", &error), &error,
		      message);
	story_refuses(s, journey_remove_field(s->j, ann, O_NAME, &error),
		      &error, message);
}

Test(follow, takes_links_and_walks_along_with_a_touchpoint)
{
	g_autoptr(Story) s =
		story_open("stages:\n- touchpoints:\n  - id: x\n  - id: y\n"
			   "  - answers: x\n    follows-up: [x, y]\n"
			   "walks:\n- faces: {x: happy, y: angry}\n"
			   "  notes:\n    x: n\n    y: m\n");
	struct place *x = story_touchpoint(s, 0, 0);
	GError *error = NULL;

	cr_assert_eq(journey_references(s->j, x), 4);
	story_becomes(s, journey_set(s->j, x, T_ID, "ex", &error),
		      "set id of x",
		      "stages:\n- touchpoints:\n  - id: ex\n  - id: y\n"
		      "  - answers: ex\n    follows-up: [ex, y]\n"
		      "walks:\n- faces: {ex: happy, y: angry}\n"
		      "  notes:\n    ex: n\n    y: m\n");
}

Test(follow, removes_links_and_walks_with_a_touchpoint)
{
	g_autoptr(Story) s =
		story_open("stages:\n- touchpoints:\n  - id: x\n  - id: y\n"
			   "  - answers: x\n    follows-up: [x]\n"
			   "  - id: z\n    follows-up: [x, y]\n"
			   "walks:\n- faces: {x: happy, y: angry}\n"
			   "  notes:\n    x: n\n    y: m\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_remove(s->j, story_touchpoint(s, 0, 0), NULL,
				     &error),
		      "delete touchpoint x",
		      "stages:\n- touchpoints:\n  - id: y\n"
		      "  - answers:\n"
		      "  - id: z\n    follows-up: [y]\n"
		      "walks:\n- faces: {y: angry}\n"
		      "  notes:\n    y: m\n");
}

Test(follow, removes_all_that_refers_into_a_stage)
{
	g_autoptr(Story) s = story_open(
		"stages:\n- name: A\n  touchpoints:\n  - id: x\n"
		"  - id: y\n    answers: x\n- touchpoints:\n"
		"  - id: z\n    answers: y\n    follows-up: [x, y]\n");
	GError *error = NULL;

	cr_assert_eq(journey_references(s->j, journey_stage(s->j, 0)), 3);
	story_becomes(s,
		      journey_remove(s->j, journey_stage(s->j, 0), NULL,
				     &error),
		      "delete stage A", "stages:\n- touchpoints:\n  - id: z\n");
}

Test(follow, hands_an_owners_work_to_an_heir)
{
	g_autoptr(Story) s =
		story_open("sponsor: joe\n" PEOPLE "stages:\n- touchpoints:\n"
			   "  - id: x\n    who: joe # c\n"
			   "  - id: y\n    who: Ann\n    with: [joe, Ann]\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_remove(s->j, story_owner(s, 0), story_owner(s, 1),
				     &error),
		      "delete owner Joe",
		      "sponsor: Ann\nowners:\n- name: Ann\n"
		      "stages:\n- touchpoints:\n"
		      "  - id: x\n    who: Ann # c\n"
		      "  - id: y\n    who: Ann\n    with: [Ann]\n");
}

Test(follow, leaves_nobody_where_there_is_no_heir)
{
	g_autoptr(Story) s =
		story_open("sponsor: joe\n" PEOPLE "stages:\n- touchpoints:\n"
			   "  - id: x\n    who: joe\n    how: h\n"
			   "  - who: joe\n    how: h\n    with: [joe]\n");
	GError *error = NULL;

	story_becomes(s, journey_remove(s->j, story_owner(s, 0), NULL, &error),
		      "delete owner Joe",
		      "owners:\n- name: Ann\n"
		      "stages:\n- touchpoints:\n"
		      "  - id: x\n    how: h\n  - who:\n    how: h\n");
}

Test(follow, lets_aliases_follow_their_anchor)
{
	g_autoptr(Story) s =
		story_open("owners:\n- id: &j joe\nstages:\n- touchpoints:\n"
			   "  - who: *j\n  - who: joe\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_set(s->j, story_owner(s, 0), O_ID, "jo", &error),
		      "set id of joe",
		      "owners:\n- id: &j jo\nstages:\n- touchpoints:\n"
		      "  - who: *j\n  - who: jo\n");
}

Test(follow, reads_again_what_an_alias_reads)
{
	g_autoptr(Story) s =
		story_open("stages:\n- touchpoints:\n"
			   "  - impression: &f happy\n  - impression: *f\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_set(s->j, story_touchpoint(s, 0, 0), T_IMPRESSION,
				  "angry", &error),
		      "set impression of touchpoint 1",
		      "stages:\n- touchpoints:\n"
		      "  - impression: &f angry\n  - impression: *f\n");
}

Test(follow, refuses_what_an_alias_forbids)
{
	g_autoptr(Story) s =
		story_open("notes: &j joe\nowners:\n- id: joe\n"
			   "stages:\n- touchpoints:\n  - who: *j\n");
	GError *error = NULL;

	story_refuses(s,
		      journey_set(s->j, story_owner(s, 0), O_ID, "jo", &error),
		      &error,
		      "line 8: the value is an alias; edit this by hand");
}
