/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeping an eye on the file of the storyboard that is open: others may
 * write, replace or delete it.
 *
 * What nobody has edited here follows them quietly; else the user is asked,
 * as soon as no other question is open.
 */
#ifndef SENSEBOARD_TUI_DISK_H
#define SENSEBOARD_TUI_DISK_H

#include "tui/app.h"
#include "tui/save.h"

struct disk;

/* Watch the file of the board that is open now: after it has been opened, or
 * saved, perhaps under another name. */
void disk_follow(struct app *app);
void disk_free(struct disk *disk);

/* What can be read when there is something to disk_hear(), or -1. */
int disk_fd(const struct app *app);
void disk_hear(struct app *app);

/* How many milliseconds to wait before disk_wake(), which looks if it is time
 * to; -1: for ever.  True if there is something new to be seen. */
int disk_patience(const struct app *app);
bool disk_wake(struct app *app);

/* Look at the file now, whatever was heard; look at it before an edit, while
 * there is nothing that could get lost. */
void disk_look(struct app *app);
void disk_before_edit(struct app *app);

/* Do what had to wait for a question: the end of answering an event. */
void disk_settle(struct app *app);

/* Ask what is to be done about a file that others have changed; with SAVE, it
 * came up when saving, on the way to THEN. */
void disk_ask(struct app *app, bool save, enum then then);

/* The action that asks, and why not. */
void disk_decide(struct app *app, struct view *v);
const char *disk_why_same(struct app *app, struct view *v);

/* The answers, a table of actions. */
extern const struct action disk_answers[];

#endif
