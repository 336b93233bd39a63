/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the pane of the stages: the journey itself, then its stages with how
 * many touchpoints each has and the gravest finding there; below them, where
 * there is room, what the whole journey adds up to.
 *
 *	▸ The journey  10 ✓
 *	  1 The need    2 ✓
 *	  2 The call    5 ▲
 */
#include "tui/map.h"

#include <string.h>

#include "i18n.h"

#define LABEL_WIDTH 8
#define SENSES_LINES (1 + SENSES)
#define TALLY_LINES (3 + SENSES)

static unsigned touchpoints(const struct map *m, const struct place *p)
{
	return p->kind == PLACE_JOURNEY ? map_journey(m)->n_touchpoints
					: p->children->len;
}

static void draw_row(struct map *m, struct canvas *c, struct rect r,
		     unsigned row, enum role role)
{
	const struct place *p = map_place_at(m, MAP_STAGES, row);
	int sign_x = r.x + r.cols - 1 - show_sign_width(c);
	g_autofree char *count = g_strdup_printf("%u", touchpoints(m, p));
	int count_x = sign_x - 1 - (int)strlen(count);
	struct rect name = { r.y, r.x, 1, count_x - 1 - r.x };
	enum role sign_role;
	const char *sign = show_sign(m->app, c, p, &sign_role);

	if (row)
		map_draw_name(m, c, name, row, map_rows(m, MAP_STAGES) - 1, p,
			      role);
	else
		canvas_text(c, r.y, r.x + 2, name.cols - 2, role,
			    _("The journey"));
	if (map_journey(m)->n_touchpoints)
		canvas_text(c, r.y, count_x, sign_x - count_x, ROLE_DIM, count);
	canvas_text(c, r.y, sign_x, r.x + r.cols - sign_x, sign_role, sign);
}

/* LABEL, a bar of COUNT (where it is a part of something), COUNT. */
static void draw_count(const struct map *m, struct canvas *c, struct rect r,
		       const char *label, unsigned count, bool bar)
{
	int width = show_count_width(m->app), x = r.x + r.cols - width;
	int bar_x = r.x + LABEL_WIDTH;

	canvas_text(c, r.y, r.x, bar ? LABEL_WIDTH - 1 : r.cols - width - 1,
		    count ? ROLE_CONTENT : ROLE_ABSENT, label);
	if (bar)
		show_bar(c, r.y, bar_x, x - 1 - bar_x, count,
			 map_journey(m)->n_touchpoints);
	canvas_printf(c, r.y, x, width, ROLE_DIM, "%*u", width, count);
}

void map_draw_tally(const struct map *m, struct canvas *c, struct rect r)
{
	const struct journey *j = map_journey(m);
	size_t n;
	const struct field *f = schema_fields(PLACE_TOUCHPOINT, &n);
	struct rect line = { r.y + 1, r.x, 1, MIN(r.cols, 32) };

	if (r.rows < SENSES_LINES || !j->n_touchpoints)
		return;
	if (r.rows >= TALLY_LINES) {
		draw_count(m, c, line, _("touchpoints"), j->n_touchpoints,
			   false);
		line.y++;
		draw_count(m, c, line, _("What + Who = How"), j->complete,
			   false);
		line.y += r.rows > TALLY_LINES ? 2 : 1;
	}
	for (int i = T_SEE; i < T_SEE + SENSES; i++, line.y++)
		draw_count(m, c, line, _(f[i].label), j->per_sense[i - T_SEE],
			   true);
}

void map_draw_stages(struct map *m, struct canvas *c, struct rect r)
{
	int used = map_draw_rows(m, c, MAP_STAGES, r, 1, draw_row);
	struct rect rest = { r.y + used, r.x + 2, r.rows - used, r.cols - 4 };

	if (map_rows(m, MAP_STAGES) == 1)
		map_guide_pane(m, c, rest, MAP_STAGES);
	else
		map_draw_tally(m, c, rest);
}
