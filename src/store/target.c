/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the file a save will replace, and holds on to it.
 *
 * A symbolic link stays a link: what it leads to is replaced.  The folder is
 * opened once and all that follows is done beside that, so that a folder
 * renamed meanwhile cannot split a save over two places.  The file is opened
 * for writing, though mostly another one will take its name: that asks the
 * system, not the bits of the mode, whether it may be written.
 */
#include "store/target.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

/* As many as Linux itself follows. */
#define LINKS_MAX 40

/* The LEN bytes of LINK, seen from the folder PATH is in. */
static char *step(const char *path, const char *link, size_t len)
{
	const char *slash = link[0] == '/' ? NULL : strrchr(path, '/');
	GString *next = g_string_new(NULL);

	if (slash)
		g_string_append_len(next, path, slash + 1 - path);
	g_string_append_len(next, link, (gssize)len);
	return g_string_free(next, FALSE);
}

static int follow(char **path)
{
	char link[PATH_MAX];

	for (int i = 0; i < LINKS_MAX; i++) {
		ssize_t len = readlink(*path, link, sizeof(link));
		char *next;

		if (len < 0)
			return errno == EINVAL || errno == ENOENT ? 0 : errno;
		/* one that fills it leads to what no system opens */
		next = step(*path, link, (size_t)len);
		g_free(*path);
		*path = next;
	}
	return ELOOP;
}

static int open_folder(struct target *target, const char *path)
{
	target->folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
#ifdef O_PATH
	if (target->folder < 0 && errno == EACCES) {
		target->sealed = true;
		target->folder = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	}
#endif
	return target->folder < 0 ? errno : 0;
}

static int split(struct target *target, const char *path)
{
	const char *slash = strrchr(path, '/');
	g_autofree char *folder =
		slash ? g_strndup(path, (gsize)(slash + 1 - path))
		      : g_strdup(".");

	target->name = g_strdup(slash ? slash + 1 : path);
	if (!*target->name)
		return *path ? EISDIR : ENOENT;
	return open_folder(target, folder);
}

static int open_file(struct target *target)
{
	target->file =
		openat(target->folder, target->name,
		       O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (target->file < 0)
		return errno == ENOENT ? 0 : errno;
	if (fstat(target->file, &target->st))
		return errno;
	if (!S_ISREG(target->st.st_mode))
		return EINVAL;
	/* root may write it; somebody still meant it to stay as it is */
	if (!(target->st.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)))
		return EACCES;
	return 0;
}

int target_open(struct target *target, const char *path)
{
	g_autofree char *where = g_strdup(path);
	int failed;

	*target = (struct target){ .folder = -1, .file = -1 };
	failed = follow(&where);
	if (!failed)
		failed = split(target, where);
	if (!failed)
		failed = open_file(target);
	return failed;
}

void target_close(struct target *target)
{
	if (target->file >= 0)
		close(target->file);
	if (target->folder >= 0)
		close(target->folder);
	g_free(target->name);
}
