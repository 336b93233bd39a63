/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Journals that have lost their program: where they are, and what becomes of
 * them.
 */
#ifndef SENSEBOARD_STORE_ORPHANS_H
#define SENSEBOARD_STORE_ORPHANS_H

#include <glib.h>
#include <stdbool.h>

#include "store/state.h"

#define JOURNAL_SUFFIX ".journal"
#define JOURNAL_UNFINISHED ".new" /* behind it: one that is being written */

/* How long the trash is kept. */
#define TRASH_DAYS 30

/* The paths of all journals whose writers no longer live, as a list of strings
 * that g_strfreev() frees: those of DOCUMENT, or (NULL) all. The one that our
 * own lock, of stem OURS (may be NULL), protects is another's too. */
char **orphans_find(const char *document, const char *ours);

/* What they tell (struct recovery), the latest first. */
GPtrArray *orphans_read(const char *document, const char *ours);

/* A journal is no longer needed. */
bool orphan_remove(const char *file, GError **error);

/* To the trash: a journal is renamed, so that it is no longer offered, and
 * goes after TRASH_DAYS. */
bool orphan_discard(const char *file, GError **error);

/* The same, by name, of one in FOLDER; an errno value or 0. */
int orphan_throw_away(const struct state_folder *folder, const char *name);

/* Take away what has been in the trash for too long, and locks that long that
 * nobody holds. */
void orphans_tidy(const struct state_folder *folder);

/* The journal NAME in FOLDER, if there is one, takes another name under which
 * it is found too; that name, for the caller to free, or NULL. */
char *orphan_step_aside(const struct state_folder *folder, const char *name);

/* The same of the journal *FILE, a path for g_free, which becomes the new. */
bool orphan_make_room(char **file);

#endif
