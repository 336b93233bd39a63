/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Setting fields, to the byte: where a new key goes, how it is written, what
 * follows it, and that undo gives back what was opened.
 */
#include "journey/edit.h"

#include <criterion/criterion.h>

#include "story.h"

static void set(const char *text, int field, const char *value,
		const char *name, const char *wanted)
{
	g_autoptr(Story) s = story_open(text);
	struct place *tp = story_touchpoint(s, 0, 0);
	const struct change *c;
	GError *error = NULL;

	c = journey_set(s->j, tp, field, value, &error);
	cr_assert_null(error, "%s", error ? error->message : "");
	story_becomes(s, c, name, wanted);
}

static void set_list(const char *text, int field, const char *values,
		     const char *wanted)
{
	g_autoptr(Story) s = story_open(text);
	struct place *tp = story_touchpoint(s, 0, 0);
	g_auto(GStrv) v = g_strsplit(values, "|", -1);
	const struct change *c;
	GError *error = NULL;

	c = journey_set_list(s->j, tp, field, (const char *const *)v, &error);
	story_becomes(s, c, *v ? "set with of X" : "clear with of X", wanted);
}

#define TP "stages:\n- touchpoints:\n  - id: x\n    name: X\n"

Test(edit, sets_a_text_in_its_place)
{
	set(TP "    what: old   # c\n    who: y\n", T_WHAT, "new one",
	    "set promise of X", TP "    what: new one   # c\n    who: y\n");
}

Test(edit, adds_a_key_behind_its_nearest_neighbour)
{
	set(TP "    what: w\n    # theirs\n    feel: f\n", T_SEE, "light",
	    "set see of X",
	    TP "    what: w\n    see: light\n    # theirs\n    feel: f\n");
	set(TP "    feel: f\n", T_SCENE, "S", "set scene of X",
	    TP "    scene: S\n    feel: f\n");
}

Test(edit, never_adds_a_key_before_the_first)
{
	set("stages:\n- touchpoints:\n  - feel: f\n    notes: n\n", T_NAME, "X",
	    "rename touchpoint 1",
	    "stages:\n- touchpoints:\n  - feel: f\n    name: X\n"
	    "    notes: n\n");
}

Test(edit, fills_a_touchpoint_that_is_blank)
{
	set("stages:\n- touchpoints:\n  -\n", T_NAME, "X",
	    "rename touchpoint 1",
	    "stages:\n- touchpoints:\n  -\n    name: X\n");
}

Test(edit, clears_a_text_but_keeps_its_key)
{
	set(TP "    what: w # c\n", T_WHAT, "", "clear promise of X",
	    TP "    what: # c\n");
}

Test(edit, writes_choices_plain_and_texts_as_texts)
{
	set(TP, T_PROBLEM, "yes", "set problem of X", TP "    problem: yes\n");
	set(TP, T_EMOTION, "yes", "set emotion of X",
	    TP "    emotion: \"yes\"\n");
	set(TP, T_WITHIN, "2 h", "set within of X", TP "    within: 2 h\n");
	set(TP, T_KIND, "null", "set kind of X", TP "    kind: \"null\"\n");
}

Test(edit, writes_a_face_as_a_word)
{
	set(TP, T_IMPRESSION, "😍", "set impression of X",
	    TP "    impression: delighted\n");
	set(TP, T_IMPRESSION, ">:(", "set impression of X",
	    TP "    impression: angry\n");
}

Test(edit, makes_one_text_of_a_list)
{
	set(TP "    who: [a, b]\n    how: h\n", T_WHO, "a", "set owner of X",
	    TP "    who: a\n    how: h\n");
}

Test(edit, changes_only_the_items_that_differ)
{
	const char *text = TP "    with:\n    - a # 1\n    - b # 2\n"
			      "    - c # 3\n";

	set_list(text, T_WITH, "a|c",
		 TP "    with:\n    - a # 1\n    - c # 3\n");
	set_list(text, T_WITH, "a|x|c",
		 TP "    with:\n    - a # 1\n    - x # 2\n    - c # 3\n");
	set_list(text, T_WITH, "a|b|x|c",
		 TP "    with:\n    - a # 1\n    - b # 2\n    - x\n"
		    "    - c # 3\n");
	set_list(text, T_WITH, "", TP "    with: []\n");
}

Test(edit, adds_a_list_of_words_on_one_line)
{
	set_list(TP, T_WITH, "a|Bob B", TP "    with: [a, Bob B]\n");
	set_list(TP, T_WITH, "a: b", TP "    with:\n    - \"a: b\"\n");
	set_list(TP "    with: a\n", T_WITH, "a|b", TP "    with: [a, b]\n");
	set_list(TP "    with: a # c\n", T_WITH, "b", TP "    with: b # c\n");
	set_list(TP "    with: # c\n", T_WITH, "a|b",
		 TP "    with: # c\n    - a\n    - b\n");
}

Test(edit, does_nothing_where_nothing_changes)
{
	g_autoptr(Story) s = story_open(TP "    what: w\n    how:\n");
	struct place *tp = story_touchpoint(s, 0, 0);
	GError *error = NULL;

	cr_assert_null(journey_set(s->j, tp, T_WHAT, "w", &error));
	cr_assert_null(journey_set(s->j, tp, T_HOW, "", &error));
	cr_assert_null(journey_set(s->j, tp, T_SEE, "", &error));
	cr_assert_null(journey_remove_field(s->j, tp, T_SEE, &error));
	cr_assert_null(error);
	cr_assert_eq(history_depth(s->tree), 0);
}

Test(edit, removes_a_key)
{
	g_autoptr(Story) s =
		story_open(TP "    # c\n    see: s\n    hear: h\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_remove_field(s->j, story_touchpoint(s, 0, 0),
					   T_SEE, &error),
		      "remove see of X", TP "    hear: h\n");
}

Test(edit, sets_fields_of_the_journey)
{
	g_autoptr(Story) s = story_open("senseboard: 1\ntitle: t\n"
					"owners: []\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_set(s->j, s->j->root, J_STATUS, "design", &error),
		      "set status of the journey",
		      "senseboard: 1\ntitle: t\nstatus: design\nowners: []\n");
}

Test(edit, refuses_what_would_not_open_again)
{
	g_autoptr(Story) s = story_open(TP "    measures: [{metric: m}]\n");
	struct place *root = s->j->root, *tp = story_touchpoint(s, 0, 0);
	GError *error = NULL;

	story_refuses(s, journey_set(s->j, root, J_TITLE, "", &error), &error,
		      "a storyboard needs a title");
	story_refuses(s, journey_remove_field(s->j, root, J_TITLE, &error),
		      &error, "a storyboard needs a title");
	story_refuses(s, journey_set(s->j, root, J_SENSEBOARD, "2", &error),
		      &error, "line 1: edit this by hand");
	story_refuses(s, journey_set(s->j, tp, T_MEASURES, "m", &error), &error,
		      "line 7: edit this by hand");
	story_refuses(s, journey_set(s->j, tp, T_WAIVE, "m", &error), &error,
		      "'waive' has to be edited by hand");
	story_refuses(s, journey_set(s->j, tp, T_FEEL, "\xff", &error), &error,
		      "this is no text that a file can hold");
	story_refuses(s, journey_remove(s->j, root, NULL, &error), &error,
		      "the journey itself cannot be deleted");
}

Test(edit, refuses_ids_that_are_none)
{
	g_autoptr(Story) s = story_open(TP "  - id: y\n    name: why\n");
	struct place *tp = story_touchpoint(s, 0, 0);
	GError *error = NULL;

	story_refuses(s, journey_set(s->j, tp, T_ID, "Ab c", &error), &error,
		      "'Ab c' cannot be an id; 'ab-c' could");
	story_refuses(s, journey_set(s->j, tp, T_ID, "*", &error), &error,
		      "'*' cannot be an id");
	story_refuses(s, journey_set(s->j, tp, T_ID, "y", &error), &error,
		      "the id 'y' is taken");
	story_refuses(s, journey_set(s->j, tp, T_ID, "why", &error), &error,
		      "the id 'why' is taken");
}

Test(edit, refuses_to_take_the_line_of_a_dash)
{
	g_autoptr(Story) s = story_open("stages:\n- touchpoints:\n"
					"  - who: [a]\n    how: h\n");
	struct place *tp = story_touchpoint(s, 0, 0);
	const char *message = "line 5: it stands on the line of its dash; "
			      "edit this by hand";
	GError *error = NULL;

	story_refuses(s, journey_remove_field(s->j, tp, T_WHO, &error), &error,
		      message);
	story_refuses(s, journey_set(s->j, tp, T_WHO, "b", &error), &error,
		      message);
}

Test(edit, refuses_places_that_are_no_mappings)
{
	g_autoptr(Story) s = story_open("stages:\n- text\n"
					"- touchpoints: text\n");
	GError *error = NULL;

	story_refuses(s,
		      journey_set(s->j, journey_stage(s->j, 0), S_GOAL, "g",
				  &error),
		      &error, "line 4: edit this by hand");
	story_refuses(s,
		      journey_add(s->j, PLACE_TOUCHPOINT,
				  journey_stage(s->j, 1), 0, "X", &error),
		      &error, "line 5: edit this by hand");
}
