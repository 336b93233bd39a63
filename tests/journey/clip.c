/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Things as texts, and texts as things: what a copy says, and what becomes of
 * it where it is pasted.
 */
#include "journey/clip.h"

#include <criterion/criterion.h>
#include <string.h>

#include "story.h"

static const char two[] = "owners:\n"
			  "  - id: desk\n    name: Front desk   # at the door\n"
			  "  - id: web\n    name: Web team\n"
			  "stages:\n"
			  "  - id: arrive\n"
			  "    touchpoints:\n"
			  "      # the first\n"
			  "      - id: path\n"
			  "        name: Path\n"
			  "        who: web\n"
			  "      - id: towel\n"
			  "        name: Towel\n"
			  "        who: desk\n"
			  "        answers: path\n"
			  "walks:\n"
			  "  - faces: {towel: happy}\n";

static GPtrArray *one(struct place *p)
{
	GPtrArray *all = g_ptr_array_new();

	g_ptr_array_add(all, p);
	return all;
}

static void text_is(const struct story *s, const GPtrArray *places, bool whole,
		    const char *want)
{
	GError *error = NULL;
	g_autofree char *text = clip_text(s->j, places, whole, &error);

	cr_assert_str_eq(text, want, "got:\n%s", text);
}

/* Paste TEXT into UP before INDEX. */
static const struct change *paste(struct story *s, const char *text,
				  struct place *up, unsigned index,
				  GError **error)
{
	g_autoptr(Clip) clip = clip_read(text, PLACE_TOUCHPOINT, error);

	return clip ? clip_paste(clip, s->j, up, index, error) : NULL;
}

/* Pasting TEXT as the last touchpoint of TO gives WANT. */
static void pastes(const char *to, const char *text, const char *name,
		   const char *want)
{
	g_autoptr(Story) s = story_open(to);
	GError *error = NULL;
	const struct change *change =
		paste(s, text, journey_stage(s->j, 0), UINT_MAX, &error);

	cr_assert(change, "%s", error ? error->message : "nothing is done");
	story_becomes(s, change, name, want);
}

static void refuses(const char *text, const char *why)
{
	g_autoptr(Story) s = story_open("stages: [{id: a}]\n");
	GError *error = NULL;

	story_refuses(s, paste(s, text, journey_stage(s->j, 0), 0, &error),
		      &error, why);
}

Test(clip, is_the_text_of_things_as_they_stand)
{
	g_autoptr(Story) s = story_open(two);
	g_autoptr(GPtrArray) all = one(story_touchpoint(s, 0, 0));

	text_is(s, all, false,
		"# the first\n- id: path\n  name: Path\n  who: web\n");
	g_ptr_array_add(all, story_touchpoint(s, 0, 1));
	text_is(s, all, true,
		"owners:\n"
		"- id: web\n  name: Web team\n"
		"- id: desk\n  name: Front desk   # at the door\n"
		"touchpoints:\n"
		"# the first\n- id: path\n  name: Path\n  who: web\n"
		"- id: towel\n  name: Towel\n  who: desk\n  answers: path\n");
}

Test(clip, refuses_to_copy_what_is_tied_to_its_file)
{
	g_autoptr(Story) s = story_open("stages:\n- &a {id: b}\n");
	g_autoptr(GPtrArray) all = one(journey_stage(s->j, 0));
	GError *error = NULL;

	cr_assert_null(clip_text(s->j, all, false, &error));
	cr_assert_str_eq(error->message,
			 "line 4: an anchor or a tag; edit this by hand");
	g_error_free(error);
}

Test(clip, is_pasted_as_its_neighbours_are_written)
{
	pastes("stages:\n- id: a\n  touchpoints:\n\n  - id: b\n\n  - id: c\n",
	       "# mine\n- id: d\n  name: D\n", "paste touchpoint D",
	       "stages:\n- id: a\n  touchpoints:\n\n  - id: b\n\n  - id: c\n\n"
	       "  # mine\n  - id: d\n    name: D\n");
	pastes("stages: [{id: a, touchpoints: [{id: b}]}]\n",
	       "id: d\nhow: |\n  one\n\n  two\n", "paste touchpoint d",
	       "stages: [{id: a, touchpoints: [{id: b}, "
	       "{id: d, how: \"one\\n\\ntwo\\n\"}]}]\n");
}

Test(clip, goes_before_another)
{
	g_autoptr(Story) s = story_open("stages:\n- id: a\n- id: b\n");
	GError *error = NULL;

	story_becomes(s,
		      paste(s, "- id: c\n  goal: x\n- id: d\n", s->j->root, 1,
			    &error),
		      "paste 2 stages",
		      "stages:\n- id: a\n- id: c\n  goal: x\n- id: d\n"
		      "- id: b\n");
}

Test(clip, keeps_ids_that_are_free)
{
	pastes("stages:\n- id: a\n", "- id: b\n  answers: c\n- id: c\n",
	       "paste 2 touchpoints",
	       "stages:\n- id: a\n  touchpoints:\n  - id: b\n"
	       "    answers: c\n  - id: c\n");
}

Test(clip, gives_new_ids_and_what_refers_to_them_follows)
{
	pastes("stages:\n- touchpoints:\n  - id: b\n  - id: b-2\n",
	       "- id: b\n- id: b-2\n  answers: b\n"
	       "- name: New\n  follows-up: [b, b-2, x]\n",
	       "paste 3 touchpoints",
	       "stages:\n- touchpoints:\n  - id: b\n  - id: b-2\n"
	       "  - id: b-3\n  - id: b-2-2\n    answers: b-3\n"
	       "  - name: New\n    id: new\n    follows-up: [b-3, b-2-2, x]\n");
}

Test(clip, gives_two_with_one_id_another_each)
{
	pastes("stages:\n- id: a\n", "- id: b\n- id: b\n",
	       "paste 2 touchpoints",
	       "stages:\n- id: a\n  touchpoints:\n  - id: b-2\n"
	       "  - id: b-3\n");
}

Test(clip, of_a_stage_has_its_touchpoints)
{
	g_autoptr(Story) s = story_open(two);
	GError *error = NULL;
	g_autoptr(GPtrArray) all = one(journey_stage(s->j, 0));
	g_autofree char *text = clip_text(s->j, all, true, &error);
	g_autofree char *after = NULL;

	story_follow(s, paste(s, text, s->j->root, UINT_MAX, &error));
	after = story_text(s);
	cr_assert(strstr(after, "  - id: arrive-2\n"
				"    touchpoints:\n"
				"      # the first\n"
				"      - id: path-2\n"
				"        name: Path\n"
				"        who: web\n"
				"      - id: towel-2\n"
				"        name: Towel\n"
				"        who: desk\n"
				"        answers: path-2\n"
				"walks:\n"),
		  "got:\n%s", after);
}

Test(clip, brings_owners_along_that_are_not_there)
{
	pastes("stages:\n- id: a\n",
	       "owners:\n- id: desk\n  name: Front desk\n"
	       "touchpoints:\n- id: b\n  who: desk\n",
	       "paste touchpoint b",
	       "owners:\n- id: desk\n  name: Front desk\n"
	       "stages:\n- id: a\n  touchpoints:\n  - id: b\n"
	       "    who: desk\n");
}

Test(clip, knows_owners_by_their_names)
{
	pastes("owners:\n- id: d\n  name: Front desk\n- id: desk\n"
	       "  name: Other\nstages:\n- id: a\n",
	       "owners:\n- id: desk\n  name: Front desk\n- id: d\n"
	       "  name: Web\ntouchpoints:\n- id: b\n  who: desk\n"
	       "  with: [d, Web, Ann]\n",
	       "paste touchpoint b",
	       "owners:\n- id: d\n  name: Front desk\n- id: desk\n"
	       "  name: Other\n- id: d-2\n  name: Web\nstages:\n- id: a\n"
	       "  touchpoints:\n  - id: b\n    who: d\n"
	       "    with: [d-2, d-2, Ann]\n");
}

Test(clip, leaves_an_owner_who_is_nowhere)
{
	pastes("stages:\n- id: a\n", "- id: b\n  who: desk\n",
	       "paste touchpoint b",
	       "stages:\n- id: a\n  touchpoints:\n  - id: b\n"
	       "    who: desk\n");
}

static void kind_is(const char *text, enum place_kind usual,
		    enum place_kind want, unsigned count)
{
	GError *error = NULL;
	g_autoptr(Clip) clip = clip_read(text, usual, &error);

	cr_assert(clip, "%s", error ? error->message : "");
	cr_expect_eq(clip->kind, want, "%s: %d", text, (int)clip->kind);
	cr_expect_eq(clip->things->len, count, "%s", text);
}

Test(clip, tells_kinds_of_things_by_their_keys)
{
	kind_is("- id: a\n  what: x\n", PLACE_STAGE, PLACE_TOUCHPOINT, 1);
	kind_is("- id: a\n  goal: x\n", PLACE_OWNER, PLACE_STAGE, 1);
	kind_is("- id: a\n  team: x\n- id: b\n", PLACE_STAGE, PLACE_OWNER, 2);
	kind_is("- id: a\n  desires: [x]\n", PLACE_STAGE, PLACE_CUSTOMER, 1);
	kind_is("- id: a\n  name: x\n", PLACE_OWNER, PLACE_OWNER, 1);
	kind_is("id: a\ntouchpoints:\n- id: b\n", PLACE_OWNER, PLACE_STAGE, 1);
	kind_is("touchpoints:\n- id: b\n", PLACE_OWNER, PLACE_TOUCHPOINT, 1);
	kind_is("[{\"id\": \"a\", \"see\": \"x\"}]", PLACE_OWNER,
		PLACE_TOUCHPOINT, 1);
	kind_is("senseboard: 1\ntitle: x\nowners: [{id: a}]\nnotes: x\n"
		"stages: [{id: a}, {id: b}]\n",
		PLACE_OWNER, PLACE_STAGE, 2);
}

Test(clip, takes_other_lines_for_names)
{
	pastes("stages:\n- id: a\n",
	       "\nWarm towel\n  - Check-in: quick\n• yes\n\n* Warm\ttowel\n",
	       "paste 4 touchpoints",
	       "stages:\n- id: a\n  touchpoints:\n"
	       "  - name: Warm towel\n    id: warm-towel\n"
	       "  - name: \"Check-in: quick\"\n    id: check-in-quick\n"
	       "  - name: \"yes\"\n    id: \"yes\"\n"
	       "  - name: Warm towel\n    id: warm-towel-2\n");
}

Test(clip, refuses_what_is_broken)
{
	g_autofree char *deep = g_strnfill(200000, '[');
	g_autofree char *nested = g_strconcat("- name: ", deep, NULL);
	g_autofree char *many = g_strnfill(3000, '\n');

	refuses("- id: a\n\tname: b\n",
		"nothing is pasted: line 2: found a tab character that "
		"violates indentation while scanning a plain scalar");
	refuses("- id: a\n  what: [b\n",
		"nothing is pasted: line 3: did not find expected ',' or ']' "
		"while parsing a flow sequence");
	refuses("- id: &a b\n- id: c\n  answers: *a\n",
		"nothing is pasted: line 1: an anchor or a tag; edit this by "
		"hand");
	refuses("- id: a\n  <<: b\n",
		"nothing is pasted: line 2: a merge key; edit this by hand");
	refuses("status: ready\n",
		"nothing is pasted: line 1: these are no things of a journey");
	refuses("- id: a\n---\n- id: b\n",
		"nothing is pasted: line 2: a second document");
	refuses(nested, "nothing is pasted: line 1: nested too deeply");
	refuses(deep, "nothing is pasted: line 1: too long to be a name");
	for (size_t i = 0; i + 1 < 3000; i += 2)
		many[i] = 'a';
	refuses(many,
		"nothing is pasted: line 1001: too many lines to be names");
}

Test(clip, is_none_of_a_blank_text)
{
	static const enum place_kind all[] = { PLACE_STAGE, PLACE_TOUCHPOINT,
					       PLACE_OWNER };
	GError *error = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
		cr_expect_null(clip_read("", all[i], &error));
		cr_expect_null(clip_read(" \n- \n\n", all[i], &error));
		cr_expect_null(error);
	}
}

Test(clip, of_several_is_put_behind_each)
{
	g_autoptr(Story) s =
		story_open("stages:\n- touchpoints:\n  - id: a\n  - id: b\n"
			   "- touchpoints:\n  - name: c\n    answers: a\n"
			   "  - id: d\n");
	g_autoptr(GPtrArray) all = one(story_touchpoint(s, 0, 0));
	GError *error = NULL;

	g_ptr_array_add(all, story_touchpoint(s, 1, 0));
	story_becomes(s, journey_duplicate(s->j, all, &error),
		      "duplicate 2 touchpoints",
		      "stages:\n- touchpoints:\n  - id: a\n  - id: a-2\n"
		      "  - id: b\n- touchpoints:\n"
		      "  - name: c\n    answers: a\n"
		      "  - name: c\n    id: c-2\n    answers: a-2\n"
		      "  - id: d\n");
}

Test(clip, of_the_last_in_a_file_without_line_end)
{
	g_autoptr(Story) s = story_open("stages:\n- goal: |\n    a");
	g_autoptr(GPtrArray) all = one(journey_stage(s->j, 0));
	GError *error = NULL;

	story_becomes(
		s, journey_duplicate(s->j, all, &error),
		"duplicate stage stage 1",
		"stages:\n- goal: |-\n    a\n- goal: |\n    a\n  id: s-2\n");
}
