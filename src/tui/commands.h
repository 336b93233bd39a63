/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be done, gathered once for all who offer it: the help, the list of
 * commands and the menus.
 */
#ifndef SENSEBOARD_TUI_COMMANDS_H
#define SENSEBOARD_TUI_COMMANDS_H

#include <glib.h>
#include <stdbool.h>

#include "tui/app.h"
#include "tui/ask.h"
#include "tui/view.h"

struct command {
	const char *name; /* the action's */
	const struct action *row; /* NULL: the view's act() knows it */
	char *title; /* "save as" */
	char *label; /* "save as FILE", if it takes one */
	char *keys; /* all of them, "q F10 ^Q"; "" if it has none */
	char *help; /* one sentence; before it, why it cannot be done now */
	char *why_not; /* that alone; NULL: it can be done */
	const char *where; /* the place of its keys: "in the panes" */
	bool moves; /* the cursor, and does nothing else */
};

/* All that can be done where V has the focus (of struct command; the caller
 * unrefs): what its keys do, the innermost first; what has no key; then, not to
 * be done now, what other views can. */
GPtrArray *commands_of(struct app *app, struct view *v);

/* The one of that name, or NULL. */
const struct command *commands_find(const GPtrArray *commands,
				    const char *name);

/* Its row in a list; the texts are the command's. For ask_choice() with the
 * commands as data: do the chosen one where the list was opened, or say why it
 * cannot be done and let the list stay. */
struct ask_item command_item(const struct command *command);
bool command_run(struct app *app, const char *name, void *commands);

/* The first key of a command where V has the focus, as hints show it, or "";
 * the caller frees. */
char *command_key(struct app *app, struct view *v, const char *name);

#endif
