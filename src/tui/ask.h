/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions are views too: each lies over the view that asks, answers by
 * calling back, and goes away.  Esc ends a question unanswered.
 *
 * DATA is the asker's; FREE_DATA (may be NULL) is called once, when the
 * question is gone.
 */
#ifndef SENSEBOARD_TUI_ASK_H
#define SENSEBOARD_TUI_ASK_H

#include <glib.h>
#include <stdbool.h>

#include "tui/view.h"

/* One line or (LINES) a text of many, beginning with TEXT. All strings are
 * copied. DONE says whether the text was taken; if not, the prompt stays.
 * AGAIN: Enter asks anew with an empty field until Esc or an empty answer,
 * and each line of a pasted text is an answer. */
struct ask {
	const char *title; /* "Name of the new touchpoint" */
	const char *help; /* the row below, or NULL */
	const char *text; /* or NULL: empty */
	const char *verb; /* "save": what Enter does, for the hint row; NULL:
			     "keep", or "add" with AGAIN */
	bool lines, again;
	bool (*done)(struct app *app, const char *text, void *data);
	/* After Tab (1) or S-Tab (-1) has committed: ask for the neighbour.
	 * May be NULL. */
	void (*next)(struct app *app, int direction, void *data);
	/* Choices to complete from, NULL-ended, or NULL. */
	const char *const *complete;
	/* Or: what TYPED may be the beginning of, asked at first and after
	 * each change; for g_strfreev(). */
	char **(*suggest)(const char *typed);
	void *data;
	GDestroyNotify free_data;
};
void ask_text(struct app *app, const struct ask *ask);

/* One of several, from a list that typing filters. */
struct ask_item {
	const char *name; /* what DONE gets */
	const char *label; /* what is shown; NULL: the name */
	const char *key; /* in a column of its own, or NULL */
	const char *detail; /* dim, behind it; or NULL */
	const char *heading; /* above the first of those that have it */
	bool off; /* cannot be taken now: dim */
};
struct ask_list {
	const char *title;
	const char *help; /* the row below it, or NULL */
	const struct ask_item *items; /* ended by a row without name; copied */
	const char *current; /* chosen at first, or NULL */
	bool add; /* a text that is no item may be taken too */
	/* or, if not NULL: whether this one may, and nothing else then */
	bool (*takes)(const char *typed, const void *data);
	bool keys_first; /* the column of keys before the labels */
	bool several; /* choosing turns an item on or off: the list stays */
	/* A key context asked before "list", whose actions are names of
	 * items, as the digits of "faces" are; or NULL. */
	const char *context;
	bool (*done)(struct app *app, const char *name, void *data);
	/* Told of each item that the cursor comes to. May be NULL. */
	void (*looked)(struct app *app, const char *name, void *data);
	void *data;
	GDestroyNotify free_data;
};
void ask_choice(struct app *app, const struct ask_list *list);

/* A question with a key for each answer, in the status row: "Unsaved
 * changes." with the hints "s save  d discard  Esc stay". ANSWERS (static,
 * NULL-name-ended) are the actions of CONTEXT; each takes the question away
 * with app_pop() and finds DATA with ask_data(). */
struct ask_keys {
	const char *question;
	const char *context; /* static */
	const struct action *answers;
	void *data;
	GDestroyNotify free_data;
};
void ask_keys(struct app *app, const struct ask_keys *ask);
void *ask_data(struct view *question);

#endif
