/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every whole screen has around it: title bar, status row, hint row.
 */
#ifndef SENSEBOARD_TUI_BARS_H
#define SENSEBOARD_TUI_BARS_H

#include "tui/app.h"
#include "tui/canvas.h"

/* The rows between title bar and status row. */
struct rect app_body(const struct canvas *c);

/* Row 0: the storyboard's name, whether it is unsaved, CRUMB ("3 Arrive"; may
 * be NULL), the views where there is room, how many errors and warnings. */
void app_draw_title(struct app *app, struct canvas *c, const char *crumb);

/* The last row but one: the message, and RIGHT (may be NULL) where there is
 * room. A message too long for one row takes those above. */
void app_draw_status(struct app *app, struct canvas *c, const char *right);

/* The last row: the keys of the view on top. */
void app_draw_hints(struct app *app, struct canvas *c);

/* Text in the place of the message, with the sign of its role: the status row
 * and as many above it as it takes. Returns the columns left in the row. */
int app_draw_message(struct canvas *c, enum role role, const char *text);

#endif
