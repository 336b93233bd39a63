/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The curve of a journey: how each touchpoint leaves the customer, as it was
 * designed and as people felt it who walked through.
 *
 *	+2     o         designed: the face of `impression`
 *	 0 o       o     walked: the lower median of the faces in `walks`
 *	-2   o
 */
#ifndef SENSEBOARD_JOURNEY_CURVE_H
#define SENSEBOARD_JOURNEY_CURVE_H

#include "journey/journey.h"

/* The value of a touchpoint without a face. */
#define CURVE_NONE INT8_MAX

/* The value of a face, -2 to 2, or CURVE_NONE: the one designed, the one
 * walked, and the one that counts: walked, or else designed. */
int curve_designed(const struct place *tp);
int curve_walked(const struct place *tp);
int curve_value(const struct place *tp);

/* How many touchpoints have a value that counts, and how many of these lie
 * above 0, or below. */
unsigned curve_rated(const struct journey *j);
unsigned curve_smiles(const struct journey *j);
unsigned curve_frowns(const struct journey *j);

/* The face that a scalar names, or NULL. */
const struct face *curve_face(const struct tree *t, uint32_t entry);

/* For read.c and update.c: the value of the face a touchpoint is designed for;
 * count a touchpoint, and take away what was counted for it. */
int8_t curve_read(const struct journey *j, const struct place *tp);
void curve_enter(struct journey *j, struct place *tp);
void curve_forget(struct journey *j, struct place *tp);

/* Read the walks anew, and add to CHANGED whoever is now felt otherwise. */
void curve_walk(struct journey *j, GPtrArray *changed);

/* Forget that a touchpoint was walked, but not yet how it was felt. */
void curve_unwalk(struct place *tp);

/* Find the one rated last, once the above are done. */
void curve_settle(struct journey *j);

/* Forget all counts, before everything is read anew. */
void curve_clear(struct journey *j);

#endif
