/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what is said of one finding: where it is, the fact and the remedy, the
 * equation or the field at fault, the place in the file, and why there is
 * such a rule at all.
 *
 * The one idea: it is a list of lines, the most important first, of which as
 * many are drawn as there is room for.
 */
#include "tui/docket.h"

#include <string.h>

#include "i18n.h"
#include "tui/amend.h"
#include "tui/sheet.h"
#include "tui/show.h"

#define TAG_WIDTH 6
#define MOST_LINES 2 /* of a text, while there is a list above */
#define MOST_SHOWN 2000 /* bytes of a value */

/* What is being drawn: the next line, and the last one's end. */
struct ink {
	const struct docket *d;
	struct canvas *c;
	struct rect r;
	int y; /* relative to r */
};

/* Draw a text behind its tag, over as many lines as it may have. */
static void draw_text(struct ink *ink, enum role tag_role, const char *tag,
		      enum role role, const char *text)
{
	int x = ink->r.x + 1 + (*tag ? TAG_WIDTH : 0);
	int cols = ink->r.x + ink->r.cols - 1 - x;
	int rows = sheet_text_rows(ink->c, text, cols);

	if (!ink->d->open)
		rows = MIN(rows, MOST_LINES);
	rows = MIN(rows, ink->r.rows - ink->y);
	if (rows <= 0)
		return;
	canvas_text(ink->c, ink->r.y + ink->y, ink->r.x + 1, TAG_WIDTH - 1,
		    tag_role, tag);
	sheet_text(ink->c, (struct rect){ ink->r.y + ink->y, x, rows, cols },
		   role, text);
	ink->y += rows;
}

/* "✗ no-who  5 Depart › Farewell wave       What + Who ≠ How ✗" */
static void draw_head(struct ink *ink, const struct finding *f)
{
	int sign = show_sign_width(ink->c), y = ink->r.y + ink->y++;
	int x = ink->r.x + 1, end = ink->r.x + ink->r.cols - 1;
	g_autofree char *path = show_path(ink->d->app, ink->c, f->place);
	g_autofree char *equation = NULL;
	bool brief = ink->r.cols < 78;
	enum role role;

	if (f->place->kind == PLACE_TOUCHPOINT) {
		equation = show_equation(ink->d->app, ink->c, f->place, brief,
					 &role);
		end -= canvas_width(ink->c, equation);
		canvas_text(ink->c, y, end, ink->r.cols, role, equation);
	}
	canvas_text(ink->c, y, x, sign, show_level_role(f->level),
		    show_level_sign(ink->c, f->level));
	x += sign + 1;
	if (!brief)
		x += canvas_text(ink->c, y, x, end - x - 1, ROLE_DIM,
				 f->rule->name) +
		     2;
	canvas_text(ink->c, y, x, end - x - 1, ROLE_STRONG, path);
}

/* The tag of a field says which part of the equation it is, or only that this
 * is what stands there: not of all stages, which would be the journey. */
static void draw_field(struct ink *ink, const struct place *p, int field)
{
	size_t n;
	const struct field *f = &schema_fields(p->kind, &n)[field];
	bool equation = f->group == GROUP_EQUATION;
	g_autofree char *value = NULL, *tag = NULL;

	if (f->kind == FIELD_CHILDREN)
		return;
	value = show_value(ink->d->app, p, field);
	tag = equation ? g_utf8_strup(f->name, -1) : g_strdup(_("says"));
	if (!*value && !equation)
		return;
	if (strlen(value) > MOST_SHOWN)
		*g_utf8_find_prev_char(value, value + MOST_SHOWN) = '\0';
	g_strdelimit(value, "\r\n\t", ' ');
	draw_text(ink, equation ? ROLE_STRONG : ROLE_DIM, tag,
		  *value ? ROLE_CONTENT : ROLE_ABSENT,
		  *value ? value : canvas_sign(ink->c, SIGN_ABSENT));
}

/* What the finding is about: the equation, and whatever else is at fault. */
static void draw_fields(struct ink *ink, const struct finding *f)
{
	bool touchpoint = f->place->kind == PLACE_TOUCHPOINT;
	bool shown =
		touchpoint && f->field >= (int)T_WHAT && f->field <= (int)T_HOW;

	if (f->field >= 0 && !shown)
		draw_field(ink, f->place, f->field);
	for (int field = T_WHAT; touchpoint && field <= T_HOW; field++)
		draw_field(ink, f->place, field);
}

/* What the quick fix would do. */
static void draw_fix(struct ink *ink, const struct finding *f)
{
	g_autofree char *text = amend_fix_says(ink->d->app, f);

	if (text)
		draw_text(ink, ROLE_DIM, _("fix"), ROLE_CONTENT, text);
}

static void draw_file(struct ink *ink, const struct finding *f)
{
	const struct board *b = ink->d->app->desk->board;
	struct mark at = findings_mark(b->findings, f);
	g_autofree char *text =
		g_strdup_printf("%s:%u:%u", b->name, at.line, at.column);

	draw_text(ink, ROLE_DIM, _("file"), ROLE_DIM, text);
}

void docket_draw_detail(struct docket *d, struct canvas *c, struct rect r,
			const struct finding *f)
{
	struct ink ink = { .d = d, .c = c, .r = r };
	g_autofree char *fact = show_finding(c, f);

	draw_head(&ink, f);
	draw_text(&ink, ROLE_CONTENT, "", ROLE_CONTENT, fact);
	draw_fix(&ink, f);
	draw_file(&ink, f);
	draw_fields(&ink, f);
	draw_text(&ink, ROLE_DIM, _("why"), ROLE_CONTENT, _(f->rule->why));
	draw_text(&ink, ROLE_DIM, _("from"), ROLE_DIM, _(f->rule->source));
}
