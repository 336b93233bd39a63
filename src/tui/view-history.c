/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the history as a view: every change since the storyboard was opened, in
 * the order they were made, which of them stand and which is saved; Enter goes
 * to any of them.
 *
 *	▌History ────────────────────────────────────────────
 *	         as it was opened                       saved
 *	  12:01  set promise of Warm towel
 *	▸ 12:03  delete touchpoint Luggage               here
 *	  12:04  add touchpoint Key                    undone
 *	 ─────────────────────────────────────────────────────
 *	 -      - name: Luggage
 *
 * Row N is the text after N changes.  What each did is found out once, when
 * the first is looked at after something new was done.
 */
#include <string.h>

#include "board/past.h"
#include "i18n.h"
#include "tui/actions.h"
#include "tui/bars.h"
#include "tui/list.h"
#include "tui/views.h"

#define DIFF_ROWS 3 /* of the screen, one is for what the change did */
#define LEAST_ROWS 14 /* of the body, for both */
#define WHEEL 3 /* rows a notch scrolls */

struct history {
	struct view view;
	struct app *app;
	size_t cursor, top; /* rows */
	struct rect area; /* of the rows, as drawn last */
	int time_cols; /* for when they were made */
	GPtrArray *lines; /* what each change did, or NULL */
	const struct change *last; /* for which that is true */
};

static struct history *history_of(struct view *v)
{
	return (struct history *)v;
}

static void free_history(struct view *v)
{
	g_clear_pointer(&history_of(v)->lines, g_ptr_array_unref);
	g_free(v);
}

static struct tree *tree_of(const struct app *app)
{
	return app->desk->board->tree;
}

/* --- what there is --------------------------------------------------------- */

static size_t count_rows(const struct app *app)
{
	return history_count(tree_of(app)) + 1;
}

/* The change that makes what a row is, or NULL for the first. */
static const struct change *change_of(const struct app *app, size_t row)
{
	return row ? history_change(tree_of(app), (unsigned)row - 1) : NULL;
}

/* What the change of a row did to the text. */
static const char *lines_of(struct history *h, size_t row)
{
	const struct change *last = change_of(h->app, count_rows(h->app) - 1);

	if (!row)
		return "";
	if (!h->lines || h->last != last) {
		g_clear_pointer(&h->lines, g_ptr_array_unref);
		h->lines = past_lines(h->app->desk->board);
		h->last = last;
	}
	return h->lines->pdata[row - 1];
}

/* --- drawing --------------------------------------------------------------- */

/* "12:03", on another day the date; "" where that is not known. */
static char *when(const struct app *app, const struct change *c)
{
	g_autoptr(GDateTime) time = NULL;
	g_autofree char *today = app_today(app), *date = NULL;

	if (!c || !c->when)
		return g_strdup("");
	time = g_date_time_new_from_unix_local(c->when / G_USEC_PER_SEC);
	date = g_date_time_format(time, "%Y-%m-%d");
	return strcmp(date, today) ? g_steal_pointer(&date)
				   : g_date_time_format(time, "%H:%M");
}

/* What is to be known of a row at its right end. */
static char *marks(const struct app *app, size_t row)
{
	const struct board *b = app->desk->board;
	size_t depth = history_depth(b->tree);
	const char *here = row == depth ? _("here") : NULL;
	const char *saved = row == board_saved_at(b) ? _("saved") : NULL;

	if (here && saved)
		return g_strdup_printf("%s, %s", saved, here);
	if (here || saved)
		return g_strdup(here ? here : saved);
	return g_strdup(row > depth ? _("undone") : "");
}

static void draw_row(struct history *h, struct canvas *c, struct rect r,
		     size_t row)
{
	const struct change *change = change_of(h->app, row);
	g_autofree char *time = when(h->app, change);
	g_autofree char *mark = marks(h->app, row);
	bool undone = row > history_depth(tree_of(h->app));
	int width = canvas_width(c, mark), x = r.x + 4 + h->time_cols;

	canvas_text(c, r.y, r.x + 2, h->time_cols, ROLE_DIM, time);
	canvas_text(c, r.y, x, r.cols - x - width - 2,
		    undone ? ROLE_DIM : ROLE_CONTENT,
		    change ? change->name : _("as it was opened"));
	canvas_text(c, r.y, r.x + r.cols - width, width, ROLE_DIM, mark);
	if (row != h->cursor)
		return;
	canvas_text(c, r.y, r.x, 2, ROLE_SELECTED, canvas_sign(c, SIGN_SELECT));
	canvas_role(c, r.y, r.x, r.cols, ROLE_SELECTED);
	canvas_cursor(c, r.y, r.x);
}

/* The columns for the times of the rows that are seen. */
static int measure(const struct history *h, const struct canvas *c, size_t end)
{
	int most = 0;

	for (size_t row = h->top; row < end; row++) {
		g_autofree char *time = when(h->app, change_of(h->app, row));

		most = MAX(most, canvas_width(c, time));
	}
	return most;
}

static void draw_rows(struct history *h, struct canvas *c)
{
	struct rect r = h->area;
	size_t count = count_rows(h->app);
	size_t end;

	h->top = list_scroll(h->top, h->cursor, count, (size_t)r.rows);
	end = MIN(count, h->top + (size_t)r.rows);
	h->time_cols = measure(h, c, end);
	for (size_t row = h->top; row < end; row++, r.y++)
		draw_row(h, c, r, row);
}

static enum role role_of(const char *line)
{
	if (*line == '+')
		return ROLE_GOOD;
	return *line == '-' ? ROLE_WARNING : ROLE_DIM;
}

static void draw_lines(struct history *h, struct canvas *c, struct rect r)
{
	g_auto(GStrv) lines = g_strsplit(lines_of(h, h->cursor), "\n", -1);
	int end = r.y + r.rows;

	canvas_hline(c, r.y++, 0, c->cols, ROLE_DIM);
	for (char **line = lines; *line && **line && r.y < end; line++)
		canvas_text(c, r.y++, r.x, r.cols, role_of(*line),
			    strcmp(*line, "@") ? *line : "");
}

static void draw(struct app *app, struct view *v, struct canvas *c)
{
	struct history *h = history_of(v);
	struct rect body = app_body(c), below;
	int rows = body.rows < LEAST_ROWS ? 0 : body.rows / DIFF_ROWS;

	app_draw_title(app, c, NULL);
	canvas_hline(c, body.y, 0, c->cols, ROLE_DIM);
	canvas_printf(c, body.y, 0, c->cols - 1, ROLE_TITLE, "%s%s ",
		      canvas_sign(c, SIGN_FOCUS), _("History"));
	h->area = (struct rect){ body.y + 1, 1, MAX(body.rows - 1 - rows, 1),
				 c->cols - 2 };
	h->cursor = MIN(h->cursor, count_rows(app) - 1);
	draw_rows(h, c);
	below = (struct rect){ h->area.y + h->area.rows, 1, rows, c->cols - 2 };
	if (rows)
		draw_lines(h, c, below);
}

/* --- what can be done ------------------------------------------------------- */

static void say_where(struct app *app, unsigned was)
{
	unsigned depth = history_depth(tree_of(app));
	unsigned steps = depth > was ? depth - was : was - depth;

	if (depth > was)
		app_say(app, ROLE_CONTENT,
			ngettext("redid %u change", "redid %u changes", steps),
			steps);
	else if (depth < was)
		app_say(app, ROLE_CONTENT,
			ngettext("undid %u change", "undid %u changes", steps),
			steps);
	else
		app_say(app, ROLE_CONTENT, "%s",
			_("this is how the storyboard stands"));
}

static void jump(struct app *app, struct view *v)
{
	size_t row = history_of(v)->cursor;
	unsigned was = history_depth(tree_of(app));
	const struct change *last =
		board_go_to(app->desk->board, (unsigned)row);

	if (last)
		app_changed(app, last);
	say_where(app, was);
}

static void leave(struct app *app, struct view *v)
{
	app_pop(app, v);
}

static const struct action actions[] = {
	{ .name = "jump",
	  .label = N_("go there"),
	  .help = N_("Undo or redo until the storyboard is as it was then."),
	  .why_not = app_why_read_only,
	  .run = jump },
	{ .name = "back",
	  .label = N_("back"),
	  .help = N_("Go back to the storyboard as it stands now."),
	  .run = leave },
	{ .name = NULL },
};

static const char *const contexts[] = { "history", "everywhere", NULL };

static const char *const hints[] = { "jump", "back", "up",   "down",
				     "undo", "redo", "save", NULL };

static bool act(struct app *app, struct view *v, const char *action)
{
	struct history *h = history_of(v);

	return list_step(action, count_rows(app), (size_t)h->area.rows,
			 &h->cursor);
}

static bool mouse(struct app *app, struct view *v,
		  const struct mouse_event *event)
{
	struct history *h = history_of(v);
	bool up = event->action == MOUSE_WHEEL_UP;
	int y = event->y - h->area.y;

	if (up || event->action == MOUSE_WHEEL_DOWN) {
		for (int i = 0; i < WHEEL; i++)
			act(app, v, up ? "up" : "down");
		return true;
	}
	if (event->action != MOUSE_PRESS || event->button != 1 || y < 0 ||
	    y >= h->area.rows || h->top + (size_t)y >= count_rows(app))
		return false;
	h->cursor = h->top + (size_t)y;
	if (event->clicks == 2)
		app_do(app, "jump");
	return true;
}

static char *status(struct app *app, struct view *v G_GNUC_UNUSED)
{
	unsigned depth = history_depth(tree_of(app));
	unsigned all = history_count(tree_of(app));

	if (depth == all)
		return g_strdup_printf(ngettext("%u change", "%u changes", all),
				       all);
	return g_strdup_printf(_("%u of %u changes stand"), depth, all);
}

/* Whatever was done, undone or redone: look at how it stands now. */
static void changed(struct app *app, struct view *v,
		    const struct change *change G_GNUC_UNUSED)
{
	history_of(v)->cursor = history_depth(tree_of(app));
}

const struct view_kind view_history_kind = {
	.name = "history",
	.help = N_("All that was done since the storyboard was opened."),
	.whole = true,
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hinted = hints,
	.status = status,
	.act = act,
	.mouse = mouse,
	.changed = changed,
	.free = free_history,
};

struct view *view_history_new(struct app *app)
{
	struct history *h = g_new0(struct history, 1);

	h->view.kind = &view_history_kind;
	h->app = app;
	h->cursor = history_depth(tree_of(app));
	return &h->view;
}
