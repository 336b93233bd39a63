/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The loop on a real terminal, and the actions that are about the terminal
 * itself.
 */
#ifndef SENSEBOARD_TUI_LOOP_H
#define SENSEBOARD_TUI_LOOP_H

#include "tui/app.h"
#include "tui/view.h"

/* Run functions of actions, only where there is a terminal. */
void loop_redraw(struct app *app, struct view *v);
void loop_suspend(struct app *app, struct view *v);
void loop_toggle_mouse(struct app *app, struct view *v);

/* Look like this, where there is a terminal. */
void loop_use_theme(struct app *app, const struct theme *theme);

#endif
