/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading: what a file says is what the journey has, however it is written;
 * what is no storyboard is refused with the place.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "story.h"

static void text_is(const struct story *s, const struct place *p, int field,
		    const char *wanted)
{
	g_autofree char *text = place_text(s->j, p, field);

	cr_assert_str_eq(text, wanted);
}

static void title_is(const struct story *s, const struct place *p,
		     const char *wanted)
{
	g_autofree char *title = place_title(s->j, p);

	cr_assert_str_eq(title, wanted);
}

static void refused(const char *text, enum journey_error code, unsigned line,
		    const char *message)
{
	g_autoptr(Tree) t = NULL;
	struct mark where = { 0, 0 };
	GError *error = NULL;

	t = tree_load(g_strdup(text), strlen(text), &tree_limits_default,
		      &where, &error);
	cr_assert_not_null(t);
	cr_assert_null(journey_new(t, &where, &error));
	cr_assert(g_error_matches(error, JOURNEY_ERROR, (int)code));
	cr_assert_str_eq(error->message, message);
	cr_assert_eq(where.line, line);
	g_error_free(error);
}

#define NO_STORYBOARD "not a storyboard: its first line is not 'senseboard: 1'"

Test(read, refuses_what_is_no_storyboard)
{
	refused("", JOURNEY_ERROR_NOT_ONE, 1, NO_STORYBOARD);
	refused("- a\n", JOURNEY_ERROR_NOT_ONE, 1, NO_STORYBOARD);
	refused("just text\n", JOURNEY_ERROR_NOT_ONE, 1, NO_STORYBOARD);
	refused("# a\nname: x\nsenseboard: 1\n", JOURNEY_ERROR_NOT_ONE, 2,
		NO_STORYBOARD);
	refused("senseboard: yes\ntitle: x\n", JOURNEY_ERROR_NOT_ONE, 1,
		"not a storyboard: 'senseboard' does not say 1");
	refused("senseboard:\ntitle: x\n", JOURNEY_ERROR_NOT_ONE, 1,
		"not a storyboard: 'senseboard' does not say 1");
}

Test(read, refuses_a_later_version)
{
	refused("\nsenseboard: 2\ntitle: x\n", JOURNEY_ERROR_VERSION, 2,
		"format 2 was written by a newer senseboard; this one knows "
		"format 1");
	refused("senseboard: 10\n", JOURNEY_ERROR_VERSION, 1,
		"format 10 was written by a newer senseboard; this one knows "
		"format 1");
}

Test(read, refuses_a_storyboard_without_title)
{
	refused("senseboard: 1\n", JOURNEY_ERROR_NOT_ONE, 1,
		"this storyboard has no title");
	refused("senseboard: 1\n# c\ntitle:\n", JOURNEY_ERROR_NOT_ONE, 3,
		"this storyboard has no title");
}

Test(read, refuses_too_many_touchpoints)
{
	GString *text = g_string_new("senseboard: 1\ntitle: x\nstages:\n"
				     "- touchpoints:\n");

	for (int i = 0; i <= JOURNEY_MOST; i++)
		g_string_append(text, "  -\n");
	refused(text->str, JOURNEY_ERROR_LIMIT, JOURNEY_MOST + 5,
		"more than 100000 touchpoints");
	g_string_free(text, TRUE);
}

Test(read, opens_the_smallest_storyboard)
{
	g_autoptr(Story) s = story_open("senseboard: 1\ntitle: x\n");

	title_is(s, s->j->root, "x");
	cr_assert_eq(s->j->root->children->len, 0);
	cr_assert_null(journey_stage(s->j, 0));
	story_check(s);
}

Test(read, finds_all_kinds_of_places)
{
	g_autoptr(Story) s = story_open(
		"customers:\n- id: kay\n  name: Kay\n  needs: [a card]\n"
		"owners:\n- {id: joe, name: Joe, kind: person}\n"
		"stages:\n"
		"- id: a\n  when: before\n"
		"- id: b\n  when: after\n  touchpoints:\n"
		"  - id: x\n    what: w\n    who: joe\n    how: h\n"
		"  - name: Why\n    see: s\n    feel: f\n");
	struct place *x, *y, *owner;

	cr_assert_eq(s->j->root->children->len, 2);
	cr_assert_eq(s->j->n_touchpoints, 2);
	x = story_touchpoint(s, 1, 0);
	y = story_touchpoint(s, 1, 1);
	text_is(s, x, T_WHAT, "w");
	title_is(s, x, "x");
	title_is(s, y, "Why");
	text_is(s, s->j->customers->pdata[0], C_NEEDS, "a card");
	cr_assert_eq(place_owners(s->j, x, &owner), 1);
	cr_assert_eq(owner, story_owner(s, 0));
	cr_assert_eq(journey_load(s->j, owner), 1);
	cr_assert(place_complete(s->j, x));
	cr_assert_not(place_complete(s->j, y));
	cr_assert_eq(place_senses(s->j, y), 1 | 16);
	cr_assert_eq(s->j->per_phase[2], 2);
	cr_assert_eq(s->j->nobody, 1);
	cr_assert_eq(journey_position(s->j, y), 1);
}

Test(read, knows_the_place_of_any_entry)
{
	g_autoptr(Story) s =
		story_open("stages:\n- touchpoints:\n  - measures:\n"
			   "    - metric: m\n      x: {y: [z]}\n");
	struct place *tp = story_touchpoint(s, 0, 0);
	uint32_t e = tp->field[T_MEASURES];

	while (tree_first(s->tree, e))
		e = tree_last(s->tree, e);
	cr_assert_eq(journey_place(s->j, e), tp);
	cr_assert_eq(journey_place(s->j, s->j->root->field[J_TITLE]),
		     s->j->root);
	cr_assert_eq(journey_place(s->j, tree_up(s->tree, tp->entry)), tp->up);
	cr_assert_null(journey_place(s->j, 0));
}

Test(read, titles_what_has_no_name)
{
	g_autoptr(Story) s = story_open(
		"stages:\n- touchpoints:\n  - what: A promise\n  - how: x\n");

	title_is(s, journey_stage(s->j, 0), "stage 1");
	title_is(s, story_touchpoint(s, 0, 0), "A promise");
	title_is(s, story_touchpoint(s, 0, 1), "touchpoint 2");
}

Test(read, takes_blank_for_missing)
{
	g_autoptr(Story) s = story_open(
		"stages:\n- touchpoints:\n"
		"  - {what: , who: ~, how: null, see: '', hear: [], smell: [~]}\n"
		"  - {what: '~', who: 'null', how: \"~\", see: x}\n");
	struct place *tp = story_touchpoint(s, 0, 0);

	for (int field = T_WHAT; field <= T_SMELL; field++)
		cr_assert(place_blank(s->j, tp, field), "%d", field);
	text_is(s, tp, T_WHO, "");
	cr_assert_eq(place_owners(s->j, tp, NULL), 0);
	tp = story_touchpoint(s, 0, 1);
	for (int field = T_WHAT; field <= T_SEE; field++)
		cr_assert_not(place_blank(s->j, tp, field), "%d", field);
	text_is(s, tp, T_WHAT, "~");
	cr_assert(place_complete(s->j, tp));
}

Test(read, takes_the_first_of_two_equal_keys)
{
	g_autoptr(Story) s = story_open("stages:\n- name: one\n  name: two\n");

	text_is(s, journey_stage(s->j, 0), S_NAME, "one");
}

Test(read, takes_a_scalar_for_a_list_of_one)
{
	g_autoptr(Story) s = story_open(
		"stages:\n- touchpoints:\n"
		"  - {with: kay, evidence: [a, ~, b], serves: []}\n");
	struct place *tp = story_touchpoint(s, 0, 0);
	g_autoptr(GPtrArray) with = place_texts(s->j, tp, T_WITH);
	g_autoptr(GPtrArray) evidence = place_texts(s->j, tp, T_EVIDENCE);
	g_autoptr(GPtrArray) serves = place_texts(s->j, tp, T_SERVES);
	g_autoptr(GPtrArray) moments = place_texts(s->j, tp, T_MOMENTS);

	cr_assert_eq(with->len, 1);
	cr_assert_str_eq(with->pdata[0], "kay");
	cr_assert_eq(evidence->len, 2);
	cr_assert_str_eq(evidence->pdata[1], "b");
	cr_assert_eq(serves->len, 0);
	cr_assert_eq(moments->len, 0);
	text_is(s, tp, T_EVIDENCE, "a, b");
}

Test(read, keeps_places_of_odd_shapes)
{
	g_autoptr(Story) s = story_open(
		"owners: nobody yet\ncustomers: {a: b}\n"
		"stages:\n- just text\n- [a]\n-\n- touchpoints: {x: y}\n"
		"- touchpoints:\n  - text\n  - {who: {a: b}}\n");

	cr_assert_eq(s->j->owners->len, 0);
	cr_assert_eq(s->j->customers->len, 0);
	cr_assert_eq(s->j->root->children->len, 5);
	title_is(s, journey_stage(s->j, 0), "stage 1");
	cr_assert_eq(place_map(s->j, journey_stage(s->j, 0)), 0);
	cr_assert_eq(s->j->n_touchpoints, 2);
	text_is(s, s->j->root, J_OWNERS, "nobody yet");
	text_is(s, story_touchpoint(s, 4, 1), T_WHO, "a: b");
	cr_assert_eq(place_owners(s->j, story_touchpoint(s, 4, 1), NULL), 1);
}

Test(read, puts_structures_into_words)
{
	g_autoptr(Story) s =
		story_open("rules: {no-return: none, no-sense: error}\n"
			   "waive:\n- rule: sense-gap\n  because: a phone\n");

	text_is(s, s->j->root, J_RULES, "no-return: none, no-sense: error");
	text_is(s, s->j->root, J_WAIVE, "rule: sense-gap, because: a phone");
}

static unsigned owners(const char *who)
{
	g_autofree char *text = g_strdup_printf(
		"owners:\n- {id: joe, name: Joe}\n- {id: ann, name: Ann}\n"
		"- {name: Sales and Service}\n"
		"customers: [{id: kay, name: Kay}]\n"
		"stages: [{touchpoints: [{who: %s}]}]\n",
		who);
	g_autoptr(Story) s = story_open(text);

	cr_assert_eq(s->j->many,
		     place_owners(s->j, story_touchpoint(s, 0, 0), NULL) > 1);
	return place_owners(s->j, story_touchpoint(s, 0, 0), NULL);
}

Test(read, counts_owners)
{
	cr_assert_eq(owners("joe"), 1);
	cr_assert_eq(owners("Ann"), 1);
	cr_assert_eq(owners("[joe]"), 1);
	cr_assert_eq(owners("[joe, ann]"), 2);
	cr_assert_eq(owners("[joe, ~]"), 1);
	cr_assert_eq(owners("Joe and Ann"), 2);
	cr_assert_eq(owners("Joe & ann"), 2);
	cr_assert_eq(owners("joe/ann/Sales"), 2);
	cr_assert_eq(owners("'Joe, Ann'"), 2);
	cr_assert_eq(owners("Sales and Service"), 1);
	cr_assert_eq(owners("Joe and Bob"), 1);
	cr_assert_eq(owners("Joeand Ann"), 1);
	cr_assert_eq(owners("kay"), 1);
	cr_assert_eq(owners("Bob"), 1);
}

Test(read, tells_whom_a_reference_names)
{
	g_autoptr(Story) s = story_open(
		"owners:\n- {id: joe, name: Ann}\n- {id: ann, name: Bob}\n"
		"- {id: x, name: Bob}\n- {id: y}\n- {id: y}\n"
		"customers: [{id: Ann, name: Kay}]\n");
	unsigned matches;

	cr_assert_eq(journey_person(s->j, "joe", &matches), story_owner(s, 0));
	cr_assert_eq(matches, 1);
	/* an id counts before a name */
	cr_assert_eq(journey_person(s->j, "Ann", NULL),
		     s->j->customers->pdata[0]);
	cr_assert_null(journey_person(s->j, "Bob", &matches));
	cr_assert_eq(matches, 2);
	cr_assert_null(journey_person(s->j, "y", &matches));
	cr_assert_eq(matches, 2);
	cr_assert_null(journey_person(s->j, "", &matches));
	cr_assert_eq(matches, 0);
	cr_assert_null(journey_touchpoint(s->j, "joe", &matches));
	cr_assert_eq(matches, 0);
}

Test(read, tells_where_something_may_be_hidden)
{
	g_autoptr(Story) s =
		story_open("x: &x {who: joe}\ny: &y [{id: joe}]\nz: &z joe\n"
			   "owners: *y\n"
			   "stages:\n- touchpoints:\n  - <<: *x\n    what: w\n"
			   "  - *x\n  - {who: *z}\n  - {what: w}\n");

	cr_assert(s->j->root->hides);
	cr_assert_not(journey_stage(s->j, 0)->hides);
	cr_assert(story_touchpoint(s, 0, 0)->hides);
	cr_assert(story_touchpoint(s, 0, 1)->hides);
	cr_assert_not(story_touchpoint(s, 0, 2)->hides);
	text_is(s, story_touchpoint(s, 0, 2), T_WHO, "joe");
	cr_assert_eq(s->j->nobody, 1);
}
