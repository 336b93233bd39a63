/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside the findings: what is kept for each place that there is something to
 * say about.  Most places have no slot at all.
 */
#ifndef SENSEBOARD_RULES_SLOT_H
#define SENSEBOARD_RULES_SLOT_H

#include "rules/judge.h"

/* What becomes of a finding. */
enum pile {
	PILE_FOUND,
	PILE_LATE, /* found when all below the place had been judged */
	PILE_DEFERRED, /* what a sketch need not hear yet */
	PILES
};

/* A finding that a waiver covers. */
struct hidden {
	struct place *at;
	unsigned rule; /* its number in rules_all */
};

struct slot {
	GPtrArray *piles[PILES]; /* of struct finding; NULL: none yet */
	GArray *hidden; /* of struct hidden; NULL: none */
	uint64_t waived; /* by the place itself: bit N, rules_all[N] */
	unsigned *matched; /* by rule: what its waivers hide; NULL: none */
	uint64_t counted; /* the rules that are only counted here */
	unsigned below[LEVELS]; /* of a stage: its touchpoints' findings */
};

/* Numbers of rules in rules_all. */
struct agenda {
	unsigned n;
	uint8_t rule[RULES_MOST];
};

struct findings {
	struct journey *journey;
	struct schema_index *index;
	GPtrArray *slots; /* by number of the place; NULL: nothing */
	struct slot *whole; /* of RULE_WHOLE, whichever place they are about */
	unsigned levels[LEVELS]; /* how many findings of each */
	GSequence *counted[RULES_MOST]; /* places, in order; NULL: none yet */
	unsigned deferred;
	unsigned round; /* of judging: see findings_round() */
	GPtrArray *late; /* places whose waivers are to be looked at */
	struct rules_options options;
	/* how the storyboard wants to be judged */
	bool sketch, ready, live, actual;
	struct overview overview;
	/* of each rule, LEVEL_NONE where it is not judged; bit N of CHOSEN:
	 * somebody gave it that level */
	enum level level[RULES_MOST];
	uint64_t chosen;
	/* the rules that are judged of each kind of place; of the whole last */
	struct agenda agenda[PLACE_KINDS + 1];
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

/* Put a finding on a pile and count it; keep in mind one that is waived. */
void slot_add(struct findings *f, struct slot *s, enum pile pile,
	      struct finding *found);
void slot_hide(struct findings *f, struct slot *s, struct place *at,
	       unsigned rule);

/* Only count one of a rule, once a place. */
void slot_count(struct findings *f, struct slot *s, struct place *p,
		unsigned rule);

/* Take all out again, as long as what the places above waive is still the
 * same; or just one pile. */
void slot_clear(struct findings *f, struct slot *s, struct place *p);
void slot_clear_pile(struct findings *f, struct slot *s, enum pile pile);

/* Let a place waive these rules from now on. */
void slot_waive(struct findings *f, struct place *p, uint64_t rules);

/* settings.c: how the storyboard wants to be judged. */
void settings_read(struct findings *f);

/* waivers.c: the rules that a place waives, bit N for rules_all[N]. */
uint64_t waivers_read(const struct journey *j, const struct place *p);

/* overview.c: see what holds for the whole journey. */
void overview_read(const struct journey *j, struct overview *o);

/* lookup.c: forget what was remembered for judge_id_taken() and its like. */
void lookup_forget(struct findings *f);

#endif
