/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is to be known, and asked, before a storyboard that has been opened is
 * edited: whether somebody else has it open.
 */
#ifndef SENSEBOARD_TUI_OPENING_H
#define SENSEBOARD_TUI_OPENING_H

#include "tui/app.h"

/* Protect the board that has just been opened; or, where somebody else has
 * it, ask whether it is to be edited all the same. */
void opening(struct app *app);

/* Remember the file of the board as the one that was open last. */
void opening_note(const struct app *app);

/* The action that edits what was opened read-only, and why not. */
void opening_edit_anyway(struct app *app, struct view *v);
const char *opening_why_editable(struct app *app, struct view *v);

/* The answers, a table of actions. */
extern const struct action opening_answers[];

#endif
