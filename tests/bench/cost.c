/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What commands cost that run to their end.
 *
 *	cost ROUNDS COMMAND...
 *
 * Each COMMAND is run by a shell, in turns, ROUNDS times, its output thrown
 * away; a line for each says the medians of processor time in us and of peak
 * memory in kB.  Begin commands with `exec`: the shell is counted too.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS_MOST 1000

struct command {
	const char *text;
	double us[ROUNDS_MOST], kb[ROUNDS_MOST];
};

static _Noreturn void become(const char *text)
{
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	dup2(null, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	execl("/bin/sh", "sh", "-c", text, (char *)NULL);
	_exit(127);
}

static double in_us(struct timeval t)
{
	return (double)t.tv_sec * 1e6 + (double)t.tv_usec;
}

static void run(struct command *c, int round)
{
	struct rusage used;
	pid_t pid = fork();

	if (pid == 0)
		become(c->text);
	if (pid < 0 || wait4(pid, NULL, 0, &used) != pid)
		exit(EXIT_FAILURE);
	c->us[round] = in_us(used.ru_utime) + in_us(used.ru_stime);
	c->kb[round] = (double)used.ru_maxrss;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *values, int n)
{
	qsort(values, (size_t)n, sizeof(*values), compare);
	return values[n / 2];
}

int main(int argc, char **argv)
{
	int rounds = argc > 2 ? atoi(argv[1]) : 0, n = argc - 2;
	struct command *commands;

	if (rounds < 1 || rounds > ROUNDS_MOST) {
		fprintf(stderr, "usage: cost ROUNDS COMMAND...\n");
		return 2;
	}
	commands = calloc((size_t)n, sizeof(*commands));
	if (!commands)
		return EXIT_FAILURE;
	for (int i = 0; i < n; i++)
		commands[i].text = argv[i + 2];
	for (int round = 0; round < rounds; round++)
		for (int i = 0; i < n; i++)
			run(&commands[i], round);
	for (int i = 0; i < n; i++)
		printf("%.0f %.0f\n", median(commands[i].us, rounds),
		       median(commands[i].kb, rounds));
	free(commands);
	return EXIT_SUCCESS;
}
