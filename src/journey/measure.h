/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A measure: a figure of a touchpoint to be graded by, as the rules and the
 * scorecard read it: numbers that are numbers, in the order of time.
 *
 *	target    5 ................................  what you want to reach
 *	actual        8     6     4                   what it was, and when
 *	expected  9 ................................  what customers take for
 *	                                              granted
 *
 * Changing measures is edit.h's.
 */
#ifndef SENSEBOARD_JOURNEY_MEASURE_H
#define SENSEBOARD_JOURNEY_MEASURE_H

#include "journey/journey.h"

/* A number of the file: its entry, 0 if there is none, and what it says. */
struct figure {
	uint32_t entry;
	double value;
	char *text;
};

/* What was measured, and when: "" where that is no date. */
struct reading {
	struct figure figure;
	char *date;
};

struct measure {
	uint32_t entry;
	char *metric; /* what is measured; "" where it does not say */
	char *unit; /* likewise */
	int better; /* 1: higher, -1: lower, 0: it does not say */
	struct figure target, expected;
	char *since; /* the date from which it was expected; or "" */
	GArray *readings; /* of struct reading, the newest last */
};

/* Read what stands at an entry; measure_clear() it. False if that is no
 * measure, which then says nothing at all. */
bool measure_read(struct measure *m, const struct tree *t, uint32_t entry);
void measure_clear(struct measure *m);

/* The reading that is N before the newest, or NULL. */
const struct reading *measure_reading(const struct measure *m, guint n);

/* Whether A is a better figure than B. */
bool measure_better(const struct measure *m, const struct figure *a,
		    const struct figure *b);

/* Whether the newest reading reaches the target; open where there is none of
 * both, or it is not said which way is better. */
enum measure_grade { GRADE_OPEN, GRADE_MISSED, GRADE_MET };
enum measure_grade measure_grade(const struct measure *m);

/* How the newest reading compares with the one before; TREND_NONE where there
 * are no two, or it is not said which way is better. */
enum measure_trend { TREND_NONE, TREND_WORSE, TREND_SAME, TREND_BETTER };
enum measure_trend measure_trend(const struct measure *m);

/* In words, each to be freed by the caller: "81 %" ("" where it says nothing);
 * what it is called; "target 95 %, actual 81 % on 2026-09-30, worse than
 * before"; that with the name; and only target and actual with the name. */
char *measure_figure(const struct measure *m, const struct figure *f);
char *measure_name(const struct measure *m);
char *measure_sentence(const struct measure *m);
char *measure_words(const struct measure *m);
char *measure_brief(const struct measure *m);

/* Where a measure stands. */
struct measure_at {
	struct place *touchpoint;
	uint32_t entry;
};

/* All measures in the order of the journey, of struct measure_at; unref it. */
GArray *measure_list(const struct journey *j);

/* The first measure of a touchpoint, and the one after another; 0 if there is
 * none. Whatever stands in the list is counted, be it a measure or not. */
uint32_t measure_first(const struct journey *j, const struct place *tp);
uint32_t measure_next(const struct journey *j, uint32_t measure);

/* For tally.c: what the measures of a touchpoint come to. */
struct grades measure_grades(const struct journey *j, const struct place *tp);

/* Take "5", "95 %" or "-1.5 h" apart: the text of the number, and of the unit
 * ("" if there is none). False if it begins with no number. The caller frees
 * both. */
bool measure_split(const char *text, char **number, char **unit);

#endif
