/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The name of a temporary file says what may be under it, so that a later
 * save knows what it may take away:
 *
 *	.senseboard-N		a text that is being written: never of use
 *				to anybody but who writes it
 *	.senseboard-N-OLD-NEW	it is changing names with another file.  What
 *				has one of these fingerprints is the text that
 *				was replaced or the one to replace it; anything
 *				else was written by others, and stays
 *
 * Who writes it holds a lock on it, which ends with the program, however that
 * ends.  A file that is no regular one, or of somebody who has nothing to do
 * with the file that is saved, was never ours.
 */
#include "store/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/bytes.h"
#include "store/read.h"

#define PREFIX ".senseboard-"
#define DIGITS (sizeof(TEMPORARY_DIGITS) - 1)

/* More than one name taken by chance will not happen. */
#define NAMES_TRIED 8

/* Whether it is ours and still has its name: somebody who sweeps may have
 * found it before it was locked. */
static bool lives(int fd)
{
	struct stat st;

	if (flock(fd, LOCK_EX | LOCK_NB) && errno == EWOULDBLOCK)
		return false;
	return fstat(fd, &st) || st.st_nlink;
}

/* One try: 0, or EEXIST where another name has to be tried. */
static int make(struct temporary *temp, mode_t mode)
{
	uint64_t number;

	if (getentropy(&number, sizeof(number)))
		return errno;
	snprintf(temp->name, sizeof(temp->name), PREFIX "%016" PRIx64, number);
	temp->fd = openat(temp->folder, temp->name,
			  O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
			  mode);
	if (temp->fd < 0)
		return errno;
	if (lives(temp->fd))
		return 0;
	close(temp->fd);
	return EEXIST;
}

int temporary_open(struct temporary *temp, int folder, mode_t mode)
{
	int failed = EEXIST;

	temp->folder = folder;
	for (int i = 0; failed == EEXIST && i < NAMES_TRIED; i++)
		failed = make(temp, mode);
	if (failed)
		return failed;
	temp->life = fcntl(temp->fd, F_DUPFD_CLOEXEC, 0);
	if (temp->life >= 0)
		return 0;
	failed = errno;
	temporary_remove(temp);
	close(temp->fd);
	return failed;
}

int temporary_offer(struct temporary *temp, uint64_t old, uint64_t new)
{
	struct temporary next = *temp;
	size_t len = strlen(temp->name);

	snprintf(next.name + len, sizeof(next.name) - len,
		 "-%016" PRIx64 "-%016" PRIx64, old, new);
	if (renameat(temp->folder, temp->name, temp->folder, next.name))
		return errno;
	*temp = next;
	return 0;
}

int temporary_close(struct temporary *temp)
{
	return close(temp->fd) && errno != EINTR ? errno : 0;
}

void temporary_remove(const struct temporary *temp)
{
	unlinkat(temp->folder, temp->name, 0);
}

void temporary_end(struct temporary *temp)
{
	close(temp->life);
}

/* --- what others have left ------------------------------------------------ */

/* What a name says. */
struct label {
	unsigned numbers; /* 1 or 3 */
	uint64_t number[3];
};

static bool read_label(const char *name, struct label *label)
{
	const char *at = name + strlen(PREFIX);

	label->numbers = 0;
	if (strncmp(name, PREFIX, strlen(PREFIX)) != 0)
		return false;
	while (label->numbers < 3 && strspn(at, TEMPORARY_DIGITS) == DIGITS) {
		sscanf(at, "%16" SCNx64, &label->number[label->numbers++]);
		at += DIGITS;
		if (!*at)
			return label->numbers != 2;
		if (*at++ != '-')
			return false;
	}
	return false;
}

/* Whether FD holds what may be swept under a name with this LABEL. */
static bool is_worthless(int fd, const struct label *label)
{
	uint64_t print;
	char *bytes;
	size_t len;

	if (label->numbers == 1)
		return true;
	if (bytes_read(fd, 0, STORE_LIMIT, &bytes, &len))
		return false;
	print = bytes_print(bytes, len);
	g_free(bytes);
	return print == label->number[1] || print == label->number[2];
}

/* Whether a killed save of ours, or of a file of OWNER, may have left it. */
static bool is_left(int fd, uid_t owner)
{
	struct stat st;

	return !fstat(fd, &st) && S_ISREG(st.st_mode) &&
	       (st.st_uid == geteuid() || st.st_uid == owner) &&
	       !flock(fd, LOCK_EX | LOCK_NB);
}

static void sweep(int folder, uid_t owner, const char *name,
		  const struct label *label)
{
	int fd =
		openat(folder, name,
		       O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		return;
	if (is_left(fd, owner) && is_worthless(fd, label))
		unlinkat(folder, name, 0);
	close(fd);
}

void temporary_sweep(int folder, uid_t owner)
{
	int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *entry;
	struct label label;

	if (fd >= 0 && !dir)
		close(fd);
	while (dir && (entry = readdir(dir)))
		if (read_label(entry->d_name, &label))
			sweep(folder, owner, entry->d_name, &label);
	if (dir)
		closedir(dir);
}
