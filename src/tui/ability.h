/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a terminal can be trusted with, as far as the environment and terminfo
 * tell, and why: it asks no terminal and knows no curses.
 */
#ifndef SENSEBOARD_TUI_ABILITY_H
#define SENSEBOARD_TUI_ABILITY_H

#include <stdbool.h>

#include "tui/glyph.h"

/* What was found out, and from what, in a few words. */
struct ability {
	int value;
	const char *why; /* static, translated */
};

/* How many colours to use (see theme_style()) of the HAVE that terminfo knows;
 * DIRECT: they are numbered by red, green and blue. */
struct ability ability_colours(int have, bool direct);

/* Which enum glyphs to draw with. */
struct ability ability_glyphs(void);

/* How long to wait after an Esc for the rest of another key, in ms. */
int ability_esc_delay(void);

#endif
