/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside the findings: what is kept for each place that there is something to
 * say about.  Most places have no slot at all.
 */
#ifndef SENSEBOARD_RULES_SLOT_H
#define SENSEBOARD_RULES_SLOT_H

#include "rules/judge.h"

struct slot {
	GPtrArray *found; /* of struct finding */
	GPtrArray *deferred; /* the same: what a sketch need not hear yet */
	uint64_t waived; /* by the place itself: bit N, rules_all[N] */
	uint64_t counted; /* the rules that are only counted here */
	unsigned below[LEVELS]; /* of a stage: its touchpoints' findings */
};

struct findings {
	struct journey *journey;
	struct schema_index *index;
	GPtrArray *slots; /* by number of the place; NULL: nothing */
	struct slot *whole; /* of RULE_WHOLE, shown at the journey */
	unsigned levels[LEVELS]; /* how many findings of each */
	unsigned counted[RULES_MOST]; /* how many places */
	unsigned deferred;
	struct rules_options options;
	/* how the storyboard wants to be judged */
	bool sketch, ready, actual;
	struct overview overview;
	/* of each rule, LEVEL_NONE where it is not judged; bit N of CHOSEN:
	 * somebody gave it that level */
	enum level level[RULES_MOST];
	uint64_t chosen;
	/* made when they are first asked for, after each change of more than
	 * one place */
	GHashTable *first[PLACE_KINDS]; /* id hash to place; people are one */
	GHashTable *needs; /* hashes */
};

/* The slot of a place, or NULL; and the same, made if need be. */
struct slot *slot_find(const struct findings *f, const struct place *p);
struct slot *slot_make(struct findings *f, const struct place *p);
struct slot *slot_new(void);
void slot_free(gpointer slot);

/* Put a finding into a slot and count it; keep one there that has to wait;
 * take all out again. */
void slot_add(struct findings *f, struct slot *s, struct finding *found);
void slot_defer(struct findings *f, struct slot *s, struct finding *found);
void slot_clear(struct findings *f, struct slot *s, const struct place *p);

/* settings.c: how the storyboard wants to be judged, and what one place
 * waives. */
void settings_read(struct findings *f);
uint64_t settings_waived(const struct findings *f, const struct place *p);

/* lookup.c: forget what was remembered for judge_id_taken() and its like. */
void lookup_forget(struct findings *f);

#endif
