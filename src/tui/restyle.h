/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Choosing a theme while the screen shows what each looks like.
 */
#ifndef SENSEBOARD_TUI_RESTYLE_H
#define SENSEBOARD_TUI_RESTYLE_H

#include "tui/app.h"

/* Run function of the action `theme`. */
void restyle(struct app *app, struct view *v);

#endif
