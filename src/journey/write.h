/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The small writes that named edits are made of.  Each wants an open change
 * and leaves the journey as it was read: several may follow each other as long
 * as they do not meet in the same field.
 */
#ifndef SENSEBOARD_JOURNEY_WRITE_H
#define SENSEBOARD_JOURNEY_WRITE_H

#include "journey/edit.h"
#include "yaml/edit.h"

/* How the text of a field is written: words that the file format defines as
 * they are; whatever people say so that no reader takes it for anything but
 * text. */
enum say write_style(enum field_kind kind, const char *text);

/* Append a blank and TEXT as it stands behind a key or dash at column COL,
 * without the line end; nothing for "". */
bool write_say(GString *out, const char *text, enum say say, unsigned col,
	       GError **error);

/* Give a field a text, adding its key where it is missing. */
bool write_text(struct journey *j, const struct place *p, int field,
		const char *text, GError **error);

/* Give a field a list of texts (NULL-ended). */
bool write_list(struct journey *j, const struct place *p, int field,
		const char *const *texts, GError **error);

/* The entry of a field that is a list of places, or can become one: added
 * where it is missing. 0 if something else stands there. */
uint32_t write_children(struct journey *j, const struct place *p, int field,
			GError **error);

/* The field of the journey, or of a stage, that lists the places of KIND. */
int write_list_of(enum place_kind kind);

/* The places of KIND below UP, which is a stage for touchpoints. */
GPtrArray *write_fellows(const struct journey *j, enum place_kind kind,
			 const struct place *up);

/* Fail where N more places of KIND are more than there may be. */
bool write_has_room(const struct journey *j, enum place_kind kind, unsigned n,
		    GError **error);

/* Add an item for a place of KIND to UP (the root for stages and people),
 * before number INDEX or last, with that id and name: the entry, or 0. */
uint32_t write_place(struct journey *j, enum place_kind kind,
		     const struct place *up, unsigned index, const char *id,
		     const char *name, GError **error);

/* Give a scalar, which is a field of P or stands somewhere within it, another
 * text, written as the kind of the field wants it. */
bool write_value(struct journey *j, const struct place *p, int field,
		 uint32_t entry, const char *text, GError **error);

/* Remove a scalar that is a field's pair or an item of its list. A list goes
 * with its last item; but the first pair of a place stays, emptied, because it
 * may share its line with a dash. */
bool write_remove(struct journey *j, uint32_t entry, GError **error);

/* Close the open change: OK under TAKE_NAME, else by taking all back. */
const struct change *write_end(struct journey *j, bool ok, char *take_name,
			       uint32_t focus, int detail);

/* What a change did to the field of a place, or of several, that is called
 * LABEL: "set promise of Warm towel". The caller frees. */
enum write_verb { WRITE_SET, WRITE_CLEAR, WRITE_REMOVE };
char *write_name(const struct journey *j, const struct place *p,
		 enum write_verb verb, const char *label);
char *write_name_each(const struct journey *j, const GPtrArray *places,
		      enum write_verb verb, const char *label);

/* A text, and the title of a place, short enough for a message; the caller
 * frees. */
char *write_short(char *take_text);
char *write_title(const struct journey *j, const struct place *p);

/* What places of one kind are called in a message: "touchpoint Warm towel" or
 * "3 touchpoints"; without the KIND of a single one, "Warm towel". */
char *write_things(const struct journey *j, const GPtrArray *places, bool kind);

/* Fail because what stands at an entry has to be edited by hand. */
void write_by_hand(struct journey *j, uint32_t entry, GError **error);

#endif
