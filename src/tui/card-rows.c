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
	const GPtrArray *stages = journey_of(d)->root->children;

	memset(d->levels, 0, sizeof(d->levels));
	for (guint s = 0; s < stages->len; s++) {
		const GPtrArray *tps =
			((const struct place *)stages->pdata[s])->children;

		for (guint i = 0; i < tps->len; i++)
			weigh(d, tps->pdata[i]);
	}
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

/* The fields from left to right. */
static const enum measure_field fields[] = {
	M_METRIC, M_TARGET, M_ACTUAL, M_EXPECTED,
	M_SINCE,  M_UNIT,   M_BETTER, M_SOURCE,
};

void card_move_field(struct card *d, int by)
{
	int at = 0, last = (int)G_N_ELEMENTS(fields) - 1;

	while (fields[at] != d->field)
		at++;
	d->field = fields[CLAMP(at + by, 0, last)];
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

const struct finding *card_finding(const struct card *d,
				   const struct measure_at *at)
{
	const struct findings *all = d->app->desk->board->findings;
	const struct finding *f, *worst = NULL;

	for (unsigned n = 0; (f = findings_at(all, at->touchpoint, n)); n++)
		if (f->field == T_MEASURES &&
		    is_within(journey_of(d)->tree, f->entry, at->entry) &&
		    (!worst || f->level > worst->level))
			worst = f;
	return worst;
}
