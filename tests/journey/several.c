/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several places edited at once: one change, undone in one step.
 */
#include <criterion/criterion.h>

#include "story.h"

static const char four[] = "owners:\n"
			   "- id: ann\n  name: Ann\n"
			   "- id: ben\n"
			   "stages:\n"
			   "- id: in\n"
			   "  touchpoints:\n"
			   "  - id: a\n    who: ann\n"
			   "  # of b\n"
			   "  - id: b\n    answers: a\n"
			   "- id: out\n"
			   "  touchpoints:\n"
			   "  - id: c   # end\n    answers: [a, b]\n"
			   "    with: [ann, ben]\n"
			   "  - id: d\n    follows-up: c\n";

/* Touchpoints by their positions: "0.1" is the second of the first stage. */
static GPtrArray *some(const struct story *s, const char *where)
{
	GPtrArray *all = g_ptr_array_new();

	for (; *where; where += where[3] ? 4 : 3)
		g_ptr_array_add(all,
				story_touchpoint(s, (unsigned)*where - '0',
						 (unsigned)where[2] - '0'));
	return all;
}

Test(several, get_the_same_text)
{
	g_autoptr(Story) s = story_open(four);
	g_autoptr(GPtrArray) all = some(s, "0.0 1.1");
	GError *error = NULL;

	story_becomes(
		s, journey_set_each(s->j, all, T_CHANNEL, "phone", &error),
		"set channel of 2 touchpoints",
		"owners:\n- id: ann\n  name: Ann\n- id: ben\n"
		"stages:\n- id: in\n  touchpoints:\n"
		"  - id: a\n    who: ann\n    channel: phone\n"
		"  # of b\n  - id: b\n    answers: a\n"
		"- id: out\n  touchpoints:\n"
		"  - id: c   # end\n    answers: [a, b]\n    with: [ann, ben]\n"
		"  - id: d\n    channel: phone\n    follows-up: c\n");
}

Test(several, get_an_owner_who_is_new)
{
	g_autoptr(Story) s = story_open(four);
	g_autoptr(GPtrArray) all = some(s, "0.0 0.1");
	GError *error = NULL;

	story_becomes(
		s,
		journey_set_owner_each(s->j, all, T_WHO, NULL, "Cora", &error),
		"let Cora own 2 touchpoints",
		"owners:\n- id: ann\n  name: Ann\n- id: ben\n"
		"- id: cora\n  name: Cora\n"
		"stages:\n- id: in\n  touchpoints:\n"
		"  - id: a\n    who: cora\n"
		"  # of b\n  - id: b\n    who: cora\n    answers: a\n"
		"- id: out\n  touchpoints:\n"
		"  - id: c   # end\n    answers: [a, b]\n    with: [ann, ben]\n"
		"  - id: d\n    follows-up: c\n");
}

Test(several, are_left_alone_if_one_is_refused)
{
	g_autoptr(Story) s = story_open("x: &x web\nstages:\n- touchpoints:\n"
					"  - id: a\n    channel: y\n"
					"  - id: b\n    channel: *x\n");
	g_autoptr(GPtrArray) all = some(s, "0.0 0.1");
	GError *error = NULL;

	story_refuses(s,
		      journey_set_each(s->j, all, T_CHANNEL, "phone", &error),
		      &error,
		      "line 9: the value is an alias; edit this by hand");
}

Test(several, go_with_what_refers_to_them)
{
	g_autoptr(Story) s = story_open(four);
	g_autoptr(GPtrArray) all = some(s, "0.0 0.1");
	GError *error = NULL;

	story_becomes(s, journey_remove_each(s->j, all, NULL, &error),
		      "delete 2 touchpoints",
		      "owners:\n- id: ann\n  name: Ann\n- id: ben\n"
		      "stages:\n- id: in\n  touchpoints: []\n"
		      "- id: out\n  touchpoints:\n"
		      "  - id: c   # end\n    with: [ann, ben]\n"
		      "  - id: d\n    follows-up: c\n");
}

Test(several, leave_what_they_carried_to_an_heir)
{
	g_autoptr(Story) s =
		story_open("owners: [{id: a}, {id: b}, {id: c}]\n"
			   "stages:\n- touchpoints:\n  - id: x\n    who: a\n"
			   "    with: [a, b]\n  - id: y\n    who: [b, a]\n");
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	GError *error = NULL;

	g_ptr_array_add(all, story_owner(s, 0));
	g_ptr_array_add(all, story_owner(s, 1));
	story_becomes(s,
		      journey_remove_each(s->j, all, story_owner(s, 2), &error),
		      "delete 2 owners",
		      "owners: [{id: c}]\n"
		      "stages:\n- touchpoints:\n  - id: x\n    who: c\n"
		      "    with: [c]\n  - id: y\n    who: [c]\n");
}

Test(several, are_cut_without_what_refers_to_them)
{
	g_autoptr(Story) s = story_open(four);
	g_autoptr(GPtrArray) all = some(s, "0.1 1.0");
	GError *error = NULL;

	story_becomes(s, journey_cut(s->j, all, &error), "cut 2 touchpoints",
		      "owners:\n- id: ann\n  name: Ann\n- id: ben\n"
		      "stages:\n- id: in\n  touchpoints:\n"
		      "  - id: a\n    who: ann\n"
		      "- id: out\n  touchpoints:\n"
		      "  - id: d\n    follows-up: c\n");
}

Test(several, move_to_the_end_of_a_stage)
{
	g_autoptr(Story) s = story_open(four);
	g_autoptr(GPtrArray) all = some(s, "0.1 1.0");
	GError *error = NULL;

	story_becomes(s,
		      journey_move_each(s->j, all, journey_stage(s->j, 1), 9,
					&error),
		      "move 2 touchpoints to out",
		      "owners:\n- id: ann\n  name: Ann\n- id: ben\n"
		      "stages:\n- id: in\n  touchpoints:\n"
		      "  - id: a\n    who: ann\n"
		      "- id: out\n  touchpoints:\n"
		      "  - id: d\n    follows-up: c\n"
		      "  # of b\n  - id: b\n    answers: a\n"
		      "  - id: c   # end\n    answers: [a, b]\n"
		      "    with: [ann, ben]\n");
}

Test(several, move_before_the_first_that_is_none_of_them)
{
	g_autoptr(Story) s = story_open(four);
	g_autoptr(GPtrArray) all = some(s, "0.1 1.0");
	GError *error = NULL;

	story_becomes(s,
		      journey_move_each(s->j, all, journey_stage(s->j, 1), 0,
					&error),
		      "move 2 touchpoints to out",
		      "owners:\n- id: ann\n  name: Ann\n- id: ben\n"
		      "stages:\n- id: in\n  touchpoints:\n"
		      "  - id: a\n    who: ann\n"
		      "- id: out\n  touchpoints:\n"
		      "  # of b\n  - id: b\n    answers: a\n"
		      "  - id: c   # end\n    answers: [a, b]\n"
		      "    with: [ann, ben]\n"
		      "  - id: d\n    follows-up: c\n");
}

static void shifted(const char *which, int by, const char *want)
{
	g_autoptr(Story) s =
		story_open("stages:\n- touchpoints:\n  - id: a\n  - id: b\n"
			   "  - id: c\n  - id: d\n");
	g_autoptr(GPtrArray) all = some(s, which);
	GError *error = NULL;
	g_autoptr(GString) text = g_string_new("stages:\n- touchpoints:\n");

	for (; *want; want++)
		g_string_append_printf(text, "  - id: %c\n", *want);
	story_becomes(s, journey_shift(s->j, all, by, &error),
		      "move 2 touchpoints", text->str);
}

Test(several, move_by_one_together)
{
	shifted("0.1 0.2", -1, "bcad");
	shifted("0.1 0.2", 1, "adbc");
	shifted("0.0 0.2", -1, "acbd");
	shifted("0.1 0.3", 1, "acbd");
}
