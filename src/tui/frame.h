/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file in memory: what is written to it can be taken out in one piece.
 */
#ifndef SENSEBOARD_TUI_FRAME_H
#define SENSEBOARD_TUI_FRAME_H

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

struct frame {
	FILE *file; /* to write to */
	GByteArray *bytes; /* what frame_take() took */
};

bool frame_open(struct frame *frame, GError **error);
void frame_release(struct frame *frame);

/* Move what was written since the last time to BYTES. */
void frame_take(struct frame *frame);

#endif
