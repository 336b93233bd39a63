/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The hands in front of the screen: keys by what they do, text, pastes and
 * the mouse, each as the bytes xterm would send.
 *
 * A test names a command and where it is given; the key comes from the key
 * table, so another key for it breaks no test.
 */
#ifndef SENSEBOARD_TESTS_PTY_PRESS_H
#define SENSEBOARD_TESTS_PTY_PRESS_H

#include "screen.h"

/* Press the key that means ACTION in CONTEXT (of keys.conf), and wait. */
void press(struct screen *s, const char *context, const char *action);

/* The same without waiting, for what ends the program. */
void press_last(struct screen *s, const char *context, const char *action);

/* Press the key called NAME, whatever it means. */
void press_key(struct screen *s, const char *name);

/* Type TEXT, a key at a time; paste it in one piece. */
void press_text(struct screen *s, const char *text);
void press_paste(struct screen *s, const char *text);

/* Press and release the left button in a cell; in the first cell of a TEXT
 * that must be seen. */
void press_cell(struct screen *s, int y, int x);
void press_seen(struct screen *s, const char *text);

/* The same without waiting, for what ends the program. */
void press_seen_last(struct screen *s, const char *text);

/* Let the terminal report of the mouse, in its numbers: BUTTON with its bits,
 * FINAL 'M', or 'm' when it is let go. */
void press_report(struct screen *s, int button, int y, int x, char final);

/* Turn the wheel one notch over a cell. */
void press_wheel(struct screen *s, int y, int x, bool down);

#endif
