/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Moving over text by clusters, words and lines.
 *
 * Clusters can only be found from left to right, so a move to the left first
 * looks for a place that is a border for certain, between two ASCII bytes,
 * and walks right from there.  It does not look farther than LOOK_BACK: only
 * a row of flags that long could then be seen in other pairs.
 */
#include "tui/caret.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "tui/glyph.h"

#define LOOK_BACK 1024 /* bytes; at least two clusters */

size_t caret_right(const char *text, size_t len, size_t at)
{
	struct glyph glyph;

	if (at >= len)
		return len;
	if (glyph_plain(text + at))
		return at + 1;
	return at + glyph_next(text + at, len - at, GLYPHS_UNICODE, &glyph);
}

static bool is_ascii(char byte)
{
	return !(byte & 0x80);
}

static bool is_inside_code_point(char byte)
{
	return (byte & 0xc0) == 0x80;
}

/* A border at or before AT to walk right from. */
static size_t safe_border(const char *text, size_t at)
{
	size_t stop = at > LOOK_BACK ? at - LOOK_BACK : 0;

	for (size_t i = at; i > stop; i--)
		if (is_ascii(text[i]) && is_ascii(text[i - 1]) &&
		    text[i] != '\n')
			return i;
	while (stop && is_inside_code_point(text[stop]))
		stop--;
	return stop;
}

size_t caret_left(const char *text, size_t len, size_t at)
{
	size_t i, next;

	if (!at)
		return 0;
	i = safe_border(text, at - 1);
	while ((next = caret_right(text, len, i)) < at)
		i = next;
	return i;
}

size_t caret_snap(const char *text, size_t len, size_t at)
{
	size_t i;

	if (at >= len)
		return len;
	for (i = safe_border(text, at); i < at;)
		i = caret_right(text, len, i);
	return i;
}

static bool is_word(const char *text)
{
	return g_unichar_isalnum(g_utf8_get_char(text));
}

static bool is_solid(const char *text)
{
	return !g_unichar_isspace(g_utf8_get_char(text));
}

size_t caret_word_right(const char *text, size_t len, size_t at)
{
	while (at < len && !is_word(text + at))
		at = caret_right(text, len, at);
	while (at < len && is_word(text + at))
		at = caret_right(text, len, at);
	return at;
}

/* Back over all that is not, then over all that is IN. */
static size_t skip_left(const char *text, size_t len, size_t at,
			bool (*in)(const char *))
{
	size_t left;

	while (at && !in(text + (left = caret_left(text, len, at))))
		at = left;
	while (at && in(text + (left = caret_left(text, len, at))))
		at = left;
	return at;
}

size_t caret_word_left(const char *text, size_t len, size_t at)
{
	return skip_left(text, len, at, is_word);
}

size_t caret_blank_left(const char *text, size_t len, size_t at)
{
	return skip_left(text, len, at, is_solid);
}

size_t caret_line_begin(const char *text, size_t at)
{
	while (at && text[at - 1] != '\n')
		at--;
	return at;
}

size_t caret_line_end(const char *text, size_t len, size_t at)
{
	const char *end = memchr(text + at, '\n', len - at);

	if (!end)
		return len;
	if (end > text + at && end[-1] == '\r')
		end--;
	return (size_t)(end - text);
}
