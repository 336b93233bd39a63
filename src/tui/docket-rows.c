/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns which findings are listed, in the order of the file, and which of them
 * is chosen.
 *
 * The one idea: to look at every finding costs the more the more there are, so
 * it is done once after each judging, and moving the cursor costs the same
 * among ten and ten thousand.
 */
#include "tui/docket.h"

#include <string.h>

#include "tui/list.h"

static const struct docket_row *row_at(const struct docket *d, size_t row)
{
	return &g_array_index(d->rows, struct docket_row, row);
}

const struct finding *docket_chosen(const struct docket *d)
{
	return d->row < d->rows->len ? row_at(d, d->row)->found : NULL;
}

static void add(struct docket *d, const GPtrArray *list, bool waits)
{
	for (guint i = 0; i < list->len; i++) {
		struct docket_row row = { .found = list->pdata[i],
					  .waits = waits };

		if (!docket_passes(d, row.found))
			continue;
		g_array_append_val(d->rows, row);
		d->listed[row.found->level] += !waits;
	}
}

/* How many wait, and if that row has been opened, which. */
static void add_waiting(struct docket *d, const struct findings *all)
{
	struct docket_row count = { .waits = true };

	if (!findings_deferred(all))
		return;
	g_array_append_val(d->rows, count);
	if (d->waiting) {
		g_autoptr(GPtrArray) list = findings_list_deferred(all);

		add(d, list, true);
	}
}

static void make(struct docket *d)
{
	const struct findings *all = d->app->desk->board->findings;
	g_autoptr(GPtrArray) list = findings_list(all);

	g_array_set_size(d->rows, 0);
	memset(d->listed, 0, sizeof(d->listed));
	add(d, list, false);
	add_waiting(d, all);
	d->round = findings_round(all);
	d->stale = false;
}

static bool is_marked(const struct docket_mark *mark, const struct finding *f)
{
	return mark->set && f->place->number == mark->place &&
	       f->rule == mark->rule && f->field == mark->field &&
	       f->entry == mark->entry;
}

static void find_again(struct docket *d)
{
	for (size_t row = 0; d->mark.set && row < d->rows->len; row++) {
		const struct finding *f = row_at(d, row)->found;

		if (f && is_marked(&d->mark, f)) {
			d->row = row;
			return;
		}
	}
	docket_choose(d, d->row);
}

void docket_settle(struct docket *d)
{
	if (!d->stale &&
	    d->round == findings_round(d->app->desk->board->findings))
		return;
	make(d);
	find_again(d);
}

void docket_choose(struct docket *d, size_t row)
{
	const struct finding *f;

	d->row = d->rows->len ? MIN(row, d->rows->len - 1) : 0;
	d->skip = 0;
	f = docket_chosen(d);
	d->mark = (struct docket_mark){ .set = f };
	if (f)
		d->mark = (struct docket_mark){ .set = true,
						.place = f->place->number,
						.rule = f->rule,
						.field = f->field,
						.entry = f->entry };
}

bool docket_move(struct docket *d, const char *action)
{
	size_t page = (size_t)MAX(d->area.rows - 1, 1), row;

	docket_settle(d);
	row = d->row;
	if (!list_step(action, d->rows->len, page, &row))
		return false;
	d->from.set = false;
	docket_choose(d, row);
	return true;
}

/* The first row from which on the file is beyond P. */
static size_t row_after(const struct docket *d, const struct place *p)
{
	struct tree *t = d->app->desk->board->tree;
	size_t begin = tree_offset(t, p->entry), row = 0;

	while (row < d->rows->len && row_at(d, row)->found &&
	       tree_offset(t, row_at(d, row)->found->entry) < begin)
		row++;
	return row;
}

/* The first row at the place, of that field alone unless it is -1; the number
 * of rows if there is none. */
static size_t row_of(const struct docket *d, const struct place *p, int field)
{
	size_t row;

	for (row = 0; row < d->rows->len; row++) {
		const struct finding *f = row_at(d, row)->found;

		if (f && f->place == p && (field < 0 || f->field == field))
			break;
	}
	return row;
}

void docket_show(struct docket *d, struct spot where, bool near)
{
	size_t row;

	docket_settle(d);
	row = row_of(d, where.place, where.field);
	if (row == d->rows->len)
		row = row_of(d, where.place, -1);
	if (row == d->rows->len && near)
		row = row_after(d, where.place);
	if (row < d->rows->len || near)
		docket_choose(d, row);
}
