/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns which findings belong to a cell of the Senses.
 *
 * What is found about a sense of a touchpoint is told at its stage; that it
 * has no sense at all, in the column of all of them; a gap, in the row of the
 * journey.
 */
#include "tui/senses.h"

#include <string.h>

/* Whether a finding about the whole journey is about a sense. */
static bool is_about(const struct senses *s, const struct finding *f, int sense)
{
	const struct journey *j = app_journey(s->app);

	if (sense == SENSES)
		return false;
	if (strcmp(f->rule->name, "no-feel") == 0)
		return T_SEE + sense == T_FEEL;
	return strcmp(f->rule->name, "sense-gap") == 0 &&
	       !j->per_sense[sense] && !(coverage_left_out(j) >> sense & 1);
}

/* Whether a finding at a touchpoint belongs to a column. */
static bool is_in(const struct senses *s, const struct finding *f, int sense)
{
	bool none = !place_senses(app_journey(s->app), f->place);

	return none ? sense == SENSES && f->field == T_SEE
		    : sense < SENSES && f->field == T_SEE + sense;
}

/* The graver one of WORST, or NULL, and what is found at P. */
static const struct finding *graver(const struct senses *s,
				    const struct finding *worst,
				    const struct place *p, int sense)
{
	const struct findings *all = s->app->desk->board->findings;
	const struct finding *f;

	for (unsigned n = 0; (f = findings_at(all, p, n)); n++)
		if ((!worst || f->level > worst->level) &&
		    (p->kind == PLACE_JOURNEY ? is_about(s, f, sense)
					      : is_in(s, f, sense)))
			worst = f;
	return worst;
}

const struct finding *senses_found(const struct senses *s,
				   const struct place *where, int sense)
{
	const struct findings *all = s->app->desk->board->findings;
	const struct finding *worst = NULL;

	if (where->kind == PLACE_TOUCHPOINT &&
	    !place_senses(app_journey(s->app), where))
		sense = SENSES;
	if (where->kind != PLACE_STAGE)
		return graver(s, NULL, where, sense);
	if (findings_worst(all, where) == LEVEL_NONE)
		return NULL;
	for (guint i = 0; i < where->children->len; i++)
		worst = graver(s, worst, where->children->pdata[i], sense);
	return worst;
}
