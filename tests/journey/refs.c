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

static void expect_one(const struct refs *t, unsigned from, unsigned to)
{
	for (unsigned i = from; i < to; i++) {
		unsigned sum;

		cr_assert(refs_count(t, crowded(i), &sum) == 1 && sum == i,
			  "number %u", i);
	}
}

Test(refs, finds_every_number_again)
{
	struct refs *t = refs_new();

	for (unsigned i = 0; i < MANY; i++)
		refs_add(t, crowded(i), i);
	expect_one(t, 0, MANY);
	cr_assert_eq(refs_count(t, crowded(MANY), NULL), 0);
	refs_free(t);
}

Test(refs, keeps_one_when_the_other_goes)
{
	struct refs *t = refs_new();

	refs_add(t, crowded(7), 12);
	refs_add(t, crowded(7), 7);
	cr_assert_eq(refs_count(t, crowded(7), NULL), 2);
	refs_remove(t, crowded(7), 12);
	expect_one(t, 7, 8);
	refs_free(t);
}

Test(refs, keeps_numbers_when_others_go)
{
	struct refs *t = refs_new();

	for (unsigned i = 0; i < MANY; i++)
		refs_add(t, crowded(i), i);
	for (unsigned i = 0; i < MANY / 2; i++)
		refs_remove(t, crowded(i), i);
	for (unsigned i = MANY; i < 2 * MANY; i++)
		refs_add(t, crowded(i), i);
	expect_one(t, MANY / 2, 2 * MANY);
	cr_assert_eq(refs_count(t, crowded(1), NULL), 0);
	refs_free(t);
}

Test(refs, is_empty_when_cleared)
{
	struct refs *t = refs_new();

	refs_add(t, 0, 1);
	cr_assert_eq(refs_count(t, 0, NULL), 1);
	refs_clear(t);
	cr_assert_eq(refs_count(t, 0, NULL), 0);
	refs_free(t);
}
