/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a terminal reports of the mouse: a number for button, motion and
 * modifiers, a column and a row, all as xterm counts them.
 */
#ifndef SENSEBOARD_TUI_POINTER_H
#define SENSEBOARD_TUI_POINTER_H

#include <stdbool.h>

#include "tui/event.h"

/* What is kept between two reports. */
struct pointer {
	struct mouse_event pressed; /* the last press */
	int64_t pressed_at; /* when, in ms */
};

struct pointer_report {
	int code, column, row; /* the cell counted from 1 */
	bool release; /* the final byte of SGR says so */
	bool old; /* of before SGR: a release names no button */
};

/* Make an event of a report at the time NOW, in ms. False if it says nothing
 * we know. */
bool pointer_read(struct pointer *p, int64_t now,
		  const struct pointer_report *report,
		  struct mouse_event *mouse);

#endif
