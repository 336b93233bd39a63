/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any colour on a terminal that takes it while curses knows only 256: a
 * colour by red, green and blue borrows a number that the theme does not use,
 * and where curses has said the number, the frame says the colour itself.
 *
 *	ESC [ 38 ; 5 ; 17 m	->	ESC [ 38 ; 2 ; 255 ; 136 ; 0 m
 */
#ifndef SENSEBOARD_TUI_TINT_H
#define SENSEBOARD_TUI_TINT_H

#include <glib.h>

#include "tui/theme.h"

#define TINT_COLOURS 256

struct tint {
	int32_t colour[TINT_COLOURS]; /* what a number stands for; 0: itself */
	bool used; /* one stands for something else */
};

/* Give the colours of STYLES (N of them) that are no numbers one each. */
void tint_borrow(struct tint *tint, struct style *styles, size_t n);

/* Say in a frame what curses could not. */
void tint_frame(const struct tint *tint, GByteArray *frame);

#endif
