/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How this room says what went wrong: one line, what failed first, the name
 * of the file made printable.
 */
#ifndef SENSEBOARD_STORE_ERROR_H
#define SENSEBOARD_STORE_ERROR_H

#include <glib.h>
#include <stdbool.h>
#include <sys/stat.h>

enum store_error {
	/* no such file: an editor opens it as new */
	STORE_ERROR_MISSING,
	/* there is a file already where a new one was to be */
	STORE_ERROR_EXISTS,
	/* the file is not what was read: somebody else has written it */
	STORE_ERROR_CHANGED,
	/* not the kind of file we read, or larger than we read */
	STORE_ERROR_REFUSED,
	/* somebody else has it open; the message says who */
	STORE_ERROR_LOCKED,
	/* the system said no; the message ends in its words */
	STORE_ERROR_SYSTEM,
};

#define STORE_ERROR store_error_quark()
GQuark store_error_quark(void);

/* What was being done to the file: the first words of a message. */
enum store_act {
	STORE_READ,
	STORE_WRITE,
	STORE_CREATE,
};

/*
 * PATH as text to show: valid UTF-8 on one line, without any character that
 * steers a terminal or the direction of text.  The caller frees it.
 */
char *store_display_name(const char *path);

/* Sets ERROR to `cannot ACT 'PATH': WHY`; always returns false. */
bool store_refuse(GError **error, enum store_act act, const char *path,
		  const char *why);

/* The same of a file that others have written meanwhile. */
bool store_changed_by_others(GError **error, enum store_act act,
			     const char *path);

/* The same with the system's words for the errno value NUMBER. */
bool store_fail(GError **error, enum store_act act, const char *path,
		int number);

/* What MODE is when it is no regular file ("is a FIFO"), else NULL. */
const char *store_odd_kind(mode_t mode);

#endif
