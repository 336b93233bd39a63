/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A tmux of one's own: another program's idea of a terminal.
 */
#ifndef SENSEBOARD_TESTS_PTY_TMUX_H
#define SENSEBOARD_TESTS_PTY_TMUX_H

#include <glib.h>

/* The value of an environment variable that must be set. */
char *tmux_environment(const char *name);

/* .init: enter a new folder with a home beside it and a "conf" in it, or skip
 * the test where there is no tmux; .fini is folder_leave(). */
void tmux_enter(void);

/* What a program says; "" if it fails. The caller frees. */
char *tmux_output_of(const char *const *argv);

/* Give a command to the tmux behind SOCKET, a file, starting it by the
 * configuration "conf" if need be; what it says. The caller frees. */
char *tmux_say(const char *socket, const char *const *arguments);
#define TMUX(socket, ...) \
	g_free(tmux_say(socket, (const char *[]){ __VA_ARGS__, NULL }))

/* What is on its screen, without the blanks at the ends of rows; and the same of
 * any text. The caller frees. */
char *tmux_screen(const char *socket);
char *tmux_trimmed(const char *screen);

#endif
