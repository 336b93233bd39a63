/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside the Findings: what the files of this view share, and nobody else may
 * look at.
 *
 *	+ Findings --------------------------------+
 *	|  rule       where       what is wrong    |   the rows, one chosen
 *	+------------------------------------------+
 *	|  the chosen one: fact, equation, remedy  |   the detail
 *	+------------------------------------------+
 *
 * The findings themselves belong to the board and are gone with the next
 * change, so the rows are made anew when it has judged again, and the cursor
 * is kept as what the chosen row says, not where it is.
 */
#ifndef SENSEBOARD_TUI_DOCKET_H
#define SENSEBOARD_TUI_DOCKET_H

#include <glib.h>

#include "board/board.h"
#include "tui/app.h"

/* A row: a finding, or (FOUND NULL) how many wait to be decided. */
struct docket_row {
	const struct finding *found;
	bool waits; /* until the storyboard is more than a sketch */
};

/* Which findings are listed. */
struct docket_filter {
	enum level least; /* this level and graver */
	const struct rule *rule; /* NULL: every */
	bool by_stage; /* this stage alone */
	unsigned stage; /* its number */
};

/* What a row says of itself, to be found again by. */
struct docket_mark {
	bool set;
	unsigned place;
	const struct rule *rule;
	int field;
	uint32_t entry;
};

struct docket {
	struct view view;
	struct app *app;
	GArray *rows; /* of struct docket_row */
	unsigned round; /* findings_round() when they were made */
	bool stale; /* they have to be made anew all the same */
	unsigned listed[LEVELS]; /* findings among them, by level */
	size_t row, top; /* the chosen one; the first that is seen */
	struct docket_mark mark; /* the chosen one's */
	struct docket_filter filter;
	bool waiting; /* those that wait are listed too */
	bool open; /* the chosen one has the whole screen */
	int skip; /* lines of it scrolled away */
	struct rect area; /* where the rows were drawn; no rows: nowhere */
	/* where the cursor was before this view, while it has not been moved
	 * here */
	struct {
		bool set;
		unsigned place;
		int field;
	} from;
};

static inline struct docket *docket_of(struct view *v)
{
	return (struct docket *)v;
}

/* --- rows: docket-rows.c -------------------------------------------------- */

/* Make the rows anew if the findings or the filter have changed. The cursor
 * stays on its finding or, if that is gone, where it is. */
void docket_settle(struct docket *d);

/* The chosen finding, or NULL. */
const struct finding *docket_chosen(const struct docket *d);

/* Choose a row; move as ACTION says, or false if it is none of
 * list_actions. */
void docket_choose(struct docket *d, size_t row);
bool docket_move(struct docket *d, const char *action);

/* Choose the finding there or, if NEAR, else the next one in the file. */
void docket_show(struct docket *d, struct spot where, bool near);

/* --- which are listed: docket-filter.c ------------------------------------- */

/* Whether one passes; whether any is kept back. */
bool docket_passes(const struct docket *d, const struct finding *f);
bool docket_filters(const struct docket *d);

/* Show only graver ones, in turn; ask for a level, rule or stage; show all. */
void docket_next_level(struct docket *d);
void docket_ask_filter(struct docket *d);
void docket_clear_filter(struct docket *d);

/* "Findings · 2 errors, 2 warnings, 2 hints"; the caller frees. */
char *docket_title(const struct docket *d);

/* --- drawing -------------------------------------------------------------- */

/* Everything into R: rows over the detail, or either alone. */
void docket_draw(struct docket *d, struct canvas *c, struct rect r);

/* What there is to be said of a finding, the most important first, into R:
 * docket-detail.c. */
void docket_draw_detail(struct docket *d, struct canvas *c, struct rect r,
			const struct finding *f);

#endif
