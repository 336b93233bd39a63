/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a block scalar: its header (| or >, an indentation, + or -, a
 * comment) and its indented lines.
 *
 * All functions take the scalar's text without properties, LEN bytes.
 */
#ifndef SENSEBOARD_YAML_BLOCK_H
#define SENSEBOARD_YAML_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

/* The columns by which its lines are indented; 0 if it has none. */
unsigned block_indent(const char *s, size_t len);

/* Whether the blank lines that follow it are part of it. */
bool block_keeps(const char *s, size_t len);

/* Its bytes without the blank lines that are no part of it. COL is the column
 * of the entry it is the value of: what an indentation in its header counts
 * from. */
size_t block_length(const char *s, size_t len, unsigned col);

/* The comment in its header with the blanks before it, or "" (the caller
 * frees); and the same of the tail of a line behind some other value. */
char *block_comment(const char *s, size_t len);
char *tail_comment(const char *tail, size_t len);

/* The same scalar saying that its value does not end in a line end: what it
 * must say before a line end may follow one that ends the file without. The
 * caller frees. */
char *block_strip(const char *s, size_t len);

#endif
