/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of bad-value: what one entry may say, where references lead, and
 * the shape of what has entries of its own.
 */
#ifndef SENSEBOARD_RULES_VALUE_H
#define SENSEBOARD_RULES_VALUE_H

#include "rules/judge.h"

/* What is looked at: an entry within a field, which messages call NAME. */
struct value {
	int field;
	uint32_t entry;
	const char *name;
	bool key; /* its key is meant, not its value */
};

/* Whether the value is a text; where it is neither that nor blank (nor an
 * alias, behind which anything may be), that is reported. */
bool value_is_text(struct judge *j, struct value v);

/* The same for a list and for a mapping. */
bool value_is_list(struct judge *j, struct value v);
bool value_is_mapping(struct judge *j, struct value v);

/* Report a text that is none of the choices, no face, date, duration or
 * number. Other shapes are reported as such. */
void value_choice(struct judge *j, struct value v,
		  const struct choice *choices);
void value_face(struct judge *j, struct value v);
void value_yes(struct judge *j, struct value v);
void value_date(struct judge *j, struct value v);
void value_duration(struct judge *j, struct value v);
void value_number(struct judge *j, struct value v);

/* Call ONE for the text, or for each item of the list. */
void value_each(struct judge *j, struct value v,
		void (*one)(struct judge *j, struct value item));

/* Report every pair of a mapping whose key stands there before. */
void value_duplicates(struct judge *j, int field, uint32_t map);

/* value-link.c: references that lead nowhere, astray or to several. */
void value_person(struct judge *j, struct value v);
void value_touchpoint(struct judge *j, struct value v);
void value_need(struct judge *j, struct value v);
/* The key of a pair as the reference to a touchpoint; anywhere will do. */
void value_touchpoint_key(struct judge *j, struct value v);

/* value-structure.c: a field of kind FIELD_OTHER. */
void value_structure(struct judge *j, struct value v);

#endif
