/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws what a walk adds up to: whether the smiles outnumber the frowns, the
 * curve that was walked over the one that was designed, and the touchpoints
 * that were felt lowest, where Enter leads.
 *
 *	 Walk of 2026-11-21 by Ida                  3 of 4 steps
 *	  :D 1  :) 1  :| 2  :? 0  :S 0  :( 0  >:( 0
 *	 ok 2 smiles, no frown: the smiles outnumber the frowns
 *	 :D  .--.
 *	 :| /    '--
 *	 Felt lowest
 *	 > :| On the way > The door      designed :D
 *	   It was locked
 */
#include "tui/walk.h"

#include "i18n.h"
#include "journey/curve.h"
#include "tui/sheet.h"
#include "tui/show.h"

#define TALL_ROWS 14 /* from here on nothing is left out */
#define CURVE_LEAST 3
#define CURVE_MOST 11
#define NOTE_ROWS 3 /* of the chosen one; the others have one */
#define MOST_COLS 100

GPtrArray *walker_lowest(const struct walker *w)
{
	return walk_lowest(walker_journey(w), w->walk, WALKER_LOWEST);
}

static void draw_head(const struct walker *w, struct canvas *c, struct rect r)
{
	unsigned steps = walker_journey(w)->n_touchpoints;
	g_autofree char *title = walker_title(w->walk);
	g_autofree char *state =
		g_strdup_printf(_("%u of %u steps"), w->walk->rated, steps);
	int width = canvas_width(c, state);

	canvas_text(c, r.y, r.x, r.cols - width - 2, ROLE_TITLE,
		    w->walk->entry ? title : _("nothing is felt yet"));
	canvas_text(c, r.y, r.x + r.cols - width, width, ROLE_DIM, state);
}

/* How often each face was given. */
static void draw_counts(const struct walker *w, struct canvas *c, struct rect r)
{
	for (int i = 0; i < FACES; i++) {
		unsigned n = w->walk->given[i];
		enum role role = n ? ROLE_CONTENT : ROLE_ABSENT;

		r.x += canvas_printf(c, r.y, r.x, r.cols, role, "%s %u",
				     show_face(c->glyphs, &schema_faces[i]),
				     n) +
		       3;
	}
}

char *walker_sum(const struct walk *walk)
{
	g_autofree char *smiles =
		g_strdup_printf(ngettext("%u smile", "%u smiles", walk->smiles),
				walk->smiles);
	g_autofree char *frowns =
		g_strdup_printf(ngettext("%u frown", "%u frowns", walk->frowns),
				walk->frowns);

	return g_strdup_printf("%s, %s", smiles, frowns);
}

/* Whether the smiles outnumber the frowns, in words. */
static const char *verdict(const struct walk *walk, enum role *role,
			   enum sign *sign)
{
	*role = ROLE_WARNING;
	*sign = SIGN_WARNING;
	if (walk->smiles <= walk->frowns && walk->frowns)
		return _("the smiles do not outnumber the frowns");
	if (!walk->smiles)
		return _("nothing that anybody would remember");
	*role = ROLE_GOOD;
	*sign = SIGN_GOOD;
	return _("the smiles outnumber the frowns");
}

static void draw_verdict(const struct walker *w, struct canvas *c,
			 struct rect r)
{
	enum role role;
	enum sign sign;
	const char *says = verdict(w->walk, &role, &sign);
	g_autofree char *sum = walker_sum(w->walk);
	g_autofree char *brief =
		g_strdup_printf("%s %s", canvas_sign(c, sign), sum);
	g_autofree char *text = g_strdup_printf("%s: %s", brief, says);

	canvas_text(c, r.y, r.x, r.cols, role,
		    canvas_width(c, text) > r.cols ? brief : text);
}

/* People remember the peak and the end. */
static void draw_ends(const struct walker *w, struct canvas *c, struct rect r)
{
	const struct journey *j = walker_journey(w);
	const struct place *last;
	const struct place *best = walk_peak(j, w->walk, &last);
	g_autofree char *peak = place_title(j, best);
	g_autofree char *end = place_title(j, last);

	canvas_printf(c, r.y, r.x, r.cols, ROLE_CONTENT,
		      _("what is remembered: %s %s, and the end: %s %s"),
		      show_face(c->glyphs, walk_face(w->walk, best)), peak,
		      show_face(c->glyphs, walk_face(w->walk, last)), end);
}

/* --- the lowest ------------------------------------------------------------ */

static void draw_low(const struct walker *w, struct canvas *c, struct rect r,
		     const struct place *tp, bool here)
{
	const struct face *designed = show_face_of(w->app, tp);
	g_autofree char *path = show_path(w->app, c, tp);
	g_autofree char *theirs =
		designed ? g_strdup_printf("%s %s", walker_intent(w),
					   show_face(c->glyphs, designed))
			 : g_strdup("");
	int width = canvas_width(c, theirs);

	canvas_printf(c, r.y, r.x + 2, r.cols - width - 3, ROLE_CONTENT,
		      "%s %s", show_face(c->glyphs, walk_face(w->walk, tp)),
		      path);
	canvas_text(c, r.y, r.x + r.cols - width, width, ROLE_DIM, theirs);
	if (!here)
		return;
	canvas_text(c, r.y, r.x, 1, ROLE_CONTENT, canvas_sign(c, SIGN_SELECT));
	canvas_role(c, r.y, r.x, r.cols, ROLE_SELECTED);
	canvas_cursor(c, r.y, r.x);
}

/* The note on one of them, in at most R's rows; the rows used. */
static int draw_note(const struct walker *w, struct canvas *c, struct rect r,
		     const struct place *tp)
{
	g_autofree char *note =
		walk_note(walker_journey(w), w->walk->entry, tp);

	r.x += 5;
	r.cols -= 5;
	return *note && r.rows > 0 ? sheet_text(c, r, ROLE_DIM, note) : 0;
}

/* Each with its note; that of the chosen one has the most room. */
static void draw_lowest(struct walker *w, struct canvas *c, struct rect r,
			const GPtrArray *lowest, bool tall)
{
	int end = r.y + r.rows, after = (int)lowest->len;

	w->row = MIN(w->row, lowest->len ? lowest->len - 1 : 0);
	for (guint i = 0; i < lowest->len; i++) {
		bool here = i == w->row;

		w->low_y[i] = r.y;
		draw_low(w, c, r, lowest->pdata[i], here);
		r.y++;
		after--;
		r.rows = MIN(here ? NOTE_ROWS : 1, end - r.y - after);
		if (tall)
			r.y += draw_note(w, c, r, lowest->pdata[i]);
	}
	r.rows = end - r.y;
	if (!tall && lowest->len)
		draw_note(w, c, r, lowest->pdata[w->row]);
}

/* --- all of it ------------------------------------------------------------- */

static void draw_legend(const struct walker *w, struct canvas *c, struct rect r)
{
	bool fine = c->glyphs != GLYPHS_ASCII;

	canvas_printf(c, r.y, r.x + 4, r.cols, ROLE_DIM, "%s %s   %s %s",
		      fine ? "⠒⠒⠒" : "...", _("walked"), fine ? "⠂⠐ " : ".. .",
		      walker_intent(w));
}

static void draw_curve(const struct walker *w, struct canvas *c, struct rect *r,
		       int rows, bool tall)
{
	if (rows < CURVE_LEAST)
		return;
	rect_take(r, tall);
	walker_draw_curve(w, c, rect_take(r, MIN(rows, CURVE_MOST)));
	if (tall)
		draw_legend(w, c, rect_take(r, 1));
	rect_take(r, tall);
}

void walker_draw_tally(struct walker *w, struct canvas *c, struct rect r)
{
	g_autoptr(GPtrArray) lowest = walker_lowest(w);
	bool tall = r.rows >= TALL_ROWS;
	int notes = tall ? (int)lowest->len + 1 : 1;

	r.cols = MIN(r.cols - 2, MOST_COLS);
	r.x = (c->cols - r.cols) / 2;
	canvas_cursor(c, r.y, r.x);
	draw_head(w, c, rect_take(&r, 1));
	if (!w->walk->rated)
		return;
	rect_take(&r, tall);
	if (tall)
		draw_counts(w, c, rect_take(&r, 1));
	draw_verdict(w, c, rect_take(&r, 1));
	if (tall)
		draw_ends(w, c, rect_take(&r, 1));
	draw_curve(w, c, &r, r.rows - (int)lowest->len - notes - (tall ? 4 : 0),
		   tall);
	if (tall && lowest->len)
		canvas_text(c, rect_take(&r, 1).y, r.x, r.cols, ROLE_TITLE,
			    _("felt lowest"));
	draw_lowest(w, c, r, lowest, tall);
}
