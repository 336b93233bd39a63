/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside the Board: what its files share, and nobody else may look at.
 *
 *	 Stage  | 1 Discover |>2 Arrive      | 3 Depart |	columns
 *	 -------+------------+---------------+----------+
 *	 What   | A photo    | Warm towel    | Bread    |	lanes
 *	 See    | photo   *- | lantern   **- | bread  * |
 *	 Curve  |    .--.    |   .--.   .--- | --.      |
 *
 * The cursor is a touchpoint (or a stage that has none) and a lane; together
 * they are a cell, which is what Enter edits.
 */
#ifndef SENSEBOARD_TUI_LANES_H
#define SENSEBOARD_TUI_LANES_H

#include <glib.h>

#include "board/board.h"
#include "tui/app.h"

/* What a lane has in its cells. */
enum lane_kind {
	LANE_TEXT, /* a field's text */
	LANE_FACE, /* the faces, as designed and as walked */
	LANE_CURVE, /* these as a curve */
	LANE_FINDINGS
};

struct lane {
	const char *name; /* as in the configuration */
	const char *label; /* at the left edge */
	const char *help; /* one sentence */
	enum lane_kind kind;
	int field; /* of a touchpoint: what Enter edits */
	bool usual; /* shown until the user chooses otherwise */
	bool parts; /* a rule stands above it where there is room */
	int wish; /* rows it likes to have */
	int need; /* rows without which it is not shown; 0: one */
};

/* Every lane there is, NULL-name-ended. */
extern const struct lane lanes_all[];
#define LANES_MOST 32

/* The lane of that name, or NULL. */
const struct lane *lanes_find(const char *name);

/* A lane or a column as it was laid out last; the index is into the lanes
 * that are shown, or of a stage. */
struct lanes_row {
	const struct lane *lane;
	int y, rows;
	bool rule; /* above it */
};
struct lanes_column {
	unsigned stage;
	int x, cols;
};

enum lanes_curves { CURVES_BOTH, CURVES_DESIGNED, CURVES_WALKED, CURVES };

struct lanes {
	struct view view;
	struct app *app;
	unsigned chosen; /* number of the place the cursor is on */
	unsigned stage, index; /* where it stood, for when it is gone */
	const struct lane *order[LANES_MOST]; /* those shown, NULL-ended */
	unsigned lane; /* the one with the cursor, of these */
	unsigned top; /* the first one in sight */
	unsigned left; /* the first stage in sight */
	int width; /* of a column, as wished; 0: as it fits */
	enum lanes_curves curves;
	/* the layout */
	int head; /* the row of the stages' names */
	int label; /* columns at the left edge */
	struct lanes_row rows[LANES_MOST];
	unsigned n_rows;
	GArray *columns; /* of struct lanes_column */
	struct rect digest; /* no rows: not shown */
};
#define LANES_NOTHING UINT_MAX

static inline struct lanes *lanes_of(struct view *v)
{
	return (struct lanes *)v;
}

/* --- the cursor: lanes-cursor.c ------------------------------------------- */

/* Bring the cursor in step with a journey that may have changed. */
void lanes_settle(struct lanes *l);

/* The place it is on: a touchpoint, or a stage without any; NULL in a journey
 * without stages. And its stage, and the touchpoint or NULL. */
struct place *lanes_chosen(const struct lanes *l);
struct place *lanes_stage(const struct lanes *l);
struct place *lanes_touchpoint(const struct lanes *l);

/* The lane it is in. */
const struct lane *lanes_lane(const struct lanes *l);

/* Put it on a place (of the journey: its first one), and into the lane of a
 * field if that is shown. */
void lanes_go(struct lanes *l, const struct place *p, int field);

/* Move it by touchpoints, stages or lanes. */
void lanes_step(struct lanes *l, int by);
void lanes_step_stage(struct lanes *l, int by);
void lanes_step_lane(struct lanes *l, int by);

/* --- which lanes there are: lanes.c --------------------------------------- */

/* Show the lanes that the user prefers, or the usual ones; let the user turn lanes on and off; move the lane with
 * the cursor down (1) or up (-1). */
void lanes_begin(struct lanes *l);
void lanes_ask(struct lanes *l);
void lanes_move_lane(struct lanes *l, int by);

/* --- where they lie: lanes-layout.c --------------------------------------- */

/* Lay out columns and lanes in R so that the cursor is in sight. */
void lanes_layout(struct lanes *l, const struct canvas *c, struct rect r);

/* The column of a stage, or NULL if it is not in sight; the column and the
 * lane's row at a cell, or NULL. */
const struct lanes_column *lanes_column(const struct lanes *l, unsigned stage);
const struct lanes_column *lanes_column_at(const struct lanes *l, int x);
const struct lanes_row *lanes_row_at(const struct lanes *l, int y);

/* The touchpoint or stage at a cell of the screen, and the part R of it that is
 * its own; or NULL. */
struct place *lanes_at(const struct lanes *l, int y, int x, struct rect *r);

/* The first touchpoint shown in a cell of ROWS rows. */
unsigned lanes_first(const struct lanes *l, const struct place *stage,
		     int rows);

/* --- drawing: lanes-draw.c, lanes-curve.c --------------------------------- */

void lanes_draw(struct lanes *l, struct canvas *c);

/* The faces and the curve over all columns in sight; the canvas column of a
 * touchpoint's middle. */
void lanes_draw_curve(const struct lanes *l, struct canvas *c,
		      const struct lanes_row *row);
void lanes_draw_faces(const struct lanes *l, struct canvas *c,
		      const struct lanes_row *row);

#endif
