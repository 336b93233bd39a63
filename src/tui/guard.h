/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the kernel says to a program on a terminal, and what it does then.
 *
 * Signals that ask for something wait here until the loop has time; signals
 * that mean death first put the terminal back.  It knows no curses: what puts
 * a terminal back is a string it is given beforehand.  One per process,
 * because signals are.
 */
#ifndef SENSEBOARD_TUI_GUARD_H
#define SENSEBOARD_TUI_GUARD_H

#include <glib.h>
#include <stdbool.h>
#include <termios.h>

/* Catch signals from now on, until guard_close(), which puts back what was
 * done about them before. */
bool guard_open(GError **error);
void guard_close(void);

/* A descriptor that can be read when a signal has come, until guard_drain();
 * guard_waits() says whether one still waits. */
int guard_fd(void);
void guard_drain(void);
bool guard_waits(void);

/* A signal that waits (SIGWINCH, SIGCONT, SIGTSTP, or one of SIGTERM, SIGHUP,
 * SIGINT, SIGQUIT, which ask the program to end), or 0.  After one that asks
 * to end there is a second to do so; then the process dies of it. */
int guard_next(void);

/* Forget that this signal waits. */
void guard_forget(int sig);

/* The terminal FD is ours now: on a sudden death send it RESET (at most
 * GUARD_RESET_BYTES) and give it MODES. */
#define GUARD_RESET_BYTES 512
void guard_arm(int fd, const struct termios *modes, const char *reset,
	       size_t len);

/* The terminal is not ours, or no longer. */
void guard_disarm(void);

/* What a sudden death says on standard error once the terminal is back: a
 * line, at most GUARD_WORDS_BYTES of it; "" for nothing, as at first. */
#define GUARD_WORDS_BYTES 4096
void guard_set_words(const char *words);

/* Stop the whole job, as ^Z does, and return when it goes on. */
void guard_stop(void);

/* Another program has the terminal (or no longer has it): ^C, ^\ and ^Z are
 * its business. */
void guard_step_aside(bool aside);

/* For a child about to exec: signals as a program expects them.  Safe after
 * fork(). */
void guard_reset_child(void);

#endif
