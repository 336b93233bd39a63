/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The screens of harbour-house.yaml after some keys, and golden frames of
 * them: golden/VIEW-COLSxROWS-GLYPHS.txt.
 *
 * A frame that has changed on purpose is accepted with
 *
 *	ACCEPT=1 tests/test-tui --filter 'VIEW/frames'
 *
 * and looked at in the difference that git shows.
 */
#ifndef SENSEBOARD_TESTS_FRAMES_H
#define SENSEBOARD_TESTS_FRAMES_H

#include "tui/app.h"

/* The storyboard all frames are of. */
struct board *frames_harbour(void);

/* The screen of a board (taken) after KEYS, which are named as for --keys; the
 * caller frees. */
char *frames_screen(struct board *take_board, int cols, int rows,
		    enum glyphs glyphs, const char *keys);

/* Compare its screens after KEYS at all sizes and glyph levels with the golden
 * ones of VIEW. */
void frames_compare(const char *view, const char *keys);

#endif
