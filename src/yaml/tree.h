/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A YAML text that remembers: a tree of entries whose slices tile the file.
 *
 *	# the promise            lead
 *	what                     key
 *	    :                    sep
 *	      You are a person   val
 *	                         tail (blanks, comment, line break)
 *
 * Each mapping pair, each item of a sequence and each document is one entry;
 * printing lead, key, sep, val, the children, close and tail of all entries
 * in order gives the file back to the byte.  An entry is named by a number
 * that stays its own over every edit, undo and redo; 0 is no entry.
 *
 * This header reads; edit.h changes, history.h undoes.
 */
#ifndef SENSEBOARD_YAML_TREE_H
#define SENSEBOARD_YAML_TREE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tree;

/* What the value of an entry is. */
enum kind {
	KIND_NONE,
	KIND_STREAM,
	KIND_SCALAR,
	KIND_ALIAS,
	KIND_MAPPING,
	KIND_SEQUENCE
};

/* What is refused at the door, counted as the text is read. */
struct tree_limits {
	size_t bytes; /* of the whole text */
	size_t scalar; /* of one scalar */
	unsigned depth; /* of nested collections */
	unsigned anchors;
};

/* 64 MiB, 1 MiB, 64, 1,000. */
extern const struct tree_limits tree_limits_default;

/* A place in the text as people count: both from 1, the column in code
 * points; 0 where the place is not known. */
struct mark {
	unsigned line, column;
};

enum tree_error {
	TREE_ERROR_SYNTAX, /* not YAML, with the place */
	TREE_ERROR_LIMIT, /* beyond a limit, with the place */
	TREE_ERROR_VALUE, /* a value that no YAML text can hold */
	TREE_ERROR_UNSAFE, /* an edit that could change something else */
	TREE_ERROR_VERIFY /* what would be saved does not read back */
};
#define TREE_ERROR tree_error_quark()
GQuark tree_error_quark(void);

/* Read LEN bytes of YAML.  TAKE_BYTES (from g_malloc, with one more byte
 * behind them) belongs to the tree, or is freed on failure.  On failure NULL,
 * with the place of the error in *WHERE. */
struct tree *tree_load(char *take_bytes, size_t len,
		       const struct tree_limits *limits, struct mark *where,
		       GError **error);
void tree_free(struct tree *t);
typedef struct tree Tree; /* for g_autoptr(Tree) */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Tree, tree_free)

/* The text as it was read, of *LEN bytes; as long as the tree lives. */
const char *tree_opened(const struct tree *t, size_t *len);

/* The entry of document N, counted from 0, or 0; its value is the document's
 * root node. */
uint32_t tree_document(const struct tree *t, unsigned n);

/* The neighbours of an entry, or 0. The children of a mapping are its pairs,
 * those of a sequence its items. A removed entry has no parent. */
uint32_t tree_first(const struct tree *t, uint32_t e);
uint32_t tree_last(const struct tree *t, uint32_t e);
uint32_t tree_next(const struct tree *t, uint32_t e);
uint32_t tree_prev(const struct tree *t, uint32_t e);
uint32_t tree_up(const struct tree *t, uint32_t e);

/* Whether the entry hangs in the tree, as removed ones do not. */
bool tree_alive(const struct tree *t, uint32_t e);

/* The kind of an entry's value. An alias of a scalar counts as a scalar
 * here; an alias of anything else is KIND_ALIAS. */
enum kind tree_kind(const struct tree *t, uint32_t e);

/* Whether the value is an alias, of whatever it may be. */
bool tree_is_alias(const struct tree *t, uint32_t e);

/* Whether a collection is written in braces or brackets. */
bool tree_is_flow(const struct tree *t, uint32_t e);

/* Whether a scalar is missing, plain ~ or plain null. */
bool tree_blank(const struct tree *t, uint32_t e);

/* Whether an earlier pair of the same mapping has the same key. */
bool tree_duplicate(const struct tree *t, uint32_t e);

/* The pair of mapping MAP with that key, the first of several, or 0. */
uint32_t tree_find(const struct tree *t, uint32_t map, const char *key);

/* A 64-bit hash of a key's text, the same for every spelling of it, and the
 * hash of an entry's own key. */
uint64_t tree_hash(const char *text, size_t len);
uint64_t tree_key_hash(const struct tree *t, uint32_t e);

/* The same of a scalar's value, 0 for what is no scalar: whoever only compares
 * need not read the text. */
uint64_t tree_value_hash(const struct tree *t, uint32_t e);

/* Whether a scalar says just this; and which of the words that stand at every
 * STRIDE bytes from WORDS on, up to NULL, counted from 0, or -1. */
bool tree_says(const struct tree *t, uint32_t e, const char *text);
int tree_which(const struct tree *t, uint32_t e, const char *const *words,
	       size_t stride);

/* Whether the value is a scalar that is not empty. */
bool tree_is_text(const struct tree *t, uint32_t e);

/* The most capital letters that a scalar can have, to judge by its bytes: 0
 * for most, and for what is no scalar. */
size_t tree_capitals(const struct tree *t, uint32_t e);

/* Whether a scalar is blank or an empty text in quotes. */
bool tree_empty(const struct tree *t, uint32_t e);

/* The key or the value of a scalar as text; the caller frees. NULL for what
 * is no scalar; "" for a missing value. An alias of a scalar reads as it. */
char *tree_key(const struct tree *t, uint32_t e);
char *tree_value(const struct tree *t, uint32_t e);

/* How many aliases read the value of this entry. */
unsigned tree_aliases(const struct tree *t, uint32_t e);

/* Whether an alias has ever stood anywhere. */
bool tree_has_aliases(const struct tree *t);

/* A number that whoever reads the tree may leave at an entry, 0 at first. It
 * is not part of the text and not undone. */
uint32_t tree_tag(const struct tree *t, uint32_t e);
void tree_set_tag(struct tree *t, uint32_t e, uint32_t tag);

/* Where the key (or the dash) of an entry stands, and where its value. */
struct mark tree_key_mark(struct tree *t, uint32_t e);
struct mark tree_value_mark(struct tree *t, uint32_t e);

/* The byte offset at which an entry's text starts, its comments included,
 * and the bytes it covers with everything in it. */
size_t tree_offset(struct tree *t, uint32_t e);
size_t tree_size(const struct tree *t, uint32_t e);

/* The whole text as it stands, to be freed by the caller (a NUL follows), and
 * the text of one entry with everything in it, appended to OUT. */
char *tree_emit(const struct tree *t, size_t *len);
void tree_emit_entry(const struct tree *t, uint32_t e, GString *out);

/* Whether the text as it stands reads back as this very tree: the same
 * kinds, keys, values and order. Nothing is saved without it. BYTES is what
 * tree_emit() gave. */
bool tree_verify(const struct tree *t, const char *bytes, size_t len,
		 GError **error);

#endif
