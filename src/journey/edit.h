/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Named edits of a journey: what a designer means, as one change of the text.
 *
 * Each function opens a change, makes the edits of the text it takes (with
 * the references that must follow) and closes it under a name that undo can
 * say; on failure nothing has changed.  The caller then lets the journey
 * follow with journey_update().
 *
 * What can be done to several places at once takes them in an array (of struct
 * place, all of one kind, at least one): that is one change too.
 */
#ifndef SENSEBOARD_JOURNEY_EDIT_H
#define SENSEBOARD_JOURNEY_EDIT_H

#include "journey/journey.h"

/* All return the change made (borrowed from the tree's history), or NULL with
 * an error; NULL without an error where there was nothing to do. The change's
 * focus is the entry of the place it is about, its detail the field number. */

/* Give a field a text: "" clears it and keeps its key. Adds the key where it
 * is missing, behind its neighbour in the table. A face may be given as an
 * emoji. An id or a name takes along what refers to the place by it. Refused
 * are an id that is taken or no slug, no title at all, and fields that have a
 * structure of their own (FIELD_OTHER, FIELD_CHILDREN). */
const struct change *journey_set(struct journey *j, struct place *p, int field,
				 const char *text, GError **error);

/* The same for a field of each of several places, which is not what others
 * refer to them by. */
const struct change *journey_set_each(struct journey *j,
				      const GPtrArray *places, int field,
				      const char *text, GError **error);

/* Give a list field these texts (NULL-ended), editing, adding and removing
 * only the items that differ. */
const struct change *journey_set_list(struct journey *j, struct place *p,
				      int field, const char *const *texts,
				      GError **error);

/* The value of a pair as YAML (edit_text() of yaml/edit.h); "" for PAIR 0. The
 * caller frees. NULL with an error if it has to be edited by hand. */
char *journey_yaml(struct journey *j, uint32_t pair, GError **error);

/* Give a field that has a structure (one with a shape, or a list of texts)
 * the value that TEXT says in YAML. A blank text removes its key. */
const struct change *journey_set_yaml(struct journey *j, struct place *p,
				      int field, const char *text,
				      GError **error);

/* The same for a pair of P that is no field. The change's focus is the pair
 * (the place, if the pair is gone) and its detail -1. */
const struct change *journey_set_pair(struct journey *j, struct place *p,
				      uint32_t pair, const char *text,
				      GError **error);

/* Remove a field's key from the file. The first key of an item stands on the
 * line of the dash and cannot go. */
const struct change *journey_remove_field(struct journey *j, struct place *p,
					  int field, GError **error);

/* Add a place called NAME with an id of its own, made from the name: a stage
 * or person to the journey (UP is the root), a touchpoint to the stage UP;
 * before INDEX, or last where INDEX is beyond. The change's focus is it. */
const struct change *journey_add(struct journey *j, enum place_kind kind,
				 struct place *up, unsigned index,
				 const char *name, GError **error);

/* Let OWNER own the touchpoint, or whatever else a field of the kind
 * FIELD_OWNER says; a NAME that is no owner's yet (OWNER NULL) adds the owner
 * in the same change. */
const struct change *journey_set_owner(struct journey *j, struct place *p,
				       int field, struct place *owner,
				       const char *name, GError **error);
const struct change *journey_set_owner_each(struct journey *j,
					    const GPtrArray *places, int field,
					    struct place *owner,
					    const char *name, GError **error);

/* Measures of a touchpoint, each a mapping in its list; TEXTS are what a
 * measure says, by field: NULL leaves a field alone, "" clears it. The change's
 * focus is the measure or, once that is deleted, the touchpoint. Refused, with
 * the line, is what is no mapping, or not the list that it should be. */

/* Add one, which must say what is measured, behind the others. */
const struct change *journey_add_measure(struct journey *j, struct place *tp,
					 const char *const texts[M_FIELDS],
					 GError **error);

/* Give it these texts; M_ACTUAL is journey_record()'s. */
const struct change *journey_set_measure(struct journey *j, struct place *tp,
					 uint32_t measure,
					 const char *const texts[M_FIELDS],
					 GError **error);

/* Record what was measured on DATE, which joins the readings before it; one of
 * that date is corrected. VALUE must be a number. */
const struct change *journey_record(struct journey *j, struct place *tp,
				    uint32_t measure, const char *date,
				    const char *value, GError **error);

/* Delete it, and with the last one the list. */
const struct change *journey_remove_measure(struct journey *j, struct place *tp,
					    uint32_t measure, GError **error);

/* Accept what the rules called NAMES (NULL-ended) find at a place and below
 * it: a waiver each, with the reason. What cannot waive itself is waived by
 * the journey. */
const struct change *journey_waive(struct journey *j, struct place *p,
				   const char *const *names,
				   const char *because, GError **error);

/* Remove a place with all that refers to it: references of touchpoints and
 * walks are removed, those of a person go to HEIR, or are removed where that
 * is NULL. */
const struct change *journey_remove(struct journey *j, struct place *p,
				    struct place *heir, GError **error);
const struct change *journey_remove_each(struct journey *j,
					 const GPtrArray *places,
					 struct place *heir, GError **error);

/* Remove places, but leave what refers to them: it will mean them again when
 * they are pasted. */
const struct change *journey_cut(struct journey *j, const GPtrArray *places,
				 GError **error);

/* How many references name the place. */
unsigned journey_references(const struct journey *j, const struct place *p);

/* Move a place: to INDEX among its fellows, a touchpoint into stage UP. */
const struct change *journey_move(struct journey *j, struct place *p,
				  struct place *up, unsigned index,
				  GError **error);

/* Move touchpoints into a stage, before its number INDEX or last. */
const struct change *journey_move_each(struct journey *j,
				       const GPtrArray *places,
				       struct place *stage, unsigned index,
				       GError **error);

/* Move places one down (BY 1) or up (-1) among their fellows, together: who
 * is at the end already stays. They are in the order of the journey. */
const struct change *journey_shift(struct journey *j, const GPtrArray *places,
				   int by, GError **error);

/* Begin a walk (walk.h) on a DATE with the face it gives a touchpoint first; BY
 * may be NULL. *WALK is its entry. A touchpoint that nothing could refer to
 * gets an id with it. */
const struct change *journey_begin_walk(struct journey *j, const char *date,
					const char *by, struct place *tp,
					const struct face *face, uint32_t *walk,
					GError **error);

/* Let a walk give a touchpoint a face, or (NULL) none: the walk itself goes
 * with its last face, unless notes are left. */
const struct change *journey_set_walked(struct journey *j, uint32_t walk,
					struct place *tp,
					const struct face *face,
					GError **error);

/* Remove a walk with all it says. */
const struct change *journey_remove_walk(struct journey *j, uint32_t walk,
					 GError **error);

/* Let it say something of a touchpoint; "" takes that back. */
const struct change *journey_set_walk_note(struct journey *j, uint32_t walk,
					   struct place *tp, const char *text,
					   GError **error);

/* An id for NAME that nobody of that kind has: "warm-towel", "warm-towel-2",
 * "t-7". The caller frees. */
char *journey_make_id(const struct journey *j, enum place_kind kind,
		      const char *name);

#endif
