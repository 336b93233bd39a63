/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding who answers the mouse.
 *
 * Tabs and hints are cells that stand for an action, noted while they were
 * drawn.  They answer presses alone: a thing that is let go on one of them is
 * let go nowhere.
 */
#include "tui/mouse.h"

#define WHEEL 3 /* rows a notch */

int mouse_wheel(const struct mouse_event *event)
{
	if (event->action == MOUSE_WHEEL_UP)
		return -WHEEL;
	return event->action == MOUSE_WHEEL_DOWN ? WHEEL : 0;
}

bool mouse_pressed(const struct mouse_event *event)
{
	return event->action == MOUSE_PRESS && event->button == 1;
}

static const struct hit *find_hit(const struct app *app, int y, int x)
{
	for (guint i = 0; i < app->hits->len; i++) {
		const struct hit *hit =
			&g_array_index(app->hits, struct hit, i);

		if (hit->y == y && x >= hit->x && x < hit->x + hit->width)
			return hit;
	}
	return NULL;
}

/* A press on what is as good as a key is that key; else the view answers, and
 * what is taken may be dragged. */
static void press(struct app *app, const struct mouse_event *event)
{
	struct view *v = app_top(app);
	const struct hit *hit = find_hit(app, event->y, event->x);

	g_clear_pointer(&app->message, g_free);
	if (hit && event->button == 1) {
		app_do(app, hit->action);
		return;
	}
	drag_take(app, event);
	if (v->kind->mouse)
		v->kind->mouse(app, v, event);
}

void mouse_take(struct app *app, const struct mouse_event *event)
{
	struct view *v = app_top(app);

	if (event->action == MOUSE_PRESS)
		press(app, event);
	else if (!drag_follow(app, event) && v->kind->mouse)
		v->kind->mouse(app, v, event);
}
