/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What holds for whoever uses the program, in every storyboard: the user's
 * config.yaml.
 *
 *	name: Kim
 *	rules:
 *	  no-return: none
 *	  one-department: warning
 *
 * Each setting is a row of one table.  A mistake in the file is told and is
 * in nobody's way: what can be read of it holds.
 */
#ifndef SENSEBOARD_BOARD_CONFIGURATION_H
#define SENSEBOARD_BOARD_CONFIGURATION_H

#include "rules/rules.h"

struct config {
	char *name; /* who walks and waives; NULL: not said */
	struct rules_options rules; /* the levels of the house */
	GPtrArray *problems; /* "FILE:LINE:COLUMN: WHY", one line each */
};

/* Read the file PATH, or (NULL) the user's own, which may be missing.  Never
 * fails: what is wrong is among its problems. */
struct config *config_read(const char *path);
void config_free(struct config *c);
typedef struct config Config; /* for g_autoptr(Config) */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Config, config_free)

/* The path of the user's own; the caller frees. */
char *config_path(void);

struct config_reader;

struct setting {
	const char *name; /* the key */
	const char *help; /* one sentence */
	/* take what stands at the pair */
	void (*read)(struct config_reader *r, uint32_t pair);
};

/* Every setting, *N of them, in the order of the manual. */
const struct setting *config_settings(size_t *n);

#endif
