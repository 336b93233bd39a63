/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The edits that insert, remove and move: what may go where, and how it is
 * written there.
 *
 * Each works in the open change through place.h; what fails half way is
 * rolled back.
 */
#include "yaml/edit-own.h"
#include "yaml/edit.h"
#include "yaml/gap.h"
#include "yaml/place.h"
#include "yaml/seam.h"

#include <string.h>

char *edit_shift(const char *text, int cols, const char *eol)
{
	g_autoptr(GString) out = g_string_new(NULL);
	size_t len = strlen(text);

	for (size_t at = 0; at < len;) {
		size_t start = at, end;

		while (at < len && !gap_break(text, at, len))
			at++;
		end = at;
		at += gap_break(text, at, len);
		if (gap_blanks(text, start, end) == end) {
			g_string_append_len(out, text + start,
					    (gssize)(end - start));
		} else {
			for (int i = 0; i < cols; i++)
				g_string_append_c(out, ' ');
			for (int i = 0; i > cols && text[start] == ' '; i--)
				start++;
			g_string_append_len(out, text + start,
					    (gssize)(end - start));
		}
		g_string_append(out, at > end ? eol : "");
	}
	return g_strdup(out->str);
}

uint32_t place_read(struct tree *t, const char *text, enum kind kind,
		    GError **error)
{
	struct load_options options = { .limits = &t->limits };
	unsigned aliases = t->aliases->len;
	struct slice s = tree_keep(t, text, strlen(text));
	uint32_t stream = tree_new_entry(t), document, e;

	if (!load_text(t, s.off, s.len, stream, &options, error))
		return 0;
	document = tree_first(t, stream);
	e = document ? tree_first(t, document) : 0;
	if (!e || entry(t, document)->next || entry(t, e)->next ||
	    entry(t, document)->text.kind != kind ||
	    (entry(t, document)->text.len[CLOSE] &&
	     !has(t, document, TEXT_FLOW)) ||
	    t->aliases->len != aliases) {
		g_set_error_literal(error, TREE_ERROR, TREE_ERROR_VALUE,
				    "not one entry of a collection");
		return 0;
	}
	tree_unlink(t, e);
	return e;
}

/* The column of the children of PARENT: as they stand, or as this file
 * indents. */
static unsigned child_col(const struct tree *t, uint32_t parent, bool pair)
{
	uint32_t first = tree_first(t, parent);
	unsigned col = entry(t, parent)->text.col;

	if (first)
		return entry(t, first)->text.col;
	if (entry(t, parent)->up == ENTRY_STREAM)
		return 0;
	return !pair && has(t, parent, TEXT_PAIR) && t->indentless
		       ? col
		       : col + t->step;
}

static bool is_flow_place(const struct tree *t, uint32_t parent)
{
	return has(t, parent, TEXT_IN_FLOW) ||
	       (has(t, parent, TEXT_FLOW) &&
		(tree_first(t, parent) ||
		 entry(t, parent)->text.len[CLOSE] > 1));
}

/* Whether PARENT can take an entry of a collection of that kind. */
static bool may_hold(struct tree *t, uint32_t parent, uint32_t before,
		     enum kind kind, GError **error)
{
	const struct text *text = &entry(t, parent)->text;

	if (!tree_alive(t, parent) || parent == ENTRY_STREAM ||
	    (before && entry(t, before)->up != parent))
		return unsafe(t, ENTRY_STREAM, error, "nothing there");
	if (text->flags & TEXT_IMPLICIT)
		return unsafe(t, parent, error, "a pair without braces");
	if (text->kind == KIND_SCALAR && text->flags & TEXT_BLANK &&
	    entry(t, parent)->up != ENTRY_STREAM)
		return true;
	if (text->kind == (uint8_t)kind ||
	    ((text->kind == KIND_MAPPING || text->kind == KIND_SEQUENCE) &&
	     !tree_first(t, parent) && !is_flow_place(t, parent)))
		return true;
	return unsafe(t, parent, error, "the value is something else");
}

/* The levels of collections in and below the value of E. */
static unsigned height(const struct tree *t, uint32_t e)
{
	unsigned most = 0;

	if (entry(t, e)->text.kind != KIND_MAPPING &&
	    entry(t, e)->text.kind != KIND_SEQUENCE)
		return 0;
	for (uint32_t c = tree_first(t, e); c; c = entry(t, c)->next) {
		unsigned below = height(t, c);

		most = MAX(most, below);
	}
	return 1 + most;
}

bool edit_may_nest(struct tree *t, uint32_t parent, uint32_t e, GError **error)
{
	unsigned depth = height(t, e);

	for (; parent != ENTRY_STREAM; parent = entry(t, parent)->up)
		depth++;
	if (depth <= t->limits.depth)
		return true;
	g_set_error_literal(error, TREE_ERROR, TREE_ERROR_LIMIT,
			    "nested too deeply");
	return false;
}

static bool key_is_free(struct tree *t, uint32_t parent, uint32_t e,
			GError **error)
{
	if (!has(t, e, TEXT_PAIR))
		return true;
	for (uint32_t s = tree_first(t, parent); s; s = entry(t, s)->next) {
		if (entry(t, s)->text.key_hash != entry(t, e)->text.key_hash)
			continue;
		g_set_error(error, TREE_ERROR, TREE_ERROR_VALUE,
			    "line %u has this key already",
			    tree_key_mark(t, s).line);
		return false;
	}
	return true;
}

static bool insert(struct tree *t, uint32_t *e, uint32_t parent,
		   uint32_t before, const char *text, enum kind kind,
		   GError **error)
{
	bool flow = is_flow_place(t, parent);
	unsigned col = flow ? 0 : child_col(t, parent, kind == KIND_MAPPING);
	g_autofree char *shifted =
		edit_shift(text, (int)col, flow ? "\n" : t->eol);

	*e = place_read(t, shifted, kind, error);
	if (*e && flow)
		*e = flow_read(t, *e, kind, error);
	if (!*e || !key_is_free(t, parent, *e, error) ||
	    !edit_may_nest(t, parent, *e, error))
		return false;
	return flow ? flow_put(t, *e, parent, before, error)
		    : place_put(t, *e, parent, before, error);
}

static bool is_item(const char *text)
{
	const char *at = text + gap_skip(text, 0, strlen(text));

	return at[0] == '-' && strchr(" \t\r\n", at[1]);
}

uint32_t edit_insert(struct tree *t, uint32_t parent, uint32_t before,
		     const char *text, GError **error)
{
	enum kind kind = is_item(text) ? KIND_SEQUENCE : KIND_MAPPING;
	unsigned steps = history_steps(t);
	uint32_t e;

	if (!may_hold(t, parent, before, kind, error))
		return 0;
	if (insert(t, &e, parent, before, text, kind, error))
		return edit_proved(t, e, steps, error) ? e : 0;
	history_roll_back(t, steps);
	return 0;
}

static bool may_take(struct tree *t, uint32_t e, GError **error)
{
	uint32_t up = entry(t, e)->up;

	if (!tree_alive(t, e) || e == ENTRY_STREAM || up == ENTRY_STREAM)
		return unsafe(t, ENTRY_STREAM, error, "nothing there");
	if (has(t, up, TEXT_IMPLICIT))
		return unsafe(t, e, error, "a pair without braces");
	if (seam_anchors(t, e))
		return unsafe(t, e, error, "an alias needs its anchor");
	return true;
}

/* The proof for what an entry that is gone stood between. */
static bool neighbours_proved(struct tree *t, uint32_t up, uint32_t prev,
			      uint32_t next, unsigned steps, GError **error)
{
	if (!prev && !next)
		return edit_proved(t, up, steps, error);
	return (!prev || edit_proved(t, prev, steps, error)) &&
	       (!next || edit_proved(t, next, steps, error));
}

bool edit_remove(struct tree *t, uint32_t e, GError **error)
{
	unsigned steps = history_steps(t);
	uint32_t up = entry(t, e)->up, prev = entry(t, e)->prev;
	uint32_t next = entry(t, e)->next;

	if (!may_take(t, e, error))
		return false;
	if (has(t, e, TEXT_IN_FLOW) ? flow_take(t, e, error)
				    : place_take(t, e, error)) {
		edit_mark_duplicates(t, up, entry(t, e)->text.key_hash);
		return neighbours_proved(t, up, prev, next, steps, error);
	}
	history_roll_back(t, steps);
	return false;
}

bool edit_same_meaning(const struct tree *t, uint32_t a, uint32_t b)
{
	const struct text *x = &entry(t, a)->text, *y = &entry(t, b)->text;
	uint32_t c = tree_first(t, a), d = tree_first(t, b);

	if (x->kind != y->kind || x->key_hash != y->key_hash ||
	    x->meta != y->meta || x->style != y->style ||
	    tree_value_hash(t, a) != tree_value_hash(t, b))
		return false;
	for (; c && d; c = entry(t, c)->next, d = entry(t, d)->next)
		if (!edit_same_meaning(t, c, d))
			return false;
	return !c && !d;
}

/* E, which hangs nowhere, as it is or written anew for column COL; 0 if it
 * would say something else there. */
static uint32_t at_column(struct tree *t, uint32_t e, unsigned col)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *shifted = NULL;
	uint32_t new;

	if (entry(t, e)->text.col == col)
		return e;
	tree_emit_entry(t, e, text);
	shifted = edit_shift(text->str, (int)col - (int)entry(t, e)->text.col,
			     t->eol);
	new = place_read(t, shifted,
			 has(t, e, TEXT_PAIR) ? KIND_MAPPING : KIND_SEQUENCE,
			 NULL);
	return new &&edit_same_meaning(t, e, new) ? new : 0;
}

static bool move(struct tree *t, uint32_t *e, uint32_t parent, uint32_t before,
		 GError **error)
{
	uint32_t old_parent = entry(t, *e)->up;
	bool flow = is_flow_place(t, parent);
	g_autofree char *indentation = g_strnfill(entry(t, *e)->text.col, ' ');
	uint32_t moved;
	unsigned col;

	if (flow != has(t, *e, TEXT_IN_FLOW))
		return unsafe(t, parent, error, "written in another style");
	if (parent != old_parent && (!key_is_free(t, parent, *e, error) ||
				     !edit_may_nest(t, parent, *e, error)))
		return false;
	if (flow)
		return flow_take(t, *e, error) &&
		       flow_put(t, *e, parent, before, error);
	col = parent == old_parent
		      ? entry(t, *e)->text.col
		      : child_col(t, parent, has(t, *e, TEXT_PAIR));
	seam_end_line(t, *e);
	if (place_on_parents_line(t, *e))
		history_put_part(t, *e, LEAD, indentation);
	if (!place_take(t, *e, error))
		return false;
	moved = at_column(t, *e, col);
	if (!moved)
		return unsafe(t, parent, error, "it would not mean the same");
	*e = moved;
	return place_put(t, moved, parent, before, error);
}

static bool contains(const struct tree *t, uint32_t e, uint32_t inner)
{
	while (inner && inner != e)
		inner = entry(t, inner)->up;
	return inner == e;
}

static uint32_t document_of(const struct tree *t, uint32_t e)
{
	while (entry(t, e)->up != ENTRY_STREAM)
		e = entry(t, e)->up;
	return e;
}

/* A tag may mean something else under another document's directives. */
static bool has_tag(const struct tree *t, uint32_t e)
{
	const struct text *text = &entry(t, e)->text;

	if (text->props &&
	    memchr(bytes(t, text_part(text, VAL)), '!', text->props))
		return true;
	for (uint32_t c = tree_first(t, e); c; c = entry(t, c)->next)
		if (has_tag(t, c))
			return true;
	return false;
}

uint32_t edit_move(struct tree *t, uint32_t e, uint32_t parent, uint32_t before,
		   GError **error)
{
	unsigned steps = history_steps(t);
	uint32_t up = entry(t, e)->up, prev = entry(t, e)->prev;
	uint32_t next = entry(t, e)->next;

	if (!may_take(t, e, error) ||
	    !may_hold(t, parent, before,
		      has(t, e, TEXT_PAIR) ? KIND_MAPPING : KIND_SEQUENCE,
		      error))
		return 0;
	if (seam_ties(t, e) || contains(t, e, parent) ||
	    (document_of(t, e) != document_of(t, parent) && has_tag(t, e))) {
		unsafe(t, e, error, "tied to where it stands");
		return 0;
	}
	if (before == e ||
	    (entry(t, e)->up == parent && entry(t, e)->next == before))
		return e;
	if (move(t, &e, parent, before, error)) {
		edit_mark_duplicates(t, up, entry(t, e)->text.key_hash);
		edit_mark_duplicates(t, parent, entry(t, e)->text.key_hash);
		return edit_proved(t, e, steps, error) &&
				       neighbours_proved(t, up, prev, next,
							 steps, error)
			       ? e
			       : 0;
	}
	history_roll_back(t, steps);
	return 0;
}
