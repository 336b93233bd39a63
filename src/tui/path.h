/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paths of files as people type and read them: "~/journeys/day.yaml".
 */
#ifndef SENSEBOARD_TUI_PATH_H
#define SENSEBOARD_TUI_PATH_H

#include <stdbool.h>

/* What was typed as a path, without blanks around it; "~/" is home, as in a
 * shell. The caller frees. */
char *path_typed(const char *typed);

/* An absolute path with the home folder as "~"; the caller frees. */
char *path_shown(const char *path);

/* Whether it has the name of a storyboard: "*.yaml". */
bool path_is_storyboard(const char *name);

/* The storyboards and folders in the folder that TYPED is a path in, as they
 * would be typed, NULL-ended; hidden ones if what is typed may be one. For
 * g_strfreev(). */
char **path_suggest(const char *typed);

#endif
