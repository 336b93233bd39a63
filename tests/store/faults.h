/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * System calls that go wrong when told to.  The linker's --wrap sends the
 * calls of this program and of the library in it through here (see
 * tests_test_store_LDFLAGS); with no fault set they pass.
 */
#ifndef SENSEBOARD_TESTS_STORE_FAULTS_H
#define SENSEBOARD_TESTS_STORE_FAULTS_H

#include <stdbool.h>

struct fault {
	/* the call it comes to, from 1; 0 for never */
	unsigned at;
	/* the errno value to fail with; 0 to be killed there */
	int number;
	/* all calls from there on fail too */
	bool lasting;
	/* reading and writing go by a few bytes, each after an EINTR */
	bool crumbs;
	/* the first write says it is done and has written something else */
	bool lies;
	/* a write takes nothing, and says so */
	bool takes_nothing;
	/* there is no memory for a text; for one longer than it was said */
	bool no_memory, no_more_memory;
	/* the file system cannot exchange two names */
	bool no_exchange;
	/* runs before each open(), and before the first renameat2() */
	void (*before_open)(void);
	void (*before_exchange)(void);
	/* in place of fdatasync(), in whatever thread: an errno value or 0 */
	int (*disk)(int fd);
	/* runs before each call; after each that has synced FD */
	void (*before)(void);
	void (*synced)(int fd);
};

/* From now on FAULT holds and this thread's calls are counted, until
 * faults_end(). */
void faults_begin(struct fault fault);

/* Calls pass again.  How many there were. */
unsigned faults_end(void);

/* The name of the call that failed last. */
const char *faults_where(void);

/* The names of the calls that were made, each with a blank after it. */
const char *faults_trace(void);

#endif
