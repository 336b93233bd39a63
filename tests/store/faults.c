/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The wrapped system calls.  unlinkat() is not among them: nobody could
 * clean up without it.
 */
#include "faults.h"

#include <dirent.h>
#include <errno.h>
#include <glib.h>
#include <signal.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

static struct fault fault;
static bool watching;
static GThread *watched;
static unsigned calls;
static const char *where;
static bool interrupted;
static char trace[4096];

void faults_begin(struct fault next)
{
	fault = next;
	calls = 0;
	where = "no call";
	trace[0] = '\0';
	watched = g_thread_self();
	watching = true;
}

unsigned faults_end(void)
{
	watching = false;
	return calls;
}

const char *faults_where(void)
{
	return where;
}

const char *faults_trace(void)
{
	return trace;
}

/* Who looks, or is somebody else, makes calls too. */
static void run(void (*act)(void))
{
	watching = false;
	act();
	watching = true;
}

/* Whether the call NAME, which is being made, has to fail. */
static bool fails(const char *name)
{
	bool now;

	if (!watching || g_thread_self() != watched)
		return false;
	if (fault.before)
		run(fault.before);
	calls++;
	g_strlcat(trace, name, sizeof(trace));
	g_strlcat(trace, " ", sizeof(trace));
	now = fault.at &&
	      (fault.lasting ? calls >= fault.at : calls == fault.at);
	if (!now)
		return false;
	if (!fault.number)
		raise(SIGKILL);
	where = name;
	errno = fault.number;
	return true;
}

/* Whether a signal comes now, as it does at every second call. */
static bool interrupts(void)
{
	if (!watching || !fault.crumbs)
		return false;
	interrupted = !interrupted;
	errno = EINTR;
	return interrupted;
}

static size_t crumb(size_t len)
{
	return watching && fault.crumbs && len > 5 ? 5 : len;
}

int __real_stat(const char *path, struct stat *st);
int __wrap_stat(const char *path, struct stat *st);
int __wrap_stat(const char *path, struct stat *st)
{
	return fails("stat") ? -1 : __real_stat(path, st);
}

int __real_fstat(int fd, struct stat *st);
int __wrap_fstat(int fd, struct stat *st);
int __wrap_fstat(int fd, struct stat *st)
{
	return fails("fstat") ? -1 : __real_fstat(fd, st);
}

ssize_t __real_readlink(const char *path, char *into, size_t room);
ssize_t __wrap_readlink(const char *path, char *into, size_t room);
ssize_t __wrap_readlink(const char *path, char *into, size_t room)
{
	return fails("readlink") ? -1 : __real_readlink(path, into, room);
}

int __real_open(const char *path, int flags, mode_t mode);
int __wrap_open(const char *path, int flags, mode_t mode);
int __wrap_open(const char *path, int flags, mode_t mode)
{
	if (watching && fault.before_open)
		run(fault.before_open);
	return fails("open") ? -1 : __real_open(path, flags, mode);
}

int __real_openat(int folder, const char *path, int flags, mode_t mode);
int __wrap_openat(int folder, const char *path, int flags, mode_t mode);
int __wrap_openat(int folder, const char *path, int flags, mode_t mode)
{
	return fails("openat") ? -1 : __real_openat(folder, path, flags, mode);
}

int __real_getentropy(void *into, size_t len);
int __wrap_getentropy(void *into, size_t len);
int __wrap_getentropy(void *into, size_t len)
{
	return fails("getentropy") ? -1 : __real_getentropy(into, len);
}

int __real_fchown(int fd, uid_t uid, gid_t gid);
int __wrap_fchown(int fd, uid_t uid, gid_t gid);
int __wrap_fchown(int fd, uid_t uid, gid_t gid)
{
	return fails("fchown") ? -1 : __real_fchown(fd, uid, gid);
}

int __real_fchmod(int fd, mode_t mode);
int __wrap_fchmod(int fd, mode_t mode);
int __wrap_fchmod(int fd, mode_t mode)
{
	return fails("fchmod") ? -1 : __real_fchmod(fd, mode);
}

int __real_flock(int fd, int how);
int __wrap_flock(int fd, int how);
int __wrap_flock(int fd, int how)
{
	return fails("flock") ? -1 : __real_flock(fd, how);
}

ssize_t __real_flistxattr(int fd, char *into, size_t room);
ssize_t __wrap_flistxattr(int fd, char *into, size_t room);
ssize_t __wrap_flistxattr(int fd, char *into, size_t room)
{
	return fails("flistxattr") ? -1 : __real_flistxattr(fd, into, room);
}

ssize_t __real_fgetxattr(int fd, const char *name, void *into, size_t room);
ssize_t __wrap_fgetxattr(int fd, const char *name, void *into, size_t room);
ssize_t __wrap_fgetxattr(int fd, const char *name, void *into, size_t room)
{
	return fails("fgetxattr") ? -1 : __real_fgetxattr(fd, name, into, room);
}

int __real_fsetxattr(int fd, const char *name, const void *value, size_t len,
		     int flags);
int __wrap_fsetxattr(int fd, const char *name, const void *value, size_t len,
		     int flags);
int __wrap_fsetxattr(int fd, const char *name, const void *value, size_t len,
		     int flags)
{
	return fails("fsetxattr")
		       ? -1
		       : __real_fsetxattr(fd, name, value, len, flags);
}

int __real_fremovexattr(int fd, const char *name);
int __wrap_fremovexattr(int fd, const char *name);
int __wrap_fremovexattr(int fd, const char *name)
{
	return fails("fremovexattr") ? -1 : __real_fremovexattr(fd, name);
}

ssize_t __real_pread(int fd, void *into, size_t room, off_t at);
ssize_t __wrap_pread(int fd, void *into, size_t room, off_t at);
ssize_t __wrap_pread(int fd, void *into, size_t room, off_t at)
{
	return fails("pread") || interrupts()
		       ? -1
		       : __real_pread(fd, into, crumb(room), at);
}

ssize_t __real_pwrite(int fd, const void *from, size_t len, off_t at);
ssize_t __wrap_pwrite(int fd, const void *from, size_t len, off_t at);
ssize_t __wrap_pwrite(int fd, const void *from, size_t len, off_t at)
{
	if (fails("pwrite") || interrupts())
		return -1;
	if (watching && fault.takes_nothing)
		return 0;
	if (watching && fault.lies) {
		fault.lies = false;
		return __real_pwrite(fd, "?", 1, at) == 1 ? (ssize_t)len : -1;
	}
	return __real_pwrite(fd, from, crumb(len), at);
}

int __real_fsync(int fd);
int __wrap_fsync(int fd);
int __wrap_fsync(int fd)
{
	int result = fails("fsync") || interrupts() ? -1 : __real_fsync(fd);

	if (!result && watching && fault.synced)
		fault.synced(fd);
	return result;
}

int __real_fdatasync(int fd);
int __wrap_fdatasync(int fd);
int __wrap_fdatasync(int fd)
{
	int failed;

	if (!watching || !fault.disk)
		return __real_fdatasync(fd);
	failed = fault.disk(fd);
	errno = failed;
	return failed ? -1 : 0;
}

int __real_fcntl(int fd, int command, int number);
int __wrap_fcntl(int fd, int command, int number);
int __wrap_fcntl(int fd, int command, int number)
{
	return fails("fcntl") ? -1 : __real_fcntl(fd, command, number);
}

DIR *__real_fdopendir(int fd);
DIR *__wrap_fdopendir(int fd);
DIR *__wrap_fdopendir(int fd)
{
	return fails("fdopendir") ? NULL : __real_fdopendir(fd);
}

int __real_mkdirat(int folder, const char *path, mode_t mode);
int __wrap_mkdirat(int folder, const char *path, mode_t mode);
int __wrap_mkdirat(int folder, const char *path, mode_t mode)
{
	return fails("mkdirat") ? -1 : __real_mkdirat(folder, path, mode);
}

int __real_fchmodat(int folder, const char *path, mode_t mode, int flags);
int __wrap_fchmodat(int folder, const char *path, mode_t mode, int flags);
int __wrap_fchmodat(int folder, const char *path, mode_t mode, int flags)
{
	return fails("fchmodat") ? -1
				 : __real_fchmodat(folder, path, mode, flags);
}

void *__real_g_try_malloc(size_t size);
void *__wrap_g_try_malloc(size_t size);
void *__wrap_g_try_malloc(size_t size)
{
	return watching && fault.no_memory ? NULL : __real_g_try_malloc(size);
}

void *__real_g_try_realloc(void *block, size_t size);
void *__wrap_g_try_realloc(void *block, size_t size);
void *__wrap_g_try_realloc(void *block, size_t size)
{
	return watching && fault.no_more_memory
		       ? NULL
		       : __real_g_try_realloc(block, size);
}

/* A close that fails has closed. */
int __real_close(int fd);
int __wrap_close(int fd);
int __wrap_close(int fd)
{
	int closed = __real_close(fd);

	return fails("close") ? -1 : closed;
}

int __real_fallocate(int fd, int mode, off_t at, off_t len);
int __wrap_fallocate(int fd, int mode, off_t at, off_t len);
int __wrap_fallocate(int fd, int mode, off_t at, off_t len)
{
	return fails("fallocate") ? -1 : __real_fallocate(fd, mode, at, len);
}

int __real_ftruncate(int fd, off_t len);
int __wrap_ftruncate(int fd, off_t len);
int __wrap_ftruncate(int fd, off_t len)
{
	return fails("ftruncate") ? -1 : __real_ftruncate(fd, len);
}

int __real_renameat(int from, const char *name, int to, const char *becomes);
int __wrap_renameat(int from, const char *name, int to, const char *becomes);
int __wrap_renameat(int from, const char *name, int to, const char *becomes)
{
	return fails("renameat") ? -1
				 : __real_renameat(from, name, to, becomes);
}

int __real_renameat2(int from, const char *name, int to, const char *becomes,
		     unsigned flags);
int __wrap_renameat2(int from, const char *name, int to, const char *becomes,
		     unsigned flags);
int __wrap_renameat2(int from, const char *name, int to, const char *becomes,
		     unsigned flags)
{
	if (watching && fault.before_exchange) {
		run(fault.before_exchange);
		fault.before_exchange = NULL;
	}
	if (watching && fault.no_exchange) {
		errno = EINVAL;
		return -1;
	}
	return fails("renameat2")
		       ? -1
		       : __real_renameat2(from, name, to, becomes, flags);
}

int __real_linkat(int from, const char *name, int to, const char *becomes,
		  int flags);
int __wrap_linkat(int from, const char *name, int to, const char *becomes,
		  int flags);
int __wrap_linkat(int from, const char *name, int to, const char *becomes,
		  int flags)
{
	return fails("linkat") ? -1
			       : __real_linkat(from, name, to, becomes, flags);
}
