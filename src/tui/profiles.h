/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Profiles of keys: what hands have learned elsewhere.  Each is a text that
 * is laid over data/keys.conf, and other names for commands.
 */
#ifndef SENSEBOARD_TUI_PROFILES_H
#define SENSEBOARD_TUI_PROFILES_H

#include "tui/keys.h"
#include "tui/palette.h"

struct profile {
	const char *name;
	const char *help; /* one sentence */
	const char *text; /* over keys.conf; NULL: nothing */
	const struct alias *aliases; /* in the list of commands; or NULL */
};

/* Every profile, the default first, NULL-name-ended; and one by its name, or
 * NULL. */
extern const struct profile profiles[];
const struct profile *profile_find(const char *name);

/* The keys of a profile, or NULL with an error if the tables are wrong;
 * keymap_free() frees them. */
struct keymap *profile_keys(const struct profile *profile, GError **error);

#endif
