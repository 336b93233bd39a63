/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the order in which a terminal's modes are set and put back, and the
 * modes terminfo has no name for.  Those are for terminals that speak as
 * ECMA-48 says: others would print them.  When they are written is term.c's
 * business.
 */
#include "tui/modes.h"

#include <string.h>

#define MOUSE_ON "\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l"
#define PASTE_ON "\033[?2004h"
#define FOCUS_ON "\033[?1004h"
#define FOCUS_OFF "\033[?1004l"
#define PASTE_OFF "\033[?2004l"

bool modes_speak_ansi(capability_fn capability)
{
	const char *move = capability("cup");

	return move && g_str_has_prefix(move, "\033[");
}

/* Without the delays ("$<5>") that terminals of today do not need. */
static void add(GString *out, const char *value)
{
	while (value && *value) {
		const char *end = value[0] == '$' && value[1] == '<'
					  ? strchr(value, '>')
					  : NULL;
		if (end)
			value = end + 1;
		else
			g_string_append_c(out, *value++);
	}
}

const char *modes_mouse(capability_fn capability, bool on)
{
	if (!modes_speak_ansi(capability))
		return "";
	return on ? MOUSE_ON : MOUSE_OFF;
}

void modes_enter(GString *out, capability_fn capability, bool mouse)
{
	g_string_truncate(out, 0);
	add(out, capability("smcup"));
	add(out, capability("smkx"));
	if (modes_speak_ansi(capability))
		g_string_append(out, PASTE_ON FOCUS_ON);
	if (mouse)
		g_string_append(out, modes_mouse(capability, true));
}

/* Where there is no second screen to leave, the cursor goes below ours. */
void modes_leave(GString *out, capability_fn capability, bool mouse,
		 const char *bottom)
{
	g_string_truncate(out, 0);
	if (mouse)
		g_string_append(out, modes_mouse(capability, false));
	if (modes_speak_ansi(capability))
		g_string_append(out, FOCUS_OFF PASTE_OFF);
	add(out, capability("sgr0"));
	add(out, capability("op"));
	add(out, bottom);
	add(out, capability("el"));
	add(out, capability("cnorm"));
	add(out, capability("rmkx"));
	add(out, capability("rmcup"));
}
