/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Entries and slices: making, linking, summing, printing them.
 *
 * Each entry knows the bytes and lines of its subtree, so an entry's place in
 * the text is the sum over what stands before it: its elder siblings, those of
 * its parent, and so on up.  Long runs of siblings are summed by chunks.
 */
#include "yaml/entry.h"

#include <string.h>

#define CHUNK_MOST 512 /* siblings in a chunk before it is split */

const struct tree_limits tree_limits_default = {
	.bytes = 64 << 20,
	.scalar = 1 << 20,
	.depth = 64,
	.anchors = 1000,
};

GQuark tree_error_quark(void)
{
	return g_quark_from_static_string("senseboard-tree");
}

struct slice tree_keep(struct tree *t, const char *text, size_t len)
{
	struct slice s = { t->n + (uint32_t)t->arena->len, (uint32_t)len };

	g_string_append_len(t->arena, text, (gssize)len);
	return s;
}

char *tree_part(const struct tree *t, uint32_t e, enum part p)
{
	struct slice s = text_part(&entry(t, e)->text, p);

	return g_strndup(bytes(t, s), s.len);
}

void text_put(struct tree *t, struct text *text, enum part p, const char *s)
{
	enum part first = p < CLOSE ? LEAD : CLOSE;
	enum part last = p < CLOSE ? VAL : TAIL;
	g_autoptr(GString) run = g_string_new(NULL);

	for (enum part q = first; q <= last; q++) {
		struct slice old = text_part(text, q);

		if (q == p)
			g_string_append(run, s);
		else
			g_string_append_len(run, bytes(t, old), old.len);
	}
	*(p < CLOSE ? &text->head : &text->foot) =
		tree_keep(t, run->str, run->len).off;
	text->len[p] = (uint32_t)strlen(s);
}

uint32_t tree_new_entry(struct tree *t)
{
	if (t->n_entries == t->room) {
		t->room += t->room / 2 + 64;
		t->entries = g_renew(struct entry, t->entries, t->room);
	}
	memset(&t->entries[t->n_entries], 0, sizeof(struct entry));
	return t->n_entries++;
}

void tree_free(struct tree *t)
{
	if (!t)
		return;
	if (t->open)
		change_free(t->open);
	g_ptr_array_unref(t->done);
	g_ptr_array_unref(t->undone);
	g_array_unref(t->chunks);
	g_array_unref(t->aliases);
	g_string_free(t->arena, TRUE);
	g_free(t->entries);
	g_free(t->opened);
	g_free(t);
}

/* Lines are what editors count: LF, CRLF or a CR by itself. */
static uint32_t count_lines(const char *s, size_t len)
{
	uint32_t lines = 0;

	if (!memchr(s, '\n', len) && !memchr(s, '\r', len))
		return 0;
	for (size_t i = 0; i < len; i++)
		if (s[i] == '\n' ||
		    (s[i] == '\r' && (i + 1 == len || s[i + 1] != '\n')))
			lines++;
	return lines;
}

/* The bytes and lines of the two runs that an entry's own parts stand in. */
static void own_sums(const struct tree *t, const struct text *text,
		     uint32_t *size, uint32_t *lines)
{
	const uint32_t *len = text->len;
	struct slice head = { text->head,
			      len[LEAD] + len[KEY] + len[SEP] + len[VAL] };
	struct slice foot = { text->foot, len[CLOSE] + len[TAIL] };

	*size = head.len + foot.len;
	*lines = count_lines(bytes(t, head), head.len) +
		 count_lines(bytes(t, foot), foot.len);
}

static struct chunk *chunk_of(const struct tree *t, uint32_t c)
{
	return &g_array_index(t->chunks, struct chunk, c);
}

/* Add to the sums of E and of all it hangs under. Unsigned arithmetic wraps,
 * so a difference may be "negative". */
static void add_sums(struct tree *t, uint32_t e, uint32_t size, uint32_t lines)
{
	for (; e; e = entry(t, e)->up) {
		struct entry *n = entry(t, e);

		n->bytes += size;
		n->lines += lines;
		if (n->chunk) {
			chunk_of(t, n->chunk)->bytes += size;
			chunk_of(t, n->chunk)->lines += lines;
		}
	}
}

void tree_put(struct tree *t, uint32_t e, const struct text *text)
{
	uint32_t old_size, old_lines, size, lines;

	own_sums(t, &entry(t, e)->text, &old_size, &old_lines);
	own_sums(t, text, &size, &lines);
	entry(t, e)->text = *text;
	add_sums(t, e, size - old_size, lines - old_lines);
}

void tree_count(struct tree *t, uint32_t e)
{
	uint32_t size, lines;

	own_sums(t, &entry(t, e)->text, &size, &lines);
	add_sums(t, e, size, lines);
}

static uint32_t new_chunk(struct tree *t, uint32_t first)
{
	struct chunk c = { .first = first };

	g_array_append_val(t->chunks, c);
	return t->chunks->len - 1;
}

static void chunk_take(struct tree *t, uint32_t c, uint32_t e)
{
	struct chunk *chunk = chunk_of(t, c);
	struct entry *n = entry(t, e);

	n->chunk = c;
	chunk->count++;
	chunk->bytes += n->bytes;
	chunk->lines += n->lines;
}

/* Cut FIRST and its younger siblings into chunks that follow chunk C. */
static void chunk_run(struct tree *t, uint32_t c, uint32_t first, uint32_t end)
{
	for (uint32_t e = first; e != end; e = entry(t, e)->next) {
		if (!c || chunk_of(t, c)->count == CHUNK_MOST / 2) {
			uint32_t fresh = new_chunk(t, e);

			chunk_of(t, fresh)->prev = c;
			if (c) {
				uint32_t next = chunk_of(t, c)->next;

				chunk_of(t, fresh)->next = next;
				if (next)
					chunk_of(t, next)->prev = fresh;
				chunk_of(t, c)->next = fresh;
			}
			c = fresh;
		}
		chunk_take(t, c, e);
	}
}

static void chunk_join(struct tree *t, uint32_t e)
{
	struct entry *n = entry(t, e);
	uint32_t c = n->prev   ? entry(t, n->prev)->chunk
		     : n->next ? entry(t, n->next)->chunk
			       : 0;

	n->chunk = 0;
	if (!c)
		return;
	if (!n->prev)
		chunk_of(t, c)->first = e;
	chunk_take(t, c, e);
	if (chunk_of(t, c)->count >= CHUNK_MOST) {
		struct chunk *chunk = chunk_of(t, c);
		uint32_t end =
			chunk->next ? chunk_of(t, chunk->next)->first : 0;
		uint32_t first = chunk->first;

		chunk->count = chunk->bytes = chunk->lines = 0;
		chunk_run(t, c, first, end);
	}
}

static void chunk_leave(struct tree *t, uint32_t e)
{
	struct entry *n = entry(t, e);
	struct chunk *chunk = chunk_of(t, n->chunk);

	if (!n->chunk)
		return;
	chunk->count--;
	chunk->bytes -= n->bytes;
	chunk->lines -= n->lines;
	if (chunk->first == e)
		chunk->first = n->next;
	if (!chunk->count) {
		if (chunk->prev)
			chunk_of(t, chunk->prev)->next = chunk->next;
		if (chunk->next)
			chunk_of(t, chunk->next)->prev = chunk->prev;
	}
	n->chunk = 0;
}

void tree_link(struct tree *t, uint32_t e, uint32_t up, uint32_t prev)
{
	struct entry *n = entry(t, e);
	uint32_t next = prev ? entry(t, prev)->next : entry(t, up)->first;

	n->up = up;
	n->prev = prev;
	n->next = next;
	*(prev ? &entry(t, prev)->next : &entry(t, up)->first) = e;
	*(next ? &entry(t, next)->prev : &entry(t, up)->last) = e;
	chunk_join(t, e);
	add_sums(t, up, n->bytes, n->lines);
}

void tree_unlink(struct tree *t, uint32_t e)
{
	struct entry *n = entry(t, e);

	chunk_leave(t, e);
	add_sums(t, n->up, -n->bytes, -n->lines);
	*(n->prev ? &entry(t, n->prev)->next : &entry(t, n->up)->first) =
		n->next;
	*(n->next ? &entry(t, n->next)->prev : &entry(t, n->up)->last) =
		n->prev;
	n->up = n->prev = n->next = 0;
}

uint32_t tree_document(const struct tree *t, unsigned n)
{
	uint32_t e = entry(t, ENTRY_STREAM)->first;

	while (e && n--)
		e = entry(t, e)->next;
	return e;
}

uint32_t tree_first(const struct tree *t, uint32_t e)
{
	return entry(t, e)->first;
}

uint32_t tree_last(const struct tree *t, uint32_t e)
{
	return entry(t, e)->last;
}

uint32_t tree_next(const struct tree *t, uint32_t e)
{
	return entry(t, e)->next;
}

uint32_t tree_prev(const struct tree *t, uint32_t e)
{
	return entry(t, e)->prev;
}

uint32_t tree_up(const struct tree *t, uint32_t e)
{
	return entry(t, e)->up;
}

bool tree_alive(const struct tree *t, uint32_t e)
{
	while (e && e != ENTRY_STREAM)
		e = entry(t, e)->up;
	return e == ENTRY_STREAM;
}

/* What the value of alias E names, or 0. */
static uint32_t alias_target(const struct tree *t, uint32_t e)
{
	unsigned low = 0, high = t->aliases->len;

	while (high - low > 1) {
		unsigned half = low + (high - low) / 2;

		if (g_array_index(t->aliases, struct alias, half).entry <= e)
			low = half;
		else
			high = half;
	}
	return g_array_index(t->aliases, struct alias, low).target;
}

uint32_t tree_behind(const struct tree *t, uint32_t e)
{
	uint32_t target;

	if (entry(t, e)->text.kind != KIND_ALIAS)
		return e;
	target = alias_target(t, e);
	return target && entry(t, target)->text.kind == KIND_SCALAR ? target
								    : e;
}

enum kind tree_kind(const struct tree *t, uint32_t e)
{
	return (enum kind)entry(t, tree_behind(t, e))->text.kind;
}

bool tree_is_alias(const struct tree *t, uint32_t e)
{
	return entry(t, e)->text.kind == KIND_ALIAS;
}

bool tree_blank(const struct tree *t, uint32_t e)
{
	return has(t, tree_behind(t, e), TEXT_BLANK);
}

uint64_t tree_value_hash(const struct tree *t, uint32_t e)
{
	const struct text *text = &entry(t, tree_behind(t, e))->text;

	return text->kind == KIND_SCALAR ? text->value_hash : 0;
}

bool tree_duplicate(const struct tree *t, uint32_t e)
{
	return has(t, e, TEXT_DUPLICATE);
}

bool tree_flow(const struct tree *t, uint32_t e)
{
	return has(t, e, TEXT_FLOW) || has(t, e, TEXT_IN_FLOW);
}

uint64_t tree_key_hash(const struct tree *t, uint32_t e)
{
	return entry(t, e)->text.key_hash;
}

uint32_t tree_find(const struct tree *t, uint32_t map, const char *key)
{
	uint64_t hash = tree_hash(key, strlen(key));

	for (uint32_t e = entry(t, map)->first; e; e = entry(t, e)->next)
		if (entry(t, e)->text.key_hash == hash &&
		    has(t, e, TEXT_PAIR) && !has(t, e, TEXT_OPAQUE))
			return e;
	return 0;
}

unsigned tree_aliases(const struct tree *t, uint32_t e)
{
	unsigned n = 0;

	for (unsigned i = 0; i < t->aliases->len; i++) {
		struct alias a = g_array_index(t->aliases, struct alias, i);

		n += a.target == e && tree_alive(t, a.entry);
	}
	return n;
}

uint32_t tree_tag(const struct tree *t, uint32_t e)
{
	return entry(t, e)->tag;
}

void tree_set_tag(struct tree *t, uint32_t e, uint32_t tag)
{
	entry(t, e)->tag = tag;
}

/* Sum up what stands before E among its siblings. */
static void add_siblings(struct tree *t, uint32_t e, size_t *size,
			 size_t *lines)
{
	uint32_t start = entry(t, e)->chunk;
	unsigned steps = 0;

	for (uint32_t s = e; !start || s != chunk_of(t, start)->first;) {
		s = entry(t, s)->prev;
		if (!s)
			return;
		*size += entry(t, s)->bytes;
		*lines += entry(t, s)->lines;
		if (++steps == CHUNK_MOST && !start)
			chunk_run(t, 0, entry(t, entry(t, e)->up)->first, 0);
	}
	for (uint32_t c = chunk_of(t, start)->prev; c;
	     c = chunk_of(t, c)->prev) {
		*size += chunk_of(t, c)->bytes;
		*lines += chunk_of(t, c)->lines;
	}
}

/* Bytes and lines before the first part of E. */
static void before(struct tree *t, uint32_t e, size_t *size, size_t *lines)
{
	*size = *lines = 0;
	for (; entry(t, e)->up; e = entry(t, e)->up) {
		const struct text *up = &entry(t, entry(t, e)->up)->text;

		add_siblings(t, e, size, lines);
		for (int p = LEAD; p <= VAL; p++) {
			*size += up->len[p];
			*lines += count_lines(bytes(t, text_part(up, p)),
					      up->len[p]);
		}
	}
}

size_t tree_offset(struct tree *t, uint32_t e)
{
	size_t size, lines;

	before(t, e, &size, &lines);
	return size;
}

size_t tree_size(const struct tree *t, uint32_t e)
{
	return entry(t, e)->bytes;
}

static unsigned code_points(const char *s, size_t len)
{
	unsigned n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}

/* The columns that S fills behind its last line break; whether it has one. */
static bool columns_after_break(const char *s, size_t len, unsigned *columns)
{
	size_t from = len;

	while (from && s[from - 1] != '\n' && s[from - 1] != '\r')
		from--;
	*columns += code_points(s + from, len - from);
	return from > 0;
}

/* The column of an entry in a flow collection: edits on its line may have
 * moved it, so what stands before it there is counted. */
static unsigned flow_column(const struct tree *t, uint32_t e)
{
	unsigned columns = 0;

	for (;;) {
		struct slice lead = text_part(&entry(t, e)->text, LEAD);
		bool found =
			columns_after_break(bytes(t, lead), lead.len, &columns);

		while (!found && entry(t, e)->prev) {
			g_autoptr(GString) text = g_string_new(NULL);

			e = entry(t, e)->prev;
			tree_emit_entry(t, e, text);
			found = columns_after_break(text->str, text->len,
						    &columns);
		}
		e = entry(t, e)->up;
		if (found || e == ENTRY_STREAM)
			return columns;
		for (int p = VAL; p >= KEY && !found; p--) {
			struct slice s = text_part(&entry(t, e)->text, p);

			found = columns_after_break(bytes(t, s), s.len,
						    &columns);
		}
		if (found)
			return columns;
		if (!has(t, e, TEXT_IN_FLOW) && entry(t, e)->up != ENTRY_STREAM)
			return columns + entry(t, e)->text.col;
	}
}

struct mark tree_key_mark(struct tree *t, uint32_t e)
{
	struct slice lead = text_part(&entry(t, e)->text, LEAD);
	size_t size, lines;

	before(t, e, &size, &lines);
	lines += count_lines(bytes(t, lead), lead.len);
	return (struct mark){
		(unsigned)lines + 1,
		1 + (has(t, e, TEXT_IN_FLOW) ? flow_column(t, e)
					     : entry(t, e)->text.col),
	};
}

struct mark tree_value_mark(struct tree *t, uint32_t e)
{
	struct mark m = tree_key_mark(t, e);

	for (int p = KEY; p <= SEP; p++) {
		struct slice s = text_part(&entry(t, e)->text, p);
		unsigned columns = 0;

		m.line += count_lines(bytes(t, s), s.len);
		if (columns_after_break(bytes(t, s), s.len, &columns))
			m.column = 1;
		m.column += columns;
	}
	return m;
}

static void print_parts(const struct tree *t, uint32_t e, enum part from,
			enum part to, GString *out)
{
	for (enum part p = from; p <= to; p++) {
		struct slice s = text_part(&entry(t, e)->text, p);

		g_string_append_len(out, bytes(t, s), s.len);
	}
}

void tree_emit_entry(const struct tree *t, uint32_t e, GString *out)
{
	print_parts(t, e, LEAD, VAL, out);
	for (uint32_t c = entry(t, e)->first; c; c = entry(t, c)->next)
		tree_emit_entry(t, c, out);
	print_parts(t, e, CLOSE, TAIL, out);
}

char *tree_emit(const struct tree *t, size_t *len)
{
	GString *out = g_string_sized_new(entry(t, ENTRY_STREAM)->bytes + 1);

	tree_emit_entry(t, ENTRY_STREAM, out);
	*len = out->len;
	return g_string_free(out, FALSE);
}
