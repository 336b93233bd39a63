/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tallies of a journey, kept in step one touchpoint at a time.
 *
 * What was counted for a touchpoint is remembered in its place, so it can be
 * taken away again when the touchpoint has changed, without looking at any
 * other.
 */
#ifndef SENSEBOARD_JOURNEY_TALLY_H
#define SENSEBOARD_JOURNEY_TALLY_H

#include "journey/journey.h"

/* Count a touchpoint whose fields have been read, and take away what was
 * counted for it. */
void tally_add(struct journey *j, struct place *tp);
void tally_remove(struct journey *j, struct place *tp);

/* Forget all counts, before everything is read anew. */
void tally_clear(struct journey *j);

/* When a stage is, or PHASE_NONE. */
uint8_t tally_phase(const struct journey *j, const struct place *stage);

#endif
