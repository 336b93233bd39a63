/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A grid of squares in memory: what a view draws on and a terminal shows.
 *
 * All text, our own and foreign, goes through the gate of glyph.h: whatever
 * the bytes are, what lands in the squares is drawable, of a known width, and
 * never a control character.  It knows nothing of curses; tests compare it
 * as text.
 *
 * Every frame clears, fills and compares all squares, so a square is small:
 * the few that have marks on their character have them in a grid beside.
 */
#ifndef SENSEBOARD_TUI_CANVAS_H
#define SENSEBOARD_TUI_CANVAS_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "tui/glyph.h"
#include "tui/theme.h"

/* One cell, as glyph.h has it, but for its marks. */
struct square {
	uint32_t ch; /* 0: the right half of a wide character */
	uint8_t width;
	uint8_t role;
	uint8_t arms; /* of a box line: where it leads; 0 is text */
	bool marked;
};

struct canvas {
	int rows, cols;
	enum glyphs glyphs;
	struct square *squares; /* rows * cols, row by row */
	struct marks *marks; /* as many; only of those that are marked */
	bool marked; /* there may be some */
	int cursor_y, cursor_x; /* where the hardware cursor stands */
};

/* A part of a canvas: drawing is clipped to it. Coordinates passed with a
 * rect are relative to its corner. */
struct rect {
	int y, x, rows, cols;
};

/* Take ROWS rows off the top of LEFT: the part that they are. */
static inline struct rect rect_take(struct rect *left, int rows)
{
	struct rect part = *left;

	part.rows = rows;
	left->y += rows;
	left->rows -= rows;
	return part;
}

/* A blank canvas of ROWS x COLS (less than 1 counts as 1); canvas_free()
 * frees it. */
struct canvas *canvas_new(int rows, int cols, enum glyphs glyphs);
void canvas_free(struct canvas *c);

/* What stands at Y,X, which is on the canvas. */
struct cell canvas_cell(const struct canvas *c, int y, int x);

/* Let row Y of TO, as far as there is one, be that of FROM. */
void canvas_copy_row(struct canvas *to, const struct canvas *from, int y);

/* Whether they have the same row Y, or the same at Y,X, to look at; both are
 * on both canvases. */
bool canvas_same_row(const struct canvas *a, const struct canvas *b, int y);
bool canvas_same(const struct canvas *a, const struct canvas *b, int y, int x);

/* Blank every cell and put the cursor in the last row's first column. */
void canvas_clear(struct canvas *c);

/* Change the size; the content is blank afterwards. */
void canvas_resize(struct canvas *c, int rows, int cols);

/* Draw TEXT (any bytes, NUL-ended) at Y,X in at most WIDTH columns, made
 * safe, and return the columns used. What does not fit, there or on the
 * canvas, is cut before its cluster and ends in the ellipsis of the glyph
 * level. */
int canvas_text(struct canvas *c, int y, int x, int width, enum role role,
		const char *text);

/* Draw our own text, printf-style, through the same gate. */
int canvas_printf(struct canvas *c, int y, int x, int width, enum role role,
		  const char *format, ...) G_GNUC_PRINTF(6, 7);

/* The columns canvas_text() would use without a limit; takes time with the
 * length of the text. */
int canvas_width(const struct canvas *c, const char *text);

/* A sign of our own in its form for the glyph level ("▸" or ">"). */
enum sign {
	SIGN_SELECT,
	SIGN_FOCUS,
	SIGN_ERROR,
	SIGN_WARNING,
	SIGN_GOOD,
	SIGN_HINT,
	SIGN_ABSENT,
	SIGN_SENSE,
	SIGN_MARK,
	SIGN_ELLIPSIS,
	SIGN_BAR,
	SIGN_UNSAVED,
	SIGN_CRUMB,
	SIGN_DASH,
	SIGN_NOT_EQUAL,
	SIGN_ENTER,
	SIGN_UP,
	SIGN_DOWN,
	SIGN_LEFT,
	SIGN_RIGHT,
	SIGN_HERE,
	SIGN_OPEN,
	SIGN_COUNT
};
const char *canvas_sign(const struct canvas *c, enum sign sign);

/* Draw a sign of one character side by side, as often as WIDTH columns hold
 * it. */
void canvas_repeat(struct canvas *c, int y, int x, int width, enum role role,
		   enum sign sign);

/* Box lines in the glyph level's characters; junctions merge with lines
 * already drawn, so that panes share their borders: a line that ends on one
 * makes a T, one that passes makes a cross.  Draw boxes first, then divide. */
void canvas_hline(struct canvas *c, int y, int x, int width, enum role role);
void canvas_vline(struct canvas *c, int y, int x, int height, enum role role);
void canvas_box(struct canvas *c, struct rect r, enum role role);
/* A light dotted rule, for groups within a pane. */
void canvas_dots(struct canvas *c, int y, int x, int width, enum role role);

/* Give WIDTH cells from Y,X the role, keeping their text. */
void canvas_role(struct canvas *c, int y, int x, int width, enum role role);

/* Let all that is drawn so far lie behind what comes: of several selections
 * only the one in front is bright. */
void canvas_recede(struct canvas *c);

/* Put the hardware cursor there (clipped to the canvas). */
void canvas_cursor(struct canvas *c, int y, int x);

/* The screen as lines of text without trailing blanks; the caller frees. */
char *canvas_dump(const struct canvas *c);

#endif
