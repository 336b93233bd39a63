/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns which places of a storyboard are marked; the numbers themselves lie on
 * its desk.
 */
#include "tui/marks.h"

#include "i18n.h"

static bool is_marked(const struct app *app, unsigned number)
{
	return g_hash_table_contains(app->desk->marks,
				     GUINT_TO_POINTER(number));
}

bool marks_has(const struct app *app, const struct place *p)
{
	return is_marked(app, p->number);
}

static void set(struct app *app, const struct place *p, bool marked)
{
	if (marked)
		g_hash_table_add(app->desk->marks, GUINT_TO_POINTER(p->number));
	else
		g_hash_table_remove(app->desk->marks,
				    GUINT_TO_POINTER(p->number));
	app->desk->marked_last = p->number;
}

/* The marked places that there are, of any kind if ANY. */
static unsigned count(const struct app *app, enum place_kind kind, bool any)
{
	GHashTableIter iter;
	gpointer number;
	unsigned n = 0;

	g_hash_table_iter_init(&iter, app->desk->marks);
	while (g_hash_table_iter_next(&iter, &number, NULL)) {
		const struct place *p =
			app_place(app, GPOINTER_TO_UINT(number));

		n += p && (any || p->kind == kind);
	}
	return n;
}

unsigned marks_count(const struct app *app, enum place_kind kind)
{
	return count(app, kind, false);
}

bool marks_clear(struct app *app)
{
	bool any = count(app, PLACE_JOURNEY, true);

	g_hash_table_remove_all(app->desk->marks);
	if (any)
		app_say(app, ROLE_CONTENT, "%s",
			_("nothing is marked any more"));
	return any;
}

GPtrArray *marks_or(const struct app *app, struct place *p)
{
	GPtrArray *all = journey_all(app_journey(app), p->kind);

	for (guint i = all->len; i-- > 0;)
		if (!marks_has(app, all->pdata[i]))
			g_ptr_array_remove_index(all, i);
	if (!all->len)
		g_ptr_array_add(all, p);
	return all;
}

/* --- marking -------------------------------------------------------------- */

/* The place at the cursor; NULL, and it is said, if it cannot be marked. */
static struct place *place_here(struct app *app)
{
	struct place *p = app_spot(app).place;

	if (p && p->kind != PLACE_JOURNEY)
		return p;
	app_say(app, ROLE_CONTENT, "%s", _("there is nothing here to mark"));
	return NULL;
}

bool marks_turn(struct app *app)
{
	const struct place *p = place_here(app);

	if (p)
		set(app, p, !marks_has(app, p));
	return p;
}

void marks_toggle(struct app *app, struct view *v G_GNUC_UNUSED)
{
	if (marks_turn(app) && app_spot(app).field < 0)
		app_do(app, "down");
}

void marks_range(struct app *app, struct view *v G_GNUC_UNUSED)
{
	struct place *p = place_here(app);
	struct place *from = app_place(app, app->desk->marked_last);
	g_autoptr(GPtrArray) all = NULL;
	guint a, b;

	if (!p)
		return;
	all = journey_all(app_journey(app), p->kind);
	if (!from || !marks_has(app, from) ||
	    !g_ptr_array_find(all, from, &a) || !g_ptr_array_find(all, p, &b)) {
		set(app, p, true);
		return;
	}
	for (guint i = MIN(a, b); i <= MAX(a, b); i++)
		set(app, all->pdata[i], true);
	app->desk->marked_last = p->number;
}

void marks_invert(struct app *app, struct view *v G_GNUC_UNUSED)
{
	struct place *p = place_here(app);
	g_autoptr(GPtrArray) all = NULL;

	if (!p)
		return;
	all = journey_all(app_journey(app), p->kind);
	for (guint i = 0; i < all->len; i++) {
		const struct place *fellow = all->pdata[i];

		if (fellow->up == p->up)
			set(app, fellow, !marks_has(app, fellow));
	}
}

char *marks_status(struct app *app, char *take_rest)
{
	const struct place *p = app_journey(app) ? app_spot(app).place : NULL;
	unsigned n = p ? marks_count(app, p->kind) : 0;
	g_autofree char *rest = take_rest;

	if (!n)
		return g_steal_pointer(&rest);
	return rest ? g_strdup_printf(_("%u marked · %s"), n, rest)
		    : g_strdup_printf(_("%u marked"), n);
}
