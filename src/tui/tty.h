/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal as the kernel sees it: modes, size, bytes in and out of stdin
 * and stdout.  It knows no capability and no curses.
 */
#ifndef SENSEBOARD_TUI_TTY_H
#define SENSEBOARD_TUI_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

struct tty {
	struct termios cooked; /* as it was found */
	struct termios raw; /* every byte is ours */
	bool gone; /* nobody is at the other end any more */
};

/* Remember how the terminal is set; changes nothing. */
void tty_init(struct tty *tty);

/* Take every byte as it is, or set it as it was found. */
void tty_make_raw(struct tty *tty);
void tty_restore(struct tty *tty);

/* Its size within sane bounds; false, and both untouched, if it has none. */
bool tty_size(int *rows, int *cols);

/* Write all of it, however long it takes, unless the terminal is gone. */
void tty_write(struct tty *tty, const void *bytes, size_t len);

/* Read what is there (SIZE bytes at most) and return how much; 0 if nothing,
 * or if the terminal is gone. */
size_t tty_read(struct tty *tty, void *bytes, size_t size);

#endif
