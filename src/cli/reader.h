/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Storyboards for commands that only read them, and the user's configuration.
 */
#ifndef SENSEBOARD_CLI_READER_H
#define SENSEBOARD_CLI_READER_H

#include "board/board.h"
#include "board/configuration.h"

/* Open a file that must exist, or ("-") take standard input. A board may
 * have a .problem, as from board_open(). */
struct board *reader_open(const char *path, GError **error);

/* What messages call it; the caller frees. */
char *reader_name(const char *path);

/* The user's configuration; what is wrong with it is said, and in nobody's
 * way. And: say it. */
struct config *reader_config(void);
void reader_complain(const struct config *config);

#endif
