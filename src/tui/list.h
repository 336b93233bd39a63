/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list to choose one thing from, filtered by what is typed.
 *
 * It owns the items, which of them match and in what order, the cursor and
 * what part is seen.  The text being typed is a field of its own, beside it.
 * Rows are counted from 0; if a new thing may be named, the last row offers
 * the typed text as soon as no label is exactly that.
 */
#ifndef SENSEBOARD_TUI_LIST_H
#define SENSEBOARD_TUI_LIST_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "tui/canvas.h"
#include "tui/view.h"

/* LABEL is shown and matched first; KEY stands in a column of its own, DETAIL
 * dim beside them (both may be NULL); VALUE is the caller's. HEADING (or NULL)
 * is told above the first of the items in a row that have it, while nothing is
 * typed. OFF: it is dim, for it cannot be taken now. */
struct list_row {
	const char *label, *key, *detail, *value, *heading;
	bool off;
};

/* A row that was added; the list owns all texts. */
struct list_item {
	char *label, *key, *detail, *value, *heading;
	bool off;
	char *folded_label, *folded_key, *folded_detail; /* to compare */
	guint index; /* among the items */
	int match; /* with what is typed: the least is the best */
};

struct list {
	GPtrArray *items; /* of struct list_item, as they were added */
	GPtrArray *shown; /* those that match, the best first */
	char *typed; /* without blanks around it */
	bool may_add; /* a text that is no label may be chosen too */
	/* or, if not NULL: such a text alone, and nothing else then */
	bool (*takes)(const char *typed, const void *data);
	const void *data;
	bool offers; /* and the last row does offer the one typed */
	bool keys_first; /* before the labels */
	size_t cursor, top; /* rows */
	int rows; /* drawn last */
	int label_columns, key_columns; /* of the widest, or -1 */
};

void list_init(struct list *l, bool may_add);
void list_release(struct list *l);

/* Add an item, whose texts are copied, or one of these texts alone; the list
 * shows all items afterwards. */
void list_add_row(struct list *l, const struct list_row *row);
void list_add(struct list *l, const char *label, const char *detail,
	      const char *value);

/* Show what matches TYPED, whatever its case and accents: the label that is
 * just that, those that begin with it, that have a word that does, that hold
 * it, those with words that its letters begin, keys and details with a word that
 * begins so, and labels with its letters in their order. Upper case puts those first that
 * have it. The cursor goes to the best; with nothing typed it stays on its
 * item. */
void list_filter(struct list *l, const char *typed);

/* Put the cursor on the item of this value, if it is shown. */
void list_select(struct list *l, const char *value);

/* The rows there are, with the one that offers a new text. */
size_t list_count(const struct list *l);

/* The item the cursor is on, or NULL. */
const struct list_item *list_chosen(const struct list *l);

/* The new text if the cursor is on its row, else NULL. */
const char *list_new_text(const struct list *l);

/* Where ACTION - up, down, page-up, page-down, first or last - leads from *ROW
 * of COUNT rows, a page being PAGE of them. False if it is none of these. */
bool list_step(const char *action, size_t count, size_t page, size_t *row);

/* The rows of these actions, NULL-name-ended: a view whose act() hands them to
 * list_step() needs none of its own. */
extern const struct action list_actions[];

/* Move the cursor so. */
bool list_do(struct list *l, const char *action);

/* Put the cursor on what is drawn Y rows below the top, as a click does.
 * False if nothing is. */
bool list_click(struct list *l, int y);

/* Draw the part around the cursor into R of C; the hardware cursor goes to
 * the item. */
void list_draw(struct list *l, struct canvas *c, struct rect r);

/* The first row to show so that CURSOR is among ROWS of COUNT: TOP as it was
 * if it can stay, else with the cursor in the middle. */
size_t list_scroll(size_t top, size_t cursor, size_t count, size_t rows);

#endif
