/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Moving things with the mouse, the same in every view that says what lies
 * where (view_kind.at).
 *
 *	press on a thing	it is taken
 *	drag			what would happen is marked, and said
 *	release on another	it goes there, as one change
 *	release elsewhere, Esc	all stays as it was
 */
#ifndef SENSEBOARD_TUI_DRAG_H
#define SENSEBOARD_TUI_DRAG_H

#include "tui/canvas.h"
#include "tui/event.h"

struct app;

struct drag {
	unsigned place; /* number of what was taken, or DRAG_NOTHING */
	bool moved; /* away from the cell where it was taken */
	int y, x; /* the cell of the mouse */
};
#define DRAG_NOTHING UINT_MAX

/* Take what a press is on, before the view answers the press. */
void drag_take(struct app *app, const struct mouse_event *press);

/* Follow the mouse, let go. False if nothing is being dragged. */
bool drag_follow(struct app *app, const struct mouse_event *event);

/* Leave everything as it was. False if nothing is being dragged. */
bool drag_cancel(struct app *app);

/* Mark on what the thing would be let go now. */
void drag_draw(struct app *app, struct canvas *c);

#endif
