/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about eight bytes at once, byte by byte. */
#include "yaml/word.h"

#include <criterion/criterion.h>
#include <stdbool.h>

/* Every pair of bytes, at every place of a word, between others. */
static void for_each_pair(void (*expect)(const unsigned char *bytes))
{
	for (unsigned pair = 0; pair < 0x10000; pair++)
		for (unsigned at = 0; at + 1 < WORD; at++) {
			unsigned char bytes[WORD] = "a\n\x7fZ \x80\xff";

			bytes[at] = (unsigned char)(pair >> 8);
			bytes[at + 1] = (unsigned char)pair;
			expect(bytes);
		}
}

static uint64_t word_of(const unsigned char *bytes)
{
	return word_at((const char *)bytes);
}

static void expect_counts(const unsigned char *bytes)
{
	unsigned feeds = 0, high = 0, capitals = 0;

	for (unsigned i = 0; i < WORD; i++) {
		feeds += bytes[i] == '\n';
		high += bytes[i] >= 0x80;
		capitals += (bytes[i] & 0xe0) == 0x40 || bytes[i] >= 0x80;
	}
	cr_assert_eq(word_count(word_feeds(word_of(bytes))), feeds);
	cr_assert_eq(word_count(word_above_ascii(word_of(bytes))), high);
	cr_assert_eq(word_count(word_like_capitals(word_of(bytes))), capitals);
}

Test(word, counts_bytes_exactly)
{
	for_each_pair(expect_counts);
}

Test(word, sees_that_any_byte_may_break_a_line)
{
	for (unsigned byte = 0; byte < 0x100; byte++)
		for (unsigned at = 0; at < WORD; at++) {
			unsigned char bytes[WORD + 1] = "plain, ~";
			bool may = byte < 0x20 || byte >= 0x80;

			bytes[at] = (unsigned char)byte;
			cr_assert_eq(word_may_break(word_of(bytes)) != 0, may,
				     "byte %u at %u", byte, at);
		}
}
