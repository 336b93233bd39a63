/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What has a structure, set as YAML: to the byte, with undo, and what is said
 * when it cannot be.
 */
#include <criterion/criterion.h>

#include "story.h"

#define TP "stages:\n- touchpoints:\n  - id: x\n    name: X\n"
#define MEASURES                                            \
	"    # how we grade it\n    measures:   # so far\n" \
	"      - metric: wait   # minutes\n        target: 5\n"

static void set(const char *text, int field, const char *yaml, const char *name,
		const char *wanted)
{
	g_autoptr(Story) s = story_open(text);
	GError *error = NULL;
	const struct change *c =
		journey_set_yaml(s->j, story_touchpoint(s, 0, 0), field, yaml,
				 &error);

	cr_assert_null(error, "%s", error ? error->message : "");
	story_becomes(s, c, name, wanted);
}

static void refuses(const char *text, int field, const char *yaml,
		    const char *message)
{
	g_autoptr(Story) s = story_open(text);
	GError *error = NULL;
	const struct change *c =
		journey_set_yaml(s->j, story_touchpoint(s, 0, 0), field, yaml,
				 &error);

	story_refuses(s, c, &error, message);
}

static uint32_t pair(const struct story *s, const struct place *p,
		     const char *key)
{
	uint32_t e = tree_find(s->tree, place_map(s->j, p), key);

	cr_assert(e, "no %s", key);
	return e;
}

Test(yaml_text, gives_a_value_without_its_place)
{
	g_autoptr(Story) s = story_open(TP MEASURES "    notes: n\n");
	struct place *tp = story_touchpoint(s, 0, 0);
	GError *error = NULL;
	g_autofree char *text =
		journey_yaml(s->j, tp->field[T_MEASURES], &error);
	g_autofree char *none = journey_yaml(s->j, tp->field[T_WAIVE], &error);

	cr_assert_str_eq(text, "- metric: wait   # minutes\n  target: 5");
	cr_assert_str_eq(none, "");
}

Test(yaml_text, sets_a_structure_in_its_place)
{
	set(TP MEASURES "\n    # theirs\n    notes: n\n", T_MEASURES,
	    "- metric: wait   # minutes\n  target: 4\n- metric: smiles",
	    "set measures of X",
	    TP "    # how we grade it\n    measures:   # so far\n"
	       "      - metric: wait   # minutes\n        target: 4\n"
	       "      - metric: smiles\n\n    # theirs\n    notes: n\n");
}

Test(yaml_text, adds_a_structure_that_is_missing)
{
	set(TP "    what: w\n    # theirs\n    notes: n\n", T_MEASURES,
	    "- metric: wait\n  target: 5", "set measures of X",
	    TP "    what: w\n    measures:\n    - metric: wait\n"
	       "      target: 5\n    # theirs\n    notes: n\n");
	set("stages: [{touchpoints: [{id: x}]}]\n", T_MEASURES,
	    "- metric: wait\n  target: 5", "set measures of x",
	    "stages: [{touchpoints: [{id: x, measures: [{metric: wait, "
	    "target: 5}]}]}]\n");
}

Test(yaml_text, takes_anything_for_it)
{
	set(TP MEASURES, T_MEASURES, "many", "set measures of X",
	    TP "    # how we grade it\n    measures: many   # so far\n");
	set(TP "    measures: many # c\n", T_MEASURES, "[{metric: a}]",
	    "set measures of X", TP "    measures: [{metric: a}] # c\n");
}

Test(yaml_text, removes_the_key_when_the_text_is_blank)
{
	set(TP MEASURES "    notes: n\n", T_MEASURES, " \n",
	    "remove measures of X", TP "    notes: n\n");
}

Test(yaml_text, sets_lists_of_texts_with_several_lines)
{
	set(TP "    moments:\n    - |\n      a\n      b\n", T_MOMENTS,
	    "- |\n  a\n  b\n- c", "set moments of X",
	    TP "    moments:\n    - |\n      a\n      b\n    - c\n");
}

Test(yaml_text, sets_what_the_journey_and_stages_have)
{
	g_autoptr(Story) s = story_open("senseboard: 1\ntitle: t\n"
					"stages:\n  - id: a\n");
	GError *error = NULL;

	story_becomes(s,
		      journey_set_yaml(s->j, s->j->root, J_RULES,
				       "{no-how: none}", &error),
		      "set rules of the journey",
		      "senseboard: 1\ntitle: t\nrules: {no-how: none}\n"
		      "stages:\n  - id: a\n");
	story_follow(s, journey_set_yaml(s->j, journey_stage(s->j, 0), S_WAIVE,
					 "- rule: no-how", &error));
	cr_assert_null(error);
}

Test(yaml_text, sets_pairs_that_are_no_fields)
{
	g_autoptr(Story) s = story_open(TP "    mood: # theirs\n      a: 1\n"
					   "    what: w\n");
	struct place *tp = story_touchpoint(s, 0, 0);
	uint32_t mood = pair(s, tp, "mood");
	GError *error = NULL;
	const struct change *c =
		journey_set_pair(s->j, tp, mood, "a: 1\nb: [2]", &error);

	cr_assert_eq(c->focus, mood);
	cr_assert_eq((int)c->detail, -1);
	story_becomes(s, c, "set mood of X",
		      TP "    mood: # theirs\n      a: 1\n      b: [2]\n"
			 "    what: w\n");
	c = journey_set_pair(s->j, tp, mood, " ", &error);
	cr_assert_eq(c->focus, tp->entry);
	cr_assert_str_eq(c->name, "remove mood of X");
}

Test(yaml_text, does_nothing_where_nothing_changes)
{
	g_autoptr(Story) s = story_open(TP MEASURES "    waive:\n");
	struct place *tp = story_touchpoint(s, 0, 0);
	GError *error = NULL;

	cr_assert_null(
		journey_set_yaml(s->j, tp, T_MEASURES,
				 "- metric: wait   # minutes\n  target: 5",
				 &error));
	cr_assert_null(journey_set_yaml(s->j, tp, T_WAIVE, "", &error));
	cr_assert_null(journey_set_yaml(s->j, tp, T_MOMENTS, "\n", &error));
	cr_assert_null(error);
	cr_assert_eq(history_depth(s->tree), 0);
}

Test(yaml_text, says_which_line_is_wrong)
{
	refuses(TP MEASURES, T_MEASURES, "- a: b\n- c: [d",
		"line 2 of the text: did not find expected ',' or ']'");
	refuses(TP, T_MEASURES, "- a\n- &x b",
		"line 2 of the text: an anchor or a tag");
	refuses(TP, T_MEASURES, "# later",
		"line 1 of the text: there is no value");
}

Test(yaml_text, leaves_what_is_tied_to_its_file)
{
	const char *text = TP "    measures:\n    - &m {metric: a}\n"
			      "    waive: *m\n    feel: f\n    how: {<<: *m}\n";
	g_autoptr(Story) s = story_open(text);
	struct place *tp = story_touchpoint(s, 0, 0);
	GError *error = NULL;

	refuses(text, T_MEASURES, "- b",
		"line 8: an anchor or a tag; edit this by hand");
	refuses(text, T_WAIVE, "- b", "line 9: an alias; edit this by hand");
	refuses(text, T_WAIVE, "", "line 9: an alias; edit this by hand");
	cr_assert_null(journey_yaml(s->j, tp->field[T_MEASURES], &error));
	cr_assert_str_eq(error->message,
			 "line 8: an anchor or a tag; edit this by hand");
	g_clear_error(&error);
}

Test(yaml_text, refuses_what_is_no_structure)
{
	g_autoptr(Story) s = story_open("stages: []\n");
	GError *error = NULL;

	story_refuses(s,
		      journey_set_yaml(s->j, s->j->root, J_SENSEBOARD, "2",
				       &error),
		      &error, "'senseboard' has to be edited by hand");
	story_refuses(s,
		      journey_set_yaml(s->j, s->j->root, J_STAGES, "[]",
				       &error),
		      &error, "'stages' has to be edited by hand");
}

/* The shape of every structure is YAML that stays what it is. */
Test(yaml_text, has_shapes_that_can_be_written)
{
	g_autoptr(Story) s = story_open(TP);
	struct place *const places[] = { s->j->root, journey_stage(s->j, 0),
					 story_touchpoint(s, 0, 0) };

	for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
		size_t n;
		const struct field *f = schema_fields(places[i]->kind, &n);

		for (size_t k = 0; k < n; k++) {
			g_autofree char *text = NULL;
			GError *error = NULL;

			if (!f[k].shape)
				continue;
			story_follow(s,
				     journey_set_yaml(s->j, places[i], (int)k,
						      f[k].shape, &error));
			text = journey_yaml(s->j, places[i]->field[k], &error);
			cr_assert_str_eq(text, f[k].shape);
		}
	}
}
