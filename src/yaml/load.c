/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From libyaml's events to entries whose slices tile the text.
 *
 * One cursor, `pos`, is the end of what is already owned.  Each node starts
 * somewhere behind it; what lies between is split by the gap lexer into the
 * end of one entry and the beginning of the next.  libyaml counts characters,
 * says nothing of indicators and ends block collections at the next token; the
 * comments below name each such habit where it is met.
 */
#include "yaml/entry.h"
#include "yaml/gap.h"
#include "yaml/scalar.h"

#include <string.h>
#include <yaml.h>

#define KEYS_WALKED 16 /* keys compared one by one before hashing */

struct loader {
	struct tree *t;
	const struct load_options *options;
	yaml_parser_t parser;
	yaml_event_t event; /* the current one; always valid to delete */
	const char *s; /* the text, len bytes, at tree offset off */
	size_t len, off;
	size_t pos; /* end of what is owned */
	size_t index, byte; /* one place in characters and in bytes */
	bool ascii;
	unsigned depth, anchors;
	GHashTable *named; /* anchor -> entry, of this document */
	GError **error;
};

/* Where a mapping's keys have been seen. */
struct keys {
	GHashTable *seen;
	unsigned n;
	uint64_t bits; /* one for each key's hash: most are new at a glance */
};

static bool node(struct loader *l, uint32_t e);

/* Line and column as people count, from a byte offset: libyaml's own marks
 * are missing for bytes it cannot read. */
static struct mark mark_at(const struct loader *l, size_t at)
{
	struct mark m = { 1, 1 };

	for (size_t i = 0; i < at && i < l->len;) {
		size_t eol = gap_break(l->s, i, l->len);

		if (eol && l->s[i] != '\xc2' && l->s[i] != '\xe2') {
			m.line++;
			m.column = 1;
		} else {
			m.column += ((unsigned char)l->s[i] & 0xc0) != 0x80;
			eol = 1;
		}
		i += eol;
	}
	return m;
}

static bool fail(struct loader *l, enum tree_error code, size_t at,
		 const char *message)
{
	if (l->options->where)
		*l->options->where = mark_at(l, at);
	g_set_error_literal(l->error, TREE_ERROR, code, message);
	return false;
}

/* Bytes before a mark, from libyaml's count of characters. */
static size_t byte_at(struct loader *l, size_t index)
{
	if (l->ascii)
		return MIN(index, l->len);
	while (l->index < index && l->byte < l->len) {
		l->index++;
		do
			l->byte++;
		while (l->byte < l->len && (l->s[l->byte] & 0xc0) == 0x80);
	}
	while (l->index > index && l->byte > 0) {
		l->index--;
		do
			l->byte--;
		while (l->byte > 0 && (l->s[l->byte] & 0xc0) == 0x80);
	}
	return l->byte;
}

static size_t event_start(struct loader *l)
{
	return byte_at(l, l->event.start_mark.index);
}

static size_t event_end(struct loader *l)
{
	return byte_at(l, l->event.end_mark.index);
}

static bool parser_error(struct loader *l)
{
	const yaml_parser_t *p = &l->parser;
	size_t at = p->problem_mark.index || p->error != YAML_READER_ERROR
			    ? byte_at(l, p->problem_mark.index)
			    : p->problem_offset;
	g_autofree char *message = NULL;

	if (p->error == YAML_MEMORY_ERROR)
		message = g_strdup("out of memory");
	else if (p->context)
		message = g_strdup_printf("%s %s", p->problem, p->context);
	else
		message = g_strdup(p->problem);
	return fail(l, TREE_ERROR_SYNTAX, at, message);
}

/* What libyaml's depth would cost without a bound is quadratic; events stream
 * out as it descends, so counting them here is enough. */
static bool within_limits(struct loader *l)
{
	const struct tree_limits *most = l->options->limits;

	switch (l->event.type) {
	case YAML_MAPPING_START_EVENT:
	case YAML_SEQUENCE_START_EVENT:
		if (++l->depth > most->depth)
			return fail(l, TREE_ERROR_LIMIT, event_start(l),
				    "nested too deeply");
		break;
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		l->depth--;
		break;
	case YAML_SCALAR_EVENT:
		if (l->event.data.scalar.length > most->scalar)
			return fail(l, TREE_ERROR_LIMIT, event_start(l),
				    "text too long");
		break;
	default:
		break;
	}
	return true;
}

static bool advance(struct loader *l)
{
	yaml_event_delete(&l->event);
	if (!yaml_parser_parse(&l->parser, &l->event)) {
		memset(&l->event, 0, sizeof(l->event));
		return parser_error(l);
	}
	return within_limits(l);
}

/* The text from POS to TO is part P of entry E, and POS moves there; never
 * backwards. */
static void own(struct loader *l, uint32_t e, enum part p, size_t to)
{
	struct text *text = &entry(l->t, e)->text;
	uint32_t here = (uint32_t)(l->off + l->pos);

	if (p == CLOSE || (p == TAIL && !text->len[CLOSE]))
		text->foot = here;
	text->len[p] = 0;
	if (to > l->pos) {
		text->len[p] = (uint32_t)(to - l->pos);
		l->pos = to;
	}
}

static struct text *text_of(struct loader *l, uint32_t e)
{
	return &entry(l->t, e)->text;
}

static int properties(const yaml_char_t *anchor, const yaml_char_t *tag)
{
	return (anchor != NULL) + (tag != NULL);
}

/* An alias in entry E. One of nothing is an error that the event interface
 * does not report. */
static bool meet_alias(struct loader *l, uint32_t e, uint32_t *of)
{
	const char *name = (const char *)l->event.data.alias.anchor;
	gpointer target;

	if (!g_hash_table_lookup_extended(l->named, name, NULL, &target))
		return fail(l, TREE_ERROR_SYNTAX, event_start(l),
			    "found an alias of nothing");
	g_array_append_vals(l->t->aliases,
			    &(struct alias){ e, GPOINTER_TO_UINT(target) }, 1);
	*of = GPOINTER_TO_UINT(target);
	return true;
}

static bool meet_anchor(struct loader *l, const yaml_char_t *anchor, uint32_t e)
{
	if (!anchor)
		return true;
	if (++l->anchors > l->options->limits->anchors)
		return fail(l, TREE_ERROR_LIMIT, event_start(l),
			    "too many anchors");
	g_hash_table_replace(l->named, g_strdup((const char *)anchor),
			     GUINT_TO_POINTER(e));
	return true;
}

static const yaml_char_t *event_anchor(const yaml_event_t *event)
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

/* A key that is a collection: one opaque slice, hashed by its events. */
static bool opaque_key(struct loader *l, uint32_t e, size_t *end,
		       uint64_t *hash)
{
	unsigned depth = l->depth - 1;
	uint32_t target;

	*end = l->pos;
	for (;;) {
		struct event_hash h = event_hash(&l->event);

		*hash = *hash * 31 + h.value + h.meta;
		if (!meet_anchor(l, event_anchor(&l->event), 0))
			return false;
		if (l->event.type == YAML_ALIAS_EVENT &&
		    !meet_alias(l, e, &target))
			return false;
		if (l->event.start_mark.index != l->event.end_mark.index)
			*end = MAX(*end, event_end(l));
		if (l->depth == depth)
			return true;
		if (!advance(l))
			return false;
	}
}

/* The key of a pair whose lead is already owned. */
static bool key(struct loader *l, uint32_t e)
{
	struct text *text = text_of(l, e);
	size_t end = event_end(l);
	uint32_t target;

	switch (l->event.type) {
	case YAML_SCALAR_EVENT:
		text->key_hash =
			tree_hash((const char *)l->event.data.scalar.value,
				  l->event.data.scalar.length);
		if (!meet_anchor(l, event_anchor(&l->event), 0))
			return false;
		break;
	case YAML_ALIAS_EVENT:
		text->flags |= TEXT_OPAQUE;
		text->key_hash = event_hash(&l->event).value;
		if (!meet_alias(l, e, &target))
			return false;
		break;
	default:
		text->flags |= TEXT_OPAQUE;
		text->key_hash = event_hash(&l->event).value;
		if (!opaque_key(l, e, &end, &text->key_hash))
			return false;
	}
	own(l, e, KEY, end);
	return true;
}

static bool key_seen(struct loader *l, struct keys *keys, uint32_t up,
		     uint64_t hash)
{
	uint64_t bit = (uint64_t)1 << (hash & 63);
	bool new = !(keys->bits & bit);

	keys->bits |= bit;
	if (keys->n++ < KEYS_WALKED) {
		if (new)
			return false;
		for (uint32_t e = entry(l->t, up)->last; e;
		     e = entry(l->t, e)->prev)
			if (text_of(l, e)->key_hash == hash)
				return true;
		return false;
	}
	if (!keys->seen) {
		keys->seen = g_hash_table_new_full(g_int64_hash, g_int64_equal,
						   g_free, NULL);
		for (uint32_t e = entry(l->t, up)->first; e;
		     e = entry(l->t, e)->next)
			g_hash_table_add(keys->seen,
					 g_memdup2(&text_of(l, e)->key_hash,
						   sizeof(hash)));
	}
	return !g_hash_table_add(keys->seen, g_memdup2(&hash, sizeof(hash)));
}

/* Past `-`, `?` or `:` if that is the next thing behind the gap; else FROM. */
static size_t past(struct loader *l, size_t from, char indicator)
{
	size_t at = gap_skip(l->s, from, l->len);

	return at < l->len && l->s[at] == indicator ? at + 1 : from;
}

/* Where the node of the current event really starts: libyaml puts a missing
 * value or key at the next token, AFTER being where its indicator ends. */
static size_t node_start(struct loader *l, size_t after)
{
	size_t start = event_start(l);

	if (l->event.type == YAML_SCALAR_EVENT && start == event_end(l))
		return after;
	return MAX(start, after);
}

static bool starts_block_collection(const yaml_event_t *event)
{
	return (event->type == YAML_MAPPING_START_EVENT &&
		event->data.mapping_start.style != YAML_FLOW_MAPPING_STYLE) ||
	       (event->type == YAML_SEQUENCE_START_EVENT &&
		event->data.sequence_start.style != YAML_FLOW_SEQUENCE_STYLE);
}

/* The separator: from POS (just behind the key, or at the dash) over the
 * indicator that ends at AFTER, up to the value. A block collection that
 * starts on a later line leaves what stands there to its first child. */
static void separator(struct loader *l, uint32_t e, size_t after)
{
	size_t start = node_start(l, after);

	if (starts_block_collection(&l->event) && !event_anchor(&l->event) &&
	    event_start(l) == start) {
		size_t line = gap_rest_of_line(l->s, after, l->len);

		if (line > after && line <= start)
			start = line;
	}
	own(l, e, SEP, start);
}

/* The end of a block scalar without the blank lines that follow it, unless
 * they are kept (+) and so part of it. */
static size_t block_scalar_end(struct loader *l, uint32_t e, size_t start,
			       size_t end)
{
	const struct text *text = text_of(l, e);
	size_t header = start, indent = 0, at;

	while (header < end && !gap_break(l->s, header, end)) {
		if (l->s[header] == '#')
			break;
		if (l->s[header] == '+')
			return end;
		if (g_ascii_isdigit(l->s[header]))
			indent = text->col +
				 (size_t)g_ascii_digit_value(l->s[header]);
		header++;
	}
	while (header < end && !gap_break(l->s, header, end))
		header++;
	header += gap_break(l->s, header, end);
	for (at = header; !indent && at < end;) {
		size_t content = at;

		while (content < end && l->s[content] == ' ')
			content++;
		if (!gap_break(l->s, content, end))
			indent = content - at;
		while (at < end && !gap_break(l->s, at, end))
			at++;
		at += gap_break(l->s, at, end);
	}
	while (end > header) {
		size_t eol = gap_break_before(l->s, header, end);
		size_t line = gap_line_start(l->s, header, end - eol);
		size_t content = line;

		while (content < end && l->s[content] == ' ')
			content++;
		if (!eol || content != end - eol || content - line > indent)
			break;
		end = line;
	}
	return end;
}

/* What is left of the entry behind its value: its tail. In block style that is
 * the rest of its line, in flow style its comma, and the rest of the line if
 * nothing else stands there; a [a: b] pair leaves the comma to its item. */
static void finish(struct loader *l, uint32_t up, uint32_t e)
{
	struct text *text = text_of(l, e);
	bool block_collection =
		!(text->flags & TEXT_FLOW) &&
		(text->kind == KIND_MAPPING || text->kind == KIND_SEQUENCE);
	size_t end = l->pos;

	if (text->flags & TEXT_IN_FLOW && !has(l->t, up, TEXT_IMPLICIT))
		end = gap_rest_of_line(l->s, past(l, l->pos, ','), l->len);
	else if (!(text->flags & TEXT_IN_FLOW) && !block_collection &&
		 text->style < STYLE_LITERAL)
		end = gap_rest_of_line(l->s, l->pos, l->len);
	own(l, e, TAIL, end);
}

/* The N properties of a value that stands from START to END. */
static bool set_props(struct loader *l, uint32_t e, size_t start, size_t end,
		      int n)
{
	size_t len = gap_properties(l->s, start, end, n) - start;

	if (len > UINT16_MAX)
		return fail(l, TREE_ERROR_LIMIT, start, "a tag too long");
	text_of(l, e)->props = (uint16_t)len;
	return true;
}

static bool scalar(struct loader *l, uint32_t e)
{
	struct text *text = text_of(l, e);
	size_t start = l->pos, end = MAX(event_end(l), start);
	struct event_hash h = event_hash(&l->event);
	int n = properties(l->event.data.scalar.anchor,
			   l->event.data.scalar.tag);

	text->kind = KIND_SCALAR;
	text->style = scalar_style(l->event.data.scalar.style);
	text->value_hash = h.value;
	text->meta = h.meta;
	if (event_is_blank(&l->event))
		text->flags |= TEXT_BLANK;
	if (event_start(l) == event_end(l))
		end = start;
	if (text->style >= STYLE_LITERAL)
		end = block_scalar_end(l, e, start, end);
	own(l, e, VAL, end);
	return set_props(l, e, start, end, n) &&
	       meet_anchor(l, l->event.data.scalar.anchor, e);
}

static bool alias(struct loader *l, uint32_t e)
{
	struct text *text = text_of(l, e);
	struct event_hash h = event_hash(&l->event);

	text->kind = KIND_ALIAS;
	text->value_hash = h.value;
	text->meta = h.meta;
	own(l, e, VAL, event_end(l));
	return meet_alias(l, e, &text->target);
}

static bool at_end(const struct loader *l)
{
	return l->event.type == YAML_MAPPING_END_EVENT ||
	       l->event.type == YAML_SEQUENCE_END_EVENT;
}

static uint32_t child(struct loader *l, uint32_t up, bool pair)
{
	uint32_t e = tree_new_entry(l->t);

	text_of(l, e)->head = (uint32_t)(l->off + l->pos);
	text_of(l, e)->flags =
		(uint8_t)((pair ? TEXT_PAIR : 0) |
			  (text_of(l, up)->flags & TEXT_FLOW ? TEXT_IN_FLOW
							     : 0));
	return e;
}

/* Hang a finished entry under its parent, last. */
static void adopt(struct loader *l, uint32_t up, uint32_t e)
{
	tree_count(l->t, e);
	tree_link(l->t, e, up, entry(l->t, up)->last);
}

static uint16_t column(size_t columns)
{
	return (uint16_t)MIN(columns, COLUMN_MOST);
}

/* The column of a position in the text, in code points. */
static uint16_t column_at(const struct loader *l, size_t at)
{
	size_t columns = 0;

	for (size_t i = gap_line_start(l->s, 0, at); i < at; i++)
		columns += (l->s[i] & 0xc0) != 0x80;
	return column(columns);
}

/* The lead of a pair, up to its key. A pair stands in the column of its '?',
 * or of its ':' where the key is missing. */
static void pair_lead(struct loader *l, uint32_t e)
{
	size_t first = gap_skip(l->s, l->pos, l->len);
	size_t start = past(l, l->pos, '?');
	struct text *text = text_of(l, e);

	if (start > l->pos && l->event.type == YAML_SCALAR_EVENT &&
	    event_start(l) < start)
		start = l->pos; /* a key that begins with '?': ?a: b */
	start = node_start(l, MAX(start, first));
	text->col = start == event_start(l) && start == first
			    ? column(l->event.start_mark.column)
			    : column_at(l, first);
	own(l, e, LEAD, start);
}

static bool pair(struct loader *l, uint32_t up, struct keys *keys)
{
	uint32_t e = child(l, up, true);
	size_t colon;

	pair_lead(l, e);
	if (!key(l, e) || !advance(l))
		return false;
	if (key_seen(l, keys, up, text_of(l, e)->key_hash))
		text_of(l, e)->flags |= TEXT_DUPLICATE;
	colon = past(l, l->pos, ':');
	if (colon == l->pos)
		text_of(l, e)->flags |= TEXT_BARE;
	separator(l, e, colon);
	if (!node(l, e))
		return false;
	finish(l, up, e);
	adopt(l, up, e);
	return true;
}

static bool item(struct loader *l, uint32_t up)
{
	uint32_t e = child(l, up, false);
	size_t dash = gap_skip(l->s, l->pos, l->len);

	if (text_of(l, e)->flags & TEXT_IN_FLOW) {
		text_of(l, e)->col = column(l->event.start_mark.column);
		own(l, e, LEAD, event_start(l));
	} else {
		text_of(l, e)->col = column_at(l, dash);
		own(l, e, LEAD, dash);
		separator(l, e, dash + 1);
	}
	if (!node(l, e))
		return false;
	finish(l, up, e);
	adopt(l, up, e);
	return true;
}

static bool children(struct loader *l, uint32_t e)
{
	bool mapping = text_of(l, e)->kind == KIND_MAPPING;
	struct keys keys = { 0 };
	bool good = true;

	while (good && !at_end(l)) {
		good = mapping ? pair(l, e, &keys) : item(l, e);
		good = good && advance(l);
	}
	if (keys.seen)
		g_hash_table_unref(keys.seen);
	return good;
}

/* Comments after the last child that are indented as it is belong to the
 * collection; what is indented less, to what follows. */
static size_t foot(struct loader *l, uint32_t e)
{
	uint32_t first = entry(l->t, e)->first;
	const struct text *own_text = text_of(l, e);
	bool dash_at_key = own_text->flags & TEXT_PAIR &&
			   own_text->kind == KIND_SEQUENCE && first &&
			   text_of(l, first)->col == own_text->col;
	size_t least = first ? text_of(l, first)->col + dash_at_key : 0;
	size_t next = event_start(l), end = l->pos, at = l->pos;

	while (at < next) {
		size_t text = gap_blanks(l->s, at, next);
		size_t line = gap_rest_of_line(l->s, at, next);

		if (line == at)
			break;
		if (l->s[text] == '#') {
			if (text - at < least)
				break;
			end = line;
		}
		at = line;
	}
	return end;
}

/* The value slice of a block collection: its properties and the rest of their
 * line, if there are any. */
static void block_opening(struct loader *l, uint32_t e, int n)
{
	size_t end = gap_properties(l->s, l->pos, l->len, n);

	if (n)
		own(l, e, VAL, gap_rest_of_line(l->s, end, l->len));
}

static bool collection(struct loader *l, uint32_t e)
{
	bool mapping = l->event.type == YAML_MAPPING_START_EVENT;
	bool flow = !starts_block_collection(&l->event);
	const yaml_char_t *anchor = event_anchor(&l->event);
	int n = properties(anchor, mapping ? l->event.data.mapping_start.tag
					   : l->event.data.sequence_start.tag);
	struct event_hash h = event_hash(&l->event);
	size_t start = l->pos;

	text_of(l, e)->kind = mapping ? KIND_MAPPING : KIND_SEQUENCE;
	text_of(l, e)->value_hash = h.value;
	text_of(l, e)->meta = h.meta;
	if (!meet_anchor(l, anchor, e))
		return false;
	if (flow) {
		text_of(l, e)->flags |= TEXT_FLOW;
		own(l, e, VAL, event_end(l));
		if (l->pos == start || l->s[l->pos - 1] == '?')
			text_of(l, e)->flags |= TEXT_IMPLICIT;
	} else {
		block_opening(l, e, n);
	}
	if (!set_props(l, e, start, l->pos, n))
		return false;
	if (!advance(l) || !children(l, e))
		return false;
	own(l, e, CLOSE, flow ? event_end(l) : foot(l, e));
	return true;
}

/* The node of the current event is the value of E, at POS; afterwards the
 * current event is the node's last. */
static bool node(struct loader *l, uint32_t e)
{
	switch (l->event.type) {
	case YAML_SCALAR_EVENT:
		return scalar(l, e);
	case YAML_ALIAS_EVENT:
		return alias(l, e);
	default:
		return collection(l, e);
	}
}

/* A document: its header is the separator, its root node the value. */
static bool document(struct loader *l, uint32_t up)
{
	uint32_t e = child(l, up, false);
	bool explicit = !l->event.data.document_start.implicit;
	struct text *text;

	g_hash_table_remove_all(l->named);
	if (explicit) {
		size_t end = event_end(l);

		own(l, e, LEAD, event_start(l));
		if (!advance(l))
			return false;
		separator(l, e, end);
	} else {
		if (!advance(l))
			return false;
		if (!starts_block_collection(&l->event) ||
		    event_anchor(&l->event))
			own(l, e, LEAD, event_start(l));
	}
	if (!node(l, e))
		return false;
	finish(l, up, e);
	if (!advance(l))
		return false;
	text = text_of(l, e);
	if (!l->event.data.document_end.implicit) {
		size_t start = l->pos - text->len[TAIL];

		l->pos = start;
		own(l, e, TAIL, gap_rest_of_line(l->s, event_end(l), l->len));
	}
	adopt(l, up, e);
	return true;
}

static bool stream(struct loader *l, uint32_t up)
{
	if (!advance(l)) /* STREAM-START */
		return false;
	if (!advance(l))
		return false;
	while (l->event.type == YAML_DOCUMENT_START_EVENT)
		if (!document(l, up) || !advance(l))
			return false;
	own(l, up, CLOSE, l->len);
	tree_count(l->t, up);
	return true;
}

static bool is_ascii(const char *s, size_t len)
{
	uint64_t all = 0, word;

	for (; len >= sizeof(word); s += sizeof(word), len -= sizeof(word)) {
		memcpy(&word, s, sizeof(word));
		all |= word;
	}
	while (len)
		all |= (unsigned char)s[--len];
	return !(all & 0x8080808080808080u);
}

bool load_text(struct tree *t, uint32_t off, uint32_t len, uint32_t up,
	       const struct load_options *options, GError **error)
{
	struct loader l = {
		.t = t,
		.options = options,
		.error = error,
		.off = off,
		.len = len,
		.s = len ? bytes(t, (struct slice){ off, len }) : "",
	};
	bool good;

	l.ascii = is_ascii(l.s, len);
	l.named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (!yaml_parser_initialize(&l.parser))
		g_error("out of memory");
	yaml_parser_set_encoding(&l.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&l.parser, (const unsigned char *)l.s,
				     len);
	good = stream(&l, up);
	yaml_event_delete(&l.event);
	yaml_parser_delete(&l.parser);
	g_hash_table_unref(l.named);
	return good;
}
