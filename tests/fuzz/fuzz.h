/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the fuzzers share.  Each is a file with libFuzzer's entry point, which
 * takes any bytes and dies of what must not be.  `make fuzz` lets libFuzzer
 * think of bytes; `make check` only shows each fuzzer what it was shown
 * before: its corpus, by replay.c.
 */
#ifndef SENSEBOARD_TESTS_FUZZ_FUZZ_H
#define SENSEBOARD_TESTS_FUZZ_FUZZ_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Between the parts of an input that has several: no byte of UTF-8. */
#define FUZZ_PART 0xff

/* Die of what must not be, in a sentence. */
static inline void fuzz_must(bool holds, const char *sentence)
{
	if (holds)
		return;
	fprintf(stderr, "not so: %s\n", sentence);
	abort();
}

/* Cut the next part off *BYTES, *LEN: its length. What is left begins behind
 * the byte that ends it. */
static inline size_t fuzz_part(const uint8_t **bytes, size_t *len,
			       const uint8_t **part)
{
	size_t size = 0;

	*part = *bytes;
	while (size < *len && (*part)[size] != FUZZ_PART)
		size++;
	*bytes += MIN(size + 1, *len);
	*len -= MIN(size + 1, *len);
	return size;
}

#endif
