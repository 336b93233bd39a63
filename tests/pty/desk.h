/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tests of this room begin with: a storyboard in a folder of its
 * own, and steps that many of them take.
 */
#ifndef SENSEBOARD_TESTS_PTY_DESK_H
#define SENSEBOARD_TESTS_PTY_DESK_H

#include "screen.h"

/* A small storyboard: stages Morning (First light, Second cup) and Evening
 * (Last call), owners Ada and Ben. */
extern const char desk_storyboard[];

/* .init: enter a new folder in which that is 'day.yaml'; .fini is
 * folder_leave(). */
void desk_enter(void);

/* Open it: the cursor is on First light. */
struct screen *desk_open(void);

/* Give the touchpoint the cursor is on another name. */
void desk_rename(struct screen *s, const char *name);

/* Bring the cursor to the field called LABEL, in the form of what is chosen
 * now. */
void desk_go_to_field(struct screen *s, const char *label);

/* Save, and see that it says so. */
void desk_save(struct screen *s);

/* Quit where nothing is unsaved, and free. */
void desk_quit(struct screen *s);

/* TEXT with its one FROM replaced by TO; the caller frees. */
char *replaced(const char *text, const char *from, const char *to);

#endif
