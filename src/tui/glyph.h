/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The gate: how one grapheme cluster of foreign text is drawn.
 *
 * Whatever the bytes are, what comes out is a few cells that a terminal can
 * draw, whose width libunistring and libc agree about, and in which there is
 * no control character, joiner, variation selector, skin tone, tag or
 * direction mark.  The document keeps its bytes; only the drawing is made
 * safe.  Widths above ASCII need a UTF-8 locale (setlocale()).
 */
#ifndef SENSEBOARD_TUI_GLYPH_H
#define SENSEBOARD_TUI_GLYPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How much of Unicode the terminal can be trusted with. */
enum glyphs { GLYPHS_ASCII, GLYPHS_UNICODE, GLYPHS_EMOJI };

/* What the levels are called, NULL-ended; and the level of a NAME, false if
 * there is none. */
extern const char *const glyphs_names[];
bool glyphs_find(const char *name, enum glyphs *level);

#define CELL_CHARS 4 /* a base and at most three marks */
#define GLYPH_CELLS 3

/* One cell.  The right half of a wide character has ch[0] == 0 and
 * width == 0; a blank cell holds a space of width 1. */
struct cell {
	uint32_t ch[CELL_CHARS];
	uint8_t width;
	uint8_t role;
};

/* How a cluster is drawn: COUNT cells side by side (their role is not set);
 * none at all if nothing of it can be seen. */
struct glyph {
	struct cell cells[GLYPH_CELLS];
	int count;
};

/* Whether TEXT starts with a printable ASCII character that is a cluster of
 * its own: it is drawn as itself, and glyph_next() need not be asked. */
static inline bool glyph_plain(const char *text)
{
	return text[0] >= ' ' && text[0] <= '~' && !(text[1] & 0x80);
}

/* Read the first cluster of TEXT (LEN bytes, at least 1) into GLYPH and
 * return its length in bytes, at least 1.  A bad byte is a cluster. */
size_t glyph_next(const char *text, size_t len, enum glyphs level,
		  struct glyph *glyph);

/* The columns the glyph takes. */
int glyph_width(const struct glyph *glyph);

#endif
