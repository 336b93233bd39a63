/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lighting up on the screen what a search is about.
 */
#ifndef SENSEBOARD_TUI_LIGHT_H
#define SENSEBOARD_TUI_LIGHT_H

#include "tui/canvas.h"

/* Mark TEXT wherever it stands in one row of R, as search_fold() compares. */
void light_up(struct canvas *c, struct rect r, const char *text);

#endif
