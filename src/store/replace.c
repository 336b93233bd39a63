/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file with the new text takes the old one's name.
 *
 *	temporary file beside it -> owner, attributes -> text -> mode
 *	-> fsync -> compare -> close -> exchange names, look at the old one
 *
 * Until the exchange nothing has happened to the old file, so all that can go
 * wrong is made to go wrong before: even the comparing is done there.  When
 * it does, the temporary file goes and the old one was never touched.
 *
 * The temporary file's name cannot be guessed, and whatever has that name
 * already, a link too, is never opened.
 */
#include "store/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/random.h>
#include <unistd.h>

#include "store/keep.h"

/* More than one name taken by chance will not happen. */
#define NAMES_TRIED 8

struct temporary {
	int fd;
	char name[sizeof(".senseboard-0123456789abcdef")];
	struct stat st;
	bool theirs; /* what others wrote has come to be under that name */
};

/*
 * Private while an old file's text may be in it; a new file is born with the
 * rights the system gives to new files here.
 */
static int temporary_open(struct temporary *temp, const struct target *target)
{
	mode_t mode = target->file < 0 ? 0666 : 0600;
	uint64_t number;

	for (int i = 0; i < NAMES_TRIED; i++) {
		if (getentropy(&number, sizeof(number)))
			return errno;
		snprintf(temp->name, sizeof(temp->name),
			 ".senseboard-%016" PRIx64, number);
		temp->fd = openat(target->folder, temp->name,
				  O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW |
					  O_CLOEXEC,
				  mode);
		if (temp->fd >= 0)
			return 0;
		if (errno != EEXIST)
			return errno;
	}
	return EEXIST;
}

/* What the old file was, before there is anything to read in the new one. */
static int temporary_dress(struct temporary *temp, const struct target *target)
{
	int failed;

	if (target->file < 0)
		return 0;
	failed = keep_owner(temp->fd, &target->st);
	if (!failed)
		failed = keep_attributes(target->file, temp->fd);
	return failed;
}

static int temporary_fill(struct temporary *temp, const struct target *target,
			  const struct text *text)
{
	int failed = bytes_write(temp->fd, text);

	if (!failed && target->file >= 0)
		failed = keep_mode(temp->fd, &target->st);
	if (!failed)
		failed = bytes_sync(temp->fd);
	if (!failed)
		failed = bytes_compare(temp->fd, text);
	if (!failed && fstat(temp->fd, &temp->st))
		failed = errno;
	return failed;
}

/* Some file systems say only now that there was no room. */
static int temporary_close(struct temporary *temp)
{
	return close(temp->fd) && errno != EINTR ? errno : 0;
}

/* The name for the new file, without taking it from another. */
static int place_new(const struct temporary *temp, const struct target *target)
{
	int folder = target->folder;

#ifdef RENAME_NOREPLACE
	if (!renameat2(folder, temp->name, folder, target->name,
		       RENAME_NOREPLACE))
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return errno;
#endif
	if (linkat(folder, temp->name, folder, target->name, 0))
		return errno;
	unlinkat(folder, temp->name, 0);
	return 0;
}

static int compare_name(const struct target *target, const char *name,
			const struct store_identity *known)
{
	int fd = openat(target->folder, name,
			O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	int failed;

	if (fd < 0)
		return errno;
	failed = store_compare(fd, known);
	close(fd);
	return failed;
}

static int rename_over(const struct temporary *temp,
		       const struct target *target)
{
	if (renameat(target->folder, temp->name, target->folder, target->name))
		return errno;
	return 0;
}

/* The new file and the old one change names, in one step. */
static int exchange(const struct temporary *temp, const struct target *target)
{
#ifdef RENAME_EXCHANGE
	int folder = target->folder;

	return renameat2(folder, temp->name, folder, target->name,
			 RENAME_EXCHANGE)
		       ? errno
		       : 0;
#else
	return ENOSYS;
#endif
}

/* What was written up to the exchange is in the old file.  If it is not the
 * one that may go, it takes its name back. */
static int judge_old(struct temporary *temp, const struct target *target,
		     const struct store_identity *known)
{
	int failed = compare_name(target, temp->name, known);

	if (failed)
		temp->theirs = rename_over(temp, target) != 0;
	else
		unlinkat(target->folder, temp->name, 0);
	return failed;
}

/* The old file's name for the new one, as late as can be if it is KNOWN. */
static int place_over(struct temporary *temp, const struct target *target,
		      const struct store_identity *known)
{
	int failed;

	if (!known)
		return rename_over(temp, target);
	failed = exchange(temp, target);
	if (!failed)
		return judge_old(temp, target, known);
	if (failed == ENOENT)
		return STORE_DIFFERS; /* there is none any more */
	if (failed != EINVAL && failed != ENOSYS)
		return failed;
	failed = compare_name(target, target->name, known);
	return failed ? failed : rename_over(temp, target);
}

int replace_file(const struct target *target, const struct text *text,
		 const struct store_identity *known, struct store_identity *id)
{
	struct temporary temp = { .fd = -1 };
	int failed, closed;

	failed = temporary_open(&temp, target);
	if (failed)
		return failed;
	failed = temporary_dress(&temp, target);
	if (!failed)
		failed = temporary_fill(&temp, target, text);
	closed = temporary_close(&temp);
	if (!failed)
		failed = closed;
	if (!failed)
		failed = target->file < 0 ? place_new(&temp, target)
					  : place_over(&temp, target, known);
	if (failed && !temp.theirs)
		unlinkat(target->folder, temp.name, 0);
	if (!failed)
		store_identity_set(id, &temp.st, text->bytes, text->len);
	return failed;
}
