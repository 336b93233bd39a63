/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside a journal: between journal.c and segment.c.
 */
#ifndef SENSEBOARD_STORE_JOURNAL_OWN_H
#define SENSEBOARD_STORE_JOURNAL_OWN_H

#include <stdint.h>

#include "store/journal.h"
#include "store/state.h"
#include "store/sync.h"

struct journal {
	char *document; /* NULL: untitled */
	char *stem;
	struct text base;
	size_t most; /* bytes before it is written anew */
	uint64_t number; /* of the last record; 0: nothing to tell yet */
	GString *splices; /* of the change that is being made */
	GString *pending; /* records that are not written */
	char *draft; /* the last one, while it is open */
	char *problem;
	/* the file; -1 and NULL before there is one */
	enum state_place place;
	struct state_folder folder;
	int file;
	size_t size; /* bytes that are known to be whole */
	char *name, *path;
	struct syncer *sync;
};

/* Writes the file anew without what is past.  If it cannot be, it stays as it
 * is, and is let grow to twice its size before this is tried again. */
void segment_rewrite(struct journal *j);

#endif
