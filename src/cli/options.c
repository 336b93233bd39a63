/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is wrong with an option is one line, and where to read more.
 */
#include "config.h"

#include "cli/options.h"

#include <stdio.h>
#include <string.h>

#include "cli/say.h"
#include "i18n.h"

/* The option that getopt_long() has just choked on, as it was typed. */
static char *choked_on(char **argv)
{
	if (optopt && optopt < 128 && optind > 0 &&
	    strncmp(argv[optind - 1], "--", 2) != 0)
		return g_strdup_printf("-%c", optopt);
	return g_strdup(argv[optind - 1]);
}

static int wrong(const struct command *command, char **argv, bool missing)
{
	g_autofree char *option = choked_on(argv);

	return complain(STATUS_USAGE,
			missing ? _("option '%s' needs a value; see "
				    "'senseboard help %s'")
				: _("cannot use option '%s'; see "
				    "'senseboard help %s'"),
			option, command->name);
}

int options_next(const struct command *command, int argc, char **argv,
		 const struct option *options, int *status)
{
	g_autofree char *letters = g_strconcat(":hV", command->letters, NULL);
	int option;

	opterr = 0;
	option = getopt_long(argc, argv, letters, options, NULL);
	switch (option) {
	case 'h':
		command_help(command);
		*status = STATUS_GOOD;
		return OPTION_DONE;
	case 'V':
		printf("senseboard %s\n", PACKAGE_VERSION);
		*status = STATUS_GOOD;
		return OPTION_DONE;
	case '?':
	case ':':
		*status = wrong(command, argv, option == ':');
		return OPTION_DONE;
	default:
		return option;
	}
}
