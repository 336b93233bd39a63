/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Seams between entries: swallowed lines, missing line ends, torn anchors.
 */
#include "yaml/seam.h"
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

unsigned block_indent(const char *val, size_t len)
{
	unsigned least = 0;

	for (size_t at = next_line(val, 0, len); at < len;
	     at = next_line(val, at, len)) {
		size_t blanks = leading_blanks(val, at, len);

		if (at + blanks < len && !gap_break(val, at + blanks, len) &&
		    (!least || blanks < least))
			least = (unsigned)blanks;
	}
	return least;
}

static char *comment_from(const char *s, size_t at, size_t len)
{
	size_t end = at;

	if (gap_blanks(s, at, len) == len || s[gap_blanks(s, at, len)] != '#')
		return g_strdup("");
	while (end < len && !gap_break(s, end, len))
		end++;
	return g_strdup_printf("%s%.*s", s[at] == '#' ? " " : "",
			       (int)(end - at), s + at);
}

char *block_comment(const char *val, size_t len)
{
	size_t at = 0;

	while (at < len && !strchr(" \t\r\n", val[at]))
		at++;
	return comment_from(val, at, len);
}

char *tail_comment(const char *tail, size_t len)
{
	return comment_from(tail, 0, len);
}

/* The entry whose value is printed last within E. */
static uint32_t last_leaf(const struct tree *t, uint32_t e)
{
	while (entry(t, e)->last)
		e = entry(t, e)->last;
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

bool seam_swallows(const struct tree *t, uint32_t e, unsigned indent, bool keep)
{
	g_autoptr(GString) after = following(t, e);

	return swallows(after->str, after->len, indent, keep);
}

static bool keeps(const struct tree *t, uint32_t leaf)
{
	struct slice val = text_part(&entry(t, leaf)->text, VAL);
	const char *s = bytes(t, val);
	size_t at = entry(t, leaf)->text.props;

	if (entry(t, leaf)->text.style < STYLE_LITERAL)
		return false;
	while (at < val.len && !strchr("+#\r\n", s[at]))
		at++;
	return at < val.len && s[at] == '+';
}

bool seam_keeps(const struct tree *t, uint32_t e)
{
	return keeps(t, last_leaf(t, e));
}

bool seam_bad(const struct tree *t, uint32_t e)
{
	uint32_t leaf = last_leaf(t, e);
	struct slice val = text_part(&entry(t, leaf)->text, VAL);

	if (entry(t, leaf)->text.style < STYLE_LITERAL)
		return false;
	return seam_swallows(t, leaf, block_indent(bytes(t, val), val.len),
			     keeps(t, leaf));
}

/* A block scalar that ends the file without a line end has a value without
 * one; its header must say so before a line end can follow. */
static char *strip_header(const char *val)
{
	size_t at = strcspn(val, "|>") + 1;
	g_autoptr(GString) out = g_string_new(val);

	while (g_ascii_isdigit(out->str[at]))
		at++;
	if (out->str[at] == '+')
		out->str[at] = '-';
	else if (out->str[at] != '-')
		g_string_insert_c(out, (gssize)at, '-');
	return g_strdup(out->str);
}

static void append_eol(struct tree *t, uint32_t e, enum part p)
{
	struct text text = entry(t, e)->text;
	g_autofree char *old = tree_part(t, e, p);
	g_autofree char *header = NULL;
	g_autofree char *new = NULL;

	if (p == VAL) {
		header = strip_header(old + text.props);
		new = g_strdup_printf("%.*s%s%s", (int)text.props, old, header,
				      t->eol);
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
	for (; e; e = entry(t, e)->last) {
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
		if (entry(t, e)->last)
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
	for (uint32_t c = entry(t, e)->first; c; c = entry(t, c)->next)
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
