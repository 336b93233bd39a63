/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * After a crash: what was not saved, and bringing it back.
 */
#ifndef SENSEBOARD_BOARD_RECOVER_H
#define SENSEBOARD_BOARD_RECOVER_H

#include "board/board.h"
#include "store/recovery.h"

/* What crashes have left of the board's storyboard, or (B NULL) of untitled
 * ones: struct recovery, the latest first. Journals in which there is nothing
 * that the file has not are removed on the way. */
GPtrArray *board_orphans(const struct board *b);

/* Whether the file has been changed by others since: there is something to
 * merge. */
bool board_orphan_differs(const struct board *b, const struct recovery *r);

/*
 * The storyboard as R tells it: a new board with all its changes, which can
 * be undone to what was opened.  What others have done to the file meanwhile
 * is merged; BOARD_ERROR_CONFLICT where both did something in the same place,
 * unless OURS says that theirs does not matter.
 *
 * The new board takes the lock of B (NULL: an untitled one) and R's journal
 * goes as soon as the new one has it all; on failure all is as it was.  A
 * text that was being typed is R's draft: it is the caller's to show.
 */
struct board *board_recover(struct board *b, struct recovery *r, bool ours,
			    GError **error);

/* How what R tells differs from the file, as `diff -u` says it; the caller
 * frees. */
char *board_orphan_compare(const struct board *b, const struct recovery *r,
			   GError **error);

#endif
