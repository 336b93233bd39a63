/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a command's options: getopt_long() that says what is wrong in our
 * words, and --help and --version, which all commands have.
 */
#ifndef SENSEBOARD_CLI_OPTIONS_H
#define SENSEBOARD_CLI_OPTIONS_H

#include <getopt.h>

#include "cli/command.h"

/* What options_next() returns besides the .val of a row and -1 at the end. */
enum { OPTION_DONE = 1000 };

/* The rows of every command, the last two before the end. */
#define OPTION_HELP                        \
	{                                  \
		.name = "help", .val = 'h' \
	}
#define OPTION_VERSION                        \
	{                                     \
		.name = "version", .val = 'V' \
	}
#define OPTIONS_END          \
	{                    \
		.name = NULL \
	}

/* The next option. OPTION_DONE: help was given, or something was wrong and
 * has been said; the command ends with *STATUS. */
int options_next(const struct command *command, int argc, char **argv,
		 const struct option *options, int *status);

#endif
