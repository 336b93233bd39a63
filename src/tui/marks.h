/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Marks: places that commands are about together.
 *
 * A mark is the number of a place, so it stays over edits and moves; it goes
 * with its place, and comes back with it.  A command looks at the marks of
 * the kind its cursor is on; where there are none, it is about that alone.
 */
#ifndef SENSEBOARD_TUI_MARKS_H
#define SENSEBOARD_TUI_MARKS_H

#include "tui/app.h"

bool marks_has(const struct app *app, const struct place *p);

/* How many places of a kind are marked. */
unsigned marks_count(const struct app *app, enum place_kind kind);

/* The marked places of P's kind in the order of the journey; else P alone. Of
 * struct place; unref it. */
GPtrArray *marks_or(const struct app *app, struct place *p);

/* Take all marks away and say so; false if there were none to be seen. */
bool marks_clear(struct app *app);

/* "3 marked · ": what the next command is about, before REST (may be NULL) of
 * the status row, which is taken. NULL: nothing to say. */
char *marks_status(struct app *app, char *take_rest);

/* Turn the mark of the place at the cursor over; false, and it is said, if
 * there is none. */
bool marks_turn(struct app *app);

/* Run functions of actions: turn a mark over and go down; mark all from the
 * one marked last to the cursor; turn over all beside it. */
void marks_toggle(struct app *app, struct view *v);
void marks_range(struct app *app, struct view *v);
void marks_invert(struct app *app, struct view *v);

#endif
