/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What of a touchpoint's fields the whole journey counts, for tally.c.
 */
#ifndef SENSEBOARD_JOURNEY_TRAIT_H
#define SENSEBOARD_JOURNEY_TRAIT_H

#include "journey/journey.h"

/* Read the traits of a touchpoint whose channel, senses, phase and measures
 * have been read: bit N for trait N. */
uint32_t trait_read(const struct journey *j, const struct place *tp);

/* The known channel that a touchpoint names, counted from 1, or 0. */
uint8_t trait_channel(const struct journey *j, const struct place *tp);

#endif
