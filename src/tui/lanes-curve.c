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
#include "tui/mood.h"
#include "tui/show.h"

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

/* Where there are more touchpoints than dots, not every one has a dot. */
static void draw_stage(const struct lanes *l, struct mood *m,
		       const struct lanes_column *column,
		       int (*value)(const struct place *tp))
{
	const struct place *stage =
		journey_stage(app_journey(l->app), column->stage);
	unsigned n = stage->children->len;
	unsigned step = MAX(n / (unsigned)(column->cols * 2), 1);

	for (unsigned i = 0; i < n; i += step)
		mood_to(m, value(stage_touchpoint(stage, i)),
			middle(column, i, n));
}

static void draw_one(const struct lanes *l, struct canvas *c, struct rect r,
		     int (*value)(const struct place *tp), bool dotted)
{
	struct mood m;

	mood_begin(&m, c, r, dotted);
	for (guint i = 0; i < l->columns->len; i++)
		draw_stage(l, &m,
			   &g_array_index(l->columns, struct lanes_column, i),
			   value);
	mood_end(&m);
}

/* The face of each height, at the left edge. */
static void draw_scale(const struct lanes *l, struct canvas *c,
		       const struct lanes_row *row)
{
	struct rect r = { .y = row->y, .rows = row->rows };

	for (int value = MOOD_BEST; value >= -MOOD_BEST;
	     value -= row->rows < 5 ? 2 : 1)
		canvas_printf(c, mood_row(r, value), 1, l->label - 1, ROLE_DIM,
			      value ? "%*s%+d" : "%*s %d", l->label - 4, "",
			      value);
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
		canvas_text(c, mood_row(r, value),
			    middle(column, tp->index, tp->up->children->len), 1,
			    ROLE_STRONG, canvas_sign(c, SIGN_SENSE));
}

void lanes_draw_curve(const struct lanes *l, struct canvas *c,
		      const struct lanes_row *row)
{
	struct rect r = { row->y, l->label + 1, MIN(row->rows, MOOD_ROWS_MOST),
			  c->cols - l->label - 1 };

	draw_scale(l, c, row);
	if (l->curves != CURVES_WALKED)
		draw_one(l, c, r, curve_designed, true);
	if (l->curves != CURVES_DESIGNED)
		draw_one(l, c, r, curve_walked, false);
	mark_cursor(l, c, r);
}
