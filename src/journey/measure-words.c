/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A measure in words, the same wherever people read it.
 *
 *	test drives that start on time: target 95 %, actual 86 % on
 *	2026-09-30, worse than before; customers expect 90 %
 */
#include "journey/measure.h"

#include "i18n.h"

char *measure_figure(const struct measure *m, const struct figure *f)
{
	if (!*f->text)
		return g_strdup("");
	return g_strdup_printf(*m->unit ? "%s %s" : "%s%s", f->text, m->unit);
}

static void append(GString *out, const char *word, const struct measure *m,
		   const struct figure *f)
{
	g_autofree char *figure = measure_figure(m, f);

	if (*figure)
		g_string_append_printf(out, "%s%s %s", out->len ? ", " : "",
				       word, figure);
}

static GString *targets(const struct measure *m)
{
	const struct reading *last = measure_reading(m, 0);
	GString *out = g_string_new(NULL);

	append(out, _("target"), m, &m->target);
	if (last)
		append(out, _("actual"), m, &last->figure);
	if (!out->len)
		g_string_append(out, _("no target yet"));
	return out;
}

static const char *trend_words(enum measure_trend trend)
{
	switch (trend) {
	case TREND_BETTER:
		return _("better than before");
	case TREND_WORSE:
		return _("worse than before");
	case TREND_SAME:
		return _("as before");
	default:
		return NULL;
	}
}

char *measure_sentence(const struct measure *m)
{
	const struct reading *last = measure_reading(m, 0);
	const char *trend = trend_words(measure_trend(m));
	g_autofree char *expected = measure_figure(m, &m->expected);
	GString *out = targets(m);

	if (last && *last->date)
		g_string_append_printf(out, _(" on %s"), last->date);
	if (trend)
		g_string_append_printf(out, ", %s", trend);
	if (*expected)
		g_string_append_printf(out, _("; customers expect %s"),
				       expected);
	if (*expected && *m->since)
		g_string_append_printf(out, _(" since %s"), m->since);
	return g_string_free(out, FALSE);
}

char *measure_name(const struct measure *m)
{
	return g_strdup(*m->metric ? m->metric : _("a measure"));
}

char *measure_brief(const struct measure *m)
{
	g_autofree char *name = measure_name(m);
	g_autoptr(GString) figures = targets(m);

	return g_strdup_printf("%s: %s", name, figures->str);
}

char *measure_words(const struct measure *m)
{
	g_autofree char *name = measure_name(m);
	g_autofree char *sentence = measure_sentence(m);

	return g_strdup_printf("%s: %s", name, sentence);
}
