/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws the curve of a walk, and the designed one behind it: a column for
 * each step, the same ones for both, and the faces of three heights at the
 * left edge.
 */
#include "tui/walk.h"

#include "i18n.h"
#include "journey/curve.h"
#include "tui/mood.h"
#include "tui/show.h"

const char *walker_intent(const struct walker *w)
{
	const struct journey *j = walker_journey(w);

	return place_says(j, j->root, J_STATE, "actual") ? _("observed")
							 : _("designed");
}

static int column_of(const struct walker *w, struct rect r, unsigned position)
{
	unsigned long long n = walker_journey(w)->n_touchpoints;

	return r.x + (int)((position * 2ULL + 1) * (unsigned)r.cols / (n * 2));
}

/* What was designed is told of what has been judged, and of nothing else. */
static int value_of(const struct walker *w, const struct place *tp,
		    bool designed)
{
	int walked = walk_value(w->walk, tp);

	return designed && walked != CURVE_NONE ? curve_designed(tp) : walked;
}

static void draw_curve_of(const struct walker *w, struct canvas *c,
			  struct rect r, bool designed)
{
	const struct journey *j = walker_journey(w);
	unsigned n = 0;
	struct mood m;

	mood_begin(&m, c, r, designed);
	for (struct place *tp = walk_step(j, NULL, 1); tp;
	     tp = walk_step(j, tp, 1))
		mood_to(&m, value_of(w, tp, designed), column_of(w, r, n++));
	mood_end(&m);
}

/* The faces that stand for the heights, left of the curve. */
static void draw_scale(struct canvas *c, struct rect r)
{
	static const int at[] = { 0, 2, FACES - 1 };

	for (size_t i = 0; i < G_N_ELEMENTS(at); i++) {
		const struct face *face = &schema_faces[at[i]];

		canvas_text(c, mood_row(r, face->value), r.x, 3, ROLE_DIM,
			    show_face(c->glyphs, face));
	}
}

/* Where the step is that the walker stands on. */
static void mark_step(const struct walker *w, struct canvas *c, struct rect r)
{
	const struct journey *j = walker_journey(w);
	const struct place *tp = walker_touchpoint(w);
	int value = walk_value(w->walk, tp);

	if (value != CURVE_NONE)
		canvas_text(c, mood_row(r, value),
			    column_of(w, r, journey_position(j, tp)), 1,
			    ROLE_STRONG, canvas_sign(c, SIGN_HERE));
}

/* The rows are odd, so that there is one in the middle. */
void walker_draw_curve(const struct walker *w, struct canvas *c, struct rect r)
{
	r.rows = (r.rows - 1) | 1;
	draw_scale(c, r);
	r.x += 4;
	r.cols -= 4;
	if (w->page == WALKER_TALLY)
		draw_curve_of(w, c, r, true);
	draw_curve_of(w, c, r, false);
	if (w->page == WALKER_STEP)
		mark_step(w, c, r);
}
