/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The folders of side files, opened one step at a time: each of our own is
 * made for us alone, is no symbolic link, belongs to us, and is made private
 * again if it is not.  What is in them is opened relative to the descriptor,
 * so nobody can put another folder in its place meanwhile.
 */
#include "store/state.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define PRIVATE 0700
#define OTHERS 0077
#define BASE_MOST 64 /* bytes of a base name in a stem */
#define HASH_DIGITS 16

char *state_canonical(const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *base = g_path_get_basename(path);
	char *found = realpath(path, NULL);
	char *canonical;

	if (!found && (found = realpath(folder, NULL)))
		canonical = g_build_filename(found, base, NULL);
	else if (found)
		canonical = g_strdup(found);
	else
		canonical = g_canonicalize_filename(path, NULL);
	free(found);
	return canonical;
}

static char *untitled_stem(void)
{
	uint64_t number = 0;

	if (getentropy(&number, sizeof(number)))
		number = ((uint64_t)getpid() << 32) ^
			 (uint64_t)g_get_real_time();
	return g_strdup_printf("untitled-%016" PRIx64, number);
}

/* The name of a file with nothing in it that is odd in a name. */
static char *plain_base(const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	char *plain = g_strndup(base, BASE_MOST);

	for (char *p = plain; *p; p++)
		if (!g_ascii_isalnum(*p) && !strchr("._-", *p))
			*p = '_';
	return plain;
}

char *state_stem(const char *document)
{
	g_autofree char *path = NULL, *base = NULL, *hash = NULL;

	if (!document)
		return untitled_stem();
	path = state_canonical(document);
	base = plain_base(path);
	hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, path, -1);
	return g_strdup_printf("%s-%.*s", base, HASH_DIGITS, hash);
}

char *state_name(const struct state_folder *folder, const char *stem,
		 const char *suffix)
{
	return g_strconcat(folder->hidden ? "." : "", stem, suffix, NULL);
}

/* Whether FD is a folder of ours that nobody else may look into; one of our
 * own making (MEND) is made so. */
static int see_private(int fd, bool mend)
{
	struct stat st;

	if (fstat(fd, &st))
		return errno;
	if (st.st_uid != geteuid())
		return EACCES;
	if (!(st.st_mode & OTHERS))
		return 0;
	return mend && !fchmod(fd, PRIVATE) ? 0 : EACCES;
}

/* Go on from the folder *FD to NAME in it. */
static int enter(int *fd, const char *name, bool make)
{
	int next;

	/* the umask has its say in what mkdirat() makes */
	if (make && !mkdirat(*fd, name, PRIVATE) &&
	    fchmodat(*fd, name, PRIVATE, 0))
		return errno;
	next = openat(*fd, name,
		      O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (next < 0)
		return errno;
	close(*fd);
	*fd = next;
	return see_private(next, true);
}

static int open_in(const char *root, bool make, struct state_folder *folder)
{
	if (make)
		g_mkdir_with_parents(root, PRIVATE);
	folder->fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder->fd < 0)
		return errno;
	folder->path = g_build_filename(root, "senseboard", NULL);
	return enter(&folder->fd, "senseboard", make);
}

static int open_top(bool make, struct state_folder *folder)
{
	const char *set = g_getenv("XDG_STATE_HOME");
	g_autofree char *root =
		set && g_path_is_absolute(set)
			? g_strdup(set)
			: g_build_filename(g_get_home_dir(), ".local", "state",
					   NULL);

	return open_in(root, make, folder);
}

/* Go on to the folder of the journals. */
static int enter_journal(bool make, struct state_folder *folder)
{
	g_autofree char *top = g_steal_pointer(&folder->path);

	folder->path = g_build_filename(top, "journal", NULL);
	return enter(&folder->fd, "journal", make);
}

static int open_home(bool make, struct state_folder *folder)
{
	int failed = open_top(make, folder);

	return failed ? failed : enter_journal(make, folder);
}

static int open_runtime(bool make, struct state_folder *folder)
{
	const char *set = g_getenv("XDG_RUNTIME_DIR");
	int failed;

	if (!set || !g_path_is_absolute(set))
		return ENOENT;
	failed = open_in(set, make, folder);
	return failed ? failed : enter_journal(make, folder);
}

static int open_beside(const char *document, struct state_folder *folder)
{
	g_autofree char *path = NULL;

	if (!document)
		return ENOENT;
	path = state_canonical(document);
	folder->path = g_path_get_dirname(path);
	folder->hidden = true;
	folder->fd = open(folder->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return folder->fd < 0 ? errno : see_private(folder->fd, false);
}

int state_open(enum state_place place, const char *document, bool make,
	       struct state_folder *folder)
{
	int failed;

	*folder = (struct state_folder){ .fd = -1 };
	if (place == STATE_HOME)
		failed = open_home(make, folder);
	else if (place == STATE_RUNTIME)
		failed = open_runtime(make, folder);
	else
		failed = open_beside(document, folder);
	if (failed)
		state_close(folder);
	return failed;
}

int state_open_top(bool make, struct state_folder *folder)
{
	int failed;

	*folder = (struct state_folder){ .fd = -1 };
	failed = open_top(make, folder);
	if (failed)
		state_close(folder);
	return failed;
}

void state_close(struct state_folder *folder)
{
	if (folder->fd >= 0)
		close(folder->fd);
	g_free(folder->path);
	*folder = (struct state_folder){ .fd = -1 };
}
