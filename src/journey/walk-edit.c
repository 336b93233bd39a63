/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing down a walk, face by face:
 *
 *	walks:
 *	  - date: 2026-11-21
 *	    by: Ian
 *	    faces:
 *	      bracelet: delighted
 *
 * A walk comes into being with its first face and goes with its last, unless
 * a note is left in it.  Its keys are what other references to a touchpoint
 * say, too; one that nothing can refer to gets an id in the same change.
 */
#include "journey/walk.h"

#include <string.h>

#include "i18n.h"
#include "journey/edit.h"
#include "journey/follow.h"
#include "journey/write.h"

#define KEY_MOST 200 /* bytes; what is longer is no good key */

static bool can_be_key(const char *text)
{
	return text && !strchr(text, '\n') && strlen(text) <= KEY_MOST;
}

/* What a touchpoint is called in a walk; NULL with an error. */
static char *key_of(struct journey *j, struct place *tp, GError **error)
{
	g_autofree char *title = NULL, *id = NULL;
	char *text = follow_text(j, tp, NULL);

	if (can_be_key(text))
		return text;
	g_free(text);
	if (!place_blank(j, tp, T_ID))
		return follow_text(j, tp, error);
	title = place_title(j, tp);
	id = journey_make_id(j, PLACE_TOUCHPOINT, title);
	return write_text(j, tp, T_ID, id, error) ? g_steal_pointer(&id) : NULL;
}

/* Append "KEY: VALUE" as a line at column COL. */
static bool say_mark(GString *out, const char *key, const char *value,
		     enum say say, unsigned col, GError **error)
{
	g_string_append_printf(out, "%*s", (int)col, "");
	edit_say(out, key, SAY_TEXT, col);
	g_string_truncate(out, out->len - 1);
	g_string_append_c(out, ':');
	if (!write_say(out, value, say, col, error))
		return false;
	g_string_append_c(out, '\n');
	return true;
}

/* Whether the last walk has its faces in one line. */
static bool is_in_line(struct journey *j)
{
	g_autoptr(GArray) walks = walk_list(j);
	g_autofree char *faces = NULL;

	if (!walks->len)
		return false;
	faces = edit_text(j->tree,
			  tree_find(j->tree,
				    g_array_index(walks, uint32_t,
						  walks->len - 1),
				    "faces"),
			  NULL);
	return faces && *faces == '{';
}

/* Add a walk with one face, of which the key is left open. */
static uint32_t add_walk(struct journey *j, const char *date, const char *by,
			 const struct face *face, GError **error)
{
	g_autoptr(GString) text = g_string_new("- date:");
	uint32_t list = write_children(j, j->root, J_WALKS, error);

	if (!list || !write_say(text, date, SAY_PLAIN, 2, error))
		return 0;
	g_string_append(text, by ? "\n  by:" : "");
	if (by && !write_say(text, by, SAY_TEXT, 2, error))
		return 0;
	g_string_append_printf(text,
			       is_in_line(j) ? "\n  faces: {x: %s}\n"
					     : "\n  faces:\n    x: %s\n",
			       face->name);
	return edit_insert(j->tree, list, 0, text->str, error);
}

const struct change *journey_begin_walk(struct journey *j, const char *date,
					const char *by, struct place *tp,
					const struct face *face, uint32_t *walk,
					GError **error)
{
	g_autofree char *title = write_title(j, tp), *key = NULL;
	bool ok;

	history_begin(j->tree);
	key = key_of(j, tp, error);
	*walk = key ? add_walk(j, date, by, face, error) : 0;
	ok = *walk && edit_set_key(j->tree,
				   tree_first(j->tree, tree_find(j->tree, *walk,
								 "faces")),
				   key, error);
	return write_end(j, ok,
			 g_strdup_printf(_("begin a walk, feel %s at %s"),
					 face->name, title),
			 tp->entry, PLACE_NAME);
}

/* Remove all that a walk has for a touchpoint: what comes after the first
 * would count else. */
static bool drop_marks(struct journey *j, uint32_t walk, struct place *tp,
		       bool notes, GError **error)
{
	uint32_t pair;
	bool ok = true;

	while (ok && (pair = walk_pair(j, walk, tp, notes)))
		ok = edit_remove(j->tree, pair, error);
	return ok;
}

/* Notes go with the last one, as far as their key can. */
static bool clear_note(struct journey *j, uint32_t walk, struct place *tp,
		       GError **error)
{
	uint32_t notes;

	if (!drop_marks(j, walk, tp, true, error))
		return false;
	notes = tree_find(j->tree, walk, "notes");
	return !notes || tree_first(j->tree, notes) ||
	       !tree_prev(j->tree, notes) || edit_remove(j->tree, notes, error);
}

static bool is_empty(const struct tree *t, uint32_t walk, const char *key)
{
	uint32_t e = tree_find(t, walk, key);

	return !e || !tree_first(t, e);
}

static bool clear_face(struct journey *j, uint32_t walk, struct place *tp,
		       GError **error)
{
	if (!drop_marks(j, walk, tp, false, error))
		return false;
	return !is_empty(j->tree, walk, "faces") ||
	       !is_empty(j->tree, walk, "notes") ||
	       write_remove(j, walk, error);
}

/* Add a face or a note, with the mapping that it belongs into where that is
 * missing. */
static bool add_mark(struct journey *j, uint32_t walk, bool notes,
		     const char *key, const char *text, GError **error)
{
	g_autoptr(GString) mark = g_string_new(NULL);
	uint32_t faces = tree_find(j->tree, walk, "faces");
	uint32_t marks = notes ? tree_find(j->tree, walk, "notes") : faces;
	uint32_t before = faces && !marks ? tree_next(j->tree, faces) : 0;

	if (!marks)
		g_string_append(mark, notes ? "notes:\n" : "faces:\n");
	return say_mark(mark, key, text, notes ? SAY_TEXT : SAY_PLAIN,
			marks ? 0 : 2, error) &&
	       edit_insert(j->tree, marks ? marks : walk, before, mark->str,
			   error);
}

static bool set_mark(struct journey *j, uint32_t walk, struct place *tp,
		     bool notes, const char *text, GError **error)
{
	uint32_t pair = walk_pair(j, walk, tp, notes);
	g_autofree char *key = NULL;

	if (pair)
		return tree_says(j->tree, pair, text) ||
		       edit_set(j->tree, pair, text,
				notes ? SAY_TEXT : SAY_PLAIN, error);
	key = key_of(j, tp, error);
	return key && add_mark(j, walk, notes, key, text, error);
}

const struct change *journey_set_walked(struct journey *j, uint32_t walk,
					struct place *tp,
					const struct face *face, GError **error)
{
	g_autofree char *title = write_title(j, tp);
	bool ok;

	history_begin(j->tree);
	ok = face ? set_mark(j, walk, tp, false, face->name, error)
		  : clear_face(j, walk, tp, error);
	return write_end(j, ok,
			 face ? g_strdup_printf(_("feel %s at %s"), face->name,
						title)
			      : g_strdup_printf(_("clear what was felt at %s"),
						title),
			 tp->entry, PLACE_NAME);
}

const struct change *journey_set_walk_note(struct journey *j, uint32_t walk,
					   struct place *tp, const char *text,
					   GError **error)
{
	g_autofree char *title = write_title(j, tp);
	bool ok;

	history_begin(j->tree);
	ok = *text ? set_mark(j, walk, tp, true, text, error)
		   : clear_note(j, walk, tp, error);
	return write_end(j, ok,
			 *text ? g_strdup_printf(_("note what was felt at %s"),
						 title)
			       : g_strdup_printf(_("remove the note on %s"),
						 title),
			 tp->entry, PLACE_NAME);
}

const struct change *journey_remove_walk(struct journey *j, uint32_t walk,
					 GError **error)
{
	bool ok;

	history_begin(j->tree);
	ok = write_remove(j, walk, error);
	return write_end(j, ok, g_strdup(_("delete a walk")), j->root->entry,
			 J_WALKS);
}
