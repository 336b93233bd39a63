/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What `check` has found in one file, and the formats that tell it.
 *
 *	begin   file  between  file  between  file   end
 *
 * A format writes each file on its own, so that files can be looked at side
 * by side and told in order; what there is no text for is not separated
 * either.  Whatever comes from a file is escaped for where it stands.
 */
#ifndef SENSEBOARD_FORMAT_REPORT_H
#define SENSEBOARD_FORMAT_REPORT_H

#include "board/board.h"

/* Sums over a file, or over all of them. */
struct report_sum {
	unsigned files; /* that were looked at */
	unsigned broken; /* of these, what is no storyboard */
	unsigned skipped; /* other files in the same folders */
	unsigned touchpoints, complete;
	unsigned levels[LEVELS]; /* findings of each */
	unsigned deferred; /* things to decide */
	unsigned smiles, frowns;
	unsigned senses; /* bit N: sense N from T_SEE is designed */
};

struct report {
	const char *path; /* as it was given; "-": standard input */
	const char *name; /* the same, to be shown */
	const struct board *board; /* NULL: it could not be read */
	const char *error; /* why */
	bool strict; /* warnings fail too */
	/* the rest is report_init()'s */
	GPtrArray *findings; /* what is told, in the order of the file */
	struct report_sum sum;
};

/* Fill in the rest; QUIET leaves out the findings that do not fail. */
void report_init(struct report *r, bool quiet);
void report_clear(struct report *r);

/* Whether a finding of that level fails the file, and whether there is one. */
bool report_fails(const struct report *r, enum level level);
bool report_failed(const struct report *r);

/* Why a file is no storyboard, in the shape of a rule: "file" could not be
 * read, "yaml" is not YAML, "format" is some other YAML. NULL-ended; and the
 * one that R has met, or NULL, with its words. */
extern const struct rule *const report_troubles[];
const struct rule *report_trouble(const struct report *r, const char **why);

/* Where that is; line 0 where only the file is known. */
struct mark report_trouble_mark(const struct report *r);

/* "FACT; REMEDY", which the caller frees. */
char *report_words(const struct finding *f);

/* The file as a URI, relative to the folder we run in if it is below it. The
 * caller frees. */
char *report_uri(const struct report *r);

void report_sum_add(struct report_sum *all, const struct report_sum *one);

struct report_format {
	const char *name;
	void (*begin)(GString *out); /* NULL: with nothing */
	/* only writes; may run in several threads at once */
	void (*file)(GString *out, const struct report *r);
	const char *between;
	void (*end)(GString *out, const struct report_sum *all); /* or NULL */
};

extern const struct report_format report_json, report_sarif, report_junit;

#endif
