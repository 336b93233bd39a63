/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside the Scorecard: what its files share, and nobody else may look at.
 *
 *	+ What + Who = How + Faces --+ Senses --+ Owners --+
 *	| holds      17/20 | smiles  | see   19 | Desk   4 |   figures
 *	+------------------+---------+----------+----------+
 *	| measure              target  actual  expected    |   benchmarks
 *	+--------------------------------------------------+
 *	| the chosen one in words                          |   the detail
 *	+--------------------------------------------------+
 *
 * Every row can be chosen: a figure leads to the touchpoints behind it, a
 * measure has a second cursor over what it says.  What is counted is kept
 * until the board has judged again.
 */
#ifndef SENSEBOARD_TUI_CARD_H
#define SENSEBOARD_TUI_CARD_H

#include <glib.h>

#include "board/board.h"
#include "journey/curve.h"
#include "journey/measure.h"
#include "journey/scorecard.h"
#include "tui/app.h"

/* The panes, in the order in which Tab visits them. */
enum card_pane {
	CARD_EQUATION,
	CARD_FACES,
	CARD_SENSES,
	CARD_OWNERS,
	CARD_MEASURES,
	CARD_PANES
};

struct card_list {
	size_t row, top;
	struct rect area; /* where its rows were drawn; no rows: nowhere */
};

/* A column of the benchmarks as drawn last. */
struct card_column {
	int field; /* enum measure_field, or one of those below */
	int x, cols;
	bool number; /* at the right end */
};
enum { CARD_WHERE = M_FIELDS, CARD_TREND, CARD_LINE, CARD_COLUMNS };

struct card {
	struct view view;
	struct app *app;
	enum card_pane focus;
	struct card_list lists[CARD_PANES];
	uint32_t measure; /* the chosen one, to be found again */
	enum measure_field field; /* of it, which the cursor is on */
	struct card_column columns[CARD_COLUMNS];
	unsigned n_columns;
	bool single; /* one pane at a time, as drawn last */
	/* counted when the findings were of this round; without measures:
	 * never */
	unsigned round;
	unsigned counts[SCORES];
	enum level levels[SCORES]; /* the gravest finding behind each */
	GArray *measures; /* of struct measure_at */
	unsigned most_load; /* of any owner: what a full bar is */
	/* where the cursor was before this view, while it has not been moved
	 * here */
	struct {
		bool set;
		unsigned place;
		int field;
	} from;
};

static inline struct card *card_of(struct view *v)
{
	return (struct card *)v;
}

/* --- what is counted, and what is chosen: card-rows.c --------------------- */

/* Bring counts and cursor in step with a journey that may have changed. */
void card_settle(struct card *d);

size_t card_rows(const struct card *d, enum card_pane pane);

/* Choose a row of a pane, which has the focus then. */
void card_choose(struct card *d, enum card_pane pane, size_t row);

/* Move as ACTION says, up, down, page-up ...; false if it is none of these. */
bool card_move(struct card *d, const char *action);

/* The chosen measure, and the chosen owner, while their pane has the focus;
 * NULL if there is none. */
const struct measure_at *card_measure(const struct card *d);
struct place *card_owner(const struct card *d);

/* Choose the measure at an entry, or the first one of a touchpoint; false if
 * there is none. */
bool card_find_measure(struct card *d, const struct place *tp, uint32_t entry);

/* The gravest finding at a measure, or NULL; and whether it only says that the
 * target is missed, which is seen anyway. */
const struct finding *card_finding(const struct card *d,
				   const struct measure_at *at);
bool card_is_missed(const struct finding *f);

/* What a touchpoint lacks that has a score, as a field; or -1. */
int card_fault(enum score score);

/* --- drawing ---------------------------------------------------------------- */

/* Everything into R: all panes, or one at a time. */
void card_draw(struct card *d, struct canvas *c, struct rect r);

/* Call DRAW for each row of a pane that is in sight; returns how many. */
typedef void card_draw_row(struct card *d, struct canvas *c, struct rect r,
			   size_t row);
int card_draw_rows(struct card *d, struct canvas *c, enum card_pane pane,
		   struct rect r, card_draw_row *draw);

/* The panes of figures, into R: card-figures.c. */
void card_draw_equation(struct card *d, struct canvas *c, struct rect r);
void card_draw_faces(struct card *d, struct canvas *c, struct rect r);
void card_draw_senses(struct card *d, struct canvas *c, struct rect r);
void card_draw_owners(struct card *d, struct canvas *c, struct rect r);

/* "no promise: 3 of 12 touchpoints": the chosen row of figures in words; the
 * caller frees. */
char *card_title(const struct card *d);

/* The benchmarks: card-measures.c. What a field of a measure says, of its
 * readings nothing; the caller frees. */
void card_draw_measures(struct card *d, struct canvas *c, struct rect r);
char *card_field_text(const struct app *app, uint32_t measure, int field);

/* Go to the field on the right (1) of the one with the cursor, or on the
 * left. */
void card_move_field(struct card *d, int by);

/* What there is to be said of the chosen row, the most important first:
 * card-detail.c. */
void card_draw_detail(struct card *d, struct canvas *c, struct rect r);

/* --- asking: card-ask.c ------------------------------------------------------ */

/* Ask for a new measure; for the field of one; for what is measured today. */
void card_ask_new(struct card *d);
void card_ask_field(struct card *d, const struct measure_at *at, int field);
void card_ask_today(struct card *d, const struct measure_at *at);

/* --- touchpoints behind a figure: card-behind.c ------------------------------ */

/* Those behind the chosen row, MOST of them, as struct place; unref it. */
GPtrArray *card_behind(const struct card *d, guint most);

/* Let one of them be chosen, and go there. */
void card_show_behind(struct card *d);

#endif
