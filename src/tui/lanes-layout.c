/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns where the columns and lanes of the Board are.
 *
 *	100 columns and more	all stages alike, as many as fit
 *	below			the chosen stage has the room, the others
 *				keep what shows how full they are
 *
 * Rows go first to what every lane needs, then to rules between the parts,
 * then one by one to the lanes that wish for more.  Where even the needs do
 * not fit, the lanes scroll.
 */
#include "tui/lanes.h"

#include <string.h>

#include "tui/list.h"
#include "tui/show.h"

#define WIDE 100 /* columns of the screen */
#define LEAST_ALIKE 16 /* columns of a stage among its like */
#define MOST_ALIKE 64
#define LEAST_FOCUS 22 /* of the chosen one */
#define CONTEXT 8 /* of those around it */
#define MOST_ROWS 6 /* of touchpoints in a cell */
#define DIGEST_LEAST 24 /* rows of the board with a digest below it */

/* --- columns -------------------------------------------------------------- */

static void add_column(struct lanes *l, unsigned stage, int x, int cols)
{
	struct lanes_column column = { .stage = stage, .x = x, .cols = cols };

	g_array_append_val(l->columns, column);
}

static void lay_alike(struct lanes *l, struct rect r, unsigned stages)
{
	int least = MAX(LEAST_ALIKE + l->width, 4);
	int fit = MAX(r.cols / (least + 1), 1);
	int shown = MIN((int)stages, fit), spare = r.cols % shown, x = r.x;
	int cols = MIN(r.cols / shown - 1, MAX(MOST_ALIKE, least));

	if (cols == MAX(MOST_ALIKE, least))
		spare = 0;
	l->left =
		(unsigned)list_scroll(l->left, l->stage, stages, (size_t)shown);
	for (int i = 0; i < shown; i++) {
		int width = cols + (i < spare);

		add_column(l, l->left + (unsigned)i, x, width);
		x += width + 1;
	}
}

static void lay_focus(struct lanes *l, struct rect r, unsigned stages)
{
	int least = MAX(LEAST_FOCUS + l->width, 4);
	int around =
		CLAMP((r.cols - least) / (CONTEXT + 1), 0, (int)stages - 1);
	int focus = r.cols - 1 - around * (CONTEXT + 1), x = r.x;

	l->left = (unsigned)list_scroll(l->left, l->stage, stages,
					(size_t)around + 1);
	for (int i = 0; i <= around; i++) {
		unsigned stage = l->left + (unsigned)i;
		int cols = stage == l->stage ? focus : CONTEXT;

		add_column(l, stage, x, cols);
		x += cols + 1;
	}
}

static void lay_columns(struct lanes *l, const struct canvas *c, struct rect r)
{
	unsigned stages = app_journey(l->app)->root->children->len;

	l->label = c->cols >= WIDE ? 10 : c->cols >= 60 ? 9 : 6;
	g_array_set_size(l->columns, 0);
	r.x += l->label + 1;
	r.cols -= l->label + 1;
	if (!stages)
		return;
	if (c->cols >= WIDE)
		lay_alike(l, r, stages);
	else
		lay_focus(l, r, stages);
}

/* --- lanes ---------------------------------------------------------------- */

static int need(const struct lane *lane)
{
	return MAX(lane->need, 1);
}

/* The rows a lane can use: its cells hold no more than there are
 * touchpoints. */
static int most(const struct lane *lane, int touchpoints)
{
	if (lane->kind == LANE_CURVE)
		return lane->wish;
	return MIN(lane->wish, MAX(touchpoints, 1));
}

/* The touchpoints of the fullest stage, as far as that matters. */
static int fullest(const struct journey *j)
{
	const GPtrArray *stages = j->root->children;
	int n = 0;

	for (guint i = 0; i < stages->len && n < MOST_ROWS; i++) {
		const struct place *stage = stages->pdata[i];

		n = MAX(n, (int)stage->children->len);
	}
	return MIN(n, MOST_ROWS);
}

/* Those in sight around the cursor, each with what it needs; the rows left. */
static int take_lanes(struct lanes *l, int rows)
{
	unsigned i;

	l->n_rows = 0;
	l->top = MIN(l->top, l->lane);
	for (int used = 0; l->top < l->lane; l->top++) {
		used = 0;
		for (i = l->top; i <= l->lane; i++)
			used += need(l->order[i]);
		if (used <= rows)
			break;
	}
	for (i = l->top; l->order[i] && need(l->order[i]) <= rows; i++) {
		l->rows[l->n_rows++] =
			(struct lanes_row){ .lane = l->order[i],
					    .rows = need(l->order[i]) };
		rows -= need(l->order[i]);
	}
	while (l->top > 0 && need(l->order[l->top - 1]) <= rows) {
		const struct lane *lane = l->order[--l->top];

		memmove(&l->rows[1], &l->rows[0],
			l->n_rows++ * sizeof(l->rows[0]));
		l->rows[0] =
			(struct lanes_row){ .lane = lane, .rows = need(lane) };
		rows -= need(lane);
	}
	return rows;
}

/* The rows that a lane grows by: a curve has 3, 5 or 9 of them, so that the
 * heights of its values fall on rows. */
static int growth(const struct lanes_row *row, int touchpoints)
{
	if (row->rows >= most(row->lane, touchpoints))
		return 0;
	return row->lane->kind == LANE_CURVE ? row->rows - 1 : 1;
}

/* Let a lane grow; the rows left. */
static int grow(struct lanes_row *row, int rows, int touchpoints)
{
	int by = growth(row, touchpoints);

	if (by > rows)
		return rows;
	row->rows += by;
	return rows - by;
}

/* First the names, which all other lanes are about, then each lane in turn. */
static void give_rows(struct lanes *l, int rows, int touchpoints)
{
	int before = -1;

	while (l->rows[0].lane->field == T_NAME && rows != before) {
		before = rows;
		rows = grow(&l->rows[0], rows, touchpoints);
	}
	before = -1;
	while (rows != before) {
		before = rows;
		for (unsigned i = 0; i < l->n_rows; i++)
			rows = grow(&l->rows[i], rows, touchpoints);
	}
}

/* A rule above each part, if there is room for all of them. */
static int give_rules(struct lanes *l, int rows)
{
	int rules = 0;

	for (unsigned i = 1; i < l->n_rows; i++)
		rules += l->rows[i].lane->parts;
	if (rules > rows)
		return rows;
	for (unsigned i = 1; i < l->n_rows; i++)
		l->rows[i].rule = l->rows[i].lane->parts;
	return rows - rules;
}

static void lay_lanes(struct lanes *l, struct rect r)
{
	int touchpoints = fullest(app_journey(l->app));
	int rows = take_lanes(l, r.rows), y = r.y;

	rows = give_rules(l, rows);
	if (l->n_rows)
		give_rows(l, rows, touchpoints);
	for (unsigned i = 0; i < l->n_rows; i++) {
		struct lanes_row *row = &l->rows[i];

		row->y = y + row->rule;
		y = row->y + row->rows;
	}
}

void lanes_layout(struct lanes *l, const struct canvas *c, struct rect r)
{
	int below = r.rows >= DIGEST_LEAST ? SHOW_DIGEST_ROWS + 1 : 0;
	int head = r.rows >= 12 ? 2 : 1; /* with a rule below it */
	struct rect lanes = { r.y + head, r.x, r.rows - head - below, r.cols };

	l->head = r.y;
	lay_columns(l, c, r);
	lay_lanes(l, lanes);
	l->digest = (struct rect){ r.y + r.rows - below + 1, r.x,
				   below ? SHOW_DIGEST_ROWS : 0, r.cols };
}

/* --- what is where -------------------------------------------------------- */

const struct lanes_column *lanes_column(const struct lanes *l, unsigned stage)
{
	for (guint i = 0; i < l->columns->len; i++) {
		const struct lanes_column *column =
			&g_array_index(l->columns, struct lanes_column, i);

		if (column->stage == stage)
			return column;
	}
	return NULL;
}

const struct lanes_column *lanes_column_at(const struct lanes *l, int x)
{
	for (guint i = 0; i < l->columns->len; i++) {
		const struct lanes_column *column =
			&g_array_index(l->columns, struct lanes_column, i);

		if (x >= column->x && x < column->x + column->cols)
			return column;
	}
	return NULL;
}

const struct lanes_row *lanes_row_at(const struct lanes *l, int y)
{
	for (unsigned i = 0; i < l->n_rows; i++)
		if (y >= l->rows[i].y && y < l->rows[i].y + l->rows[i].rows)
			return &l->rows[i];
	return NULL;
}

unsigned lanes_first(const struct lanes *l, const struct place *stage, int rows)
{
	if (stage->index != l->stage)
		return 0;
	return (unsigned)list_scroll(0, l->index, stage->children->len,
				     (size_t)rows);
}

/* The touchpoint that a row of a cell is of, or the stage. */
static struct place *in_cell(const struct lanes *l, struct place *stage,
			     const struct lanes_row *row, int y)
{
	unsigned index = 0;
	struct place *tp;

	if (row->rows > 1 && row->lane->kind != LANE_CURVE)
		index = lanes_first(l, stage, row->rows) +
			(unsigned)(y - row->y);
	else if (stage->index == l->stage)
		index = l->index;
	tp = stage_touchpoint(stage, index);
	return tp ? tp : stage;
}

struct place *lanes_at(const struct lanes *l, int y, int x, struct rect *r)
{
	const struct lanes_column *column = lanes_column_at(l, x);
	const struct lanes_row *row = lanes_row_at(l, y);
	struct place *stage;

	if (!column || (!row && y != l->head))
		return NULL;
	stage = journey_stage(app_journey(l->app), column->stage);
	*r = (struct rect){ y, column->x, 1, column->cols };
	return row && stage ? in_cell(l, stage, row, y) : stage;
}
