/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The commands of the program: one file cmd-NAME.c and one row each.
 */
#ifndef SENSEBOARD_CLI_COMMAND_H
#define SENSEBOARD_CLI_COMMAND_H

/* Exit statuses; with several files the highest. */
enum status {
	STATUS_GOOD = 0,
	STATUS_FINDINGS = 1, /* the storyboard does not hold together */
	STATUS_USAGE = 2, /* we were asked for what there is not */
	STATUS_FILE = 3, /* a file, the terminal or the system */
};

struct command {
	const char *name;
	const char *arguments; /* "[--strict] FILE..." */
	const char *help; /* one sentence */
	const char *details; /* a line for each option, or NULL */
	const char *letters; /* of its options, as for getopt(), or NULL */
	/* ARGV[0] is the command's name; what is returned is the exit
	 * status. */
	int (*run)(int argc, char **argv);
};

/* Every command, NULL-ended; the first is what `senseboard FILE` means. */
extern const struct command *const commands[];
const struct command *command_find(const char *name);

/* Print how to call a command, on standard output. */
void command_help(const struct command *command);

extern const struct command command_edit, command_check, command_explain,
	command_rules, command_show, command_new, command_recover,
	command_doctor, command_help_row;

#endif
