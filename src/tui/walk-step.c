/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws one step of a walk, as the customer meets it, and the question how it
 * feels.
 *
 *	  Book **  Arrive *@-  Depart -
 *	+ 2 Arrive > 2 Warm towel --- step 4 of 6 +
 *	|                                         |   walk-card.c
 *	+-----------------------------------------+
 *	       How does it feel, as Ida Berg?
 *	 1 :D  2 :)  3 :|  4 :?  5 :S  6 :(  7 >:(
 *	      > 2 happy +1     designed :D
 *
 * What others felt is not shown, and the face that was designed only once the
 * walker has given one: nobody is to be told what to feel.
 */
#include "tui/walk.h"

#include <string.h>

#include "i18n.h"
#include "tui/show.h"

#define STEP_COLS 78
#define CARD_ROWS 18
#define TALL_ROWS 18 /* from here on there is a frame, and air */
#define CURVE_SPARE 15 /* and here the curve so far */
#define NARROW_COLS 60 /* below, everything stands close together */
#define NAMED_COLS 110 /* from here on faces have their names beside them */

/* --- how far it is --------------------------------------------------------- */

/* How much of the way is drawn, from most to least. */
enum detail { ALL_NAMES, ONE_NAME, ONE_STAGE, DETAILS };

static const char *dot_of(const struct walker *w, const struct canvas *c,
			  const struct place *tp)
{
	if (tp->number == w->step)
		return canvas_sign(c, SIGN_HERE);
	return canvas_sign(c, walk_face(w->walk, tp) ? SIGN_SENSE : SIGN_OPEN);
}

/* The columns that a stage takes. */
static int stage_width(const struct walker *w, const struct canvas *c,
		       const struct place *stage, enum detail detail)
{
	g_autofree char *name = place_title(walker_journey(w), stage);
	bool here = walker_touchpoint(w)->up == stage;
	int dots = (int)stage->children->len;

	if (!dots || (detail == ONE_STAGE && !here))
		return 0;
	return dots + 2 +
	       (detail == ALL_NAMES || here ? canvas_width(c, name) + 1 : 0);
}

static int way_width(const struct walker *w, const struct canvas *c,
		     enum detail detail)
{
	const GPtrArray *stages = walker_journey(w)->root->children;
	int width = 0;

	for (guint i = 0; i < stages->len && width <= c->cols; i++)
		width += stage_width(w, c, stages->pdata[i], detail);
	return width;
}

static int draw_stage(const struct walker *w, struct canvas *c, int y, int x,
		      const struct place *stage, bool named)
{
	g_autofree char *name = place_title(walker_journey(w), stage);
	bool here = walker_touchpoint(w)->up == stage;
	int start = x;

	if (named)
		x += 1 + canvas_text(c, y, x, c->cols - x,
				     here ? ROLE_STRONG : ROLE_DIM, name);
	for (guint i = 0; i < stage->children->len; i++) {
		const struct place *tp = stage->children->pdata[i];

		canvas_text(c, y, x++, 1,
			    tp->number == w->step ? ROLE_STRONG : ROLE_DIM,
			    dot_of(w, c, tp));
	}
	return x - start + 2;
}

/* A dot a touchpoint, as far as there is room: all stages, this stage, or
 * else only where it is. */
static void draw_way(const struct walker *w, struct canvas *c, struct rect r)
{
	const struct place *stage = walker_touchpoint(w)->up;
	const GPtrArray *stages = walker_journey(w)->root->children;
	enum detail detail = ALL_NAMES;
	int width = 0, x;

	while (detail < DETAILS &&
	       (width = way_width(w, c, detail)) - 2 > r.cols)
		detail++;
	x = r.x + (r.cols - width + 2) / 2;
	for (guint i = 0; detail < DETAILS && i < stages->len; i++)
		if (stage_width(w, c, stages->pdata[i], detail))
			x += draw_stage(w, c, r.y, x, stages->pdata[i],
					detail == ALL_NAMES ||
						stages->pdata[i] == stage);
	if (detail == DETAILS) {
		g_autofree char *name = place_title(walker_journey(w), stage);

		canvas_text(c, r.y, r.x, r.cols, ROLE_STRONG, name);
	}
}

/* --- the question ---------------------------------------------------------- */

static void draw_centred(struct canvas *c, struct rect r, enum role role,
			 const char *text)
{
	int room = MAX(r.cols - canvas_width(c, text), 0);

	canvas_text(c, r.y, r.x + room / 2, r.cols, role, text);
}

static void draw_question(const struct walker *w, struct canvas *c,
			  struct rect r)
{
	const struct place *p = walker_customer(w);
	g_autofree char *name = p ? place_title(walker_journey(w), p)
				  : g_strdup(_("the customer"));
	g_autofree char *question =
		g_strdup_printf(_("How does it feel, as %s?"), name);

	draw_centred(c, r, ROLE_STRONG, question);
}

/* "1 :D" or "1 :D delighted", and after the faces "0 clear". */
static char *say_face(const struct canvas *c, int digit)
{
	const struct face *face = digit ? &schema_faces[digit - 1] : NULL;
	const char *picture = face ? show_face(c->glyphs, face) : NULL;

	if (!face)
		return g_strdup_printf(c->cols < NARROW_COLS ? "%d"
							     : _("%d clear"),
				       digit);
	if (c->cols < NAMED_COLS)
		return g_strdup_printf(c->cols < NARROW_COLS ? "%d%s" : "%d %s",
				       digit, picture);
	return g_strdup_printf("%d %s %s", digit, picture, _(face->name));
}

static int faces_width(const struct canvas *c, int gap)
{
	int width = 0;

	for (int i = 0; i <= FACES; i++) {
		g_autofree char *text = say_face(c, i);

		width += canvas_width(c, text) + gap;
	}
	return width - gap;
}

/* The faces are as good as their keys to a click. */
static void draw_faces(const struct walker *w, struct canvas *c, struct rect r)
{
	const struct face *given = walk_face(w->walk, walker_touchpoint(w));
	int gap = c->cols < NARROW_COLS ? 1 : c->cols < NAMED_COLS ? 3 : 2;
	int x = r.x + MAX(r.cols - faces_width(c, gap), 0) / 2;

	for (int i = 1; i <= FACES + 1; i++) {
		int digit = i % (FACES + 1);
		const struct face *face =
			digit ? &schema_faces[digit - 1] : NULL;
		g_autofree char *text = say_face(c, digit);
		struct hit hit = { .y = r.y, .x = x };

		hit.action = face ? face->name : "no-face";
		hit.width = canvas_text(c, r.y, x, c->cols - x,
					face && face == given ? ROLE_SELECTED
					: face		      ? ROLE_CONTENT
							      : ROLE_DIM,
					text);
		g_array_append_val(w->app->hits, hit);
		x += hit.width + gap;
	}
}

/* The face that was given, and then the one that was designed. */
static void draw_felt(const struct walker *w, struct canvas *c, struct rect r)
{
	const struct place *tp = walker_touchpoint(w);
	const struct face *felt = walk_face(w->walk, tp);
	const struct face *designed = show_face_of(w->app, tp);
	g_autofree char *mine = NULL, *theirs = NULL, *both = NULL;

	if (!felt)
		return;
	mine = g_strdup_printf(felt->value ? "%s %d %s %+d" : "%s %d %s",
			       canvas_sign(c, SIGN_SELECT),
			       (int)(felt - schema_faces) + 1, _(felt->name),
			       felt->value);
	theirs = designed ? g_strdup_printf("%s %s %s", walker_intent(w),
					    show_face(c->glyphs, designed),
					    c->cols < NARROW_COLS
						    ? ""
						    : _(designed->name))
			  : g_strdup("");
	both = g_strdup_printf("%s   %s", mine, theirs);
	draw_centred(c, r, ROLE_DIM, both);
	r.x += MAX(r.cols - canvas_width(c, both), 0) / 2;
	canvas_role(c, r.y, r.x, canvas_width(c, mine), ROLE_STRONG);
	canvas_cursor(c, r.y, r.x);
}

/* A neighbour's name, as good as the key that goes there. */
static void draw_neighbour(const struct walker *w, struct canvas *c, int y,
			   int x, int width, const char *text,
			   const char *action)
{
	struct hit hit = { .y = y, .x = x, .action = action };

	hit.width = canvas_text(c, y, x, width, ROLE_DIM, text);
	g_array_append_val(w->app->hits, hit);
}

/* What comes before and after. */
static void draw_neighbours(const struct walker *w, struct canvas *c,
			    struct rect r)
{
	const struct journey *j = walker_journey(w);
	const struct place *tp = walker_touchpoint(w);
	const struct place *before = walk_step(j, tp, -1);
	const struct place *after = walk_step(j, tp, 1);
	g_autofree char *name = before ? place_title(j, before) : NULL;
	g_autofree char *next =
		after ? place_title(j, after) : g_strdup(_("the tally"));
	g_autofree char *left =
		g_strdup_printf("%s %s", canvas_sign(c, SIGN_LEFT),
				name ? name : "");
	int half = r.cols / 2 - 2, width = MIN(canvas_width(c, next), half - 2);
	int x = r.x + r.cols - width - 2;

	if (name)
		draw_neighbour(w, c, r.y, r.x, half, left, "previous-step");
	draw_neighbour(w, c, r.y, x, width, next, "next-step");
	canvas_text(c, r.y, x + width + 1, 1, ROLE_DIM,
		    canvas_sign(c, SIGN_RIGHT));
}

/* --- all of it ------------------------------------------------------------- */

/* The rows that each part gets, from the top; a part of none is left out. */
struct shares {
	int way, gap, card, air, question, faces, felt, curve, neighbours;
};

static struct shares share(int rows)
{
	struct shares s = { .way = 1, .question = 1, .faces = 1, .felt = 1 };
	int spare;

	if (rows < TALL_ROWS) {
		s.felt = rows > 9;
		s.card = MAX(rows - 3 - s.felt, 1);
		return s;
	}
	s.gap = s.neighbours = 1;
	spare = rows - 6;
	s.curve = spare >= CURVE_SPARE ? CLAMP(spare / 5, 3, 9) | 1 : 0;
	s.air = spare - s.curve >= 14 ? 2 : 0;
	s.card = MIN(spare - s.curve - s.air, CARD_ROWS);
	return s;
}

void walker_draw_step(struct walker *w, struct canvas *c, struct rect r)
{
	struct shares s = share(r.rows);
	bool felt = walk_face(w->walk, walker_touchpoint(w));
	struct rect wide = { r.y, 1, r.rows, r.cols - 2 }, left;
	int used = s.way + s.gap + s.card + s.air + s.question + s.faces +
		   s.felt + s.curve + s.neighbours;

	rect_take(&wide, (r.rows - used) / 3);
	draw_way(w, c, rect_take(&wide, s.way + s.gap));
	left = wide;
	left.cols = MIN(wide.cols, STEP_COLS);
	left.x = (c->cols - left.cols) / 2;
	walker_draw_card(w, c, rect_take(&left, s.card), s.gap > 0);
	rect_take(&left, s.air / 2);
	if (s.felt || !felt)
		draw_question(w, c, rect_take(&left, s.question));
	else
		draw_felt(w, c, rect_take(&left, s.question));
	wide.y = left.y;
	draw_faces(w, c, wide);
	rect_take(&left, s.faces);
	if (s.felt)
		draw_felt(w, c, rect_take(&left, s.felt));
	rect_take(&left, s.air - s.air / 2);
	if (s.curve && w->walk->rated)
		walker_draw_curve(w, c, rect_take(&left, s.curve));
	else
		rect_take(&left, s.curve);
	if (s.neighbours)
		draw_neighbours(w, c, rect_take(&left, 1));
}
