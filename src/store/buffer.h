/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text into which splices are put one after another.  There is a gap where
 * the last one was, so neighbours cost little in a text of any length.
 */
#ifndef SENSEBOARD_STORE_BUFFER_H
#define SENSEBOARD_STORE_BUFFER_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "store/bytes.h"

struct buffer {
	char *bytes;
	size_t front, back, room; /* text: up to FRONT, and from BACK on */
	uint64_t moved; /* bytes, by all splices: what they have cost */
};

/* Begin with a copy of TEXT. */
void buffer_init(struct buffer *b, const struct text *text);
void buffer_release(struct buffer *b);

size_t buffer_len(const struct buffer *b);

/* Put NEW in the place of OLD at OFF. False, and nothing done, unless OLD
 * stands there. A text of no bytes may be NULL. */
bool buffer_splice(struct buffer *b, size_t off, const struct text *old,
		   const struct text *new);

/* The text as it stands, borrowed until the next splice. */
struct text buffer_text(struct buffer *b);

#endif
