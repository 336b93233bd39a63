/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saying a value: choosing the style that holds it, and writing it.
 *
 * Each style has one question (can it hold this value here?) and one writer.
 * A style that is there stays if it can; else plain, a literal block for text
 * of several lines, quotes for the rest; double quotes can hold anything.
 */
#include "yaml/scalar.h"

#include <string.h>

/* What a value is made of, found in one pass. */
struct shape {
	bool special; /* characters that only escapes can hold */
	bool tab;
	bool lines; /* more than one line */
	bool ragged; /* a line ends in a blank or starts with a tab */
	bool deeper; /* a line starts with a blank */
	bool last_open; /* the last line has no line end */
	bool ends_blank; /* with more than one line end */
};

static bool needs_escape(gunichar c)
{
	return (c < 0x20 && c != '\t' && c != '\n') ||
	       (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 ||
	       c == 0xfeff || c == 0xfffe || c == 0xffff;
}

static struct shape shape_of(const char *value)
{
	size_t len = strlen(value);
	struct shape shape = {
		.last_open = !len || value[len - 1] != '\n',
		.ends_blank = len > 1 && value[len - 1] == '\n' &&
			      value[len - 2] == '\n',
		.lines = strchr(value, '\n') != NULL,
	};

	for (const char *p = value; *p; p = g_utf8_next_char(p)) {
		bool starts = p == value || p[-1] == '\n';
		bool ends = !p[1] || p[1] == '\n';

		shape.special |= needs_escape(g_utf8_get_char(p));
		shape.tab |= *p == '\t';
		shape.ragged |= (ends && (*p == ' ' || *p == '\t')) ||
				(starts && *p == '\t');
		shape.deeper |= starts && *p == ' ';
	}
	return shape;
}

static bool starts_plain(const char *value)
{
	if (*value == '-')
		return g_ascii_isalnum(value[1]);
	return !strchr("?:,[]{}#&*!|>'\"%@` ", *value) &&
	       strncmp(value, "...", 3) != 0;
}

static bool can_be_plain(const char *value, const struct shape *shape,
			 const struct setting *setting)
{
	size_t len = strlen(value);

	if (shape->special || shape->tab || shape->lines || shape->ragged ||
	    !starts_plain(value) || value[len - 1] == ':' ||
	    strstr(value, ": ") || strstr(value, " #"))
		return false;
	if (setting->flow && value[strcspn(value, ",[]{}?:")])
		return false;
	if (g_ascii_strcasecmp(value, "null") == 0 || strcmp(value, "~") == 0)
		return false;
	return setting->say == SAY_PLAIN || scalar_is_text(value);
}

static bool can_be_single(const struct shape *shape)
{
	return !shape->special && !shape->tab && !shape->lines;
}

static bool can_be_literal(const char *value, const struct shape *shape,
			   const struct setting *setting)
{
	return !setting->flow && !shape->special && !shape->ragged &&
	       !shape->ends_blank && !strchr(" \t\n", *value);
}

static enum text_style quotes(const struct shape *shape,
			      const struct setting *setting)
{
	return setting->single && can_be_single(shape) ? STYLE_SINGLE
						       : STYLE_DOUBLE;
}

static enum text_style choose(const char *value, const struct shape *shape,
			      const struct setting *setting)
{
	bool literal = can_be_literal(value, shape, setting);

	switch (setting->style) {
	case STYLE_DOUBLE:
		return STYLE_DOUBLE;
	case STYLE_SINGLE:
		if (can_be_single(shape))
			return STYLE_SINGLE;
		break;
	case STYLE_FOLDED:
		if (literal && !shape->deeper)
			return STYLE_FOLDED;
		if (literal)
			return STYLE_LITERAL;
		return quotes(shape, setting);
	case STYLE_LITERAL:
		return literal ? STYLE_LITERAL : quotes(shape, setting);
	case STYLE_PLAIN:
		if (can_be_plain(value, shape, setting))
			return STYLE_PLAIN;
	}
	return shape->lines && literal ? STYLE_LITERAL : quotes(shape, setting);
}

static void indent(GString *out, const struct setting *setting)
{
	for (unsigned i = 0; i < setting->indent; i++)
		g_string_append_c(out, ' ');
}

/* Whether the blank at P may become a line end, which reads as a blank: only
 * one between two words. */
static bool may_fold(const char *start, const char *p)
{
	return *p == ' ' && p > start && !strchr(" \n\t", p[-1]) && p[1] &&
	       !strchr(" \n\t#", p[1]);
}

/* The words from P that fit into the setting's width, at least one; the end
 * is a blank to fold at, or the end of the line. */
static const char *fold(const char *start, const char *p, unsigned room)
{
	const char *best = NULL;
	unsigned width = 0;

	for (; *p && *p != '\n'; p = g_utf8_next_char(p), width++) {
		if (may_fold(start, p)) {
			if (width > room && best)
				return best;
			best = p;
		}
	}
	return width > room && best ? best : p;
}

static void say_escaped(GString *out, gunichar c)
{
	switch (c) {
	case '"':
	case '\\':
		g_string_append_c(out, '\\');
		g_string_append_unichar(out, c);
		break;
	case '\n':
		g_string_append(out, "\\n");
		break;
	case '\r':
		g_string_append(out, "\\r");
		break;
	case '\t':
		g_string_append(out, "\\t");
		break;
	default:
		if (!needs_escape(c))
			g_string_append_unichar(out, c);
		else
			g_string_append_printf(out,
					       c < 0x100 ? "\\x%02X"
							 : "\\u%04X",
					       c);
	}
}

/* Plain or quoted text, folded at blanks where the value was so before. */
static void say_flowing(GString *out, const char *value, enum text_style style,
			const struct setting *setting)
{
	unsigned room = setting->wrap > setting->indent
				? setting->wrap - setting->indent
				: 1;
	const char *stop = setting->wrap ? fold(value, value, room) : NULL;

	for (const char *p = value; *p; p = g_utf8_next_char(p)) {
		if (p == stop && may_fold(value, p)) {
			g_string_append(out, setting->eol);
			indent(out, setting);
			stop = fold(value, p + 1, room);
		} else if (style == STYLE_DOUBLE) {
			say_escaped(out, g_utf8_get_char(p));
		} else {
			if (style == STYLE_SINGLE && *p == '\'')
				g_string_append_c(out, '\'');
			g_string_append_unichar(out, g_utf8_get_char(p));
		}
	}
}

static void say_block(GString *out, const char *value,
		      const struct shape *shape, bool folded,
		      const struct setting *setting, const char *header)
{
	unsigned room = setting->wrap > setting->indent
				? setting->wrap - setting->indent
				: 0;

	g_string_append_c(out, folded ? '>' : '|');
	if (shape->last_open)
		g_string_append_c(out, '-');
	g_string_append(out, header ? header : "");
	g_string_append(out, setting->eol);
	for (const char *p = value; *p;) {
		size_t line = strcspn(p, "\n");
		const char *end =
			folded && room ? fold(value, p, room) : p + line;

		if (line)
			indent(out, setting);
		g_string_append_len(out, p, end - p);
		g_string_append(out, setting->eol);
		/* between two lines of folded text a line end is written twice */
		if (folded && line && *end == '\n' && end[strspn(end, "\n")])
			g_string_append(out, setting->eol);
		p = *end ? end + 1 : end;
	}
}

bool scalar_say(GString *out, const char *value, const struct setting *setting,
		const char *header, enum text_style *style, GError **error)
{
	struct shape shape;

	if (!g_utf8_validate(value, -1, NULL)) {
		g_set_error_literal(error, TREE_ERROR, TREE_ERROR_VALUE,
				    "the text is not UTF-8");
		return false;
	}
	*style = STYLE_PLAIN;
	if (!*value) {
		if (setting->flow && setting->item) {
			*style = STYLE_DOUBLE;
			g_string_append(out, "\"\"");
		}
		return true;
	}
	shape = shape_of(value);
	*style = choose(value, &shape, setting);
	switch (*style) {
	case STYLE_LITERAL:
	case STYLE_FOLDED:
		say_block(out, value, &shape, *style == STYLE_FOLDED, setting,
			  header);
		break;
	case STYLE_PLAIN:
		say_flowing(out, value, *style, setting);
		break;
	default:
		g_string_append_c(out, *style == STYLE_SINGLE ? '\'' : '"');
		say_flowing(out, value, *style, setting);
		g_string_append_c(out, *style == STYLE_SINGLE ? '\'' : '"');
	}
	return true;
}

void edit_say(GString *out, const char *value, enum say say, unsigned col)
{
	struct setting setting = {
		.say = say,
		.indent = col + 2,
		.eol = "\n",
	};
	enum text_style style;
	size_t len = out->len;

	scalar_say(out, value, &setting, NULL, &style, NULL);
	if (out->len == len || style < STYLE_LITERAL)
		g_string_append_c(out, '\n');
}
