/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Seams between entries: swallowed lines, missing line ends, torn anchors.
 */
#include "yaml/seam.h"
#include "yaml/block.h"
#include "yaml/gap.h"

#include <string.h>

static size_t leading_blanks(const char *s, size_t pos, size_t len)
{
	size_t at = pos;

	while (at < len && s[at] == ' ')
		at++;
	return at - pos;
}

static size_t next_line(const char *s, size_t pos, size_t len)
{
	while (pos < len && !gap_break(s, pos, len))
		pos++;
	return pos + gap_break(s, pos, len);
}

/* The entry whose value is printed last within E. */
static uint32_t last_leaf(const struct tree *t, uint32_t e)
{
	while (tree_last(t, e))
		e = tree_last(t, e);
	return e;
}

static bool append(const struct tree *t, uint32_t e, enum part p, GString *out)
{
	struct slice s = text_part(&entry(t, e)->text, p);

	g_string_append_len(out, bytes(t, s), s.len);
	return gap_skip(out->str, 0, out->len) < out->len;
}

/* The text behind the line that entry E ends in, up to the first thing that
 * is no gap. */
static GString *following(const struct tree *t, uint32_t e)
{
	GString *out = g_string_new(NULL);

	while (e && e != ENTRY_STREAM) {
		uint32_t next = entry(t, e)->next;

		if (next) {
			append(t, next, LEAD, out);
			append(t, next, KEY, out);
			append(t, next, SEP, out);
			return out;
		}
		e = entry(t, e)->up;
		if (append(t, e, CLOSE, out) || append(t, e, TAIL, out))
			return out;
	}
	return out;
}

static bool swallows(const char *s, size_t len, unsigned indent, bool keep)
{
	for (size_t at = 0; at < len; at = next_line(s, at, len)) {
		size_t blanks = leading_blanks(s, at, len);
		size_t text = gap_blanks(s, at, len);

		if (text == len)
			return blanks > indent;
		if (gap_break(s, text, len)) {
			if (keep || text - at > blanks || blanks > indent)
				return true;
		} else {
			return s[text] == '#' && blanks >= indent;
		}
	}
	return false;
}

char *seam_gap(const struct tree *t, uint32_t e)
{
	g_autoptr(GString) after = following(t, e);

	return g_strndup(after->str, gap_skip(after->str, 0, after->len));
}

bool seam_swallows(const struct tree *t, uint32_t e, unsigned indent, bool keep)
{
	g_autoptr(GString) after = following(t, e);

	return swallows(after->str, after->len, indent, keep);
}

/* The block scalar that is the value of LEAF, without properties; false if
 * it is no block. */
static bool block_of(const struct tree *t, uint32_t leaf, const char **s,
		     size_t *len)
{
	const struct text *text = &entry(t, leaf)->text;
	const char *val = bytes(t, text_part(text, VAL));
	size_t start =
		text->props ? gap_skip(val, text->props, text->len[VAL]) : 0;

	*s = val + start;
	*len = text->len[VAL] - start;
	return text->style >= STYLE_LITERAL;
}

bool seam_keeps(const struct tree *t, uint32_t e)
{
	const char *s;
	size_t len;

	return block_of(t, last_leaf(t, e), &s, &len) && block_keeps(s, len);
}

bool seam_bad(const struct tree *t, uint32_t e)
{
	uint32_t leaf = last_leaf(t, e);
	const char *s;
	size_t len;

	return block_of(t, leaf, &s, &len) &&
	       seam_swallows(t, leaf, block_indent(s, len),
			     block_keeps(s, len));
}

static void append_eol(struct tree *t, uint32_t e, enum part p)
{
	struct text text = entry(t, e)->text;
	g_autofree char *old = tree_part(t, e, p);
	g_autofree char *new = NULL;

	if (p == VAL) {
		const char *s;
		size_t len;
		g_autofree char *block = NULL;

		block_of(t, e, &s, &len);
		block = block_strip(s, len);
		new = g_strdup_printf("%.*s%s%s", (int)(text.len[VAL] - len),
				      old, block, t->eol);
	} else {
		new = g_strconcat(old, t->eol, NULL);
	}
	text_put(t, &text, p, new);
	history_put(t, e, &text);
}

static bool ends_open(const struct tree *t, struct slice s)
{
	return s.len && !gap_break_before(bytes(t, s), 0, s.len);
}

void seam_end_line(struct tree *t, uint32_t e)
{
	for (; e; e = tree_last(t, e)) {
		const struct text *text = &entry(t, e)->text;
		bool block = text->style >= STYLE_LITERAL;

		for (enum part p = TAIL; p >= CLOSE; p--) {
			if (!text->len[p])
				continue;
			if (ends_open(t, text_part(text, p)))
				append_eol(t, e,
					   p == CLOSE && !(text->flags &
							   TEXT_FLOW)
						   ? CLOSE
						   : TAIL);
			return;
		}
		if (tree_last(t, e))
			continue;
		if (!block)
			append_eol(t, e, TAIL);
		else if (ends_open(t, text_part(text, VAL)))
			append_eol(t, e, VAL);
	}
}

static bool within(const struct tree *t, uint32_t e, uint32_t outer)
{
	while (e && e != outer)
		e = entry(t, e)->up;
	return e == outer;
}

static bool has_anchor(const struct tree *t, uint32_t e)
{
	const struct text *text = &entry(t, e)->text;

	if (text->props &&
	    memchr(bytes(t, text_part(text, VAL)), '&', text->props))
		return true;
	if (text->len[KEY] &&
	    memchr(bytes(t, text_part(text, KEY)), '&', text->len[KEY]))
		return true;
	for (uint32_t c = tree_first(t, e); c; c = entry(t, c)->next)
		if (has_anchor(t, c))
			return true;
	return false;
}

/* The living aliases: those that a removal took away do not count. */
static bool next_alias(const struct tree *t, unsigned *n, struct alias *alias)
{
	while (*n < t->aliases->len) {
		*alias = g_array_index(t->aliases, struct alias, (*n)++);
		if (tree_alive(t, alias->entry))
			return true;
	}
	return false;
}

bool seam_anchors(const struct tree *t, uint32_t e)
{
	struct alias a;

	for (unsigned n = 0; next_alias(t, &n, &a);)
		if (!within(t, a.entry, e) &&
		    (a.target ? within(t, a.target, e) : has_anchor(t, e)))
			return true;
	return false;
}

bool seam_ties(const struct tree *t, uint32_t e)
{
	struct alias a;

	for (unsigned n = 0; next_alias(t, &n, &a);)
		if (within(t, a.entry, e) ? !a.target || !within(t, a.target, e)
					  : has_anchor(t, e))
			return true;
	return false;
}
