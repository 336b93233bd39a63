/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether the letters of a text stand in another in their order, and how well:
 * "nf" in "next finding", "svas" in "save as".
 */
#ifndef SENSEBOARD_TUI_FUZZY_H
#define SENSEBOARD_TUI_FUZZY_H

/* A letter that begins a word counts 3, one right behind the letter before
 * counts 2: who gets FUZZY_NEAT for each letter was typed by the beginnings of
 * its words. */
#define FUZZY_NEAT 2

/* The best that the letters of TYPED count for in TEXT, or -1 where they are
 * not all there; both are valid UTF-8 and compared as they are. Only the first
 * 200 letters of TEXT are looked at. */
int fuzzy_score(const char *text, const char *typed);

#endif
