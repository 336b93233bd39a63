/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program's front door: reads the options that hold for every command
 * and says what there is.
 */
#include "config.h"

#include <getopt.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>

#include "i18n.h"

enum {
	STATUS_GOOD = 0,
	STATUS_USAGE = 2,
};

static const struct option options[] = {
	{ .name = "help", .has_arg = no_argument, .val = 'h' },
	{ .name = "version", .has_arg = no_argument, .val = 'V' },
	{ .name = NULL },
};

static void say_usage(FILE *to)
{
	fputs(_("usage: senseboard [--help] [--version] [FILE]\n"), to);
}

static void say_version(void)
{
	printf("senseboard %s\n", PACKAGE_VERSION);
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	bindtextdomain(PACKAGE, LOCALEDIR);
	textdomain(PACKAGE);

	switch (getopt_long(argc, argv, "hV", options, NULL)) {
	case 'h':
		say_usage(stdout);
		return STATUS_GOOD;
	case 'V':
		say_version();
		return STATUS_GOOD;
	default:
		say_usage(stderr);
		return STATUS_USAGE;
	}
}
