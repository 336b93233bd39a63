/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * inotify on the folder, since files are replaced more often than written;
 * on the folder a link leads to; and on the file itself, which may be written
 * under another of its names.
 *
 * A file that takes the watched one's name has to be watched anew, so all is
 * asked for again after whatever is heard: what is watched already stays as
 * it is.
 */
#include "store/watch.h"

#include <glib.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/inotify.h>
#include <sys/vfs.h>
#endif

#include "store/state.h"

struct watch {
	char *path, *target; /* the same, unless PATH is a link */
	int fd;
};

#ifdef __linux__

/* Whatever else is written in the folder wakes nobody. */
#define FOLDER_EVENTS                                            \
	(IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | \
	 IN_MOVED_FROM | IN_MOVED_TO)
#define FILE_EVENTS (IN_CLOSE_WRITE | IN_MODIFY)

/* File systems that other machines, or programs, may write to unheard. */
static const struct {
	unsigned long type;
	const char *name;
} unheard[] = {
	{ .type = 0x00006969, .name = "NFS" },
	{ .type = 0xff534d42, .name = "CIFS" },
	{ .type = 0xfe534d42, .name = "SMB 2" },
	{ .type = 0x0000517b, .name = "SMB" },
	{ .type = 0x65735546, .name = "FUSE" },
	{ .type = 0x01021997, .name = "9P" },
	{ .type = 0x5346414f, .name = "AFS" },
	{ .type = 0x73757245, .name = "Coda" },
	{ .type = 0x00c36400, .name = "Ceph" },
	{ .type = 0x01161970, .name = "GFS2" },
	{ .type = 0x0bd00bd0, .name = "Lustre" },
	{ .type = 0x786f4256, .name = "vboxsf" },
};

static bool is_heard(const char *folder)
{
	struct statfs fs;

	if (statfs(folder, &fs))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(unheard); i++)
		if ((unsigned long)fs.f_type == unheard[i].type)
			return false;
	return true;
}

static bool watch_folder(const struct watch *w, const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);

	return is_heard(folder) &&
	       inotify_add_watch(w->fd, folder, FOLDER_EVENTS | IN_ONLYDIR) >=
		       0;
}

/* Asks to be told; false if that would not be all. */
static bool ask(const struct watch *w)
{
	if (!watch_folder(w, w->path) || !watch_folder(w, w->target))
		return false;
	/* while there is none, the folder tells when it comes */
	inotify_add_watch(w->fd, w->target, FILE_EVENTS);
	return true;
}

static bool is_named(const struct watch *w, const char *name)
{
	g_autofree char *path = g_path_get_basename(w->path);
	g_autofree char *target = g_path_get_basename(w->target);

	return !strcmp(name, path) || !strcmp(name, target);
}

/* Whether one of the events in BYTES, LEN of them, is about the file. */
static bool concerns(const struct watch *w, const char *bytes, size_t len)
{
	const struct inotify_event *event;
	bool found = false;

	for (size_t at = 0; at < len; at += sizeof(*event) + event->len) {
		event = (const struct inotify_event *)(bytes + at);
		/* without a name: the file or the folder itself, or too many
		 * events to be told */
		found = found || !event->len || is_named(w, event->name);
	}
	return found;
}

static void open_watch(struct watch *w)
{
	w->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (w->fd < 0 || ask(w))
		return;
	close(w->fd);
	w->fd = -1;
}

bool watch_hear(struct watch *w)
{
	_Alignas(struct inotify_event) char bytes[8192];
	bool found = false;
	ssize_t got;

	if (w->fd < 0)
		return true;
	while ((got = read(w->fd, bytes, sizeof(bytes))) > 0)
		found = concerns(w, bytes, (size_t)got) || found;
	if (!found)
		return false;
	g_free(w->target);
	w->target = state_canonical(w->path);
	ask(w);
	return true;
}

#else

static void open_watch(struct watch *w)
{
	w->fd = -1;
}

bool watch_hear(struct watch *w)
{
	(void)w;
	return true;
}

#endif

struct watch *watch_new(const char *path)
{
	struct watch *w = g_new0(struct watch, 1);

	w->path = g_strdup(path);
	w->target = state_canonical(path);
	open_watch(w);
	return w;
}

void watch_free(struct watch *w)
{
	if (w->fd >= 0)
		close(w->fd);
	g_free(w->path);
	g_free(w->target);
	g_free(w);
}

int watch_fd(const struct watch *w)
{
	return w->fd;
}
