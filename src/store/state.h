/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the side files of documents are: journals and locks.
 *
 * They are private whatever the umask, and have names that are the document's
 * own: its base name, to be recognised by, and a hash of its whole path.
 */
#ifndef SENSEBOARD_STORE_STATE_H
#define SENSEBOARD_STORE_STATE_H

#include <stdbool.h>

/* In the order in which they are tried. */
enum state_place {
	STATE_HOME, /* ${XDG_STATE_HOME:-~/.local/state}/senseboard/journal */
	STATE_RUNTIME, /* $XDG_RUNTIME_DIR/senseboard/journal */
	STATE_BESIDE, /* the document's own folder, if nobody else may look */
	STATE_PLACES
};

struct state_folder {
	int fd;
	char *path; /* for showing it */
	bool hidden; /* names in it begin with a dot */
};

/*
 * Opens a place for the side files of DOCUMENT (NULL: untitled, which has
 * nothing beside it).  MAKE: it is made if need be.  Returns 0 or an errno
 * value, ENOENT too where there is no such place; then nothing is open.
 */
int state_open(enum state_place place, const char *document, bool make,
	       struct state_folder *folder);
void state_close(struct state_folder *folder);

/* The same with the folder above STATE_HOME, which is for what belongs to no
 * document. */
int state_open_top(bool make, struct state_folder *folder);

/* The absolute path of a file that need not be there yet, without symbolic
 * links; the caller frees. */
char *state_canonical(const char *path);

/* What the names of the side files of DOCUMENT begin with, for the caller to
 * free; of an untitled one (NULL), a new one at each call. */
char *state_stem(const char *document);

/* The name of a side file in FOLDER; the caller frees. */
char *state_name(const struct state_folder *folder, const char *stem,
		 const char *suffix);

#endif
