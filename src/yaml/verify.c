/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Does a text read as the tree has it?  The last look before a save, and the
 * last word on every edit.
 *
 * libyaml's events of the text and the entries of the tree are walked in
 * lock-step; kinds, keys, values, order and the number of documents must
 * agree, and every alias must name something.  An edit is proved by the small
 * text around it alone, so that it costs the same in a long one.
 */
#include "yaml/gap.h"
#include "yaml/place.h"
#include "yaml/scalar.h"
#include "yaml/seam.h"

#include <string.h>

#define AROUND 2048 /* bytes that are proved with an edit, where it is small */
#define TOO_LONG (256 << 10) /* to be proved before it is saved */

struct verifier {
	const struct tree *t;
	bool part; /* of a document: what names what is not known */
	yaml_parser_t parser;
	yaml_event_t event;
	GHashTable *anchors;
	unsigned depth;
};

static bool verify_node(struct verifier *v, uint32_t e);

static bool advance(struct verifier *v)
{
	yaml_event_delete(&v->event);
	if (yaml_parser_parse(&v->parser, &v->event))
		return true;
	memset(&v->event, 0, sizeof(v->event));
	return false;
}

/* Anchors are remembered and aliases looked up: libyaml's events do neither. */
static bool names_hold(struct verifier *v)
{
	const yaml_char_t *anchor = event_anchor(&v->event);

	if (anchor)
		g_hash_table_add(v->anchors, g_strdup((const char *)anchor));
	return v->event.type != YAML_ALIAS_EVENT || v->part ||
	       g_hash_table_contains(v->anchors, v->event.data.alias.anchor);
}

static bool is_end(const yaml_event_t *event)
{
	return event->type == YAML_MAPPING_END_EVENT ||
	       event->type == YAML_SEQUENCE_END_EVENT;
}

static bool is_start(const yaml_event_t *event)
{
	return event->type == YAML_MAPPING_START_EVENT ||
	       event->type == YAML_SEQUENCE_START_EVENT;
}

/* The hash of the key at the current event, which moves to the key's last. */
static bool hash_key(struct verifier *v, uint64_t *hash)
{
	unsigned depth = 0;

	*hash = event_hash(&v->event);
	if (!is_start(&v->event))
		return names_hold(v);
	for (;;) {
		*hash = *hash * 31 + event_hash(&v->event) +
			event_meta(&v->event);
		if (!names_hold(v))
			return false;
		depth += is_start(&v->event);
		depth -= is_end(&v->event);
		if (!depth)
			return true;
		if (!advance(v))
			return false;
	}
}

static enum kind kind_of(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return KIND_SCALAR;
	case YAML_ALIAS_EVENT:
		return KIND_ALIAS;
	case YAML_SEQUENCE_START_EVENT:
		return KIND_SEQUENCE;
	case YAML_MAPPING_START_EVENT:
		return KIND_MAPPING;
	default:
		return KIND_NONE;
	}
}

static bool verify_children(struct verifier *v, uint32_t e)
{
	bool mapping = entry(v->t, e)->text.kind == KIND_MAPPING;

	for (uint32_t c = tree_first(v->t, e); c; c = entry(v->t, c)->next) {
		uint64_t hash;

		if (!advance(v))
			return false;
		if (mapping &&
		    (is_end(&v->event) || !hash_key(v, &hash) ||
		     hash != entry(v->t, c)->text.key_hash || !advance(v)))
			return false;
		if (!verify_node(v, c))
			return false;
	}
	return advance(v) && is_end(&v->event);
}

/* Whether the current event says what entry E says, and is plain text that
 * some reader may take for a number or the like only where E is. */
static bool says(const struct verifier *v, uint32_t e)
{
	const yaml_event_t *event = &v->event;
	bool plain = entry(v->t, e)->text.style == STYLE_PLAIN;
	g_autofree char *text = NULL;

	if (event->type == YAML_ALIAS_EVENT) {
		text = tree_part(v->t, e, VAL);
		return strcmp(text + 1,
			      (const char *)event->data.alias.anchor) == 0;
	}
	if (event->type != YAML_SCALAR_EVENT)
		return true;
	text = scalar_read(v->t, e);
	return strcmp(text, (const char *)event->data.scalar.value) == 0 &&
	       (scalar_is_text(text) ||
		plain == (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE));
}

/* The current event and those below it must be the value of E. */
static bool verify_node(struct verifier *v, uint32_t e)
{
	const struct text *text = &entry(v->t, e)->text;

	if (kind_of(&v->event) != (enum kind)text->kind ||
	    event_meta(&v->event) != text->meta || !says(v, e) ||
	    !names_hold(v))
		return false;
	if (!is_start(&v->event))
		return true;
	return ++v->depth <= v->t->limits.depth && verify_children(v, e) &&
	       v->depth--;
}

static bool verify_stream(struct verifier *v)
{
	uint32_t e = tree_first(v->t, ENTRY_STREAM);

	if (!advance(v))
		return false;
	for (; e; e = entry(v->t, e)->next) {
		g_hash_table_remove_all(v->anchors);
		if (!advance(v) || v->event.type != YAML_DOCUMENT_START_EVENT ||
		    !advance(v) || !verify_node(v, e) || !advance(v))
			return false;
	}
	return advance(v) && v->event.type == YAML_STREAM_END_EVENT;
}

static void begin(struct verifier *v, const char *bytes, size_t len)
{
	v->anchors =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (!yaml_parser_initialize(&v->parser))
		g_error("out of memory");
	yaml_parser_set_encoding(&v->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&v->parser, (const unsigned char *)bytes,
				     len);
}

static void end(struct verifier *v)
{
	yaml_event_delete(&v->event);
	yaml_parser_delete(&v->parser);
	g_hash_table_unref(v->anchors);
}

bool tree_verify(const struct tree *t, const char *bytes, size_t len,
		 GError **error)
{
	size_t bom = gap_order_mark(bytes, 0, len);
	struct verifier v = { .t = t };
	bool good;

	begin(&v, bytes + bom, len - bom);
	good = verify_stream(&v);
	if (!good)
		g_set_error(error, TREE_ERROR, TREE_ERROR_VERIFY,
			    "line %zu would not read back as meant",
			    v.event.start_mark.line + 1);
	end(&v);
	return good;
}

/* Whether the text of E starts a line in block style, so that it reads by
 * itself. */
static bool stands_alone(const struct tree *t, uint32_t e)
{
	return entry(t, e)->up == ENTRY_STREAM ||
	       (!has(t, e, TEXT_IN_FLOW) && !place_on_parents_line(t, e));
}

/* The largest entry around E that stands alone and is small, or the smallest
 * that stands alone. */
static uint32_t around(const struct tree *t, uint32_t e)
{
	uint32_t best = 0;

	for (; e != ENTRY_STREAM; e = entry(t, e)->up) {
		if (best && tree_size(t, e) > AROUND)
			break;
		if (stands_alone(t, e))
			best = e;
	}
	return best;
}

/* The text of E with the directives that its tags need, and what follows it
 * up to where its next sibling would stand: there a sibling is put that must
 * be found again (*MARKED; not behind a last line that has no end). */
static GString *text_around(const struct tree *t, uint32_t e, bool *marked)
{
	GString *text = g_string_new(NULL);
	uint32_t document = e;
	struct slice sep;

	while (entry(t, document)->up != ENTRY_STREAM)
		document = entry(t, document)->up;
	sep = text_part(&entry(t, document)->text, SEP);
	if (document != e && sep.len && *bytes(t, sep) == '%')
		g_string_append_len(text, bytes(t, sep), sep.len);
	tree_emit_entry(t, e, text);
	*marked = document != e && gap_break_before(text->str, 0, text->len);
	if (*marked) {
		g_autofree char *gap = seam_gap(t, e);

		g_string_append_len(text, gap,
				    (gssize)gap_line_start(gap, 0,
							   strlen(gap)));
		g_string_append_printf(text, "%*s%s\n",
				       (int)entry(t, e)->text.col, "",
				       has(t, e, TEXT_PAIR) ? "\"\\x01\": end"
							    : "- end");
	}
	return text;
}

static bool is_scalar(struct verifier *v)
{
	return advance(v) && v->event.type == YAML_SCALAR_EVENT;
}

static bool verify_part(struct verifier *v, uint32_t e, bool marked)
{
	bool document = entry(v->t, e)->up == ENTRY_STREAM;
	bool pair = has(v->t, e, TEXT_PAIR);
	uint64_t hash;

	if (!advance(v) || !advance(v) ||
	    v->event.type != YAML_DOCUMENT_START_EVENT || !advance(v))
		return false;
	if (document)
		return verify_node(v, e) && advance(v);
	if (!is_start(&v->event) || !advance(v))
		return false;
	if (pair && (!hash_key(v, &hash) ||
		     hash != entry(v->t, e)->text.key_hash || !advance(v)))
		return false;
	if (!verify_node(v, e))
		return false;
	if (marked && (!is_scalar(v) || (pair && !is_scalar(v))))
		return false;
	return advance(v) && is_end(&v->event);
}

/* Whether a line begins with a byte order mark: libyaml counts it as a column
 * that nobody sees, so what is read by itself may stand elsewhere. */
static bool has_order_mark(const char *s, size_t len)
{
	for (size_t pos = 0; pos < len; pos++) {
		if (gap_order_mark(s, pos, len))
			return true;
		while (pos < len && !gap_break(s, pos, len))
			pos++;
	}
	return false;
}

bool verify_around(const struct tree *t, uint32_t e)
{
	uint32_t part = around(t, e);
	struct verifier v = { .t = t, .part = true };
	GString *text;
	bool marked, good;

	if (tree_size(t, part) > TOO_LONG)
		return true;
	text = text_around(t, part, &marked);
	begin(&v, text->str, text->len);
	good = !has_order_mark(text->str, text->len) &&
	       verify_part(&v, part, marked);
	end(&v);
	g_string_free(text, TRUE);
	return good;
}
