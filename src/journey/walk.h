/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walks: what people felt who went through the journey, by touchpoint.
 */
#ifndef SENSEBOARD_JOURNEY_WALK_H
#define SENSEBOARD_JOURNEY_WALK_H

#include "journey/journey.h"

/* Call with the entry of every face and note of every walk, in the order of
 * the file; its key refers to a touchpoint. */
typedef void walk_mark(void *data, uint32_t entry);
void walk_each_mark(const struct journey *j, walk_mark *call, void *data);

#endif
