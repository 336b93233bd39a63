/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows found by a 64-bit hash: what references are looked up in.
 *
 * All rows lie in one piece of memory, so that entering a hundred thousand of
 * them is quick and small.  A row that counts nothing any more stays until the
 * table grows.
 */
#ifndef SENSEBOARD_JOURNEY_REFS_H
#define SENSEBOARD_JOURNEY_REFS_H

#include <stdbool.h>
#include <stdint.h>

struct reference {
	uint64_t hash; /* of the text */
	unsigned ids, id_sum;
	unsigned names, name_sum;
	unsigned links; /* of touchpoints and walks that say it */
	bool used; /* it is a row at all */
};

struct refs;

/* An empty table; refs_free() frees it with its rows. */
struct refs *refs_new(void);
void refs_free(struct refs *t);

/* Forget all rows. */
void refs_clear(struct refs *t);

/* The row of that hash, which is made if there is none; borrowed until the
 * next call. */
struct reference *refs_row(struct refs *t, uint64_t hash);

/* The row of that hash, or NULL. */
const struct reference *refs_find(const struct refs *t, uint64_t hash);

#endif
