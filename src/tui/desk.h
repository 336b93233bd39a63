/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A desk: one open storyboard and all that is about it alone, so that each of
 * several has its own views, search and watch over its file.
 */
#ifndef SENSEBOARD_TUI_DESK_H
#define SENSEBOARD_TUI_DESK_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

struct board;
struct disk;
struct search;

/* The finding that was come to last, and the field the cursor had then. */
struct stop {
	bool set;
	unsigned place, n;
	int field;
};

struct desk {
	struct board *board; /* NULL: the welcome screen */
	GPtrArray *views; /* of struct view; the last is on top */
	GPtrArray *parked; /* views with a tab that are not seen now */
	struct disk *disk; /* the file of the board; NULL: it has none */
	struct search *search; /* the last one, or NULL */
	struct stop stop;
	GHashTable *marks; /* numbers of the places that are marked */
	unsigned marked_last; /* the one of them that was marked last */
	bool exposed; /* there is no place for a journal, which was said */
	bool drafted; /* the journal has what is being typed */
	int64_t draft_due; /* when it is to have more of it, in ms; or 0 */
};

/* An empty desk: no board, and no view yet. */
struct desk *desk_new(void);
void desk_free(void *desk);

/* What its storyboard is called: its title, or else its file's name; the
 * caller frees. */
char *desk_name(const struct desk *d);

/* Move all its views to GONE. */
void desk_clear(struct desk *d, GPtrArray *gone);

#endif
