/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How an edit is refused: by the line it would have been unsafe at.
 */
#ifndef SENSEBOARD_YAML_UNSAFE_H
#define SENSEBOARD_YAML_UNSAFE_H

#include "yaml/tree.h"

/* Sets "line N: WHY; edit this by hand" for entry E and returns false. */
bool unsafe(struct tree *t, uint32_t e, GError **error, const char *why);

#endif
