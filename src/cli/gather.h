/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From files and folders to the list of storyboards in them.
 *
 * A folder is looked through with all below it, in the order of the bytes of
 * the names, so that it is the same everywhere.  In it, a storyboard is a file
 * *.yaml whose first key is `senseboard`; what begins with a dot is left
 * alone.  Whatever is reached twice is there once.
 */
#ifndef SENSEBOARD_CLI_GATHER_H
#define SENSEBOARD_CLI_GATHER_H

#include <glib.h>

struct gathered_file {
	char *path; /* as it was given, or below a folder that was */
	char *problem; /* why it cannot be looked at, or NULL */
};

struct gathered {
	GPtrArray *files; /* of struct gathered_file */
	GPtrArray *loops; /* names of folders that lead back to themselves */
	unsigned skipped; /* other *.yaml */
	/* private */
	GHashTable *seen;
	unsigned met; /* storyboards in folders, each time */
};

void gathered_init(struct gathered *g);
void gathered_clear(struct gathered *g);

/* Add a file, "-", or a folder and all storyboards in it. */
void gathered_add(struct gathered *g, const char *path);

#endif
