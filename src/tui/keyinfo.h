/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys terminfo knows: a terminal may send bytes of its own for them.
 */
#ifndef SENSEBOARD_TUI_KEYINFO_H
#define SENSEBOARD_TUI_KEYINFO_H

#include "tui/decode.h"

/* Teach the decoder the terminal's keys; CAPABILITY gives the string of that
 * name, or NULL. */
void keyinfo_teach(struct decoder *d, const char *(*capability)(const char *));

#endif
