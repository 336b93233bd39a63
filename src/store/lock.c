/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lock file holds three lines for people, user, host and process; what
 * counts is the flock on it.
 *
 *	STEM.lock      the first who opens the document
 *	STEM-2.lock    the next, if they want to edit it all the same
 *
 * The holder takes the file away at the end, while it is still locked.  Who
 * has opened it just before finds that its name means nothing any more, and
 * begins again.
 */
#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "i18n.h"
#include "store/error.h"
#include "store/state.h"

#define EDITORS_MOST 9
#define TRIES 8 /* at a lock that vanishes each time we open it */
#define LINES_MOST 1024 /* bytes of a lock file that are read */

struct lock {
	struct state_folder folder;
	int fd;
	char *stem;
	char *name;
};

static int open_lock(int folder, const char *name, int how)
{
	return openat(folder, name, O_RDWR | O_NOFOLLOW | O_CLOEXEC | how,
		      0600);
}

/* Whether NAME is still what is open as FD. */
static bool still_named(int fd, int folder, const char *name)
{
	struct stat ours, named;

	return !fstat(fd, &ours) &&
	       !fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) &&
	       ours.st_dev == named.st_dev && ours.st_ino == named.st_ino;
}

static int lock_file(int fd)
{
	int failed;

	do
		failed = flock(fd, LOCK_EX | LOCK_NB) ? errno : 0;
	while (failed == EINTR);
	return failed;
}

/* Whose it is is only told, so it is no failure if it cannot be. */
static void sign(int fd)
{
	g_autofree char *lines =
		g_strdup_printf("%s\n%s\n%ld\n", g_get_user_name(),
				g_get_host_name(), (long)getpid());

	if (!fchmod(fd, 0600) && !ftruncate(fd, 0) &&
	    pwrite(fd, lines, strlen(lines), 0) < 0)
		return;
}

static char *take_line(char **lines, unsigned n)
{
	if (g_strv_length(lines) <= n || !*lines[n])
		return NULL;
	return g_utf8_make_valid(lines[n], -1);
}

static void read_holder(int fd, struct lock_holder *holder)
{
	char text[LINES_MOST + 1] = "";
	g_auto(GStrv) lines = NULL;
	g_autofree char *process = NULL;
	struct stat st;

	/* it is written once: when it is taken */
	if (!fstat(fd, &st))
		holder->since = st.st_mtime;
	if (pread(fd, text, LINES_MOST, 0) <= 0)
		return;
	lines = g_strsplit(text, "\n", -1);
	holder->user = take_line(lines, 0);
	holder->host = take_line(lines, 1);
	process = take_line(lines, 2);
	if (process)
		holder->process = (long)g_ascii_strtoll(process, NULL, 10);
}

void lock_holder_clear(struct lock_holder *holder)
{
	g_free(holder->user);
	g_free(holder->host);
	*holder = (struct lock_holder){ 0 };
}

/* Takes the lock called lock->stem in lock->folder. 0, or an errno value:
 * EWOULDBLOCK when another HOLDER has it. */
static int take_here(struct lock *lock, struct lock_holder *holder)
{
	int failed = EAGAIN;

	g_free(lock->name);
	lock->name = state_name(&lock->folder, lock->stem, LOCK_SUFFIX);
	for (int i = 0; i < TRIES; i++) {
		lock->fd = open_lock(lock->folder.fd, lock->name, O_CREAT);
		if (lock->fd < 0)
			return errno;
		failed = lock_file(lock->fd);
		if (failed == EWOULDBLOCK)
			read_holder(lock->fd, holder);
		else if (!failed &&
			 still_named(lock->fd, lock->folder.fd, lock->name))
			return 0;
		close(lock->fd);
		lock->fd = -1;
		if (failed)
			return failed;
	}
	return EAGAIN;
}

/* Whether the lock of STEM is held in any place. */
static bool held_anywhere(const char *stem, const char *document,
			  struct lock_holder *holder)
{
	bool held = false;

	for (int place = 0; place < STATE_PLACES && !held; place++) {
		struct state_folder folder;
		g_autofree char *name = NULL;
		int fd;

		if (state_open((enum state_place)place, document, false,
			       &folder))
			continue;
		name = state_name(&folder, stem, LOCK_SUFFIX);
		fd = open_lock(folder.fd, name, 0);
		held = fd >= 0 && lock_file(fd) == EWOULDBLOCK;
		if (held)
			read_holder(fd, holder);
		if (fd >= 0)
			close(fd);
		state_close(&folder);
	}
	return held;
}

bool lock_lives(const char *stem, const char *document)
{
	struct lock_holder holder = { 0 };
	bool lives = held_anywhere(stem, document, &holder);

	lock_holder_clear(&holder);
	return lives;
}

bool lock_ask(const char *document, struct lock_holder *holder)
{
	g_autofree char *stem = state_stem(document);

	*holder = (struct lock_holder){ 0 };
	return held_anywhere(stem, document, holder);
}

/* As people note it, by their own clock. */
static char *time_text(int64_t seconds)
{
	g_autoptr(GDateTime) time = g_date_time_new_from_unix_local(seconds);

	return time ? g_date_time_format(time, "%F %R") : g_strdup("?");
}

static void say_holder(const char *document, const struct lock_holder *holder,
		       GError **error)
{
	g_autofree char *name = store_display_name(document);
	g_autofree char *user =
		store_display_name(holder->user ? holder->user : _("somebody"));
	g_autofree char *host =
		store_display_name(holder->host ? holder->host : "?");
	g_autofree char *since = time_text(holder->since);

	g_set_error(error, STORE_ERROR, STORE_ERROR_LOCKED,
		    _("'%s' is open elsewhere since %s: %s on %s, process %ld"),
		    name, since, user, host, holder->process);
}

/* The first place in which a lock can be made. */
static int take_somewhere(struct lock *lock, const char *document,
			  struct lock_holder *holder)
{
	int failed = ENOENT;

	for (int place = 0; place < STATE_PLACES; place++) {
		failed = state_open((enum state_place)place, document, true,
				    &lock->folder);
		if (!failed)
			failed = take_here(lock, holder);
		if (!failed || failed == EWOULDBLOCK)
			return failed;
		state_close(&lock->folder);
	}
	return failed;
}

/* TAKE_STEM is the lock's or freed. */
static struct lock *take(char *take_stem, const char *document, GError **error)
{
	g_autoptr(Lock) lock = g_new0(struct lock, 1);
	struct lock_holder holder = { 0 };
	int failed = EWOULDBLOCK;

	lock->stem = take_stem;
	lock->fd = lock->folder.fd = -1;
	if (!held_anywhere(take_stem, document, &holder))
		failed = take_somewhere(lock, document, &holder);
	if (!failed) {
		sign(lock->fd);
	} else if (failed == EWOULDBLOCK) {
		say_holder(document, &holder, error);
	} else {
		g_set_error(error, STORE_ERROR, STORE_ERROR_SYSTEM,
			    _("cannot lock '%s': %s"),
			    document ? document : take_stem,
			    g_strerror(failed));
	}
	lock_holder_clear(&holder);
	return failed ? NULL : g_steal_pointer(&lock);
}

struct lock *lock_take(const char *document, GError **error)
{
	return take(state_stem(document), document, error);
}

struct lock *lock_take_beside(const char *document, GError **error)
{
	g_autofree char *stem = state_stem(document);
	struct lock *lock = NULL;

	for (int n = 2; n <= EDITORS_MOST && !lock; n++) {
		g_clear_error(error);
		lock = take(g_strdup_printf("%s-%d", stem, n), document, error);
	}
	return lock;
}

const char *lock_stem(const struct lock *lock)
{
	return lock->stem;
}

void lock_release(struct lock *lock)
{
	if (!lock)
		return;
	if (lock->fd >= 0) {
		unlinkat(lock->folder.fd, lock->name, 0);
		close(lock->fd);
	}
	state_close(&lock->folder);
	g_free(lock->stem);
	g_free(lock->name);
	g_free(lock);
}
