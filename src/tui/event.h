/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can happen to a program on a terminal.
 *
 * It owns the words only: decode.c makes events of bytes, term.c of signals
 * and window sizes.
 */
#ifndef SENSEBOARD_TUI_EVENT_H
#define SENSEBOARD_TUI_EVENT_H

#include <stdint.h>

enum event_kind {
	EVENT_KEY,
	EVENT_MOUSE,
	EVENT_PASTE,
	EVENT_FOCUS, /* the person has come back to this terminal */
	EVENT_CURSOR, /* the terminal says where its cursor is, asked for it */
	EVENT_HEARD, /* what term_listen() was given can be read */
	EVENT_RESIZE, /* ask the terminal for its size, and draw anew */
	EVENT_SIGNAL, /* asked to end: within a second */
	EVENT_SUSPEND /* asked to stop: call term_suspend() */
};

enum mouse_action {
	MOUSE_PRESS,
	MOUSE_RELEASE,
	MOUSE_DRAG,
	MOUSE_WHEEL_UP,
	MOUSE_WHEEL_DOWN
};

struct mouse_event {
	enum mouse_action action;
	int button; /* 1 left, 2 middle, 3 right; 0 with the wheel */
	int y, x; /* the cell, from 0 */
	int clicks; /* of a press: 2 for the second of a double click */
	uint32_t modifiers; /* MOD_... of key.h */
};

struct term_event {
	enum event_kind kind;
	uint32_t key; /* EVENT_KEY: see key.h */
	struct mouse_event mouse;
	const char *paste; /* EVENT_PASTE: good until the next is read */
	int signal; /* EVENT_SIGNAL */
	int column; /* EVENT_CURSOR: from 1 */
};

#endif
