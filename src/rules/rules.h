/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The alignment rules: what a journey is judged by.
 *
 * A rule looks at one place and never changes it.  What it says is a finding.
 * Rules of a touchpoint, stage or person are judged again only where something
 * changed; rules of the whole journey read tallies and are cheap.  Adding a
 * rule is a function and a row: beside the rules of its group, and one line in
 * judge.h and in rules.c.
 */
#ifndef SENSEBOARD_RULES_RULES_H
#define SENSEBOARD_RULES_RULES_H

#include "journey/journey.h"

enum level { LEVEL_NONE, LEVEL_HINT, LEVEL_WARNING, LEVEL_ERROR, LEVELS };

struct finding {
	const struct rule *rule;
	const struct rule *also; /* a rule that says the same here, or
					   NULL */
	enum level level;
	struct place *place; /* the stage, touchpoint ... it is about */
	int field; /* the field at fault, or -1 */
	uint32_t entry; /* the entry at fault: gives line and column */
	bool at_value; /* its value is at fault, not its key */
	char *message; /* the fact */
	char *remedy; /* what to do, or NULL */
	/* what was probably meant to stand there: the value or, where that
	 * is not at fault, the key; of a missing phase its word; or NULL */
	char *meant;
};

struct findings; /* all findings of a journey, by place */
struct judge; /* one rule's run over one place; judge.h */

struct rule {
	const char *name; /* the id, which never changes meaning */
	const char *help; /* one sentence: what is found */
	const char *why; /* the reason, in a sentence or two */
	const char *source; /* who says so */
	/* keys of a storyboard, below senseboard and title, that have it
	 * found; in YAML, and never translated */
	const char *example;
	const char *remedy; /* what to do, in one sentence */
	enum level level;
	bool pedantic; /* runs only where it is asked for */
	bool sketch; /* runs at status sketch too */
	bool ready_raises; /* one level higher at ready and live */
	bool late; /* judged when all below the place has been, sketches not */
	unsigned kinds; /* bits of the place kinds it looks at */
	void (*judge)(struct judge *);
	/* Its findings are only counted, with state: actual or always, and
	 * this says so once for the whole journey. NULL: as they are. */
	void (*sum)(struct judge *);
	bool always_sums;
};

/* Among a rule's kinds: the journey as a whole, judged after every change. Such
 * a rule may let its findings be about another place. */
#define RULE_WHOLE (1u << PLACE_KINDS)

/* Every rule, NULL-ended, in the order of the manual. */
extern const struct rule *const rules_all[];
const struct rule *rules_find(const char *name);

/* The name of the rule that was meant by one that there is not, or NULL; the
 * caller frees. */
char *rules_nearest(const char *name);

/* There are never more rules than this: one bit each. */
#define RULES_MOST 64

/* Whoever knows which files there are beside the storyboard: rules do not look
 * themselves. */
struct evidence {
	/* Whether there is a file, named at TOUCHPOINT by its relative PATH;
	 * true where that is not known yet. */
	bool (*is_there)(void *data, struct place *touchpoint,
			 const char *path);
	void *data;
};

/*
 * What a front end has to say about how to judge.  All zeros: by the rules
 * that are not pedantic, at their own levels.  What the storyboard says under
 * `rules` goes before a level given here.
 */
struct rules_options {
	bool pedantic; /* the pedantic rules too */
	uint64_t only; /* bit N: rules_all[N] was asked for; 0: all */
	uint64_t chosen; /* bit N: level[N] is the house's */
	enum level level[RULES_MOST];
	/* borrowed; NULL: nobody knows, and missing-evidence is not judged */
	const struct evidence *evidence;
	unsigned today; /* as g_date_get_julian() counts days; 0: not known */
};

/* Ask for the rule called NAME: only such rules are judged by then, pedantic
 * or not. False if there is none. */
bool rules_ask(struct rules_options *o, const char *name);

/* Give the rule called NAME the level called WORD, "none" among them; one
 * that is pedantic is judged then. False if there is no such rule or level. */
bool rules_weigh(struct rules_options *o, const char *name, const char *word);

/* Judge the whole journey; findings_free() frees. J outlives it. OPTIONS may
 * be NULL, and is copied. */
struct findings *findings_new(struct journey *j,
			      const struct rules_options *options);
void findings_free(struct findings *f);

/* Judge all of it anew, by other options; what was found before is gone. */
void findings_judge_by(struct findings *f, const struct rules_options *options);

typedef struct findings Findings; /* for g_autoptr(Findings) */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Findings, findings_free)

/* Judge again after journey_update(): the place it returned, what hangs on
 * it, and the journey, or (NULL) everything. */
void findings_update(struct findings *f, struct place *p);

/* A number that is another one after every update: whoever keeps findings
 * looks at it first. */
unsigned findings_round(const struct findings *f);

/* The findings of one place, first to last: N counts from 0; NULL after the
 * last. Borrowed until the next update. */
const struct finding *findings_at(const struct findings *f,
				  const struct place *p, unsigned n);

/* The worst level at a place, a stage's touchpoints included. */
enum level findings_worst(const struct findings *f, const struct place *p);

/* How many findings of a level there are. */
unsigned findings_count(const struct findings *f, enum level level);

/* At status sketch, how many findings wait until there is something to
 * judge ("12 things to decide"). */
unsigned findings_deferred(const struct findings *f);

/* Every finding in the order of the file, to be freed with g_ptr_array_unref;
 * the findings are borrowed. And those that wait. */
GPtrArray *findings_list(const struct findings *f);
GPtrArray *findings_list_deferred(const struct findings *f);

/* The place with findings before (-1) or after (1) P in the order journey,
 * customers, owners, stages with their touchpoints; wraps; NULL if there is
 * none at all. */
struct place *findings_step(const struct findings *f, const struct place *p,
			    int direction);

/* Where a finding stands in the text. */
struct mark findings_mark(const struct findings *f,
			  const struct finding *finding);

/* "error": the word for a level, as in the file; never translated. And the
 * level with that name, or LEVELS. */
const char *level_name(enum level level);
enum level level_find(const char *name);

#endif
