/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers that stand for colours, and frames that say the colours.
 */
#include "tui/tint.h"

#include <criterion/criterion.h>
#include <string.h>

#define ORANGE (COLOUR_RGB | 0xff8800)
#define SEA (COLOUR_RGB | 0x102030)

static void expect_frame(const struct tint *tint, const char *frame,
			 const char *wanted)
{
	GByteArray *bytes = g_byte_array_new();

	g_byte_array_append(bytes, (const guint8 *)frame, (guint)strlen(frame));
	tint_frame(tint, bytes);
	g_byte_array_append(bytes, (const guint8 *)"", 1);
	cr_expect_str_eq((char *)bytes->data, wanted);
	g_byte_array_unref(bytes);
}

Test(tint, borrows_a_number_that_nothing_uses)
{
	struct style styles[] = { { .fg = 17, .bg = -1 },
				  { .fg = ORANGE, .bg = 16 },
				  { .fg = SEA, .bg = ORANGE } };
	struct tint tint;

	tint_borrow(&tint, styles, G_N_ELEMENTS(styles));
	cr_expect(tint.used);
	cr_expect(styles[0].fg == 17 && styles[0].bg == -1);
	cr_expect(styles[1].fg == 18 && styles[1].bg == 16);
	cr_expect(styles[2].fg == 19 && styles[2].bg == 18);
	cr_expect_eq(tint.colour[18], ORANGE);
	cr_expect_eq(tint.colour[17], 0);
}

Test(tint, says_the_colour_where_curses_said_the_number)
{
	struct style styles[] = { { .fg = ORANGE, .bg = SEA } };
	struct tint tint;

	tint_borrow(&tint, styles, 1);
	expect_frame(&tint, "\033[H\033[1m\033[38;5;16m\033[48;5;17mx",
		     "\033[H\033[1m\033[38;2;255;136;0m\033[48;2;16;32;48mx");
	expect_frame(&tint, "\033[38;5;99mx\033[39;49m\033",
		     "\033[38;5;99mx\033[39;49m\033");
	expect_frame(&tint, "\033[38;5;16", "\033[38;5;16");
	expect_frame(&tint, "38;5;16m\033[38;5;1600m\033[38;5;m",
		     "38;5;16m\033[38;5;1600m\033[38;5;m");
	expect_frame(&tint, "", "");
}

Test(tint, leaves_frames_alone_where_every_colour_is_a_number)
{
	struct style styles[] = { { .fg = 17, .bg = 16 } };
	struct tint tint;

	tint_borrow(&tint, styles, 1);
	cr_expect_not(tint.used);
	expect_frame(&tint, "\033[38;5;17mx", "\033[38;5;17mx");
}
