/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding themes by name.  A theme is read over the default one, so it may
 * leave out what it does not care about.
 *
 * A name is that of a file in one folder: it cannot lead out of it.
 */
#include "tui/themes.h"

#include <string.h>

#include "board/configuration.h"
#include "i18n.h"
#include "rules/nearest.h"
#include "store/read.h"

/* data/themes/, compiled in */
extern const char data_themes_default[], data_themes_high_contrast[],
	data_themes_light[], data_themes_mono[];

struct shipped {
	const char *name;
	const char *text;
};

static const struct shipped shipped[] = {
	{ .name = THEME_DEFAULT, .text = data_themes_default },
	{ .name = "light", .text = data_themes_light },
	{ .name = "high-contrast", .text = data_themes_high_contrast },
	{ .name = "mono", .text = data_themes_mono },
};

static const char *shipped_text(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(shipped); i++)
		if (!strcmp(shipped[i].name, name))
			return shipped[i].text;
	return NULL;
}

static char *own_path(const char *name)
{
	g_autofree char *folder = config_beside("themes");

	return g_build_filename(folder, name, NULL);
}

static bool is_name(const char *name)
{
	return *name && *name != '.' && !strchr(name, '/') &&
	       !g_str_has_suffix(name, "~");
}

/* The text of the user's own theme, or NULL; why it cannot be read is a
 * problem, unless there is none. */
static char *own_text(const char *name, GPtrArray *problems)
{
	g_autofree char *path = own_path(name);
	g_autoptr(GError) error = NULL;
	struct store_file file;

	if (!is_name(name))
		return NULL;
	if (store_read(path, &file, &error))
		return file.bytes;
	if (problems &&
	    !g_error_matches(error, STORE_ERROR, STORE_ERROR_MISSING))
		g_ptr_array_add(problems, g_strdup(error->message));
	return NULL;
}

static char *nearest_name(const char *name)
{
	g_auto(GStrv) names = themes_names();
	struct nearest n;

	nearest_init(&n, name);
	for (char **p = names; *p; p++)
		nearest_offer(&n, *p);
	return n.best;
}

bool themes_find(const char *name, struct theme *theme, char **meant,
		 GPtrArray *problems)
{
	g_autofree char *own = own_text(name, problems);
	const char *text = own ? own : shipped_text(name);
	g_autofree char *path = own_path(name);
	g_autofree char *shown = store_display_name(path);

	*meant = text ? NULL : nearest_name(name);
	if (!text)
		return false;
	theme_read(theme, data_themes_default, THEME_DEFAULT, problems);
	theme_read(theme, text, shown, problems);
	return true;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **themes_names(void)
{
	GPtrArray *names = g_ptr_array_new();
	g_autofree char *path = config_beside("themes");
	g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
	const char *name;

	while (folder && (name = g_dir_read_name(folder)))
		if (is_name(name) && !shipped_text(name) &&
		    g_utf8_validate(name, -1, NULL))
			g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, by_name);
	for (size_t i = G_N_ELEMENTS(shipped); i-- > 0;)
		g_ptr_array_insert(names, 0, g_strdup(shipped[i].name));
	g_ptr_array_add(names, NULL);
	return (char **)g_ptr_array_free(names, FALSE);
}

char *themes_help(const char *name)
{
	g_autofree char *own = own_text(name, NULL);
	const char *text = own ? own : shipped_text(name);

	if (!text || *text != '#')
		return g_strdup("");
	text += strspn(text, "# \t");
	return g_strndup(text, strcspn(text, "\r\n"));
}
