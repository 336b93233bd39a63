/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what adding, deleting and moving are about on the map: what is chosen
 * in the pane with the focus.  How it is done is amend-thing.c's.
 */
#include "tui/map.h"

#include "i18n.h"

static bool is_among_customers(const struct map *m)
{
	const struct place *p = map_chosen(m, MAP_OWNERS);

	return p ? p->kind == PLACE_CUSTOMER
		 : m->lists[MAP_OWNERS].chosen == MAP_NO_CUSTOMER;
}

/* The kind of what is added in the pane with the focus. */
static enum place_kind kind_to_add(const struct map *m)
{
	switch (m->focus) {
	case MAP_STAGES:
		return PLACE_STAGE;
	case MAP_TOUCHPOINTS:
		return PLACE_TOUCHPOINT;
	default:
		return is_among_customers(m) ? PLACE_CUSTOMER : PLACE_OWNER;
	}
}

/* Before or after what is chosen, if that is a fellow. */
static void add(struct map *m, bool after)
{
	const struct journey *j = map_journey(m);
	const struct place *chosen;
	enum place_kind kind;
	unsigned index;

	map_settle(m);
	if (m->focus == MAP_INSPECTOR)
		map_focus(m, m->subject);
	chosen = map_chosen(m, m->focus);
	kind = kind_to_add(m);
	if (chosen && chosen->kind == kind)
		index = chosen->index + after;
	else
		index = m->focus == MAP_OWNERS ? j->owners->len : 0;
	amend_add(m->app, kind,
		  kind == PLACE_TOUCHPOINT ? map_stage(m) : j->root, index);
}

void map_act_add_after(struct app *app G_GNUC_UNUSED, struct view *v)
{
	add(map_of(v), true);
}

void map_act_add_before(struct app *app G_GNUC_UNUSED, struct view *v)
{
	add(map_of(v), false);
}

/* What is to be edited as a whole; NULL, and NOTHING is said, if there is
 * none. */
static struct place *thing(struct map *m, const char *nothing)
{
	struct place *p;

	map_settle(m);
	p = map_subject(m);
	if (!p)
		app_say(m->app, ROLE_CONTENT, "%s", nothing);
	return p;
}

void map_move_aside(struct map *m, int by)
{
	struct place *p = thing(m, _("there is nothing here to move"));

	if (p)
		amend_move_to_stage(m->app, p, by);
}

static void move(struct view *v, int by)
{
	struct map *m = map_of(v);
	struct place *p = thing(m, _("there is nothing here to move"));

	if (p)
		amend_move(m->app, p, by);
}

void map_act_move_down(struct app *app G_GNUC_UNUSED, struct view *v)
{
	move(v, 1);
}

void map_act_move_up(struct app *app G_GNUC_UNUSED, struct view *v)
{
	move(v, -1);
}
