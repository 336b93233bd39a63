/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving and leaving, with every question that may come up on the way:
 * what the file is to be called, whether another may be written over, what
 * becomes of work unsaved.
 */
#ifndef SENSEBOARD_TUI_SAVE_H
#define SENSEBOARD_TUI_SAVE_H

#include "tui/app.h"
#include "tui/view.h"

/* Run functions of actions. */
void save(struct app *app, struct view *v);
void save_as(struct app *app, struct view *v);
void save_close(struct app *app, struct view *v);
void save_quit(struct app *app, struct view *v);
void save_and_quit(struct app *app, struct view *v);
void save_discard_and_quit(struct app *app, struct view *v);

/* Save under the name TYPED. */
void save_to(struct app *app, struct view *v, const char *typed);

/* What a save was on the way to. */
enum then { THEN_STAY, THEN_CLOSE, THEN_QUIT };

/* Go on with a save that was asked about; or with one under another name. */
void save_again(struct app *app, enum then then);
void save_elsewhere(struct app *app, enum then then);

/* The answers of all its questions: tables of actions, NULL-ended. */
extern const struct action *const save_answers[];

#endif
