/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A gap buffer.
 *
 *	A warm [          ] towel	"A warm towel", the last splice at 7
 */
#include "store/buffer.h"

#include <string.h>

#define GAP 4096

void buffer_init(struct buffer *b, const struct text *text)
{
	*b = (struct buffer){ .room = text->len + GAP };
	b->bytes = g_malloc(b->room);
	b->back = b->room - text->len;
	memcpy(b->bytes + b->back, text->bytes, text->len);
}

void buffer_release(struct buffer *b)
{
	g_free(b->bytes);
}

size_t buffer_len(const struct buffer *b)
{
	return b->front + b->room - b->back;
}

/* Bring the gap to OFF. */
static void seek(struct buffer *b, size_t off)
{
	size_t n = off < b->front ? b->front - off : off - b->front;

	if (off < b->front) {
		memmove(b->bytes + b->back - n, b->bytes + off, n);
		b->back -= n;
	} else {
		memmove(b->bytes + b->front, b->bytes + b->back, n);
		b->back += n;
	}
	b->front = off;
	b->moved += n;
}

/* Make the gap at least LEN bytes wide. */
static void widen(struct buffer *b, size_t len)
{
	size_t behind = b->room - b->back;
	size_t room;

	if (b->back - b->front >= len)
		return;
	room = buffer_len(b) + len + buffer_len(b) / 4 + GAP;
	b->bytes = g_realloc(b->bytes, room);
	memmove(b->bytes + room - behind, b->bytes + b->back, behind);
	b->back = room - behind;
	b->room = room;
	b->moved += behind;
}

bool buffer_splice(struct buffer *b, size_t off, const struct text *old,
		   const struct text *new)
{
	if (off > buffer_len(b) || old->len > buffer_len(b) - off)
		return false;
	seek(b, off);
	if (old->len && memcmp(b->bytes + b->back, old->bytes, old->len) != 0)
		return false;
	b->back += old->len;
	widen(b, new->len);
	if (new->len)
		memcpy(b->bytes + b->front, new->bytes, new->len);
	b->front += new->len;
	b->moved += old->len + new->len;
	return true;
}

struct text buffer_text(struct buffer *b)
{
	seek(b, 0);
	return (struct text){ b->bytes + b->back, b->room - b->back };
}
