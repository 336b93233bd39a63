/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The edits of a YAML text: each touches the lines it must and no others.
 *
 * New text follows the file's own indentation, quoting and line ending, and
 * is proved before it is taken: it is parsed alone and must read back as
 * meant.  Where an edit could change something else (an alias, a merge key,
 * an odd flow style) it is refused with the line, and nothing has changed.
 *
 * Every edit belongs to an open change (history.h).
 */
#ifndef SENSEBOARD_YAML_EDIT_H
#define SENSEBOARD_YAML_EDIT_H

#include "yaml/tree.h"

/* How a value wants to be written: as text, which no reader may take for a
 * number, a date or a boolean; or plain, as choices and numbers are. */
enum say { SAY_TEXT, SAY_PLAIN };

/* Give a scalar a new value; its style stays if it can hold it. "" leaves the
 * key with nothing after it. */
bool edit_set(struct tree *t, uint32_t e, const char *value, enum say say,
	      GError **error);

/* Give a pair a new key. */
bool edit_set_key(struct tree *t, uint32_t e, const char *key, GError **error);

/* Put a new entry into a collection, before BEFORE or (0) last. TEXT is the
 * entry as YAML at column 0 with LF line ends: "key: value\n" for a mapping,
 * "- item\n" for a sequence, with whatever lines belong to it, comments above
 * it too. PARENT may be a missing value or an empty [] or {}. Returns the new
 * entry, 0 on failure. */
uint32_t edit_insert(struct tree *t, uint32_t parent, uint32_t before,
		     const char *text, GError **error);

/* Take an entry out with the comments that belong to it. */
bool edit_remove(struct tree *t, uint32_t e, GError **error);

/* Move an entry with the comments that belong to it into PARENT, before
 * BEFORE or (0) last. Returns the entry, which has a new number if it had to
 * be written anew for another column, or 0 on failure. */
uint32_t edit_move(struct tree *t, uint32_t e, uint32_t parent, uint32_t before,
		   GError **error);

/* The value of a pair as YAML by itself: at column 0, with LF line ends and
 * none behind the last line, without the comment on the key's line. "" where
 * it is missing. The caller frees. NULL with an error, naming the line, if it
 * cannot stand by itself: it has an alias, an anchor, a tag or a merge key. */
char *edit_text(struct tree *t, uint32_t e, GError **error);

/* An item of a sequence as a text for edit_insert(), with the comments that
 * belong to it, for the caller to free. NULL with an error as above. */
char *edit_item(struct tree *t, uint32_t e, GError **error);

/* Put another value, TEXT in that form, in its place. An error in it names
 * its line; an empty one is an error. */
bool edit_replace(struct tree *t, uint32_t e, const char *text, GError **error);

/* Make the whole text TEXT. Entries that it leaves as they are, or changes
 * only in part, keep their numbers. On failure nothing has changed, and WHERE
 * (may be NULL) is the place of the error in TEXT. */
bool edit_become(struct tree *t, const char *text, size_t len,
		 struct mark *where, GError **error);

/* Append VALUE as it would be written by itself in a block collection at
 * column COL: what the texts given to edit_insert() are made of. Literal
 * blocks are used for values of several lines. */
void edit_say(GString *out, const char *value, enum say say, unsigned col);

#endif
