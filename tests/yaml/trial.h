/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One YAML text under trial: the tree, and the second opinion on its bytes.
 *
 * A trial knows every entry of the tree together with its node in the
 * reading, and says what is wrong as soon as the two disagree.
 */
#ifndef SENSEBOARD_TESTS_YAML_TRIAL_H
#define SENSEBOARD_TESTS_YAML_TRIAL_H

#include "lines.h"
#include "reading.h"
#include "values.h"
#include "yaml/edit.h"
#include "yaml/history.h"
#include "yaml/tree.h"

/* An entry and its value; UP holds it as its unit INDEX, which in a mapping
 * is a pair. A document has no UP. */
struct place {
	uint32_t entry;
	struct node *node, *up;
	guint index;
};

enum sort { SET_VALUE, SET_KEY, INSERT, REMOVE, MOVE, SORTS };

struct trial {
	Tree *tree;
	struct reading *now;
	GString *followed; /* the text, by the splices told alone */
	GArray *places; /* struct place, in the order of the text */
	GArray *states; /* a checksum of the text at each depth */
	unsigned depth; /* how many changes stand */
	const struct tree_limits *limits;
	struct dice dice;
	GString *story; /* what the last edit was */
	char *wrong; /* what is wrong, or NULL */
	unsigned done[SORTS];
	unsigned refused[SORTS][TREE_ERROR_VERIFY + 1];
	unsigned hopeful, hopeful_refused; /* of the values set */
};

/* Takes TREE. False if it does not agree with a reading of BYTES. */
bool trial_begin(struct trial *t, Tree *tree, const char *bytes, size_t len);
void trial_end(struct trial *t);

/* Say what is wrong, and return false. */
bool trial_wrong(struct trial *t, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Whether the tree says of every entry what the reading says; on the way the
 * places are found. */
bool trial_agree(struct trial *t);

/* Whether the tree has the very text that was read last. */
bool trial_unchanged(struct trial *t);

/* Read the text as the tree has it now, and put that in place of the reading
 * of before. */
bool trial_reread(struct trial *t);

/* One random edit in a change of its own, checked. False if wrong. */
bool trial_edit(struct trial *t);

/* Close the open change, after which the reading is of the new text. */
bool trial_commit(struct trial *t, bool changed);

/* Some undone and some of it redone, checked; all undone and redone. */
bool trial_wander(struct trial *t);
bool trial_rewind(struct trial *t, const char *bytes, size_t len);

/* How many entries a collection has, and the value and key of one. */
guint units(const struct node *n);
struct node *unit(const struct node *n, guint i);
struct node *unit_key(const struct node *n, guint i);

#endif
