/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tells a terminal to put a text into the clipboard of the computer it is
 * shown on, over however many connections: OSC 52.
 */
#ifndef SENSEBOARD_TUI_CLIPBOARD_H
#define SENSEBOARD_TUI_CLIPBOARD_H

#include <glib.h>

/* What is known of the terminal: $TERM, $TMUX and $STY; each may be NULL. */
struct clipboard {
	const char *term, *tmux, *sty;
};

/* Why TERM has no clipboard that can be reached: one sentence, untranslated;
 * NULL if it may have one. */
const char *clipboard_why_not(const char *term);

/* The longest text, in bytes: more is too much for many terminals. */
#define CLIPBOARD_MOST 74994

/* The bytes that put TEXT there, for the caller to free: none if there is no
 * clipboard, or the text is too long. */
GString *clipboard_bytes(const struct clipboard *c, const char *text);

#endif
