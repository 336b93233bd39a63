/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A library to be preloaded: a disk that takes its time.  Each fdatasync()
 * writes a byte to the FIFO $DISK_TOLD, if there is one, and lasts $DISK_MS
 * milliseconds.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static void tell(const char *path)
{
	int fd = path ? open(path, O_WRONLY | O_CLOEXEC) : -1;

	if (fd < 0)
		return;
	if (write(fd, ".", 1) < 0)
		_exit(1);
	close(fd);
}

int fdatasync(int fd)
{
	const char *given = getenv("DISK_MS");
	long ms = given ? atol(given) : 0;
	struct timespec time = { ms / 1000, ms % 1000 * 1000000 };

	(void)fd;
	tell(getenv("DISK_TOLD"));
	nanosleep(&time, NULL);
	return 0;
}
