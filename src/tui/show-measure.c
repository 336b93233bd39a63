/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how measures are put into words and pictures, the same in every view.
 *
 *	towel in hand: target 95 %, actual 81 %  ▃▄▄▅▆ ▲
 */
#include "tui/show.h"

#include <math.h>

#include "i18n.h"

#define ENOUGH 65536 /* bytes to be read of measures */

char *show_sparkline(enum glyphs glyphs, const struct measure *m, guint most)
{
	static const char *const ascii[] = { "_", ".", "-", "'" };
	static const char *const blocks[] = { "▁", "▂", "▃", "▄",
					      "▅", "▆", "▇", "█" };
	const char *const *heights = glyphs == GLYPHS_ASCII ? ascii : blocks;
	int top = glyphs == GLYPHS_ASCII ? 3 : 7;
	guint n = MIN(m->readings->len, most);
	double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < n; i++) {
		low = MIN(low, measure_reading(m, i)->figure.value);
		high = MAX(high, measure_reading(m, i)->figure.value);
	}
	while (n-- > 0) {
		double value = measure_reading(m, n)->figure.value;
		double share = high > low && isfinite(high - low)
				       ? (value - low) / (high - low)
				       : 0.5;

		g_string_append(out, heights[(int)(share * top)]);
	}
	return g_string_free(out, FALSE);
}

const char *show_grade(const struct canvas *c, enum measure_grade grade,
		       enum role *role)
{
	*role = grade == GRADE_MISSED ? ROLE_WARNING
		: grade == GRADE_MET  ? ROLE_GOOD
				      : ROLE_DIM;
	return canvas_sign(c, grade == GRADE_MISSED ? SIGN_WARNING
			      : grade == GRADE_MET  ? SIGN_GOOD
						    : SIGN_ABSENT);
}

const char *show_grades(const struct canvas *c, const struct grades *grades,
			enum role *role)
{
	return show_grade(c,
			  grades->missed ? GRADE_MISSED
			  : grades->met	 ? GRADE_MET
					 : GRADE_OPEN,
			  role);
}

/* "▃▄▅▆ 81 % ▲": what fits into a cell. */
static char *in_cell(const struct canvas *c, const struct measure *m)
{
	const struct reading *last = measure_reading(m, 0);
	g_autofree char *line = show_sparkline(c->glyphs, m, 4);
	g_autofree char *figure =
		measure_figure(m, last ? &last->figure : &m->target);
	enum role role;

	return g_strdup_printf("%s%s%s %s", line, *line ? " " : "", figure,
			       show_grade(c, measure_grade(m), &role));
}

/* A line of its own, with its sign where there are others. */
static char *in_line(const struct canvas *c, const struct measure *m, bool sign)
{
	g_autofree char *words = measure_brief(m);
	g_autofree char *line = show_sparkline(c->glyphs, m, 8);
	enum role role;
	const char *grade = show_grade(c, measure_grade(m), &role);

	return g_strdup_printf("%s%s%s%s%s", sign ? grade : "", sign ? " " : "",
			       words, *line ? "  " : "", line);
}

static char *say(const struct canvas *c, const struct measure *m,
		 enum show_how how, bool several)
{
	if (how == SHOW_WORDS)
		return measure_words(m);
	return how == SHOW_CELL ? in_cell(c, m) : in_line(c, m, several);
}

char *show_measures(const struct app *app, const struct canvas *c,
		    const struct place *tp, enum show_how how)
{
	const struct journey *j = app_journey(app);
	GString *out = g_string_new(NULL);
	bool ok = tp->grades.all &&
		  tree_size(j->tree, tp->field[T_MEASURES]) < ENOUGH;

	for (uint32_t e = measure_first(j, tp); e && ok;
	     e = measure_next(j, e)) {
		g_autofree char *text = NULL;
		struct measure m;

		ok = measure_read(&m, j->tree, e);
		text = say(c, &m, how, tp->grades.all > 1);
		measure_clear(&m);
		if (out->len)
			g_string_append(out, how == SHOW_CELL ? ", " : "\n");
		g_string_append(out, text);
	}
	return g_string_free(out, !ok);
}
