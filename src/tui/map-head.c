/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what stands above the fields: where one is, whether What + Who = How
 * holds there, and what is found wrong or comes next.  The same three
 * questions make the digest that a small screen shows under its lists.
 */
#include "tui/map.h"

#include <string.h>

#include "i18n.h"
#include "tui/sheet.h"
#include "tui/stop.h"

#define MOST_LINES 2 /* of a finding, or of what comes next */

int map_draw_equation(const struct map *m, struct canvas *c, struct rect r,
		      const struct place *tp)
{
	enum role role;
	g_autofree char *text = show_equation(m->app, c, tp, m->single, &role);
	int x = r.x + r.cols - canvas_width(c, text) - (m->single ? 0 : 1);

	x = MAX(x, r.x);
	canvas_text(c, r.y, x, r.x + r.cols - x, role, text);
	return x;
}

/* What a place other than a touchpoint adds up to. */
static char *sum_of(const struct map *m, const struct place *p)
{
	const struct journey *j = map_journey(m);

	switch (p->kind) {
	case PLACE_JOURNEY:
		if (!j->n_touchpoints)
			return g_strdup("");
		return g_strdup_printf(_("What + Who = How: %u of %u"),
				       j->complete, j->n_touchpoints);
	case PLACE_STAGE:
		return g_strdup_printf(_("touchpoints: %u"), p->children->len);
	case PLACE_OWNER:
		return g_strdup_printf(_("owns: %u"), journey_load(j, p));
	default:
		return g_strdup(_("a customer"));
	}
}

static int draw_sum(const struct map *m, struct canvas *c, struct rect r,
		    const struct place *p)
{
	g_autofree char *text = sum_of(m, p);
	int x = MAX(r.x + r.cols - 1 - canvas_width(c, text), r.x);

	canvas_text(c, r.y, x, r.x + r.cols - x, ROLE_DIM, text);
	return x;
}

static void draw_path(const struct map *m, struct canvas *c, struct rect r,
		      const struct place *p)
{
	bool focus = m->focus == MAP_INSPECTOR;
	g_autofree char *path = show_path(m->app, c, p);
	int end = p->kind == PLACE_TOUCHPOINT ? map_draw_equation(m, c, r, p)
					      : draw_sum(m, c, r, p);

	if (focus)
		canvas_text(c, r.y, r.x, 1, ROLE_TITLE,
			    canvas_sign(c, SIGN_FOCUS));
	canvas_text(c, r.y, r.x + 1, end - r.x - 3,
		    focus ? ROLE_TITLE : ROLE_STRONG, path);
}

/* What the quick fix would do, behind its key; on a small screen there is no
 * room for it. */
static int draw_fix(const struct map *m, struct canvas *c, struct rect r,
		    const struct finding *f)
{
	g_autofree char *says = m->single ? NULL : amend_fix_says(m->app, f);
	g_autofree char *key = NULL;

	if (!says)
		return 0;
	key = show_key(m->app, "fix");
	canvas_printf(c, r.y, r.x, r.cols, ROLE_DIM, "%s  %s", key, says);
	return 1;
}

/* What is told of P that is wrong; returns the lines used. A small screen
 * tells it at the field at fault, if there is one. */
static int draw_finding(const struct map *m, struct canvas *c, struct rect r,
			const struct place *p)
{
	unsigned n, count;
	const struct finding *f =
		stop_finding(m->app, p, map_field_here(m), &n, &count);
	int sign = show_sign_width(c) + 1;
	struct rect at = { r.y, r.x + 1 + sign, MIN(r.rows, MOST_LINES),
			   r.cols - 2 - sign };
	g_autofree char *text = NULL, *which = NULL;

	if (!f || (m->single && f->field >= 0))
		return 0;
	text = show_finding(c, f);
	if (count > 1)
		which = g_strdup_printf("%s (%u/%u)", text, n + 1, count);
	canvas_text(c, r.y, r.x + 1, sign, show_level_role(f->level),
		    show_level_sign(c, f->level));
	at.y += sheet_text(c, at, ROLE_CONTENT, which ? which : text);
	at.y += draw_fix(m, c, at, f);
	return at.y - r.y;
}

static int draw_next(const struct map *m, struct canvas *c, struct rect r,
		     const struct place *p)
{
	g_autofree char *text = map_guide_next(m, p);
	struct rect at = { r.y, r.x + 1, MIN(r.rows, MOST_LINES), r.cols - 2 };

	return text ? sheet_text(c, at, ROLE_DIM, text) : 0;
}

int map_draw_head(struct map *m, struct canvas *c, struct rect r)
{
	const struct place *p = map_subject(m);
	struct rect below = { r.y + !m->single, r.x, r.rows - !m->single,
			      r.cols };
	int used;

	if (!p) {
		struct rect inside = { r.y, r.x + 1, r.rows, r.cols - 2 };

		if (map_load(m, m->lists[MAP_OWNERS].chosen) &&
		    m->subject == MAP_OWNERS)
			map_draw_owned(m, c, inside);
		else
			map_guide_pane(m, c, inside,
				       m->subject == MAP_OWNERS
					       ? MAP_OWNERS
					       : MAP_INSPECTOR);
		return r.rows;
	}
	if (!m->single)
		draw_path(m, c, r, p);
	used = draw_finding(m, c, below, p);
	if (!used)
		used = draw_next(m, c, below, p);
	return used + !m->single;
}
