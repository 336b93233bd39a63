/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * References that follow: who and what names a place, and what becomes of it
 * when that place is renamed or removed.
 */
#ifndef SENSEBOARD_JOURNEY_FOLLOW_H
#define SENSEBOARD_JOURNEY_FOLLOW_H

#include "journey/journey.h"

/* One reference. */
struct link {
	struct place *at; /* where it stands */
	int field; /* J_WALKS: the key of a face or note */
	uint32_t entry; /* the scalar, or that key's pair */
};

/* Every reference that names P or, if P is a stage, one of its touchpoints;
 * of struct link, freed with g_array_unref(). */
GArray *follow_links(const struct journey *j, const struct place *p);

/* Whether a reference stands in P itself or below it. */
bool follow_inside(const struct link *link, const struct place *p);

/* What a reference to P says: its id, else its name. NULL with an error if
 * neither names it alone; else the caller frees. */
char *follow_text(const struct journey *j, const struct place *p,
		  GError **error);

/* P has just been given TEXT in FIELD, its id or name, for OLD; the journey
 * does not know yet. Write this into all that refers to it by the old one.
 * Belongs to the open change. */
bool follow_rename(struct journey *j, const struct place *p, int field,
		   const char *old, const char *text, GError **error);

/* Let a reference say TEXT, or go. The same. */
bool follow_point(struct journey *j, const struct link *link, const char *text,
		  GError **error);
bool follow_drop(struct journey *j, const struct link *link, GError **error);

#endif
