/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * senseboard help: how to call the program, from the table of commands.
 */
#include "config.h"

#include <stdio.h>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/say.h"
#include "i18n.h"

void command_help(const struct command *command)
{
	printf(_("usage: senseboard %s %s\n"), command->name,
	       command->arguments);
	printf("%s\n", _(command->help));
	if (command->details)
		printf("\n%s", _(command->details));
}

static void say_all(void)
{
	printf(_("Design a customer's journey, and see where it does not "
		 "hold together.\n\n"
		 "usage: senseboard [FILE...]\n"
		 "       senseboard COMMAND ...\n"
		 "       senseboard --help | --version\n\n"));
	for (size_t i = 0; commands[i]; i++)
		printf("  %-7s  %s\n", commands[i]->name, _(commands[i]->help));
	printf(_("\n'senseboard help COMMAND' says more, 'man senseboard' "
		 "everything.\n"));
}

static int run(int argc, char **argv)
{
	static const struct option options[] = { OPTION_HELP, OPTION_VERSION,
						 OPTIONS_END };
	const struct command *command;
	int status;

	while (options_next(&command_help_row, argc, argv, options, &status) !=
	       -1)
		return status;
	if (optind == argc) {
		say_all();
		return STATUS_GOOD;
	}
	command = command_find(argv[optind]);
	if (!command || argc - optind > 1)
		return complain(STATUS_USAGE,
				_("there is no command '%s'; see 'senseboard "
				  "help'"),
				argv[command ? optind + 1 : optind]);
	command_help(command);
	return STATUS_GOOD;
}

const struct command command_help_row = {
	.name = "help",
	.arguments = "[COMMAND]",
	.help = N_("Say how to call the program or a command."),
	.run = run,
};
