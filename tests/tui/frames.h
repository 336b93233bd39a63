/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The screens of a storyboard after some keys, and golden frames of them, all
 * sizes and glyph levels of a view in one golden/VIEW.txt.
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

/* For a test suite's init: text needs a UTF-8 locale. */
void frames_utf8(void);

/* Open a storyboard of tests/tui; the one most frames are of. */
struct board *frames_open(const char *file);
struct board *frames_harbour(void);

/* The screen of a board (taken) after KEYS, which are named as for --keys; the
 * caller frees. */
char *frames_screen(struct board *take_board, int cols, int rows,
		    enum glyphs glyphs, const char *keys);

/* At 80x24 with emoji, after KEYS on a storyboard of tests/tui, the screen has
 * WANT, or has it not. */
void frames_expect(const char *file, const char *keys, const char *want);
void frames_expect_not(const char *file, const char *keys,
		       const char *unwanted);

/* Compare the harbour's screens after KEYS at all sizes and glyph levels with
 * the golden ones of VIEW; and those of another storyboard of tests/tui, whose
 * frames are called VIEW-FILE. */
void frames_compare(const char *view, const char *keys);
void frames_compare_of(const char *view, const char *file, const char *keys);

#endif
