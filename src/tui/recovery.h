/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Protecting what is edited against a crash, and asking about what one has
 * left.
 */
#ifndef SENSEBOARD_TUI_RECOVERY_H
#define SENSEBOARD_TUI_RECOVERY_H

#include "tui/app.h"

/* A board has been opened (or none: the first page): protect it, and ask
 * about what crashes have left of it. Only where the app protects at all. */
void recovery_begin(struct app *app);

/* Ask, if there is something to ask about. */
void recovery_ask(struct app *app);

/* Say if it is no longer protected: the end of answering an event. */
void recovery_settle(struct app *app);

#endif
