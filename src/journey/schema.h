/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The field table: what a storyboard may say, in one place.
 *
 * Forms, reading, unknown-key hints, the text view and the manual's check all
 * walk these rows; adding a field is adding a row.  A row's index is its
 * number in the enum of its kind of place, and its order in the enum is the
 * order in which it is shown and inserted.
 */
#ifndef SENSEBOARD_JOURNEY_SCHEMA_H
#define SENSEBOARD_JOURNEY_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The kinds of places a journey is made of. */
enum place_kind {
	PLACE_JOURNEY,
	PLACE_CUSTOMER,
	PLACE_OWNER,
	PLACE_STAGE,
	PLACE_TOUCHPOINT,
	PLACE_KINDS
};

enum field_kind {
	FIELD_TEXT, /* one line */
	FIELD_LONG, /* text of any length */
	FIELD_TEXTS, /* list of texts */
	FIELD_ID,
	FIELD_CHOICE, /* one of .choices */
	FIELD_CHOICES, /* list of those */
	FIELD_FACE,
	FIELD_YES, /* yes or missing */
	FIELD_DATE,
	FIELD_DURATION,
	FIELD_NUMBER,
	FIELD_CHANNEL, /* free text, known ones completed */
	FIELD_OWNER, /* reference to one owner */
	FIELD_PEOPLE, /* list of owners, customers or names */
	FIELD_TOUCHPOINTS, /* list of touchpoints before this one */
	FIELD_NEEDS, /* list of needs of the customers */
	FIELD_CHILDREN, /* stages, touchpoints, owners, customers */
	FIELD_OTHER /* a structure, edited as YAML: measures, walks, waive, rules */
};

enum field_group {
	GROUP_STORY,
	GROUP_EQUATION,
	GROUP_SENSES,
	GROUP_IMPRESSION,
	GROUP_KIND,
	GROUP_PLACE,
	GROUP_BELOW,
	GROUP_CARE,
	GROUP_PROBLEMS,
	GROUP_TIME,
	GROUP_LINKS,
	GROUP_BENCHMARKS,
	GROUP_OTHER,
	GROUPS
};

struct choice {
	const char *name; /* the word in the file */
	const char *help;
};

struct field {
	const char *name; /* the key in the file */
	const char *label; /* what a form calls it */
	const char *help; /* one sentence */
	enum field_kind kind;
	enum field_group group;
	const struct choice *choices; /* ends with a row without a name */
	const char *shape; /* of a structure: an example in YAML */
	/* recognised and offered, never read; NULL-ended, or NULL */
	const char *const *synonyms;
};

/* The fields of one kind of place, *N of them, in order. */
const struct field *schema_fields(enum place_kind kind, size_t *n);

/* The number of the field with that key, or -1. */
int schema_find(enum place_kind kind, const char *key);

/* The number of the field that SYNONYM stands for where people write it, or
 * -1. */
int schema_find_synonym(enum place_kind kind, const char *synonym);

/* The same as schema_find() by tree_hash() of the key, which is what reading
 * asks for every pair: an index made once, freed with g_free(). */
struct schema_index;
struct schema_index *schema_index_new(void);
int schema_find_hash(const struct schema_index *index, enum place_kind kind,
		     uint64_t hash);

/* "touchpoint", and the heading of a group: "senses"; both untranslated. */
const char *schema_kind_name(enum place_kind kind);
const char *schema_group_name(enum field_group group);

enum journey_field {
	J_SENSEBOARD,
	J_TITLE,
	J_PROMISE,
	J_STATUS,
	J_STATE,
	J_SPONSOR,
	J_MAINTAINER,
	J_REVIEWED,
	J_UNUSED_SENSES,
	J_RULES,
	J_WAIVE,
	J_CUSTOMERS,
	J_OWNERS,
	J_STAGES,
	J_WALKS,
	J_NOTES,
	J_FIELDS
};
enum customer_field { C_ID, C_NAME, C_ABOUT, C_NEEDS, C_DESIRES, C_FIELDS };
enum owner_field { O_ID, O_NAME, O_ROLE, O_TEAM, O_KIND, O_MAY, O_FIELDS };
enum stage_field {
	S_ID,
	S_NAME,
	S_WHEN,
	S_GOAL,
	S_NOTES,
	S_WAIVE,
	S_TOUCHPOINTS,
	S_FIELDS
};
enum touchpoint_field {
	T_ID,
	T_NAME,
	T_SCENE,
	T_WHAT,
	T_WHO,
	T_HOW,
	T_SEE,
	T_HEAR,
	T_SMELL,
	T_TASTE,
	T_FEEL,
	T_IMPRESSION,
	T_EMOTION,
	T_THINKS,
	T_SAYS,
	T_KIND,
	T_BY,
	T_INITIATIVE,
	T_ROLE,
	T_CHANNEL,
	T_WITH,
	T_DOES,
	T_BACKSTAGE,
	T_SUPPORT,
	T_EVIDENCE,
	T_SURPRISE,
	T_PERSONAL,
	T_MOMENTS,
	T_MOMENT_OF_TRUTH,
	T_PROBLEM,
	T_PAIN,
	T_RECOVERY,
	T_OPPORTUNITY,
	T_WITHIN,
	T_WAIT,
	T_TOLD,
	T_ANSWERS,
	T_FOLLOWS_UP,
	T_AWAITS,
	T_SERVES,
	T_MEASURES,
	T_NOTES,
	T_SOURCE,
	T_WAIVE,
	T_FIELDS
};

/* What a measure says, and its rows of the table. */
enum measure_field {
	M_METRIC,
	M_UNIT,
	M_BETTER,
	M_TARGET,
	M_EXPECTED,
	M_SINCE,
	M_SOURCE,
	M_ACTUAL,
	M_FIELDS
};
extern const struct field schema_measure[M_FIELDS];

/* The row with that key, or NULL. */
const struct field *schema_measure_find(const char *key);

#define SENSES 5 /* T_SEE .. T_FEEL, in order */
#define SENSES_ALL ((1u << SENSES) - 1)

/* A face: a word in the file, a face on the screen. */
struct face {
	const char *name; /* "delighted" */
	const char *emoji; /* two columns wide everywhere */
	const char *ascii;
	int value; /* above 0 a smile, below a frown */
};
#define FACES 7
#define FACE_VALUES 5 /* -2 .. 2 */
extern const struct face schema_faces[FACES + 1]; /* ends without a name */

/* The face that a text names by word, emoji or ASCII face, or NULL. */
const struct face *schema_face(const char *text);

/* A channel and what it can carry. */
struct channel {
	const char *name;
	const char *synonyms; /* separated by blanks, or NULL */
	bool physical;
	unsigned senses; /* bit N: sense N, counted from T_SEE */
};
/* The known channels, *N of them and one without a name; and the one that a
 * text names, or NULL. */
const struct channel *schema_channels(size_t *n);
const struct channel *schema_channel(const char *text);

/* Whether a text is a date, a duration, a number as format version 1 has
 * them. */
bool schema_is_date(const char *text);
bool schema_is_duration(const char *text);
bool schema_is_number(const char *text);

/* A duration in seconds, or -1: "same day" is a day. And a date as
 * g_date_get_julian() counts days, or 0. */
double schema_seconds(const char *text);
unsigned schema_day(const char *text);

#endif
