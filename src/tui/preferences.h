/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user wants of the screen: the words of options and config.yaml,
 * and what was chosen before, made into what the program works with.
 *
 * An option goes before the configuration, and the configuration before what
 * was chosen in the program, which is remembered for what the others leave
 * open: a file of the same form in the folder of state.  The configuration is
 * the user's, and is never written.
 */
#ifndef SENSEBOARD_TUI_PREFERENCES_H
#define SENSEBOARD_TUI_PREFERENCES_H

#include <glib.h>
#include <stdbool.h>

#include "board/configuration.h"
#include "tui/profiles.h"
#include "tui/theme.h"

struct preferences {
	struct keymap *keys;
	const struct profile *profile;
	struct theme theme;
	char *theme_name;
	int glyphs; /* an enum glyphs, or -1: as the terminal allows */
	bool mouse;
	char **lanes; /* names, in their order; NULL: the usual ones */
	bool theme_chosen, lanes_chosen; /* in the program */
};

/* What the command line says: NULL, or -1, where it says nothing. */
struct wishes {
	const char *theme, *profile;
	int glyphs;
	bool no_mouse;
	bool remember; /* what was chosen before holds too */
};

/* What CONFIG and WISHES come to; NULL with an error if there is nothing of
 * the name that is wished for.  What CONFIG says wrong is told there. */
struct preferences *preferences_new(struct config *config,
				    const struct wishes *wishes,
				    GError **error);
void preferences_free(struct preferences *p);
typedef struct preferences Preferences; /* for g_autoptr(Preferences) */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Preferences, preferences_free)

/* Prefer other lanes (NULL-ended names), or another theme, from now on; false
 * if there is no such theme. */
void preferences_keep_lanes(struct preferences *p, const char *const *names);
bool preferences_keep_theme(struct preferences *p, const char *name);

/* Remember what was chosen, if anything was. */
bool preferences_remember(const struct preferences *p, GError **error);

#endif
