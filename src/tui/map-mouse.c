/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what the mouse does on the map: a click chooses and takes the focus,
 * a second one edits, the wheel scrolls what it is over.
 */
#include "tui/map.h"

#define WHEEL 3 /* rows a notch scrolls */

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

static void click_row(struct map *m, enum map_pane pane, int y)
{
	const struct map_list *l = &m->lists[pane];
	unsigned row = (unsigned)(l->top +
				  (size_t)((y - l->area.y) / MAX(l->step, 1)));

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
		for (int i = 0; i < WHEEL; i++)
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
	if (event->action == MOUSE_WHEEL_UP)
		return turn_wheel(m, pane, -WHEEL);
	if (event->action == MOUSE_WHEEL_DOWN)
		return turn_wheel(m, pane, WHEEL);
	return event->action == MOUSE_PRESS && event->button == 1 &&
	       press(m, pane, event->y, event->clicks);
}
