/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an edit costs, rules and all, in storyboards of several sizes.
 *
 *	edit FILE...
 *
 * Sets a field of a touchpoint and undoes it, as a front end would, and prints
 * a line for each file: its touchpoints, then nanoseconds of processor time
 * for an edit and its undo, in one touchpoint over and over, and each time in
 * another, far away: what that costs more is the processor's, whose caches do
 * not hold a long journey.  The files take turns, so that whatever else the
 * machine does falls on all alike; the numbers are medians.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "board/board.h"

#define ROUNDS 4000
#define WARM 200 /* rounds that do not count */
#define FILES 16

struct bench {
	struct board *board;
	unsigned at; /* the touchpoint whose turn it is */
	double near[ROUNDS], far[ROUNDS];
};

static double now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* Touchpoints far from each other, the same in every run. */
static struct place *next_touchpoint(struct bench *b)
{
	struct journey *j = b->board->journey;
	unsigned stages = j->root->children->len;
	struct place *stage = journey_stage(j, b->at % stages);
	unsigned n = stage->children->len;
	struct place *tp = stage_touchpoint(stage, b->at / stages * 7919 % n);

	b->at++;
	return tp;
}

static double measure(struct bench *b, struct place *tp)
{
	const struct change *change;
	double start = now_ns();

	change = journey_set(b->board->journey, tp, T_HOW,
			     "Looks up, and asks: \"how was the way?\"", NULL);
	if (!board_take(b->board, change))
		abort();
	if (!board_undo(b->board))
		abort();
	return now_ns() - start;
}

static void measure_round(struct bench *b, int round)
{
	struct place *tp = next_touchpoint(b);
	double far = measure(b, tp), near;

	/* by now all of it is in the caches, and stays there once more */
	measure(b, tp);
	near = measure(b, tp);
	if (round < 0)
		return;
	b->far[round] = far;
	b->near[round] = near;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *values)
{
	qsort(values, ROUNDS, sizeof(*values), compare);
	return values[ROUNDS / 2];
}

static struct bench *open_bench(const char *path)
{
	struct bench *b = g_new0(struct bench, 1);
	GError *error = NULL;

	b->board = board_open(path, &error);
	if (b->board && b->board->journey)
		board_protect(b->board, NULL); /* as the editor does */
	if (!b->board || !b->board->journey) {
		fprintf(stderr, "edit: %s: %s\n", path,
			error ? error->message : "no storyboard");
		exit(EXIT_FAILURE);
	}
	return b;
}

static void report(struct bench *b)
{
	printf("%u %.0f %.0f\n", b->board->journey->n_touchpoints,
	       median(b->near), median(b->far));
	board_free(b->board);
	g_free(b);
}

int main(int argc, char **argv)
{
	struct bench *benches[FILES];
	int n = MIN(argc - 1, FILES);

	for (int i = 0; i < n; i++)
		benches[i] = open_bench(argv[i + 1]);
	for (int round = -WARM; round < ROUNDS; round++)
		for (int i = 0; i < n; i++)
			measure_round(benches[i], round);
	for (int i = 0; i < n; i++)
		report(benches[i]);
	return EXIT_SUCCESS;
}
