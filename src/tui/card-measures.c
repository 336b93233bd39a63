/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the pane of the benchmarks: a row each, with as many columns as there
 * is room for.
 *
 *	   measure                target   actual  expected  unit   trend
 *	 ✓ minutes until ...           1        1         4  min    ▆▃▁
 *	▸▲ test drives that ...       95       86        90  %      ▆▃
 *
 * The field with the cursor always has its column, whoever has to make room.
 */
#include "tui/card.h"

#include <string.h>

#include "i18n.h"
#include "tui/sheet.h"
#include "tui/show.h"

#define GAP 2 /* columns between two */
#define LINE_MOST 8 /* readings */

/* The columns from left to right: how wide, and how important. */
struct shape {
	int field, cols, rank;
	bool number;
};

static const struct shape shapes[CARD_COLUMNS] = {
	{ .field = M_METRIC, .rank = 0 },
	{ .field = CARD_WHERE, .cols = 20, .rank = 6 },
	{ .field = M_TARGET, .cols = 7, .rank = 1, .number = true },
	{ .field = M_ACTUAL, .cols = 7, .rank = 2, .number = true },
	{ .field = M_EXPECTED, .cols = 8, .rank = 4, .number = true },
	{ .field = M_SINCE, .cols = 10, .rank = 9 },
	{ .field = M_UNIT, .cols = 6, .rank = 5 },
	{ .field = M_BETTER, .cols = 6, .rank = 8 },
	{ .field = M_SOURCE, .cols = 8, .rank = 10 },
	{ .field = CARD_TREND, .cols = 6, .rank = 7 },
	{ .field = CARD_LINE, .cols = LINE_MOST, .rank = 3 },
};

static int at_rank(int rank)
{
	int i = 0;

	while (shapes[i].rank != rank)
		i++;
	return i;
}

static int at_field(int field)
{
	int i = 0;

	while (shapes[i].field != field)
		i++;
	return i;
}

static const char *label_of(int field)
{
	switch (field) {
	case CARD_WHERE:
		return _("touchpoint");
	case CARD_TREND:
		return _("trend");
	case CARD_LINE:
		return _("so far");
	default:
		return _(schema_measure[field].label);
	}
}

void card_move_field(struct card *d, int by)
{
	int i = at_field((int)d->field);

	do
		i += by;
	while (i >= 0 && i < CARD_COLUMNS && shapes[i].field >= (int)M_FIELDS);
	if (i >= 0 && i < CARD_COLUMNS)
		d->field = (enum measure_field)shapes[i].field;
}

/* --- layout ---------------------------------------------------------------- */

/* Which columns fit into ROOM beside a name of LEAST columns: the one with the
 * cursor, and then the most important. Returns what is left for the name. */
static int choose(const struct card *d, int room, int least,
		  bool shown[CARD_COLUMNS])
{
	int here = at_field((int)d->field);

	shown[0] = shown[here] = true;
	room -= here ? shapes[here].cols + GAP : 0;
	for (int rank = 1; rank < CARD_COLUMNS; rank++) {
		int i = at_rank(rank), cols = shapes[i].cols + GAP;

		if (shown[i])
			continue;
		if (room - cols < least)
			break;
		shown[i] = true;
		room -= cols;
	}
	return room;
}

/* What is left over goes to the names of measures and touchpoints. */
static void lay_out(struct card *d, const struct canvas *c, struct rect r)
{
	int x = r.x + 3 + show_sign_width(c), room = r.x + r.cols - 1 - x;
	bool shown[CARD_COLUMNS] = { false };
	int name = choose(d, room, CLAMP(room * 35 / 100, 14, 30), shown);
	int where = shown[1] ? MAX(name - 40, 0) * 2 / 3 : 0;

	d->n_columns = 0;
	for (int i = 0; i < CARD_COLUMNS; i++) {
		struct card_column column = { .field = shapes[i].field,
					      .x = x,
					      .cols = shapes[i].cols,
					      .number = shapes[i].number };

		if (!shown[i])
			continue;
		if (column.field == M_METRIC)
			column.cols = name - where;
		else if (column.field == CARD_WHERE)
			column.cols += where;
		d->columns[d->n_columns++] = column;
		x += column.cols + GAP;
	}
}

/* --- cells ----------------------------------------------------------------- */

char *card_field_text(const struct app *app, uint32_t measure, int field)
{
	const struct tree *t = app_journey(app)->tree;
	uint32_t e = tree_find(t, measure, schema_measure[field].name);
	char *text = e && !tree_blank(t, e) ? tree_value(t, e) : NULL;

	return text ? text : g_strdup("");
}

static const char *trend_word(const struct measure *m)
{
	switch (measure_trend(m)) {
	case TREND_BETTER:
		return _("better");
	case TREND_WORSE:
		return _("worse");
	case TREND_SAME:
		return _("same");
	default:
		return "";
	}
}

static char *cell_text(const struct card *d, const struct canvas *c,
		       const struct measure_at *at, const struct measure *m,
		       int field)
{
	const struct reading *last = measure_reading(m, 0);

	switch (field) {
	case CARD_WHERE:
		return place_title(app_journey(d->app), at->touchpoint);
	case CARD_TREND:
		return g_strdup(trend_word(m));
	case CARD_LINE:
		return show_sparkline(c->glyphs, m, LINE_MOST);
	case M_ACTUAL:
		return g_strdup(last ? last->figure.text : "");
	default:
		return card_field_text(d->app, at->entry, field);
	}
}

static void draw_text(struct canvas *c, int y, const struct card_column *column,
		      enum role role, const char *text)
{
	int width = MIN(canvas_width(c, text), column->cols);
	int x = column->x;

	if (column->number)
		x += column->cols - width;
	canvas_text(c, y, x, column->x + column->cols - x, role, text);
}

static enum role role_of(const struct measure *m, int field)
{
	bool missed = field == M_ACTUAL && measure_grade(m) == GRADE_MISSED;
	bool worse = field == CARD_TREND && measure_trend(m) == TREND_WORSE;

	if (missed || worse)
		return ROLE_WARNING;
	return field < (int)M_FIELDS ? ROLE_CONTENT : ROLE_DIM;
}

static void draw_cell(struct card *d, struct canvas *c, int y,
		      const struct card_column *column,
		      const struct measure_at *at, const struct measure *m)
{
	g_autofree char *text = cell_text(d, c, at, m, column->field);

	if (*text)
		draw_text(c, y, column, role_of(m, column->field), text);
	else if (column->field < CARD_WHERE)
		draw_text(c, y, column, ROLE_ABSENT,
			  canvas_sign(c, SIGN_ABSENT));
}

static void draw_row(struct card *d, struct canvas *c, struct rect r,
		     size_t row)
{
	const struct measure_at *at =
		&g_array_index(d->measures, struct measure_at, row);
	int x = r.x + 2;
	struct measure m;
	enum role role;
	const char *sign;

	if (measure_read(&m, app_journey(d->app)->tree, at->entry)) {
		sign = show_grade(c, measure_grade(&m), &role);
		canvas_text(c, r.y, x, show_sign_width(c), role, sign);
		for (unsigned i = 0; i < d->n_columns; i++)
			draw_cell(d, c, r.y, &d->columns[i], at, &m);
	} else {
		canvas_text(c, r.y, d->columns[0].x, r.cols, ROLE_ABSENT,
			    _("no measure: edit it in the file"));
	}
	measure_clear(&m);
}

/* The name of the chosen measure is strong, and the cell that the cursor is on
 * the bright thing of the screen. */
static void mark_field(const struct card *d, struct canvas *c)
{
	const struct card_list *l = &d->lists[CARD_MEASURES];
	int y = l->area.y + (int)(l->row - l->top);

	canvas_role(c, y, d->columns[0].x, d->columns[0].cols, ROLE_MARKED);
	if (d->focus != CARD_MEASURES || !l->area.rows)
		return;
	for (unsigned i = 0; i < d->n_columns; i++) {
		const struct card_column *column = &d->columns[i];

		if (column->field != (int)d->field)
			continue;
		canvas_role(c, y, column->x, column->cols, ROLE_SELECTED);
		canvas_cursor(c, y, column->x);
	}
}

/* --- the pane -------------------------------------------------------------- */

static void draw_head(const struct card *d, struct canvas *c, int y)
{
	for (unsigned i = 0; i < d->n_columns; i++)
		draw_text(c, y, &d->columns[i], ROLE_DIM,
			  label_of(d->columns[i].field));
}

/* What a newcomer is told. */
static void draw_guide(const struct card *d, struct canvas *c, struct rect r)
{
	g_autofree char *key = show_key_in(d->app, "scorecard", "add-measure");
	g_autofree char *text =
		app_journey(d->app)->n_touchpoints
			? g_strdup_printf(
				  _("Press %s to add the first measure: a "
				    "figure to grade a touchpoint by, such as "
				    "minutes until somebody says hello, with "
				    "the target you want to reach."),
				  key)
			: g_strdup(_("Measures belong to touchpoints, and "
				     "there is none yet: the Map and the Board "
				     "add them."));

	canvas_cursor(c, r.y, r.x + 2);
	sheet_text(c, (struct rect){ r.y, r.x + 2, r.rows, r.cols - 4 },
		   ROLE_CONTENT, text);
}

void card_draw_measures(struct card *d, struct canvas *c, struct rect r)
{
	struct rect rows = { r.y + 1, r.x, r.rows - 1, r.cols };

	if (!d->measures->len) {
		d->lists[CARD_MEASURES].area = (struct rect){ r.y, r.x, 0, 0 };
		draw_guide(d, c, r);
		return;
	}
	lay_out(d, c, r);
	draw_head(d, c, r.y);
	card_draw_rows(d, c, CARD_MEASURES, rows, draw_row);
	mark_field(d, c);
}
