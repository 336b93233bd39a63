/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The gap lexer: small steps over blanks, breaks, comments and properties.
 */
#include "yaml/gap.h"

#include <string.h>

size_t gap_break_before(const char *s, size_t start, size_t pos)
{
	for (size_t n = 3; n > 0; n--)
		if (pos >= start + n && gap_break(s, pos - n, pos) == n)
			return n;
	return 0;
}

size_t gap_blanks(const char *s, size_t pos, size_t end)
{
	while (pos < end && (s[pos] == ' ' || s[pos] == '\t'))
		pos++;
	return pos;
}

static size_t comment(const char *s, size_t pos, size_t end)
{
	if (pos < end && s[pos] == '#')
		while (pos < end && !gap_break(s, pos, end))
			pos++;
	return pos;
}

size_t gap_order_mark(const char *s, size_t pos, size_t end)
{
	return end - pos >= 3 && !memcmp(s + pos, "\xef\xbb\xbf", 3) ? 3 : 0;
}

size_t gap_skip(const char *s, size_t pos, size_t end)
{
	if (gap_break_before(s, 0, pos))
		pos += gap_order_mark(s, pos, end);
	for (;;) {
		size_t eol;

		pos = comment(s, gap_blanks(s, pos, end), end);
		eol = gap_break(s, pos, end);
		if (!eol)
			return pos;
		pos += eol;
		pos += gap_order_mark(s, pos, end);
	}
}

size_t gap_rest_of_line(const char *s, size_t pos, size_t end)
{
	size_t to = comment(s, gap_blanks(s, pos, end), end);
	size_t eol = gap_break(s, to, end);

	return eol || to == end ? to + eol : pos;
}

size_t gap_line_start(const char *s, size_t start, size_t pos)
{
	while (pos > start && !gap_break_before(s, start, pos))
		pos--;
	return pos;
}

/* A value may follow an anchor with nothing between: in "&a:x" the anchor is
 * a, and the value ":x". */
static size_t property(const char *s, size_t pos, size_t end)
{
	bool anchor = pos < end && s[pos] == '&';

	while (pos < end && s[pos] != ' ' && s[pos] != '\t' &&
	       !gap_break(s, pos, end) &&
	       !(anchor && strchr("?:,]}%@`", s[pos])))
		pos++;
	return pos;
}

size_t gap_properties(const char *s, size_t pos, size_t end, int n)
{
	while (n-- > 0)
		pos = property(s, gap_skip(s, pos, end), end);
	return pos;
}

size_t gap_floating(const char *s, size_t pos, size_t end)
{
	size_t floating = pos;

	while (pos < end) {
		size_t text = gap_blanks(s, pos, end);
		size_t eol = gap_break(s, text, end);

		if (eol) {
			floating = pos = text + eol;
			continue;
		}
		text = comment(s, text, end);
		eol = gap_break(s, text, end);
		if (!eol)
			break;
		pos = text + eol;
	}
	return floating;
}

bool gap_has_comment(const char *s, size_t pos, size_t end)
{
	return memchr(s + pos, '#', end - pos) != NULL;
}
