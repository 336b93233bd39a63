/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inserting, removing and moving entries of block collections.
 *
 * A move is a removal and an insertion of the same entry, so each rule about
 * comments and blank lines stands here once.  Every function works in the open
 * change; what fails half way is rolled back by the three edits at the end.
 */
#include "yaml/place.h"
#include "yaml/block.h"
#include "yaml/edit-own.h"
#include "yaml/edit.h"
#include "yaml/gap.h"
#include "yaml/seam.h"

#include <string.h>

static size_t floating_len(const char *lead)
{
	return gap_floating(lead, 0, strlen(lead));
}

static void put_part(struct tree *t, uint32_t e, enum part p, const char *s)
{
	struct text text = entry(t, e)->text;

	text_put(t, &text, p, s);
	history_put(t, e, &text);
}

/* Put S in front of a part. */
static void prepend(struct tree *t, uint32_t e, enum part p, const char *s)
{
	g_autofree char *old = tree_part(t, e, p);
	g_autofree char *new = g_strconcat(s, old, NULL);

	if (*s)
		put_part(t, e, p, new);
}

/* Whether the first child of a collection stands on its parent's line, as the
 * key behind a dash does. */
static bool on_parents_line(const struct tree *t, uint32_t e)
{
	const struct entry *n = entry(t, e), *up = entry(t, n->up);
	struct slice s = up->text.len[VAL] ? text_part(&up->text, VAL)
					   : text_part(&up->text, SEP);
	const char *lead = bytes(t, text_part(&n->text, LEAD));

	if (n->prev || !s.len || gap_break_before(bytes(t, s), 0, s.len))
		return false;
	for (uint32_t i = 0; i < n->text.len[LEAD]; i++)
		if (gap_break(lead, i, n->text.len[LEAD]))
			return false;
	return true;
}

/* The least indentation of a comment that is a foot of collection UP. */
static unsigned foot_column(const struct tree *t, uint32_t up)
{
	const struct text *text = &entry(t, up)->text;
	unsigned col = entry(t, entry(t, up)->first)->text.col;

	return col + (text->flags & TEXT_PAIR && text->kind == KIND_SEQUENCE &&
		      col == text->col);
}

void place_leave(struct tree *t, uint32_t up, const char *comments)
{
	size_t len = strlen(comments);
	size_t at = gap_line_start(comments, 0, strcspn(comments, "#"));
	size_t indent = gap_blanks(comments, at, len) - at;

	while (entry(t, up)->up != ENTRY_STREAM &&
	       (!entry(t, up)->first || indent < foot_column(t, up))) {
		uint32_t next = entry(t, up)->next;

		if (next) {
			prepend(t, next, LEAD, comments);
			return;
		}
		up = entry(t, up)->up;
	}
	prepend(t, up, CLOSE, comments);
}

/* Bytes of a separator up to and with its indicator. */
static size_t indicator_end(const char *sep)
{
	size_t len = strlen(sep), at = gap_skip(sep, 0, len);

	return MIN(at + 1, len);
}

/* A block collection whose only child goes becomes [] or {}; the comment on
 * its key's line stays there. */
static bool empty_collection(struct tree *t, uint32_t up, const char *floating,
			     GError **error)
{
	struct text text = entry(t, up)->text;
	bool document = entry(t, up)->up == ENTRY_STREAM;
	g_autofree char *sep = tree_part(t, up, SEP);
	g_autofree char *foot = tree_part(t, up, CLOSE);
	g_autofree char *tail = tree_part(t, up, TAIL);
	size_t end = indicator_end(sep);
	g_autofree char *comment = tail_comment(sep + end, strlen(sep + end));
	g_autofree char *kept =
		g_strconcat(strchr(floating, '#') ? floating : "", foot, NULL);
	g_autofree char *new = NULL;

	if (text.props)
		return unsafe(t, up, error,
			      "the last one below a tag or anchor");
	text_put(t, &text, VAL, text.kind == KIND_MAPPING ? "{}" : "[]");
	text.flags |= TEXT_FLOW;
	text.len[CLOSE] = 0;
	if (!document) {
		g_autofree char *only = g_strdup_printf("%.*s ", (int)end, sep);

		new = g_strconcat(comment, t->eol, NULL);
		text_put(t, &text, SEP, only);
	} else {
		new = g_strconcat(t->eol, kept, tail, NULL);
	}
	text_put(t, &text, TAIL, new);
	history_put(t, up, &text);
	if (!document)
		place_leave(t, up, kept);
	return true;
}

/* What floats above the first child stays above the next, in place of that
 * one's own blank lines. */
static void inherit_place(struct tree *t, uint32_t next, const char *floating)
{
	g_autofree char *lead = tree_part(t, next, LEAD);
	size_t own = floating_len(lead);
	g_autofree char *new = NULL;

	if (gap_has_comment(lead, 0, own))
		own = 0;
	new = g_strconcat(floating, lead + own, NULL);
	if (strcmp(new, lead) != 0)
		put_part(t, next, LEAD, new);
}

bool place_take(struct tree *t, uint32_t e, GError **error)
{
	uint32_t up = entry(t, e)->up, prev = entry(t, e)->prev;
	uint32_t next = entry(t, e)->next;
	g_autofree char *lead = tree_part(t, e, LEAD);
	size_t own = floating_len(lead);
	g_autofree char *floating = g_strndup(lead, own);

	if (next && on_parents_line(t, e))
		return unsafe(t, e, error, "it stands on the line of its dash");
	history_unlink(t, e);
	if (own)
		put_part(t, e, LEAD, lead + own);
	if (!prev && !next)
		return empty_collection(t, up, floating, error);
	if (!prev)
		inherit_place(t, next, floating);
	else if (gap_has_comment(floating, 0, own) && next)
		prepend(t, next, LEAD, floating);
	else if (gap_has_comment(floating, 0, own))
		place_leave(t, up, floating);
	if (prev && seam_bad(t, prev))
		return unsafe(t, prev, error,
			      "its text would swallow a comment");
	return true;
}

static unsigned blank_lines(const struct tree *t, uint32_t e)
{
	g_autofree char *lead = tree_part(t, e, LEAD);
	size_t len = strlen(lead);
	unsigned n = 0;

	for (size_t at = 0; at < len; n++) {
		size_t text = gap_blanks(lead, at, len);
		size_t eol = gap_break(lead, text, len);

		if (!eol)
			break;
		at = text + eol;
	}
	return n;
}

/* The blank lines that separate a new entry behind PREV, as its neighbours do
 * it: items as the next or the last one, keys only where all around do. */
static unsigned separation(const struct tree *t, uint32_t prev, uint32_t next,
			   bool pair)
{
	unsigned above, below;

	if (!prev || seam_keeps(t, prev))
		return 0;
	above = entry(t, prev)->prev ? blank_lines(t, prev) : 0;
	below = next ? blank_lines(t, next) : above;
	return pair ? MIN(above, below) : below;
}

static char *new_lead(const struct tree *t, unsigned blank,
		      const char *attached)
{
	g_autoptr(GString) lead = g_string_new(NULL);

	while (blank--)
		g_string_append(lead, t->eol);
	g_string_append(lead, attached);
	return g_strdup(lead->str);
}

/* Before the first child: E takes its place and what floats there; the old
 * first is separated from it as its own next is. */
static void put_first(struct tree *t, uint32_t e, uint32_t first)
{
	g_autofree char *own = tree_part(t, e, LEAD);
	g_autofree char *lead = tree_part(t, first, LEAD);
	size_t floats = floating_len(lead);
	g_autofree char *above = g_strndup(lead, floats);
	g_autofree char *mine = g_strconcat(above, own, NULL);
	uint32_t second = entry(t, first)->next;
	unsigned blank = second && !has(t, e, TEXT_PAIR) && !seam_keeps(t, e)
				 ? blank_lines(t, second)
				 : 0;
	g_autofree char *theirs = new_lead(t, blank, lead + floats);

	if (strcmp(mine, own) != 0)
		put_part(t, e, LEAD, mine);
	if (strcmp(theirs, lead) != 0)
		put_part(t, first, LEAD, theirs);
}

/* [], {} or a missing value becomes a block collection; the comment behind it
 * stays on its line. */
static bool open_collection(struct tree *t, uint32_t parent, enum kind kind,
			    GError **error)
{
	struct text text = entry(t, parent)->text;
	g_autofree char *old = tree_part(t, parent, SEP);
	g_autofree char *tail = tree_part(t, parent, TAIL);
	g_autofree char *comment = tail_comment(tail, strlen(tail));
	g_autofree char *sep = NULL;
	bool document = entry(t, parent)->up == ENTRY_STREAM;
	size_t end = document ? strlen(old) : indicator_end(old);

	if (text.props || !*old || has(t, parent, TEXT_BARE))
		return unsafe(t, parent, error, "a tag, anchor or odd style");
	end += strcspn(old + end, "\r\n");
	while (end && strchr(" \t\r\n", old[end - 1]))
		end--;
	sep = g_strdup_printf("%.*s%s%s", (int)end, old, comment, t->eol);
	text_put(t, &text, SEP, sep);
	text_put(t, &text, TAIL,
		 tail + gap_rest_of_line(tail, 0, strlen(tail)));
	text.len[VAL] = text.len[CLOSE] = 0;
	text.flags &= (uint8_t) ~(TEXT_FLOW | TEXT_BLANK);
	text.kind = (uint8_t)kind;
	text.style = STYLE_PLAIN;
	text.value_hash = 0;
	text.meta = 0;
	history_put(t, parent, &text);
	return true;
}

bool place_put(struct tree *t, uint32_t e, uint32_t parent, uint32_t before,
	       GError **error)
{
	uint32_t first = entry(t, parent)->first;
	uint32_t prev =
		before ? entry(t, before)->prev : entry(t, parent)->last;

	if (!first && !open_collection(t, parent,
				       has(t, e, TEXT_PAIR) ? KIND_MAPPING
							    : KIND_SEQUENCE,
				       error))
		return false;
	if (before && before == first) {
		if (on_parents_line(t, first))
			return unsafe(t, first, error,
				      "it stands on the line of its dash");
		put_first(t, e, first);
	} else if (prev) {
		unsigned blank =
			separation(t, prev, before, has(t, e, TEXT_PAIR));
		g_autofree char *own = tree_part(t, e, LEAD);
		g_autofree char *lead = new_lead(t, blank, own);

		seam_end_line(t, prev);
		put_part(t, e, LEAD, lead);
	}
	seam_end_line(t, e);
	history_link(t, e, parent, prev);
	if (seam_bad(t, e) || (prev && seam_bad(t, prev)))
		return unsafe(t, e, error, "a text would swallow a comment");
	return true;
}

/* Shift every line that is not blank by COLS columns. */
static char *shift(const char *text, int cols, const char *eol)
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
	document = entry(t, stream)->first;
	e = document ? entry(t, document)->first : 0;
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
	uint32_t first = entry(t, parent)->first;
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
		(entry(t, parent)->first ||
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
	     !entry(t, parent)->first && !is_flow_place(t, parent)))
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
	for (uint32_t c = entry(t, e)->first; c; c = entry(t, c)->next)
		most = MAX(most, height(t, c));
	return 1 + most;
}

/* Whether E within PARENT is not nested deeper than what opens again. */
static bool may_nest(struct tree *t, uint32_t parent, uint32_t e,
		     GError **error)
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
	for (uint32_t s = entry(t, parent)->first; s; s = entry(t, s)->next) {
		if (!has(t, e, TEXT_PAIR) ||
		    entry(t, s)->text.key_hash != entry(t, e)->text.key_hash)
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
	g_autofree char *shifted = shift(text, (int)col, flow ? "\n" : t->eol);

	*e = place_read(t, shifted, kind, error);
	if (*e && flow)
		*e = flow_read(t, *e, kind, error);
	if (!*e || !key_is_free(t, parent, *e, error) ||
	    !may_nest(t, parent, *e, error))
		return false;
	return flow ? flow_put(t, *e, parent, before, error)
		    : place_put(t, *e, parent, before, error);
}

uint32_t edit_insert(struct tree *t, uint32_t parent, uint32_t before,
		     const char *text, GError **error)
{
	bool item = text[0] == '-' && strchr(" \t\r\n", text[1]);
	enum kind kind = item ? KIND_SEQUENCE : KIND_MAPPING;
	unsigned steps = history_steps(t);
	uint32_t e;

	if (!may_hold(t, parent, before, kind, error))
		return 0;
	if (insert(t, &e, parent, before, text, kind, error))
		return e;
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

bool edit_remove(struct tree *t, uint32_t e, GError **error)
{
	unsigned steps = history_steps(t);
	uint32_t up = entry(t, e)->up;

	if (!may_take(t, e, error))
		return false;
	if (has(t, e, TEXT_IN_FLOW) ? flow_take(t, e, error)
				    : place_take(t, e, error)) {
		edit_mark_duplicates(t, up, entry(t, e)->text.key_hash);
		return true;
	}
	history_roll_back(t, steps);
	return false;
}

static bool same_meaning(const struct tree *t, uint32_t a, uint32_t b)
{
	const struct text *x = &entry(t, a)->text, *y = &entry(t, b)->text;
	uint32_t c = entry(t, a)->first, d = entry(t, b)->first;

	if (x->kind != y->kind || x->key_hash != y->key_hash ||
	    x->value_hash != y->value_hash || x->meta != y->meta)
		return false;
	for (; c && d; c = entry(t, c)->next, d = entry(t, d)->next)
		if (!same_meaning(t, c, d))
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
	shifted =
		shift(text->str, (int)col - (int)entry(t, e)->text.col, t->eol);
	new = place_read(t, shifted,
			 has(t, e, TEXT_PAIR) ? KIND_MAPPING : KIND_SEQUENCE,
			 NULL);
	return new &&same_meaning(t, e, new) ? new : 0;
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
				     !may_nest(t, parent, *e, error)))
		return false;
	if (flow)
		return flow_take(t, *e, error) &&
		       flow_put(t, *e, parent, before, error);
	col = parent == old_parent
		      ? entry(t, *e)->text.col
		      : child_col(t, parent, has(t, *e, TEXT_PAIR));
	seam_end_line(t, *e);
	if (on_parents_line(t, *e))
		put_part(t, *e, LEAD, indentation);
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

uint32_t edit_move(struct tree *t, uint32_t e, uint32_t parent, uint32_t before,
		   GError **error)
{
	unsigned steps = history_steps(t);
	uint32_t up = entry(t, e)->up;

	if (!may_take(t, e, error) ||
	    !may_hold(t, parent, before,
		      has(t, e, TEXT_PAIR) ? KIND_MAPPING : KIND_SEQUENCE,
		      error))
		return 0;
	if (seam_ties(t, e) || contains(t, e, parent)) {
		unsafe(t, e, error, "tied to where it stands");
		return 0;
	}
	if (before == e ||
	    (entry(t, e)->up == parent && entry(t, e)->next == before))
		return e;
	if (move(t, &e, parent, before, error)) {
		edit_mark_duplicates(t, up, entry(t, e)->text.key_hash);
		edit_mark_duplicates(t, parent, entry(t, e)->text.key_hash);
		return e;
	}
	history_roll_back(t, steps);
	return 0;
}
