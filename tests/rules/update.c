/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any edits in any order: findings that followed each of them are those that
 * judging everything anew would give, sums included.
 */
#include <criterion/criterion.h>

#include "journey/edit.h"
#include "sheet.h"

#define STEPS 300

static const char *const values[] = {
	"",	      "joe",	     "Ann",
	"x",	      "Joe and Ann", "sketch",
	"ready",      "actual",	     "before",
	"after",      "delighted",   "glad",
	"2026-11-21", "2 h",	     "yes",
	"no",	      "bread",	     "y",
	"{no-who}",   "experience",  "WAIT FOR YOUR TURN",
	"lost.png",   "shop",	     "phone",
	"z",	      "x",
};

/* For fields that have a structure. */
static const char *const structures[] = {
	"- {rule: no-sense, because: so}\n- {rule: ends-low}",
	"- {rule: no-feel, because: so}\n- {rule: no-who, because: so}",
	"- {rule: smiles, because: so}\n- {rule: low-no-recovery}",
	"- {rule: stale-waiver, because: so}\n- {rule: no-what, because: so}",
	"- {date: 2026-11-20, faces: {x: angry, y: happy, z: neutral}}",
	"- {faces: {x: happy, y: angry, u: angry}}\n- {faces: {x: angry}}",
	"- {faces: {v: unhappy, z: delighted}, notes: {v: n}}",
	"- {metric: m, better: lower, target: 3, actual: [{value: 4}]}",
	("- {metric: m, better: higher, expected: 3, actual: [{value: 4}, "
	 "{value: 5}]}"),
	"{no-sense: error, no-peak: none, no-what: hint}",
	"[x, y]",
	"[z, u, v]",
	"",
};

static const char *const storyboards[] = {
	"senseboard: 1\ntitle: t\nowners:\n- name: Joe\n- name: Ann\n"
	"stages:\n- name: One\n  when: during\n  touchpoints:\n  - what: a\n"
	"    who: Joe\n    how: b\n  - name: Why\n    who: [Joe, Ann]\n"
	"    answers: a\n- name: Two\n  when: before\n",
	"senseboard: 1\ntitle: t\nstate: actual\nrules: {no-how: error}\n"
	"waive: [{rule: no-who}]\nowners: [{id: joe, name: Joe}]\n"
	"stages:\n- touchpoints:\n  - id: x\n    what: w\n    who: joe\n"
	"  - id: x\n- touchpoints:\n  - {id: y, how: h, waive: [{rule: "
	"groundless-how}]}\n  - text\n- text\n",
	"senseboard: 1\ntitle: t\nstatus: sketch\ncustomers:\n"
	"- {id: ann, name: Ann, needs: [bread]}\nowners:\n- id: joe\n"
	"- id: ann\nwalks:\n- faces: {x: happy, z: angry}\nstages:\n"
	"- id: s\n  waive: [{rule: bad-value}]\n  touchpoints:\n  - id: x\n"
	"    serves: [bread]\n    problem: yes\n- id: s\n  touchpoints:\n"
	"  - id: y\n    answers: [x, y, z]\n    what: w\n    who: joe\n",
	"senseboard: 1\ntitle: t\nstatus: live\nreviewed: 2026-01-01\n"
	"customers:\n- {id: ida, needs: [bread, rest]}\nowners:\n"
	"- {id: joe, kind: person, team: t}\n- {id: ann, kind: system, team: "
	"t}\n- {id: bea, may: m}\nwalks:\n- faces: {x: happy, z: angry}\n"
	"waive: [{rule: one-kind, because: b}, {rule: no-sense, because: b}]\n"
	"stages:\n- id: a\n  when: before\n  touchpoints:\n"
	"  - {id: x, who: joe, see: s, kind: service, channel: form, by: "
	"customer, serves: rest}\n"
	"  - {id: y, who: ann, problem: yes, channel: shop, impression: happy, "
	"kind: service}\n  - {id: w, wait: 1 h, channel: web, kind: service}\n"
	"- id: b\n  when: during\n  waive: [{rule: no-what, because: b}]\n"
	"  touchpoints:\n"
	"  - {id: z, who: bea, hear: h, answers: x, follows-up: [y], kind: "
	"service, impression: unhappy}\n"
	"  - {id: u, who: joe, answers: y, feel: f, initiative: reactive}\n"
	"- id: c\n  when: after\n  touchpoints:\n"
	"  - {id: v, who: ann, follows-up: x, personal: p, surprise: s, "
	"impression: angry, evidence: [good.png, lost.png]}\n",
};

static struct place *any_of(GRand *r, const GPtrArray *list)
{
	return list->len ? list->pdata[g_rand_int_range(r, 0, (int)list->len)]
			 : NULL;
}

static struct place *any_place(const struct journey *j, GRand *r)
{
	struct place *p = any_of(r, j->places);

	while (!p)
		p = any_of(r, j->places);
	return p;
}

static const char *one_of(const char *const *list, size_t n, GRand *r)
{
	return list[g_rand_int_range(r, 0, (int)n)];
}

/* One of the choices that a field has. */
static const char *any_choice(const struct field *f, GRand *r)
{
	int n = 0;

	while (f->choices[n].name)
		n++;
	return f->choices[g_rand_int_range(r, 0, n)].name;
}

static const struct change *set_something(struct journey *j, GRand *r)
{
	struct place *p = any_place(j, r);
	const char *value = one_of(values, G_N_ELEMENTS(values), r);
	size_t n;
	const struct field *fields = schema_fields(p->kind, &n);
	int field = g_rand_int_range(r, 0, (int)n);

	if (fields[field].choices && g_rand_boolean(r))
		value = any_choice(&fields[field], r);
	if (fields[field].kind == FIELD_FACE && g_rand_boolean(r))
		value = schema_faces[g_rand_int_range(r, 0, FACES)].name;
	return journey_set(j, p, field, value, NULL);
}

/* A field that may have a structure, or be a list. */
static const struct change *set_structure(struct journey *j, GRand *r)
{
	static const int of_touchpoint[] = { T_ANSWERS,	 T_FOLLOWS_UP,
					     T_MEASURES, T_WAIVE,
					     T_SERVES,	 T_WITH };
	static const int of_journey[] = { J_WALKS, J_WAIVE, J_RULES, J_WALKS };
	struct place *p = any_place(j, r);
	const char *value = one_of(structures, G_N_ELEMENTS(structures), r);
	int field = S_WAIVE;

	if (g_rand_boolean(r))
		p = j->root;
	if (p->kind == PLACE_JOURNEY)
		field = of_journey[g_rand_int(r) % G_N_ELEMENTS(of_journey)];
	else if (p->kind == PLACE_TOUCHPOINT)
		field = of_touchpoint[g_rand_int(r) %
				      G_N_ELEMENTS(of_touchpoint)];
	else if (p->kind != PLACE_STAGE)
		return NULL;
	return journey_set_yaml(j, p, field, value, NULL);
}

static const struct change *add_something(struct journey *j, GRand *r)
{
	enum place_kind kind =
		(enum place_kind)g_rand_int_range(r, PLACE_CUSTOMER,
						  PLACE_KINDS);
	struct place *up = kind == PLACE_TOUCHPOINT
				   ? any_of(r, j->root->children)
				   : j->root;

	return up ? journey_add(j, kind, up, g_rand_int(r) % 3, "Ann", NULL)
		  : NULL;
}

static const struct change *move_something(struct journey *j, GRand *r)
{
	struct place *p = any_place(j, r);
	struct place *up = p->kind == PLACE_TOUCHPOINT
				   ? any_of(r, j->root->children)
				   : p->up;

	return up ? journey_move(j, p, up, g_rand_int(r) % 3, NULL) : NULL;
}

static const struct change *remove_something(struct journey *j, GRand *r)
{
	struct place *p = any_place(j, r);

	return p->up ? journey_remove(j, p, NULL, NULL) : NULL;
}

static const struct change *do_something(struct journey *j, GRand *r)
{
	switch (g_rand_int_range(r, 0, 18)) {
	case 0:
		return add_something(j, r);
	case 1:
		return move_something(j, r);
	case 2:
		return remove_something(j, r);
	case 3:
	case 4:
		return history_undo(j->tree);
	case 5:
		return history_redo(j->tree);
	case 6:
	case 7:
	case 8:
	case 9:
		return set_structure(j, r);
	default:
		return set_something(j, r);
	}
}

/* All that findings can be asked for, except what depends on struct places. */
static char *describe(const struct findings *f, const struct journey *j)
{
	GString *out = g_string_new(NULL);
	g_autofree char *lines = sheet_lines(f);

	g_string_append_printf(out,
			       "%s%u errors, %u warnings, %u hints, %u "
			       "deferred\n",
			       lines, findings_count(f, LEVEL_ERROR),
			       findings_count(f, LEVEL_WARNING),
			       findings_count(f, LEVEL_HINT),
			       findings_deferred(f));
	for (unsigned i = 0; i < j->root->children->len; i++)
		g_string_append_printf(
			out, "%s ",
			level_name(findings_worst(f, journey_stage(j, i))));
	return g_string_free(out, FALSE);
}

/* All rules there are. */
static const struct rules_options all = { .pedantic = true,
					  .evidence = &sheet_evidence,
					  .today = SHEET_DAY };

static void expect_fresh(const struct sheet *s, unsigned seed, int step)
{
	struct findings *fresh = findings_new(s->journey, &all);
	g_autofree char *expected = describe(fresh, s->journey);
	g_autofree char *found = describe(s->findings, s->journey);

	cr_assert_str_eq(found, expected, "seed %u, step %d", seed, step);
	findings_free(fresh);
}

static void edit_at_random(const char *text, unsigned seed)
{
	GRand *r = g_rand_new_with_seed(seed);
	struct sheet s = sheet_judge(text, &all);

	for (int step = 0; step < STEPS; step++) {
		const struct change *c = do_something(s.journey, r);

		if (!c)
			continue;
		findings_update(s.findings, journey_update(s.journey, c));
		expect_fresh(&s, seed, step);
	}
	sheet_clear(&s);
	g_rand_free(r);
}

Test(update, leaves_what_judging_anew_would_find)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(storyboards); i++)
		for (unsigned seed = 1; seed <= 4; seed++)
			edit_at_random(storyboards[i], seed);
}
