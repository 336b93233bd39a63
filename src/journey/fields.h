/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the field table, one array a kind of place, for schema.c alone:
 * everybody else walks them by schema_fields().
 */
#ifndef SENSEBOARD_JOURNEY_FIELDS_H
#define SENSEBOARD_JOURNEY_FIELDS_H

#include "journey/schema.h"

extern const struct field fields_journey[J_FIELDS];
extern const struct field fields_customer[C_FIELDS];
extern const struct field fields_owner[O_FIELDS];
extern const struct field fields_stage[S_FIELDS];
extern const struct field fields_touchpoint[T_FIELDS];

/* How something is known. */
extern const struct choice fields_sources[];

#endif
