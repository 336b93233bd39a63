/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two halves of placing an entry, shared by insert, remove and move, for
 * collections in block style (place.c) and in flow style (flow.c).
 *
 * Comments above an entry with no blank line between belong to it and go with
 * it; what stands above a blank line floats: it belongs to the place.
 */
#ifndef SENSEBOARD_YAML_PLACE_H
#define SENSEBOARD_YAML_PLACE_H

#include "yaml/entry.h"

/* Unlink E and mend what is left, in the open change. E keeps its text but
 * for what floated above it. */
bool place_take(struct tree *t, uint32_t e, GError **error);
bool flow_take(struct tree *t, uint32_t e, GError **error);

/* Link E, which hangs nowhere, into PARENT before BEFORE or (0) last. */
bool place_put(struct tree *t, uint32_t e, uint32_t parent, uint32_t before,
	       GError **error);
bool flow_put(struct tree *t, uint32_t e, uint32_t parent, uint32_t before,
	      GError **error);

/* Whether a first child stands on its parent's line, as the key behind a dash
 * does: nothing can come before it, and it cannot go while others stay. */
bool place_on_parents_line(const struct tree *t, uint32_t e);

/* Put comment lines that lost what they stood at behind E: at its foot if they
 * are indented as its children are, else before what follows it, where
 * reading the text anew would find them. */
void place_leave(struct tree *t, uint32_t e, const char *comments);

/* Read TEXT (a collection of one entry) into a new entry that hangs nowhere;
 * 0 with an error if it is not exactly one, or has aliases. */
uint32_t place_read(struct tree *t, const char *text, enum kind kind,
		    GError **error);

/* The same entry written for a flow collection, on one line. */
uint32_t flow_read(struct tree *t, uint32_t block, enum kind kind,
		   GError **error);

#endif
