/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The findings of a journey: judging everything, judging again after a
 * change, and asking what was found.
 *
 * A change of one place's fields has that place judged, those that hang on it,
 * and the rules that look at the journey as a whole, which read its tallies.
 * So it costs the same in a long journey.  Whatever else changes has
 * everything judged.
 *
 *	clear what was found -> judge anew -> the whole -> waivers
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

static void judge_by(struct judge *j, const struct agenda *agenda, bool late,
		     bool misshapen)
{
	for (unsigned i = 0; i < agenda->n; i++) {
		const struct rule *rule = rules_all[agenda->rule[i]];

		if (rule->late != late ||
		    (misshapen && rule != &rule_bad_value))
			continue;
		choose(j, agenda->rule[i]);
		rule->judge(j);
	}
}

/* What was found there before has been cleared. */
static void judge_one(struct findings *f, struct place *p)
{
	struct judge j = judge_of(f, p);

	slot_waive(f, p, waivers_read(f->journey, p));
	j.slot = slot_find(f, p);
	judge_by(&j, &f->agenda[p->kind], false, is_misshapen(&j));
}

/* Say once what was only counted. */
static void sum_up(struct judge *j)
{
	for (unsigned i = 0; rules_all[i]; i++) {
		GSequence *places = j->findings->counted[i];

		if (!places || g_sequence_is_empty(places))
			continue;
		choose(j, i);
		j->place = j->journey->root;
		j->count = (unsigned)g_sequence_get_length(places);
		j->rule->sum(j);
	}
}

static void judge_whole(struct findings *f)
{
	const struct agenda *agenda = &f->agenda[PLACE_KINDS];
	struct judge j = judge_of(f, f->journey->root);

	j.slot = f->whole;
	for (unsigned i = 0; i < agenda->n; i++) {
		j.place = f->journey->root;
		choose(&j, agenda->rule[i]);
		j.rule->judge(&j);
	}
	sum_up(&j);
}

/* The waivers of which something has changed. */
static void judge_late(struct findings *f)
{
	for (guint i = 0; i < f->late->len; i++) {
		struct place *p = f->late->pdata[i];
		struct judge j = judge_of(f, p);

		j.slot = slot_make(f, p);
		slot_clear_pile(f, j.slot, PILE_LATE);
		if (!f->sketch && j.slot->waived)
			judge_by(&j, &f->agenda[p->kind], true, false);
	}
	g_ptr_array_set_size(f->late, 0);
}

static void judge_list(struct findings *f, const GPtrArray *places)
{
	for (guint i = 0; i < places->len; i++)
		judge_one(f, places->pdata[i]);
}

static void judge_stage(struct findings *f, struct place *stage)
{
	judge_one(f, stage);
	judge_list(f, stage->children);
}

/* From the top down: what a place waives holds for those below it. */
static void judge_all(struct findings *f)
{
	const GPtrArray *stages = f->journey->root->children;

	settings_read(f);
	overview_read(f->journey, &f->overview);
	judge_one(f, f->journey->root);
	judge_list(f, f->journey->customers);
	judge_list(f, f->journey->owners);
	for (guint i = 0; i < stages->len; i++)
		judge_stage(f, stages->pdata[i]);
	judge_whole(f);
	judge_late(f);
}

static void forget_all(struct findings *f)
{
	slot_clear(f, f->whole, f->journey->root);
	g_ptr_array_set_size(f->slots, 0);
	g_ptr_array_set_size(f->late, 0);
	for (int level = 0; level < LEVELS; level++)
		f->levels[level] = 0;
	for (int i = 0; i < RULES_MOST; i++)
		g_clear_pointer(&f->counted[i], g_sequence_free);
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
	f->late = g_ptr_array_new();
	judge_all(f);
	return f;
}

void findings_free(struct findings *f)
{
	if (!f)
		return;
	forget_all(f);
	g_ptr_array_unref(f->slots);
	slot_free(f->whole);
	g_ptr_array_unref(f->late);
	g_free(f->index);
	g_free(f);
}

static void clear(struct findings *f, struct place *p)
{
	struct slot *s = slot_find(f, p);

	if (s)
		slot_clear(f, s, p);
}

static void judge_again(struct findings *f, struct place *p)
{
	clear(f, p);
	judge_one(f, p);
}

/* Whether a place waives other rules than it did. */
static bool waives_anew(const struct findings *f, const struct place *p)
{
	const struct slot *s = slot_find(f, p);

	return waivers_read(f->journey, p) != (s ? s->waived : 0);
}

/* A stage that waives other rules: all is cleared before anything is waived
 * anew. */
static void judge_stage_again(struct findings *f, struct place *stage)
{
	clear(f, stage);
	for (guint i = 0; i < stage->children->len; i++)
		clear(f, stage->children->pdata[i]);
	judge_stage(f, stage);
}

static void judge_everything_again(struct findings *f)
{
	forget_all(f);
	judge_all(f);
}

static bool is_judged(const struct findings *f, const struct rule *rule)
{
	return f->level[rules_number(rule->name)] != LEVEL_NONE;
}

static void judge_changed(struct findings *f, struct place *p)
{
	if (p->kind != PLACE_TOUCHPOINT)
		overview_read(f->journey, &f->overview);
	if (p->kind == PLACE_STAGE && waives_anew(f, p))
		judge_stage_again(f, p);
	else
		judge_again(f, p);
	if (p->kind == PLACE_TOUCHPOINT && is_judged(f, &rule_channel_hops))
		judge_again(f, p->up);
	for (guint i = 0; i < f->journey->changed->len; i++)
		judge_again(f, f->journey->changed->pdata[i]);
}

void findings_update(struct findings *f, struct place *p)
{
	f->round++;
	if (!p || (p->kind == PLACE_JOURNEY && waives_anew(f, p))) {
		judge_everything_again(f);
		return;
	}
	slot_clear(f, f->whole, f->journey->root);
	judge_changed(f, p);
	judge_whole(f);
	judge_late(f);
}

void findings_judge_by(struct findings *f, const struct rules_options *options)
{
	f->options = *options;
	findings_update(f, NULL);
}

unsigned findings_round(const struct findings *f)
{
	return f->round;
}

/* Finding number *N on a pile, or NULL and *N less by as many as there are. */
static const struct finding *on_pile(const struct slot *s, enum pile pile,
				     unsigned *n)
{
	const GPtrArray *all = s->piles[pile];

	if (!all)
		return NULL;
	if (*n < all->len)
		return all->pdata[*n];
	*n -= all->len;
	return NULL;
}

/* The same among those of the whole journey that are about P. */
static const struct finding *about(const struct findings *f,
				   const struct place *p, unsigned n)
{
	const GPtrArray *all = f->whole->piles[PILE_FOUND];

	for (guint i = 0; all && i < all->len; i++) {
		const struct finding *found = all->pdata[i];

		if (found->place == p && n-- == 0)
			return found;
	}
	return NULL;
}

const struct finding *findings_at(const struct findings *f,
				  const struct place *p, unsigned n)
{
	const struct slot *s = slot_find(f, p);
	const struct finding *found = NULL;

	if (s)
		found = on_pile(s, PILE_FOUND, &n);
	if (s && !found)
		found = on_pile(s, PILE_LATE, &n);
	return found ? found : about(f, p, n);
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
