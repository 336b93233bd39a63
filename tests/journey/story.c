/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening, editing and comparing journeys for the tests of this room.
 */
#include "story.h"

#include <criterion/criterion.h>
#include <string.h>

#include "journey/curve.h"
#include "journey/tie.h"

#define HEAD "senseboard: 1\ntitle: A test\n"

static char *with_head(const char *text)
{
	return g_strconcat(g_str_has_prefix(text, "senseboard") ? "" : HEAD,
			   text, NULL);
}

struct story *story_open(const char *text)
{
	struct story *s = g_new0(struct story, 1);
	struct mark where;
	GError *error = NULL;

	s->opened = with_head(text);
	s->tree = tree_load(g_strdup(s->opened), strlen(s->opened),
			    &tree_limits_default, &where, &error);
	cr_assert_not_null(s->tree, "%s", error ? error->message : "");
	s->j = journey_new(s->tree, &where, &error);
	cr_assert_not_null(s->j, "%s", error ? error->message : "");
	return s;
}

void story_free(struct story *s)
{
	journey_free(s->j);
	tree_free(s->tree);
	g_free(s->opened);
	g_free(s);
}

struct place *story_touchpoint(const struct story *s, unsigned stage,
			       unsigned index)
{
	struct place *tp = stage_touchpoint(journey_stage(s->j, stage), index);

	cr_assert_not_null(tp);
	return tp;
}

struct place *story_owner(const struct story *s, unsigned index)
{
	cr_assert_lt(index, s->j->owners->len);
	return s->j->owners->pdata[index];
}

char *story_text(const struct story *s)
{
	size_t len;

	return tree_emit(s->tree, &len);
}

static void same_grades(const struct grades *a, const struct grades *b)
{
	cr_assert_eq(a->all, b->all);
	cr_assert_eq(a->targets, b->targets);
	cr_assert_eq(a->met, b->met);
	cr_assert_eq(a->missed, b->missed);
}

static void same_stage_tallies(const struct journey *a, const struct journey *b)
{
	cr_assert_eq(a->root->children->len, b->root->children->len);
	for (unsigned i = 0; i < a->root->children->len; i++)
		cr_assert_arr_eq(journey_stage(a, i)->per_sense,
				 journey_stage(b, i)->per_sense,
				 sizeof(uint32_t) * SENSES);
}

static void same_tallies(const struct journey *a, const struct journey *b)
{
	cr_assert_eq(a->n_touchpoints, b->n_touchpoints);
	for (size_t i = 0; i < G_N_ELEMENTS(a->per_phase); i++)
		cr_assert_eq(a->per_phase[i], b->per_phase[i]);
	for (size_t i = 0; i < SENSES; i++)
		cr_assert_eq(a->per_sense[i], b->per_sense[i]);
	same_stage_tallies(a, b);
	cr_assert_eq(a->complete, b->complete);
	cr_assert_eq(a->nobody, b->nobody);
	cr_assert_eq(a->many, b->many);
	same_grades(&a->grades, &b->grades);
	for (size_t i = 0; i < TRAITS; i++)
		cr_assert_eq(a->per_trait[i], b->per_trait[i], "trait %zu", i);
}

/* Where a touchpoint is, also where there is none. */
static unsigned where(const struct journey *j, const struct place *tp)
{
	return tp ? 1 + journey_position(j, tp) : 0;
}

static void same_curves(const struct journey *a, const struct journey *b)
{
	for (size_t i = 0; i < FACE_VALUES; i++)
		cr_assert_eq(a->per_value[i], b->per_value[i]);
	cr_assert_eq(a->designed, b->designed);
	cr_assert_eq(a->walks, b->walks);
	cr_assert_eq(a->newest_rated, b->newest_rated);
	cr_assert_eq(where(a, a->last_rated), where(b, b->last_rated));
}

static void same_fields(const struct journey *a, const struct place *p,
			const struct journey *b, const struct place *q)
{
	size_t n;
	const struct field *f = schema_fields(p->kind, &n);

	for (size_t i = 0; i < n; i++) {
		g_autofree char *was = place_text(a, p, (int)i);
		g_autofree char *is = place_text(b, q, (int)i);

		cr_assert_eq(!p->field[i], !q->field[i], "%s", f[i].name);
		cr_assert_str_eq(was, is, "%s", f[i].name);
	}
}

static void same_people(const struct journey *a, const struct place *p,
			const struct journey *b, const struct place *q)
{
	for (int i = PLACE_ID; i <= PLACE_NAME; i++) {
		g_autofree char *text = place_text(a, p, i);
		unsigned in_a, in_b;

		if (p->kind == PLACE_TOUCHPOINT) {
			journey_touchpoint(a, text, &in_a);
			journey_touchpoint(b, text, &in_b);
		} else {
			journey_person(a, text, &in_a);
			journey_person(b, text, &in_b);
		}
		cr_assert_eq(in_a, in_b, "%s: %u and %u", text, in_a, in_b);
	}
	if (p->kind == PLACE_OWNER)
		cr_assert_eq(journey_load(a, p), journey_load(b, q));
}

/* Touchpoints, by what was counted for them. */
static void same_counts(const struct journey *a, const struct place *p,
			const struct journey *b, const struct place *q)
{
	struct place *in_a, *in_b;

	cr_assert_eq(place_owners(a, p, &in_a), place_owners(b, q, &in_b));
	cr_assert_eq(!in_a, !in_b);
	cr_assert(!in_a || in_a->index == in_b->index);
	cr_assert_eq(place_complete(a, p), place_complete(b, q));
	cr_assert_eq(place_senses(a, p), place_senses(b, q));
	cr_assert_eq(journey_position(a, p), journey_position(b, q));
	cr_assert_eq(p->traits, q->traits);
	same_grades(&p->grades, &q->grades);
	cr_assert_eq(place_channel(p), place_channel(q));
	cr_assert_eq(curve_designed(p), curve_designed(q));
	cr_assert_eq(curve_walked(p), curve_walked(q));
	cr_assert_eq(tie_comes_back(p, T_ANSWERS),
		     tie_comes_back(q, T_ANSWERS));
	cr_assert_eq(tie_comes_back(p, T_FOLLOWS_UP),
		     tie_comes_back(q, T_FOLLOWS_UP));
}

static void same_lists(const struct journey *a, const GPtrArray *p,
		       const struct journey *b, const GPtrArray *q);

static void same_places(const struct journey *a, const struct place *p,
			const struct journey *b, const struct place *q)
{
	cr_assert_eq(p->kind, q->kind);
	cr_assert_eq(p->index, q->index);
	cr_assert_eq(p->hides, q->hides);
	cr_assert_eq(a->places->pdata[p->number], p);
	cr_assert_eq(journey_place(a, p->entry), p);
	cr_assert(tree_alive(a->tree, p->entry));
	same_fields(a, p, b, q);
	if (p->kind == PLACE_TOUCHPOINT)
		same_counts(a, p, b, q);
	if (p->kind != PLACE_JOURNEY && p->kind != PLACE_STAGE)
		same_people(a, p, b, q);
	if (p->children)
		same_lists(a, p->children, b, q->children);
}

static void same_lists(const struct journey *a, const GPtrArray *p,
		       const struct journey *b, const GPtrArray *q)
{
	cr_assert_eq(p->len, q->len);
	for (guint i = 0; i < p->len; i++)
		same_places(a, p->pdata[i], b, q->pdata[i]);
}

void story_check(const struct story *s)
{
	g_autofree char *text = story_text(s);
	g_autoptr(Story) fresh = story_open(text);
	GError *error = NULL;

	cr_assert(tree_verify(s->tree, text, strlen(text), &error), "%s",
		  error ? error->message : "");
	same_tallies(s->j, fresh->j);
	same_curves(s->j, fresh->j);
	same_lists(s->j, s->j->owners, fresh->j, fresh->j->owners);
	same_lists(s->j, s->j->customers, fresh->j, fresh->j->customers);
	same_places(s->j, s->j->root, fresh->j, fresh->j->root);
}

struct place *story_follow(struct story *s, const struct change *c)
{
	struct place *p;

	cr_assert_not_null(c);
	p = journey_update(s->j, c);
	story_check(s);
	return p;
}

static void says(const struct story *s, const char *wanted)
{
	g_autofree char *text = story_text(s);

	cr_assert_str_eq(text, wanted);
}

void story_becomes(struct story *s, const struct change *c, const char *name,
		   const char *text)
{
	g_autofree char *wanted = with_head(text);

	cr_assert_not_null(c, "no change");
	cr_assert_str_eq(c->name, name);
	says(s, wanted);
	story_follow(s, c);
	story_follow(s, history_undo(s->tree));
	says(s, s->opened);
	story_follow(s, history_redo(s->tree));
	says(s, wanted);
}

void story_refuses(struct story *s, const struct change *c, GError **error,
		   const char *message)
{
	cr_assert_null(c);
	cr_assert_not_null(*error);
	cr_assert_str_eq((*error)->message, message);
	g_clear_error(error);
	cr_assert_eq(history_depth(s->tree), 0);
	says(s, s->opened);
}
