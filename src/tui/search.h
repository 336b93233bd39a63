/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Searching all texts of a storyboard.
 *
 * A search is a text and the places where it stands, in the order of the
 * file.  While it is typed, all texts are kept folded side by side, so that
 * each letter costs one pass over bytes.
 */
#ifndef SENSEBOARD_TUI_SEARCH_H
#define SENSEBOARD_TUI_SEARCH_H

#include <glib.h>
#include <stdbool.h>

#include "tui/app.h"
#include "tui/view.h"

struct search {
	char *text;
	GArray *matches; /* of struct spot */
	size_t at; /* the match the cursor is at, if there are any */
	bool stale; /* something was edited since */
	bool lit; /* what was found is marked, until another key */
	struct corpus *corpus; /* while typing, else NULL */
};

/* TEXT as it is compared: without case, composed one way; the caller frees. */
char *search_fold(const char *text);

/* Begin anew with nothing typed. */
struct search *search_new(void);
void search_free(struct search *s);

/* Search for TEXT and stand at the first match at FROM or after it. */
void search_set(struct search *s, struct app *app, const char *text,
		struct spot from);

/* Typing is over: forget the folded texts. */
void search_settle(struct search *s);

/* Go to the match so many further or back, around the end, and say which it
 * is of how many. */
void search_step(struct app *app, int by);

/* Ask what to search: the run function of an action. */
void search_open(struct app *app, struct view *v);

#endif
