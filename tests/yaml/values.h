/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chance and malice for the property test: a generator of numbers that needs
 * only its seed, values that break naive writers of YAML, and the judgement
 * whether a reader could take a plain text for something else.
 */
#ifndef SENSEBOARD_TESTS_YAML_VALUES_H
#define SENSEBOARD_TESTS_YAML_VALUES_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

struct dice {
	uint64_t state;
};

/* A number from 0 to N - 1, N at least 1. */
unsigned dice_roll(struct dice *d, unsigned n);

/* A word or two that every YAML writer can write plain. */
char *value_simple(struct dice *d);

/* Anything: at times not even UTF-8. */
char *value_hostile(struct dice *d);

/* Whether a plain scalar is null, a boolean, a number, a date, a merge or a
 * value key to some reader of YAML 1.1 or 1.2. */
bool value_is_typed(const char *text);

#endif
