/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a save goes: the folder and the name at the end of all symbolic
 * links, and the file that is there now.
 */
#ifndef SENSEBOARD_STORE_TARGET_H
#define SENSEBOARD_STORE_TARGET_H

#include <stdbool.h>
#include <sys/stat.h>

struct target {
	/* open; every name below is beside it */
	int folder;
	/* the folder may be passed through, not listed: no fsync of it */
	bool sealed;
	char *name;
	/* open for reading and writing, or -1: there is no file yet */
	int file;
	/* of the file, when there is one */
	struct stat st;
};

/*
 * Finds where PATH leads.  Returns 0 or an errno value: EACCES too for a
 * file that nobody may write, even when we could.  TARGET needs
 * target_close() either way.
 */
int target_open(struct target *target, const char *path);
void target_close(struct target *target);

#endif
