/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the table of profiles.  Their keys are data/keys-NAME.conf, compiled
 * in.
 */
#include "tui/profiles.h"

#include <string.h>

#include "i18n.h"
#include "tui/words.h"

extern const char data_keys_vim_conf[], data_keys_easy_conf[];

static const struct alias vim_aliases[] = {
	{ .name = "w", .action = "save" },
	{ .name = "q", .action = "quit" },
	{ .name = "q!", .action = "discard-and-quit" },
	{ .name = "wq", .action = "save-and-quit" },
	{ .name = "x", .action = "save-and-quit" },
	{ .name = "e", .action = "open" },
	{ .name = NULL },
};

const struct profile profiles[] = {
	{ .name = "default",
	  .help = N_("A key a command, most of them letters, and the function "
		     "keys.") },
	{ .name = "vim",
	  .help = N_("Two letters for some, and :w, :q, :wq, :x and :e FILE."),
	  .text = data_keys_vim_conf,
	  .aliases = vim_aliases },
	{ .name = "easy",
	  .help = N_("Ctrl with C, X, V, Z, Y, F and Q, as in programs with "
		     "windows."),
	  .text = data_keys_easy_conf },
	{ .name = NULL },
};

const struct profile *profile_find(const char *name)
{
	for (const struct profile *p = profiles; p->name; p++)
		if (!strcmp(p->name, name))
			return p;
	return NULL;
}

struct keymap *profile_keys(const struct profile *profile, GError **error)
{
	struct keymap *keys = keymap_new(data_keys_conf, &words_known, error);

	if (!keys || !profile->text ||
	    keymap_overlay(keys, profile->text, &words_known, error))
		return keys;
	keymap_free(keys);
	return NULL;
}
