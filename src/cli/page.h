/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text for reading, on standard output: wrapped, indented, made safe.
 */
#ifndef SENSEBOARD_CLI_PAGE_H
#define SENSEBOARD_CLI_PAGE_H

#define PAGE_LEAST 20 /* columns */
#define PAGE_MOST 10000
#define PAGE_STEP 2 /* how much deeper the next level stands */

/* The width of the terminal that standard output is, else $COLUMNS, else
 * 80. */
int page_width(void);

/* A number of columns from PAGE_LEAST to PAGE_MOST, or 0 if TEXT is none. */
int page_read_width(const char *text);

/* Print a text from column INDENT on, the further lines of it from column
 * INDENT + HANG on. */
void page_put(int width, int indent, int hang, const char *text);

/* Print LABEL, and from column COLUMN on the text; where there is no room
 * beside it, below it. */
void page_put_beside(int width, const char *label, int column,
		     const char *text);

#endif
