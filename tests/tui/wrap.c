/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Wrapping: lines fit, nothing is lost, and words stay whole where they can.
 */
#include "tui/wrap.h"

#include <criterion/criterion.h>
#include <string.h>

#include "frames.h"

TestSuite(wrap, .init = frames_utf8);

/* The lines of TEXT, joined by '|'. */
static char *wrapped(const char *text, int width)
{
	g_autoptr(GArray) lines =
		text_wrap(text, strlen(text), width, GLYPHS_EMOJI);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < lines->len; i++) {
		struct wrap_line *l =
			&g_array_index(lines, struct wrap_line, i);

		g_string_append_printf(out, "%s%.*s", i ? "|" : "", (int)l->len,
				       text + l->offset);
	}
	return g_string_free(out, FALSE);
}

static void expect_wrap(const char *text, int width, const char *want)
{
	g_autofree char *got = wrapped(text, width);

	cr_expect_str_eq(got, want, "'%s' in %d: '%s'", text, width, got);
}

Test(wrap, lines_break_between_words)
{
	expect_wrap("A warm towel in your hands", 12,
		    "A warm towel|in your|hands");
	expect_wrap("short", 12, "short");
	expect_wrap("", 12, "");
}

Test(wrap, blanks_hang_over_and_start_no_line)
{
	expect_wrap("one   two", 3, "one|two");
	expect_wrap("one two   ", 7, "one two");
	expect_wrap("  two", 8, "  two");
}

Test(wrap, line_ends_are_kept_and_the_last_opens_a_line)
{
	expect_wrap("a\nb\n", 9, "a|b|");
	expect_wrap("\n\n", 9, "||");
	expect_wrap("a\r\nb", 9, "a|b");
	expect_wrap("fits it\nb", 7, "fits it|b");
}

Test(wrap, a_word_too_long_breaks_between_clusters)
{
	expect_wrap("aa bcdefg", 4, "aa|bcde|fg");
	expect_wrap("éééé", 2, "éé|éé");
	expect_wrap("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301");
}

Test(wrap, wide_characters_break_anywhere_but_before_a_stop)
{
	expect_wrap("日本語です", 4, "日本|語で|す");
	expect_wrap("日本語。", 6, "日本|語。");
	expect_wrap("😊😊", 1, "😊|😊");
}

Test(wrap, hyphens_break_and_no_break_spaces_do_not)
{
	expect_wrap("cedar-scented", 8, "cedar-|scented");
	expect_wrap("at 60\u00a0°C", 6, "at|60\u00a0°C");
}

Test(wrap, columns_count_what_is_drawn)
{
	cr_expect_eq(text_columns("abc", 3, GLYPHS_UNICODE), 3);
	cr_expect_eq(text_columns("日e\u0301", 6, GLYPHS_UNICODE), 3);
	cr_expect_eq(text_columns("", 0, GLYPHS_UNICODE), 0);
}

Test(wrap, any_text_fits_and_only_blanks_and_line_ends_go)
{
	enum { COUNT = 11 };
	static const char *const pieces[COUNT] = { "a",	   " ",	      "\n",
						   "word", "日",      "😊",
						   "-",	   "e\u0301", "\u200d",
						   "\t",   "\r\n" };
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);

	for (int run = 0; run < 3000; run++) {
		g_autoptr(GString) text = g_string_new(NULL);
		int width = g_rand_int_range(rand, 2, 12);
		int count = g_rand_int_range(rand, 0, 30);
		size_t at = 0;

		while (count--) {
			int i = g_rand_int_range(rand, 0, COUNT);

			g_string_append(text, pieces[i]);
		}
		g_autoptr(GArray) lines =
			text_wrap(text->str, text->len, width, GLYPHS_EMOJI);
		for (guint i = 0; i < lines->len; i++) {
			struct wrap_line l =
				g_array_index(lines, struct wrap_line, i);

			for (; at < l.offset; at++)
				cr_assert(strchr(" \t\r\n", text->str[at]));
			cr_assert_leq(text_columns(text->str + at, l.len,
						   GLYPHS_EMOJI),
				      width);
			at += l.len;
		}
		cr_assert_eq(at + strspn(text->str + at, " \t"), text->len);
	}
}
