/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The temporary file of a save, beside the file that is saved, and what
 * becomes of it when the program is killed meanwhile.
 */
#ifndef SENSEBOARD_STORE_TEMPORARY_H
#define SENSEBOARD_STORE_TEMPORARY_H

#include <stdint.h>
#include <sys/types.h>

#define TEMPORARY_DIGITS "0123456789abcdef"

struct temporary {
	int folder; /* of the caller; the name is beside it */
	int fd;
	int life; /* the same file: locked as long as this is open */
	char name[sizeof(".senseboard-" TEMPORARY_DIGITS "-" TEMPORARY_DIGITS
			 "-" TEMPORARY_DIGITS)];
};

/* Makes an empty file of MODE in FOLDER; 0 or an errno value. Its name cannot
 * be guessed, and whatever has that name already, a link too, is never
 * opened. */
int temporary_open(struct temporary *temp, int folder, mode_t mode);

/*
 * From now on another file may come to have its name; each of the two texts
 * with the fingerprints OLD and NEW may be swept under it, and nothing else.
 * 0 or an errno value.
 */
int temporary_offer(struct temporary *temp, uint64_t old, uint64_t new);

/* Nothing more is written to it. 0, or an errno value: some file systems say
 * only now that there was no room. */
int temporary_close(struct temporary *temp);

/* Takes its name away, and ends its life, which every temporary file that was
 * opened comes to in the end. */
void temporary_remove(const struct temporary *temp);
void temporary_end(struct temporary *temp);

/* Takes away what saves have left in FOLDER that were killed: saves of ours,
 * or of files of OWNER. */
void temporary_sweep(int folder, uid_t owner);

#endif
