/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Between the files of this room: which of the changes that stand are on the
 * disk, and what the crash journal is told.
 */
#ifndef SENSEBOARD_BOARD_BOARD_OWN_H
#define SENSEBOARD_BOARD_BOARD_OWN_H

#include "board/board.h"
#include "store/differ.h"

/* The text as it stands is what the file holds; the same, which the journal is
 * told too. */
void board_mark_saved(struct board *b);
void board_is_saved(struct board *b);

/* The file holds these bytes now, which are taken. */
void board_take_base(struct board *b, char *take_bytes, size_t len);

/* The text as it stands is not what the file holds. */
void board_mark_unsaved(struct board *b);

/* A change has been made: if what was saved had been undone, it can no longer
 * be reached. */
void board_forget_lost_save(struct board *b);

/* protect.c: what the others tell the journal, where there is one: a change;
 * that PATH is what the board is called now; that it holds the text. */
void board_begin_journal(struct board *b);
void board_record(struct board *b, enum journal_act act,
		  const struct change *change);
void board_move_journal(struct board *b, const char *path);
void board_end_journal(struct board *b);

/* Let the tree tell the journal, if there is one, what happens to the text. */
void board_follow_text(struct board *b);

/* The board is called PATH from now on: judge by what lies beside that. */
void board_move_beside(struct board *b, const char *path);

/* reload.c: what was done to BASE on both sides, for the caller to free, or
 * BOARD_ERROR_CONFLICT. */
char *board_merge_texts(const struct differ_text *ours,
			const struct differ_text *base,
			const struct differ_text *theirs, GError **error);

/* Call an untitled board by its title. */
void board_name_by_title(struct board *b);

#endif
