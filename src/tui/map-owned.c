/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the list of what the chosen owner answers for, or what nobody or
 * several do.
 *
 * These touchpoints have to be looked for in the whole journey, so they are
 * kept with what was counted when they were found, and checked again before
 * they are drawn: a frame costs no more than what it shows.
 */
#include "tui/map.h"

#include "i18n.h"

#define LEAST_OWNED 3 /* lines worth a list */

unsigned map_load(const struct map *m, unsigned number)
{
	const struct journey *j = map_journey(m);
	const struct place *p = app_place(m->app, number);

	if (number == MAP_NOBODY)
		return j->nobody;
	if (number == MAP_MANY)
		return j->many;
	return p && p->kind == PLACE_OWNER ? journey_load(j, p) : 0;
}

/* Whether a touchpoint belongs to what is chosen in row NUMBER. */
static bool belongs(const struct map *m, const struct place *tp,
		    unsigned number)
{
	struct place *owner = NULL;
	unsigned n = place_owners(map_journey(m), tp, &owner);

	if (number == MAP_NOBODY)
		return n == 0 && !tp->hides;
	if (number == MAP_MANY)
		return n > 1;
	return owner && owner->number == number;
}

static bool comes_after(const struct place *a, const struct place *b)
{
	return a->up->index == b->up->index ? a->index > b->index
					    : a->up->index > b->up->index;
}

/* Whether what was found still is all there is, in this order. */
static bool still_true(const struct map *m, unsigned owner, unsigned room)
{
	const struct map_owned *o = &m->owned;
	const struct place *last = NULL;

	if (!o->touchpoints || o->owner != owner || o->room < room ||
	    o->load != map_load(m, owner) ||
	    o->total != map_journey(m)->n_touchpoints)
		return false;
	for (guint i = 0; i < o->touchpoints->len; i++) {
		const struct place *tp =
			app_place(m->app,
				  g_array_index(o->touchpoints, unsigned, i));

		if (!tp || !belongs(m, tp, owner) ||
		    (last && !comes_after(tp, last)))
			return false;
		last = tp;
	}
	return true;
}

static void look_in_stage(struct map *m, const struct place *stage)
{
	struct map_owned *o = &m->owned;
	unsigned wanted = MIN(o->room, o->load);

	for (guint i = 0;
	     i < stage->children->len && o->touchpoints->len < wanted; i++) {
		const struct place *tp = stage->children->pdata[i];

		if (belongs(m, tp, o->owner))
			g_array_append_val(o->touchpoints, tp->number);
	}
}

/* The touchpoints of the chosen owner, at most ROOM. */
static const GArray *owned(struct map *m, unsigned room)
{
	const GPtrArray *stages = map_journey(m)->root->children;
	unsigned owner = m->lists[MAP_OWNERS].chosen;
	struct map_owned *o = &m->owned;

	if (still_true(m, owner, room))
		return o->touchpoints;
	if (!o->touchpoints)
		o->touchpoints = g_array_new(FALSE, FALSE, sizeof(unsigned));
	g_array_set_size(o->touchpoints, 0);
	o->owner = owner;
	o->room = room;
	o->load = map_load(m, owner);
	o->total = map_journey(m)->n_touchpoints;
	for (guint i = 0; i < stages->len; i++)
		look_in_stage(m, stages->pdata[i]);
	return o->touchpoints;
}

static char *owned_title(const struct map *m)
{
	unsigned number = m->lists[MAP_OWNERS].chosen;
	g_autofree char *name = NULL;

	if (number == MAP_NOBODY)
		return g_strdup(_("Nobody owns"));
	if (number == MAP_MANY)
		return g_strdup(_("Two or more own"));
	name = place_title(map_journey(m), app_place(m->app, number));
	return g_strdup_printf(_("%s owns"), name);
}

static void draw_touchpoint(const struct map *m, struct canvas *c,
			    struct rect r, unsigned number)
{
	const struct place *tp = app_place(m->app, number);
	g_autofree char *stage = show_path(m->app, c, tp->up);
	g_autofree char *name = place_title(map_journey(m), tp);
	int width = CLAMP(r.cols / 3, 8, 20);

	canvas_text(c, r.y, r.x, width, ROLE_DIM, stage);
	canvas_text(c, r.y, r.x + width + 1, r.cols - width - 1, ROLE_CONTENT,
		    name);
}

void map_draw_owned(struct map *m, struct canvas *c, struct rect r)
{
	unsigned load = map_load(m, m->lists[MAP_OWNERS].chosen);
	g_autofree char *title = NULL;
	const GArray *list;

	if (r.rows < 1 + LEAST_OWNED || !load)
		return;
	title = owned_title(m);
	canvas_text(c, r.y, r.x, r.cols, ROLE_DIM, title);
	list = owned(m, (unsigned)r.rows - 1);
	for (guint i = 0; i < list->len && (int)i < r.rows - 1; i++)
		draw_touchpoint(m, c,
				(struct rect){ r.y + 1 + (int)i, r.x + 1, 1,
					       r.cols - 1 },
				g_array_index(list, unsigned, i));
}

struct place *map_first_owned(struct map *m)
{
	const GArray *list = owned(m, 1);

	return list->len ? app_place(m->app, g_array_index(list, unsigned, 0))
			 : NULL;
}
