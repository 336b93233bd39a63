/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands between the nodes of a YAML text: blanks, line breaks, comments
 * and the indicators that libyaml's events do not tell the place of.
 *
 * A line break is what libyaml takes for one: LF, CRLF, CR, NEL, LS and PS.
 * In a gap a '#' always starts a comment, with or without a blank before it.
 * All functions work on S from POS to END (exclusive) and return a position.
 */
#ifndef SENSEBOARD_YAML_GAP_H
#define SENSEBOARD_YAML_GAP_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the line break at POS, 0 if there is none. */
static inline size_t gap_break(const char *s, size_t pos, size_t end)
{
	size_t left = end - pos;

	if (!left)
		return 0;
	switch ((unsigned char)s[pos]) {
	case '\n':
		return 1;
	case '\r':
		return left > 1 && s[pos + 1] == '\n' ? 2 : 1;
	case 0xc2:
		return left > 1 && s[pos + 1] == '\x85' ? 2 : 0;
	case 0xe2:
		return left > 2 && s[pos + 1] == '\x80' &&
				       (s[pos + 2] == '\xa8' ||
					s[pos + 2] == '\xa9')
			       ? 3
			       : 0;
	default:
		return 0;
	}
}

/* The same for the line break that ends at POS, not before START. */
size_t gap_break_before(const char *s, size_t start, size_t pos);

/* Past blanks (spaces and tabs). */
size_t gap_blanks(const char *s, size_t pos, size_t end);

/* The length of the byte order mark at POS, or 0: it may begin any line, and
 * says nothing there. */
size_t gap_order_mark(const char *s, size_t pos, size_t end);

/* Past blanks, line breaks and comments. */
size_t gap_skip(const char *s, size_t pos, size_t end);

/* Past the rest of the line with its break, if it holds nothing but blanks
 * and a comment; else POS. */
size_t gap_rest_of_line(const char *s, size_t pos, size_t end);

/* The start of the line that POS is in, not before START. */
size_t gap_line_start(const char *s, size_t start, size_t pos);

/* Past N properties (an anchor, a tag) with the gaps before and between. */
size_t gap_properties(const char *s, size_t pos, size_t end, int n);

/* The last position in the gap that follows a blank line, or POS: what stands
 * before it belongs to the place, what follows to the entry below. */
size_t gap_floating(const char *s, size_t pos, size_t end);

/* Whether there is a comment in the gap. */
bool gap_has_comment(const char *s, size_t pos, size_t end);

#endif
