/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the text of one entry meets what follows: the one place at which a
 * local edit can change another value.
 *
 * A block scalar swallows comment lines below it that are indented as deep as
 * its content, lines of blanks longer than its indentation and, if it keeps
 * them, empty lines.  Also here: line ends that must not be missing, and
 * anchors that must not leave their aliases.
 */
#ifndef SENSEBOARD_YAML_SEAM_H
#define SENSEBOARD_YAML_SEAM_H

#include "yaml/entry.h"

/* Whether a block scalar with content at INDENT would swallow some of what
 * follows entry E. KEEP: it keeps empty lines. */
bool seam_swallows(const struct tree *t, uint32_t e, unsigned indent,
		   bool keep);

/* The blanks and comments behind the line that E ends in; the caller frees. */
char *seam_gap(const struct tree *t, uint32_t e);

/* Whether the last scalar within E, as it stands, swallows what follows. */
bool seam_bad(const struct tree *t, uint32_t e);

/* Whether E ends in a block scalar that keeps the empty lines below it. */
bool seam_keeps(const struct tree *t, uint32_t e);

/* Give the last line within E a line end if it has none, in the open change;
 * a block scalar keeps its value. */
void seam_end_line(struct tree *t, uint32_t e);

/* Whether an alias outside E needs an anchor in E; and whether E cannot be
 * moved without its aliases or anchors meaning something else. */
bool seam_anchors(const struct tree *t, uint32_t e);
bool seam_ties(const struct tree *t, uint32_t e);

#endif
