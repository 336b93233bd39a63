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

/*
 * Writes over the file itself.  The steps are in this order: the old text
 * into memory, room for the new one, [the crash journal has the whole new
 * text, synced], the first byte changes.  When a step fails the old text is
 * put back.
 */
static int overwrite(const struct target *target, const struct text *text)
{
	g_autofree char *bytes = NULL;
	struct text old = { 0 };
	int failed;

	failed = bytes_read(target->file, (size_t)target->st.st_size,
			    G_MAXSSIZE, &bytes, &old.len);
	if (failed)
		return failed;
	old.bytes = bytes;
	failed = reserve(target->file, text->len);
	if (!failed)
		failed = rewrite(target->file, text);
	if (failed)
		rewrite(target->file, &old);
	else
		/* writing takes setgid away; who may, sets it again */
		keep_mode(target->file, &target->st);
	return failed;
}

/* Whether FAILED means: not by a rename, but perhaps in place. */
static bool not_by_rename(int failed)
{
	/* EBUSY: the file is a mount point, as in a container */
	return failed == EPERM || failed == EACCES || failed == EROFS ||
	       failed == EBUSY || failed == ENOTSUP;
}

static int save_old(const struct target *target, const struct text *text,
		    struct store_identity *id)
{
	int failed = EPERM;

	if (target->st.st_nlink == 1 && !target->sealed)
		failed = replace_file(target, text, id);
	return not_by_rename(failed) ? overwrite(target, text) : failed;
}

static int save_new(const struct target *target, const struct text *text,
		    struct store_identity *id)
{
	return target->sealed ? EACCES : replace_file(target, text, id);
}

/* The text is in its place: makes sure of it, as far as we can. */
static int confirm(const struct target *target, const struct text *text,
		   struct store_identity *id)
{
	int failed = target->sealed ? 0 : bytes_sync(target->folder);
	struct stat st;
	int fd;

	if (failed)
		return failed;
	fd = openat(target->folder, target->name,
		    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return errno;
	failed = bytes_compare(fd, text);
	if (!failed && fstat(fd, &st))
		failed = errno;
	close(fd);
	if (!failed)
		store_identity_set(id, &st, text->bytes, text->len);
	return failed;
}

static int save(const char *path, const struct text *text, enum store_act act,
		struct store_identity *id)
{
	struct target target;
	int failed = target_open(&target, path);

	if (!failed && target.file < 0)
		failed = save_new(&target, text, id);
	else if (!failed && act == STORE_CREATE)
		failed = EEXIST;
	else if (!failed)
		failed = save_old(&target, text, id);
	if (!failed)
		failed = confirm(&target, text, id);
	target_close(&target);
	return failed;
}

/*
 * The system walks the links first: it knows which must not be followed, in
 * folders where everybody may put one.
 */
static bool may_be_text(const char *path, enum store_act act, GError **error)
{
	struct stat st;

	if (stat(path, &st))
		return errno == ENOENT || store_fail(error, act, path, errno);
	if (store_odd_kind(st.st_mode))
		return store_refuse(error, act, path,
				    store_odd_kind(st.st_mode));
	return act == STORE_WRITE || store_fail(error, act, path, EEXIST);
}

bool store_save(const char *path, const char *bytes, size_t len,
		struct store_identity *id, GError **error)
{
	struct text text = { .bytes = bytes, .len = len };
	int failed;

	if (!may_be_text(path, STORE_WRITE, error))
		return false;
	failed = save(path, &text, STORE_WRITE, id);
	return !failed || store_fail(error, STORE_WRITE, path, failed);
}

bool store_create(const char *path, const char *bytes, size_t len,
		  GError **error)
{
	struct text text = { .bytes = bytes, .len = len };
	struct store_identity id;
	int failed;

	if (!may_be_text(path, STORE_CREATE, error))
		return false;
	failed = save(path, &text, STORE_CREATE, &id);
	return !failed || store_fail(error, STORE_CREATE, path, failed);
}
