/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines drawn finer than a cell: each cell holds 2 x 4 dots of Braille, or
 * one dot where only ASCII can be trusted.
 *
 * A plot is a grid of dots in memory until it is drawn; cells without a dot
 * are left as they were on the canvas.
 */
#ifndef SENSEBOARD_TUI_PLOT_H
#define SENSEBOARD_TUI_PLOT_H

#include "tui/canvas.h"

struct plot {
	int rows, cols; /* in dots; from the top left */
	int per_row, per_col; /* dots a cell holds */
	uint8_t *dots; /* a byte a cell */
};

/* A plot for R of C; plot_release() frees what it holds. */
void plot_init(struct plot *p, const struct canvas *c, struct rect r);
void plot_release(struct plot *p);

/* Draw a line from Y0,X0 to Y1,X1 (dots; what lies outside is left out), solid
 * or of every third dot. */
void plot_line(struct plot *p, int y0, int x0, int y1, int x1, bool dotted);

/* Put the plot on the canvas at Y,X; ROLES has one for each of its rows of
 * cells. */
void plot_draw(const struct plot *p, struct canvas *c, int y, int x,
	       const enum role *roles);

#endif
