/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the panes of figures: the equation, the faces, the senses, the owners.
 *
 *	  holds       ▄▄▄▄▄▄▄  17/20
 *	  no promise            1 ✗
 */
#include "tui/card.h"

#include <string.h>

#include "i18n.h"
#include "tui/sheet.h"
#include "tui/show.h"

#define NAME_AT 2 /* column after the sign of the choice */
#define LEAST_BAR 2 /* one that cannot be shorter would say nothing */

static const struct journey *journey_of(const struct card *d)
{
	return app_journey(d->app);
}

/* LABEL, a bar of COUNT among ALL where there is room, and TEXT at the right
 * end. LABEL gets at most NAME columns. */
struct figure_row {
	const char *label;
	int name;
	unsigned count, all;
	const char *text;
};

static void draw_figure(struct canvas *c, struct rect r,
			const struct figure_row *f)
{
	int width = canvas_width(c, f->text), end = r.x + r.cols - width;
	int x = r.x + NAME_AT, bar = x + f->name + 1;
	bool room = f->all && end - 1 - bar >= LEAST_BAR;

	canvas_text(c, r.y, x, room ? f->name : end - 1 - x,
		    f->count ? ROLE_CONTENT : ROLE_ABSENT, f->label);
	if (room)
		show_bar(c, r.y, bar, end - 1 - bar, f->count, f->all);
	canvas_text(c, r.y, end, width, f->count ? ROLE_CONTENT : ROLE_ABSENT,
		    f->text);
}

/* --- the equation --------------------------------------------------------- */

static const char *score_label(enum score score)
{
	switch (score) {
	case SCORE_HOLDS:
		return _("holds");
	case SCORE_NO_WHAT:
		return _("no promise");
	case SCORE_NO_WHO:
		return _("no owner");
	case SCORE_MANY_WHO:
		return _("two owners");
	default:
		return _("no delivery");
	}
}

static void draw_score_sign(const struct card *d, struct canvas *c,
			    struct rect r, enum score score)
{
	enum level level = d->levels[score];
	bool holds = score == SCORE_HOLDS && d->counts[score] &&
		     d->counts[score] == journey_of(d)->n_touchpoints;

	canvas_text(c, r.y, r.x, r.cols,
		    holds ? ROLE_GOOD : show_level_role(level),
		    holds ? canvas_sign(c, SIGN_GOOD)
			  : show_level_sign(c, level));
}

static void draw_score(struct card *d, struct canvas *c, struct rect r,
		       size_t row)
{
	enum score score = SCORE_HOLDS + row;
	unsigned count = d->counts[score], all = journey_of(d)->n_touchpoints;
	int sign = show_sign_width(c);
	g_autofree char *text =
		score == SCORE_HOLDS
			? g_strdup_printf(_("%u of %u"), count, all)
			: g_strdup_printf("%u", count);
	struct rect figure = { r.y, r.x, 1, r.cols - sign - 2 };

	draw_figure(c, figure,
		    &(struct figure_row){ .label = score_label(score),
					  .name = 11,
					  .count = count,
					  .all = score == SCORE_HOLDS ? 0 : all,
					  .text = text });
	draw_score_sign(d, c,
			(struct rect){ r.y, r.x + r.cols - sign - 1, 1, sign },
			score);
}

void card_draw_equation(struct card *d, struct canvas *c, struct rect r)
{
	card_draw_rows(d, c, CARD_EQUATION, r, draw_score);
}

/* --- the faces ------------------------------------------------------------ */

static const char *face_label(size_t row)
{
	switch (row) {
	case 0:
		return _("smiles");
	case 1:
		return _("neutral");
	case 2:
		return _("frowns");
	default:
		return _("no face");
	}
}

/* The right ends of the two columns; the second one is there once somebody has
 * walked. */
static void face_ends(const struct card *d, struct rect r, int ends[2])
{
	ends[1] = r.x + r.cols - 1;
	ends[0] = ends[1] - (journey_of(d)->walks ? 7 : 0);
}

static void draw_right(struct canvas *c, int y, int end, enum role role,
		       const char *text)
{
	int width = canvas_width(c, text);

	canvas_text(c, y, end - width, width, role, text);
}

static void draw_face(struct card *d, struct canvas *c, struct rect r,
		      size_t row)
{
	const unsigned counts[2] = { d->counts[SCORE_DESIGNED + row],
				     d->counts[SCORE_WALKED + row] };
	int ends[2];

	face_ends(d, r, ends);
	canvas_text(c, r.y, r.x + NAME_AT, r.cols - NAME_AT,
		    counts[0] || counts[1] ? ROLE_CONTENT : ROLE_ABSENT,
		    face_label(row));
	for (int i = 0; i < 1 + (journey_of(d)->walks > 0); i++) {
		g_autofree char *text = g_strdup_printf("%u", counts[i]);

		draw_right(c, r.y, ends[i],
			   counts[i] ? ROLE_CONTENT : ROLE_ABSENT, text);
	}
}

/* Which there are more of, in a few words. */
static char *verdict(const struct card *d, const struct canvas *c,
		     enum role *role)
{
	const struct journey *j = journey_of(d);
	unsigned smiles = curve_smiles(j), frowns = curve_frowns(j);
	const char *warning = canvas_sign(c, SIGN_WARNING);

	*role = ROLE_WARNING;
	switch (scorecard_verdict(j)) {
	case VERDICT_SMILES:
		*role = ROLE_GOOD;
		return g_strdup_printf(_("%s more smiles: %u to %u"),
				       canvas_sign(c, SIGN_GOOD), smiles,
				       frowns);
	case VERDICT_FROWNS:
		return g_strdup_printf(_("%s more frowns: %u to %u"), warning,
				       frowns, smiles);
	case VERDICT_EVEN:
		return g_strdup_printf(_("%s as many of both: %u"), warning,
				       smiles);
	default:
		*role = ROLE_ABSENT;
		return g_strdup(_("no smile, no frown"));
	}
}

void card_draw_faces(struct card *d, struct canvas *c, struct rect r)
{
	const struct journey *j = journey_of(d);
	struct rect rows = { r.y + 1, r.x, r.rows - 1, r.cols };
	enum role role;
	g_autofree char *words = verdict(d, c, &role);
	int ends[2], used;

	face_ends(d, r, ends);
	draw_right(c, r.y, ends[0], ROLE_DIM,
		   place_says(j, j->root, J_STATE, "actual") ? _("observed")
							     : _("designed"));
	if (j->walks)
		draw_right(c, r.y, ends[1], ROLE_DIM, _("walked"));
	used = 1 + card_draw_rows(d, c, CARD_FACES, rows, draw_face);
	if (r.rows > used)
		sheet_text(c,
			   (struct rect){ r.y + used, r.x + 1, r.rows - used,
					  r.cols - 2 },
			   role, words);
}

/* --- the senses ----------------------------------------------------------- */

static bool is_unused(const struct card *d, const char *sense)
{
	const struct journey *j = journey_of(d);
	g_autoptr(GPtrArray) unused = place_texts(j, j->root, J_UNUSED_SENSES);

	for (guint i = 0; i < unused->len; i++)
		if (strcmp(unused->pdata[i], sense) == 0)
			return true;
	return false;
}

static void draw_sense(struct card *d, struct canvas *c, struct rect r,
		       size_t row)
{
	size_t n;
	const struct field *f =
		&schema_fields(PLACE_TOUCHPOINT, &n)[T_SEE + row];
	unsigned count = d->counts[SCORE_SENSE + row];
	bool unused = !count && is_unused(d, f->name);
	g_autofree char *text =
		unused ? g_strdup(_("unused")) : g_strdup_printf("%u", count);

	r.cols--;
	draw_figure(c, r,
		    &(struct figure_row){ .label = _(f->label),
					  .name = 5,
					  .count = count,
					  .all = journey_of(d)->n_touchpoints,
					  .text = text });
}

void card_draw_senses(struct card *d, struct canvas *c, struct rect r)
{
	card_draw_rows(d, c, CARD_SENSES, r, draw_sense);
}

/* --- the owners ----------------------------------------------------------- */

static void draw_owner(struct card *d, struct canvas *c, struct rect r,
		       size_t row)
{
	const struct journey *j = journey_of(d);
	const struct place *owner = j->owners->pdata[row];
	unsigned load = journey_load(j, owner);
	g_autofree char *name = place_title(j, owner);
	g_autofree char *text = g_strdup_printf("%u", load);

	r.cols--;
	draw_figure(c, r,
		    &(struct figure_row){ .label = name,
					  .name = MAX(12, r.cols / 2),
					  .count = load,
					  .all = d->most_load,
					  .text = text });
}

void card_draw_owners(struct card *d, struct canvas *c, struct rect r)
{
	if (!card_draw_rows(d, c, CARD_OWNERS, r, draw_owner))
		canvas_text(c, r.y, r.x + NAME_AT, r.cols - NAME_AT,
			    ROLE_ABSENT, _("no owner yet"));
}

/* --- in words ---------------------------------------------------------------- */

static char *row_label(const struct card *d)
{
	size_t row = d->lists[d->focus].row, n;
	const struct field *f = schema_fields(PLACE_TOUCHPOINT, &n);

	switch (d->focus) {
	case CARD_EQUATION:
		return g_strdup(row ? score_label(SCORE_HOLDS + row)
				    : _("What + Who = How holds"));
	case CARD_SENSES:
		return g_strdup(_(f[T_SEE + row].label));
	default:
		return place_title(journey_of(d), card_owner(d));
	}
}

static unsigned row_count(const struct card *d)
{
	size_t row = d->lists[d->focus].row;

	switch (d->focus) {
	case CARD_EQUATION:
		return d->counts[SCORE_HOLDS + row];
	case CARD_SENSES:
		return d->counts[SCORE_SENSE + row];
	default:
		return journey_load(journey_of(d), card_owner(d));
	}
}

static const char *answer(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_SMILES:
		return _("The smiles outnumber the frowns.");
	case VERDICT_FROWNS:
		return _("The frowns outnumber the smiles.");
	case VERDICT_EVEN:
		return _("The smiles do not outnumber the frowns.");
	default:
		return _("There is neither a smile nor a frown.");
	}
}

static char *faces_title(const struct card *d)
{
	const struct journey *j = journey_of(d);
	size_t row = d->lists[CARD_FACES].row;
	const char *label = face_label(row), *words;
	unsigned designed = d->counts[SCORE_DESIGNED + row];

	words = answer(scorecard_verdict(j));
	if (!j->walks)
		return g_strdup_printf(_("%s %s: %u designed"), words, label,
				       designed);
	return g_strdup_printf(_("%s %s: %u designed, %u walked"), words, label,
			       designed, d->counts[SCORE_WALKED + row]);
}

char *card_title(const struct card *d)
{
	g_autofree char *label = NULL;

	if (d->focus == CARD_FACES)
		return faces_title(d);
	if (d->focus == CARD_OWNERS && !card_owner(d))
		return g_strdup("");
	label = row_label(d);
	return g_strdup_printf(_("%s: %u of %u touchpoints"), label,
			       row_count(d), journey_of(d)->n_touchpoints);
}
