/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What two texts differ in, and three texts made one.
 */
#ifndef SENSEBOARD_STORE_DIFFER_H
#define SENSEBOARD_STORE_DIFFER_H

#include <glib.h>
#include <stdbool.h>

#include "store/bytes.h"

/* A text and what it is called where it is shown beside another. */
struct differ_text {
	struct text text;
	const char *name;
};

/* How NEW differs from OLD, as `diff -u` says it, for the caller to free: ""
 * where they are the same; NULL with an error. */
char *differ_compare(const struct differ_text *old,
		     const struct differ_text *new, GError **error);

/*
 * What was done to BASE in OURS and in THEIRS, both done (`diff3 -m`): the
 * text, for the caller to free, or NULL with an error.  Where both did
 * something in the same place, *CONFLICTS is how often, and the text has both
 * between <<<<<<< and >>>>>>>.
 */
char *differ_merge(const struct differ_text *ours,
		   const struct differ_text *base,
		   const struct differ_text *theirs, unsigned *conflicts,
		   GError **error);

#endif
