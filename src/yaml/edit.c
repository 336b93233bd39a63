/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Setting a scalar and a key: one line in, one line out.
 *
 * Properties and style stay; an end-of-line comment follows the value when it
 * becomes a block and comes back when it ceases to be one.
 */
#include "yaml/edit.h"
#include "yaml/block.h"
#include "yaml/edit-own.h"
#include "yaml/gap.h"
#include "yaml/place.h"
#include "yaml/scalar.h"
#include "yaml/seam.h"

#include <string.h>

#define KEY_MOST 1000 /* libyaml takes keys of up to 1,024 characters */
#define WRAP_LEAST 40
#define SIBLINGS_ASKED 16

bool unsafe(struct tree *t, uint32_t e, GError **error, const char *why)
{
	g_set_error(error, TREE_ERROR, TREE_ERROR_UNSAFE,
		    "line %u: %s; edit this by hand", tree_key_mark(t, e).line,
		    why);
	return false;
}

bool edit_proved(struct tree *t, uint32_t e, unsigned steps, GError **error)
{
	if (verify_around(t, e))
		return true;
	unsafe(t, e, error, "what stands around would change");
	history_roll_back(t, steps);
	return false;
}

void edit_mark_duplicates(struct tree *t, uint32_t map, uint64_t hash)
{
	bool seen = false;

	for (uint32_t e = tree_first(t, map); e; e = entry(t, e)->next) {
		struct text text = entry(t, e)->text;

		if (!(text.flags & TEXT_PAIR) || text.key_hash != hash)
			continue;
		if (has(t, e, TEXT_DUPLICATE) != seen) {
			text.flags ^= TEXT_DUPLICATE;
			history_put(t, e, &text);
		}
		seen = true;
	}
}

static bool is_merge(const struct tree *t, uint32_t e)
{
	return has(t, e, TEXT_PAIR) &&
	       entry(t, e)->text.key_hash == tree_hash("<<", 2);
}

static bool may_set(struct tree *t, uint32_t e, GError **error)
{
	if (!tree_alive(t, e) || e == ENTRY_STREAM)
		return unsafe(t, ENTRY_STREAM, error, "nothing there");
	if (tree_is_alias(t, e))
		return unsafe(t, e, error, "the value is an alias");
	if (is_merge(t, e))
		return unsafe(t, e, error, "a merge key");
	if (entry(t, e)->text.kind != KIND_SCALAR)
		return unsafe(t, e, error, "the value is a collection");
	if (has(t, e, TEXT_BARE))
		return unsafe(t, e, error, "a key without a colon");
	return true;
}

/* The widest line of a value that was folded over several, else 0. */
static unsigned widest_line(const char *s, size_t len)
{
	unsigned widest = 0, width = 0;
	bool lines = false;

	for (size_t at = 0; at < len;) {
		size_t eol = gap_break(s, at, len);

		width = eol ? 0 : width + ((s[at] & 0xc0) != 0x80);
		widest = MAX(widest, width);
		lines |= eol > 0;
		at += eol ? eol : 1;
	}
	return lines ? MAX(widest, WRAP_LEAST) : 0;
}

static bool neighbours_single(const struct tree *t, uint32_t e)
{
	uint32_t s = tree_first(t, entry(t, e)->up);

	for (int n = 0; s && n < SIBLINGS_ASKED; n++, s = entry(t, s)->next) {
		const struct text *text = &entry(t, s)->text;

		if (s != e && text->kind == KIND_SCALAR &&
		    (text->style == STYLE_SINGLE ||
		     text->style == STYLE_DOUBLE))
			return text->style == STYLE_SINGLE;
	}
	return false;
}

static struct setting setting_of(const struct tree *t, uint32_t e, enum say say)
{
	const struct text *text = &entry(t, e)->text;
	struct slice val = text_part(text, VAL);
	const char *s = bytes(t, val);
	unsigned indent = block_indent(s, val.len);
	bool blank = text->flags & TEXT_BLANK;

	return (struct setting){
		.say = say,
		.style = blank ? STYLE_PLAIN : (enum text_style)text->style,
		.flow = text->flags & TEXT_IN_FLOW,
		.item = !(text->flags & TEXT_PAIR),
		.single = neighbours_single(t, e),
		.indent = indent > text->col ? indent : text->col + t->step,
		.wrap = text->style == STYLE_LITERAL ? 0
						     : widest_line(s, val.len),
		.eol = t->eol,
	};
}

/* Prove that LINE says VALUE where E stands, and whether that is
 * nothing. */
static bool prove(struct tree *t, uint32_t e, const char *line,
		  const char *value, struct text *text)
{
	bool document = entry(t, e)->up == ENTRY_STREAM, blank;
	bool flow = text->flags & TEXT_IN_FLOW && *line;
	g_autofree char *prefix =
		flow || document
			? g_strdup(flow ? "[" : "--- ")
			: g_strdup_printf("%*s%s", (int)text->col, "",
					  text->flags & TEXT_PAIR ? "x: "
								  : "- ");

	if (!scalar_prove(prefix, line, flow ? "]" : "", value, &blank))
		return false;
	text->flags = (uint8_t)(blank ? text->flags | TEXT_BLANK
				      : text->flags & ~TEXT_BLANK);
	return true;
}

/* The separator before a value: it ends in a blank; before nothing, at its
 * indicator or the comment behind that. */
static char *separator(const struct tree *t, uint32_t e, bool empty)
{
	char *sep = tree_part(t, e, SEP);
	size_t len = strlen(sep), end = MIN(gap_skip(sep, 0, len) + 1, len);

	if (!empty && len && !strchr(" \t", sep[len - 1]) &&
	    !gap_break_before(sep, 0, len)) {
		g_autofree char *tight = sep;

		return g_strconcat(tight, " ", NULL);
	}
	if (empty && !has(t, e, TEXT_IN_FLOW)) {
		while (len > end && strchr(" \t\r\n", sep[len - 1]))
			len--;
		sep[len] = '\0';
	}
	return sep;
}

/* Cut the comment behind the indicator off the separator. */
static char *cut_comment(char *sep)
{
	size_t len = strlen(sep), end = MIN(gap_skip(sep, 0, len) + 1, len);
	char *comment = tail_comment(sep + end, len - end);

	if (*comment)
		sep[end] = '\0';
	return comment;
}

/* Cut comment lines that stand between a key and its value off the separator;
 * NULL if there are none. */
static char *lines_below(char *sep, const char *eol)
{
	size_t len = strlen(sep), end = MIN(gap_skip(sep, 0, len) + 1, len);
	char *below;

	while (end < len && !gap_break(sep, end, len))
		end++;
	if (!gap_has_comment(sep, end, len))
		return NULL;
	below = g_strconcat(sep + end + gap_break(sep, end, len), eol, NULL);
	sep[end] = '\0';
	return below;
}

/* The tail behind a value that is no block: what was there, or what a block's
 * header had. A comment keeps its distance; blanks that stood for a missing
 * value go. */
static char *tail_of(const struct tree *t, uint32_t e, const char *comment)
{
	const struct text *text = &entry(t, e)->text;
	struct slice val = text_part(text, VAL);
	g_autofree char *old = tree_part(t, e, TAIL);
	size_t blanks = strspn(old, " \t");

	if (!val.len && old[blanks] != '#')
		return g_strdup(old + blanks);
	if (text->style < STYLE_LITERAL)
		return g_strconcat(*old == '#' ? " " : "", old, NULL);
	return g_strconcat(comment,
			   gap_break_before(bytes(t, val), 0, val.len) ? t->eol
								       : "",
			   old, NULL);
}

/* Put the new value's line (its style in TEXT) where E stands. */
static void put_value(struct tree *t, uint32_t e, struct text *text,
		      const char *line, const char *comment)
{
	g_autofree char *old = tree_part(t, e, TAIL);
	g_autofree char *tail = tail_of(t, e, comment);
	g_autofree char *sep = separator(t, e, !*line);
	g_autofree char *below = *line ? NULL : lines_below(sep, t->eol);
	g_autofree char *beside = *line ? g_strdup("") : cut_comment(sep);
	g_autofree char *behind = g_strconcat(beside, tail, NULL);
	size_t block_tail = gap_rest_of_line(old, 0, strlen(old));

	if (entry(t, e)->text.style >= STYLE_LITERAL)
		block_tail = 0;
	text_put(t, text, TAIL,
		 text->style >= STYLE_LITERAL ? old + block_tail : behind);
	text_put(t, text, VAL, line);
	text_put(t, text, SEP, sep);
	history_put(t, e, text);
	if (below)
		place_leave(t, e, below);
}

static char *with_props(const struct tree *t, uint32_t e, const char *value)
{
	const struct text *text = &entry(t, e)->text;
	const char *s = bytes(t, text_part(text, VAL));

	return g_strdup_printf("%.*s%s%s", (int)text->props, s,
			       text->props && *value ? " " : "", value);
}

/* Say VALUE where E stands. A block scalar that would swallow what follows is
 * said in quotes. */
static char *say_value(struct tree *t, uint32_t e, const char *value,
		       struct setting *setting, const char *comment,
		       enum text_style *style, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);

	if (!scalar_say(out, value, setting, comment, style, error))
		return NULL;
	if (*style >= STYLE_LITERAL &&
	    seam_swallows(t, e, setting->indent, false)) {
		setting->style = STYLE_DOUBLE;
		g_string_truncate(out, 0);
		scalar_say(out, value, setting, comment, style, error);
	}
	return g_strdup(out->str);
}

/* The comment on the line that the value starts on. */
static char *comment_of(const struct tree *t, uint32_t e)
{
	const struct text *text = &entry(t, e)->text;
	const char *val = bytes(t, text_part(text, VAL));
	size_t len = text->len[VAL], start = gap_skip(val, text->props, len);

	if (text->style >= STYLE_LITERAL)
		return block_comment(val + start, len - start);
	return tail_comment(bytes(t, text_part(text, TAIL)), text->len[TAIL]);
}

bool edit_set(struct tree *t, uint32_t e, const char *value, enum say say,
	      GError **error)
{
	struct setting setting;
	struct text text;
	g_autofree char *comment = NULL, *said = NULL, *line = NULL;
	unsigned steps = history_steps(t);
	enum text_style style;

	if (!may_set(t, e, error))
		return false;
	if (!*value && entry(t, e)->up == ENTRY_STREAM)
		return unsafe(t, e, error, "a document that is one text");
	if (strlen(value) > t->limits.scalar) {
		g_set_error_literal(error, TREE_ERROR, TREE_ERROR_LIMIT,
				    "text too long");
		return false;
	}
	text = entry(t, e)->text;
	setting = setting_of(t, e, say);
	comment = comment_of(t, e);
	said = say_value(t, e, value, &setting, comment, &style, error);
	if (!said)
		return false;
	text.style = (uint8_t)style;
	if (!prove(t, e, said, value, &text))
		return unsafe(t, e, error, "the value would not read back");
	line = with_props(t, e, said);
	put_value(t, e, &text, line, comment);
	return edit_proved(t, e, steps, error);
}

static bool may_set_key(struct tree *t, uint32_t e, const char *key,
			GError **error)
{
	struct slice old = text_part(&entry(t, e)->text, KEY);

	if (!has(t, e, TEXT_PAIR) || has(t, e, TEXT_OPAQUE) ||
	    has(t, e, TEXT_BARE) || is_merge(t, e) || !old.len ||
	    strchr("&!|>", *bytes(t, old)))
		return unsafe(t, e, error, "an unusual key");
	if (strchr(key, '\n') || strlen(key) > KEY_MOST) {
		g_set_error_literal(error, TREE_ERROR, TREE_ERROR_VALUE,
				    "a key is one short line");
		return false;
	}
	if (tree_find(t, entry(t, e)->up, key)) {
		g_set_error(error, TREE_ERROR, TREE_ERROR_VALUE,
			    "there is a key '%s' already", key);
		return false;
	}
	return true;
}

static enum text_style key_style(const struct tree *t, uint32_t e)
{
	struct slice key = text_part(&entry(t, e)->text, KEY);

	switch (key.len ? *bytes(t, key) : '\0') {
	case '"':
		return STYLE_DOUBLE;
	case '\'':
		return STYLE_SINGLE;
	default:
		return STYLE_PLAIN;
	}
}

bool edit_set_key(struct tree *t, uint32_t e, const char *key, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	struct setting setting = {
		.style = key_style(t, e),
		.flow = true,
		.item = true,
		.eol = t->eol,
	};
	struct text text = entry(t, e)->text;
	uint64_t old = text.key_hash;
	unsigned steps = history_steps(t);
	enum text_style style;
	bool blank;

	if (!may_set_key(t, e, key, error) ||
	    !scalar_say(out, key, &setting, NULL, &style, error))
		return false;
	if (!scalar_prove("[", out->str, "]", key, &blank))
		return unsafe(t, e, error, "the key would not read back");
	text.key_hash = tree_hash(key, strlen(key));
	text.flags &= (uint8_t)~TEXT_DUPLICATE;
	text_put(t, &text, KEY, out->str);
	history_put(t, e, &text);
	edit_mark_duplicates(t, entry(t, e)->up, old);
	return edit_proved(t, e, steps, error);
}
