/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading scalars: hashes of what they say, their text, and the proof that a
 * written one says what was meant.
 *
 * Most scalars of real files are plain or quoted on one line: their text is
 * the slice.  All others go through libyaml, one small document each.
 */
#include "yaml/scalar.h"
#include "yaml/gap.h"
#include "yaml/word.h"

#include <string.h>

static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 29;
}

/* Up to 7 bytes as a number, its own for each text of that length: the first
 * and the last four, or the first, the middle and the last one. */
static uint64_t few(const char *text, size_t len)
{
	const unsigned char *byte = (const unsigned char *)text;
	uint32_t first, last;

	if (!len)
		return 0;
	if (len < sizeof(first))
		return byte[0] | byte[len / 2] << 8 | byte[len - 1] << 16;
	memcpy(&first, text, sizeof(first));
	memcpy(&last, text + len - sizeof(last), sizeof(last));
	return (uint64_t)last << 32 | first;
}

uint64_t tree_hash(const char *text, size_t len)
{
	uint64_t hash = mix(0, len), word;

	if (len < sizeof(word))
		return mix(mix(hash, few(text, len)), 0);
	for (size_t i = 0; i + sizeof(word) < len; i += sizeof(word)) {
		memcpy(&word, text + i, sizeof(word));
		hash = mix(hash, word);
	}
	memcpy(&word, text + len - sizeof(word), sizeof(word));
	return mix(mix(hash, word), 0);
}

static uint8_t meta_hash(const yaml_char_t *tag, const yaml_char_t *anchor)
{
	uint64_t hash = 0;

	if (tag)
		hash += tree_hash((const char *)tag, strlen((const char *)tag));
	if (anchor)
		hash += 3 * tree_hash((const char *)anchor,
				      strlen((const char *)anchor));
	return (uint8_t)(hash ^ hash >> 17 ^ hash >> 41);
}

uint8_t event_meta(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return meta_hash(event->data.scalar.tag,
				 event->data.scalar.anchor);
	case YAML_ALIAS_EVENT:
		return meta_hash(NULL, event->data.alias.anchor);
	case YAML_SEQUENCE_START_EVENT:
		return meta_hash(event->data.sequence_start.tag,
				 event->data.sequence_start.anchor);
	case YAML_MAPPING_START_EVENT:
		return meta_hash(event->data.mapping_start.tag,
				 event->data.mapping_start.anchor);
	default:
		return 0;
	}
}

uint64_t event_hash(const yaml_event_t *event)
{
	if (event->type != YAML_SCALAR_EVENT)
		return event->type;
	return tree_hash((const char *)event->data.scalar.value,
			 event->data.scalar.length);
}

/* What format version 1 takes for nothing at all. */
static bool is_blank(const char *text)
{
	switch (*text) {
	case '\0':
		return true;
	case '~':
		return !text[1];
	case 'n':
		return strcmp(text, "null") == 0;
	default:
		return false;
	}
}

const yaml_char_t *event_anchor(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return event->data.scalar.anchor;
	case YAML_SEQUENCE_START_EVENT:
		return event->data.sequence_start.anchor;
	case YAML_MAPPING_START_EVENT:
		return event->data.mapping_start.anchor;
	default:
		return NULL;
	}
}

bool event_is_blank(const yaml_event_t *event)
{
	return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
	       is_blank((const char *)event->data.scalar.value);
}

enum text_style scalar_style(yaml_scalar_style_t style)
{
	switch (style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return STYLE_SINGLE;
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return STYLE_DOUBLE;
	case YAML_LITERAL_SCALAR_STYLE:
		return STYLE_LITERAL;
	case YAML_FOLDED_SCALAR_STYLE:
		return STYLE_FOLDED;
	default:
		return STYLE_PLAIN;
	}
}

static bool one_of(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (g_ascii_strcasecmp(text, *words) == 0)
			return true;
	return false;
}

/* The words of YAML 1.1 and 1.2 that are booleans or null, and three signs;
 * most text is told from them by its first letter. */
static bool is_word(const char *text)
{
	switch (*text) {
	case 'y':
	case 'Y':
		return one_of(text, (const char *[]){ "y", "yes", NULL });
	case 'n':
	case 'N':
		return one_of(text,
			      (const char *[]){ "n", "no", "null", NULL });
	case 'o':
	case 'O':
		return one_of(text, (const char *[]){ "on", "off", NULL });
	case 't':
	case 'T':
		return one_of(text, (const char *[]){ "true", NULL });
	case 'f':
	case 'F':
		return one_of(text, (const char *[]){ "false", NULL });
	case '<':
		return strcmp(text, "<<") == 0;
	case '=':
	case '~':
		return !text[1];
	default:
		return false;
	}
}

/* Numbers of every base, with the colons and underscores of YAML 1.1. */
static bool is_number(const char *text)
{
	if (*text == '+' || *text == '-')
		text++;
	if (g_ascii_strcasecmp(text, ".inf") == 0 ||
	    g_ascii_strcasecmp(text, ".nan") == 0)
		return true;
	if (!g_ascii_isdigit(*text) &&
	    !(*text == '.' && g_ascii_isdigit(text[1])))
		return false;
	if (text[0] == '0' && g_ascii_tolower(text[1]) == 'x')
		return !text[2 + strspn(text + 2, "0123456789abcdefABCDEF_")];
	if (text[0] == '0' && (g_ascii_tolower(text[1]) == 'o' ||
			       g_ascii_tolower(text[1]) == 'b'))
		return !text[2 + strspn(text + 2, "01234567_")];
	return !text[strspn(text, "0123456789_.,:eE+-")];
}

static bool is_date(const char *text)
{
	return strspn(text, "0123456789") == 4 && text[4] == '-' &&
	       g_ascii_isdigit(text[5]);
}

bool scalar_is_text(const char *text)
{
	switch (*text) {
	case '0' ... '9':
	case '+':
	case '-':
	case '.':
		return !is_number(text) && !is_date(text);
	default:
		return *text && !is_word(text);
	}
}

/* The one scalar value of a small text, or false if it holds anything else.
 * *EVENT is to be deleted by the caller when true is returned. */
static bool parse_value(const char *text, size_t len, yaml_event_t *event)
{
	yaml_parser_t parser;
	yaml_event_t next;
	unsigned scalars = 0, others = 0;
	bool good = true, end = false;

	if (!yaml_parser_initialize(&parser))
		g_error("out of memory");
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text, len);
	while (good && !end) {
		good = yaml_parser_parse(&parser, &next);
		if (!good)
			break;
		end = next.type == YAML_STREAM_END_EVENT;
		others += next.type == YAML_ALIAS_EVENT ||
			  next.type == YAML_SEQUENCE_START_EVENT ||
			  next.type == YAML_MAPPING_START_EVENT;
		if (next.type == YAML_SCALAR_EVENT) {
			if (scalars++)
				yaml_event_delete(event);
			*event = next;
		} else {
			yaml_event_delete(&next);
		}
	}
	yaml_parser_delete(&parser);
	good = good && scalars && scalars + others <= 3 && others <= 1;
	if (!good && scalars)
		yaml_event_delete(event);
	return good;
}

bool scalar_prove(const char *prefix, const char *text, const char *suffix,
		  const char *value, bool *blank)
{
	g_autofree char *all = g_strconcat(prefix, text, suffix, NULL);
	yaml_event_t event;
	bool same;

	if (!parse_value(all, strlen(all), &event))
		return false;
	same = event.data.scalar.length == strlen(value) &&
	       memcmp(event.data.scalar.value, value, strlen(value)) == 0;
	*blank = event_is_blank(&event);
	yaml_event_delete(&event);
	return same;
}

static char *read_by_parser(const struct tree *t, uint32_t e)
{
	const struct text *text = &entry(t, e)->text;
	struct slice val = text_part(text, VAL);
	g_autoptr(GString) doc = g_string_new(NULL);
	yaml_event_t event;
	char *value;

	if (text->flags & TEXT_IN_FLOW) {
		g_string_append(doc, "[");
	} else if (entry(t, entry(t, e)->up)->text.kind == KIND_STREAM) {
		g_string_append(doc, "--- ");
	} else {
		for (uint32_t i = 0; i < text->col; i++)
			g_string_append_c(doc, ' ');
		g_string_append(doc, text->flags & TEXT_PAIR ? "x: " : "- ");
	}
	g_string_append_len(doc, bytes(t, val) + text->props,
			    val.len - text->props);
	if (text->flags & TEXT_IN_FLOW)
		g_string_append(doc, "]");
	if (!parse_value(doc->str, doc->len, &event))
		return g_strdup("");
	value = g_strndup((const char *)event.data.scalar.value,
			  event.data.scalar.length);
	yaml_event_delete(&event);
	return value;
}

/* Whether there is no line break; in all but a few texts no byte of one. */
static bool one_line(const char *s, size_t len)
{
	size_t i = 0;

	while (i + WORD <= len && !word_may_break(word_at(s + i)))
		i += WORD;
	for (; i < len; i++)
		if (gap_break(s, i, len))
			return false;
	return true;
}

/* The text of a scalar that is written as it is: plain or quoted on one line
 * without escapes. */
static bool as_it_is(const struct tree *t, uint32_t e, const char **s,
		     size_t *len)
{
	const struct text *text = &entry(t, e)->text;
	const char *val = bytes(t, text_part(text, VAL));
	size_t all = text->len[VAL];
	size_t from = text->props ? gap_skip(val, text->props, all) : 0;
	bool quoted = text->style != STYLE_PLAIN;

	*s = val + from + quoted;
	*len = all - from - (quoted ? 2 : 0);
	return text->style < STYLE_LITERAL && one_line(*s, *len) &&
	       !(quoted &&
		 memchr(*s, text->style == STYLE_SINGLE ? '\'' : '\\', *len));
}

char *scalar_read(const struct tree *t, uint32_t e)
{
	const char *s;
	size_t len;

	if (as_it_is(t, e, &s, &len))
		return g_strndup(s, len);
	return read_by_parser(t, e);
}

uint64_t tree_value_hash(const struct tree *t, uint32_t e)
{
	g_autofree char *value = NULL;
	const char *s;
	size_t len;

	if (tree_kind(t, e) != KIND_SCALAR)
		return 0;
	e = tree_behind(t, e);
	if (as_it_is(t, e, &s, &len))
		return tree_hash(s, len);
	value = read_by_parser(t, e);
	return tree_hash(value, strlen(value));
}

/* Which word the text of LEN bytes at S is; see tree_which(). */
static int which(const char *const *words, size_t stride, const char *s,
		 size_t len)
{
	for (int i = 0; *words; i++) {
		if (strncmp(*words, s, len) == 0 && !(*words)[len])
			return i;
		words = (const void *)((const char *)words + stride);
	}
	return -1;
}

int tree_which(const struct tree *t, uint32_t e, const char *const *words,
	       size_t stride)
{
	g_autofree char *value = NULL;
	const char *s;
	size_t len;

	if (tree_kind(t, e) != KIND_SCALAR)
		return -1;
	e = tree_behind(t, e);
	if (as_it_is(t, e, &s, &len))
		return which(words, stride, s, len);
	value = read_by_parser(t, e);
	return which(words, stride, value, strlen(value));
}

bool tree_says(const struct tree *t, uint32_t e, const char *text)
{
	const char *const words[] = { text, NULL };

	return tree_which(t, e, words, sizeof(*words)) == 0;
}

bool tree_empty(const struct tree *t, uint32_t e)
{
	const char *s;
	size_t len;

	if (tree_blank(t, e))
		return true;
	if (tree_kind(t, e) != KIND_SCALAR ||
	    entry(t, tree_behind(t, e))->text.style == STYLE_PLAIN)
		return false;
	if (as_it_is(t, tree_behind(t, e), &s, &len))
		return !len;
	return tree_value_hash(t, e) == tree_hash("", 0);
}

char *tree_value(const struct tree *t, uint32_t e)
{
	if (!e || tree_kind(t, e) != KIND_SCALAR)
		return NULL;
	return scalar_read(t, tree_behind(t, e));
}

char *tree_key(const struct tree *t, uint32_t e)
{
	struct slice key = text_part(&entry(t, e)->text, KEY);
	const char *s = bytes(t, key);
	g_autofree char *doc = NULL;
	yaml_event_t event;
	char *text;

	if (!has(t, e, TEXT_PAIR) || has(t, e, TEXT_OPAQUE))
		return NULL;
	if (key.len && !strchr("\"'&!|>", *s) && one_line(s, key.len))
		return g_strndup(s, key.len);
	doc = g_strdup_printf(has(t, e, TEXT_IN_FLOW) ? "[%.*s]" : "- %.*s",
			      (int)key.len, s);
	if (!parse_value(doc, strlen(doc), &event))
		return g_strdup("");
	text = g_strndup((const char *)event.data.scalar.value,
			 event.data.scalar.length);
	yaml_event_delete(&event);
	return text;
}

bool tree_is_text(const struct tree *t, uint32_t e)
{
	const struct text *text = &entry(t, tree_behind(t, e))->text;

	if (text->kind != KIND_SCALAR || text->flags & TEXT_BLANK)
		return false;
	return text->style == STYLE_PLAIN || !tree_empty(t, e);
}

size_t tree_capitals(const struct tree *t, uint32_t e)
{
	const struct text *text = &entry(t, tree_behind(t, e))->text;
	struct slice val = text_part(text, VAL);
	const char *s = bytes(t, val);
	size_t n = 0, i = 0;

	if (text->kind != KIND_SCALAR)
		return 0;
	for (; i + WORD <= val.len; i += WORD)
		n += word_count(word_like_capitals(word_at(s + i)));
	for (; i < val.len; i++)
		n += word_count(word_like_capitals((unsigned char)s[i]));
	return n;
}
