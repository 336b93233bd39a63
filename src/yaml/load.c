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
#include "yaml/block.h"
#include "yaml/entry.h"
#include "yaml/gap.h"
#include "yaml/loader.h"
#include "yaml/scalar.h"
#include "yaml/word.h"

#include <string.h>

static bool node(struct loader *l, uint32_t e);

static struct text *text_of(struct loader *l, uint32_t e)
{
	return &entry(l->t, e)->text;
}

static int properties(const yaml_char_t *anchor, const yaml_char_t *tag)
{
	return (anchor != NULL) + (tag != NULL);
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
	size_t start = l->start;

	if (l->event.type == YAML_SCALAR_EVENT && start == l->end)
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
	    l->start == start) {
		size_t line = gap_rest_of_line(l->s, after, l->len);

		if (line > after && line <= start)
			start = line;
	}
	loader_own(l, e, SEP, start);
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
	loader_own(l, e, TAIL, end);
}

/* The N properties of a value that stands from START to END; most have none. */
static bool set_props(struct loader *l, uint32_t e, size_t start, size_t end,
		      int n)
{
	size_t len;

	if (!n)
		return true;
	len = gap_properties(l->s, start, end, n) - start;
	if (len > UINT16_MAX)
		return loader_fail(l, TREE_ERROR_LIMIT, start,
				   "a tag too long");
	text_of(l, e)->props = (uint16_t)len;
	text_of(l, e)->meta = event_meta(&l->event);
	return true;
}

static bool scalar(struct loader *l, uint32_t e)
{
	struct text *text = text_of(l, e);
	size_t start = l->pos, end = MAX(l->end, start);
	int n = properties(l->event.data.scalar.anchor,
			   l->event.data.scalar.tag);

	text->kind = KIND_SCALAR;
	text->style = scalar_style(l->event.data.scalar.style);
	if (event_is_blank(&l->event))
		text->flags |= TEXT_BLANK;
	if (l->start == l->end)
		end = start;
	if (!set_props(l, e, start, end, n))
		return false;
	if (text->style >= STYLE_LITERAL) {
		size_t block = gap_skip(l->s, start + text->props, end);

		end = block +
		      block_length(l->s + block, end - block, text->col);
	}
	loader_own(l, e, VAL, end);
	return loader_anchor(l, l->event.data.scalar.anchor, e);
}

static bool alias(struct loader *l, uint32_t e)
{
	struct text *text = text_of(l, e);

	text->kind = KIND_ALIAS;
	text->meta = event_meta(&l->event);
	loader_own(l, e, VAL, l->end);
	return loader_alias(l, e);
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

/* The sums over a collection are what is walked over from its first byte to
 * its last. Meanwhile its lines are those before it. */
static void begin_sums(struct loader *l, uint32_t e)
{
	size_t start = text_of(l, e)->head - l->off;

	tree_branch(l->t, e)->lines = loader_lines(l, start);
}

static void end_sums(struct loader *l, uint32_t e)
{
	struct branch *b = tree_branch(l->t, e);

	b->bytes = (uint32_t)(l->off + l->pos) - text_of(l, e)->head;
	b->lines = loader_lines(l, l->pos) - b->lines;
}

/* Hang a finished entry under its parent, last. */
static void adopt(struct loader *l, uint32_t up, uint32_t e)
{
	tree_hang(l->t, e, up, tree_last(l->t, up));
	l->owned += text_size(text_of(l, e));
	if (entry(l->t, e)->branch)
		end_sums(l, e);
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
	size_t start =
		first < l->len && l->s[first] == '?' ? first + 1 : l->pos;
	struct text *text = text_of(l, e);

	if (start > l->pos && l->event.type == YAML_SCALAR_EVENT &&
	    l->start < start)
		start = l->pos; /* a key that begins with '?': ?a: b */
	start = node_start(l, MAX(start, first));
	text->col = start == l->start && start == first
			    ? column(l->event.start_mark.column)
			    : column_at(l, first);
	loader_own(l, e, LEAD, start);
}

/* Past the colon behind a key. In block style a blank follows it; else it
 * begins the next key. */
static size_t past_colon(struct loader *l, uint32_t e)
{
	size_t colon = past(l, l->pos, ':');
	bool ends = colon == l->len || l->s[colon] == ' ' ||
		    l->s[colon] == '\t' || gap_break(l->s, colon, l->len);

	return ends || has(l->t, e, TEXT_IN_FLOW) ? colon : l->pos;
}

static bool pair(struct loader *l, uint32_t up, struct keys *keys)
{
	uint32_t e = child(l, up, true);
	size_t colon;

	pair_lead(l, e);
	if (!load_key(l, e) || !loader_advance(l))
		return false;
	if (load_key_seen(l, keys, up, text_of(l, e)->key_hash))
		text_of(l, e)->flags |= TEXT_DUPLICATE;
	colon = past_colon(l, e);
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
		loader_own(l, e, LEAD, l->start);
	} else {
		text_of(l, e)->col = column_at(l, dash);
		loader_own(l, e, LEAD, dash);
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
		good = good && loader_advance(l);
	}
	load_keys_clear(&keys);
	return good;
}

/* Comments after the last child that are indented as it is belong to the
 * collection; what is indented less, to what follows. */
static size_t foot(struct loader *l, uint32_t e)
{
	uint32_t first = tree_first(l->t, e);
	const struct text *own_text = text_of(l, e);
	bool dash_at_key = own_text->flags & TEXT_PAIR &&
			   own_text->kind == KIND_SEQUENCE && first &&
			   text_of(l, first)->col == own_text->col;
	size_t least = first ? text_of(l, first)->col + dash_at_key : 0;
	size_t next = l->start, end = l->pos, at = l->pos;

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
		loader_own(l, e, VAL, gap_rest_of_line(l->s, end, l->len));
}

static bool collection(struct loader *l, uint32_t e)
{
	bool mapping = l->event.type == YAML_MAPPING_START_EVENT;
	bool flow = !starts_block_collection(&l->event);
	const yaml_char_t *anchor = event_anchor(&l->event);
	int n = properties(anchor, mapping ? l->event.data.mapping_start.tag
					   : l->event.data.sequence_start.tag);
	size_t start = l->pos;

	text_of(l, e)->kind = mapping ? KIND_MAPPING : KIND_SEQUENCE;
	if (!loader_anchor(l, anchor, e))
		return false;
	if (flow) {
		text_of(l, e)->flags |= TEXT_FLOW;
		loader_own(l, e, VAL, l->end);
		if (l->pos == start || l->s[l->pos - 1] == '?')
			text_of(l, e)->flags |= TEXT_IMPLICIT;
	} else {
		block_opening(l, e, n);
	}
	if (!set_props(l, e, start, l->pos, n))
		return false;
	begin_sums(l, e);
	if (!loader_advance(l) || !children(l, e))
		return false;
	loader_own(l, e, CLOSE, flow ? l->end : foot(l, e));
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
		size_t end = l->end;

		loader_own(l, e, LEAD, l->start);
		if (!loader_advance(l))
			return false;
		separator(l, e, end);
	} else {
		if (!loader_advance(l))
			return false;
		if (!starts_block_collection(&l->event) ||
		    event_anchor(&l->event))
			loader_own(l, e, LEAD, l->start);
	}
	if (!node(l, e))
		return false;
	finish(l, up, e);
	if (!loader_advance(l))
		return false;
	text = text_of(l, e);
	if (!l->event.data.document_end.implicit) {
		size_t start = l->pos - text->len[TAIL];

		l->pos = start;
		loader_own(l, e, TAIL, gap_rest_of_line(l->s, l->end, l->len));
	}
	adopt(l, up, e);
	return true;
}

/* The slices must be the text; if not, nothing may be built on them. They
 * cannot overlap or change places, for each is cut where the last one ended;
 * so none is missing if together they are as long as the text. */
static bool check_tiling(struct loader *l)
{
	return l->owned == l->len ||
	       loader_fail(l, TREE_ERROR_VERIFY, 0,
			   "written in a way that cannot be edited safely");
}

static bool stream(struct loader *l, uint32_t up)
{
	text_of(l, up)->head = (uint32_t)l->off - text_of(l, up)->len[LEAD];
	tree_branch(l->t, up)->lines = 0; /* nothing is before it */
	if (!loader_advance(l)) /* STREAM-START */
		return false;
	if (!loader_advance(l))
		return false;
	while (l->event.type == YAML_DOCUMENT_START_EVENT)
		if (!document(l, up) || !loader_advance(l))
			return false;
	loader_own(l, up, CLOSE, l->len);
	end_sums(l, up);
	l->owned += text_of(l, up)->len[CLOSE];
	return check_tiling(l);
}

static bool is_ascii(const char *s, size_t len)
{
	uint64_t above = 0;

	for (; len >= WORD; len -= WORD, s += WORD)
		above |= word_above_ascii(word_at(s));
	while (len)
		above |= word_above_ascii((unsigned char)s[--len]);
	return !above;
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