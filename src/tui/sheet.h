/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet that a question is drawn on, and text of many lines.
 */
#ifndef SENSEBOARD_TUI_SHEET_H
#define SENSEBOARD_TUI_SHEET_H

#include "tui/canvas.h"

/* Clear rows at the bottom of the body: a rule with TITLE and below it ROWS
 * rows, which are returned; fewer where there is no room, but one at
 * least. */
struct rect sheet_draw(struct canvas *c, const char *title, int rows);

/* The most rows a sheet has. */
int sheet_most(const struct canvas *c);

/* Draw TEXT (any bytes) broken into lines, as many as R holds; the last one
 * ends in an ellipsis if there are more; returns those used. */
int sheet_text(struct canvas *c, struct rect r, enum role role,
	       const char *text);

/* How many lines that takes in COLS columns. */
int sheet_text_rows(const struct canvas *c, const char *text, int cols);

/* Make rows of the canvas blank. */
void sheet_blank(struct canvas *c, int y, int rows);

#endif
