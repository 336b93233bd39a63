/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The road of a key: from the key table to the action, or into the text that
 * is being typed.
 */
#ifndef SENSEBOARD_TUI_PRESS_H
#define SENSEBOARD_TUI_PRESS_H

#include "tui/app.h"

/* Do what KEY means where the focus is, or say that it means nothing. */
void press_key(struct app *app, uint32_t key);

#endif
