/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looks at a terminal without taking it over: for reports about it.
 */
#ifndef SENSEBOARD_TUI_EXAMINE_H
#define SENSEBOARD_TUI_EXAMINE_H

#include <stdbool.h>

#include "tui/ability.h"

struct examined {
	const char *name; /* $TERM, "" if it is not set */
	bool present; /* stdin and stdout are it */
	bool able; /* it is known, and can move its cursor */
	int rows, cols; /* 0: not known */
	struct ability colours, glyphs;
};

/* Look at the environment and terminfo, and ask the terminal, if there is one,
 * what it draws: that takes no time where it answers, and a moment where it
 * does not. */
void examine(struct examined *e);

#endif
