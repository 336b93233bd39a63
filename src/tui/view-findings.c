/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the Findings as a view: its actions, keys and hints, and how it follows
 * changes.  What it lists and draws are the files docket-*.c.
 */
#include "tui/views.h"

#include <string.h>

#include "i18n.h"
#include "tui/actions.h"
#include "tui/amend.h"
#include "tui/bars.h"
#include "tui/docket.h"
#include "tui/mouse.h"
#include "tui/stop.h"

/* --- actions -------------------------------------------------------------- */

static void next(struct app *app G_GNUC_UNUSED, struct view *v)
{
	docket_move(docket_of(v), "down");
}

static void previous(struct app *app G_GNUC_UNUSED, struct view *v)
{
	docket_move(docket_of(v), "up");
}

/* List those that wait, or leave them out again. */
static void toggle_waiting(struct docket *d)
{
	d->waiting = !d->waiting;
	d->stale = true;
	docket_settle(d);
}

static void go_there(struct app *app, struct view *v)
{
	struct docket *d = docket_of(v);
	const struct finding *f;
	struct spot where;

	docket_settle(d);
	f = docket_chosen(d);
	if (!f && d->rows->len)
		toggle_waiting(d);
	if (!f)
		return;
	where = stop_spot(f);
	app_say(app, ROLE_CONTENT, "%s", f->message);
	app_show(app, &view_map_kind);
	app_go(app, where);
}

static void explain(struct app *app G_GNUC_UNUSED, struct view *v)
{
	docket_of(v)->open = !docket_of(v)->open;
}

/* The finding that has the cursor, or NULL, which is said. */
static const struct finding *chosen(struct docket *d)
{
	const struct finding *f;

	docket_settle(d);
	f = docket_chosen(d);
	if (!f)
		app_say(d->app, ROLE_CONTENT, "%s",
			_("choose a finding first"));
	return f;
}

static void fix(struct app *app, struct view *v)
{
	const struct finding *f = chosen(docket_of(v));

	if (f)
		amend_fix(app, f);
}

static void waive(struct app *app, struct view *v)
{
	const struct finding *f = chosen(docket_of(v));

	if (f)
		amend_waive(app, f);
}

/* The status after this one; NULL after the last. */
static const char *next_status(struct app *app)
{
	const struct journey *j = app_journey(app);
	g_autofree char *now = place_text(j, j->root, J_STATUS);
	size_t n;
	const struct choice *c =
		schema_fields(PLACE_JOURNEY, &n)[J_STATUS].choices;

	while (c->name && strcmp(c->name, *now ? now : "design") != 0)
		c++;
	return c->name ? c[1].name : NULL;
}

static const char *why_no_status(struct app *app, struct view *v)
{
	const char *why = app_why_read_only(app, v);

	if (!why && !next_status(app))
		return _("there is no status above this one");
	return why;
}

static void raise_status(struct app *app, struct view *v G_GNUC_UNUSED)
{
	struct journey *j = app_journey(app);
	const char *status = next_status(app);
	GError *error = NULL;

	if (app_take(app, journey_set(j, j->root, J_STATUS, status, &error),
		     error, false))
		app_say(app, ROLE_CONTENT, _("the status is '%s' now"), status);
}

static void next_level(struct app *app G_GNUC_UNUSED, struct view *v)
{
	docket_next_level(docket_of(v));
}

static void ask_filter(struct app *app G_GNUC_UNUSED, struct view *v)
{
	docket_ask_filter(docket_of(v));
}

static void back(struct app *app, struct view *v)
{
	struct docket *d = docket_of(v);

	if (d->open)
		d->open = false;
	else if (docket_filters(d))
		docket_clear_filter(d);
	else
		app_menu(app);
}

static const struct action actions[] = {
	{ .name = "go-there",
	  .label = N_("go there"),
	  .help = N_("Go to the field at fault in the Map; on things to "
		     "decide, list them."),
	  .run = go_there },
	{ .name = "explain",
	  .label = N_("why"),
	  .help = N_("Show the finding on the whole screen, with the reason "
		     "for its rule."),
	  .run = explain },
	{ .name = "fix",
	  .label = N_("fix"),
	  .help = N_("Mend it, as it says beforehand."),
	  .why_not = app_why_read_only,
	  .run = fix },
	{ .name = "waive",
	  .label = N_("waive"),
	  .help = N_("Accept it, with a reason."),
	  .why_not = app_why_read_only,
	  .run = waive },
	{ .name = "raise-status",
	  .label = N_("raise status"),
	  .help = N_("Raise the status of the storyboard: from sketch to "
		     "design, ready and live."),
	  .why_not = why_no_status,
	  .run = raise_status },
	{ .name = "next-level",
	  .label = N_("level"),
	  .help = N_("List errors and warnings, then errors alone, then all "
		     "again."),
	  .run = next_level },
	{ .name = "filter",
	  .label = N_("filter"),
	  .help = N_("Choose a level, a rule or a stage to list alone."),
	  .run = ask_filter },
	{ .name = "next-finding",
	  .label = N_("finding"),
	  .help = N_("Go to the next finding."),
	  .run = next },
	{ .name = "previous-finding",
	  .label = N_("finding"),
	  .help = N_("Go back to the finding before."),
	  .run = previous },
	{ .name = "back",
	  .label = N_("back"),
	  .help = N_("Go back to the list, then to all of it; then open the "
		     "menu."),
	  .run = back },
	{ .name = NULL },
};

/* --- the view ------------------------------------------------------------- */

static bool act(struct app *app G_GNUC_UNUSED, struct view *v,
		const char *action)
{
	return docket_move(docket_of(v), action);
}

static const char *const contexts[] = { "findings", "everywhere", NULL };

static const char *const *hints(struct app *app G_GNUC_UNUSED, struct view *v)
{
	static const char *const list[] = {
		"go-there",   "fix",	      "waive", "explain",
		"next-level", "filter",	      "undo",  "search",
		"commands",   "raise-status", "save",  NULL
	};
	static const char *const open[] = { "back",  "go-there", "fix",
					    "waive", "up",	 "down",
					    "undo",  "save",	 NULL };

	return docket_of(v)->open ? open : list;
}

static char *status(struct app *app, struct view *v)
{
	const struct docket *d = docket_of(v);
	unsigned undo = history_depth(app->desk->board->tree);
	unsigned found = 0;
	g_autofree char *which = NULL;

	for (int level = LEVEL_HINT; level < LEVELS; level++)
		found += d->listed[level];
	if (d->row >= found)
		return NULL;
	which = g_strdup_printf(_("finding %zu of %u"), d->row + 1, found);
	return undo ? g_strdup_printf(_("%s · undo %u"), which, undo)
		    : g_steal_pointer(&which);
}

static void draw(struct app *app, struct view *v, struct canvas *c)
{
	docket_settle(docket_of(v));
	docket_draw(docket_of(v), c, app_body(c));
	app_draw_title(app, c, NULL);
}

static void click(struct docket *d, const struct mouse_event *event)
{
	size_t row = d->top + (size_t)(event->y - d->area.y);

	if (row >= d->rows->len)
		return;
	docket_choose(d, row);
	d->from.set = false;
	if (event->clicks == 2)
		app_do(d->app, "go-there");
}

static bool mouse(struct app *app G_GNUC_UNUSED, struct view *v,
		  const struct mouse_event *event)
{
	struct docket *d = docket_of(v);
	int by = mouse_wheel(event);

	docket_settle(d);
	for (int i = 0; i < ABS(by); i++)
		docket_move(d, by < 0 ? "up" : "down");
	if (!mouse_pressed(event) || event->y < d->area.y ||
	    event->y >= d->area.y + d->area.rows)
		return by != 0;
	click(d, event);
	return true;
}

/* While the chosen finding stays, something else was changed: go there. When
 * it goes, the next one takes its row. */
static void changed(struct app *app, struct view *v,
		    const struct change *change)
{
	struct docket *d = docket_of(v);
	struct place *p = journey_place(app_journey(app), change->focus);
	struct docket_mark mark = d->mark;

	docket_settle(d);
	if (p && app_place(app, p->number) && mark.set &&
	    mark.rule == d->mark.rule && mark.entry == d->mark.entry)
		docket_show(d,
			    (struct spot){ .place = p,
					   .field = (int)change->detail },
			    false);
}

/* Until the cursor is moved here, it is where it was before. */
static struct spot spot(struct app *app, struct view *v)
{
	struct docket *d = docket_of(v);
	struct spot where = { .field = -1 };
	const struct finding *f;

	docket_settle(d);
	f = docket_chosen(d);
	if (d->from.set)
		where = (struct spot){ .place = app_place(app, d->from.place),
				       .field = d->from.field };
	return where.place || !f ? where : stop_spot(f);
}

static void go(struct app *app G_GNUC_UNUSED, struct view *v, struct spot where)
{
	struct docket *d = docket_of(v);

	docket_show(d, where, true);
	d->from.set = true;
	d->from.place = where.place->number;
	d->from.field = where.field;
}

static void docket_free(struct view *v)
{
	g_array_unref(docket_of(v)->rows);
	g_free(v);
}

const struct view_kind view_findings_kind = {
	.name = "findings",
	.label = N_("Findings"),
	.open = view_findings_new,
	.help = N_("All that is found wrong, what to do about it, and why."),
	.whole = true,
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hints = hints,
	.status = status,
	.act = act,
	.mouse = mouse,
	.changed = changed,
	.spot = spot,
	.go = go,
	.free = docket_free,
};

struct view *view_findings_new(struct app *app)
{
	struct docket *d = g_new0(struct docket, 1);

	d->view.kind = &view_findings_kind;
	d->app = app;
	d->rows = g_array_new(FALSE, FALSE, sizeof(struct docket_row));
	d->stale = true;
	docket_settle(d);
	return &d->view;
}
