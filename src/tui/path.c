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

#define MOST_NAMES 500 /* of one folder */

bool path_is_storyboard(const char *name)
{
	return g_str_has_suffix(name, ".yaml") ||
	       g_str_has_suffix(name, ".yml");
}

/* NAME in FOLDER as it is suggested, or NULL. */
static char *suggestion(const char *folder, const char *before,
			const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);

	if (!g_utf8_validate(name, -1, NULL))
		return NULL;
	if (g_file_test(path, G_FILE_TEST_IS_DIR))
		return g_strconcat(before, name, "/", NULL);
	return path_is_storyboard(name) ? g_strconcat(before, name, NULL)
					: NULL;
}

static gint by_name(gconstpointer left, gconstpointer right)
{
	return g_utf8_collate(*(char *const *)left, *(char *const *)right);
}

char **path_suggest(const char *typed)
{
	const char *slash = strrchr(typed, '/');
	const char *begun = slash ? slash + 1 : typed;
	g_autofree char *before = g_strndup(typed, (gsize)(begun - typed));
	g_autofree char *folder = path_typed(*before ? before : ".");
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	GPtrArray *found = g_ptr_array_new();
	const char *name;

	for (int i = 0; dir && i < MOST_NAMES; i++) {
		char *whole;

		name = g_dir_read_name(dir);
		if (!name)
			break;
		whole = *name == '.' && *begun != '.'
				? NULL
				: suggestion(folder, before, name);

		if (whole)
			g_ptr_array_add(found, whole);
	}
	g_ptr_array_sort(found, by_name);
	g_ptr_array_add(found, NULL);
	return (char **)g_ptr_array_free(found, FALSE);
}
