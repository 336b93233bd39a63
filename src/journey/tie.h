/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ties: which touchpoints answer or follow up which, from both ends; and which
 * needs they serve.
 *
 *	2 an order  <---- answers ----  5 the card comes
 *	   .from                            .to
 *
 * A place with neither has no ties at all, which is most of them.
 */
#ifndef SENSEBOARD_JOURNEY_TIE_H
#define SENSEBOARD_JOURNEY_TIE_H

#include "journey/journey.h"

struct tie {
	struct place *place; /* at the other end; NULL: it leads nowhere */
	int field; /* T_ANSWERS, T_FOLLOWS_UP; or T_SERVES, to no place */
	uint64_t hash; /* of the text that refers */
};

struct ties {
	GArray *to, *from; /* of struct tie */
};

/* Enter what a touchpoint answers and follows up once all are read, and take
 * it away again. */
void tie_enter(struct journey *j, struct place *tp);
void tie_forget(struct journey *j, struct place *tp);

/* Forget a place's ties without looking at their other ends. */
void tie_clear(struct place *p);
void tie_free(struct place *p);

/* Whether a later touchpoint refers to this one by that field. */
bool tie_comes_back(const struct place *tp, int field);

/* How many touchpoints serve the need whose words have that tree_hash(). */
unsigned tie_serves(const struct journey *j, uint64_t need);

/* Whether TP comes after THAN. */
bool place_is_later(const struct place *tp, const struct place *than);

#endif
