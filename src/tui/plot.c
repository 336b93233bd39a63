/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the dots of a plot and how they become characters.  It knows nothing
 * of what a line means.
 *
 *	Braille numbers its dots	1 4
 *	by columns, the last row	2 5
 *	apart:				3 6
 *					7 8
 */
#include "tui/plot.h"

#include <stdlib.h>

#define BRAILLE 0x2800
#define GAP 3 /* a dotted line is every third dot */

void plot_init(struct plot *p, const struct canvas *c, struct rect r)
{
	bool fine = c->glyphs != GLYPHS_ASCII;

	p->per_row = fine ? 4 : 1;
	p->per_col = fine ? 2 : 1;
	p->rows = r.rows * p->per_row;
	p->cols = r.cols * p->per_col;
	p->dots = g_new0(uint8_t, (size_t)r.rows * (size_t)r.cols);
}

void plot_release(struct plot *p)
{
	g_clear_pointer(&p->dots, g_free);
}

static void set(struct plot *p, int y, int x)
{
	static const uint8_t bits[4][2] = {
		{ 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 }
	};
	int stride = p->cols / p->per_col;

	if (y < 0 || y >= p->rows || x < 0 || x >= p->cols)
		return;
	p->dots[y / p->per_row * stride + x / p->per_col] |=
		bits[y % p->per_row][x % p->per_col];
}

void plot_line(struct plot *p, int y0, int x0, int y1, int x1, bool dotted)
{
	int steps = MAX(abs(y1 - y0), abs(x1 - x0));

	for (int i = 0; i <= steps; i++)
		if (!dotted || i % GAP == 0 || i == steps)
			set(p, y0 + (steps ? (y1 - y0) * i / steps : 0),
			    x0 + (steps ? (x1 - x0) * i / steps : 0));
}

void plot_draw(const struct plot *p, struct canvas *c, int y, int x,
	       const enum role *roles)
{
	int rows = p->rows / p->per_row, cols = p->cols / p->per_col;
	char text[8];

	for (int i = 0; i < rows * cols; i++) {
		if (!p->dots[i])
			continue;
		if (p->per_row == 1)
			g_strlcpy(text, ".", sizeof(text));
		else
			text[g_unichar_to_utf8(BRAILLE + p->dots[i], text)] =
				'\0';
		canvas_text(c, y + i / cols, x + i % cols, 1, roles[i / cols],
			    text);
	}
}
