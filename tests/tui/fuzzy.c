/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Letters in their order: whether they are there, and that the best of several
 * ways counts.
 */
#include "tui/fuzzy.h"

#include <criterion/criterion.h>
#include <glib.h>

#include "frames.h"

TestSuite(fuzzy, .init = frames_utf8);

Test(fuzzy, finds_letters_in_their_order_only)
{
	cr_expect_geq(fuzzy_score("next finding", "xing"), 0);
	cr_expect_eq(fuzzy_score("next finding", "gn"), -1);
	cr_expect_eq(fuzzy_score("next", "nextt"), -1);
	cr_expect_eq(fuzzy_score("", "a"), -1);
	cr_expect_eq(fuzzy_score("next", ""), 0);
}

Test(fuzzy, counts_beginnings_of_words_and_letters_side_by_side)
{
	cr_expect_eq(fuzzy_score("next finding", "nf"), 6);
	cr_expect_eq(fuzzy_score("next finding", "nefi"), 10);
	cr_expect_eq(fuzzy_score("next finding", "xi"), 0);
	cr_expect_eq(fuzzy_score("next finding", "din"), 4);
}

Test(fuzzy, takes_the_best_of_several_ways)
{
	cr_expect_eq(fuzzy_score("abandon a bar", "ab"), 6);
	cr_expect_eq(fuzzy_score("sender sign", "si"), 5);
}

Test(fuzzy, knows_letters_of_any_script)
{
	cr_expect_eq(fuzzy_score("最後の約束", "最約"), 3);
	cr_expect_eq(fuzzy_score("größe über", "gü"), 6);
}

Test(fuzzy, does_not_look_at_what_is_far_behind)
{
	g_autofree char *far = g_strnfill(5000, 'a');

	far[4999] = 'z';
	cr_expect_eq(fuzzy_score(far, "z"), -1);
	cr_expect_geq(fuzzy_score(far, "aaaa"), 0);
}
