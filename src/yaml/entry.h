/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside a tree: what only the files of src/yaml may look at.
 *
 * Bytes live in two places that never move or change: the text as it was
 * opened, and an arena that edits append to.  A slice names some of them.
 * What an entry itself says (struct text) is copied whole into the history
 * when it changes; where it hangs and the sums over its subtree are kept by
 * tree_link(), tree_unlink() and tree_put(): beside the loader, which knows
 * them from where it is, the only functions that write them.
 */
#ifndef SENSEBOARD_YAML_ENTRY_H
#define SENSEBOARD_YAML_ENTRY_H

#include "yaml/history.h"
#include "yaml/tree.h"

#define ENTRY_STREAM 1 /* the root; its children are the documents */

struct slice {
	uint32_t off; /* below tree.n: opened text; from there on: arena */
	uint32_t len;
};

/* In the order in which they are printed; children come before CLOSE. */
enum part { LEAD, KEY, SEP, VAL, CLOSE, TAIL, PARTS };

enum text_style {
	STYLE_PLAIN,
	STYLE_SINGLE,
	STYLE_DOUBLE,
	STYLE_LITERAL,
	STYLE_FOLDED
};

enum text_flag {
	TEXT_PAIR = 1, /* a mapping's pair; else item or document */
	TEXT_IN_FLOW = 2, /* the entry itself stands in a flow style */
	TEXT_FLOW = 4, /* its collection is in flow style */
	TEXT_IMPLICIT = 8, /* [a: b]: a mapping without braces */
	TEXT_BLANK = 16, /* missing, plain ~ or null */
	TEXT_BARE = 32, /* a key that has no ':' */
	TEXT_DUPLICATE = 64,
	TEXT_OPAQUE = 128, /* the key is a collection or an alias */
};

/* What an entry itself says. Its parts stand in two runs, before and behind
 * its children, each one behind the other. */
struct text {
	uint32_t head, foot; /* where LEAD and where CLOSE starts */
	uint32_t len[PARTS];
	uint16_t props; /* bytes of VAL that are anchor and tag */
	uint16_t col; /* column of key or dash, in code points; in flow style
			 only up to COLUMN_MOST */
	uint8_t kind, style, flags;
	uint8_t meta; /* hash of tag and anchor */
	uint64_t key_hash;
};

#define COLUMN_MOST UINT16_MAX

struct entry {
	struct text text;
	uint32_t up, prev, next;
	uint32_t branch; /* one of tree.branches; [0] for most */
};

/* What most entries, being leaves, do without: every collection has one, and
 * whatever else a reader left a number at or stands in a chunk. */
struct branch {
	uint32_t first, last;
	uint32_t bytes, lines; /* of the subtree, as printed */
	uint32_t chunk; /* see tree_offset() */
	uint32_t tag; /* the reader's */
};

/* A run of siblings with the sums over them, so that a place among 100,000
 * is found without walking them all. A cache: made on the first long walk. */
struct chunk {
	uint32_t prev, next; /* chunks of the same parent */
	uint32_t first; /* entry */
	uint32_t count, bytes, lines;
};

/* An alias stands in ENTRY, as its value or in its key, and names TARGET: 0
 * if that anchor stands in a key. */
struct alias {
	uint32_t entry, target;
};

struct tree {
	char *opened; /* the text as it was read */
	uint32_t n; /* its bytes */
	GString *arena;
	struct entry *entries; /* [0] is no entry */
	uint32_t n_entries, room;
	GArray *branches; /* of struct branch; [0] is empty */
	GArray *chunks; /* of struct chunk; [0] is none */
	GArray *aliases; /* of struct alias: every one ever loaded, by entry;
			    that of a key before that of its value */
	const char *eol; /* "\n" or "\r\n", as the first line ends */
	struct tree_limits
		limits; /* for edits too: what is saved opens again */
	unsigned step; /* columns of one level of indentation */
	bool indentless; /* "key:\n- item" is how this file writes */
	GPtrArray *done, *undone; /* of struct change */
	struct change *open;
	struct splice_follower follow;
};

/* One step of a change; history.c gives them their meaning. */
struct step {
	enum step_kind kind;
	uint32_t entry, up, prev;
	struct text text; /* STEP_TEXT: the other text */
};

static inline struct entry *entry(const struct tree *t, uint32_t e)
{
	return &t->entries[e];
}

/* To be looked at; tree_branch() is for changing it. */
static inline const struct branch *branch(const struct tree *t, uint32_t e)
{
	return &g_array_index(t->branches, struct branch, t->entries[e].branch);
}

static inline bool has(const struct tree *t, uint32_t e, enum text_flag flag)
{
	return t->entries[e].text.flags & flag;
}

static inline struct slice text_part(const struct text *text, enum part p)
{
	struct slice s = { p < CLOSE ? text->head : text->foot, text->len[p] };

	for (enum part q = p < CLOSE ? LEAD : CLOSE; q < p; q++)
		s.off += text->len[q];
	return s;
}

/* The run of parts before the children, and the one behind them. */
static inline struct slice text_head(const struct text *text)
{
	const uint32_t *len = text->len;

	return (struct slice){ text->head,
			       len[LEAD] + len[KEY] + len[SEP] + len[VAL] };
}

static inline struct slice text_foot(const struct text *text)
{
	return (struct slice){ text->foot, text->len[CLOSE] + text->len[TAIL] };
}

/* The bytes of an entry's own slices. */
static inline uint32_t text_size(const struct text *text)
{
	return text_head(text).len + text_foot(text).len;
}

/* The bytes of a slice; valid until the arena grows. */
static inline const char *bytes(const struct tree *t, struct slice s)
{
	return s.off < t->n ? t->opened + s.off
			    : t->arena->str + (s.off - t->n);
}

/* Append to the arena and return the slice. */
struct slice tree_keep(struct tree *t, const char *text, size_t len);

/* Part P of an entry as a string of its own; the caller frees. */
char *tree_part(const struct tree *t, uint32_t e, enum part p);

/* Give part P of TEXT the bytes of S. */
void text_put(struct tree *t, struct text *text, enum part p, const char *s);

/* What stands for E: the scalar that it is an alias of, else E itself. */
uint32_t tree_named(const struct tree *t, uint32_t alias);
static inline uint32_t tree_behind(const struct tree *t, uint32_t e)
{
	return entry(t, e)->text.kind == KIND_ALIAS ? tree_named(t, e) : e;
}

/* A new entry that hangs nowhere, its text zeroed. */
uint32_t tree_new_entry(struct tree *t);

/* Lines are what editors count: LF, CRLF or a CR by itself. */
uint32_t lines_in(const char *s, size_t len);

/* Bytes and lines before the first part of E. */
void tree_before(struct tree *t, uint32_t e, size_t *size, size_t *lines);

/* The branch of E, made if it has none; valid until the next is made. */
void tree_make_branch(struct tree *t, uint32_t e);
static inline struct branch *tree_branch(struct tree *t, uint32_t e)
{
	if (!entry(t, e)->branch)
		tree_make_branch(t, e);
	return &g_array_index(t->branches, struct branch, entry(t, e)->branch);
}

/* Hang E under UP behind PREV. The sums are left to the caller. */
void tree_hang(struct tree *t, uint32_t e, uint32_t up, uint32_t prev);

/* The three steps every edit is made of; sums follow. history.h's open
 * change is not told: edits call history_put() and its like. */
void tree_put(struct tree *t, uint32_t e, const struct text *text);
void tree_link(struct tree *t, uint32_t e, uint32_t up, uint32_t prev);
void tree_unlink(struct tree *t, uint32_t e);

/* splice.c: tell who follows the text of a step that is about to be made, or
 * of an entry that has just been linked. */
void splice_put(struct tree *t, uint32_t e, const struct text *text);
void splice_linked(struct tree *t, uint32_t e);
void splice_unlink(struct tree *t, uint32_t e);

/* The same, remembered in the open change. */
void history_put(struct tree *t, uint32_t e, const struct text *text);
void history_put_part(struct tree *t, uint32_t e, enum part p, const char *s);
void history_link(struct tree *t, uint32_t e, uint32_t up, uint32_t prev);
void history_unlink(struct tree *t, uint32_t e);
void change_free(struct change *c);

/* How many steps the open change has, and back to that many: what an edit
 * that is refused half way does. */
unsigned history_steps(const struct tree *t);
void history_roll_back(struct tree *t, unsigned steps);

/* verify.c: whether the text around entry E, from the start of a line to what
 * follows it, reads as the tree has it. Costs the same in a long text. */
bool verify_around(const struct tree *t, uint32_t e);

/* load.c: read TEXT at OFF of the tree's bytes into entries below UP. */
struct load_options {
	const struct tree_limits *limits;
	struct mark *where;
};
bool load_text(struct tree *t, uint32_t off, uint32_t len, uint32_t up,
	       const struct load_options *options, GError **error);

#endif
