/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much of something that could go on for ever a test does: little in
 * `make check`, much in `make check-long`, which says so in the environment.
 */
#ifndef SENSEBOARD_TESTS_AMOUNT_H
#define SENSEBOARD_TESTS_AMOUNT_H

#include <stdlib.h>

/* The number that the environment gives NAME, or else USUAL. */
static inline unsigned amount(const char *name, unsigned usual)
{
	const char *given = getenv(name);

	return given && *given ? (unsigned)strtoul(given, NULL, 10) : usual;
}

/* The first seed of a test that begins by chance: $SEED, or 1. */
static inline unsigned amount_seed(void)
{
	return amount("SEED", 1);
}

#endif
