/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Between the files of this room: which of the changes that stand are on the
 * disk.
 */
#ifndef SENSEBOARD_BOARD_BOARD_OWN_H
#define SENSEBOARD_BOARD_BOARD_OWN_H

#include "board/board.h"

/* The text as it stands is what the file holds. */
void board_mark_saved(struct board *b);

/* The file holds these bytes now, which are taken. */
void board_take_base(struct board *b, char *take_bytes, size_t len);

/* The text as it stands is not what the file holds. */
void board_mark_unsaved(struct board *b);

/* A change has been made: if what was saved had been undone, it can no longer
 * be reached. */
void board_forget_lost_save(struct board *b);

#endif
