/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one thread of the program.  It has a descriptor of its own, so what it
 * waits for may be closed meanwhile; it takes no signals.
 *
 *	written ---> wait until quiet, or late ---> fdatasync
 *	   ^                                            |
 *	   +------------------- sleep <-----------------+
 *
 * A disk may never answer.  So at the end nobody waits for a sync that is
 * under way: the thread then ends alone, or with the program.
 */
#include "store/sync.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

#define QUIET (200 * G_TIME_SPAN_MILLISECOND)
#define LATE G_TIME_SPAN_SECOND

struct syncer {
	GMutex lock; /* of all below */
	GCond wake;
	GThread *thread;
	int fd;
	int folder; /* to be synced too, once; or -1 */
	gint64 first, last; /* writes that are not synced; 0: none */
	int failed;
	bool busy; /* waiting for the disk */
	bool ends;
};

struct syncer *syncer_new(void)
{
	struct syncer *s = g_new0(struct syncer, 1);

	g_mutex_init(&s->lock);
	g_cond_init(&s->wake);
	s->fd = s->folder = -1;
	return s;
}

/* A descriptor of our own for the same file, or -1. */
static int borrow(int fd)
{
	return fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 0);
}

/* Waits for the disk, and gives FD back. */
static int sync_one(int fd)
{
	int failed = 0;

	if (fd < 0)
		return 0;
	if (fdatasync(fd) && errno != EINVAL && errno != EINTR)
		failed = errno;
	close(fd);
	return failed;
}

/* With the lock held; it is given up while the disk is waited for. */
static void sync_now(struct syncer *s)
{
	int fd = borrow(s->fd), folder = borrow(s->folder);
	int failed;

	s->first = s->last = 0;
	s->folder = -1;
	s->busy = true;
	g_mutex_unlock(&s->lock);
	failed = sync_one(fd);
	sync_one(folder);
	g_mutex_lock(&s->lock);
	s->busy = false;
	if (failed)
		s->failed = failed;
}

static void destroy(struct syncer *s)
{
	g_mutex_clear(&s->lock);
	g_cond_clear(&s->wake);
	g_free(s);
}

/* When what was written has to be on the disk. */
static gint64 due(const struct syncer *s)
{
	return MIN(s->last + QUIET, s->first + LATE);
}

static void *run(void *data)
{
	struct syncer *s = data;
	bool late = false; /* nobody waits for it any more */

	g_mutex_lock(&s->lock);
	while (!s->ends) {
		if (!s->first) {
			g_cond_wait(&s->wake, &s->lock);
		} else if (g_get_monotonic_time() < due(s)) {
			g_cond_wait_until(&s->wake, &s->lock, due(s));
		} else {
			sync_now(s);
			late = s->ends;
		}
	}
	g_mutex_unlock(&s->lock);
	if (late)
		destroy(s);
	return NULL;
}

/* Signals are the business of who waits for keys; but where a thread brings
 * one upon itself and blocks it, the system kills without calling a handler,
 * and the terminal would be left as it is. */
static GThread *start(struct syncer *s)
{
	static const int own[] = { SIGABRT, SIGBUS,  SIGFPE,
				   SIGILL,  SIGSEGV, SIGTRAP };
	sigset_t most, before;
	GThread *thread;

	sigfillset(&most);
	for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
		sigdelset(&most, own[i]);
	pthread_sigmask(SIG_SETMASK, &most, &before);
	thread = g_thread_try_new("sync", run, s, NULL);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return thread;
}

void syncer_free(struct syncer *s)
{
	GThread *thread = s->thread;
	bool busy;

	g_mutex_lock(&s->lock);
	s->ends = true;
	busy = s->busy;
	g_cond_signal(&s->wake);
	g_mutex_unlock(&s->lock);
	if (busy) {
		g_thread_unref(thread);
		return;
	}
	if (thread)
		g_thread_join(thread);
	destroy(s);
}

void syncer_follow(struct syncer *s, int fd, int folder)
{
	g_mutex_lock(&s->lock);
	s->fd = fd;
	s->folder = folder;
	s->first = s->last = 0;
	s->failed = 0;
	g_mutex_unlock(&s->lock);
}

void syncer_wrote(struct syncer *s)
{
	g_mutex_lock(&s->lock);
	s->last = g_get_monotonic_time();
	if (!s->first) {
		s->first = s->last;
		g_cond_signal(&s->wake);
	}
	if (!s->thread)
		s->thread = start(s);
	g_mutex_unlock(&s->lock);
}

int syncer_failed(struct syncer *s)
{
	int failed;

	g_mutex_lock(&s->lock);
	failed = s->failed;
	s->failed = 0;
	g_mutex_unlock(&s->lock);
	return failed;
}
