/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tests of this room share: a folder that goes with the test, and a
 * way to be somebody without root's rights.
 */
#include "folder.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

void folder_enter(void)
{
	g_autofree char *folder = g_dir_make_tmp("senseboard-XXXXXX", NULL);

	cr_assert(folder && !chdir(folder));
	umask(022);
	cr_assert(!mkdir("home", 0700) && !mkdir("desk", 0700));
	cr_assert(!chdir("desk"));
}

char *folder_beside(const char *name)
{
	g_autofree char *desk = g_get_current_dir();
	g_autofree char *folder = g_path_get_dirname(desk);

	cr_assert(g_str_has_suffix(desk, "/desk"), "%s is no test's", desk);
	return g_build_filename(folder, name, NULL);
}

static int remove_one(const char *name, const struct stat *st, int kind,
		      struct FTW *where)
{
	(void)st;
	(void)kind;
	(void)where;
	return remove(name);
}

void folder_leave(void)
{
	g_autofree char *folder = folder_beside("");

	/* never remove what folder_enter() has not made */
	cr_assert(strstr(folder, "/senseboard-"), "%s is no test's", folder);
	cr_assert(!chdir("/"));
	nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

void skip(const char *why)
{
	/* Criterion runs no .fini after this */
	folder_leave();
	cr_skip("%s", why);
}

void put(const char *name, const char *text)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	size_t len = strlen(text);

	cr_assert(fd >= 0, "%s: %s", name, g_strerror(errno));
	cr_assert_eq(write(fd, text, len), (ssize_t)len);
	close(fd);
}

void expect(const char *name, const char *text)
{
	g_autofree char *found = NULL;
	gsize len = 0;

	cr_assert(g_file_get_contents(name, &found, &len, NULL), "%s", name);
	cr_assert(len == strlen(text) && !memcmp(found, text, len),
		  "%s: %zu bytes, not the %zu expected", name, (size_t)len,
		  strlen(text));
}

struct stat look_at(const char *name)
{
	struct stat st;

	cr_assert(!lstat(name, &st), "%s: %s", name, g_strerror(errno));
	return st;
}

unsigned count_names(void)
{
	g_autoptr(GDir) folder = g_dir_open(".", 0, NULL);
	unsigned count = 0;

	cr_assert(folder);
	while (g_dir_read_name(folder))
		count++;
	return count;
}

static void tell(int fd, const char *text)
{
	if (write(fd, text, strlen(text)) < 0)
		_exit(1);
}

static void be_nobody(void)
{
	if (geteuid() == 0 &&
	    (setgroups(0, NULL) || setgid(NOBODY) || setuid(NOBODY)))
		_exit(1);
}

static void act_and_tell(bool (*act)(const char *name, GError **error),
			 const char *name, int fd)
{
	GError *error = NULL;

	be_nobody();
	if (!act(name, &error))
		tell(fd, error->message);
	_exit(0);
}

char *as_nobody(bool (*act)(const char *name, GError **error), const char *name)
{
	char told[1024] = "";
	ssize_t len;
	int ends[2], status;
	pid_t child;

	cr_assert(!pipe(ends));
	child = fork();
	cr_assert(child >= 0);
	if (child == 0)
		act_and_tell(act, name, ends[1]);
	close(ends[1]);
	len = read(ends[0], told, sizeof(told) - 1);
	close(ends[0]);
	waitpid(child, &status, 0);
	cr_assert(len >= 0 && WIFEXITED(status) && !WEXITSTATUS(status));
	return len ? g_strdup(told) : NULL;
}

void give_to_nobody(const char *name)
{
	if (geteuid() == 0)
		cr_assert(!chown(name, NOBODY, NOBODY));
}
