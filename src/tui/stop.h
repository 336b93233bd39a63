/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The way through the findings, the same in every view that has a cursor in
 * the journey: from one to the next, and which of them is told where the
 * cursor is.
 */
#ifndef SENSEBOARD_TUI_STOP_H
#define SENSEBOARD_TUI_STOP_H

#include "board/board.h"
#include "tui/app.h"

/* The finding to be told of P while the cursor is on FIELD of it (-1: on
 * none): the one come to last, else that of the field, else the gravest; NULL
 * if there is none. It is number *N of *COUNT. */
const struct finding *stop_finding(const struct app *app, const struct place *p,
				   int field, unsigned *n, unsigned *count);

/* Where a finding is: its place, and the field or pair at fault. */
struct spot stop_spot(const struct finding *f);

/* Go to the next finding (1) or the one before (-1), and say it. */
void stop_step(struct app *app, int by);

#endif
