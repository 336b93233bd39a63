/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows by hash: many, colliding, forgotten. */
#include "journey/refs.h"

#include <criterion/criterion.h>
#include <glib.h>

#define MANY 5000

/* Hashes that all begin their search at one of sixteen places. */
static uint64_t crowded(unsigned i)
{
	return (uint64_t)i << 32 | i % 16;
}

static void expect_rows(const struct refs *t, unsigned from, unsigned to)
{
	for (unsigned i = from; i < to; i++) {
		const struct reference *r = refs_find(t, crowded(i));

		cr_assert(r && r->hash == crowded(i) && r->ids == i + 1,
			  "row %u", i);
	}
}

Test(refs, finds_every_row_again)
{
	struct refs *t = refs_new();

	for (unsigned i = 0; i < MANY; i++)
		refs_row(t, crowded(i))->ids = i + 1;
	expect_rows(t, 0, MANY);
	cr_assert_null(refs_find(t, crowded(MANY)));
	cr_assert_eq(refs_row(t, crowded(7))->ids, 8);
	refs_free(t);
}

Test(refs, keeps_rows_when_others_count_nothing)
{
	struct refs *t = refs_new();

	for (unsigned i = 0; i < MANY; i++)
		refs_row(t, crowded(i))->ids = i + 1;
	for (unsigned i = 0; i < MANY / 2; i++)
		refs_row(t, crowded(i))->ids = 0;
	for (unsigned i = MANY; i < 2 * MANY; i++)
		refs_row(t, crowded(i))->ids = i + 1;
	expect_rows(t, MANY / 2, 2 * MANY);
	refs_free(t);
}

Test(refs, is_empty_when_cleared)
{
	struct refs *t = refs_new();

	refs_row(t, 0)->links = 1;
	cr_assert_not_null(refs_find(t, 0));
	refs_clear(t);
	cr_assert_null(refs_find(t, 0));
	cr_assert_eq(refs_row(t, 0)->links, 0);
	refs_free(t);
}
