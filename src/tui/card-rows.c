/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what the Scorecard counts, and its cursor: a row of each pane, and a
 * field of the chosen measure.
 *
 * A measure is known again by its entry in the file, which stays its own over
 * every edit.
 */
#include "tui/card.h"

#include <string.h>

#include "journey/walk.h"
#include "tui/list.h"
#include "tui/show.h"

static const struct journey *journey_of(const struct card *d)
{
	return app_journey(d->app);
}

/* --- counting ------------------------------------------------------------- */

int card_fault(enum score score)
{
	switch (score) {
	case SCORE_NO_WHAT:
		return T_WHAT;
	case SCORE_NO_WHO:
	case SCORE_MANY_WHO:
		return T_WHO;
	case SCORE_NO_HOW:
		return T_HOW;
	default:
		return -1;
	}
}

static void weigh(struct card *d, const struct place *tp)
{
	for (int i = SCORE_NO_WHAT; i <= SCORE_NO_HOW; i++)
		if (score_is(journey_of(d), tp, (enum score)i))
			d->levels[i] =
				MAX(d->levels[i],
				    show_field_level(d->app, tp,
						     card_fault(
							     (enum score)i)));
}

static void weigh_all(struct card *d)
{
	const struct journey *j = journey_of(d);

	memset(d->levels, 0, sizeof(d->levels));
	for (const struct place *tp = walk_step(j, NULL, 1); tp;
	     tp = walk_step(j, tp, 1))
		weigh(d, tp);
}

static unsigned most_load(const struct journey *j)
{
	unsigned most = 0;

	for (guint i = 0; i < j->owners->len; i++)
		most = MAX(most, journey_load(j, j->owners->pdata[i]));
	return most;
}

/* The row of a measure, or the number of rows. */
static size_t row_of(const struct card *d, uint32_t measure)
{
	size_t row = 0;

	while (row < d->measures->len &&
	       g_array_index(d->measures, struct measure_at, row).entry !=
		       measure)
		row++;
	return row;
}

static void keep_choice(struct card *d)
{
	struct card_list *l = &d->lists[CARD_MEASURES];
	size_t row = row_of(d, d->measure);

	if (row < d->measures->len)
		l->row = row;
	for (int pane = 0; pane < CARD_PANES; pane++) {
		size_t rows = card_rows(d, (enum card_pane)pane);

		d->lists[pane].row =
			MIN(d->lists[pane].row, rows ? rows - 1 : 0);
	}
	d->measure = d->measures->len ? g_array_index(d->measures,
						      struct measure_at, l->row)
						.entry
				      : 0;
}

void card_settle(struct card *d)
{
	unsigned round = findings_round(d->app->desk->board->findings);

	if (d->measures && d->round == round)
		return;
	d->round = round;
	scorecard_count(journey_of(d), d->counts);
	weigh_all(d);
	d->most_load = most_load(journey_of(d));
	if (d->measures)
		g_array_unref(d->measures);
	d->measures = measure_list(journey_of(d));
	keep_choice(d);
}

/* --- choosing ------------------------------------------------------------- */

size_t card_rows(const struct card *d, enum card_pane pane)
{
	switch (pane) {
	case CARD_EQUATION:
		return SCORE_NO_HOW + 1;
	case CARD_FACES:
		return SCORE_WALKED - SCORE_DESIGNED;
	case CARD_SENSES:
		return SENSES;
	case CARD_OWNERS:
		return journey_of(d)->owners->len;
	default:
		return d->measures->len;
	}
}

void card_choose(struct card *d, enum card_pane pane, size_t row)
{
	d->focus = pane;
	d->lists[pane].row = row;
	d->from.set = false;
	if (pane == CARD_MEASURES && row < d->measures->len)
		d->measure = g_array_index(d->measures, struct measure_at, row)
				     .entry;
}

bool card_move(struct card *d, const char *action)
{
	struct card_list *l = &d->lists[d->focus];
	size_t row, page = (size_t)MAX(l->area.rows - 1, 1);

	card_settle(d);
	row = l->row;
	if (!list_step(action, card_rows(d, d->focus), page, &row))
		return false;
	card_choose(d, d->focus, row);
	return true;
}

const struct measure_at *card_measure(const struct card *d)
{
	size_t row = d->lists[CARD_MEASURES].row;

	return d->focus == CARD_MEASURES && row < d->measures->len
		       ? &g_array_index(d->measures, struct measure_at, row)
		       : NULL;
}

struct place *card_owner(const struct card *d)
{
	const GPtrArray *owners = journey_of(d)->owners;
	size_t row = d->lists[CARD_OWNERS].row;

	return d->focus == CARD_OWNERS && row < owners->len ? owners->pdata[row]
							    : NULL;
}

bool card_find_measure(struct card *d, const struct place *tp, uint32_t entry)
{
	size_t row = row_of(d, entry);

	if (row == d->measures->len)
		row = row_of(d, measure_first(journey_of(d), tp));
	if (row == d->measures->len)
		return false;
	d->lists[CARD_MEASURES].row = row;
	d->measure = g_array_index(d->measures, struct measure_at, row).entry;
	return true;
}

/* Whether an entry stands in a measure. */
static bool is_within(const struct tree *t, uint32_t entry, uint32_t measure)
{
	while (entry && entry != measure)
		entry = tree_up(t, entry);
	return entry != 0;
}

bool card_is_missed(const struct finding *f)
{
	return strcmp(f->rule->name, "target-missed") == 0;
}

/* Whether there is more to be done about F than about another one. */
static bool is_graver(const struct finding *f, const struct finding *other)
{
	return !other || f->level > other->level ||
	       (f->level == other->level && card_is_missed(other));
}

const struct finding *card_finding(const struct card *d,
				   const struct measure_at *at)
{
	const struct findings *all = d->app->desk->board->findings;
	const struct finding *f, *worst = NULL;

	for (unsigned n = 0; (f = findings_at(all, at->touchpoint, n)); n++)
		if (f->field == T_MEASURES && is_graver(f, worst) &&
		    is_within(journey_of(d)->tree, f->entry, at->entry))
			worst = f;
	return worst;
}
