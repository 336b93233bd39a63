/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how the touchpoints of a cell are drawn: what each has for the sense,
 * or that it has nothing yet.  The chosen one shows its whole text.
 */
#include "tui/senses.h"

#include <string.h>

#include "i18n.h"
#include "tui/list.h"
#include "tui/sheet.h"
#include "tui/show.h"

#define NAME_AT 2 /* after the sign of the choice */
#define OPEN_MOST 6 /* lines of the chosen one */

static int name_width(const struct senses *s)
{
	return CLAMP(s->at.list.cols * 2 / 5, 12, 40);
}

static bool has(const struct senses *s, const struct place *tp)
{
	return place_senses(app_journey(s->app), tp) >> s->sense & 1;
}

/* What a touchpoint has for the sense, or why not. */
static char *text_of(const struct senses *s, const struct canvas *c,
		     const struct place *tp)
{
	if (has(s, tp))
		return g_strdelimit(show_value(s->app, tp, T_SEE + s->sense),
				    "\r\n\t", ' ');
	if (!coverage_carries(tp, s->sense))
		return g_strdup_printf(_("the channel '%s' does not carry it"),
				       place_channel(tp)->name);
	return g_strdup_printf("%s  %s", canvas_sign(c, SIGN_ABSENT),
			       _("not designed yet"));
}

/* "2 Warm towel", or among those of the whole journey its stage, too. */
static void draw_name(const struct senses *s, struct canvas *c, struct rect r,
		      const struct place *tp, enum role role)
{
	g_autofree char *name = place_title(app_journey(s->app), tp);
	int width = name_width(s) - NAME_AT - 1;

	if (senses_where(s)->kind == PLACE_JOURNEY)
		canvas_printf(c, r.y, r.x + NAME_AT, width, role, "%u.%u %s",
			      tp->up->index + 1, tp->index + 1, name);
	else
		canvas_printf(c, r.y, r.x + NAME_AT, width, role, "%u %s",
			      tp->index + 1, name);
}

static struct rect text_rect(const struct senses *s, struct rect r)
{
	int name = name_width(s);

	return (struct rect){ r.y, r.x + name, r.rows, r.cols - name - 4 };
}

static void draw_row(const struct senses *s, struct canvas *c, struct rect r,
		     const struct place *tp)
{
	g_autofree char *text = text_of(s, c, tp);
	const struct finding *f = senses_found(s, tp, s->sense);
	enum level level = f ? f->level : LEVEL_NONE;
	enum role role = has(s, tp) ? ROLE_CONTENT : ROLE_ABSENT;

	draw_name(s, c, r, tp, role);
	sheet_text(c, text_rect(s, r), role, text);
	canvas_text(c, r.y, r.x + r.cols - 3, 2, show_level_role(level),
		    show_level_sign(c, level));
}

/* The touchpoint with the cursor is the bright thing of the screen. */
static void mark(const struct senses *s, struct canvas *c, struct rect r)
{
	bool focus = s->focus == SENSES_LIST;

	canvas_text(c, r.y, r.x, 1, focus ? ROLE_SELECTED : ROLE_MARKED,
		    canvas_sign(c, SIGN_SELECT));
	if (!focus)
		return;
	for (int i = 0; i < r.rows; i++)
		canvas_role(c, r.y + i, r.x, r.cols, ROLE_SELECTED);
	canvas_cursor(c, r.y, r.x + NAME_AT);
}

static void draw_title(const struct senses *s, struct canvas *c)
{
	g_autofree char *path = show_path(s->app, c, senses_where(s));
	g_autofree char *cell = senses_cell(s);
	bool journey = senses_where(s)->kind == PLACE_JOURNEY;
	bool focus = s->focus == SENSES_LIST;

	canvas_hline(c, s->at.title, 0, c->cols, ROLE_DIM);
	canvas_printf(c, s->at.title, 1, c->cols - 2,
		      focus ? ROLE_TITLE : ROLE_CONTENT, "%s%s %s %s ",
		      focus ? canvas_sign(c, SIGN_FOCUS) : " ",
		      journey ? _("The journey") : path,
		      canvas_sign(c, SIGN_CRUMB), cell);
}

/* The lines that the chosen one needs, and may have. */
static int open_lines(const struct senses *s, const struct canvas *c)
{
	const struct place *tp = senses_touchpoint(s);
	g_autofree char *text = text_of(s, c, tp);
	int lines = sheet_text_rows(c, text, text_rect(s, s->at.list).cols);

	return CLAMP(lines, 1, MAX(MIN(OPEN_MOST, s->at.list.rows / 2), 1));
}

void senses_draw_list(struct senses *s, struct canvas *c)
{
	const struct rect *r = &s->at.list;
	unsigned count = senses_count(s), position = senses_position(s);
	int y = r->y;

	draw_title(s, c);
	if (!count)
		return;
	s->open = open_lines(s, c);
	s->list_top = list_scroll(s->list_top, position, count,
				  (size_t)(r->rows - s->open + 1));
	for (unsigned i = (unsigned)s->list_top;
	     i < count && y < r->y + r->rows; i++) {
		struct rect row = { y, r->x, i == position ? s->open : 1,
				    r->cols };

		draw_row(s, c, row, senses_at(s, i));
		if (i == position)
			mark(s, c, row);
		y += row.rows;
	}
}
