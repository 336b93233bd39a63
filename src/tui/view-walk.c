/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the Walk as a view: its keys and hints, the mouse, and how it follows
 * changes.  Its three pages are drawn by walk-start.c, walk-step.c and
 * walk-tally.c; where it stands is walk-way.c's, what can be done there
 * walk-actions.c's.
 */
#include "tui/views.h"

#include <string.h>

#include "board/configuration.h"
#include "i18n.h"
#include "tui/actions.h"
#include "tui/bars.h"
#include "tui/disk.h"
#include "tui/list.h"
#include "tui/mouse.h"
#include "tui/walk.h"

static void feel(struct app *app, struct view *v, const struct face *face)
{
	const char *why;

	disk_before_edit(app);
	why = app_why_read_only(app, v);
	if (why)
		app_say(app, ROLE_WARNING, "%s", why);
	else
		walker_feel(walker_of(v), face);
}

/* The rows of the page that is seen, for moving among them. */
static size_t count_rows(const struct walker *w)
{
	if (w->page == WALKER_START)
		return w->walks->len + 1;
	return MIN(w->walk->rated, WALKER_LOWEST);
}

/* Move by lines of the card; first and last are steps. */
static bool move_on_step(struct walker *w, const char *action)
{
	size_t line = (size_t)w->skip;
	size_t count = line + (size_t)MAX(w->hidden, 0) + 1;
	const struct journey *j = walker_journey(w);

	if (!strcmp(action, "first") || !strcmp(action, "last"))
		walker_go(w, walk_step(j, NULL, *action == 'f' ? 1 : -1));
	else if (list_step(action, count, 5, &line))
		w->skip = (int)line;
	else
		return false;
	return true;
}

static bool act(struct app *app, struct view *v, const char *action)
{
	struct walker *w = walker_of(v);
	const struct face *face = schema_face(action);

	walker_settle(w);
	if (w->page != WALKER_STEP)
		return list_step(action, count_rows(w),
				 (size_t)MAX(w->rows.rows, 1), &w->row);
	if (!face && strcmp(action, "no-face") != 0)
		return move_on_step(w, action);
	feel(app, v, face);
	return true;
}

static const char *const *contexts(struct app *app G_GNUC_UNUSED,
				   struct view *v)
{
	static const char *const of[][3] = {
		[WALKER_START] = { "walks", "everywhere", NULL },
		[WALKER_STEP] = { "walk", "everywhere", NULL },
		[WALKER_TALLY] = { "tally", "everywhere", NULL },
	};

	return of[walker_of(v)->page];
}

static const char *const *hints(struct app *app, struct view *v)
{
	static const char *const new[] = { "set-out",	 "name-walker",
					   "leave-walk", "undo",
					   "commands",	 "save",
					   NULL };
	static const char *const shoes[] = { "set-out",	    "change-shoes",
					     "name-walker", "leave-walk",
					     "undo",	    "commands",
					     "save",	    NULL };
	static const char *const old[] = { "set-out",	 "tally", "delete-walk",
					   "leave-walk", "undo",  "commands",
					   "save",	 NULL };
	static const char *const step[] = { "next-step", "previous-step",
					    "note",	 "leave-walk",
					    "next-open", "undo",
					    "save",	 NULL };
	static const char *const whole[] = { "go-there", "previous-step",
					     "walk",	 "leave-walk",
					     "undo",	 "commands",
					     "save",	 NULL };
	static const char *const open[] = { "go-there",	     "next-open",
					    "previous-step", "walk",
					    "leave-walk",    "undo",
					    "save",	     NULL };
	const struct walker *w = walker_of(v);

	if (w->page == WALKER_STEP)
		return step;
	if (w->page == WALKER_START && walker_chosen(w))
		return old;
	if (w->page == WALKER_START)
		return app_journey(app)->customers->len > 1 ? shoes : new;
	return w->walk->rated < app_journey(app)->n_touchpoints ? open : whole;
}

static char *status(struct app *app G_GNUC_UNUSED, struct view *v)
{
	const struct walker *w = walker_of(v);
	g_autofree char *sum = NULL;

	if (w->page != WALKER_STEP || !w->walk->rated)
		return NULL;
	sum = walker_sum(w->walk);
	return g_strdup_printf(_("%s so far"), sum);
}

static void draw(struct app *app, struct view *v, struct canvas *c)
{
	static void (*const pages[])(struct walker *, struct canvas *,
				     struct rect) = {
		[WALKER_START] = walker_draw_start,
		[WALKER_STEP] = walker_draw_step,
		[WALKER_TALLY] = walker_draw_tally,
	};
	struct walker *w = walker_of(v);

	walker_settle(w);
	w->rows.rows = 0;
	pages[w->page](w, c, app_body(c));
	app_draw_title(app, c, NULL);
}

/* The row at line Y of the screen, or count_rows(). */
static size_t row_at(const struct walker *w, int y)
{
	size_t count = count_rows(w), row = 0;

	if (w->page == WALKER_START)
		return y < w->rows.y || y >= w->rows.y + w->rows.rows
			       ? count
			       : w->top + (size_t)(y - w->rows.y);
	while (row < count && w->low_y[row] != y)
		row++;
	return row;
}

static bool click(struct walker *w, const struct mouse_event *event)
{
	size_t row = row_at(w, event->y);

	if (w->page == WALKER_STEP || row >= count_rows(w))
		return false;
	w->row = row;
	if (event->clicks == 2)
		app_do(w->app,
		       w->page == WALKER_START ? "set-out" : "go-there");
	return true;
}

static bool mouse(struct app *app, struct view *v,
		  const struct mouse_event *event)
{
	int by = mouse_wheel(event);

	if (by)
		return act(app, v, by < 0 ? "up" : "down");
	return mouse_pressed(event) && click(walker_of(v), event);
}

static struct spot spot(struct app *app, struct view *v)
{
	struct walker *w = walker_of(v);
	struct spot where = { .place = app_place(app, w->from),
			      .field = w->from_field };

	walker_settle(w);
	if (w->page == WALKER_STEP)
		return (struct spot){ .place = walker_touchpoint(w),
				      .field = -1 };
	return where;
}

/* On the way, to the touchpoint; else only remember where the cursor is. */
static void go(struct app *app G_GNUC_UNUSED, struct view *v, struct spot where)
{
	struct walker *w = walker_of(v);

	w->from = where.place->number;
	w->from_field = where.field;
	walker_settle(w);
	if (w->page == WALKER_STEP && where.place->kind == PLACE_TOUCHPOINT)
		walker_go(w, where.place);
}

static void changed(struct app *app, struct view *v,
		    const struct change *change)
{
	struct walker *w = walker_of(v);
	struct place *p = journey_place(app_journey(app), change->focus);

	walker_settle(w);
	if (p && app_place(app, p->number) && w->page == WALKER_STEP &&
	    p->kind == PLACE_TOUCHPOINT && p->number != w->step)
		walker_go(w, p);
}

static void free_walker(struct view *v)
{
	struct walker *w = walker_of(v);

	g_ptr_array_unref(w->walks);
	walk_free(w->walk);
	g_free(w->by);
	g_free(w);
}

const struct view_kind view_walk_kind = {
	.name = "walk",
	.label = N_("Walk"),
	.help = N_("The journey step by step in the customer's shoes, and a "
		   "face for each."),
	.open = view_walk_new,
	.whole = true,
	.contexts = contexts,
	.actions = walker_actions,
	.draw = draw,
	.hints = hints,
	.status = status,
	.act = act,
	.mouse = mouse,
	.changed = changed,
	.spot = spot,
	.go = go,
	.free = free_walker,
};

struct view *view_walk_new(struct app *app)
{
	struct walker *w = g_new0(struct walker, 1);
	const char *name = app->config ? app->config->name : NULL;

	w->view.kind = &view_walk_kind;
	w->app = app;
	w->by = g_strdup(name ? name : "");
	w->walks = g_ptr_array_new_with_free_func(NULL);
	w->from = app_journey(app)->root->number;
	w->from_field = -1;
	walker_start(w);
	return &w->view;
}
