/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the one place where the program sleeps: poll(2) over all it may hear.
 */
#include "tui/ear.h"

#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "tui/ability.h"
#include "tui/guard.h"

void ear_init(struct ear *ear, struct tty *tty)
{
	*ear = (struct ear){ .tty = tty,
			     .decoder = decoder_new(),
			     .esc_delay = ability_esc_delay(),
			     .listen = -1 };
}

void ear_release(struct ear *ear)
{
	decoder_free(ear->decoder);
}

static int64_t now_ms(void)
{
	return g_get_monotonic_time() / 1000;
}

static bool signal_event(struct ear *ear, struct term_event *event)
{
	int sig = ear->tty->gone ? SIGHUP : guard_next();

	*event = (struct term_event){ .kind = EVENT_SIGNAL, .signal = sig };
	return sig != 0;
}

static bool heard_event(struct ear *ear, struct term_event *event)
{
	if (!ear->heard)
		return false;
	ear->heard = false;
	*event = (struct term_event){ .kind = EVENT_HEARD };
	return true;
}

static void feed_input(struct ear *ear)
{
	char bytes[4096];
	size_t got = tty_read(ear->tty, bytes, sizeof(bytes));

	if (got)
		decoder_feed(ear->decoder, bytes, got, now_ms());
}

/* Wait until there may be an event; false if DEADLINE (-1: none) came first. */
static bool wait_for_input(struct ear *ear, int64_t deadline)
{
	struct pollfd fds[] = {
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = guard_fd(), .events = POLLIN },
		{ .fd = ear->listen, .events = POLLIN },
	};
	int64_t left = deadline < 0 ? -1 : MAX(deadline - now_ms(), 0);
	int patience = decoder_patience(ear->decoder, ear->esc_delay);
	bool impatient = patience >= 0 && (left < 0 || patience <= left);

	int ready = poll(fds, 3, impatient ? patience : (int)left);
	if (ready == 0 && impatient)
		decoder_expire(ear->decoder);
	if (ready <= 0)
		return impatient || ready < 0;
	if (fds[1].revents)
		guard_drain();
	if (fds[0].revents)
		feed_input(ear);
	ear->heard = fds[2].revents != 0;
	return true;
}

bool ear_hear(struct ear *ear, struct term_event *event, int timeout_ms)
{
	int64_t deadline = timeout_ms < 0 ? -1 : now_ms() + timeout_ms;

	do {
		if (signal_event(ear, event) ||
		    decoder_next(ear->decoder, event) ||
		    heard_event(ear, event))
			return true;
	} while (wait_for_input(ear, deadline));
	return false;
}

bool ear_pending(const struct ear *ear)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };

	return decoder_ready(ear->decoder) || guard_waits() ||
	       poll(&in, 1, 0) > 0;
}
