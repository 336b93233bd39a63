/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What it takes to write one change to the crash journal: prints the median
 * and the 99th of a hundred, in microseconds, and the median of a bare
 * write(2) of as many bytes to a file beside it.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/journal.h"
#include "store/state.h"

#define CHANGES 20000
#define BYTES 160 /* of a record, more or less */

static const char base[] = "senseboard: 1\ntitle: A day\n";

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double nth(double *times, double part)
{
	qsort(times, CHANGES, sizeof(*times), compare);
	return times[(size_t)(part * (CHANGES - 1))];
}

static void append(double *times)
{
	struct text old = { "A day", 5 }, new = { "A night", 7 };
	struct journal *j = journal_new(&(struct journal_start){
		.stem = "bench", .base = { base, strlen(base) } });

	for (int i = 0; i < CHANGES; i++) {
		double start = now_us();

		journal_splice(j, 21, i % 2 ? &new : &old, i % 2 ? &old : &new);
		journal_commit(j, JOURNAL_DO, "set title of the journey");
		times[i] = now_us() - start;
	}
	journal_close(j, JOURNAL_REMOVE);
}

/* In the folder of the journals. */
static void bare_write(double *times)
{
	struct state_folder folder;
	char bytes[BYTES] = "";
	int fd;

	if (state_open(STATE_HOME, NULL, true, &folder))
		exit(EXIT_FAILURE);
	fd = openat(folder.fd, "bare", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	for (int i = 0; i < CHANGES; i++) {
		double start = now_us();

		if (write(fd, bytes, sizeof(bytes)) != sizeof(bytes))
			exit(EXIT_FAILURE);
		times[i] = now_us() - start;
	}
	unlinkat(folder.fd, "bare", 0);
	close(fd);
	state_close(&folder);
}

int main(void)
{
	static double ours[CHANGES], bare[CHANGES];

	append(ours);
	bare_write(bare);
	printf("%.2f %.2f %.2f\n", nth(ours, 0.5), nth(ours, 0.99),
	       nth(bare, 0.5));
	return EXIT_SUCCESS;
}
