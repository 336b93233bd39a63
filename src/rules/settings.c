/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a storyboard wants to be judged: its status and state, and the levels it
 * gives to single rules.
 *
 *	status: ready
 *	rules: {phase-order: none, no-how: error}
 */
#include "rules/slot.h"

/* One pair of `rules`. What is no rule or no level is left to bad-value. */
static void read_level(struct findings *f, uint32_t pair)
{
	g_autofree char *name = tree_key(f->journey->tree, pair);
	g_autofree char *word = tree_value(f->journey->tree, pair);
	int number = name ? rules_number(name) : -1;
	enum level level = word ? level_find(word) : LEVELS;

	if (number < 0 || level == LEVELS)
		return;
	f->chosen |= UINT64_C(1) << number;
	f->level[number] = level;
}

/* What only somebody else can know. */
static bool is_unknown(const struct findings *f, const struct rule *rule)
{
	return rule == &rule_missing_evidence && !f->options.evidence;
}

/* The level of a rule as far as the storyboard itself leaves it open. */
static enum level level_of(const struct findings *f, unsigned number)
{
	const struct rule *rule = rules_all[number];

	if (f->chosen >> number & 1)
		return f->options.level[number];
	if (rule->pedantic && !f->options.pedantic &&
	    !(f->options.only >> number & 1))
		return LEVEL_NONE;
	return (enum level)(rule->level + (f->ready && rule->ready_raises));
}

static void read_levels(struct findings *f)
{
	const struct tree *t = f->journey->tree;
	uint32_t rules = f->journey->root->field[J_RULES];

	f->chosen = f->options.chosen;
	for (unsigned i = 0; rules_all[i]; i++)
		f->level[i] = level_of(f, i);
	if (!rules || tree_kind(t, rules) != KIND_MAPPING)
		return;
	for (uint32_t e = tree_first(t, rules); e; e = tree_next(t, e))
		read_level(f, e);
}

/* Rules that nobody asked for where somebody asked for others, and those that
 * cannot be judged. */
static void drop_others(struct findings *f)
{
	uint64_t only = f->options.only;

	for (unsigned i = 0; rules_all[i]; i++)
		if ((only && !(only >> i & 1)) || is_unknown(f, rules_all[i]))
			f->level[i] = LEVEL_NONE;
}

/* Which rules are judged where. */
static void plan(struct findings *f)
{
	for (int kind = 0; kind <= PLACE_KINDS; kind++) {
		struct agenda *a = &f->agenda[kind];

		a->n = 0;
		for (unsigned i = 0; rules_all[i]; i++)
			if (rules_all[i]->kinds >> kind & 1 &&
			    f->level[i] != LEVEL_NONE)
				a->rule[a->n++] = (uint8_t)i;
	}
}

void settings_read(struct findings *f)
{
	const struct journey *j = f->journey;

	f->sketch = place_says(j, j->root, J_STATUS, "sketch");
	f->live = place_says(j, j->root, J_STATUS, "live");
	f->ready = f->live || place_says(j, j->root, J_STATUS, "ready");
	f->actual = place_says(j, j->root, J_STATE, "actual");
	read_levels(f);
	drop_others(f);
	plan(f);
}
