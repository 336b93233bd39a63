/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walks: what one says, and that each face and note is one change, written as
 * the file writes its walks.
 */
#include <criterion/criterion.h>

#include "journey/curve.h"
#include "journey/walk.h"
#include "story.h"

#define A "  - id: a\n    name: Aa\n"
#define B "  - id: b\n    name: Bb\n"
#define C "- touchpoints:\n  - id: c\n    name: Cc\n"
#define TWO "stages:\n- touchpoints:\n" A B
#define THREE TWO C

/* --- reading --------------------------------------------------------------- */

static uint32_t walk_at(const struct story *s, unsigned n)
{
	g_autoptr(GArray) walks = walk_list(s->j);

	cr_assert_lt(n, walks->len);
	return g_array_index(walks, uint32_t, n);
}

Test(walk, says_what_was_felt)
{
	g_autoptr(Story) s = story_open(
		THREE "walks:\n- {date: 2026-11-21, by: Ian, "
		      "faces: {a: happy, Cc: ':(', b: meh, gone: angry},\n"
		      "   notes: {c: Late}}\n");
	g_autoptr(Walk) w = walk_read(s->j, walk_at(s, 0));
	g_autofree char *note =
		walk_note(s->j, w->entry, story_touchpoint(s, 1, 0));

	cr_expect_str_eq(w->date, "2026-11-21");
	cr_expect_str_eq(w->by, "Ian");
	cr_expect_eq(w->rated, 2);
	cr_expect_eq(w->smiles, 1);
	cr_expect_eq(w->frowns, 1);
	cr_expect_eq(w->given[1], 1);
	cr_expect_eq(walk_value(w, story_touchpoint(s, 0, 0)), 1);
	cr_expect_eq(walk_value(w, story_touchpoint(s, 0, 1)), CURVE_NONE);
	cr_expect_str_eq(walk_face(w, story_touchpoint(s, 1, 0))->name,
			 "unhappy");
	cr_expect_str_eq(note, "Late");
}

Test(walk, that_has_not_begun_says_nothing)
{
	g_autoptr(Story) s = story_open(TWO);
	g_autoptr(Walk) w = walk_read(s->j, 0);
	g_autofree char *note = walk_note(s->j, 0, story_touchpoint(s, 0, 0));

	cr_expect_str_eq(w->by, "");
	cr_expect_eq(w->rated, 0);
	cr_expect_null(walk_face(w, story_touchpoint(s, 0, 0)));
	cr_expect_str_eq(note, "");
}

Test(walk, goes_over_the_borders_of_stages)
{
	g_autoptr(Story) s =
		story_open("stages:\n- touchpoints: []\n- touchpoints:\n" A B
			   "- touchpoints: []\n" C "- touchpoints: []\n");
	struct place *a = story_touchpoint(s, 1, 0), *b = a;

	cr_expect_eq(walk_step(s->j, NULL, 1), a);
	b = walk_step(s->j, a, 1);
	cr_expect_eq(b, story_touchpoint(s, 1, 1));
	cr_expect_eq(walk_step(s->j, b, 1), story_touchpoint(s, 3, 0));
	cr_expect_null(walk_step(s->j, story_touchpoint(s, 3, 0), 1));
	cr_expect_eq(walk_step(s->j, NULL, -1), story_touchpoint(s, 3, 0));
	cr_expect_eq(walk_step(s->j, story_touchpoint(s, 3, 0), -1), b);
	cr_expect_null(walk_step(s->j, a, -1));
}

Test(walk, has_no_way_through_nothing)
{
	g_autoptr(Story) s = story_open("stages: []\n");

	cr_expect_null(walk_step(s->j, NULL, 1));
	cr_expect_null(walk_step(s->j, NULL, -1));
}

Test(walk, is_open_where_a_face_is_missing)
{
	g_autoptr(Story) s =
		story_open(THREE "walks:\n- faces: {a: happy, c: happy}\n");
	g_autoptr(Walk) w = walk_read(s->j, walk_at(s, 0));
	g_autoptr(Walk) none = walk_read(s->j, 0);
	struct place *a = story_touchpoint(s, 0, 0);
	struct place *b = story_touchpoint(s, 0, 1);
	struct place *c = story_touchpoint(s, 1, 0);

	cr_expect_eq(walk_open(s->j, w, NULL), b);
	cr_expect_eq(walk_open(s->j, w, a), b);
	cr_expect_eq(walk_open(s->j, w, c), b);
	cr_expect_eq(walk_open(s->j, none, a), b);
	cr_expect_eq(walk_open(s->j, none, c), a);
}

Test(walk, knows_its_lowest)
{
	g_autoptr(Story) s = story_open(
		THREE "walks:\n- faces: {a: happy, b: angry, c: unhappy}\n");
	g_autoptr(Walk) w = walk_read(s->j, walk_at(s, 0));
	g_autoptr(GPtrArray) two = walk_lowest(s->j, w, 2);

	cr_assert_eq(two->len, 2);
	cr_expect_eq(two->pdata[0], story_touchpoint(s, 0, 1));
	cr_expect_eq(two->pdata[1], story_touchpoint(s, 1, 0));
}

Test(walk, knows_its_peak_and_its_end)
{
	g_autoptr(Story) s =
		story_open(THREE "walks:\n- faces: {a: happy, b: happy}\n");
	g_autoptr(Walk) w = walk_read(s->j, walk_at(s, 0));
	g_autoptr(Walk) none = walk_read(s->j, 0);
	const struct place *last;

	cr_expect_eq(walk_peak(s->j, w, &last), story_touchpoint(s, 0, 0));
	cr_expect_eq(last, story_touchpoint(s, 0, 1));
	cr_expect_null(walk_peak(s->j, none, &last));
	cr_expect_null(last);
}

/* --- writing --------------------------------------------------------------- */

static const struct change *begin(struct story *s, unsigned stage, unsigned tp,
				  const char *by, GError **error)
{
	uint32_t walk;
	const struct change *c =
		journey_begin_walk(s->j, "2026-11-22", by,
				   story_touchpoint(s, stage, tp),
				   schema_face("happy"), &walk, error);

	cr_expect(!c || tree_kind(s->tree, walk) == KIND_MAPPING);
	return c;
}

static void expect_begun(const char *text, const char *by, const char *wanted)
{
	g_autoptr(Story) s = story_open(text);
	GError *error = NULL;
	const struct change *c = begin(s, 0, 1, by, &error);

	cr_assert_null(error, "%s", error ? error->message : "");
	story_becomes(s, c, "begin a walk, feel happy at Bb", wanted);
}

Test(walk, begins_with_a_face)
{
	expect_begun(TWO, "Kim",
		     TWO "walks:\n- date: 2026-11-22\n  by: Kim\n"
			 "  faces:\n    b: happy\n");
	expect_begun(TWO, NULL,
		     TWO "walks:\n- date: 2026-11-22\n"
			 "  faces:\n    b: happy\n");
	expect_begun(TWO "walks: []\n", "#1: me",
		     TWO "walks:\n- date: 2026-11-22\n  by: \"#1: me\"\n"
			 "  faces:\n    b: happy\n");
}

Test(walk, begins_in_the_way_of_the_last_one)
{
	expect_begun(TWO
		     "walks:\n  - date: 2026-01-01\n    faces: {a: angry}\n",
		     "K",
		     TWO "walks:\n  - date: 2026-01-01\n    faces: {a: angry}\n"
			 "  - date: 2026-11-22\n    by: K\n"
			 "    faces: {b: happy}\n");
	expect_begun(TWO "walks: [{faces: {a: angry}}] # ours\n", "K",
		     TWO "walks: [{faces: {a: angry}}, "
			 "{date: 2026-11-22, by: K, faces: {b: happy}}]"
			 " # ours\n");
}

/* Begin at the only touchpoint; its lines, and then the face by that key. */
static void expect_key(const char *before, const char *after, const char *key)
{
	g_autofree char *text =
		g_strconcat("stages:\n- touchpoints:\n", before, NULL);
	g_autofree char *wanted =
		g_strconcat("stages:\n- touchpoints:\n", after,
			    "walks:\n- date: 2026-11-22\n  faces:\n    ", key,
			    ": happy\n", NULL);
	g_autoptr(Story) s = story_open(text);
	GError *error = NULL;
	const struct change *c = begin(s, 0, 0, NULL, &error);

	cr_assert_null(error, "%s", error ? error->message : "");
	story_becomes(s, c, c->name, wanted);
}

Test(walk, refers_by_an_id_or_a_name_of_its_own)
{
	expect_key("  - {name: Bb, id: b}\n", "  - {name: Bb, id: b}\n", "b");
	expect_key("  - name: 'B: b'\n", "  - name: 'B: b'\n", "\"B: b\"");
	expect_key("  - name: \"no\"\n", "  - name: \"no\"\n", "\"no\"");
}

Test(walk, gives_an_id_to_who_has_nothing_to_refer_to)
{
	expect_key("  - name: Bb\n  - name: Bb\n",
		   "  - name: Bb\n    id: bb\n  - name: Bb\n", "bb");
	expect_key("  - what: Warm\n", "  - what: Warm\n    id: warm\n",
		   "warm");
	expect_key("  - {name: Bb}\n  - {name: Bb}\n",
		   "  - {name: Bb, id: bb}\n  - {name: Bb}\n", "bb");
	expect_key("  - name: |-\n      A\n      b\n",
		   "  - name: |-\n      A\n      b\n    id: a-b\n", "a-b");
}

Test(walk, does_not_begin_at_who_is_mistaken_for_another)
{
	g_autoptr(Story) s =
		story_open("stages:\n- touchpoints:\n  - id: a\n  - id: a\n");
	GError *error = NULL;
	const struct change *c = begin(s, 0, 1, NULL, &error);

	story_refuses(s, c, &error,
		      "'a' has no id and no name of its own to refer to");
}

static void expect_refused(const char *text, const char *message)
{
	g_autoptr(Story) s = story_open(text);
	GError *error = NULL;
	const struct change *c = begin(s, 0, 1, "K", &error);

	story_refuses(s, c, &error, message);
}

Test(walk, does_not_begin_at_what_has_no_room_for_an_id)
{
	expect_refused("stages:\n- touchpoints:\n  - id: a\n  - text\n",
		       "line 6: edit this by hand");
	expect_refused("stages:\n- touchpoints:\n  - &a {see: s}\n  - *a\n",
		       "line 6: edit this by hand");
}

Test(walk, does_not_begin_where_something_else_stands)
{
	expect_refused(TWO "walks: none\n", "line 9: edit this by hand");
	expect_refused(TWO "walks:\n  faces: {a: angry}\n",
		       "line 9: edit this by hand");
}

static const struct change *feel(struct story *s, unsigned stage, unsigned tp,
				 const char *face, GError **error)
{
	return journey_set_walked(s->j, walk_at(s, 0),
				  story_touchpoint(s, stage, tp),
				  face ? schema_face(face) : NULL, error);
}

static void expect_felt(const char *walks, const char *face, const char *done,
			const char *wanted)
{
	g_autofree char *text = g_strconcat(THREE, walks, NULL);
	g_autofree char *after = g_strconcat(THREE, wanted, NULL);
	g_autoptr(Story) s = story_open(text);
	GError *error = NULL;
	const struct change *c = feel(s, 0, 1, face, &error);

	cr_assert_null(error, "%s", error ? error->message : "");
	story_becomes(s, c, done, after);
}

Test(walk, gives_a_face)
{
	const char *done = "feel angry at Bb";

	expect_felt("walks:\n- faces:\n    a: happy # yes\n", "angry", done,
		    "walks:\n- faces:\n    a: happy # yes\n    b: angry\n");
	expect_felt("walks:\n- faces: {a: happy}\n", "angry", done,
		    "walks:\n- faces: {a: happy, b: angry}\n");
	expect_felt("walks:\n- faces: {}\n", "angry", done,
		    "walks:\n- faces:\n    b: angry\n");
}

Test(walk, gives_another_face)
{
	const char *done = "feel angry at Bb";

	expect_felt("walks:\n- faces: {a: happy, b: happy} # ours\n", "angry",
		    done, "walks:\n- faces: {a: happy, b: angry} # ours\n");
	expect_felt("walks:\n- faces: {Bb: ':)', b: happy}\n", "angry", done,
		    "walks:\n- faces: {Bb: 'angry', b: happy}\n");
}

Test(walk, that_feels_the_same_changes_nothing)
{
	g_autoptr(Story) s = story_open(TWO "walks:\n- faces: {b: angry}\n");
	GError *error = NULL;

	cr_expect_null(feel(s, 0, 1, "angry", &error));
	cr_expect_null(feel(s, 0, 0, NULL, &error));
	cr_expect_null(error);
}

Test(walk, takes_a_face_back)
{
	const char *done = "clear what was felt at Bb";

	expect_felt("walks:\n- faces: {a: happy, b: happy, Bb: angry}\n", NULL,
		    done, "walks:\n- faces: {a: happy}\n");
	expect_felt("walks:\n- by: K\n  faces:\n    b: happy\n", NULL, done,
		    "");
	expect_felt("walks:\n- by: J\n  faces: {b: happy}\n- by: K\n"
		    "  faces: {a: happy}\n",
		    NULL, done, "walks:\n- by: K\n  faces: {a: happy}\n");
	expect_felt("walks:\n- by: K\n  faces: {b: happy}\n  notes: {a: So}\n",
		    NULL, done,
		    "walks:\n- by: K\n  faces: {}\n  notes: {a: So}\n");
}

static void expect_noted(const char *walks, const char *note, const char *done,
			 const char *wanted)
{
	g_autofree char *text = g_strconcat(THREE, walks, NULL);
	g_autofree char *after = g_strconcat(THREE, wanted, NULL);
	g_autoptr(Story) s = story_open(text);
	GError *error = NULL;
	const struct change *c =
		journey_set_walk_note(s->j, walk_at(s, 0),
				      story_touchpoint(s, 0, 1), note, &error);

	cr_assert_null(error, "%s", error ? error->message : "");
	story_becomes(s, c, done, after);
}

Test(walk, notes)
{
	const char *done = "note what was felt at Bb";

	expect_noted("walks:\n- faces: {b: happy}\n  weather: rain\n",
		     "Late: too", done,
		     "walks:\n- faces: {b: happy}\n  notes:\n"
		     "    b: \"Late: too\"\n  weather: rain\n");
	expect_noted("walks:\n- faces: {b: happy}\n  notes: {a: So}\n",
		     "one, two\nthree", done,
		     "walks:\n- faces: {b: happy}\n"
		     "  notes: {a: So, b: \"one, two\\nthree\"}\n");
	expect_noted("walks:\n- faces: {b: happy}\n  notes: {b: So}\n", "Oh",
		     done, "walks:\n- faces: {b: happy}\n  notes: {b: Oh}\n");
	expect_noted("walks: [{faces: {b: happy}}]\n", "one, two", done,
		     "walks: [{faces: {b: happy}, "
		     "notes: {b: \"one, two\"}}]\n");
}

Test(walk, takes_a_note_back)
{
	const char *done = "remove the note on Bb";

	expect_noted("walks:\n- faces: {b: happy}\n  notes: {a: So, b: Oh}\n",
		     "", done,
		     "walks:\n- faces: {b: happy}\n  notes: {a: So}\n");
	expect_noted("walks:\n- faces: {b: happy}\n  notes:\n    b: Oh\n", "",
		     done, "walks:\n- faces: {b: happy}\n");
	expect_noted("walks:\n- notes: {b: Oh}\n  faces: {b: happy}\n", "",
		     done, "walks:\n- notes: {}\n  faces: {b: happy}\n");
}

static void expect_removed(const char *text, const char *wanted)
{
	g_autoptr(Story) s = story_open(text);
	GError *error = NULL;
	const struct change *c =
		journey_remove_walk(s->j, walk_at(s, 0), &error);

	cr_assert_null(error, "%s", error ? error->message : "");
	story_becomes(s, c, "delete a walk", wanted);
}

Test(walk, goes_with_all_it_says)
{
	expect_removed(TWO "walks:\n# the first\n- faces: {a: happy}\n"
			   "- faces: {b: happy}\n",
		       TWO "walks:\n- faces: {b: happy}\n");
	expect_removed(TWO "walks:\n- faces: {a: happy}\n  notes: {b: So}\n"
			   "notes: n\n",
		       TWO "notes: n\n");
	expect_removed(TWO "walks:\n  faces: {a: happy}\n", TWO);
}

Test(walk, leaves_aliases_to_the_hand)
{
	g_autoptr(Story) s = story_open(
		TWO "walks:\n- faces: &f {a: happy}\n- faces: {a: angry}\n"
		    "  notes: *f\n");
	GError *error = NULL;
	const struct change *c =
		journey_set_walk_note(s->j, walk_at(s, 1),
				      story_touchpoint(s, 0, 1), "Oh", &error);

	story_refuses(s, c, &error,
		      "line 12: the value is something else; "
		      "edit this by hand");
}
