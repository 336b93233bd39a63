/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Waits for whatever comes: bytes of the terminal, signals, and one more
 * descriptor.  What bytes mean is decode.c's, what signals do is guard.c's.
 */
#ifndef SENSEBOARD_TUI_EAR_H
#define SENSEBOARD_TUI_EAR_H

#include <stdbool.h>

#include "tui/decode.h"
#include "tui/event.h"
#include "tui/tty.h"

struct ear {
	struct tty *tty; /* not owned */
	struct decoder *decoder; /* owned */
	int esc_delay; /* ms */
	int listen; /* a descriptor that is none of the terminal's, or -1 */
	bool heard; /* it can be read */
};

void ear_init(struct ear *ear, struct tty *tty);
void ear_release(struct ear *ear);

/* The next event, or false when TIMEOUT_MS (-1: for ever) have passed. Every
 * signal is an EVENT_SIGNAL here; when the terminal is gone, it is SIGHUP. */
bool ear_hear(struct ear *ear, struct term_event *event, int timeout_ms);

/* Whether there is one already. */
bool ear_pending(const struct ear *ear);

#endif
