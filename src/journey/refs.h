/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers found by a 64-bit hash: what references are looked up in.
 *
 * Of the numbers under one hash only how many there are and their sum is kept,
 * which with a single one is that number; so rows are small, and all lie in
 * one piece of memory.
 */
#ifndef SENSEBOARD_JOURNEY_REFS_H
#define SENSEBOARD_JOURNEY_REFS_H

#include <stdint.h>

struct refs;

/* An empty table; refs_free() frees it. */
struct refs *refs_new(void);
void refs_free(struct refs *t);

/* Forget all numbers. */
void refs_clear(struct refs *t);

/* Enter a number, and take it out again. */
void refs_add(struct refs *t, uint64_t hash, unsigned number);
void refs_remove(struct refs *t, uint64_t hash, unsigned number);

/* How many numbers there are under that hash; *SUM, where given, is their
 * sum. */
unsigned refs_count(const struct refs *t, uint64_t hash, unsigned *sum);

#endif
