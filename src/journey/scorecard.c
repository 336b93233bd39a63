/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scores: all they ask was told when the touchpoint was read, so counting
 * them looks at no text.
 */
#include "journey/scorecard.h"

#include "journey/curve.h"
#include "journey/walk.h"

/* Whether the value of a face is that of one of four scores. */
static bool is_face(int value, enum score face)
{
	switch (face) {
	case SCORE_DESIGNED_SMILE:
		return value != CURVE_NONE && value > 0;
	case SCORE_DESIGNED_NEUTRAL:
		return value == 0;
	case SCORE_DESIGNED_FROWN:
		return value < 0;
	default:
		return value == CURVE_NONE;
	}
}

static bool lacks(const struct journey *j, const struct place *tp, int field)
{
	return !place_is(tp, TRAIT_HIDES) && place_blank(j, tp, field);
}

bool score_is(const struct journey *j, const struct place *tp, enum score score)
{
	if (score >= SCORE_SENSE)
		return place_senses(j, tp) >> (score - SCORE_SENSE) & 1;
	if (score >= SCORE_WALKED)
		return is_face(curve_walked(tp),
			       score - SCORE_WALKED + SCORE_DESIGNED);
	switch (score) {
	case SCORE_HOLDS:
		return place_complete(j, tp);
	case SCORE_NO_WHAT:
		return lacks(j, tp, T_WHAT);
	case SCORE_NO_WHO:
		return lacks(j, tp, T_WHO);
	case SCORE_MANY_WHO:
		return place_owners(j, tp, NULL) > 1;
	case SCORE_NO_HOW:
		return lacks(j, tp, T_HOW);
	default:
		return is_face(curve_designed(tp), score);
	}
}

void scorecard_count(const struct journey *j, unsigned counts[SCORES])
{
	const struct place *tp = walk_step(j, NULL, 1);

	for (unsigned i = 0; i < SCORES; i++)
		counts[i] = 0;
	for (; tp; tp = walk_step(j, tp, 1))
		for (unsigned i = 0; i < SCORES; i++)
			counts[i] += score_is(j, tp, (enum score)i);
}

enum verdict scorecard_verdict(const struct journey *j)
{
	unsigned smiles = curve_smiles(j), frowns = curve_frowns(j);

	if (!smiles && !frowns)
		return VERDICT_NONE;
	if (smiles == frowns)
		return VERDICT_EVEN;
	return smiles > frowns ? VERDICT_SMILES : VERDICT_FROWNS;
}
