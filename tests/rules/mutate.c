/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From clean to each finding and back: every example of which nothing is found
 * is edited until each rule in turn finds something, and undone.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "journey/edit.h"
#include "sheet.h"
#include "yaml/edit.h"

struct mutation {
	const char *rule;
	/* lines of "PLACES FIELD TEXT".  PLACES are "journey", "stages",
	 * "touchpoints", "owners" or "customers": all of them, or one if a
	 * number from 1 stands behind, "$" for the last.  Without a text the
	 * field goes; "=FIELD" is given another key; "+" adds what is below:
	 * a stage, a touchpoint, or "+owner".  In a text, <PLACES> is the id of
	 * one */
	const char *edits;
};

/* Each makes all that its rule needs, so it can be made in any example. */
static const struct mutation mutations[] = {
	{ .rule = "no-what", .edits = "touchpoints1 what" },
	{ .rule = "no-who", .edits = "touchpoints1 who" },
	{ .rule = "many-who",
	  .edits = "touchpoints1 who <owners1> and <owners2>" },
	{ .rule = "unknown-who", .edits = "touchpoints1 who somebody-else" },
	{ .rule = "no-how", .edits = "touchpoints1 how" },
	{ .rule = "groundless-how", .edits = "touchpoints1 what" },
	{ .rule = "customer-owned", .edits = "customers1 =about owner" },
	{ .rule = "missing-phase", .edits = "stages when during" },
	{ .rule = "phase-order", .edits = "stages1 when after" },
	{ .rule = "empty-stage", .edits = "journey + Much later" },
	{ .rule = "no-return", .edits = "touchpoints role" },
	{ .rule = "no-sense",
	  .edits = "touchpoints1 see\ntouchpoints1 hear\n"
		   "touchpoints1 smell\ntouchpoints1 taste\n"
		   "touchpoints1 feel" },
	{ .rule = "no-feel",
	  .edits = "touchpoints1 channel visit\n"
		   "touchpoints1 see A lamp\ntouchpoints1 feel" },
	{ .rule = "sense-gap",
	  .edits = "journey unused-senses\ntouchpoints1 channel visit\n"
		   "touchpoints smell" },
	{ .rule = "sense-channel",
	  .edits = "touchpoints1 channel phone\n"
		   "touchpoints1 see A light that blinks" },
	{ .rule = "walk-unfinished",
	  .edits = "journey walks\ntouchpoints$ impression" },
	{ .rule = "smiles",
	  .edits = "journey walks\ntouchpoints impression unhappy" },
	{ .rule = "low-no-recovery",
	  .edits = "journey walks\ntouchpoints$ recovery\n"
		   "touchpoints$ impression angry" },
	{ .rule = "ends-low",
	  .edits = "journey walks\ntouchpoints$ impression unhappy" },
	{ .rule = "walk-differs",
	  .edits = "touchpoints1 impression delighted\n"
		   "journey walks - faces: {<touchpoints1>: angry}" },
	{ .rule = "one-kind", .edits = "touchpoints kind service" },
	{ .rule = "all-reactive", .edits = "touchpoints initiative reactive" },
	{ .rule = "no-surprise", .edits = "touchpoints surprise" },
	{ .rule = "nothing-personal",
	  .edits = "owners kind person\ntouchpoints personal" },
	{ .rule = "no-benchmark", .edits = "touchpoints measures" },
	{ .rule = "target-missed",
	  .edits = "touchpoints1 measures - {better: lower, target: 3, "
		   "actual: [{value: 4}]}" },
	{ .rule = "bar-raised",
	  .edits = "touchpoints1 measures - {better: lower, expected: 5, "
		   "target: 5, actual: [{value: 3}, {value: 2}]}" },
	{ .rule = "unconfirmed",
	  .edits =
		  "touchpoints$ waive\ntouchpoints$ by customer\ntouchpoints$ awaits reply" },
	{ .rule = "no-time",
	  .edits = "touchpoints1 problem yes\ntouchpoints1 within" },
	{ .rule = "no-follow-up", .edits = "touchpoints$ problem yes" },
	{ .rule = "unknown-customer", .edits = "customers needs" },
	{ .rule = "shouting",
	  .edits = "touchpoints1 says PLEASE HOLD THE LINE" },
	{ .rule = "missing-evidence",
	  .edits = "touchpoints1 evidence lost.html" },
	{ .rule = "bad-value", .edits = "touchpoints1 wait a while" },
	{ .rule = "unknown-key", .edits = "customers1 =about neds" },
	{ .rule = "stale-waiver",
	  .edits = "touchpoints1 waive - {rule: no-how, because: so}" },
	{ .rule = "bare-waiver",
	  .edits = "touchpoints1 waive - {rule: no-how}" },
	{ .rule = "one-owner-everywhere",
	  .edits = "touchpoints who <owners1>" },
	{ .rule = "one-department", .edits = "owners team The only one" },
	{ .rule = "need-unserved", .edits = "customers1 needs [a new one]" },
	{ .rule = "not-interpersonal",
	  .edits = "owners kind team\ntouchpoints1 kind service" },
	{ .rule = "no-discretion", .edits = "owners may" },
	{ .rule = "passed-around",
	  .edits = "journey +owner Third one\ntouchpoints1 problem yes\n"
		   "touchpoints1 who <owners1>\ntouchpoints2 who <owners2>\n"
		   "touchpoints2 answers <touchpoints1>\n"
		   "touchpoints3 who <owners$>\n"
		   "touchpoints3 follows-up <touchpoints1>" },
	{ .rule = "no-sponsor",
	  .edits = "journey status ready\njourney sponsor" },
	{ .rule = "open-wait",
	  .edits = "touchpoints1 wait 5 min\ntouchpoints1 told" },
	{ .rule = "moment-no-evidence",
	  .edits = "touchpoints1 moment-of-truth yes\n"
		   "touchpoints1 source assumed" },
	{ .rule = "flat-curve",
	  .edits = "journey walks\ntouchpoints impression happy" },
	{ .rule = "no-peak",
	  .edits = "journey walks\ntouchpoints impression happy" },
	{ .rule = "too-long",
	  .edits = "journey + 1\njourney + 2\njourney + 3\njourney + 4\n"
		   "journey + 5\njourney + 6\njourney + 7\njourney + 8\n"
		   "journey + 9" },
	{ .rule = "stale-map",
	  .edits = "journey status live\njourney reviewed 2026-01-01" },
	{ .rule = "channel-hops",
	  .edits = "stages1 + 1\nstages1 + 2\nstages1 + 3\nstages1 + 4\n"
		   "touchpoints channel web\ntouchpoints2 channel phone\n"
		   "touchpoints4 channel phone" },
};

static const struct rules_options all = { .pedantic = true,
					  .evidence = &sheet_evidence,
					  .today = SHEET_DAY };

/* --- which places -------------------------------------------------------- */

static void add_all(GPtrArray *found, const GPtrArray *places)
{
	for (guint i = 0; i < places->len; i++)
		g_ptr_array_add(found, places->pdata[i]);
}

/* All that the word says, in the order of the journey. */
static GPtrArray *collect(const struct journey *j, const char *word)
{
	const GPtrArray *stages = j->root->children;
	GPtrArray *found = g_ptr_array_new();

	if (g_str_has_prefix(word, "journey"))
		g_ptr_array_add(found, j->root);
	else if (g_str_has_prefix(word, "owners"))
		add_all(found, j->owners);
	else if (g_str_has_prefix(word, "customers"))
		add_all(found, j->customers);
	else if (g_str_has_prefix(word, "stages"))
		add_all(found, stages);
	for (guint i = 0; *word == 't' && i < stages->len; i++)
		add_all(found, ((struct place *)stages->pdata[i])->children);
	return found;
}

/* All of them, or the one that the word ends in. */
static GPtrArray *find(const struct journey *j, const char *word)
{
	const char *end = word + strcspn(word, "$123456789");
	GPtrArray *found = collect(j, word);
	guint at = *end == '$' ? found->len - 1 : (guint)atoi(end) - 1;

	if (*end) {
		cr_assert_lt(at, found->len, "%s", word);
		found->pdata[0] = found->pdata[at];
		g_ptr_array_set_size(found, 1);
	}
	return found;
}

/* A text with the ids of the places between < and >. */
static char *with_ids(const struct journey *j, const char *text)
{
	g_auto(GStrv) parts = g_strsplit_set(text, "<>", -1);

	for (size_t i = 1; parts[0] && parts[i]; i += 2) {
		g_autoptr(GPtrArray) found = find(j, parts[i]);

		g_free(parts[i]);
		parts[i] = place_text(j, found->pdata[0], PLACE_ID);
	}
	return g_strjoinv("", parts);
}

/* --- edits --------------------------------------------------------------- */

static const struct change *rename_key(struct journey *j, struct place *p,
				       const char *key, const char *text,
				       GError **error)
{
	history_begin(j->tree);
	edit_set_key(j->tree, p->field[schema_find(p->kind, key)], text, error);
	return history_commit(j->tree, "key", p->entry, 0);
}

static const struct change *add(struct journey *j, struct place *p,
				const char *what, const char *name,
				GError **error)
{
	enum place_kind kind =
		p->kind == PLACE_STAGE ? PLACE_TOUCHPOINT : PLACE_STAGE;

	return journey_add(j, *what ? PLACE_OWNER : kind, p, 99, name, error);
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
		return add(j, p, key + 1, text, error);
	cr_assert_geq(field, 0, "%s", key);
	if (!text && !p->field[field])
		return NULL;
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
	g_autofree char *whole = with_ids(s->journey, line);
	g_auto(GStrv) words = g_strsplit(whole, " ", 3);
	g_autoptr(GPtrArray) places = find(s->journey, words[0]);

	for (guint i = 0; i < places->len; i++)
		make(s, places->pdata[i], words[1], words[2]);
}

static void follow_all(struct sheet *s, const struct mutation *m)
{
	g_auto(GStrv) lines = g_strsplit(m->edits, "\n", -1);

	for (char **line = lines; *line; line++)
		follow(s, *line);
}

static void undo_all(struct sheet *s)
{
	const struct change *c;

	while ((c = history_undo(s->tree)))
		findings_update(s->findings, journey_update(s->journey, c));
}

/* --- there and back ------------------------------------------------------ */

/* The text and all that is found in it. */
static char *state_of(const struct sheet *s)
{
	size_t len;
	g_autofree char *text = tree_emit(s->tree, &len);
	g_autofree char *lines = sheet_lines(s->findings);

	return g_strconcat(text, "\n", lines, NULL);
}

static void mutate(struct sheet *s, const struct mutation *m, const char *name,
		   bool clean)
{
	g_autofree char *before = state_of(s), *after = NULL;

	follow_all(s, m);
	if (clean)
		cr_expect(sheet_finds(s, rules_find(m->rule)), "%s: no %s",
			  name, m->rule);
	undo_all(s);
	after = state_of(s);
	cr_expect_str_eq(before, after, "%s: after %s", name, m->rule);
}

static unsigned clean_ones;

static void mutate_example(const char *path, const char *name)
{
	g_autofree char *text = NULL, *lines = NULL;
	struct sheet s;

	cr_assert(g_file_get_contents(path, &text, NULL, NULL), "%s", path);
	s = sheet_judge(text, &all);
	lines = sheet_lines(s.findings);
	clean_ones += !*lines;
	for (size_t i = 0; i < G_N_ELEMENTS(mutations); i++)
		mutate(&s, &mutations[i], name, !*lines);
	sheet_clear(&s);
}

/* Of those that are not clean, the way back is tried. */
Test(mutate, leads_from_each_clean_example_to_each_finding_and_back)
{
	sheet_each("examples", 10, mutate_example);
	cr_expect_geq(clean_ones, 4);
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
