/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes that take a terminal over and that give it back.
 */
#ifndef SENSEBOARD_TUI_MODES_H
#define SENSEBOARD_TUI_MODES_H

#include <glib.h>
#include <stdbool.h>

/* A terminal's capability by its terminfo name, or NULL. */
typedef const char *(*capability_fn)(const char *name);

/* Whether the terminal speaks as ECMA-48 says. */
bool modes_speak_ansi(capability_fn capability);

/* Set OUT to what takes the terminal: its second screen, pastes in brackets,
 * word of the focus, and the MOUSE if wanted. */
void modes_enter(GString *out, capability_fn capability, bool mouse);

/* Set OUT to what undoes that; BOTTOM moves the cursor to the last row. */
void modes_leave(GString *out, capability_fn capability, bool mouse,
		 const char *bottom);

/* Whether the terminal speaks as ECMA-48 says. */
bool modes_speak_ansi(capability_fn capability);

/* What only turns the mouse on or off: "" where there is none. */
const char *modes_mouse(capability_fn capability, bool on);

#endif
