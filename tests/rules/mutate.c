/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From clean to each finding and back: the first example, of which nothing is
 * found, is edited until a rule finds something, and undone.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "journey/edit.h"
#include "sheet.h"
#include "yaml/edit.h"

struct mutation {
	const char *rule;
	/* lines of "PLACE FIELD TEXT": a place by its id, "-" the journey, "*"
	 * every touchpoint; without a text the field goes; "=FIELD" is given
	 * another key, "+" adds a stage */
	const char *edits;
};

static const struct mutation mutations[] = {
	{ .rule = "no-what", .edits = "ring what" },
	{ .rule = "no-who", .edits = "ring who" },
	{ .rule = "many-who", .edits = "ring who routing and Jocelyn" },
	{ .rule = "unknown-who", .edits = "ring who jocelin" },
	{ .rule = "no-how", .edits = "ring how" },
	{ .rule = "groundless-how", .edits = "ring what" },
	{ .rule = "customer-owned", .edits = "kaya =about owner" },
	{ .rule = "missing-phase", .edits = "post when during" },
	{ .rule = "phase-order", .edits = "post when before" },
	{ .rule = "empty-stage", .edits = "- + Much later" },
	{ .rule = "no-return", .edits = "blog role\nthanks role" },
	{ .rule = "no-sense", .edits = "ring hear\nring feel" },
	{ .rule = "no-feel", .edits = "ring feel" },
	{ .rule = "sense-gap", .edits = "- unused-senses smell" },
	{ .rule = "sense-channel", .edits = "ring see A light that blinks" },
	{ .rule = "walk-unfinished", .edits = "thanks impression" },
	{ .rule = "smiles", .edits = "* impression unhappy" },
	{ .rule = "low-no-recovery", .edits = "ring impression angry" },
	{ .rule = "ends-low", .edits = "thanks impression unhappy" },
	{ .rule = "walk-differs", .edits = "- walks - faces: {hello: angry}" },
	{ .rule = "one-kind", .edits = "* kind service" },
	{ .rule = "all-reactive", .edits = "* initiative reactive" },
	{ .rule = "no-surprise", .edits = "kit surprise" },
	{ .rule = "nothing-personal", .edits = "* personal" },
	{ .rule = "no-benchmark", .edits = "card measures" },
	{ .rule = "target-missed",
	  .edits = "card measures - {better: lower, target: 3, actual: "
		   "[{value: 4}]}" },
	{ .rule = "bar-raised",
	  .edits = "card measures - {better: lower, expected: 5, target: 5, "
		   "actual: [{value: 3}, {value: 2}]}" },
	{ .rule = "unconfirmed", .edits = "need awaits reply" },
	{ .rule = "no-time", .edits = "card within" },
	{ .rule = "no-follow-up", .edits = "kit follows-up" },
	{ .rule = "unknown-customer", .edits = "kalen needs\nkaya needs" },
	{ .rule = "shouting", .edits = "hello says PLEASE HOLD THE LINE" },
	{ .rule = "missing-evidence", .edits = "blog evidence lost.html" },
	{ .rule = "bad-value", .edits = "ring wait a while" },
	{ .rule = "unknown-key", .edits = "kaya =about neds" },
	{ .rule = "stale-waiver",
	  .edits = "ring waive - {rule: no-how, because: so}" },
	{ .rule = "bare-waiver", .edits = "ring waive - {rule: no-how}" },
	{ .rule = "one-owner-everywhere", .edits = "* who jocelyn" },
	{ .rule = "one-department",
	  .edits = "card-services team Business Banking\n"
		   "routing team Business Banking\n"
		   "community team Business Banking" },
	{ .rule = "need-unserved", .edits = "kaya needs [a new one]" },
	{ .rule = "not-interpersonal", .edits = "ring kind service" },
	{ .rule = "no-discretion", .edits = "jocelyn may" },
	{ .rule = "passed-around",
	  .edits = "plan answers bracelet\nplan who head\n"
		   "thanks follows-up bracelet\nthanks who community" },
	{ .rule = "no-sponsor", .edits = "- status ready\n- sponsor" },
	{ .rule = "open-wait", .edits = "ring wait 5 min\nring told" },
	{ .rule = "moment-no-evidence", .edits = "bracelet source assumed" },
	{ .rule = "flat-curve", .edits = "* impression happy" },
	{ .rule = "no-peak", .edits = "* impression happy" },
	{ .rule = "too-long",
	  .edits = "- + 4\n- + 5\n- + 6\n- + 7\n- + 8\n- + 9\n- + 10" },
	{ .rule = "stale-map",
	  .edits = "- status live\n- reviewed 2026-01-01" },
	{ .rule = "channel-hops",
	  .edits = "hello channel web\nbracelet channel web" },
};

static const struct rules_options all = { .pedantic = true,
					  .evidence = &sheet_evidence,
					  .today = SHEET_DAY };

static struct place *find(const struct journey *j, const char *id)
{
	for (guint i = 0; i < j->places->len; i++) {
		struct place *p = j->places->pdata[i];
		g_autofree char *its = NULL;

		if (!p || p->kind == PLACE_JOURNEY)
			continue;
		its = place_text(j, p, PLACE_ID);
		if (strcmp(its, id) == 0)
			return p;
	}
	return j->root;
}

static const struct change *rename_key(struct journey *j, struct place *p,
				       const char *key, const char *text,
				       GError **error)
{
	history_begin(j->tree);
	edit_set_key(j->tree, p->field[schema_find(p->kind, key)], text, error);
	return history_commit(j->tree, "key", p->entry, 0);
}

static const struct change *set(struct journey *j, struct place *p,
				const char *key, const char *text,
				GError **error)
{
	int field = schema_find(p->kind, key);
	size_t n;

	if (*key == '=')
		return rename_key(j, p, key + 1, text, error);
	if (*key == '+')
		return journey_add(j, PLACE_STAGE, p, 99, text, error);
	cr_assert_geq(field, 0, "%s", key);
	if (schema_fields(p->kind, &n)[field].shape ||
	    (text && strchr("-[", *text)))
		return journey_set_yaml(j, p, field, text ? text : "", error);
	return text ? journey_set(j, p, field, text, error)
		    : journey_remove_field(j, p, field, error);
}

static void make(struct sheet *s, struct place *p, const char *key,
		 const char *text)
{
	GError *error = NULL;
	const struct change *c = set(s->journey, p, key, text, &error);

	cr_assert_null(error, "%s: %s", key, error ? error->message : "");
	if (c)
		findings_update(s->findings, journey_update(s->journey, c));
}

/* One line of the edits. */
static void follow(struct sheet *s, const char *line)
{
	g_auto(GStrv) words = g_strsplit(line, " ", 3);
	const GPtrArray *stages = s->journey->root->children;

	if (strcmp(words[0], "*") != 0) {
		make(s, find(s->journey, words[0]), words[1], words[2]);
		return;
	}
	for (guint i = 0; i < stages->len; i++) {
		const struct place *stage = stages->pdata[i];

		for (guint k = 0; k < stage->children->len; k++)
			make(s, stage->children->pdata[k], words[1], words[2]);
	}
}

static void undo_all(struct sheet *s)
{
	const struct change *c;

	while ((c = history_undo(s->tree)))
		findings_update(s->findings, journey_update(s->journey, c));
}

static void expect_clean(const struct sheet *s, const char *when)
{
	g_autofree char *lines = sheet_lines(s->findings);

	cr_expect_str_eq(lines, "", "%s:\n%s", when, lines);
}

static struct sheet open_example(void)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path =
		g_build_filename(top ? top : ".",
				 "data/examples/capital-one-debit-card.yaml",
				 NULL);
	g_autofree char *text = NULL;

	cr_assert(g_file_get_contents(path, &text, NULL, NULL), "%s", path);
	return sheet_judge(text, &all);
}

Test(mutate, leads_from_clean_to_each_finding_and_back)
{
	struct sheet s = open_example();

	expect_clean(&s, "at first");
	for (size_t i = 0; i < G_N_ELEMENTS(mutations); i++) {
		const struct mutation *m = &mutations[i];
		g_auto(GStrv) lines = g_strsplit(m->edits, "\n", -1);
		g_autofree char *found = NULL;

		for (char **line = lines; *line; line++)
			follow(&s, *line);
		found = sheet_lines(s.findings);
		cr_expect(strstr(found, m->rule), "no %s:\n%s", m->rule, found);
		undo_all(&s);
		expect_clean(&s, m->rule);
	}
	sheet_clear(&s);
}

Test(mutate, leaves_no_rule_out)
{
	for (size_t i = 0; rules_all[i]; i++) {
		size_t k = 0;

		while (k < G_N_ELEMENTS(mutations) &&
		       strcmp(mutations[k].rule, rules_all[i]->name) != 0)
			k++;
		cr_expect_lt(k, G_N_ELEMENTS(mutations), "%s",
			     rules_all[i]->name);
	}
}
