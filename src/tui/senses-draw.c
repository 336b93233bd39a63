/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how the grid of the Senses is drawn, and what stands below it.
 *
 * How much of a cell is designed has a bar, a count, and what is missing a
 * sign: colour says nothing alone.
 */
#include "tui/senses.h"

#include <string.h>

#include "i18n.h"
#include "tui/sheet.h"
#include "tui/show.h"

#define BAR_LEAST 2 /* columns of a bar that says something */

/* --- cells ---------------------------------------------------------------- */

/* Whether there is room for lines between the columns. */
static bool has_lines(const struct senses *s)
{
	return s->at.columns > SENSES;
}

static struct rect cell_rect(const struct senses *s, int y, int rows,
			     int column)
{
	const struct senses_layout *at = &s->at;
	int line = has_lines(s) ? 1 : 0;

	return (struct rect){ y, at->name + column * at->cell + line, rows,
			      at->cell - line };
}

/* "3/12" or, in a row where that is too wide, how many of a hundred. */
static char *share(const struct coverage *c, int width)
{
	g_autofree char *all = g_strdup_printf("%u/%u", c->all, c->all);
	unsigned percent = (unsigned)((uint64_t)c->designed * 100 / c->all);

	if ((int)strlen(all) <= width)
		return g_strdup_printf("%u/%u", c->designed, c->all);
	return g_strdup_printf("%u%%", c->designed ? MAX(percent, 1) : 0);
}

/* What is found there has its sign in the last column. */
static void draw_share(struct canvas *c, struct rect r,
		       const struct coverage *of, const struct finding *found)
{
	enum level level = found ? found->level : LEVEL_NONE;
	g_autofree char *text = share(of, r.cols - 1);
	int end = r.x + r.cols - 1, x = end - (int)strlen(text);
	int bar = x - 1 - r.x;

	if (bar >= BAR_LEAST && of->designed)
		show_bar(c, r.y, r.x, bar, of->designed, of->all);
	else if (bar >= BAR_LEAST && of->gap)
		canvas_text(c, r.y, r.x, 1, ROLE_ABSENT,
			    canvas_sign(c, SIGN_ABSENT));
	canvas_text(c, r.y, x, end - x,
		    of->designed ? ROLE_CONTENT : ROLE_ABSENT, text);
	canvas_text(c, r.y, end, 1, show_level_role(level),
		    show_level_sign(c, level));
}

/* Below it, what the first touchpoint has that has something. */
static void draw_sample(const struct senses *s, struct canvas *c, struct rect r,
			const struct place *stage, int sense)
{
	guint i = 0;
	g_autofree char *text = NULL;

	while (!(place_senses(app_journey(s->app), stage->children->pdata[i]) >>
			 sense &
		 1))
		i++;
	text = show_value(s->app, stage->children->pdata[i], T_SEE + sense);
	canvas_text(c, r.y, r.x, r.cols, ROLE_DIM,
		    g_strdelimit(text, "\r\n\t", ' '));
}

/* All senses of a row together. */
static struct coverage sum_of(const struct journey *j,
			      const struct place *where)
{
	struct coverage sum = { .designed = 0 };

	for (int i = 0; i < SENSES; i++) {
		struct coverage c = coverage_of(j, where, i);

		sum.designed += c.designed;
		sum.all += c.all;
		sum.gap |= c.gap;
	}
	sum.gap &= !sum.designed;
	return sum;
}

static void draw_cell(const struct senses *s, struct canvas *c, int y,
		      const struct place *where, int column)
{
	const struct journey *j = app_journey(s->app);
	int rows = where->kind == PLACE_STAGE ? s->at.step : 1;
	struct rect r = cell_rect(s, y, rows, column);
	struct coverage of = column < SENSES ? coverage_of(j, where, column)
					     : sum_of(j, where);

	if (column < SENSES && coverage_left_out(j) >> column & 1)
		of.gap = false;
	if (of.all)
		draw_share(c, r, &of, senses_found(s, where, column));
	if (r.rows > 1 && column < SENSES && of.designed)
		draw_sample(s, c, (struct rect){ r.y + 1, r.x, 1, r.cols },
			    where, column);
	if (where->number != s->where || column != s->sense)
		return;
	for (int i = 0; i < r.rows; i++)
		canvas_role(c, r.y + i, r.x, r.cols,
			    s->focus == SENSES_GRID ? ROLE_SELECTED
						    : ROLE_MARKED);
	canvas_cursor(c, r.y, r.x);
}

static void draw_row(const struct senses *s, struct canvas *c, int y,
		     const struct place *where)
{
	const struct journey *j = app_journey(s->app);
	g_autofree char *name = place_title(j, where);
	bool here = where->number == s->where;
	enum role role = here ? ROLE_MARKED : ROLE_CONTENT;

	if (here)
		canvas_text(c, y, 0, 1, ROLE_MARKED,
			    canvas_sign(c, SIGN_SELECT));
	if (where->kind == PLACE_STAGE)
		canvas_printf(c, y, 1, s->at.name - 1, role, "%*u %s",
			      show_digits(j->root->children->len),
			      where->index + 1, name);
	else
		canvas_text(c, y, 1, s->at.name - 1, role, _("The journey"));
	for (int i = 0; i < s->at.columns; i++)
		draw_cell(s, c, y, where, i);
}

/* --- around them ---------------------------------------------------------- */

/* The name of a sense; without room for it, its letter over the counts. */
static char *head_of(const struct senses *s, int sense, bool left_out)
{
	const char *in = left_out ? "(" : "", *out = left_out ? ")" : "";

	if (has_lines(s))
		return g_strdup_printf("%s%s%s", in, senses_name(sense), out);
	return g_strdup_printf("%*s%c%s", s->at.cell - 2 - (left_out ? 1 : 0),
			       in, show_sense_letter(sense), out);
}

static void draw_names(const struct senses *s, struct canvas *c)
{
	unsigned left_out = coverage_left_out(app_journey(s->app));
	struct rect r;

	for (int i = 0; i < SENSES; i++) {
		bool out = left_out >> i & 1;
		enum role role = out ? ROLE_DIM : ROLE_CONTENT;
		g_autofree char *name = head_of(s, i, out);

		r = cell_rect(s, s->at.head, 1, i);
		canvas_text(c, r.y, r.x, r.cols,
			    i == s->sense ? ROLE_TITLE : role, name);
	}
	r = cell_rect(s, s->at.head, 1, SENSES);
	if (has_lines(s))
		canvas_text(c, r.y, r.x, r.cols, ROLE_DIM, _("all"));
}

static void draw_rules(const struct senses *s, struct canvas *c)
{
	const struct senses_layout *at = &s->at;
	int width = at->name + at->columns * at->cell;

	if (!at->ruled)
		return;
	canvas_hline(c, at->head + 1, 0, width, ROLE_DIM);
	canvas_hline(c, at->journey - 1, 0, width, ROLE_DIM);
	for (int i = 0; i < at->columns && has_lines(s); i++)
		canvas_vline(c, at->head, at->name + i * at->cell,
			     at->journey + 1 - at->head, ROLE_DIM);
}

/* That there are more stages above or below. */
static void draw_more(const struct senses *s, struct canvas *c)
{
	const struct rect *r = &s->at.stages;
	size_t stages = app_journey(s->app)->root->children->len;
	size_t end = s->top + (size_t)(r->rows / s->at.step);

	if (s->top > 0 && s->row != s->top)
		canvas_text(c, r->y, 0, 1, ROLE_DIM, canvas_sign(c, SIGN_UP));
	if (end < stages && s->row != end - 1)
		canvas_text(c, r->y + r->rows - s->at.step, 0, 1, ROLE_DIM,
			    canvas_sign(c, SIGN_DOWN));
}

static void draw_gap(const struct senses *s, struct canvas *c, int y, int sense)
{
	const struct rect *r = &s->at.gaps;
	const struct finding *f =
		senses_found(s, app_journey(s->app)->root, sense);
	enum level level = f ? f->level : LEVEL_NONE;

	canvas_text(c, y, r->x, 1, show_level_role(level),
		    show_level_sign(c, level));
	canvas_text(c, y, r->x + 2, r->cols - 2,
		    sense == s->sense ? ROLE_CONTENT : ROLE_DIM,
		    s->gaps[sense]);
}

/* Where there is no room for all of them, those from the sense of the cell on;
 * on a small screen that one alone. */
static void draw_gaps(const struct senses *s, struct canvas *c)
{
	const struct rect *r = &s->at.gaps;
	int skip = 0, more = -r->rows, y = r->y;

	if (s->single || !has_lines(s)) {
		sheet_text(c, *r, ROLE_CONTENT,
			   s->gaps[s->sense] ? s->gaps[s->sense] : "");
		return;
	}
	for (int i = 0; i < SENSES; i++) {
		skip += i < s->sense && s->gaps[i];
		more += s->gaps[i] != NULL;
	}
	skip = CLAMP(skip, 0, MAX(more, 0));
	for (int i = 0; i < SENSES && y < r->y + r->rows; i++)
		if (s->gaps[i] && skip-- <= 0)
			draw_gap(s, c, y++, i);
}

static void draw_guide(const struct senses *s, struct canvas *c)
{
	g_autofree char *key = show_key(s->app, "add-after");
	g_autofree char *text = g_strdup_printf(
		_("Press %s to add the first stage: a part of the journey as "
		  "the customer lives it. Here you will see which of the five "
		  "senses it reaches."),
		key);

	sheet_text(c, (struct rect){ s->at.head, 1, 4, c->cols - 2 },
		   ROLE_CONTENT, text);
	canvas_cursor(c, s->at.head, 1);
}

static void draw_grid(const struct senses *s, struct canvas *c)
{
	const struct journey *j = app_journey(s->app);

	draw_rules(s, c);
	draw_names(s, c);
	for (int i = 0; i < s->at.stages.rows / s->at.step; i++)
		draw_row(s, c, s->at.stages.y + i * s->at.step,
			 journey_stage(j, (unsigned)s->top + (unsigned)i));
	draw_row(s, c, s->at.journey, j->root);
	draw_more(s, c);
	draw_gaps(s, c);
}

void senses_draw(struct senses *s, struct canvas *c)
{
	if (!app_journey(s->app)->root->children->len) {
		draw_guide(s, c);
		return;
	}
	if (!s->single || s->focus == SENSES_GRID)
		draw_grid(s, c);
	if (s->at.list.rows)
		senses_draw_list(s, c);
}
