/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looking at text eight bytes at a time, where all of it has to be looked at.
 *
 * A question gives a word in which the top bit of each byte is the answer for
 * that byte; all other bits are 0.
 */
#ifndef SENSEBOARD_YAML_WORD_H
#define SENSEBOARD_YAML_WORD_H

#include <stdint.h>
#include <string.h>

#define WORD sizeof(uint64_t) /* bytes in one */
#define WORD_ONES UINT64_C(0x0101010101010101)
#define WORD_TOPS (WORD_ONES * 0x80)

static inline uint64_t word_at(const char *s)
{
	uint64_t word;

	memcpy(&word, s, sizeof(word));
	return word;
}

/* For how many bytes the answer is yes. */
static inline unsigned word_count(uint64_t answer)
{
	return (unsigned)((answer >> 7) * WORD_ONES >> 56);
}

/* Which bytes are above 0x7f. */
static inline uint64_t word_above_ascii(uint64_t word)
{
	return word & WORD_TOPS;
}

/* Whether any byte is below 0x20 or above 0x7f; not which. */
static inline uint64_t word_may_break(uint64_t word)
{
	return (word | (word - WORD_ONES * 0x20)) & WORD_TOPS;
}

/* Which bytes are line feeds: what is left of them then is 0, and all else
 * carries into its top bit. */
static inline uint64_t word_feeds(uint64_t word)
{
	const uint64_t low = WORD_ONES * 0x7f;
	uint64_t left = word ^ WORD_ONES * '\n';

	return ~(((left & low) + low) | left) & WORD_TOPS;
}

/* Which bytes are from 0x40 to 0x5f, where capitals and the sign of escapes
 * are, or above 0x7f. */
static inline uint64_t word_like_capitals(uint64_t word)
{
	return (word | (word << 1 & ~(word << 2))) & WORD_TOPS;
}

#endif
