/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The findings of a journey: judging everything, judging again after a
 * change, and asking what was found.
 *
 * A change of one place's fields has that place judged, and the rules that
 * look at the journey as a whole, which read its tallies.  So it costs the
 * same in a long journey.  Whatever else changes has everything judged.
 */
#include "rules/rules.h"

#include "rules/slot.h"

/* A place that is a text or a list has no fields that could be missing. */
static bool is_misshapen(const struct judge *j)
{
	const struct tree *t = j->journey->tree;
	uint32_t e = j->place->entry;
	enum kind kind = tree_kind(t, e);

	return kind == KIND_SEQUENCE ||
	       (kind == KIND_SCALAR && !tree_blank(t, e));
}

static struct judge judge_of(struct findings *f, struct place *p)
{
	return (struct judge){
		.journey = f->journey,
		.place = p,
		.findings = f,
		.overview = &f->overview,
	};
}

static void choose(struct judge *j, unsigned number)
{
	j->rule = rules_all[number];
	j->number = number;
	j->sketch = j->rule->sketch;
	j->level = j->findings->level[number];
}

static void judge_one(struct findings *f, struct place *p)
{
	struct judge j = judge_of(f, p);
	uint64_t waived = settings_waived(f, p);
	bool misshapen = is_misshapen(&j);

	j.slot = slot_find(f, p);
	if (waived && !j.slot)
		j.slot = slot_make(f, p);
	if (j.slot)
		j.slot->waived = waived;
	for (unsigned i = 0; rules_all[i]; i++) {
		if (!(rules_all[i]->kinds >> p->kind & 1) ||
		    (misshapen && rules_all[i] != &rule_bad_value))
			continue;
		choose(&j, i);
		j.rule->judge(&j);
	}
}

static void judge_whole(struct findings *f)
{
	struct judge j = judge_of(f, f->journey->root);

	slot_clear(f, f->whole, f->journey->root);
	j.slot = f->whole;
	for (unsigned i = 0; rules_all[i]; i++) {
		choose(&j, i);
		if (j.rule->kinds & RULE_WHOLE)
			j.rule->judge(&j);
		j.count = f->counted[i];
		if (j.count)
			j.rule->sum(&j);
	}
}

static void judge_list(struct findings *f, const GPtrArray *places)
{
	for (guint i = 0; i < places->len; i++)
		judge_one(f, places->pdata[i]);
}

/* From the top down: what a place waives holds for those below it. */
static void judge_all(struct findings *f)
{
	const GPtrArray *stages = f->journey->root->children;

	settings_read(f);
	judge_one(f, f->journey->root);
	judge_list(f, f->journey->customers);
	judge_list(f, f->journey->owners);
	for (guint i = 0; i < stages->len; i++) {
		struct place *stage = stages->pdata[i];

		judge_one(f, stage);
		judge_list(f, stage->children);
	}
	judge_whole(f);
}

static void forget_all(struct findings *f)
{
	slot_clear(f, f->whole, f->journey->root);
	g_ptr_array_set_size(f->slots, 0);
	for (int level = 0; level < LEVELS; level++)
		f->levels[level] = 0;
	for (int i = 0; i < RULES_MOST; i++)
		f->counted[i] = 0;
	f->deferred = 0;
	lookup_forget(f);
}

struct findings *findings_new(struct journey *j,
			      const struct rules_options *options)
{
	struct findings *f = g_new0(struct findings, 1);

	f->journey = j;
	if (options)
		f->options = *options;
	f->index = schema_index_new();
	f->slots = g_ptr_array_new_with_free_func(slot_free);
	f->whole = slot_new();
	judge_all(f);
	return f;
}

void findings_free(struct findings *f)
{
	if (!f)
		return;
	lookup_forget(f);
	g_ptr_array_unref(f->slots);
	slot_free(f->whole);
	g_free(f->index);
	g_free(f);
}

void findings_update(struct findings *f, struct place *p)
{
	struct slot *s;

	if (!p) {
		forget_all(f);
		judge_all(f);
		return;
	}
	s = slot_find(f, p);
	if (s)
		slot_clear(f, s, p);
	judge_one(f, p);
	judge_whole(f);
}

const struct finding *findings_at(const struct findings *f,
				  const struct place *p, unsigned n)
{
	const struct slot *s = slot_find(f, p);
	unsigned own = s ? s->found->len : 0;

	if (n < own)
		return s->found->pdata[n];
	n -= own;
	if (p->kind == PLACE_JOURNEY && n < f->whole->found->len)
		return f->whole->found->pdata[n];
	return NULL;
}

enum level findings_worst(const struct findings *f, const struct place *p)
{
	const struct slot *s = slot_find(f, p);
	const struct finding *found;
	enum level worst = LEVEL_NONE;

	for (unsigned n = 0; (found = findings_at(f, p, n)); n++)
		worst = MAX(worst, found->level);
	for (int level = LEVELS - 1; s && level > (int)worst; level--)
		if (s->below[level])
			return (enum level)level;
	return worst;
}

unsigned findings_count(const struct findings *f, enum level level)
{
	return f->levels[level];
}

unsigned findings_deferred(const struct findings *f)
{
	return f->deferred;
}

struct mark findings_mark(const struct findings *f,
			  const struct finding *finding)
{
	struct tree *t = f->journey->tree;
	struct mark key = tree_key_mark(t, finding->entry);
	struct mark value;

	if (!finding->at_value)
		return key;
	value = tree_value_mark(t, finding->entry);
	/* a block list begins on the line after its key */
	return value.line != key.line &&
			       tree_kind(t, finding->entry) != KIND_SCALAR
		       ? key
		       : value;
}
