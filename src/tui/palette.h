/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of commands: a few letters of a name, and Enter does it.
 */
#ifndef SENSEBOARD_TUI_PALETTE_H
#define SENSEBOARD_TUI_PALETTE_H

#include "tui/app.h"
#include "tui/view.h"

/* Another name for a command in this list, as profiles of keys have them: "w"
 * for "save". What may stand behind the command may stand behind it too. */
struct alias {
	const char *name, *action;
};

/* List the commands of view V, those used last first. */
void palette_open(struct app *app, struct view *v);

#endif
