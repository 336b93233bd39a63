/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tests of tables share: is each row called by a name of its own, does it
 * help, and does the manual tell of it?
 *
 * The manual is written by hand.  Tests look for lines of its source, without
 * the \& in it that keep words from being macros.
 */
#ifndef SENSEBOARD_TESTS_DOCS_PAGE_H
#define SENSEBOARD_TESTS_DOCS_PAGE_H

#include <glib.h>
#include <stdbool.h>

/* A page of man/, with a line end before its first line; the caller frees. */
char *page_read(const char *name);

/* What stands under the line HEADING, down to the next section, or (DEEP) with
 * all sections in it; the caller frees. */
char *page_section(const char *text, const char *heading, bool deep);

/* Whether a line of TEXT begins with these words. */
bool page_has(const char *text, const char *words);

/* Whether TEXT says WORDS, whatever macros, quotation marks and points stand
 * between them. */
bool page_tells(const char *text, const char *words);

/* NAME is not among SEEN, and now is. */
void page_expect_new(GHashTable *seen, const char *name);

/* HELP is one. */
void page_expect_sentence(const char *name, const char *help);

#endif
