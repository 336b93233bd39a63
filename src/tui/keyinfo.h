/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys terminfo knows: a terminal may send bytes of its own for them.
 */
#ifndef SENSEBOARD_TUI_KEYINFO_H
#define SENSEBOARD_TUI_KEYINFO_H

#include "tui/decode.h"
#include "tui/modes.h"

/* Teach the decoder the terminal's keys. */
void keyinfo_teach(struct decoder *d, capability_fn capability);

#endif
