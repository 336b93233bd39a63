/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A view: something that draws the storyboard and answers keys.
 *
 * Views lie on a stack; the top one has the keys, the ones below are drawn
 * first, so a prompt or a list is a view over the map.  Views with a tab take
 * turns at the bottom: app_show().  A view is a function
 * of (board, cursor, size): it is drawn whole into a canvas, and nobody tells
 * it what changed.  Adding one is a file view-NAME.c and a row in words.c.
 *
 *	row 0		the title bar: app_draw_title(), by the view
 *	...		the view's own: app_body()
 *	last but one	the status row: by the app
 *	last		the hint row: by the app, from the key table
 */
#ifndef SENSEBOARD_TUI_VIEW_H
#define SENSEBOARD_TUI_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "journey/journey.h"
#include "tui/canvas.h"
#include "tui/event.h"

struct app;
struct finding;
struct view;

/* Something a key, the help screen or a palette can do in a view. */
struct action {
	const char *name; /* "add-after", as in keys.conf */
	const char *label; /* "add": in the hint row; NULL: the name */
	const char *help; /* one sentence */
	/* Why it cannot be done now, to be shown; NULL if it can. May be
	 * NULL: always possible. */
	const char *(*why_not)(struct app *app, struct view *v);
	/* NULL: the view's act() does it. */
	void (*run)(struct app *app, struct view *v);
	/* What may stand behind its name in the list of commands, "FILE", and
	 * what does it with that; or NULL. */
	const char *operand;
	void (*run_on)(struct app *app, struct view *v, const char *operand);
};

/* Where a view's cursor is: FIELD is -1 on the place itself or, if there is
 * one, on a PAIR of it that is no field. PLACE may be NULL: nowhere; ROOM is
 * then what new things go into, if it is not the journey. */
struct spot {
	struct place *place;
	int field;
	uint32_t pair;
	struct place *room;
};

struct view_kind {
	const char *name; /* "map" */
	const char *label; /* "Map": its tab in the title bar; NULL: none */
	const char *help; /* one sentence */
	/* Make one, for app_show(); NULL if it has no tab. */
	struct view *(*open)(struct app *app);
	bool whole; /* covers the whole screen */
	/* The key contexts, innermost first, NULL-ended: always the same, or
	 * those for where the focus is now. */
	const char *const *where;
	const char *const *(*contexts)(struct app *app, struct view *v);
	/* Its own actions, NULL-name-ended; asked before those of the app. */
	const struct action *actions;
	/* Draw into C and put the cursor on the focus. */
	void (*draw)(struct app *app, struct view *v, struct canvas *c);
	/* The action names for the hint row, most important first,
	 * NULL-ended; neighbours with the same label share it. Help and quit
	 * are always there. Always the same, or those of now; or neither. */
	const char *const *hinted;
	const char *const *(*hints)(struct app *app, struct view *v);
	/* What stands at the right of the status row ("touchpoint 8 of 20 ·
	 * undo 14"); freed by the app. May be NULL. */
	char *(*status)(struct app *app, struct view *v);
	/* An action without a row, or a row without run(), as those of text
	 * fields and lists are. False if it is none of the view's. May be
	 * NULL. */
	bool (*act)(struct app *app, struct view *v, const char *action);
	/* A character key that no binding takes. May be NULL. */
	bool (*type)(struct app *app, struct view *v, uint32_t key);
	bool (*mouse)(struct app *app, struct view *v,
		      const struct mouse_event *event);
	/* The thing of the journey whose row or cell, R, has that point: the
	 * mouse drags it, and drops others on it. NULL where there is none.
	 * May be NULL. */
	struct place *(*at)(struct app *app, struct view *v, int y, int x,
			    struct rect *r);
	bool (*paste)(struct app *app, struct view *v, const char *text,
		      size_t len);
	/* A change was made, undone or redone: bring the cursor to what it
	 * was about. Places may be gone. May be NULL. */
	void (*changed)(struct app *app, struct view *v,
			const struct change *change);
	/* After Tab (1) or S-Tab (-1) in a question about a field: ask for the
	 * one below or above it. May be NULL. */
	void (*next_field)(struct app *app, struct view *v, int direction);
	/* Where the cursor is, and: bring it there. May be NULL. */
	struct spot (*spot)(struct app *app, struct view *v);
	void (*go)(struct app *app, struct view *v, struct spot spot);
	/* What is to be mended or waived where the cursor is, or NULL. May be
	 * NULL: what is told of that spot. */
	const struct finding *(*found)(struct app *app, struct view *v);
	/* The text that is being typed and what it is called, while it is
	 * another than at first; else NULL. May be NULL. */
	const char *(*draft)(struct view *v, const char **where);
	void (*free)(struct view *v);
};

/* Every view begins with this. */
struct view {
	const struct view_kind *kind;
	const struct action *actions; /* before those of its kind; or NULL */
};

/* Free a view, whatever its kind; for arrays of them. */
void view_free(void *view);

/* The kinds of views there are. */
extern const struct view_kind view_board_kind;
extern const struct view_kind view_broken_kind;
extern const struct view_kind view_compare_kind;
extern const struct view_kind view_findings_kind;
extern const struct view_kind view_history_kind;
extern const struct view_kind view_list_kind;
extern const struct view_kind view_map_kind;
extern const struct view_kind view_menus_kind;
extern const struct view_kind view_outline_kind;
extern const struct view_kind view_prompt_kind;
extern const struct view_kind view_question_kind;
extern const struct view_kind view_recovery_kind;
extern const struct view_kind view_scorecard_kind;
extern const struct view_kind view_search_kind;
extern const struct view_kind view_senses_kind;
extern const struct view_kind view_walk_kind;
extern const struct view_kind view_welcome_kind;

#endif
