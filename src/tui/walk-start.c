/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws the start of a walk: in whose shoes it goes, who walks, and which
 * walks there are to go on with or to look at.  What these felt is not said
 * here: whoever knows it walks with another's feet.
 *
 *	 In the shoes of  Ida Berg
 *	                  Comes alone, for one night
 *	 Walked by        Kim
 *
 *	 > Begin a new walk           6 steps
 *	   2026-11-21 by Ian          4 of 6 steps
 */
#include "tui/walk.h"

#include "i18n.h"
#include "tui/list.h"
#include "tui/sheet.h"
#include "tui/show.h"

#define LABEL_COLS 18
#define TEXT_COLS 76 /* longer lines are hard to read */
#define SHORT_ROWS 14 /* below, only what is needed */

char *walker_title(const struct walk *walk)
{
	if (*walk->date && *walk->by)
		return g_strdup_printf(_("%s by %s"), walk->date, walk->by);
	if (*walk->date)
		return g_strdup(walk->date);
	return *walk->by ? g_strdup_printf(_("by %s"), walk->by)
			 : g_strdup(_("without a date"));
}

/* A label and the text beside it, of MOST lines at most; the lines used. */
static int draw_said(struct canvas *c, struct rect r, const char *label,
		     enum role role, const char *text, int most)
{
	int label_cols = MIN(LABEL_COLS, r.cols / 2);
	struct rect at = { r.y, r.x + label_cols, MIN(r.rows, most),
			   r.cols - label_cols };

	if (at.rows <= 0)
		return 0;
	canvas_text(c, r.y, r.x, label_cols - 1, ROLE_DIM, label);
	return sheet_text(c, at, role, text);
}

/* What makes the customer somebody. */
static int draw_customer(const struct walker *w, struct canvas *c,
			 struct rect r, bool brief)
{
	static const int fields[] = { C_ABOUT, C_NEEDS, C_DESIRES };
	const struct journey *j = walker_journey(w);
	const struct place *p = walker_customer(w);
	g_autofree char *name = p ? place_title(j, p) : NULL;
	int y = r.y, end = r.y + r.rows;
	size_t n;

	r.y += draw_said(c, r, _("in the shoes of"),
			 p ? ROLE_STRONG : ROLE_ABSENT,
			 p ? name : _("the customer, who is nobody yet"), 1);
	for (size_t i = 0; p && !brief && i < G_N_ELEMENTS(fields); i++) {
		const struct field *f = &schema_fields(p->kind, &n)[fields[i]];
		g_autofree char *text = show_value(w->app, p, fields[i]);

		r.rows = end - r.y;
		if (*text)
			r.y += draw_said(c, r, _(f->label), ROLE_CONTENT, text,
					 3);
	}
	return r.y - y;
}

static int draw_who(const struct walker *w, struct canvas *c, struct rect r)
{
	bool named = *w->by;

	return draw_said(c, r, _("walked by"),
			 named ? ROLE_STRONG : ROLE_ABSENT,
			 named ? w->by : _("nobody is named"), 1);
}

static char *state_of(const struct walker *w, const struct walk *walk)
{
	unsigned steps = walker_journey(w)->n_touchpoints;

	if (!walk)
		return g_strdup_printf(ngettext("%u step", "%u steps", steps),
				       steps);
	return g_strdup_printf(walk->rated < steps ? _("go on: %u of %u")
						   : _("%u of %u"),
			       walk->rated, steps);
}

static void draw_row(const struct walker *w, struct canvas *c, struct rect r,
		     size_t row)
{
	const struct walk *walk = row ? w->walks->pdata[row - 1] : NULL;
	g_autofree char *title =
		walk ? walker_title(walk) : g_strdup(_("begin a new walk"));
	g_autofree char *state = state_of(w, walk);
	int width = canvas_width(c, state);
	int room = MAX(r.cols - width - 1, r.cols / 2);

	canvas_text(c, r.y, r.x + 2, room - 4, ROLE_CONTENT, title);
	canvas_text(c, r.y, r.x + room, r.cols - room, ROLE_DIM, state);
	if (row != w->row)
		return;
	canvas_text(c, r.y, r.x, 1, ROLE_CONTENT, canvas_sign(c, SIGN_SELECT));
	canvas_role(c, r.y, r.x, r.cols, ROLE_SELECTED);
	canvas_cursor(c, r.y, r.x);
}

static void draw_rows(struct walker *w, struct canvas *c, struct rect r)
{
	size_t count = w->walks->len + 1;

	w->top = list_scroll(w->top, w->row, count, (size_t)r.rows);
	r.rows = (int)MIN(count - w->top, (size_t)r.rows);
	w->rows = r;
	for (int i = 0; i < r.rows; i++)
		draw_row(w, c, (struct rect){ r.y + i, r.x, 1, r.cols },
			 w->top + (size_t)i);
}

static void draw_nothing(const struct walker *w, struct canvas *c,
			 struct rect r)
{
	g_autofree char *key = show_key(w->app, "map");
	g_autofree char *text = g_strdup_printf(
		_("There is nothing to walk through yet: a walk goes from "
		  "touchpoint to touchpoint. They are added in the Map, which "
		  "%s shows."),
		key);

	sheet_text(c, r, ROLE_CONTENT, text);
	canvas_cursor(c, r.y, r.x);
}

void walker_draw_start(struct walker *w, struct canvas *c, struct rect r)
{
	bool brief = r.rows < SHORT_ROWS;
	int end = r.y + r.rows;

	r.cols = MIN(r.cols - 2, TEXT_COLS);
	r.x = MAX((c->cols - r.cols) / 2, 1);
	r.y += !brief;
	r.rows = end - r.y;
	w->rows.rows = 0;
	if (!walker_journey(w)->n_touchpoints) {
		draw_nothing(w, c, r);
		return;
	}
	r.y += sheet_text(c, r, ROLE_CONTENT,
			  brief ? _("Walk through it, step by step.")
				: _("Walk through the journey as a customer "
				    "would: step by step, what happens, what "
				    "the senses meet, and then a face for how "
				    "it feels."));
	r.y += !brief;
	r.rows = end - r.y;
	r.y += draw_customer(w, c, r, brief);
	r.y += draw_who(w, c, r) + 1;
	r.rows = MAX(end - r.y, 1);
	draw_rows(w, c, r);
}
