/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several storyboards open at once, one of which is seen: opening one beside
 * the others, going from one to another, closing one.
 */
#ifndef SENSEBOARD_TUI_DESKS_H
#define SENSEBOARD_TUI_DESKS_H

#include "tui/app.h"

/* Open the storyboard at PATH beside those there are, and show it; if it is
 * open already, only show it. False if it cannot be opened, which was said. */
bool desks_open(struct app *app, const char *path);

/* Show one of them. */
void desks_show(struct app *app, struct desk *d);

/* Close the one that is seen, whatever is unsaved; the other is seen then, or
 * the first page. */
void desks_close(struct app *app);

/* Which of them is seen: "(1/2)"; NULL where there is but one. The caller
 * frees. */
char *desks_which(const struct app *app);

/* The same for a path as it is typed. */
void desks_open_typed(struct app *app, struct view *v, const char *typed);

/* Run functions of actions, and why not. */
void desks_ask(struct app *app, struct view *v);
void desks_list(struct app *app, struct view *v);
void desks_other(struct app *app, struct view *v);
const char *desks_why_no_other(struct app *app, struct view *v);

#endif
