/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the rules cost, the pedantic ones too.
 *
 *	rules FILE...
 *
 * Prints a line for each storyboard: its touchpoints, then microseconds of
 * processor time for reading it, for judging all of it, and for judging it
 * again after a change of one touchpoint; medians, the last of touchpoints all
 * over the file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "rules/rules.h"

#define ROUNDS 9
#define EDITS 2001

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *values, size_t n)
{
	qsort(values, n, sizeof(*values), compare);
	return values[n / 2];
}

static _Noreturn void fail(const char *path)
{
	fprintf(stderr, "rules: cannot read '%s'\n", path);
	exit(EXIT_FAILURE);
}

/* A storyboard being read and judged; the last of the rounds stays. */
struct bench {
	struct tree *tree;
	struct journey *journey;
	struct findings *findings;
	double read[ROUNDS], judge[ROUNDS], edit[EDITS];
};

static void forget(struct bench *b)
{
	findings_free(b->findings);
	journey_free(b->journey);
	tree_free(b->tree);
}

static void read_and_judge(struct bench *b, const char *path, int round)
{
	const struct rules_options all = { .pedantic = true };
	struct mark where;
	char *text;
	size_t len;
	double start, read;

	if (!g_file_get_contents(path, &text, &len, NULL))
		fail(path);
	start = now_us();
	b->tree = tree_load(text, len, &tree_limits_default, &where, NULL);
	b->journey = b->tree ? journey_new(b->tree, &where, NULL) : NULL;
	if (!b->journey)
		fail(path);
	read = now_us();
	b->findings = findings_new(b->journey, &all);
	b->judge[round] = now_us() - read;
	b->read[round] = read - start;
}

static void judge_again(struct bench *b, unsigned round)
{
	struct journey *j = b->journey;
	struct place *stage = journey_stage(j, round % j->root->children->len);
	struct place *tp =
		stage_touchpoint(stage, round * 7919 % stage->children->len);
	double start;

	/* an edit has just read the place: it is in the caches */
	findings_update(b->findings, tp);
	start = now_us();
	findings_update(b->findings, tp);
	b->edit[round] = now_us() - start;
}

static void measure(const char *path)
{
	struct bench *b = g_new0(struct bench, 1);

	for (int round = 0; round < ROUNDS; round++) {
		forget(b);
		read_and_judge(b, path, round);
	}
	for (unsigned round = 0; round < EDITS; round++)
		judge_again(b, round);
	printf("%u %.0f %.0f %.2f\n", b->journey->n_touchpoints,
	       median(b->read, ROUNDS), median(b->judge, ROUNDS),
	       median(b->edit, EDITS));
	forget(b);
	g_free(b);
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		measure(argv[i]);
	return EXIT_SUCCESS;
}
