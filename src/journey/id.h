/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an id may be, beneath journey_make_id() of edit.h.
 */
#ifndef SENSEBOARD_JOURNEY_ID_H
#define SENSEBOARD_JOURNEY_ID_H

#include "journey/journey.h"

/* NAME in small letters, digits and single hyphens; "" if nothing of it can
 * be. The caller frees. */
char *id_slug(const char *name);

/* Whether a place of that kind other than BY_OTHER_THAN (or NULL) goes by
 * that id, or is referred to by it as its name. */
bool id_taken(const struct journey *j, enum place_kind kind, const char *id,
	      const struct place *by_other_than);

/* An id for NAME of which TAKEN says no: see journey_make_id(). */
typedef bool id_test(const void *data, enum place_kind kind, const char *id);
char *id_make(const struct journey *j, enum place_kind kind, const char *name,
	      id_test *taken, const void *data);

#endif
