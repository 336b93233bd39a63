/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the calls to the kernel about the terminal, and what may go wrong with
 * them: partial writes, interruptions, a terminal that is closed while we
 * talk.  Once it is gone it stays gone, and nothing is written any more.
 */
#include "tui/tty.h"

#include <errno.h>
#include <glib.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define MOST_ROWS 1000
#define MOST_COLS 2000

void tty_init(struct tty *tty)
{
	*tty = (struct tty){ 0 };
	tcgetattr(STDIN_FILENO, &tty->cooked);
	tty->raw = tty->cooked;
	tty->raw.c_iflag &= (tcflag_t) ~(BRKINT | ICRNL | IGNBRK | IGNCR |
					 INLCR | ISTRIP | IXON | PARMRK);
	tty->raw.c_oflag &= (tcflag_t)~OPOST;
	tty->raw.c_lflag &=
		(tcflag_t) ~(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
	tty->raw.c_cc[VMIN] = 1;
	tty->raw.c_cc[VTIME] = 0;
}

static void set_modes(const struct termios *modes)
{
	while (tcsetattr(STDIN_FILENO, TCSADRAIN, modes) && errno == EINTR)
		continue;
}

void tty_make_raw(struct tty *tty)
{
	set_modes(&tty->raw);
}

void tty_restore(struct tty *tty)
{
	set_modes(&tty->cooked);
}

bool tty_size(int *rows, int *cols)
{
	struct winsize size = { 0 };

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_row ||
	    !size.ws_col)
		return false;
	*rows = MIN(size.ws_row, MOST_ROWS);
	*cols = MIN(size.ws_col, MOST_COLS);
	return true;
}

void tty_write(struct tty *tty, const void *bytes, size_t len)
{
	const char *at = bytes;

	while (len > 0 && !tty->gone) {
		ssize_t sent = write(STDOUT_FILENO, at, len);
		if (sent >= 0) {
			at += sent;
			len -= (size_t)sent;
		} else if (errno == EAGAIN) {
			struct pollfd out = { .fd = STDOUT_FILENO,
					      .events = POLLOUT };
			poll(&out, 1, -1);
		} else if (errno != EINTR) {
			tty->gone = true;
		}
	}
}

size_t tty_read(struct tty *tty, void *bytes, size_t size)
{
	ssize_t got = read(STDIN_FILENO, bytes, size);

	if (got > 0)
		return (size_t)got;
	if (got == 0 || (errno != EINTR && errno != EAGAIN))
		tty->gone = true;
	return 0;
}
