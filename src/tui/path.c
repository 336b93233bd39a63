/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how paths are typed and shown.  It opens nothing.
 */
#include "tui/path.h"

#include <glib.h>
#include <string.h>

char *path_typed(const char *typed)
{
	g_autofree char *path = g_strstrip(g_strdup(typed));

	if (g_str_has_prefix(path, "~/"))
		return g_build_filename(g_get_home_dir(), path + 2, NULL);
	return g_steal_pointer(&path);
}

char *path_shown(const char *path)
{
	const char *home = g_get_home_dir();
	size_t len = strlen(home);

	if (len > 1 && !strncmp(path, home, len) && path[len] == '/')
		return g_strconcat("~", path + len, NULL);
	return g_strdup(path);
}
