/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Asks a terminal what it draws: a character is written, and where the cursor
 * is then says how wide the terminal takes it to be.
 *
 *	| (U+2502)	1 column, or else box lines are not to be trusted
 *	a smiling face	2 columns, or else emoji are not
 *
 * The question is bytes, the answers are events; nobody waits for them.
 */
#ifndef SENSEBOARD_TUI_PROBE_H
#define SENSEBOARD_TUI_PROBE_H

#include <glib.h>
#include <stdbool.h>

#include "tui/glyph.h"

#define PROBE_SIGNS 2
#define PROBE_LAST_MS 50 /* how long to wait for answers in the end */

struct probe {
	unsigned asked, answered;
	int64_t asked_at; /* in µs */
	int column[PROBE_SIGNS]; /* of the cursor behind each sign, from 1 */
};

/* Where the signs are written: in the second row of a screen that is drawn
 * over next, because the answer for the first row looks like a key; or in the
 * row the cursor is in, which is blank. */
#define PROBE_ON_SCREEN "\033[2;1H"
#define PROBE_IN_ROW "\r"

/* Append the question to OUT. */
void probe_ask(struct probe *probe, GString *out, const char *place);

/* Take an answer. Whether all have come; whether some may still come: that is
 * so for a moment after they were asked for. */
void probe_answer(struct probe *probe, int column);
bool probe_done(const struct probe *probe);
bool probe_waits(const struct probe *probe);

/* What the answers come to. */
enum glyphs probe_glyphs(const struct probe *probe);

#endif
