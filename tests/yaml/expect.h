/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One edit of one text, and the very bytes that must come out.
 *
 * An entry is named by its path, as in "stages/0/name"; "@1/a" begins in the
 * second document, and "" is the root.  After each edit the text must verify
 * and open again; undoing gives the old bytes and redoing the new.
 */
#ifndef SENSEBOARD_TESTS_YAML_EXPECT_H
#define SENSEBOARD_TESTS_YAML_EXPECT_H

#include "yaml/edit.h"
#include "yaml/history.h"
#include "yaml/tree.h"

/* A tree of TEXT, or the test fails. The caller frees. */
Tree *opened(const char *text);

/* The entry at PATH, or the test fails. */
uint32_t at(const Tree *t, const char *path);

/* The text as it stands; the caller frees. */
char *emitted(const Tree *t);

/* BEFORE is a path, or NULL for the last place. */
void expect_set(const char *text, const char *path, const char *value,
		const char *want);
void expect_plain(const char *text, const char *path, const char *value,
		  const char *want);
void expect_key(const char *text, const char *path, const char *key,
		const char *want);
void expect_insert(const char *text, const char *parent, const char *before,
		   const char *entry, const char *want);
void expect_remove(const char *text, const char *path, const char *want);
void expect_move(const char *text, const char *path, const char *parent,
		 const char *before, const char *want);

/* The edit is refused as UNSAFE with that line, and nothing changes. */
void refused_set(const char *text, const char *path, const char *value,
		 unsigned line);
void refused_key(const char *text, const char *path, const char *key,
		 unsigned line);
void refused_insert(const char *text, const char *parent, const char *before,
		    const char *entry, unsigned line);
void refused_remove(const char *text, const char *path, unsigned line);
void refused_move(const char *text, const char *path, const char *parent,
		  const char *before, unsigned line);

#endif
