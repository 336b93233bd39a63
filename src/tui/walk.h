/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside the Walk: what its files share, and nobody else may look at.
 *
 *	start ----> step 1 --> step 2 --> ... --> tally
 *	  which walk   a touchpoint and a face       what it adds up to
 *
 * A walk is kept as the number of its entry, the step as that of its
 * touchpoint: either may be gone after an edit, and come back by undo.
 */
#ifndef SENSEBOARD_TUI_WALK_H
#define SENSEBOARD_TUI_WALK_H

#include "board/board.h"
#include "journey/walk.h"
#include "tui/app.h"

enum walker_page { WALKER_START, WALKER_STEP, WALKER_TALLY };

/* How many touchpoints the tally leads back to. */
#define WALKER_LOWEST 3

struct walker {
	struct view view;
	struct app *app;
	enum walker_page page;
	char *by; /* who walks; "" names nobody */
	unsigned customer; /* in whose shoes, of those there are */
	GPtrArray *walks; /* of struct walk, the newest first */
	uint32_t entry; /* the one that is walked or looked at, or 0 */
	struct walk *walk; /* the same as it was read last */
	unsigned round; /* findings_round() then */
	unsigned step; /* number of the touchpoint */
	unsigned from; /* number of the place where the cursor was before */
	int from_field; /* and the field */
	size_t row, top; /* the chosen row of the start or the tally */
	int skip; /* lines of the step scrolled away */
	int hidden; /* lines of it below the last one in sight */
	struct rect rows; /* where the start's rows were drawn, if so */
	int low_y[WALKER_LOWEST]; /* where those of the tally were */
};

static inline struct walker *walker_of(struct view *v)
{
	return (struct walker *)v;
}

static inline struct journey *walker_journey(const struct walker *w)
{
	return app_journey(w->app);
}

/* --- the way: walk-way.c --------------------------------------------------- */

/* Bring all in step with a journey that may have changed. */
void walker_settle(struct walker *w);

/* The touchpoint of the step; NULL in a journey without any. */
struct place *walker_touchpoint(const struct walker *w);

/* Go to a touchpoint, or (NULL) to the tally. */
void walker_go(struct walker *w, const struct place *tp);

/* Set out on the chosen walk, from where a face is missing; or on a new one.
 * Without a step to go the tally follows. */
void walker_set_out(struct walker *w);

/* Show the start; the tally of the walk that is chosen there. */
void walker_start(struct walker *w);
void walker_tally(struct walker *w);

/* The walk that is chosen at the start; NULL: a new one. Delete it. */
const struct walk *walker_chosen(const struct walker *w);
void walker_delete(struct walker *w);

/* Give the touchpoint a face, or (NULL) none; ask for a note on it. */
void walker_feel(struct walker *w, const struct face *face);
void walker_ask_note(struct walker *w);

/* Ask who walks; walk in the shoes of the next customer, or NULL if there is
 * none. */
void walker_ask_name(struct walker *w);
const struct place *walker_customer(const struct walker *w);

/* What can be done, NULL-name-ended: walk-actions.c. */
extern const struct action walker_actions[];

/* --- drawing --------------------------------------------------------------- */

/* "the walk of 2026-11-21 by Ian"; the caller frees. */
char *walker_title(const struct walk *walk);

/* "2 smiles, 1 frown"; the caller frees. */
char *walker_sum(const struct walk *walk);

/* What the face of `impression` is called: designed, or observed where the
 * journey is as it is today. */
const char *walker_intent(const struct walker *w);

/* The curve of the walk in R: on the way with a mark at the step, at its end
 * over the one that was designed: walk-curve.c. */
void walker_draw_curve(const struct walker *w, struct canvas *c, struct rect r);

/* The pages into R: walk-start.c, walk-step.c, walk-tally.c. */
void walker_draw_start(struct walker *w, struct canvas *c, struct rect r);
void walker_draw_step(struct walker *w, struct canvas *c, struct rect r);
void walker_draw_tally(struct walker *w, struct canvas *c, struct rect r);

/* The card of the step, in a frame where there is room for one: walk-card.c. */
void walker_draw_card(struct walker *w, struct canvas *c, struct rect r,
		      bool framed);

/* The touchpoints that the tally lists; unref it. */
GPtrArray *walker_lowest(const struct walker *w);

#endif
