/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records out of bytes and back.  All lengths are compared with what is left
 * before they are believed.
 */
#include "store/record.h"

#include <string.h>

struct header {
	uint64_t len, kind, number, time, check;
};

static void swap_header(struct header *h)
{
	h->len = GUINT64_TO_LE(h->len);
	h->kind = GUINT64_TO_LE(h->kind);
	h->number = GUINT64_TO_LE(h->number);
	h->time = GUINT64_TO_LE(h->time);
	h->check = GUINT64_TO_LE(h->check);
}

/* The check of a record: of its bytes with no check among them. */
static uint64_t check_of(const struct header *h, const char *bytes)
{
	struct header bare = *h;
	uint64_t both[2];

	bare.check = 0;
	both[0] = bytes_print((const char *)&bare, sizeof(bare));
	both[1] = bytes_print(bytes, (size_t)h->len);
	return bytes_print((const char *)both, sizeof(both));
}

size_t record_begin(GString *out, enum record_kind kind, uint64_t number,
		    int64_t time)
{
	struct header h = {
		.kind = kind,
		.number = number,
		.time = (uint64_t)time,
	};
	size_t begun = out->len;

	g_string_append_len(out, (const char *)&h, sizeof(h));
	return begun;
}

void record_end(GString *out, size_t begun)
{
	struct header h;

	memcpy(&h, out->str + begun, sizeof(h));
	h.len = out->len - begun - sizeof(h);
	h.check = check_of(&h, out->str + begun + sizeof(h));
	swap_header(&h);
	memcpy(out->str + begun, &h, sizeof(h));
}

void record_put_number(GString *out, uint64_t number)
{
	uint64_t le = GUINT64_TO_LE(number);

	g_string_append_len(out, (const char *)&le, sizeof(le));
}

void record_put_text(GString *out, const char *bytes, size_t len)
{
	record_put_number(out, len);
	g_string_append_len(out, bytes, (gssize)len);
}

bool record_open(struct record_reader *reader, const char *bytes, size_t len)
{
	size_t magic = strlen(RECORD_MAGIC);

	if (len < magic || memcmp(bytes, RECORD_MAGIC, magic) != 0)
		return false;
	*reader = (struct record_reader){ .at = bytes + magic,
					  .left = len - magic };
	return true;
}

/* LEN bytes of what is left, or NULL. */
static const char *take(struct record_reader *reader, uint64_t len)
{
	const char *at = reader->at;

	if (reader->broken || len > reader->left) {
		reader->broken = true;
		return NULL;
	}
	reader->at += len;
	reader->left -= (size_t)len;
	return at;
}

bool record_next(struct record_reader *reader, struct record *record)
{
	struct record_reader ahead = *reader;
	const char *bytes = take(&ahead, sizeof(struct header));
	struct header h;

	if (!bytes)
		return false;
	memcpy(&h, bytes, sizeof(h));
	swap_header(&h);
	bytes = take(&ahead, h.len);
	if (!bytes || h.number != reader->number + 1 ||
	    h.check != check_of(&h, bytes))
		return false;
	ahead.number = h.number;
	*reader = ahead;
	*record = (struct record){
		.kind = (enum record_kind)h.kind,
		.time = (int64_t)h.time,
		.inside = { .at = bytes, .left = (size_t)h.len },
	};
	return true;
}

uint64_t record_get_number(struct record_reader *inside)
{
	const char *bytes = take(inside, sizeof(uint64_t));
	uint64_t le = 0;

	if (bytes)
		memcpy(&le, bytes, sizeof(le));
	return GUINT64_FROM_LE(le);
}

struct text record_get_text(struct record_reader *inside)
{
	uint64_t len = record_get_number(inside);
	const char *bytes = take(inside, len);

	return (struct text){ bytes ? bytes : "", bytes ? (size_t)len : 0 };
}
