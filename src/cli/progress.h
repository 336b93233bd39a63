/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far we are, on standard error where that is a terminal, once something
 * takes longer than a second.
 */
#ifndef SENSEBOARD_CLI_PROGRESS_H
#define SENSEBOARD_CLI_PROGRESS_H

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

struct progress {
	FILE *to; /* NULL: nobody looks */
	unsigned total;
	gint64 due; /* when to show the next, in microseconds */
	bool stands; /* it has been shown, and is from now on */
	int columns; /* of what is there now; 0: taken away */
};

/* Begin at NOW (all times are g_get_monotonic_time()'s) with TOTAL files to
 * do. */
void progress_begin(struct progress *p, FILE *to, unsigned total, gint64 now);

/* DONE files are done: say so if it is time to. */
void progress_show(struct progress *p, unsigned done, gint64 now);

/* Take away what stands there, before something else is said. */
void progress_clear(struct progress *p);

#endif
