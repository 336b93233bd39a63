/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading places from the tree, for journey.c and update.c.
 */
#ifndef SENSEBOARD_JOURNEY_READ_H
#define SENSEBOARD_JOURNEY_READ_H

#include "journey/journey.h"

/* Read everything. Places whose item is still there stay the same struct.
 * Where there is more than JOURNEY_MOST of something, the rest is left out
 * and j->excess is the first of it. */
void read_journey(struct journey *j);

/* Read the fields of one place; its children are not looked at. */
void read_fields(struct journey *j, struct place *p);

/* Read the walks anew, once the touchpoints have been read. */
void read_walks(struct journey *j);

/* The place of an entry that is one, else NULL. */
struct place *read_place_of(const struct journey *j, uint32_t entry);

#endif
