/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any edits in any order: after each, the journey that followed is the one
 * that a fresh reading gives, tallies included; an edit that is refused has
 * changed nothing; and undoing all of them gives the opened bytes.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "journey/walk.h"
#include "story.h"

#define STEPS 400

static const char *const values[] = {
	"",
	"joe",
	"Ann",
	"x",
	"why",
	"a: b # c",
	"yes",
	"~",
	"null",
	"- item",
	"two\nlines\n",
	"[x, y]",
	"before",
	"delighted",
	"Joe and Ann",
	"'quoted\"",
	"\ttab",
	"*x",
	"2 h",
	"2026-11-21",
	"😍",
	"  blank ",
	"ready",
	"new-id",
	"- {rule: no-how, because: so}",
	"- a: b\n  c: |\n    d\n- [e",
	"- a\n# b\n- c: {d: e}",
	"angry",
	("- faces: {x: angry, y: happy}\n- date: 2026-11-20\n"
	 "  faces: {x: happy}\n  notes: {y: n}"),
	"- {metric: m, better: lower, target: 3}",
	"experience",
	"shop",
};

static const char *const storyboards[] = {
	/* written by hand, without ids */
	"owners:\n- name: Joe\n- name: Ann\nstages:\n- name: One\n"
	"  touchpoints:\n  - what: a\n    who: Joe\n    how: b\n"
	"  - name: Why\n    who: [Joe, Ann]\n    answers: a\n"
	"- name: Two\n  when: after\n",
	/* on few lines */
	"owners: [{id: joe, name: Joe}, {id: ann, name: Ann}]\n"
	"stages: [{id: a, touchpoints: [{id: x, who: joe}, {id: y}]}, {}]\n",
	/* odd shapes */
	"owners:\ncustomers: []\nstages:\n- text\n-\n- [x]\n"
	"- touchpoints:\n  - text\n  -\n  - {who: {a: b}}\n"
	"- touchpoints: text\n- touchpoints: []\n- touchpoints:\n",
	/* aliases and a merge key */
	"notes: &j joe\nowners:\n- id: *j\n- &o {id: ann}\n- *o\n"
	"base: &b {who: joe}\nstages:\n- touchpoints:\n  - <<: *b\n"
	"    what: w\n  - *b\n  - id: x\n    who: *j\n"
	"    with: [*j, ann]\n",
	/* links, walks, comments, duplicates */
	"# head\n\nsponsor: joe   # c\nowners:\n\n  # Joe\n  - id: joe\n"
	"    name: Joe\n  - id: ann\n    id: anne\nwalks:\n"
	"  - faces: {x: happy, y: angry}\n    notes:\n      x: n\n"
	"stages:\n  - id: a\n    when: during\n    touchpoints:\n\n"
	"      # the first\n      - id: x\n        who: joe\n"
	"        feel: |\n          warm\n\n      - id: y\n"
	"        answers: x\n        follows-up: [x]\n  # foot\n"
	"  - id: b\n    mood:\n      # dark\n      - x\n"
	"    touchpoints:\n      - id: z\n        answers: [x, y]",
	/* what is counted */
	"walks:\n- date: 2026-11-21\n  faces: {x: happy, z: angry}\n"
	"- faces: {x: angry, y: confused, z: neutral}\nowners: [{id: joe}]\n"
	"stages:\n- when: before\n  touchpoints:\n"
	"  - {id: x, see: s, impression: happy, awaits: reply}\n"
	"  - {id: y, hear: s, feel: f, kind: service, problem: yes}\n"
	"- when: after\n  touchpoints:\n"
	"  - {id: z, see: s, impression: ':(', role: return, answers: x}\n"
	"  - {id: x-2, see: s, follows-up: y, channel: shop}\n",
	/* Windows */
	"senseboard: 1\r\ntitle: t\r\nowners:\r\n  - id: joe\r\n"
	"stages:\r\n  - id: a\r\n    touchpoints:\r\n      - id: x\r\n"
	"        who: joe\r\n        colour: [a]\r\n        see: >-\r\n          one\r\n"
	"          two\r\n      - id: y\r\n",
};

static const char *any_value(GRand *r)
{
	return values[g_rand_int_range(r, 0, G_N_ELEMENTS(values))];
}

static struct place *any_of(GRand *r, const GPtrArray *list)
{
	return list->len ? list->pdata[g_rand_int_range(r, 0, (int)list->len)]
			 : NULL;
}

/* Any place that is there. */
static struct place *any_place(const struct story *s, GRand *r)
{
	struct place *p = any_of(r, s->j->places);

	while (!p)
		p = any_of(r, s->j->places);
	return p;
}

static int any_field(GRand *r, const struct place *p)
{
	size_t n;

	schema_fields(p->kind, &n);
	return g_rand_int_range(r, 0, (int)n);
}

static const struct change *add_any(struct story *s, GRand *r, GError **error)
{
	enum place_kind kind = g_rand_int_range(r, PLACE_CUSTOMER, PLACE_KINDS);
	struct place *up = kind == PLACE_TOUCHPOINT
				   ? any_of(r, s->j->root->children)
				   : s->j->root;

	return up ? journey_add(s->j, kind, up, g_rand_int_range(r, 0, 4),
				any_value(r), error)
		  : NULL;
}

static const struct change *set_any_list(struct story *s, GRand *r,
					 struct place *p, GError **error)
{
	const char *texts[4] = { NULL };

	for (int i = 0, n = g_rand_int_range(r, 0, 4); i < n; i++)
		texts[i] = any_value(r);
	return journey_set_list(s->j, p, any_field(r, p), texts, error);
}

static const struct change *own_any(struct story *s, GRand *r, struct place *p,
				    GError **error)
{
	struct place *owner = any_of(r, s->j->owners);
	int field = p->kind == PLACE_JOURNEY ? (int)J_SPONSOR : (int)T_WHO;

	if (p->kind != PLACE_TOUCHPOINT && p->kind != PLACE_JOURNEY)
		return NULL;
	return g_rand_boolean(r)
		       ? journey_set_owner(s->j, p, field, NULL, any_value(r),
					   error)
		       : journey_set_owner(s->j, p, field, owner, NULL, error);
}

static const struct change *remove_any(struct story *s, GRand *r,
				       struct place *p, GError **error)
{
	struct place *heir = g_rand_boolean(r) ? any_of(r, s->j->owners) : NULL;

	if (p->kind != PLACE_OWNER || heir == p)
		heir = NULL;
	return journey_remove(s->j, p, heir, error);
}

/* Some pair that is no field, or 0. */
static uint32_t odd_pair(const struct story *s, const struct place *p)
{
	uint32_t map = place_map(s->j, p);
	uint32_t e = map ? tree_first(s->tree, map) : 0;

	while (e) {
		g_autofree char *key = tree_key(s->tree, e);

		if (!key || schema_find(p->kind, key) < 0)
			return e;
		e = tree_next(s->tree, e);
	}
	return 0;
}

static const struct change *set_any_yaml(struct story *s, GRand *r,
					 struct place *p, GError **error)
{
	uint32_t pair = odd_pair(s, p);

	return pair && g_rand_boolean(r)
		       ? journey_set_pair(s->j, p, pair, any_value(r), error)
		       : journey_set_yaml(s->j, p, any_field(r, p),
					  any_value(r), error);
}

/* Begin a walk at a touchpoint, or give it a face or a note in one. */
static const struct change *walk_any(struct story *s, GRand *r,
				     struct place *tp, GError **error)
{
	g_autoptr(GArray) walks = walk_list(s->j);
	const struct face *face = &schema_faces[g_rand_int_range(r, 0, FACES)];
	guint which = (guint)g_rand_int_range(r, 0, (int)walks->len + 1);
	uint32_t walk;

	if (tp->kind != PLACE_TOUCHPOINT)
		return NULL;
	if (which == walks->len)
		return journey_begin_walk(s->j, "2026-11-22", any_value(r), tp,
					  face, &walk, error);
	walk = g_array_index(walks, uint32_t, which);
	if (g_rand_int_range(r, 0, 8) == 0)
		return journey_remove_walk(s->j, walk, error);
	if (g_rand_boolean(r))
		return journey_set_walk_note(s->j, walk, tp, any_value(r),
					     error);
	return journey_set_walked(s->j, walk, tp,
				  g_rand_boolean(r) ? face : NULL, error);
}

/* One random edit, undo or redo, or NULL if it was refused or was nothing. */
static const struct change *any_change(struct story *s, GRand *r,
				       GError **error)
{
	struct place *p = any_place(s, r);

	switch (g_rand_int_range(r, 0, 16)) {
	case 0:
		return add_any(s, r, error);
	case 1:
		return remove_any(s, r, p, error);
	case 2:
		return journey_move(s->j, p, any_of(r, s->j->root->children),
				    g_rand_int_range(r, 0, 4), error);
	case 3:
		return own_any(s, r, p, error);
	case 4:
	case 5:
		return set_any_list(s, r, p, error);
	case 6:
		return journey_remove_field(s->j, p, any_field(r, p), error);
	case 7:
		return history_undo(s->tree);
	case 8:
		return history_redo(s->tree);
	case 9:
	case 10:
		return set_any_yaml(s, r, p, error);
	case 11:
	case 12:
		return walk_any(s, r, p, error);
	default:
		return journey_set(s->j, p, any_field(r, p), any_value(r),
				   error);
	}
}

static void step(struct story *s, GRand *r)
{
	g_autofree char *before = story_text(s);
	g_autofree char *after = NULL;
	GError *error = NULL;
	const struct change *c = any_change(s, r, &error);

	if (c) {
		cr_assert_null(error);
		story_follow(s, c);
		return;
	}
	after = story_text(s);
	cr_assert_str_eq(before, after);
	g_clear_error(&error);
}

static void run(const char *text, guint32 seed)
{
	g_autoptr(Story) s = story_open(text);
	g_autoptr(GRand) r = g_rand_new_with_seed(seed);
	g_autofree char *end = NULL;
	const struct change *c;

	for (int i = 0; i < STEPS; i++)
		step(s, r);
	while ((c = history_undo(s->tree)))
		journey_update(s->j, c);
	story_check(s);
	end = story_text(s);
	cr_assert_str_eq(end, s->opened);
}

Test(random, keeps_journey_and_text_in_step)
{
	for (guint32 i = 0; i < G_N_ELEMENTS(storyboards); i++)
		run(storyboards[i], i + 1);
}

Test(random, keeps_an_example_in_step)
{
	const char *folder = g_getenv("top_srcdir");
	g_autofree char *path =
		g_build_filename(folder ? folder : ".", "data", "examples",
				 "capital-one-debit-card.yaml", NULL);
	g_autofree char *text = NULL;

	cr_assert(g_file_get_contents(path, &text, NULL, NULL), "%s", path);
	run(strstr(text, "senseboard"), 99);
}
