/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns where the panes are: three over the inspector where there is room, one
 * at a time where there is not.
 *
 *	80 columns and 20 rows     less
 *	+----+--------+-----+      ---------------
 *	|    |        |     |        one list,
 *	+----+--------+-----+        or the fields
 *	| the fields        |      ---------------
 *	+-------------------+       three lines of them
 */
#include "tui/map.h"

#include "i18n.h"

#define LEAST_COLS 80
#define LEAST_ROWS 17 /* of the map's own: 20 of the screen */

typedef void draw_pane(struct map *m, struct canvas *c, struct rect r);

static draw_pane *const panes[MAP_PANES] = {
	[MAP_STAGES] = map_draw_stages,
	[MAP_TOUCHPOINTS] = map_draw_touchpoints,
	[MAP_OWNERS] = map_draw_owners,
	[MAP_INSPECTOR] = map_draw_inspector,
};

char *map_pane_title(const struct map *m, const struct canvas *c,
		     enum map_pane pane)
{
	const struct place *stage = map_stage(m);
	g_autofree char *path = NULL;

	switch (pane) {
	case MAP_STAGES:
		return g_strdup(_("Stages"));
	case MAP_OWNERS:
		return g_strdup(_("Owners"));
	default:
		if (!stage && map_rows(m, MAP_STAGES) > 1)
			return g_strdup(_("All in all"));
		if (!stage)
			return g_strdup(_("Touchpoints"));
		path = show_path(m->app, c, stage);
		return g_strdup_printf(_("Touchpoints · %s"), path);
	}
}

/* A title stands in the border over its pane. */
static void draw_title(const struct map *m, struct canvas *c, struct rect r,
		       enum map_pane pane)
{
	bool focus = m->focus == pane;
	enum role role = focus ? ROLE_TITLE : ROLE_CONTENT;
	g_autofree char *title = map_pane_title(m, c, pane);
	const char *sign = focus ? canvas_sign(c, SIGN_FOCUS) : " ";
	int x = r.x;

	x += canvas_text(c, r.y - 1, x, 1, role, sign);
	x += canvas_text(c, r.y - 1, x, r.cols - 2, role, title);
	canvas_text(c, r.y - 1, x, 1, role, " ");
}

/* The insides of the three lists and of the inspector. */
static void divide(struct rect r, struct rect inside[MAP_PANES])
{
	int lists = (r.rows - 3) * 9 / 20, cols = r.cols - 4;
	int stages = CLAMP(cols * 27 / 100, 19, 30);
	int owners = CLAMP(cols * 32 / 100, 24, 44);
	int y = r.y + 1, x = r.x + 1;

	inside[MAP_STAGES] = (struct rect){ y, x, lists, stages };
	x += stages + 1;
	inside[MAP_TOUCHPOINTS] =
		(struct rect){ y, x, lists, cols - stages - owners };
	x += cols - stages - owners + 1;
	inside[MAP_OWNERS] = (struct rect){ y, x, lists, owners };
	inside[MAP_INSPECTOR] = (struct rect){ y + lists + 1, r.x + 1,
					       r.rows - 3 - lists, r.cols - 2 };
}

static void draw_borders(struct canvas *c, struct rect r,
			 const struct rect inside[MAP_PANES])
{
	int height = inside[MAP_INSPECTOR].y - r.y;

	canvas_box(c, r, ROLE_DIM);
	canvas_hline(c, r.y + height - 1, r.x, r.cols, ROLE_DIM);
	for (int pane = MAP_TOUCHPOINTS; pane < MAP_LISTS; pane++)
		canvas_vline(c, r.y, inside[pane].x - 1, height, ROLE_DIM);
}

static void draw_all(struct map *m, struct canvas *c, struct rect r)
{
	struct rect inside[MAP_PANES];

	divide(r, inside);
	draw_borders(c, r, inside);
	for (int pane = 0; pane < MAP_PANES; pane++) {
		if (pane != MAP_INSPECTOR)
			draw_title(m, c, inside[pane], (enum map_pane)pane);
		panes[pane](m, c, inside[pane]);
	}
}

/* Where one is. The title bar may have no room for it beside the name of the
 * storyboard, so it stands in the rule below. */
static char *crumb(const struct map *m, const struct canvas *c)
{
	const struct place *p =
		m->focus == MAP_INSPECTOR ? map_subject(m) : map_stage(m);

	if (p && (m->focus == MAP_INSPECTOR || m->focus == MAP_TOUCHPOINTS))
		return show_path(m->app, c, p);
	return map_pane_title(m, c, m->focus);
}

static void draw_crumb(const struct map *m, struct canvas *c, struct rect r)
{
	const struct place *p = map_subject(m);
	g_autofree char *text = crumb(m, c);
	int x = r.x, end = r.x + r.cols;

	canvas_hline(c, r.y, r.x, r.cols, ROLE_DIM);
	if (m->focus == MAP_INSPECTOR && p && p->kind == PLACE_TOUCHPOINT)
		end = map_draw_equation(m, c, r, p);
	x += canvas_text(c, r.y, x, 1, ROLE_TITLE, canvas_sign(c, SIGN_FOCUS));
	x += canvas_text(c, r.y, x, end - x - 1, ROLE_TITLE, text);
	canvas_text(c, r.y, x, 1, ROLE_TITLE, " ");
}

static void hide_all(struct map *m)
{
	for (int pane = 0; pane < MAP_LISTS; pane++)
		m->lists[pane].area.rows = 0;
	m->form.area.rows = 0;
}

static void draw_one(struct map *m, struct canvas *c, struct rect r)
{
	const struct place *subject = map_subject(m);
	bool digest = m->focus != MAP_INSPECTOR && r.rows >= 8;
	int below = digest ? SHOW_DIGEST_ROWS + 1 : 0;
	struct rect inside = { r.y + 1, r.x, r.rows - 1 - below, r.cols };
	int end = inside.y + inside.rows;

	hide_all(m);
	draw_crumb(m, c, r);
	panes[m->focus](m, c, inside);
	if (!digest)
		return;
	canvas_hline(c, end, r.x, r.cols, ROLE_DIM);
	if (subject)
		show_digest(m->app, c,
			    (struct rect){ end + 1, r.x, SHOW_DIGEST_ROWS,
					   r.cols },
			    subject);
}

void map_draw(struct map *m, struct canvas *c, struct rect r)
{
	m->single = r.cols < LEAST_COLS || r.rows < LEAST_ROWS;
	if (m->single)
		draw_one(m, c, r);
	else
		draw_all(m, c, r);
}
