/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What colour means: drawing code names a role, never a colour.
 *
 * A theme is a text, a line a role, with how it looks on a terminal of 256
 * colours and more, of eight, and of none.  Every role that carries meaning is
 * also carried by a sign, so nothing is said by colour alone.
 */
#ifndef SENSEBOARD_TUI_THEME_H
#define SENSEBOARD_TUI_THEME_H

#include <glib.h>
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

/* What each is called in a theme. */
extern const char *const role_names[ROLE_COUNT];

/* A colour is the terminal's own (-1), one of the 256, which are the same
 * everywhere from 16 on, or COLOUR_RGB and red, green and blue. */
#define COLOUR_OWN (-1)
#define COLOUR_RGB 0x1000000

/* How a role looks. */
struct style {
	int32_t fg, bg;
	bool bold, dim, reverse, underline;
};

enum depth { DEPTH_NONE, DEPTH_EIGHT, DEPTH_MANY, DEPTHS };

struct theme {
	struct style looks[DEPTHS][ROLE_COUNT];
};

/* Read TEXT into THEME, which keeps what it does not name.  What is wrong in
 * it is added to PROBLEMS as "NAME:LINE:COLUMN: WHY", and is left out. */
void theme_read(struct theme *theme, const char *text, const char *name,
		GPtrArray *problems);

#define THEME_TRUE_COLOUR COLOUR_RGB

/* The style of ROLE on a terminal with COLORS colours: 0, or NO_COLOR is set;
 * 8..255: eight; 256 and more; THEME_TRUE_COLOUR and more: any, else a colour
 * by red, green and blue is the nearest of the 256. */
struct style theme_style(const struct theme *theme, enum role role, int colors);

/* Red, green and blue (8 bits each) of a colour that is not the terminal's
 * own choice: COLOUR_RGB, or of the 256 one from 16 on. */
uint32_t theme_rgb(int32_t colour);

#endif
