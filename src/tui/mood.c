/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how high a value stands in a curve, and its colours.
 */
#include "tui/mood.h"

#include "journey/curve.h"

void mood_begin(struct mood *m, struct canvas *c, struct rect r, bool dotted)
{
	r.rows = MIN(r.rows, MOOD_ROWS_MOST);
	*m = (struct mood){ .c = c, .area = r, .dotted = dotted, .x = -1 };
	plot_init(&m->plot, c, r);
}

static int height_of(const struct plot *p, int value)
{
	return (MOOD_BEST - value) * (p->rows - 1) / (2 * MOOD_BEST);
}

void mood_to(struct mood *m, int value, int column)
{
	int x = (column - m->area.x) * m->plot.per_col, y;

	if (value == CURVE_NONE)
		return;
	y = height_of(&m->plot, value);
	if (m->x < 0)
		plot_line(&m->plot, y, x, y, x, false);
	else
		plot_line(&m->plot, m->y, m->x, y, x, m->dotted);
	m->y = y;
	m->x = x;
}

/* What lies above the middle is a smile, what lies below a frown; what was
 * only designed is neither. */
static void choose_roles(enum role *roles, int rows, bool designed)
{
	for (int i = 0; i < rows; i++)
		roles[i] = designed		? ROLE_DIM
			   : i < rows / 2	? ROLE_SMILE
			   : i > (rows - 1) / 2 ? ROLE_FROWN
						: ROLE_CONTENT;
}

void mood_end(struct mood *m)
{
	enum role roles[MOOD_ROWS_MOST];

	choose_roles(roles, m->area.rows, m->dotted);
	plot_draw(&m->plot, m->c, m->area.y, m->area.x, roles);
	plot_release(&m->plot);
}

int mood_row(struct rect r, int value)
{
	return r.y + (MOOD_BEST - value) * (r.rows - 1) / (2 * MOOD_BEST);
}
