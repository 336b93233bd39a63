/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What keys cost full-screen programs, each on a terminal of its own.
 *
 *	keys [-n KEYS] [-m MANY] [-r ROUNDS] PROGRAM...
 *	PROGRAM: [-k KEYS] [-s KEYS] [-q KEYS] LABEL COMMAND
 *
 * For each program, ROUNDS times: start COMMAND in a shell, on 120 x 40; send
 * the keys of -s; then those of -k one after the other, or MANY at once, so
 * many in all, the programs in turns; then those of -q, at which it should
 * end.  Keys are as typed, with <Down> <PgDn> <Enter> <Esc> <Tab> for those
 * that are no character; options hold until given again.
 *
 * It prints a line for each program, of medians:
 *
 *	LABEL  first screen: us, CPU us  key: us, CPU us, bytes, reads  peak kB
 *	cells
 *
 * A frame has ended when nothing more comes and the program sleeps.  CPU is
 * the processor time of the program, a figure that a busy machine does not
 * change much; `reads` is in how many parts the frame arrived, `cells` how many
 * of the screen it has changed.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cells.h"

#define PROGRAMS 8
#define SAMPLES 20000
#define QUIET_MS 8 /* the end of a frame */
#define START_MS 60 /* the end of the first */
#define PATIENCE_MS 10000
#define KEYS_MOST 200 /* at once */
#define ROWS 40
#define COLS 120

enum what { START, START_CPU, KEY, KEY_CPU, BYTES, READS, PEAK, CELLS, WHATS };

struct program {
	const char *label, *command, *keys, *setup, *quit;
	const char *rest; /* the keys not yet pressed */
	pid_t pid;
	int fd;
	struct cells *cells;
	bool arrows_as_application; /* DECCKM: arrows are ESC O */
	unsigned n[WHATS];
	double *samples[WHATS];
};

struct plan {
	int keys, rounds;
	int many; /* keys sent at once */
};

struct answer {
	double us, cpu;
	unsigned bytes, reads;
};

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static _Noreturn void die(const char *what)
{
	fprintf(stderr, "keys: %s: %s\n", what, strerror(errno));
	exit(EXIT_FAILURE);
}

static void note(struct program *p, enum what what, double value)
{
	if (!p->samples[what])
		p->samples[what] = calloc(SAMPLES, sizeof(double));
	if (!p->samples[what])
		die("samples");
	if (p->n[what] < SAMPLES)
		p->samples[what][p->n[what]++] = value;
}

static size_t read_proc(const struct program *p, const char *name, char *text,
			size_t size)
{
	char path[64];
	ssize_t got;
	int fd;

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)p->pid, name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	got = read(fd, text, size - 1);
	close(fd);
	text[got > 0 ? got : 0] = '\0';
	return got > 0 ? (size_t)got : 0;
}

static double cpu_us(const struct program *p)
{
	char text[128];

	return read_proc(p, "schedstat", text, sizeof(text))
		       ? strtod(text, NULL) / 1e3
		       : 0;
}

static double peak_kb(const struct program *p)
{
	char text[4096];
	const char *peak;

	if (!read_proc(p, "status", text, sizeof(text)))
		return 0;
	peak = strstr(text, "VmHWM:");
	return peak ? strtod(peak + 6, NULL) : 0;
}

static bool sleeps(const struct program *p)
{
	char text[512];
	const char *state;

	if (!read_proc(p, "stat", text, sizeof(text)))
		return true;
	state = strrchr(text, ')');
	return state && state[1] && strchr("SZT", state[2]);
}

/* Take what has come. False if there was nothing, or nothing will come. */
static bool take(struct program *p, struct answer *a)
{
	char bytes[65536 + 1];
	ssize_t got = read(p->fd, bytes, sizeof(bytes) - 1);

	if (got <= 0)
		return false;
	bytes[got] = '\0';
	if (memmem(bytes, (size_t)got, "\033[?1h", 5))
		p->arrows_as_application = true;
	if (memmem(bytes, (size_t)got, "\033[?1l", 5))
		p->arrows_as_application = false;
	cells_feed(p->cells, bytes, (size_t)got);
	a->bytes += (unsigned)got;
	a->reads++;
	return true;
}

/* Read until nothing comes for QUIET_MS and the program sleeps; times are
 * counted from SINCE, when it had USED so much processor time. */
static struct answer listen(struct program *p, double since, double used,
			    int quiet_ms)
{
	struct answer a = { 0 };
	struct pollfd in = { .fd = p->fd, .events = POLLIN };
	double last = since, cpu;

	while (now_us() - since < PATIENCE_MS * 1e3) {
		cpu = cpu_us(p);
		if (poll(&in, 1, quiet_ms) > 0) {
			if (!take(p, &a))
				break;
			last = now_us();
		} else if (sleeps(p) && cpu_us(p) - cpu < 1) {
			break;
		}
	}
	a.us = last - since;
	a.cpu = cpu_us(p) - used;
	return a;
}

static void start(struct program *p)
{
	struct winsize size = { .ws_row = ROWS, .ws_col = COLS };
	double since = now_us();
	struct answer a;

	p->pid = forkpty(&p->fd, NULL, NULL, &size);
	if (p->pid < 0)
		die("forkpty");
	if (p->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		unsetenv("LINES");
		unsetenv("COLUMNS");
		execl("/bin/sh", "sh", "-c", p->command, (char *)NULL);
		_exit(127);
	}
	p->cells = cells_new(ROWS, COLS);
	p->arrows_as_application = false;
	a = listen(p, since, 0, START_MS);
	note(p, START, a.us);
	note(p, START_CPU, a.cpu);
}

/* The bytes of the key that KEYS begins with, *LEN characters of it. */
static size_t encode(const struct program *p, const char *keys, size_t *len,
		     const char **bytes)
{
	static const struct {
		const char *name, *bytes, *application;
	} named[] = {
		{ "<Down>", "\033[B", "\033OB" },
		{ "<Up>", "\033[A", "\033OA" },
		{ "<Right>", "\033[C", "\033OC" },
		{ "<PgDn>", "\033[6~", NULL },
		{ "<PgUp>", "\033[5~", NULL },
		{ "<Enter>", "\r", NULL },
		{ "<Esc>", "\033", NULL },
		{ "<Tab>", "\t", NULL },
	};

	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++) {
		*len = strlen(named[i].name);
		if (strncmp(keys, named[i].name, *len) != 0)
			continue;
		*bytes = named[i].bytes;
		if (p->arrows_as_application && named[i].application)
			*bytes = named[i].application;
		return strlen(*bytes);
	}
	*len = 1;
	*bytes = keys;
	return 1;
}

/* Send N keys of KEYS at once, from the first on again when they end; returns
 * the rest of them. */
static const char *send_keys(struct program *p, const char *keys,
			     const char *rest, int n)
{
	char all[KEYS_MOST * 8];
	size_t used = 0, len;
	const char *bytes;

	for (int i = 0; i < n && i < KEYS_MOST; i++, rest += len) {
		size_t size;

		rest = *rest ? rest : keys;
		size = encode(p, rest, &len, &bytes);
		memcpy(all + used, bytes, size);
		used += size;
	}
	if (write(p->fd, all, used) != (ssize_t)used)
		die(p->label);
	return rest;
}

static void press(struct program *p, int many)
{
	double used = cpu_us(p), since = now_us();
	struct answer a;

	p->rest = send_keys(p, p->keys, p->rest, many);
	a = listen(p, since, used, QUIET_MS);
	note(p, KEY, a.us);
	note(p, KEY_CPU, a.cpu);
	note(p, BYTES, a.bytes);
	note(p, READS, a.reads);
	note(p, CELLS, cells_changed(p->cells));
}

/* Keys that are not measured, one after the other. */
static void prepare(struct program *p, const char *keys)
{
	while (*keys) {
		keys = send_keys(p, keys, keys, 1);
		listen(p, now_us(), 0, QUIET_MS * 4);
	}
	cells_changed(p->cells);
}

static void stop(struct program *p)
{
	note(p, PEAK, peak_kb(p));
	if (*p->quit)
		prepare(p, p->quit);
	cells_free(p->cells);
	close(p->fd);
	for (int i = 0; i < 100; i++) {
		if (waitpid(p->pid, NULL, WNOHANG) != 0)
			return;
		poll(NULL, 0, 5);
	}
	kill(p->pid, SIGKILL);
	waitpid(p->pid, NULL, 0);
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(struct program *p, enum what what)
{
	if (!p->n[what])
		return 0;
	qsort(p->samples[what], p->n[what], sizeof(double), compare);
	return p->samples[what][p->n[what] / 2];
}

static void report(struct program *p)
{
	printf("%s", p->label);
	for (enum what what = 0; what < WHATS; what++) {
		printf(" %.0f", median(p, what));
		free(p->samples[what]);
	}
	putchar('\n');
}

static void run(struct program *programs, int n, const struct plan *plan)
{
	for (int i = 0; i < n; i++)
		start(&programs[i]);
	for (int i = 0; i < n; i++)
		prepare(&programs[i], programs[i].setup);
	for (int sent = 0; sent < plan->keys; sent += plan->many)
		for (int i = 0; i < n; i++)
			press(&programs[i], plan->many);
	for (int i = 0; i < n; i++)
		stop(&programs[i]);
}

/* Read the options before a program; false if they are wrong. */
static bool options(int argc, char **argv, struct plan *plan,
		    struct program *next)
{
	int option;

	while ((option = getopt(argc, argv, "+n:r:m:k:s:q:")) != -1)
		switch (option) {
		case 'n':
			plan->keys = atoi(optarg);
			break;
		case 'r':
			plan->rounds = atoi(optarg);
			break;
		case 'm':
			plan->many = atoi(optarg);
			break;
		case 'k':
			next->keys = optarg;
			break;
		case 's':
			next->setup = optarg;
			break;
		case 'q':
			next->quit = optarg;
			break;
		default:
			return false;
		}
	return true;
}

int main(int argc, char **argv)
{
	struct plan plan = { .rounds = 1, .many = 1 };
	struct program next = { .keys = "", .setup = "", .quit = "" };
	struct program programs[PROGRAMS];
	int n = 0;

	while (n < PROGRAMS && options(argc, argv, &plan, &next) &&
	       optind + 1 < argc) {
		programs[n] = next;
		programs[n].rest = next.keys;
		programs[n].label = argv[optind++];
		programs[n++].command = argv[optind++];
	}
	if (!n || optind < argc) {
		fprintf(stderr, "keys: see the head of keys.c\n");
		return 2;
	}
	for (int round = 0; round < plan.rounds; round++)
		run(programs, n, &plan);
	for (int i = 0; i < n; i++)
		report(&programs[i]);
	return EXIT_SUCCESS;
}
