/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text of many lines to be read: where each begins, and which are seen.
 * Who draws it is another's business.
 */
#ifndef SENSEBOARD_TUI_PAGER_H
#define SENSEBOARD_TUI_PAGER_H

#include <glib.h>
#include <stdbool.h>

#include "tui/event.h"

struct pager {
	char *text;
	size_t len;
	GArray *lines; /* of size_t: where each begins */
	size_t cursor, top; /* lines, from 0 */
	int rows; /* seen last */
	int y; /* where the first of them was drawn */
};

/* Read TEXT, LEN bytes of it, which is taken. */
void pager_init(struct pager *p, char *take_text, size_t len);
void pager_release(struct pager *p);

/* Move the cursor by so many lines, or as ACTION says: up, down, page-up,
 * page-down, first, last; false if it says something else. */
void pager_move(struct pager *p, long by);
bool pager_act(struct pager *p, const char *action);
bool pager_mouse(struct pager *p, const struct mouse_event *event);

/* ROWS lines can be seen, drawn from row Y on: bring the cursor into sight. */
void pager_scroll(struct pager *p, int y, int rows);

/* The text of a line without its end, as far as it is looked at; the caller
 * frees. */
char *pager_line(const struct pager *p, size_t line);

#endif
