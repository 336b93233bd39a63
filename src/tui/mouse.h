/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The road of what the mouse does: what is as good as a key, what is dragged,
 * and the view on top for the rest.
 */
#ifndef SENSEBOARD_TUI_MOUSE_H
#define SENSEBOARD_TUI_MOUSE_H

#include "tui/app.h"

/* The rows that a turn of the wheel goes down, or (less than 0) up; 0 if it is
 * something else. */
int mouse_wheel(const struct mouse_event *event);

/* Whether it is a press of the left button. */
bool mouse_pressed(const struct mouse_event *event);

void mouse_take(struct app *app, const struct mouse_event *event);

#endif
