/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Did you mean ...?  The word most like one that is not known, if one is like
 * enough: letters left out, added, changed or swapped, at most one in four
 * letters, two in twelve, three in more.  Small and capital letters are the
 * same, and so are blanks, "_" and "-".
 */
#ifndef SENSEBOARD_RULES_NEAREST_H
#define SENSEBOARD_RULES_NEAREST_H

#include <stddef.h>
#include <stdint.h>

/* Longer words are like nothing. */
#define NEAREST_MOST 40

struct nearest {
	uint32_t word[NEAREST_MOST];
	size_t len;
	unsigned distance; /* of the best so far; nothing beyond counts */
	char *best; /* NULL: nothing is like it */
};

/* Look for something like WORD (valid UTF-8); offer candidates, the first of
 * equals is taken; then use .best, and nearest_clear(). */
void nearest_init(struct nearest *n, const char *word);
void nearest_offer(struct nearest *n, const char *candidate);
void nearest_clear(struct nearest *n);

#endif
