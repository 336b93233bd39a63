/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what the mouse does on the map: a click chooses and takes the focus,
 * a second one edits, the wheel scrolls what it is over; and what lies where,
 * to be dragged.
 */
#include "tui/map.h"

#include "tui/mouse.h"

static bool is_in(const struct rect *r, int y, int x)
{
	return y >= r->y && y < r->y + r->rows && x >= r->x &&
	       x < r->x + r->cols;
}

static enum map_pane pane_at(const struct map *m, int y, int x)
{
	int pane = 0;

	while (pane < MAP_LISTS && !is_in(&m->lists[pane].area, y, x))
		pane++;
	if (pane == MAP_INSPECTOR && !is_in(&m->form.area, y, x))
		return MAP_PANES;
	return (enum map_pane)pane;
}

/* The row of a list that is drawn on line Y; beyond the last one perhaps. */
static unsigned row_at(const struct map_list *l, int y)
{
	return (unsigned)(l->top + (size_t)((y - l->area.y) / MAX(l->step, 1)));
}

static void click_row(struct map *m, enum map_pane pane, int y)
{
	unsigned row = row_at(&m->lists[pane], y);

	if (row < map_rows(m, pane))
		map_choose(m, pane, row);
}

static void click_item(struct map *m, int y)
{
	const struct map_form *f = &m->form;

	m->form.item = map_form_hit(f, y - f->area.y + f->top);
}

/* Scroll a list; its cursor comes along when it would be lost from sight. */
static void scroll_list(struct map *m, enum map_pane pane, int by)
{
	struct map_list *l = &m->lists[pane];
	int fit = l->area.rows / MAX(l->step, 1);
	int rows = (int)map_rows(m, pane), top;

	if (rows <= fit)
		return;
	top = CLAMP((int)l->top + by, 0, rows - fit);
	map_choose(m, pane, (unsigned)CLAMP((int)l->row, top, top + fit - 1));
	l->top = (size_t)top;
}

static void scroll_form(struct map *m, int by)
{
	struct map_form *f = &m->form;

	if (m->focus == MAP_INSPECTOR)
		for (int i = 0; i < ABS(by); i++)
			map_move(m, by < 0 ? "up" : "down");
	else
		f->top = MAX(f->top + by, 0);
}

static bool turn_wheel(struct map *m, enum map_pane pane, int by)
{
	if (pane == MAP_INSPECTOR)
		scroll_form(m, by);
	else
		scroll_list(m, pane, by);
	return true;
}

static bool press(struct map *m, enum map_pane pane, int y, int clicks)
{
	if (!map_focus(m, pane))
		return false;
	if (pane == MAP_INSPECTOR)
		click_item(m, y);
	else
		click_row(m, pane, y);
	if (clicks == 2)
		app_do(m->app, "edit");
	return true;
}

bool map_mouse(struct map *m, const struct mouse_event *event)
{
	enum map_pane pane;

	map_settle(m);
	pane = pane_at(m, event->y, event->x);
	if (pane == MAP_PANES)
		return false;
	if (mouse_wheel(event))
		return turn_wheel(m, pane, mouse_wheel(event));
	return mouse_pressed(event) && press(m, pane, event->y, event->clicks);
}

struct place *map_at(const struct map *m, int y, int x, struct rect *r)
{
	enum map_pane pane = pane_at(m, y, x);
	const struct map_list *l;
	unsigned row;

	if (pane >= MAP_LISTS)
		return NULL;
	l = &m->lists[pane];
	row = row_at(l, y);
	if (row >= map_rows(m, pane))
		return NULL;
	*r = (struct rect){ l->area.y + (int)(row - l->top) * l->step,
			    l->area.x, l->step, l->area.cols };
	return map_place_at(m, pane, row);
}
