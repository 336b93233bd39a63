/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the place where curses writes to.  Curses flushes many times while it
 * draws one frame; through here the terminal gets all of it at once.  Curses
 * writes to the descriptor of the file, so a stream over a string would not
 * do.
 */
#include "tui/frame.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "i18n.h"

static FILE *open_memory(void)
{
#ifdef MFD_CLOEXEC
	int fd = memfd_create("frame", MFD_CLOEXEC);

	return fd < 0 ? NULL : fdopen(fd, "w+");
#else
	return tmpfile();
#endif
}

bool frame_open(struct frame *frame, GError **error)
{
	frame->file = open_memory();
	if (!frame->file) {
		g_set_error(error, G_FILE_ERROR,
			    (gint)g_file_error_from_errno(errno),
			    _("cannot make a file in memory: %s"),
			    g_strerror(errno));
		return false;
	}
	frame->bytes = g_byte_array_new();
	return true;
}

void frame_release(struct frame *frame)
{
	if (!frame->file)
		return;
	fclose(frame->file);
	g_byte_array_unref(frame->bytes);
}

void frame_take(struct frame *frame)
{
	int fd = fileno(frame->file);

	fflush(frame->file);
	off_t end = MAX(lseek(fd, 0, SEEK_CUR), 0);
	g_byte_array_set_size(frame->bytes, (guint)end);
	if (end == 0)
		return;
	ssize_t got = pread(fd, frame->bytes->data, (size_t)end, 0);
	g_byte_array_set_size(frame->bytes, (guint)MAX(got, 0));
	lseek(fd, 0, SEEK_SET);
}
