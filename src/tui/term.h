/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal: shows a canvas, reads events, and is left as it was found,
 * whatever happens.  Everything that is known about terminals is behind this
 * header.  One per process, because signals are.
 */
#ifndef SENSEBOARD_TUI_TERM_H
#define SENSEBOARD_TUI_TERM_H

#include <glib.h>
#include <stdbool.h>

#include "tui/canvas.h"
#include "tui/event.h"

#define TERM_AUTO (-1)

#define TERM_ERROR term_error_quark()
GQuark term_error_quark(void);

enum term_error {
	TERM_ERROR_NO_TERMINAL, /* stdin or stdout is none */
	TERM_ERROR_UNABLE /* it is unknown, or cannot move its cursor */
};

struct term_options {
	bool no_mouse;
	int glyphs; /* an enum glyphs, or TERM_AUTO: by locale and TERM */
	int colors; /* at most so many, or TERM_AUTO: NO_COLOR is obeyed */
	const struct theme *theme;
};

struct term;

/* How many colours terminfo says the terminal has, and whether they are
 * numbered by red, green and blue; false if it is unknown, or cannot move its
 * cursor. */
bool term_know(int *colours, bool *direct);

/* Take over the terminal on stdin and stdout, or say why not before its first
 * byte is written.  Call setlocale() first. */
struct term *term_open(const struct term_options *options, GError **error);

/* Give it back as it was; after that signals mean what they meant before. */
void term_close(struct term *term);

void term_size(const struct term *term, int *rows, int *cols);
enum glyphs term_glyphs(const struct term *term);

/* Look like this from the next frame on. */
void term_use_theme(struct term *term, const struct theme *theme);

/* Take mouse events, or leave the mouse to the terminal. */
void term_use_mouse(struct term *term, bool use);

/* Show the canvas: one write of what differs from the last frame, none if
 * nothing does.  What is outside the terminal is not shown. */
void term_show(struct term *term, const struct canvas *canvas);

/* Let the next frame be drawn from nothing. */
void term_redraw(struct term *term);

/* Put TEXT into the terminal's clipboard; nothing is done where it is known to
 * have none, or TEXT is longer than CLIPBOARD_MOST. */
void term_copy(struct term *term, const char *text);

/* The next event, or false when TIMEOUT_MS (-1: for ever) have passed.  When
 * the terminal is gone, the event is SIGHUP. */
bool term_read(struct term *term, struct term_event *event, int timeout_ms);

/* Wait for the descriptor FD (-1: none) too. Whoever is told by EVENT_HEARD
 * that it can be read, reads it. */
void term_listen(struct term *term, int fd);

/* Whether more input waits, so that drawing may wait for it. */
bool term_pending(struct term *term);

/* Give the terminal back, stop the job until it is told to go on, and take
 * the terminal again; then draw anew, at a size that may be another. */
void term_suspend(struct term *term);

/* The same with a program (ARGV, NULL-ended, found in PATH) instead of
 * stopping; false if it cannot be run or ends badly. */
bool term_run_outside(struct term *term, const char *const *argv,
		      GError **error);

#endif
