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

#include "i18n.h"

#define COUNT_WIDTH 6
#define TALLY_LINES (5 + SENSES)

static unsigned touchpoints(const struct map *m, const struct place *p)
{
	return p->kind == PLACE_JOURNEY ? map_journey(m)->n_touchpoints
					: p->children->len;
}

static void draw_row(struct map *m, struct canvas *c, struct rect r,
		     unsigned row, enum role role)
{
	const struct place *p = map_place_at(m, MAP_STAGES, row);
	int sign_x = r.x + r.cols - 1 - map_sign_width(c);
	int count_x = sign_x - COUNT_WIDTH - 1;
	struct rect name = { r.y, r.x, 1, count_x - r.x };
	enum role sign_role;
	const char *sign = map_sign(m, c, p, &sign_role);

	if (row)
		map_draw_name(m, c, name, row, map_rows(m, MAP_STAGES) - 1, p,
			      role);
	else
		canvas_text(c, r.y, r.x + 2, name.cols - 2, role,
			    _("The journey"));
	canvas_printf(c, r.y, count_x, COUNT_WIDTH, ROLE_DIM, "%*u",
		      COUNT_WIDTH, touchpoints(m, p));
	canvas_text(c, r.y, sign_x, r.x + r.cols - sign_x, sign_role, sign);
}

/* A bar of PART of ALL in WIDTH cells; something is never nothing. */
void map_draw_bar(struct canvas *c, int y, int x, int width, unsigned part,
		  unsigned all)
{
	unsigned long long cells =
		all ? ((unsigned long long)part * (unsigned)width + all / 2) /
			      all
		    : 0;

	if (part && !cells)
		cells = 1;
	for (unsigned long long i = 0; i < cells; i++)
		canvas_text(c, y, x + (int)i, 1, ROLE_DIM,
			    canvas_sign(c, SIGN_BAR));
}

static void draw_sense(const struct journey *j, struct canvas *c,
		       struct rect r, int sense)
{
	size_t n;
	const struct field *f = schema_fields(PLACE_TOUCHPOINT, &n);
	int bar = r.x + 8, width = r.cols - 8 - COUNT_WIDTH;
	unsigned count = j->per_sense[sense];

	canvas_text(c, r.y, r.x, 7, count ? ROLE_CONTENT : ROLE_ABSENT,
		    _(f[T_SEE + sense].label));
	map_draw_bar(c, r.y, bar, width, count, j->n_touchpoints);
	canvas_printf(c, r.y, r.x + r.cols - COUNT_WIDTH, COUNT_WIDTH,
		      ROLE_DIM, "%*u", COUNT_WIDTH, count);
}

void map_draw_tally(const struct map *m, struct canvas *c, struct rect r)
{
	const struct journey *j = map_journey(m);

	if (r.rows < TALLY_LINES || !j->n_touchpoints)
		return;
	canvas_printf(c, r.y + 1, r.x, r.cols, ROLE_DIM,
		      _("What + Who = How: %u of %u"), j->complete,
		      j->n_touchpoints);
	canvas_text(c, r.y + 3, r.x, r.cols, ROLE_DIM, _("Senses designed"));
	for (int i = 0; i < SENSES; i++)
		draw_sense(j, c, (struct rect){ r.y + 4 + i, r.x, 1, r.cols },
			   i);
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
