/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first page, when no file was named: what this is, in two sentences,
 * and what one can begin with, which offers.c knows.
 */
#include "i18n.h"
#include "tui/bars.h"
#include "tui/list.h"
#include "tui/mouse.h"
#include "tui/offers.h"
#include "tui/sheet.h"
#include "tui/views.h"

#define MOST_COLS 72 /* longer lines are hard to read */

struct welcome {
	struct view view;
	GPtrArray *offers;
	size_t cursor, top;
	int list_y; /* where they were drawn */
	GArray *rows; /* of int: the offer drawn in each row, or -1 */
};

static struct welcome *welcome(struct view *v)
{
	return (struct welcome *)v;
}

static void free_welcome(struct view *v)
{
	struct welcome *w = welcome(v);

	g_ptr_array_unref(w->offers);
	g_array_unref(w->rows);
	g_free(w);
}

/* --- choosing ------------------------------------------------------------ */

static void choose(struct app *app, struct view *v)
{
	struct welcome *w = welcome(v);

	offer_take(app, w->offers->pdata[w->cursor]);
}

static bool act(struct app *app G_GNUC_UNUSED, struct view *v,
		const char *action)
{
	struct welcome *w = welcome(v);

	return list_step(action, w->offers->len, w->rows->len, &w->cursor);
}

static const struct action actions[] = {
	{ .name = "choose",
	  .label = N_("begin"),
	  .help = N_("Begin with the chosen one."),
	  .run = choose },
	{ .name = NULL },
};

static const char *const contexts[] = { "welcome", "everywhere", NULL };

static const char *const hints[] = { "up", "down", "choose", NULL };

static bool mouse(struct app *app, struct view *v,
		  const struct mouse_event *event)
{
	struct welcome *w = welcome(v);
	int row = event->y - w->list_y, at, by = mouse_wheel(event);

	if (by)
		return act(app, v, by < 0 ? "up" : "down");
	if (!mouse_pressed(event) || row < 0 || row >= (int)w->rows->len)
		return false;
	at = g_array_index(w->rows, int, row);
	if (at < 0)
		return false;
	w->cursor = (size_t)at;
	if (event->clicks > 1)
		choose(app, v);
	return true;
}

/* --- drawing ------------------------------------------------------------- */

/* Which offer, or heading (-1 - offer), or nothing stands in each row. */
#define NOTHING G_MININT

static void lay_out(struct welcome *w)
{
	const int nothing = NOTHING;

	g_array_set_size(w->rows, 0);
	for (int i = 0; i < (int)w->offers->len; i++) {
		const struct offer *o = w->offers->pdata[i];
		int heading = -1 - i;

		if (o->heading && w->rows->len)
			g_array_append_val(w->rows, nothing);
		if (o->heading && *o->heading)
			g_array_append_val(w->rows, heading);
		g_array_append_val(w->rows, i);
	}
}

/* What there is room for in ROOM columns beside the name, which is worth
 * more. */
static const char *fitting_detail(const struct canvas *c, const struct offer *o,
				  int room)
{
	room -= canvas_width(c, o->name) + 2;
	if (canvas_width(c, o->detail) <= room)
		return o->detail;
	return o->brief && canvas_width(c, o->brief) <= room ? o->brief : "";
}

static void draw_offer(struct canvas *c, const struct offer *o, int y,
		       struct rect r, bool chosen)
{
	enum role role = chosen ? ROLE_SELECTED : ROLE_CONTENT;
	int room = r.cols - 2;
	const char *detail = fitting_detail(c, o, room);
	int width = canvas_width(c, detail);

	canvas_text(c, y, r.x + 2, room, role, o->name);
	canvas_text(c, y, r.x + r.cols - width, width, ROLE_DIM, detail);
	if (!chosen)
		return;
	canvas_text(c, y, r.x, 2, role, canvas_sign(c, SIGN_SELECT));
	canvas_role(c, y, r.x, r.cols, role);
	canvas_cursor(c, y, r.x);
}

static void draw_rows(struct welcome *w, struct canvas *c, struct rect r)
{
	for (int y = 0; y < r.rows && y < (int)w->rows->len; y++) {
		int at = g_array_index(w->rows, int, y);
		const struct offer *o;

		if (at == NOTHING)
			continue;
		o = w->offers->pdata[at < 0 ? -1 - at : at];
		if (at < 0)
			canvas_text(c, r.y + y, r.x + 2, r.cols - 2, ROLE_TITLE,
				    _(o->heading));
		else
			draw_offer(c, o, r.y + y, r, at == (int)w->cursor);
	}
}

/* How many offers lie below what is seen, in the row under it. */
static void draw_more(struct welcome *w, struct canvas *c, struct rect r)
{
	g_autofree char *text = NULL;
	int below = 0, width;

	for (int i = r.rows; i < (int)w->rows->len; i++)
		below += g_array_index(w->rows, int, i) >= 0;
	if (!below)
		return;
	text = g_strdup_printf(_("%s %d more"), canvas_sign(c, SIGN_DOWN),
			       below);
	width = canvas_width(c, text);
	canvas_text(c, r.y + r.rows, r.x + r.cols - width, width, ROLE_DIM,
		    text);
}

/* The rows from the one on that keeps the chosen offer in view. */
static void scroll(struct welcome *w, int rows)
{
	guint at = 0;

	while (g_array_index(w->rows, int, at) != (int)w->cursor)
		at++;
	if ((int)w->rows->len > rows && (int)at >= rows)
		w->top = MIN(at - (guint)rows / 2, w->rows->len - (guint)rows);
	else
		w->top = 0;
	g_array_remove_range(w->rows, 0, (guint)w->top);
}

static int draw_introduction(struct canvas *c, struct rect r)
{
	const char *text =
		_("Design a customer's journey before it happens: each "
		  "touchpoint promises something (What), has exactly one owner "
		  "(Who), and from the two follows the delivery (How). It "
		  "reaches people through five senses and leaves a face.");
	int rows = sheet_text_rows(c, text, r.cols - 2);

	canvas_printf(c, r.y, r.x, r.cols, ROLE_TITLE, "%ssenseboard",
		      canvas_sign(c, SIGN_FOCUS));
	if (rows + 8 > r.rows)
		return 2;
	r.y += 2;
	r.x += 2;
	r.cols -= 2;
	r.rows = rows;
	sheet_text(c, r, ROLE_CONTENT, text);
	return rows + 3;
}

static void draw(struct app *app G_GNUC_UNUSED, struct view *v,
		 struct canvas *c)
{
	struct welcome *w = welcome(v);
	struct rect r = app_body(c);
	int used, spare;

	r.cols = MIN(c->cols - 2, MOST_COLS);
	r.x = (c->cols - r.cols) / 2;
	lay_out(w);
	spare = r.rows - (int)w->rows->len - 6;
	if (spare > 4) {
		r.y += spare / 4;
		r.rows -= spare / 4;
	}
	used = draw_introduction(c, r);
	r.y += used;
	r.rows -= used;
	if ((int)w->rows->len > r.rows)
		r.rows--; /* says how many more there are */
	scroll(w, r.rows);
	w->list_y = r.y;
	draw_rows(w, c, r);
	draw_more(w, c, r);
}

const struct view_kind view_welcome_kind = {
	.name = "welcome",
	.help = N_("What one can begin with."),
	.whole = true,
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hinted = hints,
	.act = act,
	.mouse = mouse,
	.free = free_welcome,
};

struct view *view_welcome_new(struct app *app)
{
	struct welcome *w = g_new0(struct welcome, 1);

	w->view.kind = &view_welcome_kind;
	w->offers = offers_new(app, &w->cursor);
	w->rows = g_array_new(FALSE, FALSE, sizeof(int));
	return &w->view;
}
