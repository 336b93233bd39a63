/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of edits share: how an edit is refused, how text is shifted
 * to another column and proved there, and the marks at keys that stand twice.
 */
#ifndef SENSEBOARD_YAML_EDIT_OWN_H
#define SENSEBOARD_YAML_EDIT_OWN_H

#include "yaml/tree.h"

/* Sets "line N: WHY; edit this by hand" for entry E and returns false. */
bool unsafe(struct tree *t, uint32_t e, GError **error, const char *why);

/* The proof of an edit: whether the text around E still reads as the tree. If
 * not, everything since STEPS is taken back and refused. */
bool edit_proved(struct tree *t, uint32_t e, unsigned steps, GError **error);

/* TEXT with every line that is not blank shifted by COLS columns (to the left
 * as far as it is indented) and EOL as its line ends; the caller frees. */
char *edit_shift(const char *text, int cols, const char *eol);

/* Whether two entries have the same key and mean the same with all that is in
 * them. */
bool edit_same_meaning(const struct tree *t, uint32_t a, uint32_t b);

/* What of entry *E means something only in its file, or NULL; *E is then the
 * entry at or below it that does: "an alias". */
const char *edit_tie(const struct tree *t, uint32_t *e);

/* Whether E within PARENT is not nested deeper than what opens again. */
bool edit_may_nest(struct tree *t, uint32_t parent, uint32_t e, GError **error);

/* Mark anew, in the open change, which pairs of MAP repeat the key with HASH:
 * an edit has taken, renamed or moved one of them. */
void edit_mark_duplicates(struct tree *t, uint32_t map, uint64_t hash);

#endif
