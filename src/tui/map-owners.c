/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the pane of the owners: who carries how much, what nobody carries and
 * what several do, the customers below; and where there is room, the
 * touchpoints of whoever is chosen (map-owned.c).
 *
 *	  Concierge     6 ▄▄▄▄▄▄
 *	▸ Front desk    4 ▄▄▄▄
 *	  nobody        1 ▄      ✗
 *	  A guest         customer
 */
#include "tui/map.h"

#include <string.h>

#include "i18n.h"

#define BAR_WIDTH 5 /* at least; a third of the pane where that is more */
#define ROOM_FOR_OWNED 24 /* columns */

/* The most that any owner in sight carries. */
static unsigned most_load(const struct map *m)
{
	const struct map_list *l = &m->lists[MAP_OWNERS];
	unsigned rows = map_rows(m, MAP_OWNERS), most = 1;
	size_t end = MIN(l->top + (size_t)MAX(l->area.rows, 0), rows);

	for (size_t row = l->top; row < end; row++)
		most = MAX(most, map_load(m, map_number_at(m, MAP_OWNERS,
							   (unsigned)row)));
	return most;
}

/* The load of a row and its bar; R is what a row leaves at its right. */
static void draw_load(const struct map *m, struct canvas *c, struct rect r,
		      unsigned number)
{
	unsigned load = map_load(m, number), most = m->most_load;
	int width = map_count_width(m), bar = r.x + width + 1;

	canvas_printf(c, r.y, r.x, width, ROLE_DIM, "%*u", width, load);
	map_draw_bar(c, r.y, bar, MIN(r.x + r.cols - bar, (int)most * 3), load,
		     most);
}

static void draw_customer(struct canvas *c, struct rect r)
{
	const char *word = _("customer");
	int width = MIN(canvas_width(c, word), r.cols);

	canvas_text(c, r.y, r.x + r.cols - width, width, ROLE_DIM, word);
}

static bool is_lack(unsigned number)
{
	return number == MAP_NOBODY || number == MAP_MANY;
}

static const char *lack_name(unsigned number)
{
	switch (number) {
	case MAP_NO_OWNER:
		return _("no owner yet");
	case MAP_NO_CUSTOMER:
		return _("no customer yet");
	case MAP_NOBODY:
		return _("nobody");
	default:
		return _("two owners");
	}
}

static void draw_lack(struct canvas *c, struct rect r, unsigned number,
		      enum role role)
{
	canvas_text(c, r.y, r.x + 2, r.cols - 2,
		    is_lack(number) ? role : ROLE_ABSENT, lack_name(number));
}

/* What nobody owns, or several, is wrong wherever the rules judge it. */
static enum level lack_level(const struct map *m, unsigned number)
{
	const struct journey *j = map_journey(m);
	g_autofree char *state = place_text(j, j->root, J_STATE);

	if (!is_lack(number))
		return LEVEL_NONE;
	if (number == MAP_MANY)
		return LEVEL_ERROR;
	if (findings_deferred(m->app->board->findings))
		return LEVEL_NONE;
	return strcmp(state, "actual") == 0 ? LEVEL_WARNING : LEVEL_ERROR;
}

static void draw_sign(const struct map *m, struct canvas *c, struct rect r,
		      unsigned number, const struct place *p)
{
	enum level level = p ? findings_worst(m->app->board->findings, p)
			     : lack_level(m, number);
	int width = map_sign_width(c);

	canvas_text(c, r.y, r.x + r.cols - 1 - width, width,
		    map_level_role(level), map_level_sign(c, level));
}

static void draw_row(struct map *m, struct canvas *c, struct rect r,
		     unsigned row, enum role role)
{
	unsigned number = map_number_at(m, MAP_OWNERS, row);
	const struct place *p = map_place(m, number);
	int sign = 1 + map_sign_width(c);
	int right = map_count_width(m) + 1 + MAX(r.cols / 3 - 3, BAR_WIDTH);
	int x = r.x + r.cols - 1 - sign - right;
	struct rect load = { r.y, x, 1, right };
	struct rect name = { r.y, r.x, 1, x - 1 - r.x };

	if (row == m->lists[MAP_OWNERS].top)
		m->most_load = most_load(m);
	if (p)
		map_draw_name(m, c, name, 0, 0, p, role);
	else
		draw_lack(c, is_lack(number) ? name : r, number, role);
	if (p && p->kind == PLACE_CUSTOMER)
		draw_customer(c, load);
	else if (p || is_lack(number))
		draw_load(m, c, load, number);
	draw_sign(m, c, r, number, p);
}

void map_draw_owners(struct map *m, struct canvas *c, struct rect r)
{
	struct rect rest;
	int used;

	m->lists[MAP_OWNERS].area = r;
	used = map_draw_rows(m, c, MAP_OWNERS, r, 1, draw_row);
	rest = (struct rect){ r.y + used, r.x + 2, r.rows - used, r.cols - 3 };
	if (!map_journey(m)->owners->len)
		map_guide_pane(m, c, rest, MAP_OWNERS);
	else if (!m->single && rest.cols >= ROOM_FOR_OWNED)
		map_draw_owned(m, c,
			       (struct rect){ rest.y + 1, rest.x, rest.rows - 1,
					      rest.cols });
}
