/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Events into nodes, and nodes compared.
 *
 * Where libyaml's marks mislead (they count characters, stand past the blank
 * lines after a block scalar, and never name a dash), the offset is worked
 * out from the bytes.
 */
#include "reading.h"

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

	while (at < n->raw_end && !strchr(" \t\r\n", r->bytes[at]))
		if (r->bytes[at++] == '+')
			return true;
	return false;
}

/* Give back the empty lines that follow a block scalar. */
static void trim_block(const struct reading *r, struct node *n)
{
	const char *b = r->bytes;
	size_t end = n->end, line = end;

	if (keeps(r, n) || !end || b[end - 1] != '\n')
		return;
	for (;;) {
		line = end - 1;
		if (line && b[line - 1] == '\r')
			line--;
		if (line <= n->start || b[line - 1] != '\n')
			break;
		end = line;
	}
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

/* The value of a pair begins with its key; a missing one whose colon is
 * missing too ends there. */
static void settle_value(struct reader *r, const struct node *key,
			 struct node *n)
{
	n->own = key->own;
	if (n->shape == SHAPE_SCALAR && n->start == n->end &&
	    find_sign(r->to, key->end, n->start, ':') == n->start) {
		n->no_colon = true;
		n->start = n->end = n->raw_end = key->end;
	}
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
	bool good;

	g_hash_table_remove_all(r->anchors);
	if (!next_event(r, &event))
		return false;
	good = read_node(r, &event, 0, &root);
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

static void number(struct node *n, unsigned *count)
{
	n->number = ++*count;
	for (guint i = 0; n->kids && i < n->kids->len; i++)
		number(n->kids->pdata[i], count);
}

static char *differ(const char *path, const char *what, const char *want,
		    const char *got)
{
	g_autofree char *w = g_strescape(want ? want : "(none)", NULL);
	g_autofree char *g = g_strescape(got ? got : "(none)", NULL);

	return g_strdup_printf("%s: %s should be \"%.200s\" and is \"%.200s\"",
			       *path ? path : "(root)", what, w, g);
}

static const char *shape_name(const struct node *n)
{
	static const char *const names[] = {
		[SHAPE_SCALAR] = "scalar",
		[SHAPE_ALIAS] = "alias",
		[SHAPE_MAP] = "mapping",
		[SHAPE_LIST] = "sequence",
	};

	return names[n->shape];
}

static char *differ_style(const char *path, const struct node *want,
			  const struct node *got)
{
	if (want->rewritten)
		return NULL;
	if (want->shape == SHAPE_SCALAR && want->style != got->style)
		return differ(path, "style of", want->text, "another one");
	if (want->kids && want->flow != got->flow)
		return differ(path, "flow style", want->flow ? "yes" : "no",
			      got->flow ? "yes" : "no");
	return NULL;
}

static char *differ_self(const char *path, struct node *want, struct node *got)
{
	want->twin = got;
	if (want->shape != got->shape)
		return differ(path, "shape", shape_name(want), shape_name(got));
	if (g_strcmp0(want->tag, got->tag))
		return differ(path, "tag", want->tag, got->tag);
	if (g_strcmp0(want->anchor, got->anchor))
		return differ(path, "anchor", want->anchor, got->anchor);
	if (want->len != got->len ||
	    (want->len && memcmp(want->text, got->text, want->len)))
		return differ(path, "value", want->text, got->text);
	if (want->shape == SHAPE_ALIAS &&
	    (want->target ? want->target->number : 0) !=
		    (got->target ? got->target->number : 0))
		return differ(path, "alias of", "the same node", "another");
	return differ_style(path, want, got);
}

static char *step(const char *path, const struct node *up, guint i)
{
	const struct node *key;

	if (up->shape == SHAPE_LIST)
		return g_strdup_printf("%s[%u]", path, i);
	key = up->kids->pdata[i / 2 * 2];
	return g_strdup_printf("%s%s%.60s%s", path, *path ? "." : "",
			       key->kids ? "(complex)" : key->text,
			       i % 2 ? "" : " (key)");
}

static char *differ_node(const char *path, struct node *want, struct node *got)
{
	char *found = differ_self(path, want, got);
	guint n = want->kids ? want->kids->len : 0;

	for (guint i = 0; !found && i < n && i < got->kids->len; i++) {
		g_autofree char *down = step(path, want, i);

		found = differ_node(down, want->kids->pdata[i],
				    got->kids->pdata[i]);
	}
	if (!found && n && n != got->kids->len)
		found = g_strdup_printf("%s: should have %u and has %u nodes",
					*path ? path : "(root)", n,
					got->kids->len);
	else if (!found && want->kids && n != got->kids->len)
		found = differ(path, "children", "none", "some");
	return found;
}

char *reading_differ(struct reading *want, struct reading *got)
{
	char *found = NULL;
	unsigned count = 0;

	for (guint i = 0; i < want->roots->len; i++)
		number(want->roots->pdata[i], &count);
	count = 0;
	for (guint i = 0; i < got->roots->len; i++)
		number(got->roots->pdata[i], &count);
	if (want->roots->len != got->roots->len)
		return g_strdup("the number of documents changed");
	for (guint i = 0; !found && i < want->roots->len; i++) {
		g_autofree char *path =
			i ? g_strdup_printf("(document %u)", i + 1)
			  : g_strdup("");

		found = differ_node(path, want->roots->pdata[i],
				    got->roots->pdata[i]);
	}
	return found;
}
