/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looking through folders.  Symbolic links are followed; whoever has been
 * seen, by device and number, is not looked at again, so no loop is endless.
 */
#include "cli/gather.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "i18n.h"
#include "store/error.h"

/* How much of a file is looked at to see what it is, in bytes. */
#define HEAD ((size_t)64 << 10)

/* A folder being looked through, and those it is in. */
struct trail {
	const struct trail *up;
	dev_t dev;
	ino_t ino;
};

static void file_free(gpointer data)
{
	struct gathered_file *f = data;

	g_free(f->path);
	g_free(f->problem);
	g_free(f);
}

void gathered_init(struct gathered *g)
{
	g->files = g_ptr_array_new_with_free_func(file_free);
	g->loops = g_ptr_array_new_with_free_func(g_free);
	g->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g->skipped = g->met = 0;
}

void gathered_clear(struct gathered *g)
{
	g_ptr_array_unref(g->files);
	g_ptr_array_unref(g->loops);
	g_hash_table_unref(g->seen);
}

static void add(struct gathered *g, const char *path, char *take_problem)
{
	struct gathered_file *f = g_new0(struct gathered_file, 1);

	f->path = g_strdup(path);
	f->problem = take_problem;
	g_ptr_array_add(g->files, f);
}

static void add_failed(struct gathered *g, const char *path, int number)
{
	g_autoptr(GError) error = NULL;

	store_fail(&error, STORE_READ, path, number);
	add(g, path, g_strdup(error->message));
}

/* Whether it has not been seen before; it has from now on. */
static bool is_new(struct gathered *g, dev_t dev, ino_t ino)
{
	return g_hash_table_add(g->seen,
				g_strdup_printf("%ju %ju", (uintmax_t)dev,
						(uintmax_t)ino));
}

/* Whether a line of YAML says nothing: blank, a comment, a directive, the
 * beginning of a document. */
static bool says_nothing(const char *line)
{
	line += strspn(line, " \t");
	if (g_str_has_prefix(line, "---"))
		line += strspn(line + 3, " \t") + 3;
	return strchr("#%\r\n", *line);
}

static char *after_line(char *line)
{
	char *end = strpbrk(line, "\r\n");

	return end ? end + 1 : NULL;
}

static bool begins_storyboard(const char *line)
{
	line += strspn(line, " \t{\"'");
	return g_str_has_prefix(line, "senseboard") &&
	       strchr(" \t:\"'", line[strlen("senseboard")]);
}

/* The beginning of a file, HEAD bytes and a 0; false if it cannot be read. */
static bool read_head(const char *path, char *head)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	ssize_t got = fd < 0 ? -1 : read(fd, head, HEAD);

	if (fd >= 0)
		close(fd);
	head[MAX(got, 0)] = '\0';
	return got >= 0;
}

/* Whether its first line that says something begins a storyboard, broken as
 * the rest may be. What cannot be read is not known to be anything else. */
static bool may_be_storyboard(const char *path)
{
	g_autofree char *head = g_malloc(HEAD + 1);
	char *line = head;

	if (!read_head(path, head))
		return true;
	if (g_str_has_prefix(line, "\xef\xbb\xbf"))
		line += strlen("\xef\xbb\xbf");
	while (line && says_nothing(line))
		line = after_line(line);
	return line && begins_storyboard(line);
}

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int by_name(const struct dirent **left, const struct dirent **right)
{
	return strcmp((*left)->d_name, (*right)->d_name);
}

static void look_through(struct gathered *g, const char *folder,
			 const struct trail *up, const struct stat *st);

static bool leads_back(const struct trail *trail, const struct stat *st)
{
	for (; trail; trail = trail->up)
		if (trail->dev == st->st_dev && trail->ino == st->st_ino)
			return true;
	return false;
}

static void meet_folder(struct gathered *g, const char *path,
			const struct trail *trail, const struct stat *st)
{
	if (leads_back(trail, st))
		g_ptr_array_add(g->loops, store_display_name(path));
	else if (is_new(g, st->st_dev, st->st_ino))
		look_through(g, path, trail, st);
}

static void meet_file(struct gathered *g, const char *path,
		      const struct stat *st)
{
	if (!may_be_storyboard(path)) {
		g->skipped += is_new(g, st->st_dev, st->st_ino);
		return;
	}
	g->met++;
	if (is_new(g, st->st_dev, st->st_ino))
		add(g, path, NULL);
}

/* Something in a folder. */
static void meet(struct gathered *g, const char *path,
		 const struct trail *trail)
{
	bool is_yaml = g_str_has_suffix(path, ".yaml");
	struct stat st;

	if (stat(path, &st) != 0) {
		if (errno == ELOOP || is_yaml)
			add_failed(g, path, errno);
	} else if (S_ISDIR(st.st_mode)) {
		meet_folder(g, path, trail, &st);
	} else if (S_ISREG(st.st_mode) && is_yaml) {
		meet_file(g, path, &st);
	}
}

/* The path of a name in a folder, as short as can be. */
static char *path_in(const char *folder, const char *name)
{
	return g_str_equal(folder, ".") ? g_strdup(name)
					: g_build_filename(folder, name, NULL);
}

static void look_through(struct gathered *g, const char *folder,
			 const struct trail *up, const struct stat *st)
{
	struct trail here = {
		.up = up,
		.dev = st->st_dev,
		.ino = st->st_ino,
	};
	struct dirent **names;
	int n = scandir(folder, &names, is_visible, by_name);

	if (n < 0) {
		add_failed(g, folder, errno);
		return;
	}
	for (int i = 0; i < n; i++) {
		g_autofree char *path = path_in(folder, names[i]->d_name);

		meet(g, path, &here);
		free(names[i]);
	}
	free(names);
}

static void add_folder(struct gathered *g, const char *path,
		       const struct stat *st)
{
	unsigned before = g->met + g->files->len;
	g_autofree char *name = store_display_name(path);

	look_through(g, path, NULL, st);
	if (g->met + g->files->len == before)
		add(g, path,
		    g_strdup_printf(_("there is no storyboard in '%s'"), name));
}

void gathered_add(struct gathered *g, const char *path)
{
	/* all 0 is no file's: it stands for standard input */
	struct stat st = { 0 };

	if (!g_str_equal(path, "-") && stat(path, &st) != 0)
		add(g, path, NULL);
	else if (!is_new(g, st.st_dev, st.st_ino))
		return;
	else if (S_ISDIR(st.st_mode))
		add_folder(g, path, &st);
	else
		add(g, path, NULL);
}
