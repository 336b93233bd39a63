/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how the faces of the touchpoints are drawn on the Board: side by side,
 * and as a curve of dots, dotted as designed and solid as walked.
 *
 * A touchpoint has its middle in the column of its stage; the curve runs
 * through these from stage to stage.
 */
#include "tui/lanes.h"

#include "journey/curve.h"
#include "tui/plot.h"
#include "tui/show.h"

#define BEST 2 /* values run from -2 to 2 */
#define CURVE_MOST 16 /* rows */

static int middle(const struct lanes_column *column, unsigned index,
		  unsigned count)
{
	return column->x +
	       (int)(index * 2 + 1) * column->cols / (int)(count * 2);
}

/* The face that counts: walked, where somebody did. */
static const struct face *face_of(const struct lanes *l, const struct place *tp)
{
	int walked = curve_walked(tp);

	if (walked == CURVE_NONE)
		return show_face_of(l->app, tp);
	for (int i = 0; i < FACES; i++)
		if (schema_faces[i].value == walked)
			return &schema_faces[i];
	return NULL;
}

static void draw_face(const struct lanes *l, struct canvas *c, int y, int x,
		      const struct place *tp)
{
	const struct face *face = face_of(l, tp);
	bool here = tp->number == l->chosen;

	if (face)
		canvas_text(c, y, x, 3, here ? ROLE_STRONG : ROLE_CONTENT,
			    show_face(c->glyphs, face));
	else
		canvas_text(c, y, x, 1, ROLE_ABSENT,
			    canvas_sign(c, SIGN_ABSENT));
}

/* One under each middle, or as many as there is room for. */
static void draw_stage_faces(const struct lanes *l, struct canvas *c,
			     const struct lanes_column *column, int y)
{
	const struct place *stage =
		journey_stage(app_journey(l->app), column->stage);
	int cols = c->glyphs == GLYPHS_ASCII ? 4 : 3;
	unsigned n = stage->children->len,
		 fit = (unsigned)(column->cols / cols);
	unsigned first = lanes_first(l, stage, (int)fit);

	for (unsigned i = first; i < n && i < first + fit; i++)
		draw_face(l, c, y,
			  n <= fit ? middle(column, i, n) - cols / 2
				   : column->x + (int)(i - first) * cols,
			  stage_touchpoint(stage, i));
	if (first + fit < n)
		canvas_text(c, y, column->x + column->cols - 1, 1, ROLE_DIM,
			    canvas_sign(c, SIGN_ELLIPSIS));
}

void lanes_draw_faces(const struct lanes *l, struct canvas *c,
		      const struct lanes_row *row)
{
	for (guint i = 0; i < l->columns->len; i++)
		draw_stage_faces(l, c,
				 &g_array_index(l->columns, struct lanes_column,
						i),
				 row->y);
}

/* --- the curve ------------------------------------------------------------ */

/* One of the two, being drawn from left to right. */
struct pen {
	struct plot *plot;
	int (*value)(const struct place *tp);
	bool dotted;
	int left; /* the canvas column of the plot */
	int y, x; /* the point before, in dots; X is -1 at first */
};

static int height_of(const struct plot *p, int value)
{
	return (BEST - value) * (p->rows - 1) / (2 * BEST);
}

static void draw_to(struct pen *pen, int value, int column)
{
	int y = height_of(pen->plot, value);
	int x = (column - pen->left) * pen->plot->per_col;

	if (pen->x < 0)
		plot_line(pen->plot, y, x, y, x, false);
	else
		plot_line(pen->plot, pen->y, pen->x, y, x, pen->dotted);
	pen->y = y;
	pen->x = x;
}

/* Where there are more touchpoints than dots, not every one has a dot. */
static void draw_stage(const struct lanes *l, struct pen *pen,
		       const struct lanes_column *column)
{
	const struct place *stage =
		journey_stage(app_journey(l->app), column->stage);
	unsigned n = stage->children->len;
	unsigned step = MAX(n / (unsigned)(column->cols * 2), 1);

	for (unsigned i = 0; i < n; i += step) {
		int value = pen->value(stage_touchpoint(stage, i));

		if (value != CURVE_NONE)
			draw_to(pen, value, middle(column, i, n));
	}
}

/* What lies above the middle is a smile, what lies below a frown. */
static void choose_roles(enum role *roles, int rows)
{
	for (int i = 0; i < rows; i++)
		roles[i] = i < rows / 2		? ROLE_SMILE
			   : i > (rows - 1) / 2 ? ROLE_FROWN
						: ROLE_CONTENT;
}

static void draw_one(const struct lanes *l, struct canvas *c, struct rect r,
		     int (*value)(const struct place *tp), bool dotted)
{
	enum role roles[CURVE_MOST];
	struct plot plot;
	struct pen pen = { .plot = &plot,
			   .value = value,
			   .dotted = dotted,
			   .left = r.x,
			   .x = -1 };

	plot_init(&plot, c, r);
	for (guint i = 0; i < l->columns->len; i++)
		draw_stage(l, &pen,
			   &g_array_index(l->columns, struct lanes_column, i));
	choose_roles(roles, r.rows);
	plot_draw(&plot, c, r.y, r.x, roles);
	plot_release(&plot);
}

/* The face of each height, at the left edge. */
static void draw_scale(const struct lanes *l, struct canvas *c,
		       const struct lanes_row *row)
{
	for (int value = BEST; value >= -BEST; value -= row->rows < 5 ? 2 : 1) {
		int y = row->y + (BEST - value) * (row->rows - 1) / (2 * BEST);

		canvas_printf(c, y, 1, l->label - 1, ROLE_DIM,
			      value ? "%*s%+d" : "%*s %d", l->label - 4, "",
			      value);
	}
}

static void mark_cursor(const struct lanes *l, struct canvas *c, struct rect r)
{
	const struct place *tp = lanes_touchpoint(l);
	const struct lanes_column *column = lanes_column(l, l->stage);
	int value;

	if (!tp || !column)
		return;
	value = l->curves == CURVES_DESIGNED ? curve_designed(tp)
					     : curve_value(tp);
	if (value != CURVE_NONE)
		canvas_text(c, r.y + (BEST - value) * (r.rows - 1) / (2 * BEST),
			    middle(column, tp->index, tp->up->children->len), 1,
			    ROLE_STRONG, canvas_sign(c, SIGN_SENSE));
}

void lanes_draw_curve(const struct lanes *l, struct canvas *c,
		      const struct lanes_row *row)
{
	struct rect r = { row->y, l->label + 1, MIN(row->rows, CURVE_MOST),
			  c->cols - l->label - 1 };

	draw_scale(l, c, row);
	if (l->curves != CURVES_WALKED)
		draw_one(l, c, r, curve_designed, true);
	if (l->curves != CURVES_DESIGNED)
		draw_one(l, c, r, curve_walked, false);
	mark_cursor(l, c, r);
}
