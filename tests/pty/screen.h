/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The real program on a terminal of its own, and what a person in front of
 * it would see.
 *
 * The test is the shell: it leads a session, owns the pseudo terminal, and
 * runs the program in the foreground, so that stopping and going on work as
 * they do at home.  libvterm is the screen.  Nothing here sleeps: after each
 * event the program says on a descriptor of its own (SENSEBOARD_IDLE_FD) that
 * all is drawn.  Whatever lasts too long fails the test and shows the screen.
 */
#ifndef SENSEBOARD_TESTS_PTY_SCREEN_H
#define SENSEBOARD_TESTS_PTY_SCREEN_H

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

/* How to start; zero is good for all but ARGS. */
struct start {
	const char *const *args; /* after the program's name, NULL-ended */
	const char *const *env; /* "NAME=value" besides ours, NULL-ended */
	int rows, cols; /* 0: 24 and 80 */
	int input; /* stdin instead of the terminal, or 0 */
	size_t file_bytes; /* no file may become larger; 0: any size */
	bool humble; /* root has no more rights than others */
	bool calm; /* no key is a signal, even when nobody has the terminal */
};

struct screen;

/* Start senseboard with FILE (or NULL) and wait until it waits; the same with
 * all that may be said about it. */
struct screen *screen_open(const char *file);
struct screen *screen_start(const struct start *how);

/* Kill the program, if it still runs, and free. */
void screen_free(struct screen *s);

/* Hand over bytes as if they were typed, without waiting; wait until the
 * program waits for more. */
void screen_send(struct screen *s, const char *bytes, size_t len);
void screen_settle(struct screen *s);

/* The same where it may end or stop instead: false. */
bool screen_settle_or_change(struct screen *s);

/* Wait until TEXT is seen, after bytes that were many events: how often all
 * is drawn for these, nobody knows. */
void screen_settle_at(struct screen *s, const char *text);

/* Both; the bytes must be one event. */
void screen_input(struct screen *s, const char *bytes, size_t len);

/* Make the terminal another size, and wait; or not, for who is stopped. */
void screen_resize(struct screen *s, int rows, int cols);
void screen_resize_stopped(struct screen *s, int rows, int cols);

/* Wait until the program ends or stops; what waitpid() says. */
int screen_wait(struct screen *s);

/* Wait until it ends, and fail unless by itself with STATUS. */
void screen_expect_exit(struct screen *s, int status);

/* Let it go on in the foreground after a stop, and wait; false if it has ended
 * or stopped again. */
bool screen_resume(struct screen *s);

/* Hang up: the person has closed the window. */
void screen_hang_up(struct screen *s);

pid_t screen_pid(const struct screen *s);

/* What is seen, a line a row without the blanks at its end; one row of it.
 * The caller frees. */
char *screen_text(struct screen *s);
char *screen_row(struct screen *s, int y);

/* Where TEXT is seen first; false if it is not. */
bool screen_find(struct screen *s, const char *text, int *y, int *x);

/* Fail, showing the screen, unless TEXT is seen; unless it is not. */
void screen_expect(struct screen *s, const char *text);
void screen_expect_not(struct screen *s, const char *text);

/* Fail with this sentence and the screen. */
void screen_fail(struct screen *s, const char *format, ...)
	G_GNUC_PRINTF(2, 3) G_GNUC_NORETURN;

/* The cell the cursor is in. */
void screen_cursor(struct screen *s, int *y, int *x);

/* Whether the private mode (ESC [ ? MODE h) is on. */
bool screen_mode(const struct screen *s, unsigned mode);

/* Whether every cell has a background that is not the terminal's own. */
bool screen_is_painted(struct screen *s);

/* Whether the next character would be drawn plain, in the normal colours. */
bool screen_pen_is_plain(struct screen *s);

/* Fail unless the terminal is as it was before: all of it, or only what stty
 * says. */
void screen_expect_given_back(struct screen *s);
void screen_expect_same_modes(const struct screen *s);

/* Every byte the terminal got. */
const GString *screen_bytes(const struct screen *s);

/* The terminal's modes now, as stty would say. */
void screen_modes(const struct screen *s, struct termios *modes);

#endif
