/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading and writing to the last byte.  The system may take or give less
 * than asked, and a signal may come between; who calls these does not see
 * it.  Everything is at a place that is named, so that no call depends on
 * where the one before it left the file.
 */
#include "store/bytes.h"

#include <errno.h>
#include <glib.h>
#include <string.h>
#include <unistd.h>

bool bytes_same(const struct text *a, const struct text *b)
{
	return a->len == b->len && !memcmp(a->bytes, b->bytes, a->len);
}

static ssize_t read_some(int fd, char *into, size_t room, size_t at)
{
	ssize_t got;

	do
		got = pread(fd, into, room, (off_t)at);
	while (got < 0 && errno == EINTR);
	return got;
}

/* Makes more ROOM, for a file that is longer than the system said. */
static int grow(char **bytes, size_t *room)
{
	size_t more = *room * 2 + 4096;
	char *grown = g_try_realloc(*bytes, more);

	if (!grown)
		return ENOMEM;
	*bytes = grown;
	*room = more;
	return 0;
}

/* Reads on until the end, always keeping a byte of *ROOM free. */
static int read_on(int fd, size_t limit, char **bytes, size_t *len, size_t room)
{
	for (;;) {
		ssize_t got = read_some(fd, *bytes + *len, room - *len, *len);
		int failed;

		if (got < 0)
			return errno;
		if (got == 0)
			return 0;
		*len += (size_t)got;
		if (*len > limit)
			return EFBIG;
		if (*len == room && (failed = grow(bytes, &room)))
			return failed;
	}
}

int bytes_read(int fd, size_t expected, size_t limit, char **bytes, size_t *len)
{
	int failed;

	*len = 0;
	*bytes = NULL;
	if (expected > limit)
		return EFBIG;
	*bytes = g_try_malloc(expected + 1);
	if (!*bytes)
		return ENOMEM;
	failed = read_on(fd, limit, bytes, len, expected + 1);
	if (failed) {
		g_free(*bytes);
		*bytes = NULL;
		return failed;
	}
	(*bytes)[*len] = '\0';
	return 0;
}

int bytes_write_at(int fd, const struct text *text, size_t off)
{
	size_t done = 0;

	while (done < text->len) {
		ssize_t put = pwrite(fd, text->bytes + done, text->len - done,
				     (off_t)(off + done));

		if (put < 0 && errno != EINTR)
			return errno;
		if (put == 0)
			return EIO;
		if (put > 0)
			done += (size_t)put;
	}
	return 0;
}

int bytes_write(int fd, const struct text *text)
{
	return bytes_write_at(fd, text, 0);
}

int bytes_compare(int fd, const struct text *text)
{
	char chunk[16384];
	size_t at = 0;

	for (;;) {
		ssize_t got = read_some(fd, chunk, sizeof(chunk), at);

		if (got < 0)
			return errno;
		if (got == 0)
			return at == text->len ? 0 : EIO;
		if ((size_t)got > text->len - at ||
		    memcmp(chunk, text->bytes + at, (size_t)got))
			return EIO;
		at += (size_t)got;
	}
}

int bytes_sync(int fd)
{
	while (fsync(fd)) {
		if (errno == EINVAL || errno == ENOTSUP || errno == ENOSYS)
			return 0;
		if (errno != EINTR)
			return errno;
	}
	return 0;
}

static uint64_t mix(uint64_t print, uint64_t word)
{
	print = (print ^ word) * UINT64_C(0x9e3779b97f4a7c15);
	return print ^ print >> 32;
}

/*
 * Each step can be undone, so one changed word always shows; four sums side
 * by side, none of which waits for another, so that nobody waits for it.
 */
uint64_t bytes_print(const char *bytes, size_t len)
{
	uint64_t a = len, b = 0, c = 0, d = 0;
	uint64_t word[4];

	for (; len >= sizeof(word); len -= sizeof(word)) {
		memcpy(word, bytes, sizeof(word));
		a = mix(a, word[0]);
		b = mix(b, word[1]);
		c = mix(c, word[2]);
		d = mix(d, word[3]);
		bytes += sizeof(word);
	}
	memset(word, 0, sizeof(word));
	if (len)
		memcpy(word, bytes, len);
	a = mix(mix(mix(a, b), c), d);
	return mix(mix(mix(mix(a, word[0]), word[1]), word[2]), word[3]);
}
