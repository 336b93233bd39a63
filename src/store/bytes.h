/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All of something into or out of an open file, whatever comes in pieces or
 * is interrupted.  Each returns 0 or an errno value.
 */
#ifndef SENSEBOARD_STORE_BYTES_H
#define SENSEBOARD_STORE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is to stand in a file. */
struct text {
	const char *bytes;
	size_t len;
};

/* Whether two texts are the same. */
bool bytes_same(const struct text *a, const struct text *b);

/*
 * Reads FD from its beginning to its end; EXPECTED is the size the system
 * gave.  *BYTES, for g_free, has a 0 after its *LEN bytes.  EFBIG when there
 * are more than LIMIT, ENOMEM when there is no memory for them.
 */
int bytes_read(int fd, size_t expected, size_t limit, char **bytes,
	       size_t *len);

/* Makes TEXT the first bytes of FD, or those from OFF on. */
int bytes_write(int fd, const struct text *text);
int bytes_write_at(int fd, const struct text *text, size_t off);

/* 0 when FD holds exactly TEXT, EIO when it holds anything else. */
int bytes_compare(int fd, const struct text *text);

/*
 * Waits until FD, a file or a folder, is on the disk.  A file system that
 * has no such call is taken at its word.
 */
int bytes_sync(int fd);

/* A fingerprint of BYTES: tells texts apart, is no protection from a forger. */
uint64_t bytes_print(const char *bytes, size_t len);

#endif
