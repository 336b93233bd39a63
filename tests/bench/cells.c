/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A libvterm screen, and beside it what it showed before.
 */
#include "cells.h"

#include <stdlib.h>
#include <string.h>
#include <vterm.h>

struct cells {
	VTerm *term;
	VTermScreen *screen;
	int rows, cols;
	VTermScreenCell before[];
};

struct cells *cells_new(int rows, int cols)
{
	size_t all = (size_t)rows * (size_t)cols;
	struct cells *c = calloc(1, sizeof(*c) + all * sizeof(*c->before));

	if (!c)
		abort();
	c->rows = rows;
	c->cols = cols;
	c->term = vterm_new(rows, cols);
	vterm_set_utf8(c->term, 1);
	c->screen = vterm_obtain_screen(c->term);
	vterm_screen_enable_altscreen(c->screen, 1);
	vterm_screen_reset(c->screen, 1);
	return c;
}

void cells_free(struct cells *c)
{
	vterm_free(c->term);
	free(c);
}

void cells_feed(struct cells *c, const char *bytes, size_t len)
{
	vterm_input_write(c->term, bytes, len);
}

static int same(const VTermScreenCell *a, const VTermScreenCell *b)
{
	return !memcmp(a->chars, b->chars, sizeof(a->chars)) &&
	       !memcmp(&a->attrs, &b->attrs, sizeof(a->attrs)) &&
	       vterm_color_is_equal(&a->fg, &b->fg) &&
	       vterm_color_is_equal(&a->bg, &b->bg);
}

unsigned cells_changed(struct cells *c)
{
	VTermScreenCell *before = c->before;
	unsigned changed = 0;

	for (int y = 0; y < c->rows; y++)
		for (int x = 0; x < c->cols; x++, before++) {
			VTermScreenCell now = { 0 };

			vterm_screen_get_cell(c->screen,
					      (VTermPos){ .row = y, .col = x },
					      &now);
			changed += !same(&now, before);
			*before = now;
		}
	return changed;
}
