/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns where the cursor of the Senses is, and how it moves over the cells of
 * the grid and the touchpoints of the list.
 */
#include "tui/senses.h"

#include "tui/list.h"

#define NOTHING UINT_MAX

static unsigned stages(const struct senses *s)
{
	return app_journey(s->app)->root->children->len;
}

struct place *senses_where(const struct senses *s)
{
	return app_place(s->app, s->where);
}

unsigned senses_count(const struct senses *s)
{
	const struct place *where = senses_where(s);

	return where->kind == PLACE_STAGE ? where->children->len
					  : app_journey(s->app)->n_touchpoints;
}

struct place *senses_at(const struct senses *s, unsigned position)
{
	const struct place *where = senses_where(s), *stage = where;
	const struct journey *j = app_journey(s->app);
	unsigned n = 0;

	if (where->kind == PLACE_JOURNEY)
		stage = journey_stage(j, n);
	while (stage && where->kind == PLACE_JOURNEY &&
	       position >= stage->children->len) {
		position -= stage->children->len;
		stage = journey_stage(j, ++n);
	}
	return stage ? stage_touchpoint(stage, position) : NULL;
}

struct place *senses_touchpoint(const struct senses *s)
{
	struct place *p = app_place(s->app, s->chosen);

	return p && p->kind == PLACE_TOUCHPOINT ? p : NULL;
}

unsigned senses_position(const struct senses *s)
{
	const struct place *tp = senses_touchpoint(s);

	if (!tp)
		return 0;
	return senses_where(s)->kind == PLACE_STAGE
		       ? tp->index
		       : journey_position(app_journey(s->app), tp);
}

/* The row of a place that stands in one. */
static unsigned row_of(const struct senses *s, const struct place *where)
{
	return where->kind == PLACE_STAGE ? where->index : stages(s);
}

static struct place *place_of(const struct senses *s, unsigned row)
{
	struct place *stage = journey_stage(app_journey(s->app), row);

	return stage ? stage : app_journey(s->app)->root;
}

void senses_choose(struct senses *s, unsigned position)
{
	const struct place *tp = senses_at(s, position);

	s->chosen = tp ? tp->number : NOTHING;
}

void senses_choose_row(struct senses *s, unsigned row)
{
	const struct place *where = place_of(s, row);
	const struct place *tp = senses_touchpoint(s);

	s->where = where->number;
	s->row = row_of(s, where);
	if (!tp || (where->kind == PLACE_STAGE && tp->up != where))
		senses_choose(s, 0);
}

void senses_settle(struct senses *s)
{
	const struct place *where = senses_where(s);
	bool stage = where && where->kind == PLACE_STAGE;

	if (stage || (where && where->kind == PLACE_JOURNEY))
		senses_choose_row(s, row_of(s, where));
	else
		senses_choose_row(s, MIN(s->row, MAX(stages(s), 1) - 1));
	if (!senses_count(s))
		s->focus = SENSES_GRID;
}

void senses_go(struct senses *s, const struct place *p, int field)
{
	if (p->kind == PLACE_TOUCHPOINT) {
		s->chosen = p->number;
		senses_choose_row(s, p->up->index);
		if (field >= T_SEE && field < T_SEE + SENSES)
			s->sense = field - T_SEE;
	} else if (p->kind == PLACE_STAGE || p->kind == PLACE_JOURNEY) {
		senses_choose_row(s, row_of(s, p));
	}
}

bool senses_move(struct senses *s, const char *action)
{
	bool list = s->focus == SENSES_LIST;
	size_t row = list ? senses_position(s) : s->row;
	size_t count = list ? senses_count(s) : stages(s) + 1;
	int page =
		list ? s->at.list.rows : s->at.stages.rows / MAX(s->at.step, 1);

	if (!list_step(action, count, (size_t)MAX(page - 1, 1), &row))
		return false;
	if (list)
		senses_choose(s, (unsigned)row);
	else
		senses_choose_row(s, (unsigned)row);
	return true;
}

void senses_turn(struct senses *s, int by)
{
	s->sense = CLAMP(s->sense + by, 0, SENSES - 1);
}

static bool is_wanted(const struct senses *s, const struct place *tp, bool has)
{
	return has ? place_senses(app_journey(s->app), tp) >> s->sense & 1
		   : coverage_carries(tp, s->sense);
}

void senses_enter(struct senses *s)
{
	struct coverage c =
		coverage_of(app_journey(s->app), senses_where(s), s->sense);
	const struct place *tp = senses_touchpoint(s);

	if (!tp)
		return;
	s->focus = SENSES_LIST;
	for (unsigned i = 0; !is_wanted(s, tp, c.designed); i++) {
		const struct place *next = senses_at(s, i);

		if (!next)
			return;
		tp = next;
	}
	s->chosen = tp->number;
}
