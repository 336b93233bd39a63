/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A measure as the rules of benchmarks read it: numbers that are numbers, in
 * the order of time.
 */
#ifndef SENSEBOARD_RULES_MEASURE_H
#define SENSEBOARD_RULES_MEASURE_H

#include "journey/journey.h"

/* A number of the file: its entry, 0 if there is none, and what it says. */
struct figure {
	uint32_t entry;
	double value;
	char *text;
};

struct measure {
	char *metric; /* what is measured, or NULL */
	char *unit; /* with a blank before it, or "" */
	int better; /* 1: higher, -1: lower, 0: it does not say */
	struct figure target, expected;
	/* the newest two readings, last first; both after `since` where one
	 * is given */
	struct figure last, before;
	bool since_then;
};

/* Read what stands at an entry; measure_clear() it. False if that is no
 * measure. */
bool measure_read(struct measure *m, const struct tree *t, uint32_t entry);
void measure_clear(struct measure *m);

/* Whether A is a better figure than B. */
bool measure_better(const struct measure *m, const struct figure *a,
		    const struct figure *b);

#endif
