/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All that was done since a storyboard was opened, to be looked at.
 */
#ifndef SENSEBOARD_BOARD_PAST_H
#define SENSEBOARD_BOARD_PAST_H

#include "board/board.h"

/* What each change of B did to the text, whatever of it was undone, in the
 * order they were made (of char *; the caller unrefs): its lines, with "-"
 * before those that went and "+" before those that came; "@" between two
 * places; "…" in the end where there is more. Takes some microseconds for each
 * change. */
GPtrArray *past_lines(struct board *b);

/* After which change, from 1 on, the text is what was saved; 0: as it was
 * opened, UINT_MAX: nowhere. */
unsigned board_saved_at(const struct board *b);

/* Undo or redo until so many changes stand; the last change that took (of
 * those made), or NULL if they stand already. */
const struct change *board_go_to(struct board *b, unsigned depth);

#endif
