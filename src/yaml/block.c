/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looking at block scalars line by line.
 */
#include "yaml/block.h"
#include "yaml/gap.h"

#include <glib.h>
#include <string.h>

static size_t next_line(const char *s, size_t pos, size_t len)
{
	while (pos < len && !gap_break(s, pos, len))
		pos++;
	return pos + gap_break(s, pos, len);
}

/* Past the spaces that indent a line. */
static size_t content(const char *s, size_t pos, size_t len)
{
	while (pos < len && s[pos] == ' ')
		pos++;
	return pos;
}

unsigned block_indent(const char *s, size_t len)
{
	size_t least = 0;

	for (size_t at = next_line(s, 0, len); at < len;
	     at = next_line(s, at, len)) {
		size_t indent = content(s, at, len) - at;

		if (at + indent < len && !gap_break(s, at + indent, len) &&
		    (!least || indent < least))
			least = indent;
	}
	return (unsigned)least;
}

/* The indicators behind | or >: an indentation (0: none given), + or - (0). */
static size_t header(const char *s, size_t len, unsigned *indent, char *chomp)
{
	size_t at = 1;

	*indent = 0;
	*chomp = '\0';
	for (; at < len; at++) {
		if (g_ascii_isdigit(s[at]))
			*indent = (unsigned)g_ascii_digit_value(s[at]);
		else if (s[at] == '+' || s[at] == '-')
			*chomp = s[at];
		else
			break;
	}
	return MIN(at, len);
}

bool block_keeps(const char *s, size_t len)
{
	unsigned indent;
	char chomp;

	header(s, len, &indent, &chomp);
	return chomp == '+';
}

/* The columns that its first line with content is indented by. */
static size_t first_indent(const char *s, size_t len)
{
	for (size_t at = next_line(s, 0, len); at < len;
	     at = next_line(s, at, len)) {
		size_t text = content(s, at, len);

		if (text < len && !gap_break(s, text, len))
			return text - at;
	}
	return 0;
}

size_t block_length(const char *s, size_t len, unsigned col)
{
	size_t first = next_line(s, 0, len), indent;
	unsigned given;
	char chomp;

	header(s, len, &given, &chomp);
	if (chomp == '+')
		return len;
	indent = given ? col + given : first_indent(s, len);
	while (len > first) {
		size_t eol = gap_break_before(s, first, len);
		size_t line = gap_line_start(s, first, len - eol);
		size_t text = content(s, line, len - eol);

		if (!eol || text != len - eol || text - line > indent)
			break;
		len = line;
	}
	return len;
}

static char *comment_at(const char *s, size_t at, size_t len)
{
	size_t end = at;

	if (gap_blanks(s, at, len) == len || s[gap_blanks(s, at, len)] != '#')
		return g_strdup("");
	while (end < len && !gap_break(s, end, len))
		end++;
	return g_strdup_printf("%s%.*s", s[at] == '#' ? " " : "",
			       (int)(end - at), s + at);
}

char *block_comment(const char *s, size_t len)
{
	unsigned indent;
	char chomp;

	return comment_at(s, header(s, len, &indent, &chomp), len);
}

char *tail_comment(const char *tail, size_t len)
{
	return comment_at(tail, 0, len);
}

char *block_strip(const char *s, size_t len)
{
	unsigned indent;
	char chomp;
	size_t end = header(s, len, &indent, &chomp);

	return g_strdup_printf("%c%.*s-%.*s", *s, indent ? 1 : 0,
			       &"0123456789"[indent], (int)(len - end),
			       s + end);
}
