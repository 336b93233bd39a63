/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A bracketed paste as it arrives, in pieces, and as the good text it
 * becomes: whatever was pasted, it is text, not keys.
 */
#ifndef SENSEBOARD_TUI_PASTE_H
#define SENSEBOARD_TUI_PASTE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#define PASTE_BYTES (1 << 20) /* the rest of a longer paste is dropped */

struct paste {
	GString *text;
	bool after_cr;
};

void paste_init(struct paste *paste);
void paste_release(struct paste *paste);

/* Forget what was pasted before. */
void paste_begin(struct paste *paste);

/* Take in BYTES up to the mark that ends a paste (*ENDED then) and return how
 * many were used, the mark among them.  A last part that may be the beginning
 * of the mark is left for the next time, unless this is the LAST. */
size_t paste_take(struct paste *paste, const char *bytes, size_t len, bool last,
		  bool *ended);

/* The text: valid UTF-8, at most PASTE_BYTES, lines ended by '\n', no control
 * characters but that and the tab.  Good until paste_begin(). */
const char *paste_end(struct paste *paste);

#endif
