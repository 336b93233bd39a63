/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the way through the findings, whatever view shows the journey.
 *
 * The one idea: each finding is a stop.  As long as the cursor stays where
 * the last stop was, that finding is the one told and the next one follows
 * it; wherever else it is, the finding of its field is told, else the
 * gravest of the place.
 */
#include "tui/stop.h"

#include "i18n.h"
#include "tui/show.h"

static unsigned count_at(const struct app *app, const struct place *p)
{
	unsigned n = 0;

	while (findings_at(app->desk->board->findings, p, n))
		n++;
	return n;
}

static bool is_at_stop(const struct app *app, const struct place *p, int field)
{
	const struct stop *stop = &app->desk->stop;

	return stop->set && stop->place == p->number && stop->field == field &&
	       stop->n < count_at(app, p);
}

/* The gravest finding of P, of FIELD alone unless that is -1; *N is which. */
static const struct finding *
gravest(const struct app *app, const struct place *p, int field, unsigned *n)
{
	const struct findings *all = app->desk->board->findings;
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

const struct finding *stop_finding(const struct app *app, const struct place *p,
				   int field, unsigned *n, unsigned *count)
{
	const struct finding *found;

	*count = count_at(app, p);
	if (is_at_stop(app, p, field)) {
		*n = app->desk->stop.n;
		return findings_at(app->desk->board->findings, p, *n);
	}
	found = gravest(app, p, field, n);
	return found ? found : gravest(app, p, -1, n);
}

struct spot stop_spot(const struct finding *f)
{
	bool is_pair = f->field < 0 && f->entry != f->place->entry;

	return (struct spot){ .place = f->place,
			      .field = f->field,
			      .pair = is_pair ? f->entry : 0 };
}

/* From the stop at P to the next one; P, *N become it. NULL if there is
 * none. */
static struct place *next_stop(const struct app *app, struct place *p,
			       int field, int by, unsigned *n)
{
	unsigned count = count_at(app, p), at = app->desk->stop.n;
	bool here = is_at_stop(app, p, field);

	if (!here && count) {
		*n = by > 0 ? 0 : count - 1;
		return p;
	}
	if (here && (by > 0 ? at + 1 < count : at)) {
		*n = by > 0 ? at + 1 : at - 1;
		return p;
	}
	p = findings_step(app->desk->board->findings, p, by);
	if (p)
		*n = by > 0 ? 0 : count_at(app, p) - 1;
	return p;
}

void stop_step(struct app *app, int by)
{
	struct spot at = app_spot(app);
	struct place *p = at.place ? at.place : app_journey(app)->root;
	const struct finding *f;
	unsigned n = 0;

	p = next_stop(app, p, at.field, by, &n);
	if (!p) {
		app_say(app, ROLE_GOOD, "%s", _("nothing is found wrong"));
		return;
	}
	f = findings_at(app->desk->board->findings, p, n);
	app_go(app, stop_spot(f));
	app->desk->stop = (struct stop){ .set = true,
					 .place = p->number,
					 .field = app_spot(app).field,
					 .n = n };
	app_say(app, show_level_role(f->level), "%s", f->message);
}
