/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What may come out of the gate: the judgement of a cell, shared by the tests
 * and the fuzzers, which knows nothing of how glyph.c makes one.
 */
#ifndef SENSEBOARD_TESTS_TUI_DRAWABLE_H
#define SENSEBOARD_TESTS_TUI_DRAWABLE_H

#include "tui/canvas.h"

/* Whether a terminal might obey this code point, or count it differently. */
bool drawable_forbids(uint32_t ch);

/* Whether the cell holds a base and marks that take the columns it says, or
 * is the right half of one that does. */
bool drawable_cell(const struct cell *cell, enum glyphs level);

/* Whether all cells of a canvas are, and fit into its rows. */
bool drawable_canvas(const struct canvas *c);

#endif
