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

#define LEAST_NAME 13 /* columns */
#define LEAST_BAR 2 /* one that cannot be shorter would say nothing */
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

/* The columns of a row: names are worth more than bars. */
struct columns {
	int name, count, bar, sign;
};

static struct columns columns_of(const struct map *m, const struct canvas *c,
				 int cols)
{
	struct columns of = { .name = 2 + MAX(LEAST_NAME, cols * 3 / 5 - 1),
			      .sign = show_sign_width(c) };
	int room;

	for (unsigned load = m->most_load; load; load /= 10)
		of.count++;
	room = cols - of.sign - of.count - 3; /* a blank before each */
	of.bar = room - of.name - 1;
	if (of.bar >= LEAST_BAR)
		return of;
	of.bar = 0;
	of.name = room;
	return of;
}

static void draw_load(const struct map *m, struct canvas *c, struct rect r,
		      unsigned number, const struct columns *of)
{
	unsigned load = map_load(m, number), most = m->most_load;
	int x = r.x + of->name + 1;

	canvas_printf(c, r.y, x, of->count, ROLE_DIM, "%*u", of->count, load);
	if (of->bar)
		show_bar(c, r.y, x + of->count + 1, MIN(of->bar, (int)most * 3),
			 load, most);
}

/* The word at the right end, in what the name and a sign leave. */
static void draw_customer(const struct map *m, struct canvas *c, struct rect r,
			  const struct place *p, const struct columns *of)
{
	const char *word = _("customer");
	g_autofree char *name = place_title(map_journey(m), p);
	int left = r.x + 2 + MIN(canvas_width(c, name), of->name - 2) + 1;
	int right = r.x + r.cols - 1;
	int width;

	if (findings_worst(m->app->desk->board->findings, p) != LEVEL_NONE)
		right -= of->sign + 1;
	width = MIN(canvas_width(c, word), right - left);
	canvas_text(c, r.y, right - width, width, ROLE_DIM, word);
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
	if (findings_deferred(m->app->desk->board->findings))
		return LEVEL_NONE;
	return strcmp(state, "actual") == 0 ? LEVEL_WARNING : LEVEL_ERROR;
}

static void draw_sign(const struct map *m, struct canvas *c, struct rect r,
		      unsigned number, const struct place *p)
{
	enum level level = p ? findings_worst(m->app->desk->board->findings, p)
			     : lack_level(m, number);
	int width = show_sign_width(c);

	canvas_text(c, r.y, r.x + r.cols - 1 - width, width,
		    show_level_role(level), show_level_sign(c, level));
}

static void draw_row(struct map *m, struct canvas *c, struct rect r,
		     unsigned row, enum role role)
{
	unsigned number = map_number_at(m, MAP_OWNERS, row);
	const struct place *p = app_place(m->app, number);
	struct rect name = r;
	struct columns of;

	if (row == m->lists[MAP_OWNERS].top)
		m->most_load = most_load(m);
	of = columns_of(m, c, r.cols);
	name.cols = of.name;
	if (p)
		map_draw_name(m, c, name, 0, 0, p, role);
	else
		draw_lack(c, is_lack(number) ? name : r, number, role);
	if (p && p->kind == PLACE_CUSTOMER)
		draw_customer(m, c, r, p, &of);
	else if (p || is_lack(number))
		draw_load(m, c, r, number, &of);
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
