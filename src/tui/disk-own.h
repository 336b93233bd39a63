/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Between disk.c and disk-ask.c.
 */
#ifndef SENSEBOARD_TUI_DISK_OWN_H
#define SENSEBOARD_TUI_DISK_OWN_H

#include <stdint.h>

#include "tui/disk.h"

/* All times are in milliseconds of the monotonic clock. */
struct disk {
	char *path;
	struct watch *watch;
	int64_t heard; /* first, of what is due */
	int64_t due; /* when to look at it; 0: nothing was heard */
	int64_t looked; /* last */
	bool waits; /* for a question to be answered */
	bool unreadable; /* which was said */
	uint64_t seen; /* the fingerprint of what the user knows of */
};

/* Others have changed the file: follow them, or ask. Whether there is
 * something new to be seen. */
bool disk_take(struct app *app);

#endif
