/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The curve of a journey: how each touchpoint leaves the customer, as a line
 * of dots from face to face, dotted as designed and solid as walked.
 *
 *	+2   .--.
 *	 0  /    \
 *	-2        '--
 *
 * Who draws says which value stands in which column; smiles and frowns have
 * colours of their own.
 */
#ifndef SENSEBOARD_TUI_MOOD_H
#define SENSEBOARD_TUI_MOOD_H

#include "tui/plot.h"

#define MOOD_BEST 2 /* values run from -2 to 2 */
#define MOOD_ROWS_MOST 16

/* A curve being drawn from left to right. */
struct mood {
	struct canvas *c;
	struct rect area;
	struct plot plot;
	bool dotted;
	int y, x; /* the point before, in dots; X is -1 at first */
};

/* Begin a curve in R of C, which has at most MOOD_ROWS_MOST rows; draw it to a
 * value (CURVE_NONE is passed over) in a column of the canvas; end it, which
 * puts it there. */
void mood_begin(struct mood *m, struct canvas *c, struct rect r, bool dotted);
void mood_to(struct mood *m, int value, int column);
void mood_end(struct mood *m);

/* The row of R in which a value stands, on the canvas. */
int mood_row(struct rect r, int value);

#endif
