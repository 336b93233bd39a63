/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how the Board is drawn: the names of the stages, the lanes and the text
 * in each cell.
 *
 * A cell of several rows has one for each touchpoint.  A cell of one row has
 * the text of one touchpoint, and a dot for each that says something.
 */
#include "tui/lanes.h"

#include <string.h>

#include "i18n.h"
#include "tui/marks.h"
#include "tui/sheet.h"
#include "tui/show.h"

#define NARROW 12 /* columns without room for text beside the dots */

/* --- one touchpoint in a cell --------------------------------------------- */

/* The gravest finding at P, or NULL. */
static const struct finding *gravest(const struct lanes *l,
				     const struct place *p)
{
	const struct findings *all = l->app->desk->board->findings;
	const struct finding *f, *worst = NULL;

	for (unsigned n = 0; (f = findings_at(all, p, n)); n++)
		if (!worst || f->level > worst->level)
			worst = f;
	return worst;
}

static char *finding_text(const struct lanes *l, const struct canvas *c,
			  const struct place *p, enum role *role)
{
	const struct finding *f = gravest(l, p);
	const char *sign = show_sign(l->app, c, p, role);

	return f ? g_strdup_printf("%s %s", sign, f->rule->name)
		 : g_strdup(sign);
}

static char *owner_text(const struct lanes *l, const struct place *tp)
{
	unsigned owners = place_owners(app_journey(l->app), tp, NULL);

	if (owners == 1)
		return show_value(l->app, tp, T_WHO);
	return owners ? g_strdup_printf(_("%u owners!"), owners)
		      : g_strdup(_("nobody"));
}

static char *name_text(const struct lanes *l, const struct canvas *c,
		       const struct place *tp)
{
	g_autofree char *title = place_title(app_journey(l->app), tp);

	if (marks_has(l->app, tp))
		return g_strdup_printf("%s %s", canvas_sign(c, SIGN_MARK),
				       title);
	return g_steal_pointer(&title);
}

/* What a touchpoint has in a lane, and in which role; "" where it has
 * nothing. */
static char *text_of(const struct lanes *l, const struct canvas *c,
		     const struct lane *lane, const struct place *tp,
		     enum role *role)
{
	enum level level;
	char *text;

	if (lane->kind == LANE_FINDINGS)
		return finding_text(l, c, tp, role);
	level = show_field_level(l->app, tp, lane->field);
	*role = level >= LEVEL_WARNING ? show_level_role(level) : ROLE_CONTENT;
	if (lane->field == T_NAME)
		return name_text(l, c, tp);
	if (lane->field == T_MEASURES) {
		text = show_measures(l->app, c, tp, SHOW_CELL);
		if (text)
			return text;
	}
	text = lane->field == T_WHO ? owner_text(l, tp)
				    : show_value(l->app, tp, lane->field);
	return g_strdelimit(text, "\r\n\t", ' ');
}

static bool has_text(const struct lanes *l, const struct lane *lane,
		     const struct place *tp)
{
	const struct journey *j = app_journey(l->app);

	return lane->kind == LANE_FINDINGS ? gravest(l, tp) != NULL
					   : !place_blank(j, tp, lane->field);
}

static void draw_text(const struct lanes *l, struct canvas *c, struct rect r,
		      const struct lane *lane, const struct place *tp)
{
	enum role role;
	g_autofree char *text = text_of(l, c, lane, tp, &role);

	canvas_text(c, r.y, r.x, r.cols, *text ? role : ROLE_ABSENT,
		    *text ? text : canvas_sign(c, SIGN_ABSENT));
}

/* --- cells ---------------------------------------------------------------- */

/* How many touchpoints say something, as "7/12". */
static int draw_share(const struct lanes *l, struct canvas *c, struct rect r,
		      const struct lane *lane, const struct place *stage)
{
	unsigned n = 0;
	g_autofree char *share = NULL;
	int width;

	for (guint i = 0; i < stage->children->len; i++)
		n += has_text(l, lane, stage->children->pdata[i]);
	share = g_strdup_printf("%u/%u", n, stage->children->len);
	width = MIN(canvas_width(c, share), r.cols);
	canvas_text(c, r.y, r.x + r.cols - width, width,
		    n ? ROLE_DIM : ROLE_ABSENT, share);
	return width;
}

/* A dot for each touchpoint, at the right end of the cell; returns the columns
 * used. */
static int draw_dots(const struct lanes *l, struct canvas *c, struct rect r,
		     const struct lane *lane, const struct place *stage)
{
	int n = (int)stage->children->len;

	if (n > (r.cols > NARROW ? r.cols / 2 : r.cols))
		return draw_share(l, c, r, lane, stage);
	for (int i = 0; i < n; i++) {
		const struct place *tp = stage->children->pdata[i];
		bool text = has_text(l, lane, tp);
		bool here = tp->number == l->chosen;

		canvas_text(c, r.y, r.x + r.cols - n + i, 1,
			    here   ? ROLE_STRONG
			    : text ? ROLE_DIM
				   : ROLE_ABSENT,
			    canvas_sign(c, text ? SIGN_SENSE : SIGN_ABSENT));
	}
	return n;
}

/* Whose text stands for a stage: the chosen touchpoint's, else the first that
 * has one. */
static const struct place *speaker(const struct lanes *l,
				   const struct lane *lane,
				   const struct place *stage)
{
	const struct place *chosen = lanes_touchpoint(l);

	if (chosen && chosen->up == stage)
		return chosen;
	for (guint i = 0; i < stage->children->len; i++)
		if (has_text(l, lane, stage->children->pdata[i]))
			return stage->children->pdata[i];
	return stage->children->pdata[0];
}

static void draw_line(const struct lanes *l, struct canvas *c, struct rect r,
		      const struct lane *lane, const struct place *stage)
{
	bool dots = lane->kind == LANE_TEXT && lane->field != T_NAME;
	enum role role;

	if (dots && r.cols <= NARROW) {
		draw_dots(l, c, r, lane, stage);
		return;
	}
	if (lane->kind == LANE_FINDINGS && stage->index != l->stage) {
		const char *sign = show_sign(l->app, c, stage, &role);

		canvas_text(c, r.y, r.x, r.cols, role, sign);
		return;
	}
	if (dots)
		r.cols -= draw_dots(l, c, r, lane, stage) + 1;
	draw_text(l, c, r, lane, speaker(l, lane, stage));
}

static void draw_list(const struct lanes *l, struct canvas *c, struct rect r,
		      const struct lane *lane, const struct place *stage)
{
	unsigned first = lanes_first(l, stage, r.rows);

	for (int i = 0; i < r.rows; i++) {
		const struct place *tp =
			stage_touchpoint(stage, first + (unsigned)i);
		struct rect at = { r.y + i, r.x, 1, r.cols };

		if (tp)
			draw_text(l, c, at, lane, tp);
	}
}

static bool is_here(const struct lanes *l, const struct lanes_column *column,
		    const struct lanes_row *row)
{
	return column->stage == l->stage && row->lane == lanes_lane(l);
}

/* The cell with the cursor is the bright thing of the screen; the name of the
 * touchpoint that it is of has its sign. */
static void mark(const struct lanes *l, struct canvas *c,
		 const struct lanes_column *column, const struct lanes_row *row)
{
	const struct place *stage = lanes_stage(l);
	int y = row->y;

	if (!stage || column->stage != l->stage)
		return;
	if (row->rows > 1 && row->lane->kind != LANE_CURVE)
		y += (int)(l->index - lanes_first(l, stage, row->rows));
	if (row->lane->field == T_NAME)
		canvas_text(c, y, column->x, 1, ROLE_MARKED,
			    canvas_sign(c, SIGN_SELECT));
	if (!is_here(l, column, row))
		return;
	for (int i = 0; i < (row->lane->kind == LANE_CURVE ? row->rows : 1);
	     i++)
		canvas_role(c, y + i, column->x, column->cols, ROLE_SELECTED);
	canvas_cursor(c, y, column->x);
}

static void draw_cell(const struct lanes *l, struct canvas *c,
		      const struct lanes_column *column,
		      const struct lanes_row *row)
{
	const struct place *stage =
		journey_stage(app_journey(l->app), column->stage);
	struct rect r = { row->y, column->x + 1, row->rows, column->cols - 1 };

	if (!stage->children->len) {
		if (row->lane->field == T_NAME)
			canvas_text(c, r.y, r.x, r.cols, ROLE_ABSENT,
				    _("empty"));
	} else if (row->rows > 1) {
		draw_list(l, c, r, row->lane, stage);
	} else {
		draw_line(l, c, r, row->lane, stage);
	}
}

static void draw_row(const struct lanes *l, struct canvas *c,
		     const struct lanes_row *row)
{
	canvas_text(c, row->y, 1, l->label - 1,
		    row->lane == lanes_lane(l) ? ROLE_TITLE : ROLE_DIM,
		    _(row->lane->label));
	if (row->lane->kind == LANE_FACE)
		lanes_draw_faces(l, c, row);
	else if (row->lane->kind == LANE_CURVE)
		lanes_draw_curve(l, c, row);
	for (guint i = 0; i < l->columns->len; i++) {
		const struct lanes_column *column =
			&g_array_index(l->columns, struct lanes_column, i);

		if (row->lane->kind == LANE_TEXT ||
		    row->lane->kind == LANE_FINDINGS)
			draw_cell(l, c, column, row);
		mark(l, c, column, row);
	}
}

/* --- around them ---------------------------------------------------------- */

static void draw_grid(const struct lanes *l, struct canvas *c, int end)
{
	const struct lanes_column *last =
		&g_array_index(l->columns, struct lanes_column,
			       l->columns->len - 1);
	int height = end - l->head, width = last->x + last->cols + 1;

	if (l->n_rows && l->rows[0].y > l->head + 1)
		canvas_hline(c, l->head + 1, 0, width, ROLE_DIM);
	for (unsigned i = 0; i < l->n_rows; i++)
		if (l->rows[i].rule)
			canvas_hline(c, l->rows[i].y - 1, 0, width, ROLE_DIM);
	if (l->digest.rows)
		canvas_hline(c, l->digest.y - 1, 0, width, ROLE_DIM);
	canvas_vline(c, l->head, l->label, height, ROLE_DIM);
	for (guint i = 0; i < l->columns->len; i++) {
		const struct lanes_column *column =
			&g_array_index(l->columns, struct lanes_column, i);

		canvas_vline(c, l->head, column->x + column->cols, height,
			     ROLE_DIM);
	}
}

static void draw_stage(const struct lanes *l, struct canvas *c,
		       const struct lanes_column *column)
{
	const struct place *stage =
		journey_stage(app_journey(l->app), column->stage);
	bool here = column->stage == l->stage;
	g_autofree char *name = place_title(app_journey(l->app), stage);

	if (here)
		canvas_text(c, l->head, column->x, 1, ROLE_TITLE,
			    canvas_sign(c, SIGN_SELECT));
	canvas_printf(c, l->head, column->x + 1, column->cols - 1,
		      here ? ROLE_TITLE : ROLE_CONTENT, "%s%u %s",
		      marks_has(l->app, stage) ? canvas_sign(c, SIGN_MARK) : "",
		      stage->index + 1, name);
}

/* That there are more stages on that side. */
static void draw_more(const struct lanes *l, struct canvas *c)
{
	const struct lanes_column *last =
		&g_array_index(l->columns, struct lanes_column,
			       l->columns->len - 1);
	unsigned stages = app_journey(l->app)->root->children->len;

	if (l->left > 0)
		canvas_text(c, l->head, l->label, 1, ROLE_STRONG,
			    canvas_sign(c, SIGN_LEFT));
	if (last->stage + 1 < stages)
		canvas_text(c, l->head, last->x + last->cols, 1, ROLE_STRONG,
			    canvas_sign(c, SIGN_RIGHT));
}

static void draw_digest(const struct lanes *l, struct canvas *c)
{
	const struct place *p = lanes_chosen(l);

	if (l->digest.rows && p)
		show_digest(l->app, c, l->digest, p);
}

static void draw_guide(const struct lanes *l, struct canvas *c)
{
	g_autofree char *key = show_key(l->app, "add-after");
	g_autofree char *text = g_strdup_printf(
		_("Press %s to add the first stage: a part of the journey as "
		  "the customer lives it. Stages become the columns of this "
		  "board."),
		key);

	sheet_text(c, (struct rect){ l->head, 1, 3, c->cols - 2 }, ROLE_CONTENT,
		   text);
	canvas_cursor(c, l->head, 1);
}

void lanes_draw(struct lanes *l, struct canvas *c)
{
	const struct lanes_row *last;

	if (!l->columns->len || !l->n_rows) {
		draw_guide(l, c);
		return;
	}
	last = &l->rows[l->n_rows - 1];
	draw_grid(l, c, l->digest.rows ? l->digest.y : last->y + last->rows);
	canvas_text(c, l->head, 1, l->label - 1, ROLE_DIM, _("Stage"));
	for (guint i = 0; i < l->columns->len; i++)
		draw_stage(l, c,
			   &g_array_index(l->columns, struct lanes_column, i));
	draw_more(l, c);
	for (unsigned i = 0; i < l->n_rows; i++)
		draw_row(l, c, &l->rows[i]);
	draw_digest(l, c);
}
