/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a journal is written: one record behind the other, each with its
 * length, kind, number, time and a check of all its bytes.
 *
 *	magic | record 1 | record 2 | ...
 *	record:	length kind number time check | length bytes
 *
 * Numbers are little-endian.  Reading trusts nothing: it ends at the first
 * record that is cut short, fails its check or is out of order, which is
 * where a crash has cut a journal off.
 */
#ifndef SENSEBOARD_STORE_RECORD_H
#define SENSEBOARD_STORE_RECORD_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/bytes.h"

#define RECORD_MAGIC "senseboard journal 1\n"

enum record_kind {
	RECORD_OPEN = 1, /* document, base text: always the first */
	RECORD_CHANGE, /* act, name, splices */
	RECORD_DRAFT, /* where, whether open, bytes of the last one that
			  stay, text behind them */
	RECORD_SAVING, /* file, whether in place, and then the text */
	RECORD_SAVED, /* file */
	RECORD_DISK, /* text */
};

/* Begin a record at the end of OUT, put what is in it, and end it. */
size_t record_begin(GString *out, enum record_kind kind, uint64_t number,
		    int64_t time);
void record_end(GString *out, size_t begun);
void record_put_number(GString *out, uint64_t number);
void record_put_text(GString *out, const char *bytes, size_t len);

/* What is left to be read of a journal, or of the inside of a record. */
struct record_reader {
	const char *at;
	size_t left;
	uint64_t number; /* of the last record */
	bool broken; /* something was missing: all since reads as 0 */
};

struct record {
	enum record_kind kind;
	int64_t time; /* microseconds since 1970 */
	struct record_reader inside;
};

/* Whether the text is a journal; then READER is at its first record. */
bool record_open(struct record_reader *reader, const char *bytes, size_t len);

/* The next record, or false where the journal ends. */
bool record_next(struct record_reader *reader, struct record *record);

/* What was put, in the same order; texts are borrowed from the journal. */
uint64_t record_get_number(struct record_reader *inside);
struct text record_get_text(struct record_reader *inside);

#endif
