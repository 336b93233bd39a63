/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walks: what people felt who went through the journey, by touchpoint.
 *
 *	walks:
 *	  - date: 2026-11-21
 *	    by: Ian
 *	    faces: {bracelet: delighted}
 *	    notes: {bracelet: She remembered the name}
 *
 * This header reads; edit.h begins walks and gives faces.
 */
#ifndef SENSEBOARD_JOURNEY_WALK_H
#define SENSEBOARD_JOURNEY_WALK_H

#include "journey/journey.h"

/* The walks that gave faces, as entries; freed with g_array_unref(). And which
 * of these is the newest by its date, of several the last; 0 if there are
 * none. */
GArray *walk_list(const struct journey *j);
unsigned walk_newest(const struct journey *j, const GArray *walks);

/* Call with the entry of every face and note of every walk, in the order of
 * the file; its key refers to a touchpoint. */
typedef void walk_mark(void *data, uint32_t entry);
void walk_each_mark(const struct journey *j, walk_mark *call, void *data);

/* The same for the faces of one walk. */
void walk_each_face(const struct journey *j, uint32_t walk, walk_mark *call,
		    void *data);

/* What one walk gave, read at once; as the text was then. */
struct walk {
	uint32_t entry; /* its item; 0: it has not begun */
	char *date, *by; /* "" where that is not said */
	unsigned given[FACES]; /* touchpoints with that face */
	unsigned rated, smiles, frowns;
	uint8_t *faces; /* by number of place: of schema_faces, from 1 */
	unsigned n_faces;
};

/* Read a walk, or (0) one that has not begun; walk_free() frees it. */
struct walk *walk_read(const struct journey *j, uint32_t entry);
void walk_free(struct walk *w);
typedef struct walk Walk; /* for g_autoptr(Walk) */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Walk, walk_free)

/* The face that it gave a touchpoint, or NULL; and its value, or
 * CURVE_NONE. */
const struct face *walk_face(const struct walk *w, const struct place *tp);
int walk_value(const struct walk *w, const struct place *tp);

/* The entry of the face or (NOTES) the note that a walk gave a touchpoint, the
 * first of several, or 0; the text of the note, "" if there is none, which the
 * caller frees. */
uint32_t walk_pair(const struct journey *j, uint32_t walk,
		   const struct place *tp, bool notes);
char *walk_note(const struct journey *j, uint32_t walk, const struct place *tp);

/* The touchpoint after (1) or before (-1) another, over the borders of stages;
 * of NULL the first or the last. NULL where there is none. */
struct place *walk_step(const struct journey *j, const struct place *tp,
			int by);

/* The first touchpoint after TP (NULL: from the start) that a walk gave no
 * face, once around; NULL if all have one. */
struct place *walk_open(const struct journey *j, const struct walk *w,
			const struct place *tp);

/* The touchpoint that a walk felt best, of several the first, and in *LAST the
 * last one that it felt at all; NULL where it felt none. */
struct place *walk_peak(const struct journey *j, const struct walk *w,
			const struct place **last);

/* The touchpoints that a walk felt lowest, N at most, the lowest first, of
 * equal ones the first; unref it. */
GPtrArray *walk_lowest(const struct journey *j, const struct walk *w,
		       unsigned n);

#endif
