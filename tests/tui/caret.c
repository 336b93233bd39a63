/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cursor's places: between clusters, whatever side one comes from.
 */
#include "tui/caret.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>

#include "frames.h"

TestSuite(caret, .init = frames_utf8);

static const char family[] = "👨\u200d👩\u200d👧";

Test(caret, a_cluster_is_one_step)
{
	cr_expect_eq(caret_right(family, strlen(family), 0), strlen(family));
	cr_expect_eq(caret_left(family, strlen(family), strlen(family)), 0u);
	cr_expect_eq(caret_right("e\u0301x", 4, 0), 3u);
	cr_expect_eq(caret_left("e\u0301x", 4, 3), 0u);
	cr_expect_eq(caret_right("\r\nx", 3, 0), 2u);
	cr_expect_eq(caret_left("x\r\n", 3, 3), 1u);
}

Test(caret, the_ends_hold)
{
	cr_expect_eq(caret_right("ab", 2, 2), 2u);
	cr_expect_eq(caret_left("ab", 2, 0), 0u);
	cr_expect_eq(caret_left("", 0, 0), 0u);
}

Test(caret, snapping_goes_to_the_end_of_the_cluster)
{
	cr_expect_eq(caret_snap("e\u0301x", 4, 1), 3u);
	cr_expect_eq(caret_snap("e\u0301x", 4, 3), 3u);
	cr_expect_eq(caret_snap("e\u0301x", 4, 99), 4u);
	cr_expect_eq(caret_snap("a\r\nb", 4, 2), 3u);
}

Test(caret, words_are_letters_and_digits)
{
	const char *text = "see: Über-7 x";
	size_t len = strlen(text);

	cr_expect_eq(caret_word_right(text, len, 0), 3u);
	cr_expect_eq(caret_word_right(text, len, 3), 10u);
	cr_expect_eq(caret_word_left(text, len, 12), 11u);
	cr_expect_eq(caret_word_left(text, len, 11), 5u);
	cr_expect_eq(caret_word_left(text, len, 5), 0u);
	cr_expect_eq(caret_blank_left(text, len, 13), 5u);
	cr_expect_eq(caret_blank_left(text, len, 5), 0u);
}

Test(caret, lines_end_before_their_end)
{
	const char *text = "one\r\ntwo\n";

	cr_expect_eq(caret_line_end(text, 9, 1), 3u);
	cr_expect_eq(caret_line_end(text, 9, 5), 8u);
	cr_expect_eq(caret_line_end(text, 9, 9), 9u);
	cr_expect_eq(caret_line_begin(text, 7), 5u);
	cr_expect_eq(caret_line_begin(text, 5), 5u);
	cr_expect_eq(caret_line_begin(text, 3), 0u);
}

/* Longer than a step to the left looks back. */
Test(caret, left_undoes_right_in_long_text_without_blanks)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(size_t));
	size_t at = 0;

	for (int i = 0; i < 500; i++)
		g_string_append(text, i % 7 ? "日" : family);
	for (; at < text->len; at = caret_right(text->str, text->len, at))
		g_array_append_val(places, at);
	for (guint i = places->len; i-- > 0;) {
		at = caret_left(text->str, text->len, at);
		cr_assert_eq(at, g_array_index(places, size_t, i));
	}
}
