/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the Map as a view: its keys and hints by focus, its part of the bars,
 * and how it follows changes.  What it shows and edits are the files map-*.c.
 */
#include "tui/views.h"

#include "i18n.h"
#include "tui/bars.h"
#include "tui/map.h"
#include "tui/marks.h"

static const char *const *contexts(struct app *app G_GNUC_UNUSED,
				   struct view *v)
{
	static const char *const lists[] = { "panes", "everywhere", NULL };
	static const char *const inspector[] = { "inspector", "panes",
						 "everywhere", NULL };

	return map_of(v)->focus == MAP_INSPECTOR ? inspector : lists;
}

static bool act(struct app *app G_GNUC_UNUSED, struct view *v,
		const char *action)
{
	return map_move(map_of(v), action);
}

static const char *const *hints(struct app *app G_GNUC_UNUSED, struct view *v)
{
	static const char *const lists[] = {
		"edit",		"next-pane",   "add-after",
		"delete",	"move-down",   "move-up",
		"undo",		"search",      "commands",
		"choose-owner", "choose-face", "mark",
		"next-finding", "save",	       "copy",
		"paste",	NULL
	};
	static const char *const marked[] = {
		"mark",	     "delete",	"choose-owner", "choose-face",
		"copy",	     "cut",	"duplicate",	"back",
		"move-down", "move-up", "mark-invert",	NULL
	};
	static const char *const inspector[] = {
		"edit",	    "clear",	    "back", "undo", "search",
		"commands", "next-finding", "save", NULL
	};
	static const char *const small[] = { "edit",	  "left",   "save",
					     "add-after", "delete", "undo",
					     "next-pane", NULL };
	/* From the stages of a small screen there is no way back. */
	static const char *const top[] = { "edit",	"right",  "save",
					   "add-after", "delete", "undo",
					   "next-pane", NULL };
	static const char *const moving[] = { "up",   "down", "left", "right",
					      "edit", "undo", NULL };
	const struct map *m = map_of(v);

	if (m->moving)
		return moving;
	if (m->focus == MAP_INSPECTOR)
		return inspector;
	if (map_subject(m) && marks_count(m->app, map_subject(m)->kind))
		return marked;
	if (!m->single)
		return lists;
	return m->focus == MAP_STAGES ? top : small;
}

/* "touchpoint 8 of 20": which of its kind a place is; or NULL. */
static char *count(const struct journey *j, const struct place *p)
{
	switch (p->kind) {
	case PLACE_TOUCHPOINT:
		return g_strdup_printf(_("touchpoint %u of %u"),
				       journey_position(j, p) + 1,
				       j->n_touchpoints);
	case PLACE_STAGE:
		return g_strdup_printf(_("stage %u of %u"), p->index + 1,
				       p->up->children->len);
	case PLACE_OWNER:
		return g_strdup_printf(_("owner %u of %u"), p->index + 1,
				       j->owners->len);
	case PLACE_CUSTOMER:
		return g_strdup_printf(_("customer %u of %u"), p->index + 1,
				       j->customers->len);
	default:
		return NULL;
	}
}

/* "touchpoint 8 of 20 · undo 14" */
static char *status(struct app *app, struct view *v)
{
	const struct map *m = map_of(v);
	const struct journey *j = map_journey(m);
	const struct place *p = map_subject(m);
	unsigned undo = history_depth(app->desk->board->tree);
	g_autofree char *which = p ? count(j, p) : NULL;

	if (!undo)
		return g_steal_pointer(&which);
	return which ? g_strdup_printf(_("%s · undo %u"), which, undo)
		     : g_strdup_printf(_("undo %u"), undo);
}

static const struct action *actions_now(const struct map *m)
{
	if (m->moving)
		return map_moving_actions;
	return m->single && m->focus != MAP_INSPECTOR ? map_small_actions
						      : NULL;
}

static void draw(struct app *app, struct view *v, struct canvas *c)
{
	struct map *m = map_of(v);

	map_settle(m);
	map_draw(m, c, app_body(c));
	v->actions = actions_now(m);
	app_draw_title(app, c, NULL);
}

static bool mouse(struct app *app G_GNUC_UNUSED, struct view *v,
		  const struct mouse_event *event)
{
	return map_mouse(map_of(v), event);
}

static struct place *at(struct app *app G_GNUC_UNUSED, struct view *v, int y,
			int x, struct rect *r)
{
	return map_at(map_of(v), y, x, r);
}

/* Whether what was chosen was removed: its neighbour takes its row. */
static bool is_gone(const struct map *m)
{
	unsigned number = m->lists[m->subject].chosen;

	return number < MAP_NO_OWNER && !app_place(m->app, number);
}

static void changed(struct app *app G_GNUC_UNUSED, struct view *v,
		    const struct change *change)
{
	struct map *m = map_of(v);
	const struct place *p = journey_place(map_journey(m), change->focus);
	bool inspector = m->focus == MAP_INSPECTOR;

	if (!p || !app_place(m->app, p->number) || is_gone(m)) {
		if (inspector)
			map_focus(m, m->subject);
		map_settle(m);
		return;
	}
	map_show(m, p, -1);
	if ((int)change->detail < 0)
		map_form_show_pair(m, p, change->focus);
	else if (inspector || change->detail != PLACE_NAME)
		map_form_show(m, p, (int)change->detail);
	if (inspector)
		map_focus(m, MAP_INSPECTOR);
}

static void next_field(struct app *app, struct view *v, int direction)
{
	struct map *m = map_of(v);
	const struct place *p = map_subject(m);
	g_autoptr(GArray) items = map_items(m, p);
	const struct amend_item *item;
	int at = (int)m->form.item + direction;

	if (m->focus != MAP_INSPECTOR || at < 0 || at >= (int)items->len)
		return;
	m->form.item = (unsigned)at;
	item = &g_array_index(items, struct amend_item, at);
	if (amend_asks(p, item))
		amend_item(app, p, item);
}

static struct spot spot(struct app *app G_GNUC_UNUSED, struct view *v)
{
	struct map *m = map_of(v);
	struct amend_item item = { .field = -1 };

	map_settle(m);
	if (m->focus == MAP_INSPECTOR)
		map_item_here(m, &item);
	return (struct spot){
		.place = map_subject(m),
		.field = item.field,
		.pair = item.entry,
		.room = m->focus == MAP_TOUCHPOINTS ? map_stage(m) : NULL,
	};
}

static void go(struct app *app G_GNUC_UNUSED, struct view *v, struct spot where)
{
	struct map *m = map_of(v);

	map_settle(m);
	map_show(m, where.place, where.field);
	if (where.field < 0 && where.pair) {
		map_form_show_pair(m, where.place, where.pair);
		map_focus(m, MAP_INSPECTOR);
	}
}

static void map_free(struct view *v)
{
	struct map *m = map_of(v);

	if (m->owned.touchpoints)
		g_array_unref(m->owned.touchpoints);
	g_free(m);
}

const struct view_kind view_map_kind = {
	.name = "map",
	.label = N_("Map"),
	.open = view_map_new,
	.help = N_("Stages, touchpoints and owners over all their fields."),
	.whole = true,
	.contexts = contexts,
	.actions = map_actions,
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
	.free = map_free,
};

/* Where a journey has a touchpoint, begin there. */
struct view *view_map_new(struct app *app)
{
	struct map *m = g_new0(struct map, 1);
	const struct place *stage;

	m->view.kind = &view_map_kind;
	m->app = app;
	m->lists[MAP_STAGES].chosen = map_journey(m)->root->number;
	stage = journey_stage(map_journey(m), 0);
	if (stage)
		map_show(m, stage, -1);
	if (stage && stage->children->len)
		map_show(m, stage->children->pdata[0], -1);
	map_settle(m);
	return &m->view;
}
