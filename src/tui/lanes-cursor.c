/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns where the cursor of the Board is, and how it moves: over touchpoints,
 * from stage to stage, from lane to lane.
 *
 * A stage without touchpoints is a stop of its own, so that one can be added
 * there.
 */
#include "tui/lanes.h"

static struct place *first_stop(struct place *stage, bool last)
{
	unsigned n = stage ? stage->children->len : 0;

	return n ? stage_touchpoint(stage, last ? n - 1 : 0) : stage;
}

static void choose(struct lanes *l, const struct place *p)
{
	const struct place *stage = p->kind == PLACE_STAGE ? p : p->up;

	l->chosen = p->number;
	l->stage = stage->index;
	l->index = p->kind == PLACE_STAGE ? 0 : p->index;
}

/* What now stands nearest to where the cursor stood. */
static struct place *neighbour(const struct lanes *l)
{
	const struct journey *j = app_journey(l->app);
	unsigned stages = j->root->children->len;
	struct place *stage;

	if (!stages)
		return NULL;
	stage = journey_stage(j, MIN(l->stage, stages - 1));
	if (!stage->children->len)
		return stage;
	return stage_touchpoint(stage, MIN(l->index, stage->children->len - 1));
}

void lanes_settle(struct lanes *l)
{
	struct place *p = app_place(l->app, l->chosen);

	if (p && p->kind == PLACE_STAGE)
		p = first_stop(p, false);
	else if (!p || p->kind != PLACE_TOUCHPOINT)
		p = neighbour(l);
	l->chosen = LANES_NOTHING;
	if (p)
		choose(l, p);
}

struct place *lanes_chosen(const struct lanes *l)
{
	return app_place(l->app, l->chosen);
}

struct place *lanes_stage(const struct lanes *l)
{
	struct place *p = lanes_chosen(l);

	return p && p->kind == PLACE_TOUCHPOINT ? p->up : p;
}

struct place *lanes_touchpoint(const struct lanes *l)
{
	struct place *p = lanes_chosen(l);

	return p && p->kind == PLACE_TOUCHPOINT ? p : NULL;
}

const struct lane *lanes_lane(const struct lanes *l)
{
	return l->order[l->lane];
}

static void go_to_lane(struct lanes *l, int field)
{
	for (unsigned i = 0; l->order[i]; i++)
		if (l->order[i]->field == field) {
			l->lane = i;
			return;
		}
}

void lanes_go(struct lanes *l, const struct place *p, int field)
{
	if (p->kind == PLACE_JOURNEY)
		p = journey_stage(app_journey(l->app), 0);
	if (p && (p->kind == PLACE_TOUCHPOINT || p->kind == PLACE_STAGE))
		choose(l, p);
	if (p && p->kind == PLACE_TOUCHPOINT && field >= 0)
		go_to_lane(l, field);
	lanes_settle(l);
}

/* The stop in the stage after (1) or before (-1), or NULL. */
static struct place *in_next_stage(const struct lanes *l,
				   const struct place *stage, int by, bool last)
{
	if (by < 0 && stage->index == 0)
		return NULL;
	return first_stop(journey_stage(app_journey(l->app),
					stage->index + (unsigned)by),
			  last);
}

void lanes_step(struct lanes *l, int by)
{
	const struct place *stage = lanes_stage(l), *tp = lanes_touchpoint(l);
	struct place *next = NULL;

	if (tp && (by > 0 || tp->index > 0))
		next = stage_touchpoint(stage, tp->index + (unsigned)by);
	if (!next && stage)
		next = in_next_stage(l, stage, by, by < 0);
	if (next)
		choose(l, next);
}

void lanes_step_stage(struct lanes *l, int by)
{
	const struct place *stage = lanes_stage(l);
	struct place *next = stage ? in_next_stage(l, stage, by, false) : NULL;

	if (next)
		choose(l, next);
}

void lanes_step_lane(struct lanes *l, int by)
{
	if (by < 0 ? l->lane > 0 : l->order[l->lane + 1] != NULL)
		l->lane += (unsigned)by;
}
