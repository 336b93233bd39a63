/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what is said of the chosen row of the Scorecard: of a measure, all it
 * says in a sentence and what is wrong with it; of a figure, which
 * touchpoints are behind it.
 */
#include "tui/card.h"

#include "i18n.h"
#include "tui/sheet.h"
#include "tui/show.h"

#define MOST_NAMES 40
#define LEAST_HISTORY 3 /* rows */
#define DATE_COLS 10
#define BAR_MOST 40 /* columns */
#define FINE 1000 /* of what a bar is a part */

/* Draw a text into what is left of R, and take its lines from R. */
static void say(struct canvas *c, struct rect *r, enum role role,
		const char *text)
{
	int used = r->rows > 0 && *text ? sheet_text(c, *r, role, text) : 0;

	r->y += used;
	r->rows -= used;
}

/* --- measures --------------------------------------------------------------- */

/* What there is to be done, or that all is well. */
static char *advice(const struct canvas *c, const struct measure *m,
		    enum role *role)
{
	enum measure_grade grade = measure_grade(m);
	const char *sign = show_grade(c, grade, role);

	if (grade == GRADE_MET)
		return g_strdup_printf(_("%s the target is met"), sign);
	if (grade == GRADE_MISSED)
		return g_strdup_printf(_("%s the target is missed: change what "
					 "keeps you from it"),
				       sign);
	if (!m->target.entry)
		return g_strdup(_("only a target makes it a benchmark"));
	if (!m->readings->len)
		return g_strdup(_("nothing measured yet"));
	return g_strdup(_("say under 'better' whether more or less is "
			  "better"));
}

static void say_finding(const struct card *d, struct canvas *c, struct rect *r,
			const struct measure_at *at)
{
	const struct finding *f = card_finding(d, at);
	g_autofree char *text = NULL;

	if (!f || card_is_missed(f))
		return;
	text = show_finding(c, f);
	say(c, r, show_level_role(f->level), text);
}

/* What was measured so far, the newest first: date, figure, and a bar where
 * that says something. */
static void draw_history(struct canvas *c, struct rect r,
			 const struct measure *m)
{
	guint n = MIN(m->readings->len, (guint)MAX(r.rows, 0));
	int width = 0, bar;
	double most = 0;

	for (guint i = 0; i < n; i++) {
		const struct figure *f = &measure_reading(m, i)->figure;

		most = MAX(most, f->value);
		width = MAX(width, canvas_width(c, f->text));
	}
	bar = r.x + DATE_COLS + 2 + width + 2;
	for (guint i = 0; i < n; i++) {
		const struct reading *at = measure_reading(m, i);
		int y = r.y + (int)i, w = canvas_width(c, at->figure.text);
		double share = at->figure.value / most;

		canvas_text(c, y, r.x, DATE_COLS, ROLE_DIM, at->date);
		canvas_text(c, y, bar - 2 - w, w, ROLE_CONTENT,
			    at->figure.text);
		if (share > 0 && share <= 1)
			show_bar(c, y, bar, MIN(r.x + r.cols - bar, BAR_MOST),
				 (unsigned)(share * FINE), FINE);
	}
}

/* The whole name and, where one line has room for both, its touchpoint. */
static void draw_name(const struct card *d, struct canvas *c, struct rect *r,
		      const struct measure_at *at, const struct measure *m)
{
	g_autofree char *path = show_path(d->app, c, at->touchpoint);
	g_autofree char *name = measure_name(m);
	int used = canvas_width(c, name), width = canvas_width(c, path);
	int y = r->y;

	say(c, r, ROLE_STRONG, name);
	if (used + 2 + width <= r->cols)
		canvas_text(c, y, r->x + r->cols - width, width, ROLE_DIM,
			    path);
	else if (!d->single)
		say(c, r, ROLE_DIM, path);
}

/* What the field with the cursor is for. */
static char *field_help(const struct card *d)
{
	g_autofree char *key = show_key_in(d->app, "scorecard", "record");

	if (d->field != M_ACTUAL)
		return g_strdup(_(schema_measure[d->field].help));
	return g_strdup_printf(_("What was measured, and when: %s records "
				 "today's figure."),
			       key);
}

static void draw_measure(const struct card *d, struct canvas *c, struct rect r,
			 const struct measure_at *at)
{
	g_autofree char *words = NULL, *note = NULL, *help = field_help(d);
	struct measure m;
	enum role role;

	if (measure_read(&m, app_journey(d->app)->tree, at->entry)) {
		words = measure_sentence(&m);
		note = advice(c, &m, &role);
		draw_name(d, c, &r, at, &m);
		say(c, &r, ROLE_CONTENT, words);
		say(c, &r, role, note);
		say_finding(d, c, &r, at);
		say(c, &r, ROLE_DIM, help);
	}
	r.y++;
	r.rows--;
	if (r.rows >= LEAST_HISTORY)
		draw_history(c, r, &m);
	measure_clear(&m);
}

/* --- figures ---------------------------------------------------------------- */

static void draw_behind(const struct card *d, struct canvas *c, struct rect r)
{
	g_autofree char *title = card_title(d);
	g_autoptr(GPtrArray) places = card_behind(d, MOST_NAMES + 1);
	g_autoptr(GString) names = g_string_new(NULL);

	for (guint i = 0; i < MIN(places->len, MOST_NAMES); i++) {
		g_autofree char *name =
			place_title(app_journey(d->app), places->pdata[i]);

		g_string_append_printf(names, "%s%s", i ? ", " : "", name);
	}
	if (places->len > MOST_NAMES)
		g_string_append(names, canvas_sign(c, SIGN_ELLIPSIS));
	say(c, &r, ROLE_STRONG, title);
	say(c, &r, ROLE_CONTENT, names->str);
}

void card_draw_detail(struct card *d, struct canvas *c, struct rect r)
{
	const struct measure_at *at = card_measure(d);

	r.x++;
	r.cols -= 2;
	if (at)
		draw_measure(d, c, r, at);
	else if (d->focus == CARD_MEASURES)
		say(c, &r, ROLE_DIM, _(rules_find("no-benchmark")->why));
	else
		draw_behind(d, c, r);
}
