/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The help: every command with its keys and what it does.
 */
#ifndef SENSEBOARD_TUI_HELP_H
#define SENSEBOARD_TUI_HELP_H

#include "tui/app.h"
#include "tui/view.h"

/* List what can be done in view V; Enter does it there. */
void help_open(struct app *app, struct view *v);

#endif
