/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The save.  Who looks at the file at any moment, also after a crash, finds
 * the old text or the new one.
 *
 *	links followed -> the new text takes the name -> fsync of the folder
 *	-> read back under its name -> said to be saved
 *
 * replace_file() gives the name to another file.  Where that would break a
 * hard link or change an owner that we may not set, or where the folder
 * takes no new file, the old file itself is written over; overwrite() does
 * what can be done without a second file.
 */
#include "store/save.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "store/bytes.h"
#include "store/keep.h"
#include "store/replace.h"
#include "store/target.h"

/* Room for LEN bytes, so that a full disk is known before a byte changes. */
static int reserve(int fd, size_t len)
{
#ifdef FALLOC_FL_KEEP_SIZE
	if (len && fallocate(fd, FALLOC_FL_KEEP_SIZE, 0, (off_t)len) &&
	    (errno == ENOSPC || errno == EDQUOT))
		return errno;
#else
	(void)fd;
	(void)len;
#endif
	return 0;
}

static int rewrite(int fd, const struct text *text)
{
	int failed = bytes_write(fd, text);

	if (!failed && ftruncate(fd, (off_t)text->len))
		failed = errno;
	if (!failed)
		failed = bytes_sync(fd);
	return failed ? failed : bytes_compare(fd, text);
}

/* A save under way. */
struct job {
	struct target target;
	struct text text;
	const struct store_care *care;
	struct store_identity *id;
	GError *why; /* what care->keep() said */
};

/* Instead of an errno value: see job.why. */
#define NOT_KEPT (-2)

static int keep(struct job *job)
{
	const struct store_care *care = job->care;

	if (!care->keep ||
	    care->keep(care->data, job->text.bytes, job->text.len, &job->why))
		return 0;
	return NOT_KEPT;
}

/* All that can be done before the first byte changes: the old text into
 * memory, room for the new one, which is kept elsewhere; and is the old one
 * still that which may go? */
static int prepare(struct job *job, struct text *old)
{
	const struct target *target = &job->target;
	char *bytes;
	int failed = bytes_read(target->file, (size_t)target->st.st_size,
				G_MAXSSIZE, &bytes, &old->len);

	old->bytes = bytes;
	if (!failed)
		failed = reserve(target->file, job->text.len);
	if (!failed)
		failed = keep(job);
	if (!failed && job->care->known)
		failed = store_compare(target->file, job->care->known);
	return failed;
}

/* Writes over the file itself; when that fails the old text is put back. */
static int overwrite(struct job *job)
{
	const struct target *target = &job->target;
	struct text old = { 0 };
	int failed = prepare(job, &old);

	if (!failed) {
		failed = rewrite(target->file, &job->text);
		if (failed)
			rewrite(target->file, &old);
		else
			/* writing takes setgid away; who may, sets it again */
			keep_mode(target->file, &target->st);
	}
	g_free((char *)old.bytes);
	return failed;
}

/* Whether FAILED means: not by a rename, but perhaps in place. */
static bool not_by_rename(int failed)
{
	/* EBUSY: the file is a mount point, as in a container */
	return failed == EPERM || failed == EACCES || failed == EROFS ||
	       failed == EBUSY || failed == ENOTSUP;
}

static int replace(struct job *job)
{
	return replace_file(&job->target, &job->text, job->care->known,
			    job->id);
}

static int save_old(struct job *job)
{
	const struct store_identity *known = job->care->known;
	int failed = EPERM;

	if (known && !known->exists)
		return EEXIST;
	if (job->target.st.st_nlink == 1 && !job->target.sealed)
		failed = replace(job);
	return not_by_rename(failed) ? overwrite(job) : failed;
}

static int save_new(struct job *job)
{
	const struct store_identity *known = job->care->known;

	if (known && known->exists)
		return STORE_DIFFERS;
	return job->target.sealed ? EACCES : replace(job);
}

/* The text is in its place: makes sure of it, as far as we can. */
static int confirm(struct job *job)
{
	const struct target *target = &job->target;
	int failed = target->sealed ? 0 : bytes_sync(target->folder);
	struct stat st;
	int fd;

	if (failed)
		return failed;
	fd = openat(target->folder, target->name,
		    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return errno;
	failed = bytes_compare(fd, &job->text);
	if (!failed && fstat(fd, &st))
		failed = errno;
	close(fd);
	if (!failed)
		store_identity_set(job->id, &st, job->text.bytes,
				   job->text.len);
	return failed;
}

static int save(const char *path, struct job *job)
{
	int failed = target_open(&job->target, path);

	if (!failed)
		failed = job->target.file < 0 ? save_new(job) : save_old(job);
	if (!failed)
		failed = confirm(job);
	target_close(&job->target);
	return failed;
}

/*
 * The system walks the links first: it knows which must not be followed, in
 * folders where everybody may put one.
 */
static bool may_be_text(const char *path, enum store_act act, GError **error)
{
	struct stat st;

	if (stat(path, &st)) {
		if (errno == ENOENT)
			return true;
		return store_fail(error, act, path, errno);
	}
	if (store_odd_kind(st.st_mode))
		return store_refuse(error, act, path,
				    store_odd_kind(st.st_mode));
	if (act == STORE_WRITE)
		return true;
	return store_fail(error, act, path, EEXIST);
}

static bool finish(struct job *job, const char *path, enum store_act act,
		   int failed, GError **error)
{
	if (!failed)
		return true;
	if (failed == NOT_KEPT)
		g_propagate_error(error, job->why);
	else if (failed == STORE_DIFFERS)
		store_changed_by_others(error, act, path);
	else
		store_fail(error, act, path, failed);
	return false;
}

bool store_save(const char *path, const char *bytes, size_t len,
		const struct store_care *care, struct store_identity *id,
		GError **error)
{
	static const struct store_care careless = { .known = NULL };
	struct job job = {
		.text = { .bytes = bytes, .len = len },
		.care = care ? care : &careless,
		.id = id,
	};
	const struct store_identity *known = job.care->known;
	enum store_act act =
		known && !known->exists ? STORE_CREATE : STORE_WRITE;

	if (!may_be_text(path, act, error))
		return false;
	return finish(&job, path, act, save(path, &job), error);
}

bool store_create(const char *path, const char *bytes, size_t len,
		  GError **error)
{
	static const struct store_identity none = { .exists = false };
	static const struct store_care care = { .known = &none };
	struct store_identity id;

	return store_save(path, bytes, len, &care, &id, error);
}
