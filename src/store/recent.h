/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The storyboards that were opened last, to be offered again: a small file in
 * the state folder, beside the journals and as private.
 *
 * It is a convenience: what cannot be read is as if it were not there, and
 * what cannot be written is forgotten.
 */
#ifndef SENSEBOARD_STORE_RECENT_H
#define SENSEBOARD_STORE_RECENT_H

#include <glib.h>
#include <stdint.h>

/* So many are remembered. */
#define RECENT_MOST 20

struct recent {
	int64_t when; /* in seconds since 1970 */
	char *path; /* absolute; the file may be gone */
	char *title; /* UTF-8, as it was then */
};

/* All of them, the latest first: of struct recent, for g_ptr_array_unref(). */
GPtrArray *recent_read(void);

/* Remember that PATH, which is called TITLE, was opened at the time WHEN. */
void recent_note(const char *path, const char *title, int64_t when);

#endif
