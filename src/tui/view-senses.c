/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the Senses as a view: how far each stage is designed for each of the
 * five, and what keys and the mouse do there.  What it shows is the files
 * senses-*.c.
 */
#include "tui/views.h"

#include "i18n.h"
#include "tui/actions.h"
#include "tui/amend.h"
#include "tui/bars.h"
#include "tui/disk.h"
#include "tui/mouse.h"
#include "tui/senses.h"

static const char *const contexts[] = { "senses", "panes", "everywhere", NULL };

static const char *const *hints(struct app *app G_GNUC_UNUSED, struct view *v)
{
	static const char *const grid[] = {
		"edit",		"next-pane", "left", "right",  "up",
		"down",		"leave-out", "undo", "search", "commands",
		"next-finding", "save",	     NULL
	};
	static const char *const list[] = {
		"edit",	  "clear",    "left",	      "right", "back", "undo",
		"search", "commands", "next-finding", "save",  NULL
	};

	return senses_of(v)->focus == SENSES_GRID ? grid : list;
}

/* "touchpoint 4 of 12"; where there is no list, what its title says. */
static char *which(const struct senses *s)
{
	const struct journey *j = app_journey(s->app);
	const struct place *tp = senses_touchpoint(s);
	const struct place *where = senses_where(s);

	if (s->focus == SENSES_LIST)
		return g_strdup_printf(_("touchpoint %u of %u"),
				       journey_position(j, tp) + 1,
				       j->n_touchpoints);
	if (s->single || where->kind == PLACE_JOURNEY)
		return senses_cell(s);
	return g_strdup_printf(_("stage %u of %u"), where->index + 1,
			       j->root->children->len);
}

static char *status(struct app *app, struct view *v)
{
	const struct senses *s = senses_of(v);
	unsigned undo = history_depth(app->desk->board->tree);
	g_autofree char *left = which(s);

	return undo ? g_strdup_printf(_("%s · undo %u"), left, undo)
		    : g_steal_pointer(&left);
}

/* --- actions -------------------------------------------------------------- */

static void left(struct app *app G_GNUC_UNUSED, struct view *v)
{
	senses_turn(senses_of(v), -1);
}

static void right(struct app *app G_GNUC_UNUSED, struct view *v)
{
	senses_turn(senses_of(v), 1);
}

static void turn_pane(struct app *app, struct view *v)
{
	struct senses *s = senses_of(v);

	if (s->focus == SENSES_LIST)
		s->focus = SENSES_GRID;
	else if (senses_count(s))
		s->focus = SENSES_LIST;
	else
		app_say(app, ROLE_CONTENT, "%s",
			_("there is no touchpoint here"));
}

static void back(struct app *app, struct view *v)
{
	struct senses *s = senses_of(v);

	if (s->focus == SENSES_LIST)
		s->focus = SENSES_GRID;
	else
		app_menu(app);
}

static void edit(struct app *app, struct view *v)
{
	struct senses *s = senses_of(v);
	const struct place *tp = senses_touchpoint(s);

	if (tp && senses_count(s))
		amend_field(app, tp, T_SEE + s->sense);
	else
		app_do(app, "add-after");
}

/* On a cell: where there are several touchpoints, one is chosen first. */
static void enter(struct app *app, struct view *v)
{
	struct senses *s = senses_of(v);
	struct coverage c =
		coverage_of(app_journey(app), senses_where(s), s->sense);
	const char *why;

	if (c.all > 1)
		senses_enter(s);
	if (c.all > 1 && !c.designed)
		app_say(app, ROLE_CONTENT,
			_("choose the touchpoint to design %s for"),
			senses_name(s->sense));
	if (c.all > 1)
		return;
	disk_before_edit(app);
	why = app_why_read_only(app, v);
	if (why)
		app_say(app, ROLE_WARNING, "%s", why);
	else
		edit(app, v);
}

static void clear(struct app *app, struct view *v)
{
	struct senses *s = senses_of(v);
	struct amend_item item = { .field = T_SEE + s->sense };

	if (s->focus == SENSES_LIST)
		amend_clear(app, senses_touchpoint(s), &item);
	else
		app_say(app, ROLE_CONTENT, "%s",
			_("choose one of the touchpoints first"));
}

/* Whether the sense is now left out on purpose, or was. */
static void leave_out(struct app *app, struct view *v)
{
	struct journey *j = app_journey(app);
	int sense = senses_of(v)->sense;
	size_t n;
	const char *name =
		schema_fields(PLACE_TOUCHPOINT, &n)[T_SEE + sense].name;
	g_autoptr(GPtrArray) texts = place_texts(j, j->root, J_UNUSED_SENSES);
	GError *error = NULL;
	guint at;
	bool out = !g_ptr_array_find_with_equal_func(texts, name, g_str_equal,
						     &at);

	if (out)
		g_ptr_array_add(texts, g_strdup(name));
	else
		g_ptr_array_remove_index(texts, at);
	g_ptr_array_add(texts, NULL);
	if (app_take(app,
		     journey_set_list(j, j->root, J_UNUSED_SENSES,
				      (const char *const *)texts->pdata,
				      &error),
		     error, false))
		app_say(app, ROLE_CONTENT,
			out ? _("%s is left out on purpose now")
			    : _("%s is not left out any more"),
			senses_name(sense));
}

static const struct action actions[] = {
	{ .name = "left",
	  .label = N_("sense"),
	  .help = N_("Go to the sense before."),
	  .run = left },
	{ .name = "right",
	  .label = N_("sense"),
	  .help = N_("Go to the next sense."),
	  .run = right },
	{ .name = "next-pane",
	  .label = N_("touchpoints"),
	  .help = N_("Go to the touchpoints of the cell, and back."),
	  .run = turn_pane },
	{ .name = "previous-pane",
	  .help = N_("Go to the touchpoints of the cell, and back."),
	  .run = turn_pane },
	{ .name = "back",
	  .label = N_("back"),
	  .help = N_("Go back to the cells; there, open the menu."),
	  .run = back },
	{ .name = "edit",
	  .label = N_("design"),
	  .help = N_("Write what the touchpoint has for this sense."),
	  .why_not = app_why_read_only,
	  .run = edit },
	{ .name = "clear",
	  .label = N_("clear"),
	  .help = N_("Empty what the touchpoint has for this sense."),
	  .why_not = app_why_read_only,
	  .run = clear },
	{ .name = "leave-out",
	  .label = N_("leave out"),
	  .help = N_("Say that this sense is left out on purpose, or no "
		     "more."),
	  .why_not = app_why_read_only,
	  .run = leave_out },
	{ .name = NULL },
};

/* While the cursor is on a cell, and not on one of its touchpoints. */
static const struct action cell_actions[] = {
	{ .name = "edit",
	  .label = N_("design"),
	  .help = N_("Design this sense: of several touchpoints choose one "
		     "first."),
	  .run = enter },
	{ .name = NULL },
};

/* --- the mouse ------------------------------------------------------------ */

/* The pane below the mouse moves; the other one keeps the focus. */
static void turn_wheel(struct senses *s, int y, int by)
{
	enum senses_pane focus = s->focus;

	s->focus = s->at.list.rows && y >= s->at.list.y ? SENSES_LIST
							: SENSES_GRID;
	for (int i = 0; i < ABS(by); i++)
		senses_move(s, by < 0 ? "up" : "down");
	s->focus = focus;
}

static bool press(struct senses *s, const struct mouse_event *event)
{
	int row = senses_row_at(s, event->y);
	int sense = senses_sense_at(s, event->x);
	int position = senses_position_at(s, event->y);

	if (position >= 0) {
		s->focus = SENSES_LIST;
		senses_choose(s, (unsigned)position);
	} else if (row >= 0 || event->y == s->at.head) {
		s->focus = SENSES_GRID;
		if (row >= 0)
			senses_choose_row(s, (unsigned)row);
		if (sense >= 0)
			s->sense = sense;
	} else {
		return false;
	}
	if (event->clicks == 2)
		app_do(s->app, "edit");
	return true;
}

static bool mouse(struct app *app G_GNUC_UNUSED, struct view *v,
		  const struct mouse_event *event)
{
	struct senses *s = senses_of(v);

	turn_wheel(s, event->y, mouse_wheel(event));
	return mouse_wheel(event) || (mouse_pressed(event) && press(s, event));
}

/* A touchpoint of the list, a stage by its name. */
static struct place *at(struct app *app, struct view *v, int y, int x,
			struct rect *r)
{
	struct senses *s = senses_of(v);
	int row = senses_row_at(s, y), position = senses_position_at(s, y);

	*r = (struct rect){ y, 0, 1, app->canvas->cols };
	if (position >= 0)
		return senses_at(s, (unsigned)position);
	r->cols = s->at.name;
	return row >= 0 && x < s->at.name
		       ? journey_stage(app_journey(app), (unsigned)row)
		       : NULL;
}

/* --- the view ------------------------------------------------------------- */

static void settle(struct senses *s)
{
	senses_settle(s);
	s->view.actions = s->focus == SENSES_GRID ? cell_actions : NULL;
}

static void draw(struct app *app, struct view *v, struct canvas *c)
{
	struct senses *s = senses_of(v);

	settle(s);
	senses_layout(s, c, app_body(c));
	senses_draw(s, c);
	app_draw_title(app, c, NULL);
}

static bool act(struct app *app G_GNUC_UNUSED, struct view *v,
		const char *action)
{
	struct senses *s = senses_of(v);
	bool moved = senses_move(s, action);

	settle(s);
	return moved;
}

/* What was edited from the row of the journey is seen there. */
static void changed(struct app *app, struct view *v,
		    const struct change *change)
{
	struct senses *s = senses_of(v);
	const struct place *p = journey_place(app_journey(app), change->focus);
	bool journey = s->where == app_journey(app)->root->number;

	if (p && app_place(app, p->number) &&
	    (p->kind != PLACE_JOURNEY || change->detail != J_UNUSED_SENSES))
		senses_go(s, p, (int)change->detail);
	if (journey && p && p->kind == PLACE_TOUCHPOINT)
		senses_go(s, app_journey(app)->root, -1);
	settle(s);
}

static void next_field(struct app *app, struct view *v, int direction)
{
	struct senses *s = senses_of(v);
	unsigned next = senses_position(s) + (unsigned)direction;

	if (next >= senses_count(s))
		return;
	senses_choose(s, next);
	amend_field(app, senses_touchpoint(s), T_SEE + s->sense);
}

static struct spot spot(struct app *app G_GNUC_UNUSED, struct view *v)
{
	struct senses *s = senses_of(v);
	struct place *tp;

	settle(s);
	tp = senses_touchpoint(s);
	if (s->focus == SENSES_GRID && senses_where(s)->kind == PLACE_JOURNEY)
		tp = NULL;
	return (struct spot){ .place = tp ? tp : senses_where(s),
			      .field = tp && s->focus == SENSES_LIST
					       ? T_SEE + s->sense
					       : -1 };
}

/* That whose sign the cell, or the touchpoint in the list, has. */
static const struct finding *found(struct app *app G_GNUC_UNUSED,
				   struct view *v)
{
	const struct senses *s = senses_of(v);

	return senses_found(s,
			    s->focus == SENSES_LIST ? senses_touchpoint(s)
						    : senses_where(s),
			    s->sense);
}

static void go(struct app *app G_GNUC_UNUSED, struct view *v, struct spot where)
{
	senses_go(senses_of(v), where.place, where.field);
	settle(senses_of(v));
}

static void senses_free(struct view *v)
{
	for (int i = 0; i < SENSES; i++)
		g_free(senses_of(v)->gaps[i]);
	g_free(v);
}

const struct view_kind view_senses_kind = {
	.name = "senses",
	.label = N_("Senses"),
	.help = N_("How far each stage reaches each of the five senses."),
	.open = view_senses_new,
	.whole = true,
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hints = hints,
	.status = status,
	.act = act,
	.mouse = mouse,
	.at = at,
	.changed = changed,
	.next_field = next_field,
	.spot = spot,
	.go = go,
	.found = found,
	.free = senses_free,
};

struct view *view_senses_new(struct app *app)
{
	struct senses *s = g_new0(struct senses, 1);

	s->view.kind = &view_senses_kind;
	s->app = app;
	senses_choose_row(s, 0);
	settle(s);
	return &s->view;
}
