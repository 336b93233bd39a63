/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Storyboards for commands that only read them.
 */
#ifndef SENSEBOARD_CLI_READER_H
#define SENSEBOARD_CLI_READER_H

#include "board/board.h"

/* Open a file that must exist, or ("-") take standard input. A board may
 * have a .problem, as from board_open(). */
struct board *reader_open(const char *path, GError **error);

/* What messages call it; the caller frees. */
char *reader_name(const char *path);

#endif
