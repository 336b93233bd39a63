/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Placing entries of flow collections: [a, b] and {a: b}.
 *
 * Only commas and blanks around the entry change.  A collection over several
 * lines keeps one entry a line; a comma after the last entry stays if it was
 * the custom there.
 */
#include "yaml/edit.h"
#include "yaml/edit-own.h"
#include "yaml/gap.h"
#include "yaml/place.h"
#include "yaml/scalar.h"

#include <string.h>

/* Where the comma in a tail stands, or NULL. */
static char *comma(char *tail)
{
	size_t at = gap_skip(tail, 0, strlen(tail));

	return tail[at] == ',' ? tail + at : NULL;
}

static bool has_comment(const struct tree *t, uint32_t e, enum part p)
{
	struct slice s = text_part(&entry(t, e)->text, p);

	return gap_has_comment(bytes(t, s), 0, s.len);
}

static bool has_comma(const struct tree *t, uint32_t e)
{
	g_autofree char *tail = tree_part(t, e, TAIL);

	return comma(tail) != NULL;
}

/* {a: , b} is good, {a:, b} is not; nor is [!tag, b]. */
static void part_from_comma(struct tree *t, uint32_t e)
{
	const struct text *text = &entry(t, e)->text;
	g_autofree char *tail = tree_part(t, e, TAIL);
	g_autofree char *behind = g_strconcat(" ", tail, NULL);
	g_autofree char *sep = tree_part(t, e, SEP);
	g_autofree char *apart = g_strconcat(sep, " ", NULL);
	size_t len = strlen(sep);

	if (len && !entry(t, e)->text.len[VAL] && sep[len - 1] == ':')
		history_put_part(t, e, SEP, apart);
	else if (text->props && text->props == text->len[VAL] &&
		 !strchr(" \t\r\n", *tail))
		history_put_part(t, e, TAIL, behind);
}

static void drop_comma(struct tree *t, uint32_t e)
{
	g_autofree char *tail = tree_part(t, e, TAIL);
	char *at = comma(tail);

	if (!at)
		return;
	memmove(at, at + 1, strlen(at));
	history_put_part(t, e, TAIL, tail);
	part_from_comma(t, e);
}

static void add_comma(struct tree *t, uint32_t e)
{
	g_autofree char *tail = tree_part(t, e, TAIL);
	g_autofree char *new = g_strconcat(",", tail, NULL);

	if (comma(tail))
		return;
	history_put_part(t, e, TAIL, new);
	part_from_comma(t, e);
}

/* Bytes of a lead up to and with its first line break; 0 if it has none. */
static size_t opening(const char *lead)
{
	size_t len = strlen(lead), at = 0;

	while (at < len && !gap_break(lead, at, len))
		at++;
	return at < len ? at + gap_break(lead, at, len) : 0;
}

bool flow_take(struct tree *t, uint32_t e, GError **error)
{
	uint32_t prev = entry(t, e)->prev, next = entry(t, e)->next;
	g_autofree char *lead = tree_part(t, e, LEAD);
	size_t open = opening(lead);

	if (gap_has_comment(lead, 0, gap_floating(lead, open, strlen(lead))))
		return unsafe(t, e, error, "a comment above it");
	if (!prev && next) {
		g_autofree char *theirs = tree_part(t, next, LEAD);
		size_t own = opening(theirs);
		g_autofree char *start = g_strndup(lead, open);
		g_autofree char *new =
			g_strconcat(start,
				    open ? theirs + own
					 : theirs + strspn(theirs, " \t"),
				    NULL);

		if (!gap_has_comment(theirs, 0, strlen(theirs)))
			history_put_part(t, next, LEAD, new);
	}
	if (prev && !next && !has_comma(t, e))
		drop_comma(t, prev);
	history_unlink(t, e);
	return true;
}

/* What stands before an entry on its line. */
static char *indentation(const struct tree *t, uint32_t e)
{
	g_autofree char *lead = tree_part(t, e, LEAD);
	size_t len = strlen(lead);

	return g_strdup(lead + gap_line_start(lead, 0, len));
}

static bool ends_line(const struct tree *t, uint32_t e)
{
	struct slice tail = text_part(&entry(t, e)->text, TAIL);

	return tail.len && gap_break_before(bytes(t, tail), 0, tail.len);
}

static void set_around(struct tree *t, uint32_t e, const char *lead,
		       bool with_comma, bool line)
{
	struct text text = entry(t, e)->text;
	g_autofree char *tail =
		g_strconcat(with_comma ? "," : "", line ? t->eol : "", NULL);

	text_put(t, &text, LEAD, lead);
	text_put(t, &text, TAIL, tail);
	history_put(t, e, &text);
	part_from_comma(t, e);
}

static void put_behind(struct tree *t, uint32_t e, uint32_t prev, bool last)
{
	bool line = ends_line(t, prev);
	bool trailing = last && has_comma(t, prev);
	g_autofree char *lead = line ? indentation(t, prev) : g_strdup(" ");

	add_comma(t, prev);
	set_around(t, e, lead, trailing || !last, line);
}

static void put_before(struct tree *t, uint32_t e, uint32_t first)
{
	g_autofree char *lead = tree_part(t, first, LEAD);
	g_autofree char *indent = indentation(t, first);
	size_t open = opening(lead);

	set_around(t, e, lead, true, open > 0);
	history_put_part(t, first, LEAD, open ? indent : " ");
}

bool flow_put(struct tree *t, uint32_t e, uint32_t parent, uint32_t before,
	      GError **error)
{
	uint32_t first = tree_first(t, parent);
	uint32_t prev = before ? entry(t, before)->prev : tree_last(t, parent);

	if (entry(t, parent)->text.kind == KIND_SCALAR)
		return unsafe(t, parent, error, "a missing value in [] or {}");
	if (has_comment(t, e, LEAD) || has_comment(t, e, TAIL))
		return unsafe(t, parent, error, "a comment in [] or {}");
	if (prev) {
		put_behind(t, e, prev, !before);
	} else if (first) {
		g_autofree char *lead = tree_part(t, first, LEAD);

		if (gap_has_comment(lead, 0, strlen(lead)))
			return unsafe(t, first, error, "a comment above it");
		put_before(t, e, first);
	} else {
		set_around(t, e, "", false, false);
	}
	history_link(t, e, parent, prev);
	return true;
}

static bool has_comments(const struct tree *t, uint32_t e)
{
	for (enum part p = 0; p < PARTS; p++)
		if (p != KEY && p != VAL && has_comment(t, e, p))
			return true;
	for (uint32_t c = tree_first(t, e); c; c = entry(t, c)->next)
		if (has_comments(t, c))
			return true;
	return false;
}

static void write_flow(const struct tree *t, uint32_t e, GString *out)
{
	const struct text *text = &entry(t, e)->text;
	struct setting setting = { .flow = true, .item = true, .eol = "\n" };
	g_autofree char *key = tree_key(t, e);
	g_autofree char *value = tree_value(t, e);
	enum text_style style;

	if (key) {
		scalar_say(out, key, &setting, NULL, &style, NULL);
		g_string_append(out, ": ");
		setting.item = false;
	}
	if (value) {
		setting.say = text->style == STYLE_PLAIN ? SAY_PLAIN : SAY_TEXT;
		setting.style = text->style >= STYLE_LITERAL
					? STYLE_PLAIN
					: (enum text_style)text->style;
		scalar_say(out, value, &setting, NULL, &style, NULL);
		return;
	}
	g_string_append_c(out, text->kind == KIND_MAPPING ? '{' : '[');
	for (uint32_t c = tree_first(t, e); c; c = entry(t, c)->next) {
		write_flow(t, c, out);
		if (entry(t, c)->next)
			g_string_append(out, ", ");
	}
	g_string_append_c(out, text->kind == KIND_MAPPING ? '}' : ']');
}

uint32_t flow_read(struct tree *t, uint32_t block, enum kind kind,
		   GError **error)
{
	g_autoptr(GString) out = g_string_new(kind == KIND_MAPPING ? "{" : "[");

	if (has_comments(t, block)) {
		g_set_error_literal(error, TREE_ERROR, TREE_ERROR_VALUE,
				    "a comment does not fit into [] or {}");
		return 0;
	}
	write_flow(t, block, out);
	g_string_append_c(out, kind == KIND_MAPPING ? '}' : ']');
	return place_read(t, out->str, kind, error);
}
