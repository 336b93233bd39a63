/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A folder of its own for each test, to stand in: folder_enter() and
 * folder_leave() are a test's .init and .fini, names in between are
 * relative to it.
 */
#ifndef SENSEBOARD_TESTS_STORE_FOLDER_H
#define SENSEBOARD_TESTS_STORE_FOLDER_H

#include <glib.h>
#include <stdbool.h>
#include <sys/stat.h>

/* Also sets the umask to 022. */
void folder_enter(void);
void folder_leave(void);

/* What is called NAME beside the folder, and goes with it: "home" is there
 * for what programs want to keep.  For g_free. */
char *folder_beside(const char *name);

/* Ends the test, which cannot be done here, and says why. */
void skip(const char *why);

/* Makes TEXT all that is in NAME, in place; makes the file if need be. */
void put(const char *name, const char *text);

/* Fails the test unless NAME holds exactly TEXT. */
void expect(const char *name, const char *text);

/* What lstat() says of NAME. */
struct stat look_at(const char *name);

/* How many names are in the folder, hidden ones too. */
unsigned count_names(void);

/*
 * Runs ACT on NAME in a process of the user nobody, when we are root, else
 * of our own.  Returns its error's text, for g_free; NULL if there was none.
 */
char *as_nobody(bool (*act)(const char *name, GError **error),
		const char *name);

/* Makes NAME a file of who as_nobody() runs as. */
void give_to_nobody(const char *name);

#endif
