/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside the Map: what its files share, and nobody else may look at.
 *
 *	+ Stages --+ Touchpoints -------+ Owners ------+
 *	|          |                    |              |   lists, each with
 *	|          |                    |              |   one chosen row
 *	+----------+--------------------+--------------+
 *	| the fields of what is chosen in one of them  |   the inspector
 *	+----------------------------------------------+
 *
 * The map keeps no pointer to a place between two events, only its number,
 * which is its own for ever: a place may be gone when the next event comes.
 */
#ifndef SENSEBOARD_TUI_MAP_H
#define SENSEBOARD_TUI_MAP_H

#include <glib.h>
#include <limits.h>

#include "board/board.h"
#include "tui/app.h"
#include "tui/amend.h"
#include "tui/show.h"

/* The panes, in the order in which Tab visits them. */
enum map_pane {
	MAP_STAGES,
	MAP_TOUCHPOINTS,
	MAP_OWNERS,
	MAP_INSPECTOR,
	MAP_PANES
};
#define MAP_LISTS MAP_INSPECTOR

/* Rows of the owners that are no place: what nobody owns, and several; and
 * where there are no owners or customers, the place to add the first. */
#define MAP_NO_OWNER (UINT_MAX - 3)
#define MAP_NO_CUSTOMER (UINT_MAX - 2)
#define MAP_NOBODY (UINT_MAX - 1)
#define MAP_MANY UINT_MAX

struct map_list {
	unsigned chosen; /* number of the place, or one of the above */
	unsigned row; /* where it stood last, for when it is gone */
	size_t top; /* the first row shown */
	struct rect area; /* where its rows were drawn; no rows: nowhere */
	int step; /* lines on the screen that a row takes */
};

/* The inspector. Its lines are counted from the first field. */
struct map_form {
	enum place_kind kind; /* of the place it was entered for last */
	unsigned item; /* the one the cursor is on */
	int top; /* the first line shown */
	struct rect area; /* where its items were drawn */
	int lines; /* that item takes, as drawn last */
	unsigned rule; /* the item with a rule above it; 0: none */
};

/* The touchpoints of the chosen owner, as far as they were looked for. */
struct map_owned {
	unsigned owner; /* the chosen row they are of */
	unsigned load, total; /* what was counted then */
	unsigned room; /* how many were wanted */
	GArray *touchpoints; /* of unsigned: their numbers */
};

struct map {
	struct view view;
	struct app *app;
	enum map_pane focus;
	enum map_pane subject; /* the list whose choice the inspector shows */
	struct map_list lists[MAP_LISTS];
	struct map_form form;
	struct map_owned owned;
	unsigned most_load; /* of the owners in sight: what a full bar is */
	bool single; /* one pane at a time, as drawn last */
	bool moving; /* arrows move the chosen thing */
};

static inline struct map *map_of(struct view *v)
{
	return (struct map *)v;
}

static inline struct journey *map_journey(const struct map *m)
{
	return app_journey(m->app);
}

/* --- what is chosen: map-choice.c ---------------------------------------- */

/* Bring the choices in step with a journey that may have changed: what is
 * gone is replaced by its neighbour. */
void map_settle(struct map *m);

/* How many rows a list has, and the place in one of them: NULL for those
 * that are none. */
unsigned map_rows(const struct map *m, enum map_pane pane);
struct place *map_place_at(const struct map *m, enum map_pane pane,
			   unsigned row);

/* What stands in a row: the number of a place or, in the owners, one of the
 * above. */
unsigned map_number_at(const struct map *m, enum map_pane pane, unsigned row);

/* The chosen stage, or NULL while that is the journey itself. */
struct place *map_stage(const struct map *m);

/* The place chosen in a list, and the one the inspector shows; NULL if there
 * is none. */
struct place *map_chosen(const struct map *m, enum map_pane pane);
struct place *map_subject(const struct map *m);

/* Choose a row, or (map_show) a place wherever it is, with the focus on its
 * list, or on a field of it in the inspector. */
void map_choose(struct map *m, enum map_pane pane, unsigned row);
void map_show(struct map *m, const struct place *p, int field);

/* Give a pane the focus; false if there is nothing to do in it. */
bool map_focus(struct map *m, enum map_pane pane);

/* Move the cursor of the focused pane as ACTION says; false if it is none
 * of list_actions. */
bool map_move(struct map *m, const char *action);

/* --- the inspector's rows: map-form.c ------------------------------------ */

/* The rows for a place, of struct amend_item; unref it. */
GArray *map_items(const struct map *m, const struct place *p);

/* The row the cursor is on; false if there is none. Its field, or -1. */
bool map_item_here(const struct map *m, struct amend_item *item);
int map_field(const struct map *m);

/* The field that has the focus; -1 while a list has it. */
int map_field_here(const struct map *m);

/* Put the cursor on a field of P, or on a pair that is none. False if the
 * inspector has no row for the field, as for a list of places. */
bool map_form_show(struct map *m, const struct place *p, int field);
void map_form_show_pair(struct map *m, const struct place *p, uint32_t pair);

/* The line on which an item begins, as it was drawn last, and the item at a
 * line. */
int map_form_line(const struct map_form *f, unsigned item);
unsigned map_form_hit(const struct map_form *f, int line);

/* --- drawing ------------------------------------------------------------- */

/* Draw a row of a list into R (as high as the list's step); ROLE is that of
 * its name. */
typedef void map_draw_row(struct map *m, struct canvas *c, struct rect r,
			  unsigned row, enum role role);

/* Draw the rows of a list that fit into R, its choice marked; returns how
 * many lines they take. */
int map_draw_rows(struct map *m, struct canvas *c, enum map_pane pane,
		  struct rect r, int step, map_draw_row *draw);

/* Draw the mark, the number and the name that a row begins with into R. */
void map_draw_name(const struct map *m, struct canvas *c, struct rect r,
		   unsigned number, unsigned count, const struct place *p,
		   enum role role);

/* Draw what the whole journey adds up to, if R has room for it. */
void map_draw_tally(const struct map *m, struct canvas *c, struct rect r);

/* How many touchpoints stand in a row of the owners (see map_number_at), and
 * the list of them. */
unsigned map_load(const struct map *m, unsigned number);
void map_draw_owned(struct map *m, struct canvas *c, struct rect r);

/* The first touchpoint of the chosen row of the owners, or NULL. */
struct place *map_first_owned(struct map *m);

/* The panes: each draws its inside into R. */
void map_draw_stages(struct map *m, struct canvas *c, struct rect r);
void map_draw_touchpoints(struct map *m, struct canvas *c, struct rect r);
void map_draw_owners(struct map *m, struct canvas *c, struct rect r);
void map_draw_inspector(struct map *m, struct canvas *c, struct rect r);

/* What stands over the fields: place, equation, finding or what comes next;
 * returns the lines used. */
int map_draw_head(struct map *m, struct canvas *c, struct rect r);

/* "What + Who = How ✓" at the right end of a line, or on a small screen only
 * whether it holds; returns the column where it begins. */
int map_draw_equation(const struct map *m, struct canvas *c, struct rect r,
		      const struct place *tp);

/* The title of a pane; the caller frees. */
char *map_pane_title(const struct map *m, const struct canvas *c,
		     enum map_pane pane);

/* Everything into R: all panes, or one at a time. */
void map_draw(struct map *m, struct canvas *c, struct rect r);

/* What a newcomer is told where there is nothing yet: how to add the first
 * thing of a pane, and what to fill in next at a touchpoint or the journey.
 * Returns the lines used, 0 if there is nothing to say. */
int map_guide_pane(const struct map *m, struct canvas *c, struct rect r,
		   enum map_pane pane);
char *map_guide_next(const struct map *m, const struct place *p);

/* The field that this is about, or -1. */
int map_guide_field(const struct map *m, const struct place *p);

/* Answer the mouse. */
bool map_mouse(struct map *m, const struct mouse_event *event);

/* What stands in the row R of a list that has that point, or NULL. */
struct place *map_at(const struct map *m, int y, int x, struct rect *r);

/* The actions of the map, and those that mean something else while the arrows
 * move a thing, or while there is only one pane at a time; NULL-name-ended. */
extern const struct action map_actions[];
extern const struct action map_moving_actions[];
extern const struct action map_small_actions[];

/* Move the chosen touchpoint to the stage after (1) or before (-1). */
void map_move_aside(struct map *m, int by);

/* Run functions of actions: map-thing.c. */
void map_act_add_after(struct app *app, struct view *v);
void map_act_add_before(struct app *app, struct view *v);
void map_act_move_down(struct app *app, struct view *v);
void map_act_move_up(struct app *app, struct view *v);

#endif
