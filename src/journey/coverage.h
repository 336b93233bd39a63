/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far the five senses are designed: in a stage, in the whole journey, and
 * from where to where one is missing.
 *
 *	        see   smell
 *	Book    2/2    0/2 -	by web: it does not carry any smell
 *	Arrive  1/3    0/3	a gap before
 *	Stay    3/3    2/3	the first stage that has it
 *	Depart  1/1    0/1	a gap after
 *
 * It reads sums that tally.c keeps, never the text.  Senses are counted from 0
 * for T_SEE.
 */
#ifndef SENSEBOARD_JOURNEY_COVERAGE_H
#define SENSEBOARD_JOURNEY_COVERAGE_H

#include "journey/journey.h"

struct coverage {
	unsigned designed; /* touchpoints that say something of the sense */
	unsigned all; /* touchpoints */
	/* nothing is designed, though it might be: there are touchpoints, and
	 * not all by channels that do not carry the sense */
	bool gap;
};

/* How far a sense is designed in a stage or (WHERE the root) the journey,
 * whether it is left out on purpose or not. */
struct coverage coverage_of(const struct journey *j, const struct place *where,
			    int sense);

/* Whether the channel of a touchpoint carries a sense, or may do so. */
bool coverage_carries(const struct place *tp, int sense);

/* The senses that are left out on purpose, or may be: bit N for sense N. */
unsigned coverage_left_out(const struct journey *j);

/* In which stages a sense is missing, those aside where nothing could be
 * designed. */
struct coverage_gaps {
	const struct place *first, *last; /* stages that have it; or NULL */
	unsigned before, between, after; /* how many stages lack it there */
	/* around those between, if they are one gap; else NULL */
	const struct place *from, *to;
};
struct coverage_gaps coverage_gaps(const struct journey *j, int sense);

#endif
