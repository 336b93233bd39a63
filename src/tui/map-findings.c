/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the way through the findings: from one to the next, and which of them
 * is told where the cursor is.
 *
 * The one idea: each finding is a stop.  As long as the cursor stays where
 * the last stop was, that finding is the one told and the next one follows
 * it; wherever else it is, the finding of its field is told, else the
 * gravest of the place.
 */
#include "tui/map.h"

#include "i18n.h"

enum level map_field_level(const struct map *m, const struct place *p,
			   int field)
{
	const struct findings *all = m->app->board->findings;
	const struct finding *f;
	enum level worst = LEVEL_NONE;

	for (unsigned n = 0; (f = findings_at(all, p, n)); n++)
		if (f->field == field)
			worst = MAX(worst, f->level);
	return worst;
}

static unsigned count_at(const struct map *m, const struct place *p)
{
	unsigned n = 0;

	while (findings_at(m->app->board->findings, p, n))
		n++;
	return n;
}

/* The field the cursor is on, or -1 on a row of a list. */
static int field_here(const struct map *m)
{
	return m->focus == MAP_INSPECTOR ? map_field(m) : -1;
}

static bool is_at_stop(const struct map *m, const struct place *p)
{
	return m->stop.set && m->stop.place == p->number &&
	       m->stop.field == field_here(m) && m->stop.n < count_at(m, p);
}

/* The gravest finding of P, of FIELD alone unless that is -1; *N is which. */
static const struct finding *gravest(const struct map *m, const struct place *p,
				     int field, unsigned *n)
{
	const struct findings *all = m->app->board->findings;
	const struct finding *f, *found = NULL;

	for (unsigned i = 0; (f = findings_at(all, p, i)); i++) {
		if (field >= 0 && f->field != field)
			continue;
		if (found && f->level <= found->level)
			continue;
		found = f;
		*n = i;
	}
	return found;
}

const struct finding *map_finding(const struct map *m, const struct place *p,
				  unsigned *n, unsigned *count)
{
	const struct finding *found;

	*count = count_at(m, p);
	if (is_at_stop(m, p)) {
		*n = m->stop.n;
		return findings_at(m->app->board->findings, p, *n);
	}
	found = gravest(m, p, field_here(m), n);
	return found ? found : gravest(m, p, -1, n);
}

/* From the stop at P to the next one; P, *N become it. NULL if there is
 * none. */
static struct place *next_stop(const struct map *m, struct place *p, int by,
			       unsigned *n)
{
	unsigned count = count_at(m, p);

	if (!is_at_stop(m, p) && count) {
		*n = by > 0 ? 0 : count - 1;
		return p;
	}
	if (is_at_stop(m, p) && (by > 0 ? m->stop.n + 1 < count : m->stop.n)) {
		*n = by > 0 ? m->stop.n + 1 : m->stop.n - 1;
		return p;
	}
	p = findings_step(m->app->board->findings, p, by);
	if (p)
		*n = by > 0 ? 0 : count_at(m, p) - 1;
	return p;
}

void map_step_finding(struct map *m, int by)
{
	struct place *p;
	const struct finding *f;
	unsigned n = 0;

	map_settle(m);
	p = map_subject(m);
	p = next_stop(m, p ? p : map_journey(m)->root, by, &n);
	if (!p) {
		app_say(m->app, ROLE_GOOD, "%s", _("nothing is found wrong"));
		return;
	}
	f = findings_at(m->app->board->findings, p, n);
	map_show(m, p, f->field);
	m->stop = (struct map_stop){
		.set = true, .place = p->number, .field = field_here(m), .n = n
	};
	app_say(m->app, show_level_role(f->level), "%s", f->message);
}
