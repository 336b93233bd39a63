/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Running tmux, and looking at its screen.
 */
#include "tmux.h"

#include <criterion/criterion.h>
#include <string.h>

#include "../store/folder.h"

char *tmux_environment(const char *name)
{
	const char *value = g_getenv(name);

	cr_assert(value, "%s is not set", name);
	return g_canonicalize_filename(value, NULL);
}

void tmux_enter(void)
{
	g_autofree char *data =
		g_strconcat(g_getenv("top_srcdir"), "/data", NULL);
	g_autofree char *there = g_canonicalize_filename(data, NULL);
	g_autofree char *tmux_there = g_find_program_in_path("tmux");
	g_autofree char *home = NULL;

	folder_enter();
	if (!tmux_there)
		skip("there is no tmux");
	home = folder_beside("home");
	g_setenv("SENSEBOARD_DATA", there, TRUE);
	g_setenv("HOME", home, TRUE);
	g_setenv("XDG_STATE_HOME", home, TRUE);
	g_setenv("XDG_CONFIG_HOME", home, TRUE);
	g_setenv("LC_ALL", "C.UTF-8", TRUE);
	g_unsetenv("NO_COLOR");
	g_unsetenv("TMUX");
	put("conf", "set -g status off\nset -g escape-time 0\n"
		    "set -g default-terminal tmux-256color\n");
}

char *tmux_output_of(const char *const *argv)
{
	char *out = NULL;
	int status = -1;

	if (!g_spawn_sync(NULL, (char **)argv, NULL,
			  G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
			  NULL, NULL, &out, NULL, &status, NULL) ||
	    !g_spawn_check_wait_status(status, NULL)) {
		g_free(out);
		return g_strdup("");
	}
	return out;
}

char *tmux_say(const char *socket, const char *const *arguments)
{
	g_autoptr(GPtrArray) argv = g_ptr_array_new();
	const char *const first[] = {
		"tmux", "-u", "-f", "conf", "-S", socket
	};

	for (size_t i = 0; i < G_N_ELEMENTS(first); i++)
		g_ptr_array_add(argv, (char *)first[i]);
	for (; *arguments; arguments++)
		g_ptr_array_add(argv, (char *)*arguments);
	g_ptr_array_add(argv, NULL);
	return tmux_output_of((const char *const *)argv->pdata);
}

char *tmux_trimmed(const char *screen)
{
	g_auto(GStrv) rows = g_strsplit(screen, "\n", -1);
	GString *out = g_string_new(NULL);

	for (char **row = rows; *row; row++)
		g_string_append_printf(out, "%s\n", g_strchomp(*row));
	while (g_str_has_suffix(out->str, "\n\n"))
		g_string_truncate(out, out->len - 1);
	return g_string_free(out, FALSE);
}

char *tmux_screen(const char *socket)
{
	const char *const capture[] = { "capture-pane", "-p", NULL };
	g_autofree char *screen = tmux_say(socket, capture);

	return tmux_trimmed(screen);
}
