/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the Scorecard as a view: its actions, keys and hints, and how it
 * follows changes.  What it counts, draws and asks are the files card-*.c.
 */
#include "tui/views.h"

#include <string.h>

#include "i18n.h"
#include "tui/actions.h"
#include "tui/amend.h"
#include "tui/bars.h"
#include "tui/card.h"
#include "tui/mouse.h"
#include "tui/show.h"

/* --- panes ------------------------------------------------------------------ */

static void focus(struct card *d, unsigned pane)
{
	card_settle(d);
	card_choose(d, (enum card_pane)pane, d->lists[pane].row);
}

static void next_pane(struct app *app G_GNUC_UNUSED, struct view *v)
{
	focus(card_of(v), (card_of(v)->focus + 1) % CARD_PANES);
}

static void previous_pane(struct app *app G_GNUC_UNUSED, struct view *v)
{
	focus(card_of(v), (card_of(v)->focus + CARD_PANES - 1) % CARD_PANES);
}

static void move_aside(struct card *d, int by)
{
	int pane = (int)d->focus + by;

	if (d->focus == CARD_MEASURES)
		card_move_field(d, by);
	else if (pane >= 0 && pane < CARD_MEASURES)
		focus(d, (unsigned)pane);
}

static void left(struct app *app G_GNUC_UNUSED, struct view *v)
{
	move_aside(card_of(v), -1);
}

static void right(struct app *app G_GNUC_UNUSED, struct view *v)
{
	move_aside(card_of(v), 1);
}

/* --- what can be done ------------------------------------------------------- */

static const char *why_none_chosen(struct app *app G_GNUC_UNUSED,
				   struct view *v)
{
	card_settle(card_of(v));
	return card_measure(card_of(v)) ? NULL : _("choose a measure first");
}

static const char *why_no_measure(struct app *app, struct view *v)
{
	const char *why = app_why_read_only(app, v);

	return why ? why : why_none_chosen(app, v);
}

static const char *why_no_touchpoint(struct app *app, struct view *v)
{
	const char *why = app_why_read_only(app, v);

	if (!why && !app_journey(app)->n_touchpoints)
		return _("add a touchpoint first: the Map and the Board do");
	return why;
}

static void edit(struct app *app, struct view *v)
{
	struct card *d = card_of(v);
	const char *why = why_no_measure(app, v);

	if (d->focus != CARD_MEASURES)
		card_show_behind(d);
	else if (why)
		app_say(app, ROLE_CONTENT, "%s", why);
	else
		card_ask_field(d, card_measure(d), (int)d->field);
}

static void add_measure(struct app *app G_GNUC_UNUSED, struct view *v)
{
	card_ask_new(card_of(v));
}

static void record(struct app *app G_GNUC_UNUSED, struct view *v)
{
	card_ask_today(card_of(v), card_measure(card_of(v)));
}

static void delete (struct app *app, struct view *v)
{
	struct card *d = card_of(v);
	const struct measure_at *at = card_measure(d);
	g_autofree char *metric = card_field_text(app, at->entry, M_METRIC);
	g_autofree char *undo = show_key(app, "undo");
	GError *error = NULL;
	const struct change *change =
		journey_remove_measure(app_journey(app), at->touchpoint,
				       at->entry, &error);

	if (app_take(app, change, error, false))
		app_say(app, ROLE_CONTENT, _("deleted '%s', %s undoes"), metric,
			undo);
}

static void go_there(struct app *app, struct view *v)
{
	struct spot where = {
		.place = card_measure(card_of(v))->touchpoint,
		.field = T_MEASURES,
	};

	app_show(app, &view_map_kind);
	app_go(app, where);
}

static const struct action actions[] = {
	{ .name = "left",
	  .label = N_("field"),
	  .help = N_("Go to the field of the measure, or the pane of figures, "
		     "on the left."),
	  .run = left },
	{ .name = "right",
	  .label = N_("field"),
	  .help = N_("Go to the field of the measure, or the pane of figures, "
		     "on the right."),
	  .run = right },
	{ .name = "next-pane",
	  .label = N_("pane"),
	  .help = N_("Go to the next pane."),
	  .run = next_pane },
	{ .name = "previous-pane",
	  .label = N_("pane"),
	  .help = N_("Go to the pane before."),
	  .run = previous_pane },
	{ .name = "edit",
	  .label = N_("edit"),
	  .help = N_("Edit the field of the measure at the cursor; on a "
		     "figure, show the touchpoints behind it."),
	  .run = edit },
	{ .name = "record",
	  .label = N_("record"),
	  .help = N_("Record what is measured today."),
	  .why_not = why_no_measure,
	  .run = record },
	{ .name = "add-measure",
	  .label = N_("add"),
	  .help = N_("Add a measure: where, what, and the target to reach."),
	  .why_not = why_no_touchpoint,
	  .run = add_measure },
	{ .name = "delete",
	  .label = N_("delete"),
	  .help = N_("Delete the measure at once."),
	  .why_not = why_no_measure,
	  .run = delete },
	{ .name = "go-there",
	  .label = N_("go there"),
	  .help = N_("Go to the touchpoint of the measure in the Map."),
	  .why_not = why_none_chosen,
	  .run = go_there },
	{ .name = NULL },
};

/* Where Enter does not edit. */
static const struct action figure_actions[] = {
	{ .name = "edit",
	  .label = N_("touchpoints"),
	  .help = N_("Show the touchpoints behind the figure."),
	  .run = edit },
	{ .name = "left",
	  .label = N_("pane"),
	  .help = N_("Go to the pane on the left."),
	  .run = left },
	{ .name = "right",
	  .label = N_("pane"),
	  .help = N_("Go to the pane on the right."),
	  .run = right },
	{ .name = NULL },
};

/* --- the view --------------------------------------------------------------- */

static const char *const contexts[] = { "scorecard", "everywhere", NULL };

static const char *const *hints(struct app *app G_GNUC_UNUSED, struct view *v)
{
	static const char *const measures[] = {
		"edit",	  "record",   "add-measure", "delete", "next-pane",
		"left",	  "right",    "go-there",    "fix",    "undo",
		"search", "commands", "save",	     NULL
	};
	static const char *const figures[] = { "edit",	      "next-pane",
					       "add-measure", "undo",
					       "search",      "commands",
					       "save",	      NULL };

	static const char *const none[] = { "add-measure", "next-pane", "undo",
					    "search",	   "commands",	"save",
					    NULL };
	const struct card *d = card_of(v);

	if (d->focus != CARD_MEASURES)
		return figures;
	return card_measure(d) ? measures : none;
}

static bool act(struct app *app G_GNUC_UNUSED, struct view *v,
		const char *action)
{
	return card_move(card_of(v), action);
}

static char *status(struct app *app, struct view *v)
{
	const struct card *d = card_of(v);
	unsigned undo = history_depth(app->desk->board->tree);
	g_autofree char *which = NULL;

	if (!card_measure(d))
		return NULL;
	which = g_strdup_printf(_("measure %zu of %zu"),
				d->lists[CARD_MEASURES].row + 1,
				card_rows(d, CARD_MEASURES));
	return undo ? g_strdup_printf(_("%s · undo %u"), which, undo)
		    : g_steal_pointer(&which);
}

static void draw(struct app *app, struct view *v, struct canvas *c)
{
	struct card *d = card_of(v);

	card_settle(d);
	v->actions = d->focus == CARD_MEASURES ? NULL : figure_actions;
	card_draw(d, c, app_body(c));
	app_draw_title(app, c, NULL);
}

/* Of the chosen measure. */
static const struct finding *found(struct app *app G_GNUC_UNUSED,
				   struct view *v)
{
	struct card *d = card_of(v);
	const struct measure_at *at = card_measure(d);

	return at ? card_finding(d, at) : NULL;
}

/* --- the mouse -------------------------------------------------------------- */

static bool is_in(const struct rect *r, const struct mouse_event *event)
{
	return event->y >= r->y && event->y < r->y + r->rows &&
	       event->x >= r->x && event->x < r->x + r->cols;
}

static void click_field(struct card *d, int x)
{
	for (unsigned i = 0; i < d->n_columns; i++) {
		const struct card_column *column = &d->columns[i];

		if (column->field < (int)M_FIELDS && x >= column->x &&
		    x < column->x + column->cols)
			d->field = (enum measure_field)column->field;
	}
}

static bool click(struct card *d, enum card_pane pane,
		  const struct mouse_event *event)
{
	const struct card_list *l = &d->lists[pane];
	size_t row = l->top + (size_t)(event->y - l->area.y);

	if (row >= card_rows(d, pane))
		return false;
	card_choose(d, pane, row);
	if (pane == CARD_MEASURES)
		click_field(d, event->x);
	if (event->clicks == 2)
		app_do(d->app, "edit");
	return true;
}

static bool mouse(struct app *app G_GNUC_UNUSED, struct view *v,
		  const struct mouse_event *event)
{
	struct card *d = card_of(v);
	int by = mouse_wheel(event);

	card_settle(d);
	for (int i = 0; i < ABS(by); i++)
		card_move(d, by < 0 ? "up" : "down");
	if (!mouse_pressed(event))
		return by != 0;
	for (int pane = 0; pane < CARD_PANES; pane++)
		if (is_in(&d->lists[pane].area, event))
			return click(d, (enum card_pane)pane, event);
	return false;
}

/* --- following -------------------------------------------------------------- */

static void come_from(struct card *d, const struct place *p, int field)
{
	d->from.set = true;
	d->from.place = p->number;
	d->from.field = field;
}

static void changed(struct app *app, struct view *v,
		    const struct change *change)
{
	struct card *d = card_of(v);
	struct place *p = journey_place(app_journey(app), change->focus);

	card_settle(d);
	if (!p || !app_place(app, p->number))
		return;
	if (p->kind == PLACE_TOUCHPOINT && change->detail == T_MEASURES &&
	    card_find_measure(d, p, change->focus))
		d->focus = CARD_MEASURES;
	come_from(d, p, (int)change->detail);
}

static struct spot spot(struct app *app, struct view *v)
{
	struct card *d = card_of(v);
	const struct measure_at *at;
	struct spot where = { .field = -1 };

	card_settle(d);
	at = card_measure(d);
	if (d->from.set)
		where = (struct spot){ .place = app_place(app, d->from.place),
				       .field = d->from.field };
	else if (at)
		where = (struct spot){ .place = at->touchpoint,
				       .field = T_MEASURES };
	else
		where.place = card_owner(d);
	return where;
}

static void go(struct app *app G_GNUC_UNUSED, struct view *v, struct spot where)
{
	struct card *d = card_of(v);

	card_settle(d);
	if (where.place->kind == PLACE_TOUCHPOINT)
		card_find_measure(d, where.place, where.pair);
	come_from(d, where.place, where.field);
}

static void card_free(struct view *v)
{
	if (card_of(v)->measures)
		g_array_unref(card_of(v)->measures);
	g_free(v);
}

const struct view_kind view_scorecard_kind = {
	.name = "scorecard",
	.label = N_("Scorecard"),
	.help = N_("What the journey comes to: equation, faces, senses, owners "
		   "and benchmarks."),
	.open = view_scorecard_new,
	.whole = true,
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hints = hints,
	.status = status,
	.act = act,
	.mouse = mouse,
	.found = found,
	.changed = changed,
	.spot = spot,
	.go = go,
	.free = card_free,
};

struct view *view_scorecard_new(struct app *app)
{
	struct card *d = g_new0(struct card, 1);

	d->view.kind = &view_scorecard_kind;
	d->app = app;
	d->focus = CARD_MEASURES;
	d->field = M_ACTUAL;
	return &d->view;
}
