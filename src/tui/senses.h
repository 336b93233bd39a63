/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside the Senses: what the files of this view share, and nobody else may
 * look at.
 *
 *	               | see      | hear     | ... | all
 *	 1 Book        | ##   1/2 | -    0/2 |     |       the grid: a row a
 *	 2 Arrive      | #### 3/3 | #    1/3 |     |       stage, a column a
 *	 The journey   | ###  4/5 | #    1/5 |     |       sense
 *	 nobody hears anything before Arrive               the gaps
 *	=2 Arrive > hear: 1 of 3 --------------------
 *	 1 Lantern-lit path  gravel, water                 the list: a row a
 *	 2 Warm towel        - not designed yet            touchpoint
 *
 * The cursor is a cell and, in the list, one of its touchpoints.
 */
#ifndef SENSEBOARD_TUI_SENSES_H
#define SENSEBOARD_TUI_SENSES_H

#include "board/board.h"
#include "journey/coverage.h"
#include "tui/app.h"

enum senses_pane { SENSES_GRID, SENSES_LIST };

/* Where all lies, as laid out last; no rows: not shown. */
struct senses_layout {
	int head; /* the row of the senses' names */
	bool ruled; /* below it and above the journey's row, and columns */
	int name, cell; /* columns */
	int columns; /* the senses and, where there is room, all of them */
	struct rect stages; /* the rows of the grid that scroll */
	int step; /* lines of one of them: 2 with a text below the share */
	int journey; /* the row of the journey */
	struct rect gaps;
	int title; /* the row of the list's title */
	struct rect list;
};

struct senses {
	struct view view;
	struct app *app;
	enum senses_pane focus;
	int sense; /* the column, from 0 for T_SEE */
	unsigned where; /* number of the row's stage, or of the journey */
	unsigned row; /* where that stood, for when it is gone */
	unsigned chosen; /* number of the touchpoint in the list */
	size_t top, list_top; /* the first rows in sight */
	int open; /* lines that the chosen touchpoint takes in the list */
	bool single; /* one pane at a time, as drawn last */
	char *gaps[SENSES]; /* as drawn last: see senses_gap() */
	struct senses_layout at;
};

static inline struct senses *senses_of(struct view *v)
{
	return (struct senses *)v;
}

/* --- the cursor: senses-cursor.c ------------------------------------------ */

/* Bring the cursor in step with a journey that may have changed. */
void senses_settle(struct senses *s);

/* Where the cell is: a stage, or the journey. Its touchpoints, by position;
 * the chosen one, or NULL if there is none; and its position. */
struct place *senses_where(const struct senses *s);
unsigned senses_count(const struct senses *s);
struct place *senses_at(const struct senses *s, unsigned position);
struct place *senses_touchpoint(const struct senses *s);
unsigned senses_position(const struct senses *s);

/* Put the cursor on a row of the grid, the last of which is the journey; on a
 * touchpoint of the list; on a place, wherever it is, and the column of a field
 * if that is a sense. */
void senses_choose_row(struct senses *s, unsigned row);
void senses_choose(struct senses *s, unsigned position);
void senses_go(struct senses *s, const struct place *p, int field);

/* Move in the focused pane as ACTION says: up, page-down ... False if it is no
 * such action. */
bool senses_move(struct senses *s, const char *action);

/* Go to a sense beside the one of the cell. */
void senses_turn(struct senses *s, int by);

/* Go to the touchpoints of the cell: to the first that has or, where none
 * has, could have the sense. */
void senses_enter(struct senses *s);

/* --- what is found: senses-found.c ----------------------------------------- */

/* The gravest finding that belongs to a cell: about SENSE (SENSES: about all)
 * at a stage, or in the journey as a whole; or at a touchpoint, where having
 * none at all is about each. NULL if there is none. */
const struct finding *senses_found(const struct senses *s,
				   const struct place *where, int sense);

/* --- in words: senses-words.c --------------------------------------------- */

/* What the field of a sense is called. */
const char *senses_name(int sense);

/* "smell at 2 Arrive: 1 of 3"; what keeps a sense from being designed there is
 * said, too. The caller frees. */
char *senses_cell(const struct senses *s);

/* "nobody smells anything before Arrive", or that it is left out on purpose;
 * NULL if there is no gap. The caller frees. */
char *senses_gap(const struct senses *s, int sense);

/* --- where it lies: senses-layout.c --------------------------------------- */

void senses_layout(struct senses *s, const struct canvas *c, struct rect r);

/* What is at a point: the row of the grid, the column of a sense, the position
 * in the list; -1 where there is none. */
int senses_row_at(const struct senses *s, int y);
int senses_sense_at(const struct senses *s, int x);
int senses_position_at(const struct senses *s, int y);

/* --- drawing: senses-draw.c, senses-list.c -------------------------------- */

void senses_draw(struct senses *s, struct canvas *c);
void senses_draw_list(struct senses *s, struct canvas *c);

#endif
