/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a cursor may stand in a text, and where it goes from there.
 *
 * Positions are bytes from the start of valid UTF-8 text of LEN bytes, and
 * always between two clusters: nobody stands inside an accent or a family.
 * Nothing here changes a text, and no move looks at more of it than it
 * crosses.
 */
#ifndef SENSEBOARD_TUI_CARET_H
#define SENSEBOARD_TUI_CARET_H

#include <stddef.h>

/* The place after or before the next cluster; the ends stay where they are. */
size_t caret_right(const char *text, size_t len, size_t at);
size_t caret_left(const char *text, size_t len, size_t at);

/* AT itself if a cursor may stand there, else the end of its cluster; LEN
 * for what is beyond the text. */
size_t caret_snap(const char *text, size_t len, size_t at);

/* Over what is no word, then over a word (letters and digits). */
size_t caret_word_right(const char *text, size_t len, size_t at);
size_t caret_word_left(const char *text, size_t len, size_t at);

/* Back over blanks, then over all that is not blank. */
size_t caret_blank_left(const char *text, size_t len, size_t at);

/* The ends of the line AT is on, without its line end. */
size_t caret_line_begin(const char *text, size_t at);
size_t caret_line_end(const char *text, size_t len, size_t at);

#endif
