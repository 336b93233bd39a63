/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which lines an edit changed, and whether it might.
 *
 * An edit's footprint is the lines that it may write: in the old text and in
 * the new.  All other lines with content must be the same in both, byte for
 * byte; no comment may vanish; and what lies before and after the whole
 * footprint must be the same down to its blank lines.
 */
#ifndef SENSEBOARD_TESTS_YAML_LINES_H
#define SENSEBOARD_TESTS_YAML_LINES_H

#include "reading.h"

enum line_sort { LINE_BLANK, LINE_COMMENT, LINE_CONTENT };

struct comment {
	size_t line, column; /* from 0; the column in bytes */
	char *text;
};

/* A text's lines, split where libyaml does, and the footprint in it. */
struct lines {
	const struct reading *of; /* borrowed */
	GArray *starts; /* size_t; the last is the length */
	enum line_sort *sorts;
	GPtrArray *comments; /* of struct comment, in order */
	bool *touched; /* lines of the footprint */
	size_t first, last; /* of the footprint; first > last: none */
};

struct lines *lines_new(const struct reading *r);
void lines_free(struct lines *l);

/* How many there are, and the line a byte is on. */
size_t lines_count(const struct lines *l);
size_t lines_at(const struct lines *l, size_t byte);

/* Add to the footprint: all lines between two bytes (TO not included), and
 * the lines of the entry that has this value. */
void lines_touch(struct lines *l, size_t from, size_t to);
void lines_touch_entry(struct lines *l, const struct node *n);

/* What changed outside both footprints, or NULL. Blank lines and comments
 * next to a footprint may differ, unless CLOSE. Caller frees. */
char *lines_differ(const struct lines *old, const struct lines *new,
		   bool close);

/* Whether the comments are the same in the same order, or in any. */
bool lines_same_comments(const struct lines *a, const struct lines *b);
bool lines_same_comments_somewhere(const struct lines *a,
				   const struct lines *b);

/* Whether LESS has the comments of MORE but for some of those that belong
 * to the entry with this value. */
bool lines_lost_comments_of(const struct lines *more, const struct lines *less,
			    const struct node *n);

#endif
