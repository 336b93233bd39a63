/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Events into nodes.
 *
 * Where libyaml's marks mislead (they count characters, stand past the blank
 * lines after a block scalar, and never name a dash), the offset is worked
 * out from the bytes.
 */
#include "reading.h"

#include <stdint.h>
#include <string.h>

#define DEEPEST 200

struct reader {
	struct reading *to;
	yaml_parser_t parser;
	GArray *offsets; /* of each code point, and the end */
	size_t pos; /* past what was read last */
	GHashTable *anchors; /* of this document: name to node, borrowed */
};

static bool read_node(struct reader *r, yaml_event_t *event, unsigned depth,
		      struct node **out);

struct node *node_new(enum shape shape, const char *text)
{
	struct node *n = g_new0(struct node, 1);

	n->shape = shape;
	n->text = g_strdup(text);
	n->len = text ? strlen(text) : 0;
	if (shape == SHAPE_MAP || shape == SHAPE_LIST)
		n->kids = g_ptr_array_new_with_free_func(
			(GDestroyNotify)node_free);
	return n;
}

void node_free(struct node *n)
{
	if (!n)
		return;
	if (n->kids)
		g_ptr_array_unref(n->kids);
	g_free(n->text);
	g_free(n->tag);
	g_free(n->anchor);
	g_free(n);
}

void node_forget(struct node *n)
{
	n->number = 0;
	for (guint i = 0; n->kids && i < n->kids->len; i++)
		node_forget(n->kids->pdata[i]);
}

void reading_free(struct reading *r)
{
	if (!r)
		return;
	g_ptr_array_unref(r->roots);
	g_free(r->bytes);
	g_free(r->error);
	g_free(r);
}

/* Past one anchor and one tag, and the blanks after each. */
static size_t skip_properties(const struct reading *r, size_t at)
{
	const char *b = r->bytes;

	for (int i = 0; i < 2 && (b[at] == '&' || b[at] == '!'); i++) {
		while (at < r->len && !strchr(" \t\r\n", b[at]))
			at++;
		while (at < r->len && (b[at] == ' ' || b[at] == '\t'))
			at++;
	}
	return at;
}

/* The first SIGN in a gap between two nodes that is not in a comment, or
 * TO. */
static size_t find_sign(const struct reading *r, size_t from, size_t to,
			char sign)
{
	for (size_t at = from; at < to; at++) {
		if (r->bytes[at] == sign)
			return at;
		if (r->bytes[at] == '#')
			while (at < to && !strchr("\r\n", r->bytes[at]))
				at++;
	}
	return to;
}

static size_t offset(const struct reader *r, size_t index)
{
	return g_array_index(r->offsets, size_t, index);
}

static void find_offsets(struct reader *r, size_t bom)
{
	const char *b = r->to->bytes;
	size_t len = r->to->len;

	r->offsets = g_array_new(FALSE, FALSE, sizeof(size_t));
	for (size_t at = bom; at < len; at++)
		if (((unsigned char)b[at] & 0xc0) != 0x80)
			g_array_append_val(r->offsets, at);
	g_array_append_val(r->offsets, len);
}

/* Whether a block scalar keeps the blank lines after it: a + in its header. */
static bool keeps(const struct reading *r, const struct node *n)
{
	size_t at = skip_properties(r, n->start);

	while (at < n->raw_end && !strchr("# \t\r\n", r->bytes[at]))
		if (r->bytes[at++] == '+')
			return true;
	return false;
}

size_t text_break(const char *b, size_t len, size_t at)
{
	static const char *const breaks[] = { "\r\n",	      "\n",
					      "\r",	      "\xc2\x85",
					      "\xe2\x80\xa8", "\xe2\x80\xa9" };

	for (size_t i = 0; i < G_N_ELEMENTS(breaks); i++) {
		size_t n = strlen(breaks[i]);

		if (len - at >= n && !memcmp(b + at, breaks[i], n))
			return n;
	}
	return 0;
}

/* The blanks that a line of a block scalar starts with. */
static size_t indent_of(const char *b, size_t at)
{
	return strspn(b + at, " ");
}

static bool is_empty(const struct reading *r, size_t at)
{
	at += indent_of(r->bytes, at);
	return at == r->len || text_break(r->bytes, r->len, at);
}

static size_t next_line(const struct reading *r, size_t at)
{
	size_t n = 0;

	while (at < r->len && !(n = text_break(r->bytes, r->len, at)))
		at++;
	return at + n;
}

static size_t block_indent(const struct reading *r, const struct node *n)
{
	size_t least = SIZE_MAX, at = next_line(r, n->start);

	for (; at < n->end; at = next_line(r, at))
		if (!is_empty(r, at))
			least = MIN(least, indent_of(r->bytes, at));
	return least;
}

/* Give back the blank lines that follow a block scalar; blanks beyond its
 * indentation are content. */
static void trim_block(const struct reading *r, struct node *n)
{
	size_t indent = block_indent(r, n), at = next_line(r, n->start);
	size_t end = MIN(at, n->end);

	if (keeps(r, n))
		return;
	for (; at < n->end; at = next_line(r, at))
		if (!is_empty(r, at) || indent_of(r->bytes, at) > indent)
			end = MIN(next_line(r, at), n->end);
	n->end = end;
}

static struct node *node_begin(struct reader *r, const yaml_event_t *event,
			       enum shape shape, const yaml_char_t *tag,
			       const yaml_char_t *anchor)
{
	struct node *n = node_new(shape, NULL);

	n->tag = g_strdup((const char *)tag);
	n->anchor = g_strdup((const char *)anchor);
	n->start = offset(r, event->start_mark.index);
	n->own = n->start;
	n->end = offset(r, event->end_mark.index);
	n->line = event->start_mark.line + 1;
	n->column = event->start_mark.column + 1;
	if (anchor)
		g_hash_table_insert(r->anchors, g_strdup(n->anchor), n);
	return n;
}

static struct node *read_scalar(struct reader *r, const yaml_event_t *event)
{
	struct node *n =
		node_begin(r, event, SHAPE_SCALAR, event->data.scalar.tag,
			   event->data.scalar.anchor);

	n->len = event->data.scalar.length;
	n->text = g_memdup2(event->data.scalar.value, n->len + 1);
	n->style = event->data.scalar.style;
	n->raw_end = n->end;
	r->pos = n->end;
	if (n->style == YAML_LITERAL_SCALAR_STYLE ||
	    n->style == YAML_FOLDED_SCALAR_STYLE)
		trim_block(r->to, n);
	return n;
}

static struct node *read_alias(struct reader *r, const yaml_event_t *event)
{
	struct node *n = node_begin(r, event, SHAPE_ALIAS, NULL, NULL);

	n->text = g_strdup((const char *)event->data.alias.anchor);
	n->len = strlen(n->text);
	n->target = g_hash_table_lookup(r->anchors, n->text);
	if (!n->target)
		r->to->undefined = true;
	n->raw_end = n->end;
	r->pos = n->end;
	return n;
}

static bool next_event(struct reader *r, yaml_event_t *event)
{
	yaml_parser_t *p = &r->parser;

	if (yaml_parser_parse(p, event))
		return true;
	r->to->error = g_strdup(p->problem ? p->problem : "unknown");
	if (p->error != YAML_READER_ERROR)
		r->to->error_line = p->problem_mark.line + 1;
	return false;
}

/* The value of a pair begins with its key. A missing one ends at its colon,
 * or at the key if that is missing too. */
static void settle_value(struct reader *r, const struct node *key,
			 struct node *n)
{
	size_t colon = find_sign(r->to, key->end, n->start, ':');

	n->own = key->own;
	if (n->shape != SHAPE_SCALAR || n->start != n->end)
		return;
	n->no_colon = colon == n->start;
	n->start = n->no_colon ? key->end : colon + 1;
	n->end = n->raw_end = n->start;
}

static void settle(struct reader *r, struct node *up, struct node *n,
		   size_t gap)
{
	bool value = up->shape == SHAPE_MAP && up->kids->len % 2;

	if (value)
		settle_value(r, up->kids->pdata[up->kids->len - 1], n);
	else if (up->shape == SHAPE_MAP)
		n->own = find_sign(r->to, gap, n->start, '?');
	else if (!up->flow)
		n->own = find_sign(r->to, gap, n->start, '-');
	g_ptr_array_add(up->kids, n);
	if (!up->flow)
		up->end = MAX(up->end, n->end);
}

static bool read_kids(struct reader *r, struct node *up, unsigned depth)
{
	for (;;) {
		yaml_event_t event;
		struct node *n = NULL;
		size_t gap = r->pos;
		bool good;

		if (!next_event(r, &event))
			return false;
		if (event.type == YAML_MAPPING_END_EVENT ||
		    event.type == YAML_SEQUENCE_END_EVENT) {
			if (up->flow) {
				up->end = offset(r, event.end_mark.index);
				r->pos = MAX(r->pos, up->end);
			}
			up->raw_end = up->end;
			yaml_event_delete(&event);
			return true;
		}
		good = read_node(r, &event, depth, &n);
		if (n)
			settle(r, up, n, gap);
		if (!good)
			return false;
	}
}

static struct node *read_start(struct reader *r, const yaml_event_t *event)
{
	struct node *n;

	if (event->type == YAML_MAPPING_START_EVENT) {
		n = node_begin(r, event, SHAPE_MAP,
			       event->data.mapping_start.tag,
			       event->data.mapping_start.anchor);
		n->flow = event->data.mapping_start.style ==
			  YAML_FLOW_MAPPING_STYLE;
	} else {
		n = node_begin(r, event, SHAPE_LIST,
			       event->data.sequence_start.tag,
			       event->data.sequence_start.anchor);
		n->flow = event->data.sequence_start.style ==
			  YAML_FLOW_SEQUENCE_STYLE;
	}
	if (n->flow) {
		r->pos = MAX(r->pos, n->end);
	} else {
		r->pos = skip_properties(r->to, n->start);
		n->end = n->start;
	}
	return n;
}

/* Takes EVENT. */
static bool read_node(struct reader *r, yaml_event_t *event, unsigned depth,
		      struct node **out)
{
	bool good = true;

	if (event->type == YAML_SCALAR_EVENT)
		*out = read_scalar(r, event);
	else if (event->type == YAML_ALIAS_EVENT)
		*out = read_alias(r, event);
	else if (depth == DEEPEST)
		good = false, r->to->error = g_strdup("too deep");
	else
		*out = read_start(r, event);
	yaml_event_delete(event);
	if (*out && (*out)->kids)
		good = read_kids(r, *out, depth + 1);
	return good;
}

static bool read_document(struct reader *r)
{
	yaml_event_t event;
	struct node *root = NULL;
	size_t begin = r->pos;
	bool marked = begin && r->to->bytes[begin - 1] == '-';
	bool good;

	g_hash_table_remove_all(r->anchors);
	if (!next_event(r, &event))
		return false;
	good = read_node(r, &event, 0, &root);
	if (root && root->start == root->end && !root->kids)
		root->own = root->start = root->end = root->raw_end = begin;
	if (root && marked)
		root->own = begin - 1; /* its line is that of the --- */
	if (root)
		g_ptr_array_add(r->to->roots, root);
	return good;
}

static bool read_stream(struct reader *r)
{
	for (;;) {
		yaml_event_t event;
		yaml_event_type_t type;

		if (!next_event(r, &event))
			return false;
		type = event.type;
		if (type == YAML_DOCUMENT_START_EVENT)
			r->pos = offset(r, event.end_mark.index);
		yaml_event_delete(&event);
		if (type == YAML_STREAM_END_EVENT)
			return true;
		if (type == YAML_DOCUMENT_START_EVENT && !read_document(r))
			return false;
	}
}

struct reading *reading_new(const char *bytes, size_t len)
{
	struct reader r = { .to = g_new0(struct reading, 1) };
	size_t bom = len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3) ? 3 : 0;

	r.to->bytes = g_malloc(len + 1);
	if (len)
		memcpy(r.to->bytes, bytes, len);
	r.to->bytes[len] = '\0';
	r.to->len = len;
	r.to->roots = g_ptr_array_new_with_free_func((GDestroyNotify)node_free);
	r.anchors =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	find_offsets(&r, bom);
	r.pos = bom;
	yaml_parser_initialize(&r.parser);
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser,
				     (const unsigned char *)r.to->bytes + bom,
				     len - bom);
	read_stream(&r);
	yaml_parser_delete(&r.parser);
	g_hash_table_unref(r.anchors);
	g_array_unref(r.offsets);
	return r.to;
}
