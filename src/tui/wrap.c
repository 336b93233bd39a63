/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Wrapping: libunistring says where a line may break, the gate (glyph.c)
 * says how wide a cluster is, and a line takes all that fits.
 *
 * Blanks at the end of a line hang over: they take no room and never start
 * the next line.  A text that fits as it is, which most do, costs one look
 * at its bytes.
 */
#include "tui/wrap.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include <unilbrk.h>

struct wrapper {
	const char *text;
	size_t len;
	int width;
	enum glyphs level;
	const char *breaks; /* what may happen before each byte */
};

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

/* The columns of the cluster at TEXT, whose length goes to *BYTES. */
static int cluster(const char *text, size_t len, enum glyphs level,
		   size_t *bytes)
{
	struct glyph glyph;

	if (len > 1 && glyph_plain(text)) {
		*bytes = 1;
		return 1;
	}
	*bytes = glyph_next(text, len, level, &glyph);
	return glyph_width(&glyph);
}

int text_columns(const char *text, size_t len, enum glyphs level)
{
	size_t columns = 0, bytes;

	for (size_t i = 0; i < len; i += bytes)
		columns += (size_t)cluster(text + i, len - i, level, &bytes);
	return (int)MIN(columns, INT_MAX);
}

/* Whether TEXT is one short line of ASCII. */
static bool fits(const char *text, size_t len, int width)
{
	if (len > (size_t)width)
		return false;
	for (size_t i = 0; i < len; i++)
		if (text[i] < ' ' || text[i] > '~')
			return false;
	return true;
}

static void add_line(GArray *lines, const char *text, size_t start, size_t end)
{
	while (end > start && is_blank(text[end - 1]))
		end--;
	g_array_append_val(lines, ((struct wrap_line){ start, end - start }));
}

static bool may_break(const struct wrapper *w, size_t at)
{
	return w->breaks[at] == UC_BREAK_POSSIBLE;
}

/* Add the line that begins at START; return where the next one does. *MORE
 * tells whether there is a next one. */
static size_t take_line(const struct wrapper *w, GArray *lines, size_t start,
			bool *more)
{
	size_t at = start, brk = 0, bytes = 0;
	int room = w->width;
	bool hangs;

	*more = true;
	for (; at < w->len; at += bytes) {
		int columns =
			cluster(w->text + at, w->len - at, w->level, &bytes);

		if (w->text[at + bytes - 1] == '\n') {
			add_line(lines, w->text, start, at);
			return at + bytes;
		}
		if (at > start && may_break(w, at))
			brk = at;
		hangs = bytes == 1 && is_blank(w->text[at]);
		if (columns > room && at > start && !hangs) {
			size_t end = brk ? brk : at;

			add_line(lines, w->text, start, end);
			return end;
		}
		room -= columns;
	}
	add_line(lines, w->text, start, at);
	*more = false;
	return at;
}

GArray *text_wrap(const char *text, size_t len, int width, enum glyphs level)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct wrap_line));
	g_autofree char *breaks = NULL;
	size_t at = 0;
	bool more = true;

	if (fits(text, len, width)) {
		add_line(lines, text, 0, len);
		return lines;
	}
	breaks = g_malloc(len + 1);
	u8_possible_linebreaks((const uint8_t *)text, len, "UTF-8", breaks);
	while (more)
		at = take_line(&(struct wrapper){ .text = text,
						  .len = len,
						  .width = width,
						  .level = level,
						  .breaks = breaks },
			       lines, at, &more);
	return lines;
}
