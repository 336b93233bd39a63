/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changes of a YAML text: the one primitive under undo, redo and rollback.
 *
 * A change is the list of small steps that edits made: an entry's own slices
 * put in place of its old ones, an entry linked, an entry unlinked.  Each step
 * is its own inverse's twin, so undoing walks the list backwards and redoing
 * forwards; the bytes come back exactly, for every edit ever added.
 */
#ifndef SENSEBOARD_YAML_HISTORY_H
#define SENSEBOARD_YAML_HISTORY_H

#include "yaml/tree.h"

/* One change, for whoever keeps a view of the tree in step. */
struct change {
	char *name; /* what it did: "set promise of Warm towel" */
	uint32_t focus; /* the entry it was about, and ... */
	uint32_t detail; /* ... a number of the caller's choice */
	int64_t when; /* by history_date(): in µs since 1970; 0: not told */
	GArray *steps; /* of struct step, in the order made */
};

enum step_kind { STEP_TEXT, STEP_LINK, STEP_UNLINK };

/* Open a change: edits from here on belong to it. Changes do not nest. */
void history_begin(struct tree *t);

/* Close it under that name; what was undone before can no longer be redone.
 * Returns the change, or NULL if no edit was made. Borrowed. */
const struct change *history_commit(struct tree *t, const char *name,
				    uint32_t focus, uint32_t detail);

/* Close it by taking back every edit made in it. */
void history_abandon(struct tree *t);

/* Undo or redo one change and return it (borrowed), or NULL if there is
 * none. */
const struct change *history_undo(struct tree *t);
const struct change *history_redo(struct tree *t);

/* What the next undo or redo would be, or NULL. */
const struct change *history_next_undo(const struct tree *t);
const struct change *history_next_redo(const struct tree *t);

/* What one step of a change does to the whole text: NEW in the place of OLD,
 * OFF bytes from its beginning. Borrowed while it is told. */
struct splice {
	size_t off, old_len, new_len;
	const char *old, *new;
};

struct splice_follower {
	void (*splice)(void *data, const struct splice *splice);
	void *data;
};

/* Tell FOLLOWER (copied; NULL: nobody) from now on all that happens to the
 * text, in order: also what is undone, redone, or taken back. Whoever takes
 * the splices after another has the text at any moment. */
void tree_follow(struct tree *t, const struct splice_follower *follower);

/* Say when the latest change that stands was made. */
void history_date(struct tree *t, int64_t when);

/* How many changes stand, i.e. could be undone; how many there are, with those
 * that were undone; and number N of them, in the order they were made. */
unsigned history_depth(const struct tree *t);
unsigned history_count(const struct tree *t);
const struct change *history_change(const struct tree *t, unsigned n);

/* The entry that step N of a change is about, what happened to it when the
 * change was made, and the parent it was linked under or unlinked from (its
 * own parent for a change of text; 0 if that is gone). Returns false after
 * the last step. */
bool change_step(const struct tree *t, const struct change *c, unsigned n,
		 uint32_t *entry, enum step_kind *kind, uint32_t *parent);

#endif
