/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what is asked about measures: a new one, step by step and then as one
 * change; what one of its fields says; what is measured today.
 *
 *	where?  what is measured?  target and unit?  is more better, or less?
 *
 * A question may be given up at any step, and nothing has happened then.
 */
#include "tui/card.h"

#include <string.h>

#include "i18n.h"
#include "journey/walk.h"
#include "tui/amend.h"
#include "tui/ask.h"
#include "tui/menu.h"
#include "tui/show.h"

/* --- one field -------------------------------------------------------------- */

/* The measure a question is about: it may be gone when the answer comes. */
struct about {
	unsigned place;
	uint32_t measure;
	int field;
};

static struct about *about_new(const struct measure_at *at, int field)
{
	struct about *a = g_new(struct about, 1);

	*a = (struct about){ .place = at->touchpoint->number,
			     .measure = at->entry,
			     .field = field };
	return a;
}

static struct place *place_of(const struct app *app, const struct about *a)
{
	bool alive = tree_alive(app_journey(app)->tree, a->measure);

	return alive ? app_place(app, a->place) : NULL;
}

static char *title_of(const struct card *d, const struct measure_at *at,
		      int field)
{
	g_autofree char *metric = card_field_text(d->app, at->entry, M_METRIC);

	return g_strdup_printf(_("%s of %s"), _(schema_measure[field].label),
			       *metric ? metric : "?");
}

/* A number may bring its unit. */
static void take_apart(const char *texts[M_FIELDS], int field,
		       char **take_number, char **take_unit)
{
	if (schema_measure[field].kind != FIELD_NUMBER ||
	    !measure_split(texts[field], take_number, take_unit))
		return;
	texts[field] = *take_number;
	if (**take_unit)
		texts[M_UNIT] = *take_unit;
}

static bool set_done(struct app *app, const char *text, void *data)
{
	const struct about *a = data;
	struct place *tp = place_of(app, a);
	g_autofree char *number = NULL, *unit = NULL;
	const char *texts[M_FIELDS] = { NULL };
	const struct change *change;
	GError *error = NULL;

	if (!tp)
		return true;
	texts[a->field] = text;
	take_apart(texts, a->field, &number, &unit);
	change = journey_set_measure(app_journey(app), tp, a->measure, texts,
				     &error);
	if (!app_take(app, change, error, true))
		return false;
	amend_judge(app, tp, T_MEASURES);
	return true;
}

static void ask_one_of(struct card *d, const struct measure_at *at, int field)
{
	g_autofree char *title = title_of(d, at, field);
	g_autofree char *now = card_field_text(d->app, at->entry, field);
	struct menu *menu = menu_new();

	menu_choices(menu, schema_measure[field].choices);
	menu_add(menu, g_strdup(""), g_strdup(_("(leave open)")), NULL);
	ask_choice(d->app,
		   &(struct ask_list){ .title = title,
				       .help = _(schema_measure[field].help),
				       .items = menu_items(menu),
				       .current = now,
				       .done = set_done,
				       .data = about_new(at, field),
				       .free_data = g_free });
	menu_free(menu);
}

void card_ask_field(struct card *d, const struct measure_at *at, int field)
{
	g_autofree char *title = title_of(d, at, field);
	g_autofree char *now = card_field_text(d->app, at->entry, field);

	if (field == M_ACTUAL)
		card_ask_today(d, at);
	else if (schema_measure[field].choices)
		ask_one_of(d, at, field);
	else
		ask_text(d->app,
			 &(struct ask){ .title = title,
					.help = _(schema_measure[field].help),
					.text = now,
					.done = set_done,
					.data = about_new(at, field),
					.free_data = g_free });
}

/* --- today's figure --------------------------------------------------------- */

/* Whether a unit that was typed with a figure is that of the measure. */
static bool check_unit(struct app *app, uint32_t measure, const char *unit)
{
	g_autofree char *wanted = card_field_text(app, measure, M_UNIT);

	if (!*unit || strcmp(unit, wanted) == 0)
		return true;
	app_say(app, ROLE_ERROR,
		*wanted ? _("this is measured in '%s'")
			: _("this is measured without a unit"),
		wanted);
	return false;
}

static bool today_done(struct app *app, const char *text, void *data)
{
	const struct about *a = data;
	struct place *tp = place_of(app, a);
	g_autofree char *today = app_today(app);
	g_autofree char *number = NULL, *unit = NULL;
	const struct change *change;
	GError *error = NULL;

	if (!tp)
		return true;
	if (measure_split(text, &number, &unit) &&
	    !check_unit(app, a->measure, unit))
		return false;
	change = journey_record(app_journey(app), tp, a->measure, today,
				number ? number : text, &error);
	return app_take(app, change, error, true);
}

/* "It was 2 min on 2026-09-30." */
static char *last_words(const struct measure *m)
{
	const struct reading *last = measure_reading(m, 0);
	g_autofree char *figure =
		last ? measure_figure(m, &last->figure) : NULL;

	if (!last)
		return *m->unit ? g_strdup_printf(_("The first figure, in %s."),
						  m->unit)
				: g_strdup(_("The first figure."));
	return *last->date ? g_strdup_printf(_("It was %s on %s."), figure,
					     last->date)
			   : g_strdup_printf(_("It was %s."), figure);
}

void card_ask_today(struct card *d, const struct measure_at *at)
{
	g_autofree char *today = app_today(d->app);
	g_autofree char *name = NULL, *title = NULL, *help = NULL;
	struct measure m;

	measure_read(&m, app_journey(d->app)->tree, at->entry);
	name = measure_name(&m);
	title = g_strdup_printf(_("%s, today (%s)"), name, today);
	help = last_words(&m);
	ask_text(d->app, &(struct ask){ .title = title,
					.help = help,
					.verb = _("record"),
					.done = today_done,
					.data = about_new(at, M_ACTUAL),
					.free_data = g_free });
	measure_clear(&m);
}

/* --- a new measure ---------------------------------------------------------- */

/* What has been answered so far; the questions share it. */
struct adding {
	unsigned place;
	char *texts[M_FIELDS];
};

static void adding_clear(gpointer data)
{
	struct adding *a = data;

	for (int i = 0; i < M_FIELDS; i++)
		g_free(a->texts[i]);
}

static void adding_unref(gpointer data)
{
	g_rc_box_release_full(data, adding_clear);
}

static void put(struct adding *a, int field, const char *text)
{
	g_free(a->texts[field]);
	a->texts[field] = g_strdup(text);
}

static bool add(struct app *app, const struct adding *a)
{
	struct place *tp = app_place(app, a->place);
	const struct change *change;
	GError *error = NULL;

	if (!tp)
		return true;
	change = journey_add_measure(app_journey(app), tp,
				     (const char *const *)a->texts, &error);
	if (!app_take(app, change, error, true))
		return false;
	amend_judge(app, tp, T_MEASURES);
	return true;
}

static bool better_done(struct app *app, const char *name, void *data)
{
	put(data, M_BETTER, name);
	return add(app, data);
}

/* Of a share, more is usually better; of time, calls and faults, less. */
static void ask_better(struct app *app, struct adding *a)
{
	struct menu *menu = menu_new();
	bool share = g_strcmp0(a->texts[M_UNIT], "%") == 0;

	menu_choices(menu, schema_measure[M_BETTER].choices);
	ask_choice(app,
		   &(struct ask_list){ .title = _("Which is better?"),
				       .help = _(schema_measure[M_BETTER].help),
				       .items = menu_items(menu),
				       .current = share ? "higher" : "lower",
				       .done = better_done,
				       .data = g_rc_box_acquire(a),
				       .free_data = adding_unref });
	menu_free(menu);
}

static bool target_done(struct app *app, const char *text, void *data)
{
	struct adding *a = data;
	g_autofree char *number = NULL, *unit = NULL;

	if (!*text)
		return add(app, a);
	if (!measure_split(text, &number, &unit)) {
		app_say(app, ROLE_ERROR,
			_("'%s' does not begin with a number; write it like "
			  "95 %% or 4.5 min"),
			text);
		return false;
	}
	put(a, M_TARGET, number);
	put(a, M_UNIT, unit);
	ask_better(app, a);
	return true;
}

static bool metric_done(struct app *app, const char *text, void *data)
{
	struct adding *a = data;

	if (!*text)
		return true;
	put(a, M_METRIC, text);
	ask_text(app,
		 &(struct ask){ .title = _("Target to reach, with its unit"),
				.help = _("As in 95 % or 4.5 min; Enter leaves "
					  "it open."),
				.done = target_done,
				.data = g_rc_box_acquire(a),
				.free_data = adding_unref });
	return true;
}

static bool place_done(struct app *app, const char *name, void *data)
{
	struct adding *a = data;
	struct place *tp;
	g_autofree char *where = NULL, *title = NULL;

	a->place = (unsigned)g_ascii_strtoull(name, NULL, 10);
	tp = app_place(app, a->place);
	if (!tp)
		return true;
	where = place_title(app_journey(app), tp);
	title = g_strdup_printf(_("What is measured at %s?"), where);
	ask_text(app, &(struct ask){ .title = title,
				     .help = _(schema_measure[M_METRIC].help),
				     .done = metric_done,
				     .data = g_rc_box_acquire(a),
				     .free_data = adding_unref });
	return true;
}

void card_ask_new(struct card *d)
{
	const struct journey *j = app_journey(d->app);
	const struct place *here = app_spot(d->app).place;
	struct menu *menu = menu_new();
	g_autofree char *current = NULL;

	for (const struct place *tp = walk_step(j, NULL, 1); tp;
	     tp = walk_step(j, tp, 1))
		menu_touchpoint(menu, d->app, tp);
	if (here)
		current = g_strdup_printf("%u", here->number);
	ask_choice(d->app,
		   &(struct ask_list){
			   .title = _("Which touchpoint is to be measured?"),
			   .items = menu_items(menu),
			   .current = current,
			   .done = place_done,
			   .data = g_rc_box_new0(struct adding),
			   .free_data = adding_unref });
	menu_free(menu);
}
