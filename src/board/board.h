/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One open storyboard, kept in step: file, text, journey and findings.
 *
 * It is what a front end holds.  Every edit takes the same road through
 * board_take(): the text has changed and remembers how, the journey follows,
 * the rules judge what can have changed.  Undo and redo take it too.
 */
#ifndef SENSEBOARD_BOARD_BOARD_H
#define SENSEBOARD_BOARD_BOARD_H

#include "board/beside.h"
#include "journey/edit.h"
#include "rules/rules.h"
#include "store/journal.h"
#include "store/lock.h"
#include "store/read.h"

struct board {
	char *path; /* NULL: untitled */
	char *name; /* what a title calls it: base name or title */
	struct tree *tree; /* NULL if the text is not YAML */
	struct journey *journey; /* NULL if it is no storyboard */
	struct findings *findings; /* NULL likewise */
	bool read_only; /* cannot be edited until mended, or told to */
	char *problem; /* why: one line; NULL if all is well */
	struct mark where; /* and where */
	char *raw; /* the text as read, where there is no tree */
	enum store_change disk; /* what was found when looked at last */
	/* the rest is board.c's own */
	struct store_file file;
	char *base; /* what the file held when read or saved last; NULL: */
	size_t base_len; /* what the tree was opened with */
	struct rules_options options; /* as they were asked for */
	struct beside *beside; /* NULL: it has no folder */
	unsigned saved_depth; /* changes that stood at the last save */
	bool never_saved; /* untitled, or created at the first save */
	bool given_up; /* what is unsaved is not wanted */
	int64_t now; /* in µs since 1970, for tests; 0: ask the clock */
	struct lock *lock; /* NULL: not protected, or not to be locked */
	struct journal *journal; /* NULL: not protected */
};

/* Open a storyboard file. A file that is not YAML or no storyboard opens
 * read-only with .problem; one that cannot be read, or is beyond the bounds,
 * is an error. A file that does not exist opens as a new storyboard that the
 * first save creates. */
struct board *board_open(const char *path, GError **error);

/* Open an untitled copy of a file (an example, a template): saving asks for a
 * name. */
struct board *board_open_copy(const char *path, GError **error);

/* A new storyboard called TITLE, at status sketch, for PATH or (NULL)
 * untitled. Nothing is written. */
struct board *board_new(const char *path, const char *title, GError **error);

/* A title made from a file's name: "my-journey.yaml" is "My journey". The
 * caller frees. */
char *board_title_from(const char *path);

/* Take bytes from elsewhere (standard input) as a storyboard; TAKE_BYTES has
 * one more byte behind LEN and belongs to the board. */
struct board *board_from_bytes(char *take_bytes, size_t len, const char *name,
			       GError **error);
void board_free(struct board *b);
typedef struct board Board; /* for g_autoptr(Board) */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Board, board_free)

/* Judge by these options from now on; the board itself knows of evidence and
 * what day it is. */
void board_judge(struct board *b, const struct rules_options *options);

/* Look for files that are named as evidence, which may take its time; whether
 * more or less is found now. */
bool board_look_beside(struct board *b);

/* Follow a change that journey/edit.h made: CHANGE NULL is passed on as
 * false, with the error set there if it failed. */
bool board_take(struct board *b, const struct change *change);

/* Protect what is edited from now on: take the lock of the file, and keep a
 * journal from the first change on. False with STORE_ERROR_LOCKED where it is
 * open elsewhere; then it can be edited all the same, beside the other. */
bool board_protect(struct board *b, GError **error);
void board_protect_beside(struct board *b);

/* Not to be edited, for the reason WHY; and to be edited after all, protected
 * beside whoever else has it. */
void board_make_read_only(struct board *b, const char *why);
void board_make_editable(struct board *b);

/* Why a crash would lose something now: the system's words; NULL where it
 * would not, or nothing is protected. */
const char *board_unprotected(const struct board *b);

/* Whether its journal stays when it ends now: there is a change in it that no
 * file has, or a text that is being typed. */
bool board_leaves_work(const struct board *b);

/* The path of the journal, to be shown; NULL: there is none. */
const char *board_journal_path(const struct board *b);

/* The text field called WHERE holds TEXT, not committed; NULL: none does. */
void board_draft(struct board *b, const char *where, const char *text);

/* What is unsaved is not wanted: its journal ends in the trash. */
void board_give_up(struct board *b);

/* Undo or redo one change and return it (borrowed); NULL if there is none. */
const struct change *board_undo(struct board *b);
const struct change *board_redo(struct board *b);

/* Whether the text differs from what was opened or last saved. */
bool board_unsaved(const struct board *b);

/* Save to the board's path, or (PATH given) under that name from now on;
 * OVERWRITE says that an existing file there may be replaced. Only what reads
 * back as meant is written, and nothing at all where nothing changed. */
bool board_save(struct board *b, const char *path, bool overwrite,
		GError **error);

/* Look at the file: whether others have changed it is in B->disk then. Fails
 * if it can no longer be read. */
bool board_look(struct board *b, enum store_look look, GError **error);

/* The board's path holds THEIRS, just read: three ways to go on from there.
 * Each change is one that undo takes back; NULL without an error where there
 * was nothing to do. */

/* Make it the text; it is then what is saved. */
const struct change *
board_reload(struct board *b, const struct store_file *theirs, GError **error);

/* Bring in what was done to it since it was ours; that is not saved yet.
 * BOARD_ERROR_CONFLICT where both did something in the same place. */
const struct change *
board_merge(struct board *b, const struct store_file *theirs, GError **error);

/* Leave the text as it is: the next save replaces theirs. */
void board_keep(struct board *b, const struct store_file *theirs);

/* What they differ in, as `diff -u` says it; the caller frees. */
char *board_compare(const struct board *b, const struct store_file *theirs,
		    GError **error);

enum board_error {
	BOARD_ERROR_UNTITLED,
	BOARD_ERROR_READ_ONLY,
	BOARD_ERROR_EXISTS,
	BOARD_ERROR_CHANGED,
	BOARD_ERROR_DELETED,
	BOARD_ERROR_CONFLICT
};
#define BOARD_ERROR board_error_quark()
GQuark board_error_quark(void);

#endif
