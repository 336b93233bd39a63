/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a terminal is asked about signs, and what its answers come to.
 */
#include "tui/probe.h"

#include <criterion/criterion.h>
#include <string.h>

static enum glyphs answered(int box, int face)
{
	g_autoptr(GString) bytes = g_string_new(NULL);
	struct probe probe;

	probe_ask(&probe, bytes, PROBE_ON_SCREEN);
	cr_expect(probe_waits(&probe));
	probe_answer(&probe, box);
	cr_expect_not(probe_done(&probe));
	probe_answer(&probe, face);
	cr_expect(probe_done(&probe));
	cr_expect_not(probe_waits(&probe));
	probe_answer(&probe, 9); /* nobody asked */
	return probe_glyphs(&probe);
}

Test(probe, writes_each_sign_and_leaves_none)
{
	g_autoptr(GString) bytes = g_string_new(NULL);
	struct probe probe;

	probe_ask(&probe, bytes, PROBE_IN_ROW);
	cr_expect_str_eq(bytes->str, "\r\u2502\033[6n\r\U0001F60A\033[6n"
				     "\r\033[K");
}

Test(probe, trusts_emoji_that_are_two_columns)
{
	cr_expect_eq(answered(2, 3), GLYPHS_EMOJI);
}

Test(probe, trusts_no_emoji_of_another_width)
{
	cr_expect_eq(answered(2, 2), GLYPHS_UNICODE);
	cr_expect_eq(answered(2, 5), GLYPHS_UNICODE);
}

Test(probe, trusts_nothing_where_a_line_is_not_one_column)
{
	cr_expect_eq(answered(4, 5), GLYPHS_ASCII);
	cr_expect_eq(answered(3, 3), GLYPHS_ASCII);
}

Test(probe, waits_for_nothing_that_was_not_asked)
{
	const struct probe probe = { 0 };

	cr_expect_not(probe_waits(&probe));
	cr_expect_not(probe_done(&probe));
}
