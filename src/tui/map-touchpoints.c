/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the pane of the touchpoints of the chosen stage: name, owner where
 * there is room, face, the letters of the senses designed, the gravest
 * finding; and where there is more room, the promise under each.
 *
 *	▸ 2 Warm towel         Front desk  😍 s·mtf ✓
 *	    “A warm cedar towel before a word”
 */
#include "tui/map.h"

#include <string.h>

#include "i18n.h"

#define ROOM_FOR_PROMISE 40 /* columns of the pane: 100 of the screen */
#define ROOM_FOR_OWNER 46

static void draw_senses(const struct map *m, struct canvas *c, int y, int x,
			const struct place *tp)
{
	unsigned senses = place_senses(map_journey(m), tp);

	for (int i = 0; i < SENSES; i++)
		if (senses >> i & 1)
			canvas_printf(c, y, x + i, 1, ROLE_CONTENT, "%c",
				      show_sense_letter(i));
		else
			canvas_text(c, y, x + i, 1, ROLE_ABSENT,
				    canvas_sign(c, SIGN_ABSENT));
}

/* Faces in ASCII have up to three characters. */
static int face_width(const struct canvas *c)
{
	return c->glyphs == GLYPHS_EMOJI ? 2 : 3;
}

static void draw_face(const struct map *m, struct canvas *c, int y, int x,
		      const struct place *tp)
{
	const struct face *face = show_face_of(m->app, tp);
	enum role role = ROLE_CONTENT;

	if (!face) {
		canvas_text(c, y, x, 1, ROLE_ABSENT,
			    canvas_sign(c, SIGN_ABSENT));
		return;
	}
	if (face->value)
		role = face->value > 0 ? ROLE_SMILE : ROLE_FROWN;
	canvas_text(c, y, x, face_width(c), role, show_face(c->glyphs, face));
}

static void draw_owner(const struct map *m, struct canvas *c, int y, int x,
		       int width, const struct place *tp)
{
	const struct journey *j = map_journey(m);
	struct place *owner = NULL;
	unsigned n = place_owners(j, tp, &owner);
	g_autofree char *name = NULL;

	if (n == 0) {
		canvas_text(c, y, x, width, ROLE_ABSENT, _("nobody"));
	} else if (n > 1) {
		canvas_printf(c, y, x, width, ROLE_CONTENT, _("%u owners"), n);
	} else {
		name = owner ? place_title(j, owner) : place_text(j, tp, T_WHO);
		canvas_text(c, y, x, width, ROLE_DIM, name);
	}
}

/* The promise of a touchpoint on the line under its name. */
static void draw_promise(const struct map *m, struct canvas *c, struct rect r,
			 const struct place *tp)
{
	g_autofree char *what = place_text(map_journey(m), tp, T_WHAT);
	bool ascii = c->glyphs == GLYPHS_ASCII;
	int x = r.x, end = r.x + r.cols;

	if (!*what) {
		canvas_text(c, r.y, x, r.cols, ROLE_ABSENT,
			    _("no promise yet"));
		return;
	}
	g_strdelimit(what, "\r\n\t", ' ');
	x += canvas_text(c, r.y, x, 1, ROLE_DIM, ascii ? "\"" : "“");
	x += canvas_text(c, r.y, x, end - x - 1, ROLE_DIM, what);
	canvas_text(c, r.y, x, 1, ROLE_DIM, ascii ? "\"" : "”");
}

static int owner_width(const struct rect *r)
{
	if (r->cols < ROOM_FOR_OWNER)
		return 0;
	return CLAMP(r->cols / 4, 10, 24);
}

static void draw_row(struct map *m, struct canvas *c, struct rect r,
		     unsigned row, enum role role)
{
	const struct place *tp = map_place_at(m, MAP_TOUCHPOINTS, row);
	int sign_x = r.x + r.cols - 1 - show_sign_width(c);
	int senses_x = sign_x - 1 - SENSES;
	int face_x = senses_x - 1 - face_width(c);
	int width = owner_width(&r), owner_x = face_x - (width ? width + 1 : 0);
	struct rect name = { r.y, r.x, 1, owner_x - 1 - r.x };
	struct rect promise = { r.y + 1, r.x + 4, 1, r.cols - 5 };
	enum role sign_role;
	const char *sign = show_sign(m->app, c, tp, &sign_role);

	map_draw_name(m, c, name, row + 1, map_rows(m, MAP_TOUCHPOINTS), tp,
		      role);
	if (width)
		draw_owner(m, c, r.y, owner_x, width, tp);
	draw_face(m, c, r.y, face_x, tp);
	draw_senses(m, c, r.y, senses_x, tp);
	canvas_text(c, r.y, sign_x, r.x + r.cols - sign_x, sign_role, sign);
	if (r.rows > 1)
		draw_promise(m, c, promise, tp);
}

/* Under the last touchpoint: how to add one. */
static void draw_add(const struct map *m, struct canvas *c, struct rect r)
{
	g_autofree char *key = show_key(m->app, "add-after");

	if (r.rows < 2 || m->focus != MAP_TOUCHPOINTS)
		return;
	canvas_printf(c, r.y + 1, r.x + 2, r.cols - 3, ROLE_DIM,
		      _("+ %s  add a touchpoint"), key);
}

void map_draw_touchpoints(struct map *m, struct canvas *c, struct rect r)
{
	bool roomy = !m->single && r.cols >= ROOM_FOR_PROMISE;
	struct rect inside = { r.y, r.x + 2, r.rows, r.cols - 4 };
	int used;

	if (!map_stage(m) && map_rows(m, MAP_STAGES) > 1) {
		m->lists[MAP_TOUCHPOINTS].area.rows = 0;
		map_draw_tally(m, c, inside);
	} else if (!map_rows(m, MAP_TOUCHPOINTS)) {
		m->lists[MAP_TOUCHPOINTS].area = r;
		map_guide_pane(m, c, inside, MAP_TOUCHPOINTS);
	} else {
		used = map_draw_rows(m, c, MAP_TOUCHPOINTS, r, roomy ? 2 : 1,
				     draw_row);
		draw_add(m, c,
			 (struct rect){ r.y + used, r.x, r.rows - used,
					r.cols });
	}
}
