/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a test shares with the program it takes the memory away from: a file of
 * this, whose path is in $NO_MEMORY, is mapped by both.
 */
#ifndef SENSEBOARD_TESTS_PRELOAD_MEMORY_H
#define SENSEBOARD_TESTS_PRELOAD_MEMORY_H

struct memory {
	unsigned long asked; /* how often memory was asked for */
	unsigned long refused; /* the request that fails, or 0 */
};

#endif
