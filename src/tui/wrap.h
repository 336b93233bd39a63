/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a text breaks when it is shown in a given width.
 *
 * It says where the lines begin and end and draws nothing: the inspector
 * shows long values with it, the text field moves its cursor by it.  Lines
 * break where Unicode lets them; a word longer than a line breaks between
 * two clusters.
 */
#ifndef SENSEBOARD_TUI_WRAP_H
#define SENSEBOARD_TUI_WRAP_H

#include <glib.h>
#include <stddef.h>

#include "tui/glyph.h"

/* A line of a text: LEN bytes from OFFSET on, without the line end and
 * without the blanks that hang over at its end. */
struct wrap_line {
	size_t offset, len;
};

/* The lines (struct wrap_line) of TEXT, LEN bytes of valid UTF-8, in WIDTH
 * columns (at least 1): one or more, none wider than WIDTH unless a single
 * cluster is.  The caller unrefs the array. */
GArray *text_wrap(const char *text, size_t len, int width, enum glyphs level);

/* The columns LEN bytes of TEXT take in one line. */
int text_columns(const char *text, size_t len, enum glyphs level);

#endif
