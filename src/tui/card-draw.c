/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns where the panes of the Scorecard are: figures over benchmarks over what
 * is chosen, or one pane at a time.
 *
 *	80 columns and 20 rows     less
 *	+----+-----+-----+----+    -- Benchmarks ----
 *	|    |     |     |    |      one pane
 *	+----+-----+-----+----+
 *	|                     |    ------------------
 *	+---------------------+     the chosen row
 *	| the chosen row      |
 *	+---------------------+
 */
#include "tui/card.h"

#include "i18n.h"
#include "tui/list.h"
#include "tui/show.h"

#define LEAST_COLS 80
#define LEAST_ROWS 17 /* of the view's own: 20 of the screen */
#define FIGURE_ROWS 6 /* four faces between a head and the verdict */
#define LEAST_DETAIL 4
#define DIGEST_ROWS 3

typedef void draw_pane(struct card *d, struct canvas *c, struct rect r);

static draw_pane *const panes[CARD_PANES] = {
	[CARD_EQUATION] = card_draw_equation, [CARD_FACES] = card_draw_faces,
	[CARD_SENSES] = card_draw_senses,     [CARD_OWNERS] = card_draw_owners,
	[CARD_MEASURES] = card_draw_measures,
};

/* --- rows ------------------------------------------------------------------ */

/* Of a measure only a field is the bright thing: card-measures.c's. */
static void mark(const struct card *d, struct canvas *c, enum card_pane pane,
		 struct rect r)
{
	canvas_text(c, r.y, r.x, 1, ROLE_MARKED, canvas_sign(c, SIGN_SELECT));
	if (d->focus != pane || pane == CARD_MEASURES)
		return;
	canvas_role(c, r.y, r.x, r.cols, ROLE_SELECTED);
	canvas_cursor(c, r.y, r.x + 2);
}

int card_draw_rows(struct card *d, struct canvas *c, enum card_pane pane,
		   struct rect r, card_draw_row *draw)
{
	struct card_list *l = &d->lists[pane];
	size_t rows = card_rows(d, pane), fit = (size_t)MAX(r.rows, 0), end;

	l->area = r;
	if (!fit)
		return 0;
	l->top = list_scroll(l->top, l->row, rows, fit);
	end = MIN(l->top + fit, rows);
	for (size_t row = l->top; row < end; row++) {
		struct rect at = { r.y + (int)(row - l->top), r.x, 1, r.cols };

		draw(d, c, at, row);
		if (row == l->row)
			mark(d, c, pane, at);
	}
	return (int)(end - l->top);
}

/* --- titles ---------------------------------------------------------------- */

static unsigned senses_used(const struct card *d)
{
	unsigned n = 0;

	for (int i = 0; i < SENSES; i++)
		n += d->counts[SCORE_SENSE + i] > 0;
	return n;
}

static char *measures_title(const struct card *d)
{
	const struct grades *g = &app_journey(d->app)->grades;

	if (!g->targets)
		return g_strdup(_("Benchmarks"));
	return g_strdup_printf(g->missed ? _("Benchmarks · %u of %u met, %u "
					     "missed")
					 : _("Benchmarks · %u of %u met"),
			       g->met, g->targets, g->missed);
}

static char *title_of(const struct card *d, enum card_pane pane)
{
	switch (pane) {
	case CARD_EQUATION:
		return g_strdup(_("What + Who = How"));
	case CARD_FACES:
		return g_strdup(_("Faces"));
	case CARD_SENSES:
		return g_strdup_printf(_("Senses · %u/%u"), senses_used(d),
				       SENSES);
	case CARD_OWNERS:
		return g_strdup(_("Owners"));
	default:
		return measures_title(d);
	}
}

/* In the border at Y. */
static void draw_title(const struct card *d, struct canvas *c, int y, int x,
		       int cols, enum card_pane pane)
{
	bool focus = d->focus == pane;
	enum role role = focus ? ROLE_TITLE : ROLE_CONTENT;
	g_autofree char *title = title_of(d, pane);

	x += canvas_text(c, y, x, 1, role,
			 focus ? canvas_sign(c, SIGN_FOCUS) : " ");
	x += canvas_text(c, y, x, cols - 2, role, title);
	canvas_text(c, y, x, 1, role, " ");
}

/* --- all of them ----------------------------------------------------------- */

/* The columns that each pane of figures gets of COLS. */
static void share(int cols, int widths[CARD_MEASURES])
{
	widths[CARD_EQUATION] = CLAMP(cols * 26 / 100, 19, 36);
	widths[CARD_FACES] = CLAMP(cols * 28 / 100, 25, 40);
	widths[CARD_SENSES] = CLAMP(cols * 20 / 100, 13, 36);
	widths[CARD_OWNERS] = cols - widths[CARD_EQUATION] -
			      widths[CARD_FACES] - widths[CARD_SENSES];
}

/* The rows that a list of so many lines gets. */
static int rows_for(size_t lines, int least, int most)
{
	return (int)CLAMP(lines, (size_t)least, (size_t)MAX(least, most));
}

/* The insides: of the panes, and of the detail as the last one, which gets
 * what the measures can spare. */
static void divide(const struct card *d, struct rect r,
		   struct rect inside[CARD_PANES + 1])
{
	int widths[CARD_MEASURES], x = r.x + 1, y = r.y + 1;
	int figures = rows_for(card_rows(d, CARD_OWNERS), FIGURE_ROWS,
			       (r.rows - 4) * 3 / 10);
	int rest = r.rows - 4 - figures;
	int detail = rest - rows_for(card_rows(d, CARD_MEASURES) + 1, rest / 2,
				     rest - LEAST_DETAIL);

	share(r.cols - CARD_MEASURES - 1, widths);
	for (int pane = 0; pane < CARD_MEASURES; pane++) {
		inside[pane] = (struct rect){ y, x, figures, widths[pane] };
		x += widths[pane] + 1;
	}
	y += figures + 1;
	inside[CARD_MEASURES] =
		(struct rect){ y, r.x + 1, rest - detail, r.cols - 2 };
	y += inside[CARD_MEASURES].rows + 1;
	inside[CARD_PANES] = (struct rect){ y, r.x + 1, detail, r.cols - 2 };
}

static void draw_all(struct card *d, struct canvas *c, struct rect r)
{
	struct rect inside[CARD_PANES + 1];
	int height;

	divide(d, r, inside);
	height = inside[CARD_MEASURES].y - r.y;
	canvas_box(c, r, ROLE_DIM);
	canvas_hline(c, inside[CARD_MEASURES].y - 1, r.x, r.cols, ROLE_DIM);
	canvas_hline(c, inside[CARD_PANES].y - 1, r.x, r.cols, ROLE_DIM);
	for (int pane = 1; pane < CARD_MEASURES; pane++)
		canvas_vline(c, r.y, inside[pane].x - 1, height, ROLE_DIM);
	for (int pane = 0; pane < CARD_PANES; pane++) {
		struct rect at = inside[pane];

		draw_title(d, c, at.y - 1, at.x, at.cols, (enum card_pane)pane);
		panes[pane](d, c, at);
	}
	card_draw_detail(d, c, inside[CARD_PANES]);
}

static void draw_one(struct card *d, struct canvas *c, struct rect r)
{
	bool digest = r.rows >= 8;
	int below = digest ? DIGEST_ROWS + 1 : 0;
	struct rect inside = { r.y + 1, r.x, r.rows - 1 - below, r.cols };
	int end = inside.y + inside.rows;

	for (int pane = 0; pane < CARD_PANES; pane++)
		d->lists[pane].area.rows = 0;
	canvas_hline(c, r.y, r.x, r.cols, ROLE_DIM);
	draw_title(d, c, r.y, r.x, r.cols, d->focus);
	panes[d->focus](d, c, inside);
	if (!digest)
		return;
	canvas_hline(c, end, r.x, r.cols, ROLE_DIM);
	card_draw_detail(d, c,
			 (struct rect){ end + 1, r.x, DIGEST_ROWS, r.cols });
}

void card_draw(struct card *d, struct canvas *c, struct rect r)
{
	d->single = r.cols < LEAST_COLS || r.rows < LEAST_ROWS;
	if (d->single)
		draw_one(d, c, r);
	else
		draw_all(d, c, r);
}
