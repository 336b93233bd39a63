/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text that is being typed, into the journal a quarter of a second later:
 * a crash costs no more of it than that.
 */
#ifndef SENSEBOARD_TUI_DRAFT_H
#define SENSEBOARD_TUI_DRAFT_H

#include "tui/app.h"

/* Something may have been typed: the end of answering an event. */
void draft_note(struct app *app);

/* How many milliseconds there are until draft_write(); -1: nothing is to be
 * written. */
int draft_patience(const struct app *app);

/* Write it down now. */
void draft_write(struct app *app);

/* Nothing is being typed any more: the end of everything. */
void draft_end(struct app *app);

#endif
