/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A journey as one list of lines, read from top to bottom: each place is a
 * heading, each of its fields that says something a line below it.
 *
 * The list is never made: a line knows the next one and the one before, so a
 * long journey costs as much as what is seen of it.
 */
#ifndef SENSEBOARD_TUI_OUTLINE_H
#define SENSEBOARD_TUI_OUTLINE_H

#include "tui/amend.h"

/* A line: a place, and its field or pair; FIELD -1 without a pair is the
 * heading. Good until the journey changes. */
struct outline_line {
	struct place *place;
	struct amend_item item;
};

/* The heading of a place. */
struct outline_line outline_heading(struct place *p);
bool outline_is_heading(const struct outline_line *line);

/* The line of a place's field or pair, else its heading. */
struct outline_line outline_find(const struct app *app, struct spot spot);

/* Go to the line after (1) or before (-1); to the heading after or before.
 * False at the end. */
bool outline_step(const struct app *app, struct outline_line *line, int by);
bool outline_step_heading(const struct app *app, struct outline_line *line,
			  int by);

/* The last line of all. */
struct outline_line outline_last(const struct app *app);

/* What a line says, with what is found wrong there, and how far it is
 * indented; the caller frees. */
char *outline_text(const struct app *app, const struct outline_line *line);
int outline_indent(const struct outline_line *line);

#endif
