/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The scorecard of a journey: how much of it is designed, in figures, and
 * which touchpoints are behind each figure.
 *
 * A score is something a touchpoint has or has not; its figure is how many
 * have it.  What measures come to is journey.grades; whose touchpoints they
 * are, journey_load().
 */
#ifndef SENSEBOARD_JOURNEY_SCORECARD_H
#define SENSEBOARD_JOURNEY_SCORECARD_H

#include "journey/journey.h"

enum score {
	/* What + Who = How, and what keeps it from holding */
	SCORE_HOLDS,
	SCORE_NO_WHAT,
	SCORE_NO_WHO,
	SCORE_MANY_WHO,
	SCORE_NO_HOW,
	/* the faces as they were designed, and as they were walked */
	SCORE_DESIGNED,
	SCORE_DESIGNED_SMILE = SCORE_DESIGNED,
	SCORE_DESIGNED_NEUTRAL,
	SCORE_DESIGNED_FROWN,
	SCORE_DESIGNED_NONE,
	SCORE_WALKED,
	SCORE_WALKED_SMILE = SCORE_WALKED,
	SCORE_WALKED_NEUTRAL,
	SCORE_WALKED_FROWN,
	SCORE_WALKED_NONE,
	/* the senses that are filled, in their order */
	SCORE_SENSE,
	SCORES = SCORE_SENSE + SENSES
};

/* Whether a touchpoint has a score. What a merge key or an alias may hide is
 * not missing. */
bool score_is(const struct journey *j, const struct place *tp,
	      enum score score);

/* How many touchpoints have each. */
void scorecard_count(const struct journey *j, unsigned counts[SCORES]);

/* Do the smiles outnumber the frowns? Of each touchpoint its walked face
 * counts or, where there is none, the designed one. */
enum verdict {
	VERDICT_NONE, /* there are neither */
	VERDICT_FROWNS, /* more frowns */
	VERDICT_EVEN, /* as many */
	VERDICT_SMILES /* more smiles */
};
enum verdict scorecard_verdict(const struct journey *j);

#endif
