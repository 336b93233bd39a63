/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding examples and templates, and telling them from a user's files.
 */
#include "board/data.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#define TEMPLATES "templates"
#define SUFFIX ".yaml"

const char *data_folder(void)
{
	const char *folder = g_getenv("SENSEBOARD_DATA");

	return folder && *folder ? folder : PKGDATADIR;
}

/* A name is small letters, digits and hyphens, so it cannot lead out of its
 * folder. */
char *data_template(const char *name)
{
	g_autofree char *file = NULL;

	if (!*name ||
	    name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")])
		return NULL;
	file = g_strconcat(name, SUFFIX, NULL);
	return g_build_filename(data_folder(), TEMPLATES, file, NULL);
}

static gint by_name(gconstpointer left, gconstpointer right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

char *data_templates(void)
{
	g_autofree char *folder =
		g_build_filename(data_folder(), TEMPLATES, NULL);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	const char *file;

	while (dir && (file = g_dir_read_name(dir)))
		if (g_str_has_suffix(file, SUFFIX))
			g_ptr_array_add(
				names,
				g_strndup(file, strlen(file) - strlen(SUFFIX)));
	g_ptr_array_sort(names, by_name);
	g_ptr_array_add(names, NULL);
	return g_strjoinv(", ", (char **)names->pdata);
}

static bool is_within(const char *file, const char *part)
{
	g_autofree char *folder = g_build_filename(data_folder(), part, NULL);
	char *real = realpath(folder, NULL);
	size_t len = real ? strlen(real) : 0;
	bool within = real && strncmp(file, real, len) == 0 && file[len] == '/';

	free(real);
	return within;
}

static bool is_ours(const char *path)
{
	char *file = realpath(path, NULL);
	bool ours = file &&
		    (is_within(file, TEMPLATES) || is_within(file, "examples"));

	free(file);
	return ours;
}

struct board *data_open(const char *path, GError **error)
{
	return is_ours(path) ? board_open_copy(path, error)
			     : board_open(path, error);
}
