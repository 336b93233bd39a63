/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text being typed: a value that is edited by named actions.
 *
 * It is always valid UTF-8 of at most LIMIT bytes and its cursor always
 * stands between two clusters, whatever is typed or pasted.  An input knows
 * no keys: characters go to input_type(), and the key table turns other keys
 * into action names for input_do().  Cancelling, committing and completing
 * are the business of whoever shows it.
 *
 *	action = keymap_action(map, contexts, key);
 *	if (action ? input_do(in, action) : input_type(in, key))
 *		return;
 *	...the action is not the input's
 */
#ifndef SENSEBOARD_TUI_INPUT_H
#define SENSEBOARD_TUI_INPUT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tui/canvas.h"

#define INPUT_LIMIT (1024 * 1024) /* bytes: the longest scalar of a file */

struct input {
	GString *text; /* for reading; the functions below change it */
	size_t cursor; /* bytes from the start */
	size_t limit; /* bytes */
	bool lines; /* may have more than one line */
	char **cut; /* what was cut last: lives longer than the input */

	/* How it was drawn last, for moving by what is seen. */
	enum glyphs glyphs;
	int width; /* that lines are broken to */
	struct rect area;
	int lead; /* columns of one line before its first byte shown */
	size_t top; /* first byte (one line) or first line shown */
	GArray *layout; /* of struct wrap_line; NULL after a change */
	int goal; /* the column up and down aim for, or -1 */
};

/* Something an input can do, by its name in the key table. */
struct input_action {
	const char *name;
	const char *help; /* one sentence, to be translated */
	void (*run)(struct input *in);
	bool lines; /* only where there may be lines */
};

/* Begin with TEXT and the cursor at its end. *CUT (NULL or a string of the
 * caller, who frees it in the end) is what "put-back" puts back. */
void input_init(struct input *in, const char *text, bool lines, char **cut);
void input_release(struct input *in);

/* Insert the character KEY types. False, and nothing done, if KEY is none;
 * a character that would exceed the limit is swallowed. */
bool input_type(struct input *in, uint32_t key);

/* Insert a pasted text of any bytes: bad ones become U+FFFD, control
 * characters go, and where there is one line only, line ends become blanks.
 * False, and nothing done, if it would exceed the limit. */
bool input_insert(struct input *in, const char *text, size_t len);

/* Replace everything by TEXT, as a completion does. */
bool input_set(struct input *in, const char *text);

/* Do what ACTION says. False if it is no action of this input. */
bool input_do(struct input *in, const char *action);

/* Keep the whole text for "put-back": what giving up does first. */
void input_keep(struct input *in);

/* All actions: *COUNT of them. */
const struct input_action *input_actions(size_t *count);

/* The lines (struct wrap_line) it has in the width it was drawn in last, and
 * the one of them the cursor is in. */
const GArray *input_lines(struct input *in);
size_t input_line(struct input *in);

/* Draw the part around the cursor into R of C and put the hardware cursor
 * there. What was scrolled before stays where it was if it can. */
void input_draw(struct input *in, struct canvas *c, struct rect r);

/* Put the cursor on what is drawn at Y,X, as a click does. False if that is
 * outside. */
bool input_click(struct input *in, int y, int x);

/* The rows all of it takes in COLS columns, at least 1. */
int input_height(struct input *in, enum glyphs glyphs, int cols);

#endif
