/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The interface as a whole: one open board, a stack of views, and one road
 * for whatever happens: event, binding, action, frame.
 *
 * A view that is taken away lives on until the event that did it has been
 * answered, so an action may close its own view and go on.
 */
#ifndef SENSEBOARD_TUI_APP_H
#define SENSEBOARD_TUI_APP_H

#include <glib.h>

#include "tui/desk.h"
#include "tui/drag.h"
#include "tui/keys.h"
#include "tui/view.h"

struct alias;
struct board;
struct config;
struct preferences;
struct term;

/* What was copied last, to be pasted into any storyboard. */
struct copied {
	char *text; /* NULL: nothing yet */
	bool field; /* it is the text of a field, not things as YAML */
};

struct app {
	struct desk *desk; /* the storyboard that is seen */
	struct desk *other; /* the one seen before, or NULL */
	GPtrArray *desks; /* of struct desk, as they were opened */
	struct term *term; /* NULL while keys are replayed */
	struct canvas *canvas;
	struct preferences *preferences;
	const struct keymap *keys; /* of these */
	GPtrArray *gone; /* views to be freed when all is answered */
	GArray *hits; /* of struct hit: what a click runs */
	char *message; /* the status row: what happened last */
	enum role message_role;
	char *cut; /* what fields cut last */
	GPtrArray *recent; /* of char *: commands used from their list, the
			      last one first */
	const struct alias *aliases; /* other names in that list, ended by one
					without a name; or NULL */
	struct copied copied;
	const char *data; /* the folder of examples and templates */
	const struct config *config; /* the user's, or NULL */
	const char *today; /* NULL: what the clock says */
	bool mouse;
	uint32_t begun; /* the first key of a pair, while the other one is
			   waited for */
	struct preferences *plain; /* to be freed, where none were given */
	struct drag drag; /* what the mouse has taken */
	bool protect; /* keep a journal, ask about those there are */
	bool quit;
};

/* Cells of the screen that are as good as a key. */
struct hit {
	int y, x, width;
	const char *action;
};

struct app_options {
	/* the user's, which outlive the app, or NULL */
	const struct config *config;
	struct preferences *preferences;
	bool protect; /* lock what is edited, and keep a crash journal */
	bool no_mouse;
	int glyphs; /* enum glyphs, or -1: as the terminal allows */
	int colors; /* -1: as the terminal has them */
	int rows, cols; /* for a replay; 0: 24 x 80 */
	const char *const *beside; /* paths of storyboards to be opened beside
				      the first, NULL-ended; or NULL */
	const char *data; /* folder of examples and templates; NULL: as
			     installed */
	const char *today; /* the date, for tests; NULL: what the clock says */
	int idle_fd; /* above 0: told with a byte when all is drawn and
			nothing waits, for tests */
};

/* An interface on BOARD (taken; NULL: the welcome screen) without a terminal;
 * NULL if the key table is wrong. */
struct app *app_new(struct board *take_board, const struct app_options *options,
		    GError **error);
void app_free(struct app *app);

/* Put a view on top (the app frees it), take one away, wherever it is. */
void app_push(struct app *app, struct view *v);
void app_pop(struct app *app, struct view *v);

/* The view that has the keys, and the whole one that is seen. */
struct view *app_top(const struct app *app);
struct view *app_base(const struct app *app);

/* Show the view of that kind, which has a tab, in place of the one that is
 * seen; the cursor stays where it was in the journey. */
void app_show(struct app *app, const struct view_kind *kind);

/* Show another board (taken; NULL: the welcome screen) in place of this. */
void app_open(struct app *app, struct board *take_board);

/* The journey that is open, or NULL; and the place of it with that number, or
 * NULL if it is gone. */
struct journey *app_journey(const struct app *app);
struct place *app_place(const struct app *app, unsigned number);

/* What the storyboard is called: its title, or else its file's name; the
 * caller frees. */
char *app_name(const struct app *app);

/* The date where the user is, as in "2026-11-22"; the caller frees. */
char *app_today(const struct app *app);

/* Say what happened, in plain words, until the next key. ROLE_ERROR,
 * ROLE_WARNING and ROLE_GOOD bring their sign. */
void app_say(struct app *app, enum role role, const char *format, ...)
	G_GNUC_PRINTF(3, 4);

/* Say an error, which is taken. */
void app_say_error(struct app *app, GError *take_error);

/* What every edit ends in: follow the change (board_take()), tell the views,
 * say what was done if SAY; or say the error, which is taken. True unless it
 * failed. */
bool app_take(struct app *app, const struct change *change, GError *take_error,
	      bool say);

/* Tell every view of a change. */
void app_changed(struct app *app, const struct change *change);

/* Bring the cursor of the whole view to a place, or (FIELD not -1) to one of
 * its fields; and where it is. */
void app_go(struct app *app, struct spot spot);
struct spot app_spot(struct app *app);

/* Answer one event; do what an action says, as its key would. False from
 * app_do() if nothing here is called so. */
void app_event(struct app *app, const struct term_event *event);
bool app_do(struct app *app, const char *action);

/* Free the views that are gone: the end of answering an event. */
void app_settle(struct app *app);

/* Draw all views into the canvas. */
void app_draw(struct app *app);

/* Whether a view has no room, and a notice stands in its place; and the key
 * contexts where it has the focus: of one that is not seen, only what the
 * notice names. */
bool app_hidden(const struct app *app, const struct view *v);
const char *const *app_contexts(struct app *app, struct view *v);

/* Whether the screen is too small for a whole view. */
#define APP_LEAST_ROWS 10
#define APP_LEAST_COLS 40
bool app_small(const struct app *app);

/* Run the interface on BOARD (taken; NULL: the welcome screen) in the terminal
 * until the user quits; false if it cannot be run there (loop.c). */
bool app_run(struct board *take_board, const struct app_options *options,
	     GError **error);

/* Replay KEYS (replay.c) on a screen in memory and return it as text; NULL
 * with an error for a key that there is none of. */
char *app_replay(struct board *take_board, const char *keys,
		 const struct app_options *options, GError **error);

#endif
