/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A storyboard on the test bench, and what is reported of it.
 */
#ifndef SENSEBOARD_TESTS_FORMAT_BENCH_H
#define SENSEBOARD_TESTS_FORMAT_BENCH_H

#include "format/report.h"

struct bench {
	struct board *board;
	struct report report;
};

/* Report TEXT as if it stood in the file PATH; TEXT NULL: as if that could not
 * be read.  QUIET as for report_init(). */
void bench_set_up(struct bench *b, const char *path, const char *text,
		  bool quiet);
void bench_clear(struct bench *b);

/* What a format makes of N files; the caller frees. */
char *bench_tell(const struct report_format *format, struct bench *files,
		 size_t n);

/* One error (line 6), one warning and a hint. */
extern const char bench_bad[];
/* Nothing to say about. */
extern const char bench_good[];
/* Names that are meant to break out of whatever they are written into. */
extern const char bench_hostile[];

#endif
