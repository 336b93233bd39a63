/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The value of a pair as a text by itself, and another one in its place.
 *
 * What has a structure is edited as YAML: its lines come off their place to
 * column 0 and go back there.  The new text is read twice: alone, as it was
 * typed, which tells what it means and where it is wrong; and where it is to
 * stand, which must mean the same or is tried in another layout.  The pair
 * keeps its number, its key and the comments above it and on its line.
 */
#include "yaml/edit.h"

#include <string.h>

#include "yaml/block.h"
#include "yaml/edit-own.h"
#include "yaml/gap.h"
#include "yaml/place.h"
#include "yaml/seam.h"

/* --- what can be lifted off its place ------------------------------------ */

/* What of an entry means something only in its file. */
static const char *own_tie(const struct tree *t, uint32_t e)
{
	const struct text *text = &entry(t, e)->text;
	struct slice key = text_part(text, KEY);

	if (text->kind == KIND_ALIAS)
		return "an alias";
	if (text->props)
		return "an anchor or a tag";
	if (!(text->flags & TEXT_PAIR))
		return NULL;
	if (text->key_hash == tree_hash("<<", 2))
		return "a merge key";
	if (text->flags & TEXT_OPAQUE ||
	    (key.len && strchr("&!", *bytes(t, key))))
		return "an unusual key";
	return NULL;
}

const char *edit_tie(const struct tree *t, uint32_t *e)
{
	const char *why = own_tie(t, *e);
	uint32_t c = tree_first(t, *e);

	for (; c && !why; c = entry(t, c)->next) {
		uint32_t inner = c;

		why = edit_tie(t, &inner);
		if (why)
			*e = inner;
	}
	return why;
}

/* Past the colon of a pair on its key's line; 0 if it is not there. */
static size_t past_colon(const char *sep)
{
	size_t len = strlen(sep), at = gap_blanks(sep, 0, len);

	return sep[at] == ':' ? at + 1 : 0;
}

static bool may_lift(struct tree *t, uint32_t e, GError **error)
{
	uint32_t tied = e;
	g_autofree char *sep = NULL;
	const char *why;

	if (!tree_alive(t, e) || !has(t, e, TEXT_PAIR))
		return unsafe(t, ENTRY_STREAM, error, "nothing there");
	sep = tree_part(t, e, SEP);
	if (has(t, entry(t, e)->up, TEXT_IMPLICIT) || !past_colon(sep) ||
	    (tree_first(t, e) && place_on_parents_line(t, tree_first(t, e)) &&
	     !has(t, e, TEXT_FLOW)))
		return unsafe(t, e, error, "an odd style");
	why = edit_tie(t, &tied);
	return !why || unsafe(t, tied, error, why);
}

/* --- lifting ------------------------------------------------------------- */

static bool is_block(const struct tree *t, uint32_t e)
{
	const struct text *text = &entry(t, e)->text;

	return (text->kind == KIND_MAPPING || text->kind == KIND_SEQUENCE) &&
	       !(text->flags & TEXT_FLOW);
}

/* Past the first line of a separator; 0 if the value stands on it too. */
static size_t first_line(const char *sep)
{
	size_t len = strlen(sep), at = past_colon(sep);

	while (at < len && !gap_break(sep, at, len))
		at++;
	return at < len ? at + gap_break(sep, at, len) : 0;
}

/* The column that the lines of E's value are counted from. */
static unsigned value_col(const struct tree *t, uint32_t e)
{
	g_autofree char *sep = tree_part(t, e, SEP);
	size_t len = strlen(sep);

	if (has(t, e, TEXT_IN_FLOW))
		return 0;
	if (is_block(t, e))
		return entry(t, tree_first(t, e))->text.col;
	if (!first_line(sep))
		return entry(t, e)->text.col;
	return (unsigned)(len - gap_line_start(sep, 0, len));
}

char *edit_text(struct tree *t, uint32_t e, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *sep = NULL, *val = NULL, *close = NULL, *text = NULL;
	size_t below, eol;

	if (!may_lift(t, e, error))
		return NULL;
	sep = tree_part(t, e, SEP);
	val = tree_part(t, e, VAL);
	close = tree_part(t, e, CLOSE);
	below = first_line(sep);
	if (below && (*val || is_block(t, e)))
		g_string_append(out, sep + below);
	g_string_append(out, val);
	for (uint32_t c = tree_first(t, e); c; c = entry(t, c)->next)
		tree_emit_entry(t, c, out);
	g_string_append(out, close);
	text = edit_shift(out->str, -(int)value_col(t, e), "\n");
	eol = gap_break_before(text, 0, strlen(text));
	text[strlen(text) - eol] = '\0';
	return g_steal_pointer(&text);
}

/* Whether a value in E's place is followed by a line end. */
static bool ends_line(const struct tree *t, uint32_t e)
{
	g_autoptr(GString) out = g_string_new(NULL);

	if (has(t, e, TEXT_IN_FLOW))
		return true;
	tree_emit_entry(t, e, out);
	return gap_break_before(out->str, 0, out->len) > 0;
}

/* --- reading the new text alone ------------------------------------------ */

static bool refuse_text(unsigned line, GError **error, const char *why)
{
	g_set_error(error, TREE_ERROR, TREE_ERROR_VALUE,
		    "line %u of the text: %s", line, why);
	return false;
}

/* Whether the stream holds one value that stands for itself. */
static bool check_alone(struct tree *t, uint32_t stream, GError **error)
{
	uint32_t document = tree_first(t, stream), tied = document;
	const char *why;

	if (!document || (entry(t, document)->text.kind == KIND_SCALAR &&
			  !entry(t, document)->text.len[VAL]))
		return refuse_text(1, error, "there is no value");
	if (entry(t, document)->next || entry(t, document)->text.len[SEP])
		return refuse_text(tree_key_mark(t, document).line, error,
				   "one value, not documents");
	why = edit_tie(t, &tied);
	return !why || refuse_text(tree_key_mark(t, tied).line, error, why);
}

/* What is wrong, without what was going on when that was found. */
static char *problem(char *message)
{
	char *context = strstr(message, " while ");

	if (context)
		*context = '\0';
	return message;
}

/* Read TEXT as a document of its own, which says what it means. ENDS: a line
 * end follows it. */
static uint32_t read_alone(struct tree *t, const char *text, bool ends,
			   GError **error)
{
	g_autofree char *lines = g_strconcat(text, ends ? "\n" : "", NULL);
	struct slice s = tree_keep(t, lines, strlen(lines));
	uint32_t stream = tree_new_entry(t);
	struct mark where = { 1, 1 };
	g_autoptr(GError) why = NULL;
	struct load_options options = { .limits = &t->limits, .where = &where };

	entry(t, stream)->text.kind = KIND_STREAM;
	if (!load_text(t, s.off, s.len, stream, &options, &why)) {
		refuse_text(MIN(where.line, lines_in(text, strlen(text)) + 1),
			    error, problem(why->message));
		return 0;
	}
	return check_alone(t, stream, error) ? tree_first(t, stream) : 0;
}

/* --- putting it in its place --------------------------------------------- */

/* How the new text is to stand. */
struct layout {
	const char *before; /* from the key to the text, or to its line */
	const char *behind; /* the comment that was behind the value */
	unsigned key, col; /* columns of the key and of the text's lines */
	bool below; /* on lines of its own */
	bool comment_first; /* BEHIND ends the first line, not the last */
};

static bool starts_with_comment(const char *text)
{
	size_t len = strlen(text), at = gap_skip(text, 0, len);

	return gap_line_start(text, 0, at) > 0;
}

/* The column of a new block collection: that of the old one, or as this file
 * indents. */
static unsigned block_col(const struct tree *t, uint32_t e, enum kind kind)
{
	unsigned col = entry(t, e)->text.col;

	if (is_block(t, e) && entry(t, e)->text.kind == kind)
		return value_col(t, e);
	return kind == KIND_SEQUENCE && t->indentless ? col : col + t->step;
}

/* The comments that stay on the pair's first or last line, as one: that at the
 * end of the value, unless it is within its text; and that behind the key, if
 * the new value is not to stand BELOW it. */
static char *comments_of(const struct tree *t, uint32_t e, bool below)
{
	g_autofree char *sep = tree_part(t, e, SEP);
	g_autofree char *tail = tree_part(t, e, TAIL);
	size_t colon = past_colon(sep), line = first_line(sep);
	g_autofree char *upper =
		line && !below ? tail_comment(sep + colon, line - colon)
			       : g_strdup("");
	g_autofree char *lower = NULL;

	if (!is_block(t, e) && entry(t, e)->text.style < STYLE_LITERAL)
		lower = tail_comment(tail, strlen(tail));
	return g_strconcat(upper, lower, NULL);
}

/* What stands between key and value: what did, as far as it suits. */
static char *separator(const struct tree *t, uint32_t e, bool below)
{
	g_autofree char *sep = tree_part(t, e, SEP);
	size_t line = first_line(sep), end = strlen(sep);

	if (line && below)
		return g_strndup(sep, line - gap_break_before(sep, 0, line));
	if (line || below)
		return g_strdup_printf("%.*s%s", (int)past_colon(sep), sep,
				       below ? "" : " ");
	if (entry(t, e)->text.len[VAL] || strchr(" \t", sep[end - 1]))
		return g_steal_pointer(&sep);
	return g_strconcat(sep, " ", NULL);
}

/* All but what stands before and behind the text. */
static struct layout layout_of(const struct tree *t, uint32_t e, uint32_t alone,
			       const char *text)
{
	g_autofree char *sep = tree_part(t, e, SEP);
	bool block = is_block(t, alone);
	bool literal = entry(t, alone)->text.style >= STYLE_LITERAL;
	bool was_below = !literal && !is_block(t, e) && first_line(sep);
	struct layout l = { .key = entry(t, e)->text.col };

	l.below = block || was_below || starts_with_comment(text);
	l.comment_first = block || literal;
	l.col = l.key;
	if (block)
		l.col = block_col(t, e, tree_kind(t, alone));
	else if (was_below)
		l.col = value_col(t, e);
	else if (l.below)
		l.col = l.key + t->step;
	return l;
}

/* The pair as it would stand, its lines further in by MORE columns. */
static char *lay_out(const struct layout *l, const char *text, unsigned more,
		     const char *eol, const char *end)
{
	int col = (int)(l->col + more);
	g_autofree char *shifted = edit_shift(text, col, eol);
	const char *body = shifted + (l->below ? 0 : col);
	size_t line = l->below ? 0 : strcspn(body, "\r\n");
	GString *out = g_string_new(NULL);

	g_string_append_printf(out, "%*sx%s", (int)l->key, "", l->before);
	if (l->comment_first)
		g_string_append_printf(out, "%.*s%s", (int)line, body,
				       l->behind);
	g_string_append(out, l->below ? eol : "");
	g_string_append(out, l->comment_first ? body + line : body);
	g_string_append(out, l->comment_first ? "" : l->behind);
	g_string_append(out, end);
	return g_string_free(out, FALSE);
}

/* Whether what was read in place, but for its key, means what it does alone. */
static bool means(const struct tree *t, uint32_t fresh, uint32_t alone)
{
	entry(t, fresh)->text.key_hash = entry(t, alone)->text.key_hash;
	return edit_same_meaning(t, fresh, alone);
}

static uint32_t read_as(struct tree *t, uint32_t alone, char *take_text)
{
	g_autofree char *text = take_text;
	uint32_t fresh = place_read(t, text, KIND_MAPPING, NULL);

	return fresh && means(t, fresh, alone) ? fresh : 0;
}

/* Read TEXT where it is to stand: its lines as near to the key as they mean
 * what they should. ENDS: a line end follows. */
static uint32_t read_in_place(struct tree *t, const struct layout *l,
			      uint32_t alone, const char *text, bool ends)
{
	const char *eol = t->eol;
	uint32_t fresh = 0;

	for (unsigned more = 0; !fresh && more <= t->step; more += t->step) {
		if (!ends)
			fresh = read_as(t, alone,
					lay_out(l, text, more, eol, ""));
		if (!fresh)
			fresh = read_as(t, alone,
					lay_out(l, text, more, eol, eol));
	}
	return fresh;
}

/* The same for a flow collection: as it was typed if that fits there, else
 * written for it. */
static uint32_t read_in_flow(struct tree *t, uint32_t alone, const char *text,
			     GError **error)
{
	bool below = is_block(t, alone) || starts_with_comment(text);
	struct layout l = { .before = below ? ":" : ": ",
			    .behind = "",
			    .col = below ? t->step : 0,
			    .below = below };
	uint32_t fresh = read_as(t, alone, g_strdup_printf("{x: %s}", text));

	if (fresh)
		return fresh;
	fresh = read_in_place(t, &l, alone, text, true);
	return fresh ? flow_read(t, fresh, KIND_MAPPING, error) : 0;
}

/* TEXT without the blank lines at its end, and without its last line end. */
static char *without_blank_lines(const char *text)
{
	size_t len = strlen(text), blank = len;

	for (; blank && strchr(" \t\r\n", text[blank - 1]); blank--)
		if (strchr("\r\n", text[blank - 1]))
			len = blank - 1;
	return g_strndup(text, len);
}

/* The same for a block collection. */
static uint32_t read_in_block(struct tree *t, uint32_t e, uint32_t alone,
			      const char *text, const char *stripped)
{
	struct layout l = layout_of(t, e, alone, text);
	g_autofree char *before = separator(t, e, l.below);
	g_autofree char *behind = comments_of(t, e, l.below);
	uint32_t fresh;

	l.before = before;
	l.behind = behind;
	fresh = read_in_place(t, &l, alone, stripped, ends_line(t, e));
	/* Blank lines at the end are part of a value that keeps them. */
	if (!fresh && strcmp(stripped, text) != 0)
		fresh = read_in_place(t, &l, alone, text, true);
	return fresh;
}

static uint32_t read_there(struct tree *t, uint32_t e, uint32_t alone,
			   const char *text, GError **error)
{
	g_autofree char *stripped = without_blank_lines(text);
	g_autoptr(GError) why = NULL;
	uint32_t fresh;

	if (has(t, e, TEXT_IN_FLOW))
		fresh = read_in_flow(t, alone, stripped, &why);
	else
		fresh = read_in_block(t, e, alone, text, stripped);
	if (why)
		g_propagate_error(error, g_steal_pointer(&why));
	else if (!fresh)
		unsafe(t, e, error, "it would not mean the same there");
	return fresh;
}

/* In a flow collection, a new pair's parts between those that were around the
 * old value. A missing one had blanks behind it. */
static void put_in_flow(struct tree *t, uint32_t e, struct text *text)
{
	g_autofree char *sep = separator(t, e, false);
	g_autofree char *tail = tree_part(t, e, TAIL);
	bool missing = has(t, e, TEXT_BLANK) && !entry(t, e)->text.len[VAL];

	text_put(t, text, SEP, sep);
	text_put(t, text, TAIL, tail + (missing ? strspn(tail, " \t") : 0));
}

/* Let E say what FRESH, which hangs nowhere, says. */
static void take_over(struct tree *t, uint32_t e, uint32_t fresh)
{
	const uint8_t kept =
		TEXT_PAIR | TEXT_IN_FLOW | TEXT_DUPLICATE | TEXT_OPAQUE;
	struct text text = entry(t, fresh)->text;
	g_autofree char *lead = tree_part(t, e, LEAD);
	g_autofree char *key = tree_part(t, e, KEY);

	while (tree_last(t, e))
		history_unlink(t, tree_last(t, e));
	text_put(t, &text, LEAD, lead);
	text_put(t, &text, KEY, key);
	if (has(t, e, TEXT_IN_FLOW))
		put_in_flow(t, e, &text);
	text.col = entry(t, e)->text.col;
	text.key_hash = entry(t, e)->text.key_hash;
	text.flags = (uint8_t)((entry(t, e)->text.flags & kept) |
			       (text.flags & ~kept));
	history_put(t, e, &text);
	while (tree_first(t, fresh)) {
		uint32_t c = tree_first(t, fresh);

		tree_unlink(t, c);
		history_link(t, c, e, tree_last(t, e));
	}
}

bool edit_replace(struct tree *t, uint32_t e, const char *text, GError **error)
{
	unsigned steps = history_steps(t);
	uint32_t alone, fresh;

	if (!may_lift(t, e, error))
		return false;
	alone = read_alone(t, text, ends_line(t, e), error);
	fresh = alone ? read_there(t, e, alone, text, error) : 0;
	if (!fresh || !edit_may_nest(t, entry(t, e)->up, fresh, error))
		return false;
	take_over(t, e, fresh);
	if (!seam_bad(t, e))
		return edit_proved(t, e, steps, error);
	history_roll_back(t, steps);
	return unsafe(t, e, error, "its text would swallow a comment");
}
