/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which words are like which.
 */
#include "rules/nearest.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>

/* Which of CANDIDATES (blanks between them) is like WORD, or "". */
static void expect(const char *word, const char *candidates, const char *best)
{
	g_auto(GStrv) all = g_strsplit(candidates, " ", -1);
	struct nearest n;

	nearest_init(&n, word);
	for (size_t i = 0; all[i]; i++)
		nearest_offer(&n, all[i]);
	cr_expect_str_eq(n.best ? n.best : "", best, "%s", word);
	nearest_clear(&n);
}

Test(nearest, sees_letters_left_out_added_changed_and_swapped)
{
	expect("impresion", "emotion impression", "impression");
	expect("whatt", "what who how", "what");
	expect("whot", "what how", "what");
	expect("waht", "who what", "what");
}

Test(nearest, takes_the_nearest_and_of_equals_the_first)
{
	expect("hat", "what hate has", "what");
	expect("hate", "what hat hated", "hat");
}

Test(nearest, asks_for_more_likeness_in_short_words)
{
	expect("tags", "says", "");
	expect("se", "see", "see");
	expect("x", "y", "");
	expect("", "y", "");
}

Test(nearest, does_not_mind_capitals_blanks_and_hyphens)
{
	expect("Moment of_truth", "moment-of-truth", "moment-of-truth");
	expect("ÉTÉ", "été", "été");
}

Test(nearest, leaves_long_words_alone)
{
	g_autofree char *word = g_strnfill(NEAREST_MOST, 'x');
	g_autofree char *more = g_strnfill(NEAREST_MOST + 1, 'x');

	expect(word, word, word);
	expect(more, more, "");
	expect(word, more, "");
}
