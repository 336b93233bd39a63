/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An open table: a row stands at the place its hash says, or behind it.
 *
 *	hash % room -> used, another hash -> next one -> found, or free
 *
 * The hashes are good ones (tree_hash()), so runs stay short up to four
 * fifths full.  A row that counts nothing any more stays until the table
 * grows.
 */
#include "journey/refs.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#define ROOM_LEAST 64 /* a power of two */

struct row {
	uint64_t hash;
	unsigned sum;
	unsigned n : 31;
	bool used : 1; /* it is a row at all */
};

G_STATIC_ASSERT(sizeof(struct row) == 16);

struct refs {
	struct row *rows;
	uint32_t n; /* rows that are used */
	uint32_t room; /* a power of two */
};

/* Empty rows. They are written here and now: pages that are read before they
 * are written are faulted in twice. */
static struct row *empty_rows(uint32_t n)
{
	struct row *rows = g_new(struct row, n);

	return memset(rows, 0, n * sizeof(*rows));
}

struct refs *refs_new(void)
{
	struct refs *t = g_new0(struct refs, 1);

	t->room = ROOM_LEAST;
	t->rows = empty_rows(t->room);
	return t;
}

void refs_free(struct refs *t)
{
	if (!t)
		return;
	g_free(t->rows);
	g_free(t);
}

void refs_clear(struct refs *t)
{
	memset(t->rows, 0, t->room * sizeof(*t->rows));
	t->n = 0;
}

/* The row of HASH, or the free one where it belongs. */
static struct row *probe(const struct refs *t, uint64_t hash)
{
	uint32_t i = (uint32_t)hash & (t->room - 1);

	while (t->rows[i].used && t->rows[i].hash != hash)
		i = (i + 1) & (t->room - 1);
	return &t->rows[i];
}

static uint32_t count_rows(const struct refs *t)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < t->room; i++)
		n += t->rows[i].n > 0;
	return n;
}

/* Make room, first of all by leaving behind what counts nothing. */
static void make_room(struct refs *t)
{
	struct refs old = *t;

	t->n = count_rows(&old);
	while (t->room < 2 * t->n)
		t->room *= 2;
	t->rows = empty_rows(t->room);
	for (uint32_t i = 0; i < old.room; i++)
		if (old.rows[i].n)
			*probe(t, old.rows[i].hash) = old.rows[i];
	g_free(old.rows);
}

/* The row of HASH, made if there is none. */
static struct row *row_of(struct refs *t, uint64_t hash)
{
	struct row *r = probe(t, hash);

	if (r->used)
		return r;
	if (t->n + 1 > t->room / 5 * 4) {
		make_room(t);
		r = probe(t, hash);
	}
	r->hash = hash;
	r->used = true;
	t->n++;
	return r;
}

void refs_add(struct refs *t, uint64_t hash, unsigned number)
{
	struct row *r = row_of(t, hash);

	r->n++;
	r->sum += number;
}

void refs_remove(struct refs *t, uint64_t hash, unsigned number)
{
	struct row *r = row_of(t, hash);

	r->n--;
	r->sum -= number;
}

unsigned refs_count(const struct refs *t, uint64_t hash, unsigned *sum)
{
	const struct row *r = probe(t, hash);

	if (sum)
		*sum = r->sum;
	return r->n;
}
