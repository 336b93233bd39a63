/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who has a document open.  A lock is a file of its own beside the journals,
 * flock'ed from opening to the end: however a program dies, the system takes
 * its lock away, so a lock that is held means that somebody lives.
 */
#ifndef SENSEBOARD_STORE_LOCK_H
#define SENSEBOARD_STORE_LOCK_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define LOCK_SUFFIX ".lock"

struct lock;

/* Who holds a lock; NULL and 0 where it is not known. */
struct lock_holder {
	char *user, *host;
	long process;
	int64_t since; /* in seconds of the clock */
};

/*
 * Takes the lock of DOCUMENT (NULL: of an untitled one, which nobody else
 * can have).  NULL with STORE_ERROR_LOCKED and a sentence that names the
 * holder when another has it, also within this process; with another error
 * when no lock can be made anywhere: then it is not known who else edits.
 */
struct lock *lock_take(const char *document, GError **error);

/* The same for one more editor of a document that is open elsewhere: a place
 * of its own for its journal. */
struct lock *lock_take_beside(const char *document, GError **error);

void lock_release(struct lock *lock);
typedef struct lock Lock; /* for g_autoptr(Lock) */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lock, lock_release)

/* What the names of the holder's side files begin with. */
const char *lock_stem(const struct lock *lock);

/* Whether somebody has DOCUMENT open, this process too, and who. */
bool lock_ask(const char *document, struct lock_holder *holder);
void lock_holder_clear(struct lock_holder *holder);

/* Whether the side files that begin with STEM belong to somebody who lives:
 * what is asked before a journal is offered. */
bool lock_lives(const char *stem, const char *document);

#endif
