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
 */
#include "store/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/keep.h"
#include "store/temporary.h"

/* A file on its way to the name of another. */
struct successor {
	struct temporary temp;
	const struct text *text;
	struct stat st;
	bool theirs; /* what others wrote has come to be under its name */
};

/* What the old file was, before there is anything to read in the new one. */
static int dress(const struct successor *s, const struct target *target)
{
	int failed;

	if (target->file < 0)
		return 0;
	failed = keep_owner(s->temp.fd, &target->st);
	if (!failed)
		failed = keep_attributes(target->file, s->temp.fd);
	return failed;
}

static int fill(struct successor *s, const struct target *target)
{
	int fd = s->temp.fd, failed = bytes_write(fd, s->text);

	if (!failed && target->file >= 0)
		failed = keep_mode(fd, &target->st);
	if (!failed)
		failed = bytes_sync(fd);
	if (!failed)
		failed = bytes_compare(fd, s->text);
	if (!failed && fstat(fd, &s->st))
		failed = errno;
	return failed;
}

/* All of it on the disk, under the name nobody knows. */
static int prepare(struct successor *s, const struct target *target)
{
	int failed = dress(s, target), closed;

	if (!failed)
		failed = fill(s, target);
	closed = temporary_close(&s->temp);
	return failed ? failed : closed;
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
static int judge_old(struct successor *s, const struct target *target,
		     const struct store_identity *known)
{
	int failed = compare_name(target, s->temp.name, known);

	if (failed)
		s->theirs = rename_over(&s->temp, target) != 0;
	else
		temporary_remove(&s->temp);
	return failed;
}

/* The same by two steps, where names cannot be exchanged. */
static int compare_and_rename(const struct successor *s,
			      const struct target *target,
			      const struct store_identity *known)
{
	int failed = compare_name(target, target->name, known);

	return failed ? failed : rename_over(&s->temp, target);
}

/* The old file's name for the new one, as late as can be if it is KNOWN. */
static int place_over(struct successor *s, const struct target *target,
		      const struct store_identity *known)
{
	int failed;

	if (!known)
		return rename_over(&s->temp, target);
	failed = temporary_offer(&s->temp, known->fingerprint,
				 bytes_print(s->text->bytes, s->text->len));
	if (failed)
		return failed;
	/* so that nobody sweeps it before it was looked at */
	flock(target->file, LOCK_EX | LOCK_NB);
	failed = exchange(&s->temp, target);
	if (!failed)
		return judge_old(s, target, known);
	if (failed == ENOENT)
		return STORE_DIFFERS; /* there is none any more */
	if (failed != EINVAL && failed != ENOSYS)
		return failed;
	return compare_and_rename(s, target, known);
}

int replace_file(const struct target *target, const struct text *text,
		 const struct store_identity *known, struct store_identity *id)
{
	struct successor s = { .text = text };
	/* private while an old file's text may be in it; a new file is born
	 * with the rights the system gives to new files here */
	mode_t mode = target->file < 0 ? 0666 : 0600;
	int failed;

	temporary_sweep(target->folder,
			target->file < 0 ? geteuid() : target->st.st_uid);
	failed = temporary_open(&s.temp, target->folder, mode);
	if (failed)
		return failed;
	failed = prepare(&s, target);
	if (!failed)
		failed = target->file < 0 ? place_new(&s.temp, target)
					  : place_over(&s, target, known);
	if (failed && !s.theirs)
		temporary_remove(&s.temp);
	if (!failed)
		store_identity_set(id, &s.st, text->bytes, text->len);
	temporary_end(&s.temp);
	return failed;
}
