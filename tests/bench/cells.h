/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a terminal shows, to count the cells that a frame has changed.
 */
#ifndef SENSEBOARD_BENCH_CELLS_H
#define SENSEBOARD_BENCH_CELLS_H

#include <stddef.h>

struct cells;

struct cells *cells_new(int rows, int cols);
void cells_free(struct cells *cells);

/* The terminal gets these bytes. */
void cells_feed(struct cells *cells, const char *bytes, size_t len);

/* How many cells show something else than at the last call. */
unsigned cells_changed(struct cells *cells);

#endif
