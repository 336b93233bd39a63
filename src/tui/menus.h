/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The menu bar: all commands by what they are about, to be found by looking.
 */
#ifndef SENSEBOARD_TUI_MENUS_H
#define SENSEBOARD_TUI_MENUS_H

#include "tui/app.h"
#include "tui/view.h"

/* A menu: its title, untranslated, and the names of its actions; "" is a rule
 * between two groups. */
struct pulldown {
	const char *title;
	const char *const *actions; /* NULL-ended */
};

/* All of them from left to right, ended by one without a title. */
extern const struct pulldown menus_all[];

/* Open the first for what can be done in view V. */
void menus_open(struct app *app, struct view *v);

#endif
