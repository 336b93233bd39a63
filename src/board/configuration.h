/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What holds for whoever uses the program, in every storyboard: the user's
 * config.yaml.
 *
 *	name: Kim
 *	theme: light
 *	lanes: [name, who, curve]
 *	rules:
 *	  no-return: none
 *
 * Each setting is a row of one table.  A mistake in the file is told and is
 * in nobody's way: what can be read of it holds.  What themes, glyphs, lanes
 * and keys there are is known above; whoever finds a word that means nothing
 * tells it here, so that all mistakes are found in one place.
 */
#ifndef SENSEBOARD_BOARD_CONFIGURATION_H
#define SENSEBOARD_BOARD_CONFIGURATION_H

#include "rules/rules.h"
#include "yaml/tree.h"

/* A word of the file, and where it stands; no text: it is not said. */
struct config_word {
	char *text;
	struct mark at;
};

/* Under `keys: bindings:`, a pair of a mapping: WHERE: {KEYS: COMMAND}. */
struct config_binding {
	struct config_word where, keys, command;
};

enum config_choice { CONFIG_OPEN, CONFIG_NO, CONFIG_YES };

struct config {
	char *path; /* to be shown */
	char *name; /* who walks and waives; NULL: not said */
	struct rules_options rules; /* the levels of the house */
	struct config_word theme, glyphs, profile; /* the last: of keys */
	enum config_choice mouse;
	GArray *lanes; /* of struct config_word */
	GArray *bindings; /* of struct config_binding */
	GPtrArray *problems; /* "FILE:LINE:COLUMN: WHY", one line each */
};

/* One that says nothing, of the file PATH. */
struct config *config_new(const char *path);

/* Read the file PATH, or (NULL) the user's own, which may be missing.  Never
 * fails: what is wrong is among its problems. */
struct config *config_read(const char *path);
void config_free(struct config *c);
typedef struct config Config; /* for g_autoptr(Config) */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Config, config_free)

/* The path of the user's own, and of another file or folder beside it; the
 * caller frees. */
char *config_path(void);
char *config_beside(const char *name);

/* Tell what is wrong at a place; line 0: with the file as a whole. */
void config_tell(struct config *c, struct mark at, const char *format, ...)
	G_GNUC_PRINTF(3, 4);

/* The same of a WORD that there is none of, "there is no theme 'x'" (WHAT is
 * the sentence before the word), and what may have been meant, or NULL. */
void config_tell_unknown(struct config *c, const struct config_word *word,
			 const char *what, const char *meant);

struct config_reader;

struct setting {
	const char *name; /* the key */
	const char *help; /* one sentence */
	/* take what stands at the pair */
	void (*read)(struct config_reader *r, uint32_t pair);
};

/* Every setting, NULL-name-ended, in the order of the manual. */
const struct setting *config_settings(void);

#endif
