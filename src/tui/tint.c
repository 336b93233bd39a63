/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Borrowing numbers for colours, and rewriting a frame.  No text on a canvas
 * has an escape in it (glyph.h), so what looks like a colour is one.
 */
#include "tui/tint.h"

#include <stdlib.h>
#include <string.h>

#define FIRST 16 /* of the numbers that mean the same everywhere */

static void mark_used(bool used[TINT_COLOURS], int32_t colour)
{
	if (colour >= 0 && colour < TINT_COLOURS)
		used[colour] = true;
}

/* The number that stands for COLOUR, or a free one; there are more numbers
 * than styles. */
static int32_t number_of(struct tint *tint, bool used[TINT_COLOURS],
			 int32_t colour)
{
	int32_t n = FIRST;

	if (colour < COLOUR_RGB)
		return colour;
	while (tint->colour[n] != colour && used[n])
		n++;
	tint->colour[n] = colour;
	tint->used = used[n] = true;
	return n;
}

void tint_borrow(struct tint *tint, struct style *styles, size_t n)
{
	bool used[TINT_COLOURS] = { false };

	*tint = (struct tint){ .used = false };
	for (size_t i = 0; i < n; i++) {
		mark_used(used, styles[i].fg);
		mark_used(used, styles[i].bg);
	}
	for (size_t i = 0; i < n; i++) {
		styles[i].fg = number_of(tint, used, styles[i].fg);
		styles[i].bg = number_of(tint, used, styles[i].bg);
	}
}

/* The length of a colour that begins at AT, and its number in *N; or 0. */
static size_t find_number(const char *at, const char *end, long *n)
{
	const char *digits = at + strlen("\033[38;5;");
	const char *stop = digits;

	if (end - at < 9 || (memcmp(at, "\033[38;5;", 7) != 0 &&
			     memcmp(at, "\033[48;5;", 7) != 0))
		return 0;
	while (stop < end && g_ascii_isdigit(*stop))
		stop++;
	if (stop == end || *stop != 'm' || stop - digits > 3)
		return 0;
	*n = strtol(digits, NULL, 10);
	return (size_t)(stop + 1 - at);
}

static void say_colour(GByteArray *out, const char *at, int32_t colour)
{
	uint32_t rgb = theme_rgb(colour);
	char text[32];
	int len = g_snprintf(text, sizeof(text), "\033[%c8;2;%u;%u;%um", at[2],
			     rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);

	g_byte_array_append(out, (const guint8 *)text, (guint)len);
}

void tint_frame(const struct tint *tint, GByteArray *frame)
{
	const char *at = (const char *)frame->data, *end = at + frame->len;
	GByteArray *out;

	if (!tint->used)
		return;
	out = g_byte_array_new();
	while (at < end) {
		const char *esc = memchr(at, '\033', (size_t)(end - at));
		size_t plain = (size_t)((esc ? esc : end) - at), len;
		long n;

		g_byte_array_append(out, (const guint8 *)at, (guint)plain);
		at += plain;
		len = esc ? find_number(at, end, &n) : 0;
		if (len && n < TINT_COLOURS && tint->colour[n]) {
			say_colour(out, at, tint->colour[n]);
			at += len;
		} else if (esc) {
			g_byte_array_append(out, (const guint8 *)at++, 1);
		}
	}
	g_byte_array_set_size(frame, 0);
	g_byte_array_append(frame, out->data, out->len);
	g_byte_array_unref(out);
}
