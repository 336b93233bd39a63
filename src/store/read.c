/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a file whole, once, into one buffer of its own size, and remembers
 * what it was.
 *
 * Only regular files: a directory, a FIFO, a socket or a device is refused
 * by its kind before it is opened, since opening some of them already does
 * something.  Between that look and the opening the name may come to mean
 * something else, so it is opened in a way that never waits and is looked
 * at again.
 *
 * Whether the file has changed is a question about its text.  Times only
 * save the reading when nothing depends on the answer.
 */
#include "store/read.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "i18n.h"
#include "store/bytes.h"

void store_identity_set(struct store_identity *id, const struct stat *st,
			const char *bytes, size_t len)
{
	*id = (struct store_identity){
		.exists = true,
		.dev = st->st_dev,
		.ino = st->st_ino,
		.mode = st->st_mode,
		.size = (size_t)st->st_size,
		.mtime = st->st_mtim,
		.ctime = st->st_ctim,
		.fingerprint = bytes_print(bytes, len),
	};
}

int store_compare(int fd, const struct store_identity *known)
{
	g_autofree char *bytes = NULL;
	struct stat st;
	size_t len;
	int failed;

	if (fstat(fd, &st))
		return errno;
	if (!known->exists || (size_t)st.st_size != known->size)
		return STORE_DIFFERS;
	failed = bytes_read(fd, known->size, STORE_LIMIT, &bytes, &len);
	if (failed)
		return failed;
	return bytes_print(bytes, len) == known->fingerprint ? 0
							     : STORE_DIFFERS;
}

static bool read_open(int fd, const char *path, struct store_file *out,
		      GError **error)
{
	struct stat st;
	int failed;

	if (fstat(fd, &st))
		return store_fail(error, STORE_READ, path, errno);
	if (store_odd_kind(st.st_mode))
		return store_refuse(error, STORE_READ, path,
				    store_odd_kind(st.st_mode));
	failed = bytes_read(fd, (size_t)st.st_size, STORE_LIMIT, &out->bytes,
			    &out->len);
	if (failed == EFBIG)
		return store_refuse(error, STORE_READ, path,
				    _("larger than 64 MiB"));
	if (failed)
		return store_fail(error, STORE_READ, path, failed);
	store_identity_set(&out->id, &st, out->bytes, out->len);
	return true;
}

bool store_read(const char *path, struct store_file *out, GError **error)
{
	struct stat st;
	bool ok;
	int fd;

	*out = (struct store_file){ 0 };
	if (stat(path, &st))
		return store_fail(error, STORE_READ, path, errno);
	if (store_odd_kind(st.st_mode))
		return store_refuse(error, STORE_READ, path,
				    store_odd_kind(st.st_mode));
	fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return store_fail(error, STORE_READ, path, errno);
	ok = read_open(fd, path, out, error);
	close(fd);
	return ok;
}

void store_file_clear(struct store_file *file)
{
	g_free(file->bytes);
	*file = (struct store_file){ 0 };
}

static bool same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static bool looks_same(const struct store_identity *known, const char *path)
{
	struct stat st;

	return known->exists && !stat(path, &st) && st.st_dev == known->dev &&
	       st.st_ino == known->ino && (size_t)st.st_size == known->size &&
	       same_time(st.st_mtim, known->mtime) &&
	       same_time(st.st_ctim, known->ctime);
}

/* The text of NOW against KNOWN. */
static enum store_change compare(struct store_identity *known,
				 const struct store_file *now)
{
	if (!known->exists || known->fingerprint != now->id.fingerprint)
		return STORE_CHANGED;
	*known = now->id;
	return STORE_SAME;
}

bool store_changed(const char *path, struct store_identity *known,
		   enum store_look look, enum store_change *change,
		   GError **error)
{
	g_autoptr(GError) failed = NULL;
	struct store_file now;

	*change = STORE_SAME;
	if (look == STORE_GLANCE && looks_same(known, path))
		return true;
	if (store_read(path, &now, &failed)) {
		*change = compare(known, &now);
		store_file_clear(&now);
		return true;
	}
	if (g_error_matches(failed, STORE_ERROR, STORE_ERROR_MISSING)) {
		*change = known->exists ? STORE_DELETED : STORE_SAME;
		return true;
	}
	g_propagate_error(error, g_steal_pointer(&failed));
	return false;
}
