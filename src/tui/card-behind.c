/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the way from a figure to the touchpoints behind it, to be chosen from
 * and gone to in the Map.
 */
#include "tui/card.h"

#include "i18n.h"
#include "journey/walk.h"
#include "tui/ask.h"
#include "tui/menu.h"

static const struct journey *journey_of(const struct card *d)
{
	return app_journey(d->app);
}

/* Whether a touchpoint is behind the chosen row. */
static bool is_behind(const struct card *d, const struct place *tp)
{
	const struct journey *j = journey_of(d);
	size_t row = d->lists[d->focus].row;

	switch (d->focus) {
	case CARD_EQUATION:
		return score_is(j, tp, SCORE_HOLDS + row);
	case CARD_FACES:
		return score_is(j, tp, SCORE_DESIGNED + row) ||
		       (j->walks && score_is(j, tp, SCORE_WALKED + row));
	case CARD_SENSES:
		return score_is(j, tp, SCORE_SENSE + row);
	case CARD_OWNERS:
		return tp->owner && tp->owner == card_owner(d);
	default:
		return false;
	}
}

GPtrArray *card_behind(const struct card *d, guint most)
{
	const struct journey *j = journey_of(d);
	GPtrArray *places = g_ptr_array_new();

	for (struct place *tp = walk_step(j, NULL, 1); tp && places->len < most;
	     tp = walk_step(j, tp, 1))
		if (is_behind(d, tp))
			g_ptr_array_add(places, tp);
	return places;
}

/* The field to go to from the chosen row, or -1. */
static int field_of(const struct card *d)
{
	size_t row = d->lists[d->focus].row;

	switch (d->focus) {
	case CARD_EQUATION:
		return card_fault(SCORE_HOLDS + row);
	case CARD_FACES:
		return T_IMPRESSION;
	case CARD_SENSES:
		return T_SEE + (int)row;
	default:
		return T_WHO;
	}
}

static void go_to(struct app *app, struct place *p, int field)
{
	app_show(app, &view_map_kind);
	app_go(app, (struct spot){ .place = p, .field = field });
}

static bool go_done(struct app *app, const char *name, void *data)
{
	const int *field = data;
	unsigned number = (unsigned)g_ascii_strtoull(name, NULL, 10);
	struct place *p = app_place(app, number);

	if (p)
		go_to(app, p, *field);
	return true;
}

static void ask(struct card *d, const GPtrArray *places, int field)
{
	g_autofree char *title = card_title(d);
	struct menu *menu = menu_new();

	for (guint i = 0; i < places->len; i++)
		menu_touchpoint(menu, d->app, places->pdata[i]);
	ask_choice(d->app,
		   &(struct ask_list){ .title = title,
				       .items = menu_items(menu),
				       .done = go_done,
				       .data = g_memdup2(&field, sizeof(field)),
				       .free_data = g_free });
	menu_free(menu);
}

void card_show_behind(struct card *d)
{
	g_autoptr(GPtrArray) places = card_behind(d, G_MAXUINT);
	struct place *owner = card_owner(d);

	if (places->len > 1)
		ask(d, places, field_of(d));
	else if (places->len)
		go_to(d->app, places->pdata[0], field_of(d));
	else if (owner)
		go_to(d->app, owner, -1);
	else
		app_say(d->app, ROLE_CONTENT, "%s",
			_("there is no touchpoint behind this"));
}
