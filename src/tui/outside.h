/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Other programs in the terminal: the user's editor, the manual.
 */
#ifndef SENSEBOARD_TUI_OUTSIDE_H
#define SENSEBOARD_TUI_OUTSIDE_H

#include <stdbool.h>

#include "tui/app.h"

/* The user's editor as words, then PATH: for g_strfreev(). NULL with an error
 * where the variable that names it cannot be read. */
char **outside_editor(const char *path, GError **error);

/* Let the user's editor ($VISUAL, $EDITOR, else vi) have TEXT, in a file only
 * they can read. True with *NEW_TEXT, which the caller frees; else what went
 * wrong was said. */
bool app_edit_outside(struct app *app, const char *text, char **new_text);

/* Let it have a file as it is. */
bool app_edit_file(struct app *app, const char *path);

/* Run a program with the terminal; ARGV is NULL-ended and found in PATH. */
bool app_run_outside(struct app *app, const char *const *argv);

#endif
