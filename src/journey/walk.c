/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Going through the faces and notes of all walks, and through one of them.
 * Whatever does not have the shape of a walk is passed over: the rules say
 * what is wrong with it.
 */
#include "journey/walk.h"

#include <string.h>

#include "journey/curve.h"
#include "journey/reference.h"

/* The mapping of faces or of notes of a walk, or 0. */
static uint32_t marks_of(const struct tree *t, uint32_t walk, bool notes)
{
	uint32_t e = walk && tree_kind(t, walk) == KIND_MAPPING
			     ? tree_find(t, walk, notes ? "notes" : "faces")
			     : 0;

	return e && tree_kind(t, e) == KIND_MAPPING ? e : 0;
}

static void each_pair(const struct tree *t, uint32_t map, walk_mark *call,
		      void *data)
{
	for (uint32_t e = map ? tree_first(t, map) : 0; e; e = tree_next(t, e))
		call(data, e);
}

void walk_each_mark(const struct journey *j, walk_mark *call, void *data)
{
	const struct tree *t = j->tree;
	g_autoptr(GArray) walks = place_items(j, j->root, J_WALKS);

	for (guint i = 0; i < walks->len; i++) {
		uint32_t walk = g_array_index(walks, uint32_t, i);

		each_pair(t, marks_of(t, walk, false), call, data);
		each_pair(t, marks_of(t, walk, true), call, data);
	}
}

void walk_each_face(const struct journey *j, uint32_t walk, walk_mark *call,
		    void *data)
{
	each_pair(j->tree, marks_of(j->tree, walk, false), call, data);
}

GArray *walk_list(const struct journey *j)
{
	GArray *walks = place_items(j, j->root, J_WALKS);

	for (guint i = walks->len; i-- > 0;)
		if (!marks_of(j->tree, g_array_index(walks, uint32_t, i),
			      false))
			g_array_remove_index(walks, i);
	return walks;
}

/* The date of a walk, "" if it has none; the caller frees. */
static char *date_of(const struct tree *t, uint32_t walk)
{
	g_autofree char *date = tree_value(t, tree_find(t, walk, "date"));

	return date && schema_is_date(date) ? g_steal_pointer(&date)
					    : g_strdup("");
}

unsigned walk_newest(const struct journey *j, const GArray *walks)
{
	g_autofree char *newest = g_strdup("");
	unsigned at = 0;

	for (guint i = 0; i < walks->len; i++) {
		char *date =
			date_of(j->tree, g_array_index(walks, uint32_t, i));

		if (strcmp(date, newest) < 0) {
			g_free(date);
			continue;
		}
		g_free(newest);
		newest = date;
		at = i;
	}
	return at;
}

/* --- one walk -------------------------------------------------------------- */

static char *text_of(const struct tree *t, uint32_t walk, const char *key)
{
	uint32_t e = walk ? tree_find(t, walk, key) : 0;
	char *text = e && !tree_blank(t, e) ? tree_value(t, e) : NULL;

	return text ? text : g_strdup("");
}

static struct place *touchpoint_of(const struct journey *j, uint32_t pair)
{
	return reference_named(j, PLACE_TOUCHPOINT,
			       tree_key_hash(j->tree, pair), NULL);
}

/* Of several faces for one touchpoint the first counts. */
static void take_face(struct walk *w, const struct journey *j, uint32_t pair)
{
	const struct place *tp = touchpoint_of(j, pair);
	const struct face *face = curve_face(j->tree, pair);

	if (!tp || !face || w->faces[tp->number])
		return;
	w->faces[tp->number] = (uint8_t)(face - schema_faces + 1);
	w->given[face - schema_faces]++;
	w->rated++;
	w->smiles += face->value > 0;
	w->frowns += face->value < 0;
}

struct walk *walk_read(const struct journey *j, uint32_t entry)
{
	struct walk *w = g_new0(struct walk, 1);
	uint32_t faces = marks_of(j->tree, entry, false);

	w->entry = entry;
	w->date = text_of(j->tree, entry, "date");
	w->by = text_of(j->tree, entry, "by");
	w->n_faces = j->places->len;
	w->faces = g_new0(uint8_t, w->n_faces);
	for (uint32_t e = faces ? tree_first(j->tree, faces) : 0; e;
	     e = tree_next(j->tree, e))
		take_face(w, j, e);
	return w;
}

void walk_free(struct walk *w)
{
	if (!w)
		return;
	g_free(w->date);
	g_free(w->by);
	g_free(w->faces);
	g_free(w);
}

const struct face *walk_face(const struct walk *w, const struct place *tp)
{
	uint8_t face = tp->number < w->n_faces ? w->faces[tp->number] : 0;

	return face ? &schema_faces[face - 1] : NULL;
}

int walk_value(const struct walk *w, const struct place *tp)
{
	const struct face *face = walk_face(w, tp);

	return face ? face->value : CURVE_NONE;
}

uint32_t walk_pair(const struct journey *j, uint32_t walk,
		   const struct place *tp, bool notes)
{
	uint32_t marks = marks_of(j->tree, walk, notes);
	uint32_t e = marks ? tree_first(j->tree, marks) : 0;

	while (e && touchpoint_of(j, e) != tp)
		e = tree_next(j->tree, e);
	return e;
}

char *walk_note(const struct journey *j, uint32_t walk, const struct place *tp)
{
	uint32_t pair = walk_pair(j, walk, tp, true);
	char *text = pair && !tree_blank(j->tree, pair)
			     ? tree_value(j->tree, pair)
			     : NULL;

	return text ? text : g_strdup("");
}

/* --- the way through the journey ------------------------------------------- */

/* The first or last touchpoint from a stage on, up or down. */
static struct place *enter_stage(const struct journey *j, unsigned stage,
				 int by)
{
	for (; stage < j->root->children->len; stage += (unsigned)by) {
		const struct place *s = journey_stage(j, stage);

		if (s->children->len)
			return stage_touchpoint(s,
						by > 0 ? 0
						       : s->children->len - 1);
	}
	return NULL;
}

struct place *walk_step(const struct journey *j, const struct place *tp, int by)
{
	struct place *next;

	if (!tp)
		return enter_stage(j, by > 0 ? 0 : j->root->children->len - 1,
				   by);
	next = stage_touchpoint(tp->up, tp->index + (unsigned)by);
	return next ? next : enter_stage(j, tp->up->index + (unsigned)by, by);
}

struct place *walk_open(const struct journey *j, const struct walk *w,
			const struct place *tp)
{
	struct place *p = walk_step(j, tp, 1);

	while (p && walk_face(w, p))
		p = walk_step(j, p, 1);
	if (!p && tp)
		return walk_open(j, w, NULL);
	return p;
}

struct place *walk_peak(const struct journey *j, const struct walk *w,
			const struct place **last)
{
	struct place *best = NULL;

	*last = NULL;
	for (struct place *tp = walk_step(j, NULL, 1); tp;
	     tp = walk_step(j, tp, 1)) {
		if (!walk_face(w, tp))
			continue;
		*last = tp;
		if (!best || walk_value(w, tp) > walk_value(w, best))
			best = tp;
	}
	return best;
}

/* Put TP in its place among the N lowest. */
static void sort_in(GPtrArray *lowest, const struct walk *w, struct place *tp,
		    unsigned n)
{
	guint at = lowest->len;

	while (at && walk_value(w, lowest->pdata[at - 1]) > walk_value(w, tp))
		at--;
	g_ptr_array_insert(lowest, (gint)at, tp);
	if (lowest->len > n)
		g_ptr_array_set_size(lowest, (gint)n);
}

GPtrArray *walk_lowest(const struct journey *j, const struct walk *w,
		       unsigned n)
{
	GPtrArray *lowest = g_ptr_array_new();

	for (struct place *tp = walk_step(j, NULL, 1); tp;
	     tp = walk_step(j, tp, 1))
		if (walk_face(w, tp))
			sort_in(lowest, w, tp, n);
	return lowest;
}
