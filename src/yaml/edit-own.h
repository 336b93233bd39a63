/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of edits share: how an edit is refused, and the marks at
 * keys that stand twice.
 */
#ifndef SENSEBOARD_YAML_EDIT_OWN_H
#define SENSEBOARD_YAML_EDIT_OWN_H

#include "yaml/tree.h"

/* Sets "line N: WHY; edit this by hand" for entry E and returns false. */
bool unsafe(struct tree *t, uint32_t e, GError **error, const char *why);

/* Mark anew, in the open change, which pairs of MAP repeat the key with HASH:
 * an edit has taken, renamed or moved one of them. */
void edit_mark_duplicates(struct tree *t, uint32_t map, uint64_t hash);

#endif
