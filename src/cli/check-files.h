/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Checking many files, several at a time, and telling what was found in the
 * order in which they were asked for.
 */
#ifndef SENSEBOARD_CLI_CHECK_FILES_H
#define SENSEBOARD_CLI_CHECK_FILES_H

#include "cli/gather.h"
#include "format/report.h"

struct check {
	const struct report_format *format;
	struct rules_options rules;
	bool strict; /* warnings fail too */
	bool quiet; /* tell only what fails */
	bool no_config; /* leave the user's configuration alone */
	unsigned jobs; /* files at a time */
};

/* Check all of them on standard output; returns the highest exit status. */
int check_files(const struct check *c, const struct gathered *files);

/* For people: as compilers say it, and a last line a file. */
extern const struct report_format report_text;
/* The same without last lines. */
extern const struct report_format report_text_quiet;

#endif
