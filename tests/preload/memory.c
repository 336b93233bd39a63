/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A library to be preloaded: one request for memory fails, the one a test has
 * named, and whoever counts on it has to live or die with that.
 */
#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static struct memory *shared;

__attribute__((constructor)) static void map_shared(void)
{
	const char *path = getenv("NO_MEMORY");
	int fd = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
	void *at;

	if (fd < 0)
		return;
	at = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED, fd,
		  0);
	if (at != MAP_FAILED)
		shared = at;
	close(fd);
}

static bool refuses(void)
{
	if (!shared || ++shared->asked != shared->refused)
		return false;
	errno = ENOMEM;
	return true;
}

/* glibc's own, which these stand in front of. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);

void *malloc(size_t size)
{
	return refuses() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return refuses() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
	return refuses() ? NULL : __libc_realloc(block, size);
}
