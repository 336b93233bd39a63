/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns where the parts of the Senses are.
 *
 * The grid has as many rows as there are stages, as far as there is room for
 * them; then come the gaps, a line each, and the list has the rest.  Below 16
 * rows the list is a screen of its own, where Tab leads to.
 */
#include "tui/senses.h"

#include "tui/list.h"

#define SINGLE 16 /* rows below which there is one pane at a time */
#define RULED 12 /* rows from which on there are rules */
#define WIDE 100 /* columns with a text in the cells */
#define COLUMNED 60 /* columns of the screen with a column for all senses */
#define GAP_LEAST 2 /* rows of the one that a small screen shows */
#define GAP_MOST 3
#define LIST_LEAST 4 /* rows, with its title */
#define CELL_MOST 24

static void lay_columns(struct senses_layout *at, int cols)
{
	int least = cols >= 160	       ? 36
		    : cols >= WIDE     ? 26
		    : cols >= COLUMNED ? 18
				       : 15;

	at->columns = SENSES + (cols >= COLUMNED ? 1 : 0);
	at->cell = MIN((cols - least) / at->columns, CELL_MOST);
	at->name = cols - at->columns * at->cell;
	if (at->cell == CELL_MOST)
		at->name = MIN(at->name, least + 8);
}

/* Put the gaps into words anew; how many there are. */
static int tell_gaps(struct senses *s)
{
	int n = 0;

	for (int i = 0; i < SENSES; i++) {
		g_free(s->gaps[i]);
		s->gaps[i] = senses_gap(s, i);
		n += s->gaps[i] != NULL;
	}
	return n;
}

/* Rows for the gaps, of those that grid, gaps and list share. */
static int gap_rows(struct senses *s, int room)
{
	int stages = (int)app_journey(s->app)->root->children->len;
	int gaps = tell_gaps(s);

	if (s->single || s->at.columns == SENSES)
		return CLAMP(room - stages, GAP_LEAST, GAP_MOST);
	return MIN(gaps, room / 4 + 1);
}

static void lay_grid(struct senses *s, struct rect r, int room)
{
	struct senses_layout *at = &s->at;
	int ruled = at->ruled ? 1 : 0;
	guint stages = app_journey(s->app)->root->children->len;
	int wish = (int)stages, rows;

	at->head = r.y;
	at->step = r.cols >= WIDE && wish * 2 <= room ? 2 : 1;
	rows = MIN(wish * at->step, room);
	at->stages = (struct rect){ r.y + 1 + ruled, r.x, rows, r.cols };
	at->journey = at->stages.y + rows + ruled;
	s->top = list_scroll(s->top, MIN(s->row, MAX(stages, 1) - 1), stages,
			     (size_t)(rows / at->step));
}

void senses_layout(struct senses *s, const struct canvas *c, struct rect r)
{
	struct senses_layout *at = &s->at;
	int room, gaps, list;

	s->single = r.rows < SINGLE;
	at->ruled = r.rows >= RULED;
	lay_columns(at, c->cols);
	room = r.rows - (at->ruled ? 4 : 2);
	gaps = gap_rows(s, room);
	list = s->single ? 0 : MAX(LIST_LEAST, (room - gaps) / 3);
	lay_grid(s, r, room - gaps - list);
	at->gaps = (struct rect){ at->journey + 1, r.x + 1, gaps, r.cols - 2 };
	at->title = at->gaps.y + gaps;
	if (s->single)
		at->title = r.y;
	at->list = (struct rect){ at->title + 1, r.x,
				  r.y + r.rows - at->title - 1, r.cols };
	if (s->single && s->focus == SENSES_GRID)
		at->list.rows = 0;
}

int senses_row_at(const struct senses *s, int y)
{
	const struct senses_layout *at = &s->at;

	if (s->single && s->focus == SENSES_LIST)
		return -1;
	if (y >= at->stages.y && y < at->stages.y + at->stages.rows)
		return (int)s->top + (y - at->stages.y) / at->step;
	return y == at->journey ? (int)app_journey(s->app)->root->children->len
				: -1;
}

int senses_sense_at(const struct senses *s, int x)
{
	int sense = (x - s->at.name) / MAX(s->at.cell, 1);

	return x >= s->at.name && sense < SENSES ? sense : -1;
}

int senses_position_at(const struct senses *s, int y)
{
	int row = y - s->at.list.y;
	int chosen = (int)senses_position(s) - (int)s->list_top;
	int position;

	if (row < 0 || row >= s->at.list.rows)
		return -1;
	if (row > chosen && chosen >= 0)
		row = MAX(row - (s->open - 1), chosen);
	position = (int)s->list_top + row;
	return position < (int)senses_count(s) ? position : -1;
}
