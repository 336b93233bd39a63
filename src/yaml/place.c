/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Taking an entry out of a block collection and putting one in.
 *
 * A move is a removal and an insertion of the same entry, so each rule about
 * comments and blank lines stands here once.
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

/* Put S in front of a part. */
static void prepend(struct tree *t, uint32_t e, enum part p, const char *s)
{
	g_autofree char *old = tree_part(t, e, p);
	g_autofree char *new = g_strconcat(s, old, NULL);

	if (*s)
		history_put_part(t, e, p, new);
}

bool place_on_parents_line(const struct tree *t, uint32_t e)
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
	unsigned col = entry(t, tree_first(t, up))->text.col;

	return col + (text->flags & TEXT_PAIR && text->kind == KIND_SEQUENCE &&
		      col == text->col);
}

void place_leave(struct tree *t, uint32_t up, const char *comments)
{
	size_t len = strlen(comments);
	size_t at = gap_line_start(comments, 0, strcspn(comments, "#"));
	size_t indent = gap_blanks(comments, at, len) - at;

	while (entry(t, up)->up != ENTRY_STREAM &&
	       (!tree_first(t, up) || indent < foot_column(t, up))) {
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
		history_put_part(t, next, LEAD, new);
}

bool place_take(struct tree *t, uint32_t e, GError **error)
{
	uint32_t up = entry(t, e)->up, prev = entry(t, e)->prev;
	uint32_t next = entry(t, e)->next;
	g_autofree char *lead = tree_part(t, e, LEAD);
	size_t own = floating_len(lead);
	g_autofree char *floating = g_strndup(lead, own);

	if (next && place_on_parents_line(t, e))
		return unsafe(t, e, error, "it stands on the line of its dash");
	history_unlink(t, e);
	if (own)
		history_put_part(t, e, LEAD, lead + own);
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
		history_put_part(t, e, LEAD, mine);
	if (strcmp(theirs, lead) != 0)
		history_put_part(t, first, LEAD, theirs);
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
	text.meta = 0;
	history_put(t, parent, &text);
	return true;
}

bool place_put(struct tree *t, uint32_t e, uint32_t parent, uint32_t before,
	       GError **error)
{
	uint32_t first = tree_first(t, parent);
	uint32_t prev = before ? entry(t, before)->prev : tree_last(t, parent);

	if (!first && !open_collection(t, parent,
				       has(t, e, TEXT_PAIR) ? KIND_MAPPING
							    : KIND_SEQUENCE,
				       error))
		return false;
	if (before && before == first) {
		if (place_on_parents_line(t, first))
			return unsafe(t, first, error,
				      "it stands on the line of its dash");
		put_first(t, e, first);
	} else if (prev) {
		unsigned blank =
			separation(t, prev, before, has(t, e, TEXT_PAIR));
		g_autofree char *own = tree_part(t, e, LEAD);
		g_autofree char *lead = new_lead(t, blank, own);

		seam_end_line(t, prev);
		history_put_part(t, e, LEAD, lead);
	}
	seam_end_line(t, e);
	history_link(t, e, parent, prev);
	if (seam_bad(t, e) || (prev && seam_bad(t, prev)))
		return unsafe(t, e, error, "a text would swallow a comment");
	return true;
}
