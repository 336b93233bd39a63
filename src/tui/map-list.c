/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how the rows of a list lie in its pane: which are seen, which is
 * chosen, where the cursor stands.  What is in a row is the business of the
 * pane's own file.
 *
 * The one idea: only rows that are seen are asked for, so a list of 100,000
 * costs as much as one of ten.  A list is scrolled by half of what is seen
 * when its cursor leaves it.
 */
#include "tui/map.h"

#include "tui/list.h"
#include "tui/marks.h"

#define NAME_AT 2 /* column after the sign of the choice */

static void mark_choice(const struct map *m, struct canvas *c,
			enum map_pane pane, struct rect r)
{
	bool focus = m->focus == pane;

	canvas_text(c, r.y, r.x, 1, focus ? ROLE_SELECTED : ROLE_MARKED,
		    canvas_sign(c, SIGN_SELECT));
	if (!focus)
		return;
	for (int line = 0; line < r.rows; line++)
		canvas_role(c, r.y + line, r.x, r.cols, ROLE_SELECTED);
	canvas_cursor(c, r.y, r.x + NAME_AT);
}

int map_draw_rows(struct map *m, struct canvas *c, enum map_pane pane,
		  struct rect r, int step, map_draw_row *draw)
{
	struct map_list *l = &m->lists[pane];
	unsigned rows = map_rows(m, pane);
	size_t fit = (size_t)(r.rows / step), end;

	l->area = r;
	l->step = step;
	if (fit == 0)
		return 0;
	l->top = list_scroll(l->top, l->row, rows, fit);
	end = MIN(l->top + fit, rows);
	for (size_t row = l->top; row < end; row++) {
		int y = r.y + (int)(row - l->top) * step;
		struct rect at = { y, r.x, step, r.cols };
		bool chosen = row == l->row;

		draw(m, c, at, (unsigned)row,
		     chosen ? ROLE_MARKED : ROLE_CONTENT);
		if (chosen)
			mark_choice(m, c, pane, at);
	}
	return (int)(end - l->top) * step;
}

void map_draw_name(const struct map *m, struct canvas *c, struct rect r,
		   unsigned number, unsigned count, const struct place *p,
		   enum role role)
{
	g_autofree char *name = place_title(map_journey(m), p);
	int x = r.x + NAME_AT;

	if (marks_has(m->app, p))
		canvas_text(c, r.y, r.x + 1, 1, ROLE_TITLE,
			    canvas_sign(c, SIGN_MARK));
	if (number)
		x += 1 + canvas_printf(c, r.y, x, r.x + r.cols - x, ROLE_DIM,
				       "%*u", show_digits(count), number);
	canvas_text(c, r.y, x, r.x + r.cols - x, role, name);
}
