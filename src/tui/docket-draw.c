/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns where things are in the Findings, and how a row of the list looks.
 *
 *	80 columns and 20 rows		less
 *	+- Findings -----------+	- Findings ------
 *	| rule  where  what    |	✗ what is wrong
 *	+----------------------+	▲ ...
 *	| ...                  |	-----------------
 *	+----------------------+	the chosen one, in
 *	| the chosen one       |	three lines
 *	+----------------------+
 */
#include "tui/docket.h"

#include "i18n.h"
#include "tui/list.h"
#include "tui/sheet.h"
#include "tui/show.h"

#define LEAST_COLS 80
#define LEAST_ROWS 17 /* of the view's own: 20 of the screen */
#define DIGEST_LINES 3
#define WIDE 100 /* columns from which on names of rules are seen whole */

/* The columns of a row. */
struct columns {
	int rule, where, what, end;
};

static struct columns columns_of(const struct canvas *c, struct rect r)
{
	struct columns at = { .rule = r.x + 2 + show_sign_width(c) };

	at.where = at.rule + (r.cols >= WIDE ? 21 : 17);
	at.what = at.where + (r.x + r.cols - at.where) * 9 / 20;
	at.end = r.x + r.cols;
	return at;
}

static char *where(const struct docket *d, const struct canvas *c,
		   const struct place *p)
{
	return p->kind == PLACE_JOURNEY ? g_strdup(_("the journey"))
					: show_path(d->app, c, p);
}

static void draw_columns(const struct docket *d, struct canvas *c,
			 struct rect r, const struct docket_row *row)
{
	const struct finding *f = row->found;
	struct columns at = columns_of(c, r);
	g_autofree char *path = where(d, c, f->place);

	canvas_text(c, r.y, at.rule, at.where - at.rule - 1, ROLE_DIM,
		    f->rule->name);
	canvas_text(c, r.y, at.where, at.what - at.where - 1, ROLE_CONTENT,
		    path);
	canvas_text(c, r.y, at.what, at.end - at.what,
		    row->waits ? ROLE_DIM : ROLE_CONTENT, f->message);
}

/* How many wait. */
static void draw_count(const struct docket *d, struct canvas *c, struct rect r,
		       int x)
{
	unsigned n = findings_deferred(d->app->desk->board->findings);
	g_autofree char *text = g_strdup_printf(
		ngettext("%u thing to decide", "%u things to decide", n), n);

	canvas_text(c, r.y, x, r.x + r.cols - x, ROLE_CONTENT, text);
}

static void draw_row(const struct docket *d, struct canvas *c, struct rect r,
		     const struct docket_row *row, bool single)
{
	const struct finding *f = row->found;
	int x = r.x + 2 + show_sign_width(c);

	if (!f) {
		draw_count(d, c, r, x);
		return;
	}
	canvas_text(c, r.y, r.x + 1, show_sign_width(c),
		    row->waits ? ROLE_DIM : show_level_role(f->level),
		    show_level_sign(c, row->waits ? LEVEL_HINT : f->level));
	if (!single)
		draw_columns(d, c, r, row);
	else
		canvas_text(c, r.y, x, r.x + r.cols - x, ROLE_CONTENT,
			    f->message);
}

static void mark_choice(struct canvas *c, struct rect r)
{
	canvas_text(c, r.y, r.x, 1, ROLE_SELECTED, canvas_sign(c, SIGN_SELECT));
	canvas_role(c, r.y, r.x, r.cols, ROLE_SELECTED);
	canvas_cursor(c, r.y, r.x + 1);
}

/* What is said where there is no row. */
static void draw_none(const struct docket *d, struct canvas *c, struct rect r)
{
	const struct journey *j = app_journey(d->app);
	struct rect at = { r.y, r.x + 2, r.rows, r.cols - 4 };
	g_autofree char *text = NULL;

	canvas_cursor(c, r.y, r.x + 2);
	if (docket_filters(d)) {
		sheet_text(c, at, ROLE_CONTENT,
			   _("nothing of this kind is found; Esc shows all"));
		return;
	}
	text = g_strdup_printf("%s %s", _("nothing is found wrong"),
			       canvas_sign(c, SIGN_GOOD));
	sheet_text(c, at, ROLE_GOOD, text);
	if (at.rows >= 3 && j->n_touchpoints)
		canvas_printf(c, at.y + 2, at.x, at.cols, ROLE_DIM,
			      _("What + Who = How: %u of %u"), j->complete,
			      j->n_touchpoints);
}

static void draw_rows(struct docket *d, struct canvas *c, struct rect r,
		      bool single)
{
	size_t fit = (size_t)MAX(r.rows, 0), end;

	d->area = r;
	if (!d->rows->len && fit) {
		draw_none(d, c, r);
		return;
	}
	d->top = list_scroll(d->top, d->row, d->rows->len, fit);
	end = MIN(d->top + fit, d->rows->len);
	for (size_t row = d->top; row < end; row++) {
		struct rect at = { r.y + (int)(row - d->top), r.x, 1, r.cols };

		draw_row(d, c, at,
			 &g_array_index(d->rows, struct docket_row, row),
			 single);
		if (row == d->row)
			mark_choice(c, at);
	}
}

static void draw_title(const struct docket *d, struct canvas *c, int y, int x,
		       int width)
{
	g_autofree char *title = docket_title(d);

	x += canvas_text(c, y, x, 1, ROLE_TITLE, canvas_sign(c, SIGN_FOCUS));
	x += canvas_text(c, y, x, width - 2, ROLE_TITLE, title);
	canvas_text(c, y, x, 1, ROLE_TITLE, " ");
}

static void draw_head(struct canvas *c, struct rect r)
{
	struct columns at = columns_of(c, r);

	canvas_text(c, r.y, at.rule, at.where - at.rule, ROLE_DIM, _("rule"));
	canvas_text(c, r.y, at.where, at.what - at.where, ROLE_DIM, _("where"));
	canvas_text(c, r.y, at.what, at.end - at.what, ROLE_DIM,
		    _("what is wrong"));
}

/* The chosen one; or what is known of those that wait. */
static void draw_chosen(struct docket *d, struct canvas *c, struct rect r)
{
	const struct finding *f = docket_chosen(d);

	if (f)
		docket_draw_detail(d, c, r, f);
	else if (d->rows->len)
		sheet_text(c, (struct rect){ r.y, r.x + 1, r.rows, r.cols - 2 },
			   ROLE_DIM,
			   _("At status sketch these wait until there is "
			     "something to judge. Open this row to list them, "
			     "or raise the status to have them judged."));
}

static void draw_both(struct docket *d, struct canvas *c, struct rect r)
{
	int detail = CLAMP(r.rows * 2 / 5, 6, 16);
	int list = r.rows - 5 - detail; /* borders, head, rules */
	int y = r.y + 1, x = r.x + 1, cols = r.cols - 2;

	canvas_box(c, r, ROLE_DIM);
	canvas_hline(c, y + 1, r.x, r.cols, ROLE_DIM);
	canvas_hline(c, y + 2 + list, r.x, r.cols, ROLE_DIM);
	draw_title(d, c, r.y, x, cols);
	draw_head(c, (struct rect){ y, x, 1, cols });
	draw_rows(d, c, (struct rect){ y + 2, x, list, cols }, false);
	draw_chosen(d, c, (struct rect){ y + 3 + list, x, detail, cols });
}

static void draw_list(struct docket *d, struct canvas *c, struct rect r)
{
	bool digest = r.rows >= 8;
	int rows = r.rows - 1 - (digest ? DIGEST_LINES + 1 : 0);
	int end = r.y + 1 + rows;

	canvas_hline(c, r.y, r.x, r.cols, ROLE_DIM);
	draw_title(d, c, r.y, r.x, r.cols);
	draw_rows(d, c, (struct rect){ r.y + 1, r.x, rows, r.cols }, true);
	if (!digest)
		return;
	canvas_hline(c, end, r.x, r.cols, ROLE_DIM);
	draw_chosen(d, c, (struct rect){ end + 1, r.x, DIGEST_LINES, r.cols });
}

static void draw_open(struct docket *d, struct canvas *c, struct rect r)
{
	d->area.rows = 0;
	canvas_hline(c, r.y, r.x, r.cols, ROLE_DIM);
	draw_title(d, c, r.y, r.x, r.cols);
	canvas_cursor(c, r.y + 1, r.x + 1);
	draw_chosen(d, c, (struct rect){ r.y + 1, r.x, r.rows - 1, r.cols });
}

void docket_draw(struct docket *d, struct canvas *c, struct rect r)
{
	if (d->open && d->rows->len)
		draw_open(d, c, r);
	else if (r.cols < LEAST_COLS || r.rows < LEAST_ROWS)
		draw_list(d, c, r);
	else
		draw_both(d, c, r);
}
