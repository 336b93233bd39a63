/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a journal tells after a crash: the text that was opened, what was done
 * to it, and the text that came of it.
 *
 * A journal is read as if somebody hostile had written it: what does not hold
 * together is not told, and nothing it says costs more than a bound.
 */
#ifndef SENSEBOARD_STORE_RECOVERY_H
#define SENSEBOARD_STORE_RECOVERY_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "store/buffer.h"
#include "store/bytes.h"

#define RECOVERY_NEVER G_MAXUINT

/* NEW in the place of OLD, OFF bytes into the text. */
struct recovery_splice {
	size_t off;
	struct text old, new;
};

struct recovery_change {
	char *name; /* "set promise of Warm towel" */
	int64_t time; /* microseconds since 1970 */
	GArray *splices; /* of struct recovery_splice */
};

struct recovery {
	char *document; /* its canonical path; NULL: untitled */
	char *file; /* the path of the journal; NULL: it was parsed */
	struct text base; /* the text before all changes */
	struct text text; /* what it had become */
	GPtrArray *done; /* of struct recovery_change, the latest last */
	GPtrArray *undone; /* the same; what redo would take first is last */
	struct text disk; /* what the file should hold, if nobody else has
			     changed it */
	unsigned saved; /* that is the text of so many changes; or of no
			   number of them: RECOVERY_NEVER */
	bool torn; /* a save in place did not come to its end */
	char *draft_where, *draft; /* the text field that was open, or NULL */
	int64_t begun, last; /* the times of the first and the last record */
	uint64_t records; /* that could be read */
	/* what the texts borrow from */
	GPtrArray *kept;
	char *base_copy, *disk_copy, *text_copy;
};

/* Reads a journal; NULL with an error if it is none, or cannot be read. */
struct recovery *recovery_read(const char *file, GError **error);

/* What the LEN bytes of a journal tell; NULL if that is nothing. TAKE_BYTES is
 * freed with it, or now. */
struct recovery *recovery_parse(char *take_bytes, size_t len);
void recovery_free(struct recovery *r);
typedef struct recovery Recovery; /* for g_autoptr(Recovery) */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Recovery, recovery_free)

/* Whether there is more in it than in a file that holds FILE (NULL: there is
 * no file): a change that is not in it, or a text that was being typed. */
bool recovery_offers(const struct recovery *r, const struct text *file);

/* How many changes the text is away from what was saved last; all that were
 * done, where that is not known. */
unsigned recovery_unsaved(const struct recovery *r);

/* Makes CHANGE in TEXT; false, and TEXT is worthless, if it does not fit. */
bool recovery_apply(const struct recovery_change *change, struct buffer *text);

#endif
