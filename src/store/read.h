/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A whole file in memory, and whether it is still the one on the disk.
 */
#ifndef SENSEBOARD_STORE_READ_H
#define SENSEBOARD_STORE_READ_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "store/error.h"

/* The largest file that is read, in bytes: 64 MiB. */
#define STORE_LIMIT ((size_t)64 << 20)

/*
 * Which file, and which text in it.  All 0 stands for no file yet.
 */
struct store_identity {
	bool exists;
	dev_t dev;
	ino_t ino;
	mode_t mode;
	size_t size;
	struct timespec mtime;
	struct timespec ctime;
	/* of the bytes: tells texts apart, is no protection from a forger */
	uint64_t fingerprint;
};

struct store_file {
	/* len bytes and a 0 after them; for g_free */
	char *bytes;
	size_t len;
	struct store_identity id;
};

/*
 * Reads the regular file PATH whole, never waiting for anybody to write it.
 * On failure OUT is empty; STORE_ERROR_MISSING when there is no such file.
 * store_file_clear() frees what OUT holds.
 */
bool store_read(const char *path, struct store_file *out, GError **error);
void store_file_clear(struct store_file *file);

/* Sets ID to the file ST with the text BYTES. */
void store_identity_set(struct store_identity *id, const struct stat *st,
			const char *bytes, size_t len);

/* What store_compare() says besides 0 and errno values. */
#define STORE_DIFFERS (-1)

/*
 * 0 when the open file FD holds the text of KNOWN, STORE_DIFFERS when it
 * holds another, an errno value when it cannot be read.
 */
int store_compare(int fd, const struct store_identity *known);

enum store_look {
	/* believe size and times when nothing about them has changed */
	STORE_GLANCE,
	/* read the file whatever they say: before it is written over */
	STORE_COMPARE,
};

enum store_change {
	STORE_SAME,
	STORE_CHANGED,
	STORE_DELETED,
};

/*
 * Says in *CHANGE whether PATH still holds the text of KNOWN; a file that
 * has only been touched or moved into place is the same, and KNOWN then
 * learns its new times.  Fails when PATH can no longer be read.
 */
bool store_changed(const char *path, struct store_identity *known,
		   enum store_look look, enum store_change *change,
		   GError **error);

#endif
