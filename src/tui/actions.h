/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be done everywhere, whatever view is on top.
 */
#ifndef SENSEBOARD_TUI_ACTIONS_H
#define SENSEBOARD_TUI_ACTIONS_H

#include "tui/app.h"
#include "tui/view.h"

/* The actions of the whole app, NULL-name-ended. */
extern const struct action app_actions[];

/* A why_not for everything that edits: why this board cannot be. */
const char *app_why_read_only(struct app *app, struct view *v);

/* The menu of all commands: what Esc opens where there is nothing to go back
 * to. */
void app_menu(struct app *app);

#endif
