/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Line and column of keys and values, as people count them.
 */
#include "yaml/entry.h"

static unsigned code_points(const char *s, size_t len)
{
	unsigned n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}

/* The columns that S fills behind its last line break; whether it has one. */
static bool columns_after_break(const char *s, size_t len, unsigned *columns)
{
	size_t from = len;

	while (from && s[from - 1] != '\n' && s[from - 1] != '\r')
		from--;
	*columns += code_points(s + from, len - from);
	return from > 0;
}

/* The column of an entry in a flow collection: edits on its line may have
 * moved it, so what stands before it there is counted. */
static unsigned flow_column(const struct tree *t, uint32_t e)
{
	unsigned columns = 0;

	for (;;) {
		struct slice lead = text_part(&entry(t, e)->text, LEAD);
		bool found =
			columns_after_break(bytes(t, lead), lead.len, &columns);

		while (!found && entry(t, e)->prev) {
			g_autoptr(GString) text = g_string_new(NULL);

			e = entry(t, e)->prev;
			tree_emit_entry(t, e, text);
			found = columns_after_break(text->str, text->len,
						    &columns);
		}
		e = entry(t, e)->up;
		if (found || e == ENTRY_STREAM)
			return columns;
		for (int p = VAL; p >= KEY && !found; p--) {
			struct slice s = text_part(&entry(t, e)->text, p);

			found = columns_after_break(bytes(t, s), s.len,
						    &columns);
		}
		if (found)
			return columns;
		if (!has(t, e, TEXT_IN_FLOW) && entry(t, e)->up != ENTRY_STREAM)
			return columns + entry(t, e)->text.col;
	}
}

/* The same where nothing has been edited: the opened text stands before it. */
static unsigned opened_column(const struct tree *t, size_t offset)
{
	unsigned columns = 0;

	columns_after_break(t->opened, offset, &columns);
	return columns;
}

static unsigned column(const struct tree *t, uint32_t e, size_t offset)
{
	if (!has(t, e, TEXT_IN_FLOW))
		return entry(t, e)->text.col;
	return t->done->len || t->open ? flow_column(t, e)
				       : opened_column(t, offset);
}

struct mark tree_key_mark(struct tree *t, uint32_t e)
{
	struct slice lead = text_part(&entry(t, e)->text, LEAD);
	size_t size, lines;

	tree_before(t, e, &size, &lines);
	lines += lines_in(bytes(t, lead), lead.len);
	return (struct mark){
		(unsigned)lines + 1,
		1 + column(t, e, size + lead.len),
	};
}

struct mark tree_value_mark(struct tree *t, uint32_t e)
{
	struct mark m = tree_key_mark(t, e);

	for (int p = KEY; p <= SEP; p++) {
		struct slice s = text_part(&entry(t, e)->text, p);
		unsigned columns = 0;

		m.line += lines_in(bytes(t, s), s.len);
		if (columns_after_break(bytes(t, s), s.len, &columns))
			m.column = 1;
		m.column += columns;
	}
	return m;
}
