/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walks: what people felt who went through the journey, by touchpoint.
 */
#ifndef SENSEBOARD_JOURNEY_WALK_H
#define SENSEBOARD_JOURNEY_WALK_H

#include "journey/journey.h"

/* The walks that gave faces, as entries; freed with g_array_unref(). And which
 * of these is the newest by its date, of several the last; 0 if there are
 * none. */
GArray *walk_list(const struct journey *j);
unsigned walk_newest(const struct journey *j, const GArray *walks);

/* Call with the entry of every face and note of every walk, in the order of
 * the file; its key refers to a touchpoint. */
typedef void walk_mark(void *data, uint32_t entry);
void walk_each_mark(const struct journey *j, walk_mark *call, void *data);

/* The same for the faces of one walk. */
void walk_each_face(const struct journey *j, uint32_t walk, walk_mark *call,
		    void *data);

#endif
