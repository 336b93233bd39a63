/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what can be done to whole things of the map: name, add, delete, move.
 * What can be done to their fields is map-field.c's.
 *
 * Every edit is one named edit of the journey and ends in app_take(), which
 * brings the cursor to what was changed.
 */
#include "tui/map.h"

#include <string.h>

#include "i18n.h"

struct map_target *map_target_new(struct map *m, const struct place *p,
				  int field)
{
	struct map_target *t = g_new(struct map_target, 1);

	*t = (struct map_target){ .map = m,
				  .place = p->number,
				  .field = field };
	return t;
}

struct place *map_target_place(const struct map_target *t)
{
	return map_place(t->map, t->place);
}

char *map_reference(const struct map *m, const struct place *p)
{
	const struct journey *j = map_journey(m);

	return place_text(j, p,
			  place_blank(j, p, PLACE_ID) ? PLACE_NAME : PLACE_ID);
}

/* --- adding -------------------------------------------------------------- */

/* Where the next new thing goes. */
struct adding {
	struct map *map;
	enum place_kind kind;
	unsigned up; /* number */
	unsigned index;
};

static bool add_done(struct app *app, const char *text, void *data)
{
	struct adding *a = data;
	struct place *up = map_place(a->map, a->up);
	const struct change *change = NULL;
	GError *error = NULL;

	if (!up)
		return true;
	change = journey_add(map_journey(a->map), a->kind, up, a->index, text,
			     &error);
	if (!app_take(app, change, error, true))
		return false;
	a->index++;
	return true;
}

static bool is_among_customers(const struct map *m)
{
	const struct place *p = map_chosen(m, MAP_OWNERS);

	return p ? p->kind == PLACE_CUSTOMER
		 : m->lists[MAP_OWNERS].chosen == MAP_NO_CUSTOMER;
}

/* The kind of what is added in a pane, and after which of its fellows. */
static struct adding where_to_add(struct map *m, bool after)
{
	enum map_pane pane = m->focus;
	const struct journey *j = map_journey(m);
	const struct place *p = map_chosen(m, pane);
	struct adding a = { .map = m, .up = j->root->number };

	switch (pane) {
	case MAP_STAGES:
		a.kind = PLACE_STAGE;
		break;
	case MAP_TOUCHPOINTS:
		a.kind = PLACE_TOUCHPOINT;
		a.up = map_stage(m)->number;
		break;
	default:
		a.kind = is_among_customers(m) ? PLACE_CUSTOMER : PLACE_OWNER;
		a.index = j->owners->len;
	}
	if (p && p->kind == a.kind)
		a.index = p->index + after;
	return a;
}

static const char *add_title(enum place_kind kind)
{
	switch (kind) {
	case PLACE_STAGE:
		return _("Name of the new stage");
	case PLACE_TOUCHPOINT:
		return _("Name of the new touchpoint");
	case PLACE_CUSTOMER:
		return _("Name of the new customer");
	default:
		return _("Name of the new owner");
	}
}

static void add(struct map *m, bool after)
{
	struct adding a;
	size_t n;
	struct ask ask = { .again = true,
			   .done = add_done,
			   .free_data = g_free };

	map_settle(m);
	if (m->focus == MAP_INSPECTOR)
		map_focus(m, m->subject);
	a = where_to_add(m, after);
	ask.title = add_title(a.kind);
	ask.help = _(schema_fields(a.kind, &n)[PLACE_NAME].help);
	ask.data = g_memdup2(&a, sizeof(a));
	ask_text(m->app, &ask);
}

void map_act_add_after(struct app *app G_GNUC_UNUSED, struct view *v)
{
	add(map_of(v), true);
}

void map_act_add_before(struct app *app G_GNUC_UNUSED, struct view *v)
{
	add(map_of(v), false);
}

/* --- deleting ------------------------------------------------------------ */

/* Delete P and leave the cursor on what then stands in its row. */
static void delete (struct map *m, struct place *p, struct place *heir)
{
	struct journey *j = map_journey(m);
	g_autofree char *title = place_title(j, p);
	g_autofree char *undo = map_key(m, "undo");
	enum map_pane pane = m->subject;
	unsigned row = m->lists[pane].row;
	GError *error = NULL;
	const struct change *change = journey_remove(j, p, heir, &error);

	if (!app_take(m->app, change, error, false))
		return;
	map_focus(m, pane);
	m->lists[pane].row = row;
	map_settle(m);
	app_say(m->app, ROLE_CONTENT, _("deleted '%s', %s undoes"), title,
		undo);
}

static bool heir_done(struct app *app, const char *name, void *data)
{
	struct map_target *t = data;
	struct place *p = map_target_place(t);
	struct place *heir = journey_person(map_journey(t->map), name, NULL);

	(void)app;
	if (p)
		delete (t->map, p, heir);
	return true;
}

static void ask_heir(struct map *m, const struct place *p)
{
	g_autofree char *name = place_title(map_journey(m), p);
	g_autofree char *title =
		g_strdup_printf(_("Who takes over from %s?"), name);
	struct map_menu *menu = map_menu_new();
	struct ask_list list = { .title = title,
				 .done = heir_done,
				 .data = map_target_new(m, p, -1),
				 .free_data = g_free };

	map_menu_owners(menu, m, p);
	list.items = map_menu_items(menu);
	ask_choice(m->app, &list);
	map_menu_free(menu);
}

void map_act_delete(struct app *app, struct view *v)
{
	struct map *m = map_of(v);
	struct place *p;

	map_settle(m);
	p = map_subject(m);
	if (!p || p->kind == PLACE_JOURNEY)
		app_say(app, ROLE_CONTENT, "%s",
			_("there is nothing here to delete"));
	else if (p->kind == PLACE_OWNER &&
		 journey_references(map_journey(m), p))
		ask_heir(m, p);
	else
		delete (m, p, NULL);
}

/* --- moving -------------------------------------------------------------- */

static void move_to(struct map *m, struct place *p, struct place *up,
		    unsigned index)
{
	GError *error = NULL;
	const struct change *change =
		journey_move(map_journey(m), p, up, index, &error);

	app_take(m->app, change, error, true);
}

static unsigned fellows(const struct map *m, const struct place *p)
{
	const struct journey *j = map_journey(m);

	switch (p->kind) {
	case PLACE_OWNER:
		return j->owners->len;
	case PLACE_CUSTOMER:
		return j->customers->len;
	default:
		return p->up->children->len;
	}
}

static void say_end(struct map *m, int by)
{
	app_say(m->app, ROLE_CONTENT, "%s",
		by < 0 ? _("this is the first already")
		       : _("this is the last already"));
}

void map_move_to_stage(struct map *m, int by)
{
	struct place *p = map_subject(m), *stage;
	unsigned at;

	if (!p || p->kind != PLACE_TOUCHPOINT) {
		app_say(m->app, ROLE_CONTENT, "%s",
			_("only touchpoints move to another stage"));
		return;
	}
	at = p->up->index;
	stage = by < 0 && at == 0 ? NULL
				  : journey_stage(map_journey(m),
						  by < 0 ? at - 1 : at + 1);
	if (stage)
		move_to(m, p, stage, by < 0 ? stage->children->len : 0);
	else
		say_end(m, by);
}

void map_move_thing(struct map *m, int by)
{
	struct place *p;

	map_settle(m);
	p = map_subject(m);
	if (!p || p->kind == PLACE_JOURNEY)
		app_say(m->app, ROLE_CONTENT, "%s",
			_("there is nothing here to move"));
	else if (by < 0 ? p->index > 0 : p->index + 1 < fellows(m, p))
		move_to(m, p, p->up, by < 0 ? p->index - 1 : p->index + 1);
	else if (p->kind == PLACE_TOUCHPOINT)
		map_move_to_stage(m, by);
	else
		say_end(m, by);
}

void map_act_move_down(struct app *app G_GNUC_UNUSED, struct view *v)
{
	map_move_thing(map_of(v), 1);
}

void map_act_move_up(struct app *app G_GNUC_UNUSED, struct view *v)
{
	map_move_thing(map_of(v), -1);
}
