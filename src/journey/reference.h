/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who or what a text names: one table for people, one for touchpoints, kept
 * in step by journey.c and update.c.
 *
 * A row counts how many places have a text as their id, and how many as their
 * name, with the sum of their numbers: while the count is one, the sum is the
 * number of that place, and nothing has to be searched when places come and
 * go.  Links to touchpoints are counted too, so that nobody looks for those
 * to a touchpoint that has none.
 */
#ifndef SENSEBOARD_JOURNEY_REFERENCE_H
#define SENSEBOARD_JOURNEY_REFERENCE_H

#include "journey/journey.h"
#include "journey/refs.h"

/* Enter a person or touchpoint under its id and its name, and forget it
 * again. */
void reference_enter(struct journey *j, struct place *p);
void reference_forget(struct journey *j, struct place *p);

/* A touchpoint's tie says the text of that tree_hash(), or does no longer. */
void reference_link(struct journey *j, uint64_t hash);
void reference_unlink(struct journey *j, uint64_t hash);

/* The same for all that walks say; never taken away. */
void reference_link_walks(struct journey *j);

/* Whether any link says the text of that tree_hash(). */
bool reference_is_linked(const struct journey *j, uint64_t hash);

/* How many ids, names and links say a text. */
struct reference {
	uint64_t hash; /* of the text */
	unsigned ids, names, links;
};

/* The same for TEXT, among the places of that kind (people are one kind). */
struct reference reference_find(const struct journey *j, enum place_kind kind,
				const char *text);

/* The place that a text of that tree_hash() names; see journey_person(). */
struct place *reference_named(const struct journey *j, enum place_kind kind,
			      uint64_t hash, unsigned *matches);

#endif
