/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What colour means: drawing code names a role, never a colour.
 *
 * A theme is one table from roles to a style for each depth of colour the
 * terminal may have; mono is always possible.  Every role that carries
 * meaning is also carried by a sign, so nothing is said by colour alone.
 */
#ifndef SENSEBOARD_TUI_THEME_H
#define SENSEBOARD_TUI_THEME_H

#include <stdbool.h>
#include <stdint.h>

enum role {
	ROLE_CONTENT,
	ROLE_DIM, /* secondary text, grid, hints */
	ROLE_SELECTED, /* the selection in the focused pane */
	ROLE_MARKED, /* the selection of a pane without the focus */
	ROLE_TITLE, /* the title of the focused pane */
	ROLE_STRONG, /* names that want weight, keys in hints */
	ROLE_ERROR,
	ROLE_WARNING,
	ROLE_GOOD, /* aligned, on target: calm */
	ROLE_ABSENT, /* not designed yet */
	ROLE_UNSAVED,
	ROLE_SMILE,
	ROLE_FROWN,
	ROLE_FIELD, /* a text being typed */
	ROLE_COUNT
};

/* How a role looks: colours are indices of the 256-colour table, -1 is the
 * terminal's default; at 8 colours the indices are below 8. */
struct style {
	int16_t fg, bg;
	bool bold, dim, reverse, underline;
};

/* The style of ROLE on a terminal with COLORS colours (0: mono, or NO_COLOR
 * is set; 8..255: eight; 256 and more). */
struct style theme_style(enum role role, int colors);

#endif
