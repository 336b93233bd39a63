/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Adding, moving and owning, and the ids of what is new.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "story.h"

static void id_is(const char *name, const char *wanted)
{
	g_autoptr(Story) s = story_open("stages:\n- touchpoints:\n"
					"  - {id: warm, name: hot}\n");
	g_autofree char *id = journey_make_id(s->j, PLACE_TOUCHPOINT, name);

	cr_assert_str_eq(id, wanted);
}

Test(change, makes_ids_from_names)
{
	id_is("Warm towel", "warm-towel");
	id_is("  Über-Café  (“new”) ", "uber-cafe-new");
	id_is("Jocelyn's card", "jocelyns-card");
	id_is("24 hours", "24-hours");
	id_is("旅", "t-2");
	id_is("", "t-2");
	id_is("😍!", "t-2");
	id_is("warm", "warm-2");
	id_is("Hot", "hot-2");
	id_is("A name that goes on and on and never comes to its end",
	      "a-name-that-goes-on-and-on-and-never-com");
}

Test(change, counts_owners_and_customers_as_one_kind)
{
	g_autoptr(Story) s = story_open("owners: [{id: joe}]\n"
					"stages: [{id: joe}]\n");
	g_autofree char *customer =
		journey_make_id(s->j, PLACE_CUSTOMER, "Joe");
	g_autofree char *stage = journey_make_id(s->j, PLACE_STAGE, "Joe");
	g_autofree char *tp = journey_make_id(s->j, PLACE_TOUCHPOINT, "Joe");

	cr_assert_str_eq(customer, "joe-2");
	cr_assert_str_eq(stage, "joe-2");
	cr_assert_str_eq(tp, "joe");
}

Test(change, adds_the_first_stage)
{
	g_autoptr(Story) s = story_open("senseboard: 1\ntitle: t\nwalks: []\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_add(s->j, PLACE_STAGE, s->j->root, 0, "Arrive",
				  &error),
		      "add stage Arrive",
		      "senseboard: 1\ntitle: t\nstages:\n  - id: arrive\n"
		      "    name: Arrive\nwalks: []\n");
}

Test(change, adds_a_touchpoint_before_another)
{
	g_autoptr(Story) s = story_open("stages:\n- touchpoints:\n"
					"  # the first\n  - id: x\n\n"
					"  - id: y\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_add(s->j, PLACE_TOUCHPOINT,
				  journey_stage(s->j, 0), 1, "Yes: really",
				  &error),
		      "add touchpoint Yes: really",
		      "stages:\n- touchpoints:\n"
		      "  # the first\n  - id: x\n\n"
		      "  - id: yes-really\n    name: \"Yes: really\"\n\n"
		      "  - id: y\n");
}

Test(change, adds_last_where_the_index_is_beyond)
{
	g_autoptr(Story) s = story_open("customers: []\n"
					"owners:\n  - id: joe\n");
	GError *error = NULL;

	story_follow(s, journey_add(s->j, PLACE_CUSTOMER, s->j->root, 7, "Kay",
				    &error));
	story_follow(s, journey_add(s->j, PLACE_OWNER, s->j->root, 7, "Ann",
				    &error));
	{
		g_autofree char *text = story_text(s);

		cr_assert(strstr(text, "customers:\n  - id: kay\n"
				       "    name: Kay\n"));
		cr_assert(g_str_has_suffix(text, "  - id: joe\n  - id: ann\n"
						 "    name: Ann\n"));
	}
}

Test(change, focuses_on_what_is_new)
{
	g_autoptr(Story) s = story_open("stages:\n- id: a\n");
	GError *error = NULL;
	const struct change *c =
		journey_add(s->j, PLACE_TOUCHPOINT, journey_stage(s->j, 0), 0,
			    "X", &error);
	uint32_t focus = c->focus;

	story_follow(s, c);
	cr_assert_eq(journey_place(s->j, focus), story_touchpoint(s, 0, 0));
}

Test(change, lets_an_owner_own)
{
	g_autoptr(Story) s = story_open(
		"owners:\n- id: joe\n  name: Joe\n"
		"stages:\n- touchpoints:\n  - name: X\n    what: w\n");
	struct place *x = story_touchpoint(s, 0, 0);
	GError *error = NULL;

	story_becomes(s,
		      journey_set_owner(s->j, x, T_WHO, story_owner(s, 0), NULL,
					&error),
		      "let Joe own X",
		      "owners:\n- id: joe\n  name: Joe\n"
		      "stages:\n- touchpoints:\n  - name: X\n    what: w\n"
		      "    who: joe\n");
	cr_assert_null(journey_set_owner(s->j, x, T_WHO, NULL, "Joe", &error));
	cr_assert_null(error);
}

Test(change, adds_an_owner_that_is_new)
{
	g_autoptr(Story) s = story_open(
		"stages:\n- touchpoints:\n  - name: X\n    who: [a, b]\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_set_owner(s->j, story_touchpoint(s, 0, 0), T_WHO,
					NULL, "Front desk", &error),
		      "let Front desk own X",
		      "owners:\n- id: front-desk\n  name: Front desk\n"
		      "stages:\n- touchpoints:\n  - name: X\n"
		      "    who: front-desk\n");
}

Test(change, adds_a_sponsor_that_is_new)
{
	g_autoptr(Story) s = story_open("senseboard: 1\ntitle: t\nwalks: []\n");
	struct place *root = s->j->root;
	GError *error = NULL;

	story_becomes(s,
		      journey_set_owner(s->j, root, J_SPONSOR, NULL,
					"Head of retail", &error),
		      "set sponsor of the journey",
		      "senseboard: 1\ntitle: t\nsponsor: head-of-retail\n"
		      "owners:\n  - id: head-of-retail\n"
		      "    name: Head of retail\nwalks: []\n");
	cr_assert_eq(history_depth(s->tree), 1);
	cr_assert_null(journey_set_owner(s->j, root, J_SPONSOR,
					 story_owner(s, 0), NULL, &error));
	story_follow(s, journey_set_owner(s->j, root, J_SPONSOR, NULL, "",
					  &error));
	cr_assert_null(error);
	cr_assert(place_blank(s->j, root, J_SPONSOR));
}

Test(change, moves_within_a_list)
{
	g_autoptr(Story) s = story_open("owners:\n- id: a\n# b's\n- id: b\n"
					"- id: c\n");
	GError *error = NULL;

	story_becomes(s, journey_move(s->j, story_owner(s, 1), NULL, 2, &error),
		      "move b", "owners:\n- id: a\n- id: c\n# b's\n- id: b\n");
}

Test(change, moves_to_another_stage)
{
	const char *text = "stages:\n- id: a\n  touchpoints:\n  - id: x\n"
			   "  - id: y\n- id: b\n";
	g_autoptr(Story) s = story_open(text);
	struct place *x = story_touchpoint(s, 0, 0);
	GError *error = NULL;

	story_becomes(s,
		      journey_move(s->j, x, journey_stage(s->j, 1), 0, &error),
		      "move x",
		      "stages:\n- id: a\n  touchpoints:\n  - id: y\n"
		      "- id: b\n  touchpoints:\n  - id: x\n");
	cr_assert_eq(story_touchpoint(s, 1, 0), x, "the same place");
}

Test(change, moves_nothing_to_where_it_is)
{
	g_autoptr(Story) s = story_open("stages:\n- id: a\n- id: b\n");
	GError *error = NULL;

	cr_assert_null(
		journey_move(s->j, journey_stage(s->j, 0), NULL, 0, &error));
	cr_assert_null(
		journey_move(s->j, journey_stage(s->j, 1), NULL, 9, &error));
	cr_assert_null(error);
}

Test(change, gives_back_the_same_place_on_undo)
{
	g_autoptr(Story) s = story_open("stages:\n- touchpoints:\n"
					"  - id: x\n  - id: y\n");
	struct place *x = story_touchpoint(s, 0, 0);
	GError *error = NULL;

	story_follow(s, journey_remove(s->j, x, NULL, &error));
	cr_assert_eq(s->j->places->pdata[x->number], NULL);
	cr_assert_null(journey_place(s->j, x->entry));
	story_follow(s, history_undo(s->tree));
	cr_assert_eq(story_touchpoint(s, 0, 0), x);
}

/* What a change of one field makes others look at. */
static struct place *reach(struct story *s, struct place *p, int field,
			   const char *text)
{
	GError *error = NULL;
	const struct change *c = journey_set(s->j, p, field, text, &error);

	cr_assert_not_null(c);
	return story_follow(s, c);
}

Test(change, says_how_far_it_reaches)
{
	g_autoptr(Story) s = story_open(
		"owners:\n- id: joe\n"
		"stages:\n- id: a\n  touchpoints:\n  - id: x\n  - id: y\n");
	struct place *x = story_touchpoint(s, 0, 0), *joe = story_owner(s, 0);
	struct place *a = journey_stage(s->j, 0);

	cr_assert_eq(reach(s, x, T_WHAT, "w"), x);
	cr_assert_eq(reach(s, x, T_WHO, "joe"), x);
	cr_assert_eq(reach(s, x, T_SEE, "s"), x);
	cr_assert_eq(reach(s, x, T_NAME, "X"), x);
	cr_assert_eq(reach(s, a, S_GOAL, "g"), a);
	cr_assert_eq(reach(s, joe, O_TEAM, "t"), joe);
	cr_assert_eq(reach(s, s->j->root, J_PROMISE, "p"), s->j->root);
	cr_assert_null(reach(s, x, T_ID, "z"));
	cr_assert_eq(s->j->changed->len, 0);
	cr_assert_eq(reach(s, x, T_ANSWERS, "y"), x);
	cr_assert_eq(s->j->changed->pdata[0], story_touchpoint(s, 0, 1));
	cr_assert_eq(reach(s, x, T_NAME, "Z"), x);
	cr_assert_null(reach(s, x, T_NAME, "y"), "now there are two y");
	cr_assert_null(reach(s, a, S_WHEN, "after"));
	cr_assert_null(reach(s, joe, O_NAME, "Joe"));
	cr_assert_null(reach(s, s->j->root, J_STATUS, "sketch"));
}
