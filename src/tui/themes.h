/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which themes there are: those of data/themes/, compiled in, and the user's
 * own, files in the folder themes/ beside config.yaml.  A file of the user's
 * goes before a theme of ours that is called the same.
 */
#ifndef SENSEBOARD_TUI_THEMES_H
#define SENSEBOARD_TUI_THEMES_H

#include "tui/theme.h"

#define THEME_DEFAULT "default"

/* Make THEME the one of that name. False, and THEME untouched, if there is
 * none; *MEANT (to be freed) is then a name that may have been meant, or NULL.
 * What is wrong in it is added to PROBLEMS. */
bool themes_find(const char *name, struct theme *theme, char **meant,
		 GPtrArray *problems);

/* The names of all, ours first: NULL-ended, for g_strfreev(). */
char **themes_names(void);

/* What the first line of a theme says of it; "" if it says nothing. The
 * caller frees. */
char *themes_help(const char *name);

#endif
