/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What becomes of pasted bytes, however they are cut in pieces.
 */
#include "tui/paste.h"

#include <criterion/criterion.h>
#include <string.h>

static struct paste paste;

static void setup(void)
{
	paste_init(&paste);
}

static void teardown(void)
{
	paste_release(&paste);
}

TestSuite(paste, .init = setup, .fini = teardown);

static void expect(const char *bytes, const char *want)
{
	bool ended;

	paste_begin(&paste);
	size_t used = paste_take(&paste, bytes, strlen(bytes), true, &ended);
	cr_expect_eq(used, strlen(bytes));
	cr_expect_not(ended);
	cr_expect_str_eq(paste_end(&paste), want);
}

Test(paste, line_ends_become_one)
{
	expect("a\rb\r\nc\nd\n\r\re", "a\nb\nc\nd\n\n\ne");
}

Test(paste, control_bytes_go_but_the_tab)
{
	expect("\033[31mred\a\b\x7f\tx", "[31mred\tx");
	expect("a\xc2\x9b"
	       "31mb",
	       "a31mb");
}

Test(paste, bad_bytes_are_replaced)
{
	expect("a\xff"
	       "b",
	       "a\uFFFDb");
}

Test(paste, the_mark_may_come_in_pieces)
{
	const char bytes[] = "ab\033[2\033[201~rest";

	for (size_t cut = 0; cut < strlen("ab\033[2\033[201~"); cut++) {
		bool ended;
		paste_begin(&paste);
		size_t at = paste_take(&paste, bytes, cut, false, &ended);
		cr_assert_not(ended);
		at += paste_take(&paste, bytes + at, strlen(bytes) - at, false,
				 &ended);
		cr_expect(ended);
		cr_expect_str_eq(bytes + at, "rest");
		cr_expect_str_eq(paste_end(&paste), "ab[2");
	}
}

Test(paste, a_long_one_is_cut_between_characters)
{
	GString *bytes = g_string_new("x");
	bool ended;

	for (int i = 0; i < PASTE_BYTES / 2; i++)
		g_string_append(bytes, "漢");
	paste_take(&paste, bytes->str, bytes->len, true, &ended);
	const char *text = paste_end(&paste);
	cr_expect_leq(strlen(text), PASTE_BYTES);
	cr_expect_gt(strlen(text), PASTE_BYTES - 4);
	cr_expect(g_str_has_suffix(text, "漢"));
	g_string_free(bytes, TRUE);
}
