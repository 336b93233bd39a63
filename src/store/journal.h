/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The crash journal: what was done to a document since it was opened, on the
 * disk before the screen shows it.
 *
 * It knows texts and splices of them, not what they mean.  It is created by
 * the first change and says the same as the document in memory at any
 * moment; recovery.h reads it again.
 *
 *	journal_splice() ...   what a change does to the text
 *	journal_commit()       one write: from now on it outlives the program
 *
 * Nothing here waits for a disk but journal_saving() with a whole text.  A
 * journal that cannot be written goes on in the next place (state.h); where
 * there is none, journal_problem() says so, and each call tries again.
 */
#ifndef SENSEBOARD_STORE_JOURNAL_H
#define SENSEBOARD_STORE_JOURNAL_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "store/bytes.h"
#include "store/lock.h"

struct journal;

/* What a change was: made, or taken back, or made again. */
enum journal_act { JOURNAL_DO, JOURNAL_UNDO, JOURNAL_REDO };

/* What becomes of the file in the end. */
enum journal_end {
	JOURNAL_KEEP, /* there is something to recover */
	JOURNAL_REMOVE, /* all is saved */
	JOURNAL_DISCARD /* to the trash: given up by who made it */
};

/* What a new journal is about. */
struct journal_start {
	const char *document; /* NULL: untitled */
	const char *stem; /* lock_stem() */
	/* The text before the first change; read only when that comes. BASE
	 * must live as long as the journal. */
	struct text base;
	/* Bytes after which the file is written anew without what is past; 0:
	 * 8 MiB, or four times the base. */
	size_t most;
};

/* A journal that has no file yet. */
struct journal *journal_new(const struct journal_start *start);
void journal_close(struct journal *j, enum journal_end end);

/* The next change puts NEW in the place of OLD, OFF bytes into the text as it
 * stands after the splices before. */
void journal_splice(struct journal *j, size_t off, const struct text *old,
		    const struct text *new);

/* Those splices were one change called NAME: write it down. */
void journal_commit(struct journal *j, enum journal_act act, const char *name);

/* The text field called WHERE holds TEXT, not committed yet; TEXT NULL: there
 * is none open. Nothing is written if that is known. */
void journal_draft(struct journal *j, const char *where, const char *text);

/*
 * TEXT is about to be written to the file PATH.  WHOLE: in place, so the
 * journal takes all of TEXT and is on the disk, name and all, when this
 * returns; then whatever happens to the file, TEXT can be recovered.  Returns
 * 0 or an errno value; of interest only with WHOLE.  J may be NULL: ENOTSUP.
 */
int journal_saving(struct journal *j, const char *path, const struct text *text,
		   bool whole);

/* That was done: the file PATH holds the text as it stands now.  The journal
 * is from now on that of PATH, under LOCK's stem. J may be NULL. */
void journal_saved(struct journal *j, const char *path, const char *stem);

/* The file was found to hold TEXT, which is not what is here, and that is
 * known to who edits. J may be NULL. */
void journal_disk(struct journal *j, const struct text *text);

/* Returns when all that was written is on the disk; 0 or an errno value. */
int journal_sync(struct journal *j);

/* Whether a text field is open, by the last word of journal_draft(). */
bool journal_has_draft(const struct journal *j);

/* Why changes are not protected now, as one line; NULL: they are. */
const char *journal_problem(const struct journal *j);

/* The path of its file, to be shown; NULL: it has none yet. */
const char *journal_path(const struct journal *j);

#endif
