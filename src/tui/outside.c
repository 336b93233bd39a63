/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how a text gets to the user's editor and back.
 *
 * The text goes into a new file with an unforeseeable name, in a folder that
 * is the user's alone, and the file is gone before we are back.  There is no
 * shell: the editor's own words are split, the name is one argument.
 */
#include "tui/outside.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "i18n.h"
#include "store/bytes.h"
#include "store/read.h"
#include "tui/loop.h"
#include "tui/term.h"

static bool fail(GError **error, const char *what, const char *path, int number)
{
	g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(number),
		    "%s '%s': %s", what, path, g_strerror(number));
	return false;
}

/* The user's own folder for what lives as long as they are logged in. */
static char *private_folder(GError **error)
{
	g_autofree char *path =
		g_build_filename(g_get_user_runtime_dir(), "senseboard", NULL);
	struct stat st;

	if (g_mkdir_with_parents(path, 0700) < 0 || lstat(path, &st) < 0) {
		fail(error, _("cannot make"), path, errno);
		return NULL;
	}
	if (!S_ISDIR(st.st_mode) || st.st_uid != geteuid() ||
	    (st.st_mode & 077)) {
		fail(error, _("cannot use"), path, EPERM);
		return NULL;
	}
	return g_steal_pointer(&path);
}

/* A new file with TEXT, ended by a line end; its name is the caller's. */
static char *write_text(const char *text, GError **error)
{
	g_autofree char *folder = private_folder(error);
	g_autofree char *path = NULL, *all = NULL;
	struct text bytes;
	int fd, failed;

	if (!folder)
		return NULL;
	path = g_build_filename(folder, "text-XXXXXX.txt", NULL);
	fd = g_mkstemp_full(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0) {
		fail(error, _("cannot create"), path, errno);
		return NULL;
	}
	all = g_strconcat(text, *text ? "\n" : NULL, NULL);
	bytes = (struct text){ .bytes = all, .len = strlen(all) };
	failed = bytes_write(fd, &bytes);
	if (close(fd) < 0 && !failed)
		failed = errno;
	if (!failed)
		return g_steal_pointer(&path);
	fail(error, _("cannot write"), path, failed);
	g_unlink(path);
	return NULL;
}

/* What the editor left there, without the line end it ends in. */
static bool read_text(const char *path, char **text, GError **error)
{
	struct store_file file;

	if (!store_read(path, &file, error))
		return false;
	*text = g_utf8_make_valid(file.bytes, (gssize)file.len);
	if (g_str_has_suffix(*text, "\n"))
		(*text)[strlen(*text) - 1] = '\0';
	store_file_clear(&file);
	return true;
}

char **outside_editor(const char *path, GError **error)
{
	const char *names[] = { g_getenv("VISUAL"), g_getenv("EDITOR"), "vi" };
	g_auto(GStrv) words = NULL;
	GStrv out;
	int count, i = 0;

	while (!names[i] || !*names[i])
		i++;
	if (!g_shell_parse_argv(names[i], &count, &words, error))
		return NULL;
	out = g_new0(char *, (size_t)count + 2);
	for (i = 0; i < count; i++)
		out[i] = g_strdup(words[i]);
	out[i] = g_strdup(path);
	return out;
}

static bool run(struct app *app, const char *const *argv, GError **error)
{
	bool ran;

	if (!app->term) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s",
			    _("there is no terminal"));
		return false;
	}
	ran = term_run_outside(app->term, argv, error);
	loop_redraw(app, NULL);
	return ran;
}

static bool edit(struct app *app, const char *path, GError **error)
{
	g_auto(GStrv) argv = outside_editor(path, error);

	if (!argv)
		return false;
	if (run(app, (const char *const *)argv, error))
		return true;
	g_prefix_error(error, _("cannot edit in '%s': "), argv[0]);
	return false;
}

static bool edit_text(struct app *app, const char *text, char **new_text,
		      GError **error)
{
	g_autofree char *path = write_text(text, error);
	bool edited;

	if (!path)
		return false;
	edited = edit(app, path, error) && read_text(path, new_text, error);
	g_unlink(path);
	return edited;
}

/* OK, or else say ERROR. */
static bool say(struct app *app, bool ok, GError *error)
{
	if (!ok)
		app_say_error(app, error);
	return ok;
}

bool app_edit_outside(struct app *app, const char *text, char **new_text)
{
	GError *error = NULL;
	bool ok = edit_text(app, text, new_text, &error);

	return say(app, ok, error);
}

bool app_edit_file(struct app *app, const char *path)
{
	GError *error = NULL;
	bool ok = edit(app, path, &error);

	return say(app, ok, error);
}

bool app_run_outside(struct app *app, const char *const *argv)
{
	GError *error = NULL;
	bool ok = run(app, argv, &error);

	return say(app, ok, error);
}
