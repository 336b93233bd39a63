/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where entries hang, and the sums over what hangs below them.
 *
 * Each entry knows the bytes and lines of its subtree, so an entry's place in
 * the text is the sum over what stands before it: its elder siblings, those of
 * its parent, and so on up.  Long runs of siblings are summed by chunks.
 */
#include "yaml/entry.h"
#include "yaml/word.h"

#include <string.h>

#define CHUNK_MOST 512 /* siblings in a chunk before it is split */

uint32_t lines_in(const char *s, size_t len)
{
	const char *end = s + len;
	uint32_t lines = 0;
	size_t i = 0;

	for (; i + WORD <= len; i += WORD)
		lines += word_count(word_feeds(word_at(s + i)));
	for (; i < len; i++)
		lines += s[i] == '\n';
	for (const char *r = s; (r = memchr(r, '\r', (size_t)(end - r))); r++)
		lines += r + 1 == end || r[1] != '\n';
	return lines;
}

static uint32_t slice_lines(const struct tree *t, struct slice s)
{
	return lines_in(bytes(t, s), s.len);
}

static uint32_t text_lines(const struct tree *t, const struct text *text)
{
	return slice_lines(t, text_head(text)) +
	       slice_lines(t, text_foot(text));
}

void tree_make_branch(struct tree *t, uint32_t e)
{
	struct entry *n = entry(t, e);
	struct branch b = {
		.bytes = text_size(&n->text),
		.lines = text_lines(t, &n->text),
	};

	n->branch = t->branches->len;
	g_array_append_val(t->branches, b);
}

/* The lines of the subtree. */
static uint32_t lines_of(const struct tree *t, uint32_t e)
{
	return entry(t, e)->branch ? branch(t, e)->lines
				   : text_lines(t, &entry(t, e)->text);
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
		struct branch *b;

		if (!entry(t, e)->branch)
			continue;
		b = tree_branch(t, e);
		b->bytes += size;
		b->lines += lines;
		if (b->chunk) {
			chunk_of(t, b->chunk)->bytes += size;
			chunk_of(t, b->chunk)->lines += lines;
		}
	}
}

void tree_put(struct tree *t, uint32_t e, const struct text *text)
{
	struct text old = entry(t, e)->text;

	splice_put(t, e, text);
	entry(t, e)->text = *text;
	add_sums(t, e, text_size(text) - text_size(&old),
		 text_lines(t, text) - text_lines(t, &old));
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
	struct branch *b = tree_branch(t, e);

	b->chunk = c;
	chunk->count++;
	chunk->bytes += b->bytes;
	chunk->lines += b->lines;
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
	const struct entry *n = entry(t, e);
	uint32_t c = branch(t, n->prev ? n->prev : n->next)->chunk;

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
	struct branch *b = tree_branch(t, e);
	struct chunk *chunk = chunk_of(t, b->chunk);

	chunk->count--;
	chunk->bytes -= b->bytes;
	chunk->lines -= b->lines;
	if (chunk->first == e)
		chunk->first = entry(t, e)->next;
	if (!chunk->count) {
		if (chunk->prev)
			chunk_of(t, chunk->prev)->next = chunk->next;
		if (chunk->next)
			chunk_of(t, chunk->next)->prev = chunk->prev;
	}
	b->chunk = 0;
}

void tree_hang(struct tree *t, uint32_t e, uint32_t up, uint32_t prev)
{
	struct branch *b = tree_branch(t, up);
	uint32_t next = prev ? entry(t, prev)->next : b->first;
	struct entry *n = entry(t, e);

	n->up = up;
	n->prev = prev;
	n->next = next;
	*(prev ? &entry(t, prev)->next : &b->first) = e;
	*(next ? &entry(t, next)->prev : &b->last) = e;
}

void tree_link(struct tree *t, uint32_t e, uint32_t up, uint32_t prev)
{
	tree_hang(t, e, up, prev);
	chunk_join(t, e);
	add_sums(t, up, (uint32_t)tree_size(t, e), lines_of(t, e));
	splice_linked(t, e);
}

void tree_unlink(struct tree *t, uint32_t e)
{
	struct entry *n = entry(t, e);
	struct branch *up;

	splice_unlink(t, e);
	if (branch(t, e)->chunk)
		chunk_leave(t, e);
	add_sums(t, n->up, -(uint32_t)tree_size(t, e), -lines_of(t, e));
	up = tree_branch(t, n->up);
	*(n->prev ? &entry(t, n->prev)->next : &up->first) = n->next;
	*(n->next ? &entry(t, n->next)->prev : &up->last) = n->prev;
	n->up = n->prev = n->next = 0;
}

/* Sum up what stands before E among its siblings. */
static void add_siblings(struct tree *t, uint32_t e, size_t *size,
			 size_t *lines)
{
	uint32_t start = branch(t, e)->chunk;
	unsigned steps = 0;

	for (uint32_t s = e; !start || s != chunk_of(t, start)->first;) {
		s = entry(t, s)->prev;
		if (!s)
			return;
		*size += tree_size(t, s);
		*lines += lines_of(t, s);
		if (++steps == CHUNK_MOST && !start)
			chunk_run(t, 0, tree_first(t, entry(t, e)->up), 0);
	}
	for (uint32_t c = chunk_of(t, start)->prev; c;
	     c = chunk_of(t, c)->prev) {
		*size += chunk_of(t, c)->bytes;
		*lines += chunk_of(t, c)->lines;
	}
}

void tree_before(struct tree *t, uint32_t e, size_t *size, size_t *lines)
{
	*size = *lines = 0;
	for (; entry(t, e)->up; e = entry(t, e)->up) {
		struct slice up = text_head(&entry(t, entry(t, e)->up)->text);

		add_siblings(t, e, size, lines);
		*size += up.len;
		*lines += slice_lines(t, up);
	}
}

size_t tree_offset(struct tree *t, uint32_t e)
{
	size_t size, lines;

	tree_before(t, e, &size, &lines);
	return size;
}
