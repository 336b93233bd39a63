/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what is chosen in the map's lists and where the focus is; draws
 * nothing and changes no storyboard.
 *
 * The one idea: a list remembers the number of the place that is chosen, and
 * the row where it stood.  After any change the number finds the place again
 * wherever it went; only if it is gone, what now stands in its row takes its
 * place.
 *
 *	owners    Jim          number of a place, or MAP_NO_OWNER
 *	          The office   ...
 *	          nobody       MAP_NOBODY, if there are such touchpoints
 *	          two owners   MAP_MANY, likewise
 *	          A customer   number of a place, or MAP_NO_CUSTOMER
 */
#include "tui/map.h"

#include <string.h>

#include "tui/list.h"

#define NOWHERE UINT_MAX

struct place *map_stage(const struct map *m)
{
	struct place *p = map_chosen(m, MAP_STAGES);

	return p && p->kind == PLACE_STAGE ? p : NULL;
}

/* The rows of the owners come in three runs: owners, lacks, customers. */
static unsigned lacks_at(const struct journey *j)
{
	return MAX(j->owners->len, 1);
}

static unsigned customers_at(const struct journey *j)
{
	return lacks_at(j) + (j->nobody > 0) + (j->many > 0);
}

unsigned map_rows(const struct map *m, enum map_pane pane)
{
	const struct journey *j = map_journey(m);
	const struct place *stage;

	switch (pane) {
	case MAP_STAGES:
		return 1 + j->root->children->len;
	case MAP_TOUCHPOINTS:
		stage = map_stage(m);
		return stage ? stage->children->len : 0;
	case MAP_OWNERS:
		return customers_at(j) + MAX(j->customers->len, 1);
	default:
		return 0;
	}
}

/* The number of the place at INDEX of a list, or NONE if it is empty. */
static unsigned number_in(const GPtrArray *list, unsigned index, unsigned none)
{
	return list->len ? ((struct place *)list->pdata[index])->number : none;
}

static unsigned owner_number_at(const struct journey *j, unsigned row)
{
	if (row < lacks_at(j))
		return number_in(j->owners, row, MAP_NO_OWNER);
	if (row >= customers_at(j))
		return number_in(j->customers, row - customers_at(j),
				 MAP_NO_CUSTOMER);
	return row == lacks_at(j) && j->nobody ? MAP_NOBODY : MAP_MANY;
}

unsigned map_number_at(const struct map *m, enum map_pane pane, unsigned row)
{
	const struct journey *j = map_journey(m);

	if (row >= map_rows(m, pane))
		return j->root->number;
	if (pane == MAP_STAGES)
		return row ? journey_stage(j, row - 1)->number
			   : j->root->number;
	if (pane == MAP_TOUCHPOINTS)
		return stage_touchpoint(map_stage(m), row)->number;
	return owner_number_at(j, row);
}

struct place *map_place_at(const struct map *m, enum map_pane pane,
			   unsigned row)
{
	if (row >= map_rows(m, pane))
		return NULL;
	return app_place(m->app, map_number_at(m, pane, row));
}

/* The row in which a place stands in a list, or NOWHERE. */
static unsigned row_of_place(const struct map *m, enum map_pane pane,
			     const struct place *p)
{
	const struct journey *j = map_journey(m);

	switch (p->kind) {
	case PLACE_JOURNEY:
		return pane == MAP_STAGES ? 0 : NOWHERE;
	case PLACE_STAGE:
		return pane == MAP_STAGES ? p->index + 1 : NOWHERE;
	case PLACE_TOUCHPOINT:
		return pane == MAP_TOUCHPOINTS && p->up == map_stage(m)
			       ? p->index
			       : NOWHERE;
	case PLACE_OWNER:
		return pane == MAP_OWNERS ? p->index : NOWHERE;
	default:
		return pane == MAP_OWNERS ? customers_at(j) + p->index
					  : NOWHERE;
	}
}

/* The row of the owners that is no place but NUMBER, or NOWHERE. */
static unsigned row_of_lack(const struct journey *j, unsigned number)
{
	switch (number) {
	case MAP_NOBODY:
		return j->nobody ? lacks_at(j) : NOWHERE;
	case MAP_MANY:
		return j->many ? lacks_at(j) + (j->nobody > 0) : NOWHERE;
	case MAP_NO_OWNER:
		return j->owners->len ? NOWHERE : 0;
	case MAP_NO_CUSTOMER:
		return j->customers->len ? NOWHERE : customers_at(j);
	default:
		return NOWHERE;
	}
}

static unsigned row_of(const struct map *m, enum map_pane pane, unsigned number)
{
	const struct place *p = app_place(m->app, number);

	if (p)
		return row_of_place(m, pane, p);
	return pane == MAP_OWNERS ? row_of_lack(map_journey(m), number)
				  : NOWHERE;
}

static void settle(struct map *m, enum map_pane pane)
{
	struct map_list *l = &m->lists[pane];
	unsigned rows = map_rows(m, pane), row = row_of(m, pane, l->chosen);

	if (row == NOWHERE)
		row = rows ? MIN(l->row, rows - 1) : 0;
	l->row = row;
	l->chosen = map_number_at(m, pane, row);
}

void map_settle(struct map *m)
{
	for (int pane = 0; pane < MAP_LISTS; pane++)
		settle(m, (enum map_pane)pane);
	if (m->focus == MAP_TOUCHPOINTS && !map_stage(m))
		map_focus(m, MAP_STAGES);
	if (m->focus == MAP_INSPECTOR && !map_subject(m) &&
	    !map_focus(m, m->subject))
		map_focus(m, MAP_STAGES);
}

struct place *map_chosen(const struct map *m, enum map_pane pane)
{
	const struct map_list *l = &m->lists[pane];

	return l->row < map_rows(m, pane) ? app_place(m->app, l->chosen) : NULL;
}

struct place *map_subject(const struct map *m)
{
	return map_chosen(m, m->subject);
}

void map_choose(struct map *m, enum map_pane pane, unsigned row)
{
	struct map_list *l = &m->lists[pane];
	unsigned number = map_number_at(m, pane, row);

	if (number != l->chosen)
		m->form.top = 0;
	if (number != l->chosen && pane == MAP_STAGES)
		m->lists[MAP_TOUCHPOINTS].row = 0;
	l->row = row;
	l->chosen = number;
	map_settle(m);
}

bool map_focus(struct map *m, enum map_pane pane)
{
	if (pane == MAP_TOUCHPOINTS && !map_stage(m))
		return false;
	if (pane == MAP_INSPECTOR && !map_subject(m))
		return false;
	if (pane != MAP_INSPECTOR && pane != m->subject)
		m->form.top = 0;
	if (pane != MAP_INSPECTOR)
		m->subject = pane;
	if (pane != m->focus)
		m->moving = false;
	m->focus = pane;
	return true;
}

static enum map_pane pane_of(const struct place *p)
{
	switch (p->kind) {
	case PLACE_TOUCHPOINT:
		return MAP_TOUCHPOINTS;
	case PLACE_OWNER:
	case PLACE_CUSTOMER:
		return MAP_OWNERS;
	default:
		return MAP_STAGES;
	}
}

void map_show(struct map *m, const struct place *p, int field)
{
	enum map_pane pane = pane_of(p);

	if (p->kind == PLACE_TOUCHPOINT)
		map_choose(m, MAP_STAGES, p->up->index + 1);
	map_choose(m, pane, row_of_place(m, pane, p));
	map_focus(m, pane);
	if (field >= 0 && map_form_show(m, p, field))
		map_focus(m, MAP_INSPECTOR);
}

static bool move_in_list(struct map *m, const char *action)
{
	const struct map_list *l = &m->lists[m->focus];
	unsigned rows = map_rows(m, m->focus);
	int fit = l->area.rows / MAX(l->step, 1);
	size_t row = l->row;

	if (!list_step(action, rows, (size_t)MAX(fit - 1, 1), &row))
		return false;
	if (rows)
		map_choose(m, m->focus, (unsigned)row);
	return true;
}

/* A field that is higher than its pane is scrolled before it is left. */
static bool scroll_in_item(struct map_form *f, const char *action)
{
	int first = map_form_line(f, f->item), end = first + f->lines;
	int rows = f->area.rows, half = MAX(rows / 2, 1);
	bool up = g_str_has_suffix(action, "up");
	bool down = g_str_has_suffix(action, "down");

	if (down && f->top + rows < end) {
		f->top = MIN(f->top + half, end - rows);
		return true;
	}
	if (up && f->top > first && f->lines > rows) {
		f->top = MAX(f->top - half, first);
		return true;
	}
	return false;
}

static bool move_in_form(struct map *m, const char *action)
{
	g_autoptr(GArray) items = map_items(m, map_subject(m));
	struct map_form *f = &m->form;
	size_t item = f->item;

	if (!list_step(action, items->len, (size_t)MAX(f->area.rows - 2, 1),
		       &item))
		return false;
	if (!scroll_in_item(f, action))
		f->item = (unsigned)item;
	return true;
}

bool map_move(struct map *m, const char *action)
{
	map_settle(m);
	return m->focus == MAP_INSPECTOR ? move_in_form(m, action)
					 : move_in_list(m, action);
}
