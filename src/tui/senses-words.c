/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what the Senses say in words: how far a cell is designed, and from
 * where to where nobody smells anything.
 */
#include "tui/senses.h"

#include "i18n.h"

static const char *const nobody[SENSES] = {
	[T_SEE - T_SEE] = N_("nobody sees anything"),
	[T_HEAR - T_SEE] = N_("nobody hears anything"),
	[T_SMELL - T_SEE] = N_("nobody smells anything"),
	[T_TASTE - T_SEE] = N_("nobody tastes anything"),
	[T_FEEL - T_SEE] = N_("nobody feels anything"),
};

const char *senses_name(int sense)
{
	size_t n;

	return _(schema_fields(PLACE_TOUCHPOINT, &n)[T_SEE + sense].label);
}

static bool is_left_out(const struct senses *s, int sense)
{
	return coverage_left_out(app_journey(s->app)) >> sense & 1;
}

char *senses_cell(const struct senses *s)
{
	const struct place *where = senses_where(s);
	struct coverage c = coverage_of(app_journey(s->app), where, s->sense);
	const char *name = senses_name(s->sense);

	if (!c.all)
		return g_strdup_printf(_("%s: no touchpoint yet"), name);
	if (c.designed)
		return g_strdup_printf(_("%s: %u of %u"), name, c.designed,
				       c.all);
	if (is_left_out(s, s->sense))
		return g_strdup_printf(_("%s: left out on purpose"), name);
	if (!c.gap)
		return g_strdup_printf(_("%s: no channel here carries it"),
				       name);
	return g_strdup_printf(_("%s: none of %u"), name, c.all);
}

static char *between(const struct journey *j, const struct coverage_gaps *g)
{
	g_autofree char *from = place_title(j, g->from ? g->from : g->first);
	g_autofree char *to = place_title(j, g->to ? g->to : g->last);

	if (g->from)
		return g_strdup_printf(_("between %s and %s"), from, to);
	return g_strdup_printf(_("in %u stages from %s to %s"), g->between,
			       from, to);
}

/* Where it is missing, as "before Arrive or after Stay"; "" if nowhere. */
static char *stretches(const struct journey *j, const struct coverage_gaps *g)
{
	g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *first = g->first ? place_title(j, g->first) : NULL;
	g_autofree char *last = g->last ? place_title(j, g->last) : NULL;

	if (g->before && g->after && g->first == g->last)
		return g_strdup_printf(_("except at %s"), first);
	if (g->before)
		g_ptr_array_add(parts, g_strdup_printf(_("before %s"), first));
	if (g->between)
		g_ptr_array_add(parts, between(j, g));
	if (g->after && last)
		g_ptr_array_add(parts, g_strdup_printf(_("after %s"), last));
	else if (g->after)
		g_ptr_array_add(parts, g_strdup(_("anywhere")));
	g_ptr_array_add(parts, NULL);
	return g_strjoinv(_(" or "), (char **)parts->pdata);
}

char *senses_gap(const struct senses *s, int sense)
{
	const struct journey *j = app_journey(s->app);
	struct coverage_gaps g = coverage_gaps(j, sense);
	g_autofree char *where = NULL;

	if (is_left_out(s, sense))
		return j->per_sense[sense]
			       ? NULL
			       : g_strdup_printf(_("%s is left out on purpose"),
						 senses_name(sense));
	where = stretches(j, &g);
	return *where ? g_strdup_printf("%s %s", _(nobody[sense]), where)
		      : NULL;
}
