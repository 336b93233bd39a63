/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program's front door: finds the command and sees that what was printed
 * has really been written.
 *
 * The first argument is a command if it is called like one; whatever else it
 * is, option or file, it is for `edit`.
 */
#include "config.h"

#include <errno.h>
#include <libintl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/say.h"
#include "i18n.h"

const struct command *const commands[] = {
	&command_edit,	   &command_check, &command_explain, &command_rules,
	&command_show,	   &command_new,   &command_recover, &command_doctor,
	&command_help_row, NULL,
};

const struct command *command_find(const char *name)
{
	for (size_t i = 0; commands[i]; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

static int run(int argc, char **argv)
{
	const struct command *command = argc > 1 ? command_find(argv[1]) : NULL;

	if (command)
		return command->run(argc - 1, argv + 1);
	if (argc > 1 && strcmp(argv[1], "--help") == 0)
		return command_help_row.run(1, argv);
	return command_edit.run(argc, argv);
}

/* Who reads our output may go away when they have seen enough: that is no
 * failure, and nothing is said about it. */
static int finish(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	if (errno == EPIPE)
		return status;
	return complain(STATUS_FILE, _("cannot write standard output: %s"),
			g_strerror(errno));
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	bindtextdomain(PACKAGE, LOCALEDIR);
	textdomain(PACKAGE);
	/* libc searches anew for each text that has no translation: say once
	 * that there is none at all */
	if (!*gettext(""))
		setlocale(LC_MESSAGES, "C");
	signal(SIGPIPE, SIG_IGN);
	return finish(run(argc, argv));
}
