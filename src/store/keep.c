/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A new file takes an old one's name; here it is given the rest: owner,
 * group, mode, extended attributes, access control list (which Linux keeps
 * as an attribute).
 *
 * Nothing is set that is as it should be already.  A right we do not have is
 * then missed only where it would have changed something.
 */
#include "store/keep.h"

#include <errno.h>
#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif

#define MODE_BITS 07777

int keep_owner(int fd, const struct stat *old)
{
	struct stat st;

	if (fstat(fd, &st))
		return errno;
	if (st.st_uid == old->st_uid && st.st_gid == old->st_gid)
		return 0;
	if (!fchown(fd, old->st_uid, old->st_gid))
		return 0;
	/* EINVAL: an owner from outside of our user namespace */
	return errno == EINVAL ? EPERM : errno;
}

static bool same_mode(const struct stat *a, const struct stat *b)
{
	return (a->st_mode & MODE_BITS) == (b->st_mode & MODE_BITS);
}

int keep_mode(int fd, const struct stat *old)
{
	struct stat st;

	if (fstat(fd, &st))
		return errno;
	if (same_mode(&st, old))
		return 0;
	if (fchmod(fd, old->st_mode & MODE_BITS))
		return errno;
	/* setgid of a group that is not ours is dropped without a word */
	if (fstat(fd, &st))
		return errno;
	return same_mode(&st, old) ? 0 : EPERM;
}

#ifdef __linux__

#define ACL "system.posix_acl_access"

/* The attribute NAME of FD, for g_free; NULL with errno set. */
static char *get_attribute(int fd, const char *name, size_t *len)
{
	ssize_t size = fgetxattr(fd, name, NULL, 0);
	g_autofree char *value = NULL;

	if (size < 0)
		return NULL;
	value = g_malloc((size_t)size + 1);
	size = fgetxattr(fd, name, value, (size_t)size);
	if (size < 0)
		return NULL;
	*len = (size_t)size;
	return g_steal_pointer(&value);
}

static int copy_attribute(int from, int to, const char *name)
{
	g_autofree char *value = NULL, *present = NULL;
	size_t len, present_len;

	value = get_attribute(from, name, &len);
	if (!value)
		return errno == ENODATA ? 0 : errno;
	present = get_attribute(to, name, &present_len);
	if (present && present_len == len && !memcmp(present, value, len))
		return 0;
	return fsetxattr(to, name, value, len, 0) ? errno : 0;
}

/* A folder may give each new file a list that the old file has not. */
static int drop_acl(int to)
{
	if (!fremovexattr(to, ACL) || errno == ENODATA || errno == ENOTSUP)
		return 0;
	return errno;
}

int keep_attributes(int from, int to)
{
	ssize_t len = flistxattr(from, NULL, 0);
	g_autofree char *names = NULL;
	bool acl = false;
	int failed;

	if (len < 0)
		return errno == ENOTSUP || errno == ENOSYS ? 0 : errno;
	names = g_malloc((size_t)len + 1);
	len = flistxattr(from, names, (size_t)len);
	if (len < 0)
		return errno;
	for (char *name = names; name < names + len; name += strlen(name) + 1) {
		failed = copy_attribute(from, to, name);
		if (failed)
			return failed;
		acl = acl || !strcmp(name, ACL);
	}
	return acl ? 0 : drop_acl(to);
}

#else

int keep_attributes(int from, int to)
{
	(void)from;
	(void)to;
	return 0;
}

#endif
