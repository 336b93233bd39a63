/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A storyboard on the test bench: text, journey and findings, and the
 * findings put into lines.
 */
#ifndef SENSEBOARD_TESTS_RULES_SHEET_H
#define SENSEBOARD_TESTS_RULES_SHEET_H

#include "rules/rules.h"

struct sheet {
	struct tree *tree;
	struct journey *journey;
	struct findings *findings;
};

/* Read a text, which must be a storyboard, and judge it by all rules that are
 * not pedantic, or as OPTIONS have it, or by those RULES alone, which are
 * separated by blanks. */
struct sheet sheet_read(const char *text);
struct sheet sheet_judge(const char *text, const struct rules_options *options);
struct sheet sheet_by(const char *text, const char *rules);
void sheet_clear(struct sheet *s);

/* A disk on which there are the files whose names begin with "good". */
extern const struct evidence sheet_evidence;

/* What day it is in tests: 22 November 2026. */
#define SHEET_DAY 739942u

/* "LINE:COLUMN: LEVEL: MESSAGE; REMEDY [RULE]" for each finding in the order
 * of the file; the caller frees. */
char *sheet_lines(const struct findings *f);

/* Whether a rule finds something. */
bool sheet_finds(const struct sheet *s, const struct rule *rule);

/* The rules found at a place, separated by blanks; the caller frees. */
char *sheet_rules(const struct sheet *s, const struct place *p);

/* A file of tests/rules; the caller frees. */
char *sheet_file(const char *folder, const char *name, const char *suffix);

/* Visit each storyboard in a part of the data folder, of which there are at
 * least LEAST: its path, and its name without the suffix. */
typedef void sheet_visit(const char *path, const char *name);
void sheet_each(const char *part, unsigned least, sheet_visit *visit);

#endif
