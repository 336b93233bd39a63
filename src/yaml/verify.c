/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The last look before a save: does the new text read back as this tree?
 *
 * libyaml's events of the text and the entries of the tree are walked in
 * lock-step; kinds, keys, values, order and the number of documents must
 * agree, and every alias must name something.
 */
#include "yaml/scalar.h"

#include <string.h>

struct verifier {
	const struct tree *t;
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
	return v->event.type != YAML_ALIAS_EVENT ||
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

	*hash = event_hash(&v->event).value;
	if (!is_start(&v->event))
		return names_hold(v);
	for (;;) {
		struct event_hash h = event_hash(&v->event);

		*hash = *hash * 31 + h.value + h.meta;
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

	for (uint32_t c = entry(v->t, e)->first; c; c = entry(v->t, c)->next) {
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

/* The current event and those below it must be the value of E. */
static bool verify_node(struct verifier *v, uint32_t e)
{
	const struct text *text = &entry(v->t, e)->text;
	struct event_hash h = event_hash(&v->event);

	if (kind_of(&v->event) != (enum kind)text->kind ||
	    h.value != text->value_hash || h.meta != text->meta ||
	    !names_hold(v))
		return false;
	if (!is_start(&v->event))
		return true;
	return ++v->depth <= v->t->limits.depth && verify_children(v, e) &&
	       v->depth--;
}

static bool verify_stream(struct verifier *v)
{
	uint32_t e = entry(v->t, ENTRY_STREAM)->first;

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

bool tree_verify(const struct tree *t, const char *bytes, size_t len,
		 GError **error)
{
	size_t bom = len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	struct verifier v = { .t = t };
	bool good;

	v.anchors =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (!yaml_parser_initialize(&v.parser))
		g_error("out of memory");
	yaml_parser_set_encoding(&v.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&v.parser,
				     (const unsigned char *)bytes + bom,
				     len - bom);
	good = verify_stream(&v);
	if (!good)
		g_set_error(error, TREE_ERROR, TREE_ERROR_VERIFY,
			    "line %zu would not read back as meant",
			    v.event.start_mark.line + 1);
	yaml_event_delete(&v.event);
	yaml_parser_delete(&v.parser);
	g_hash_table_unref(v.anchors);
	return good;
}
