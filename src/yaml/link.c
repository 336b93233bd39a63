/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where entries hang, and the sums over what hangs below them.
 *
 * Each entry knows the bytes and lines of its subtree, so an entry's place in
 * the text is the sum over what stands before it: its elder siblings, those of
 * its parent, and so on up.  Long runs of siblings are summed by chunks.
 */
#include "yaml/entry.h"

#include <string.h>

#define LONG 16 /* bytes worth a look before they are counted one by one */
#define CHUNK_MOST 512 /* siblings in a chunk before it is split */

uint32_t lines_in(const char *s, size_t len)
{
	uint32_t lines = 0;

	if (len >= LONG && !memchr(s, '\n', len) && !memchr(s, '\r', len))
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
	*lines = lines_in(bytes(t, head), head.len) +
		 lines_in(bytes(t, foot), foot.len);
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

	splice_put(t, e, text);
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
	splice_linked(t, e);
}

void tree_unlink(struct tree *t, uint32_t e)
{
	struct entry *n = entry(t, e);

	splice_unlink(t, e);
	chunk_leave(t, e);
	add_sums(t, n->up, -n->bytes, -n->lines);
	*(n->prev ? &entry(t, n->prev)->next : &entry(t, n->up)->first) =
		n->next;
	*(n->next ? &entry(t, n->next)->prev : &entry(t, n->up)->last) =
		n->prev;
	n->up = n->prev = n->next = 0;
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

void tree_before(struct tree *t, uint32_t e, size_t *size, size_t *lines)
{
	*size = *lines = 0;
	for (; entry(t, e)->up; e = entry(t, e)->up) {
		const struct text *up = &entry(t, entry(t, e)->up)->text;

		add_siblings(t, e, size, lines);
		for (int p = LEAD; p <= VAL; p++) {
			*size += up->len[p];
			*lines += lines_in(bytes(t, text_part(up, p)),
					   up->len[p]);
		}
	}
}

size_t tree_offset(struct tree *t, uint32_t e)
{
	size_t size, lines;

	tree_before(t, e, &size, &lines);
	return size;
}
