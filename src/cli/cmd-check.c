/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * senseboard check: what does not hold together, in files and folders.
 *
 * Here are its options; gather.c finds the files, check-files.c has them
 * judged and told, and how it is told is a format of format/report.h.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "cli/check-files.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/reader.h"
#include "cli/say.h"
#include "i18n.h"

#define JOBS_MOST 1000

static const struct report_format *const formats[] = {
	&report_text,
	&report_json,
	&report_sarif,
	&report_junit,
};

static const struct option options[] = {
	{ .name = "format", .has_arg = required_argument, .val = 'f' },
	{ .name = "strict", .val = 's' },
	{ .name = "pedantic", .val = 'p' },
	{ .name = "rule", .has_arg = required_argument, .val = 'r' },
	{ .name = "quiet", .val = 'q' },
	{ .name = "jobs", .has_arg = required_argument, .val = 'j' },
	{ .name = "no-config", .val = 'n' },
	OPTION_HELP,
	OPTION_VERSION,
	OPTIONS_END,
};

/* All their names, ", " between them; the caller frees. */
static char *format_names(void)
{
	const char *names[G_N_ELEMENTS(formats) + 1] = { NULL };

	for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
		names[i] = formats[i]->name;
	return g_strjoinv(", ", (char **)names);
}

static int choose_format(struct check *c, const char *name)
{
	g_autofree char *names = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
		if (strcmp(formats[i]->name, name) == 0) {
			c->format = formats[i];
			return STATUS_GOOD;
		}
	names = format_names();
	return complain(STATUS_USAGE, _("there is no format '%s'; choose: %s"),
			name, names);
}

static int ask_for_rule(struct check *c, const char *name)
{
	if (rules_ask(&c->rules, name))
		return STATUS_GOOD;
	return complain_rule(name);
}

static int set_jobs(struct check *c, const char *text)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (!*text || *end || n < 1 || n > JOBS_MOST)
		return complain(STATUS_USAGE,
				_("cannot use '%s' jobs; it is a number from "
				  "1 on"),
				text);
	c->jobs = (unsigned)n;
	return STATUS_GOOD;
}

/* Take one option. */
static int take(struct check *c, int option, const char *value)
{
	switch (option) {
	case 'f':
		return choose_format(c, value);
	case 'r':
		return ask_for_rule(c, value);
	case 'j':
		return set_jobs(c, value);
	case 's':
		c->strict = true;
		break;
	case 'p':
		c->rules.pedantic = true;
		break;
	case 'q':
		c->quiet = true;
		break;
	default:
		c->no_config = true;
		break;
	}
	return STATUS_GOOD;
}

/* The levels of the house, but of rules that were asked for here. */
static void use_config(struct check *c)
{
	g_autoptr(Config) config = reader_config();
	struct rules_options asked = c->rules;

	c->rules = config->rules;
	c->rules.chosen &= ~asked.only;
	c->rules.pedantic = asked.pedantic;
	c->rules.only = asked.only;
}

static int check_arguments(struct check *c, char **paths, int n)
{
	struct gathered files;
	int status;

	if (!c->no_config)
		use_config(c);
	gathered_init(&files);
	for (int i = 0; i < n; i++)
		gathered_add(&files, paths[i]);
	for (guint i = 0; i < files.loops->len; i++)
		complain(STATUS_GOOD, _("'%s' leads back to a folder it is in"),
			 (const char *)files.loops->pdata[i]);
	status = check_files(c, &files);
	gathered_clear(&files);
	return status;
}

static int run(int argc, char **argv)
{
	struct check c = {
		.format = &report_text,
		.jobs = g_get_num_processors(),
	};
	int option, status;

	while ((option = options_next(&command_check, argc, argv, options,
				      &status)) != -1) {
		if (option == OPTION_DONE)
			return status;
		status = take(&c, option, optarg);
		if (status)
			return status;
	}
	if (optind == argc)
		return complain(STATUS_USAGE,
				_("check which file? see 'senseboard help "
				  "check'"));
	if (c.quiet && c.format == &report_text)
		c.format = &report_text_quiet;
	return check_arguments(&c, argv + optind, argc - optind);
}

const struct command command_check = {
	.name = "check",
	.arguments = "[OPTION]... FILE|FOLDER...",
	.help = N_("Say where storyboards do not hold together; '-' is "
		   "standard input."),
	.details = N_(
		"  --format FORMAT   text, json, sarif or junit; else text\n"
		"  --strict          warnings fail too, not only errors\n"
		"  --pedantic        ask the pedantic rules too\n"
		"  --rule RULE       ask only this rule; may be given again\n"
		"  --quiet           tell only what fails (-q)\n"
		"  --jobs N          look at N files at a time (-j N); else "
		"as many as there\n"
		"                    are processors\n"
		"  --no-config       leave config.yaml alone, so that the "
		"same is found\n"
		"                    everywhere\n"
		"\n"
		"Each finding is a line FILE:LINE:COLUMN: LEVEL: FACT; "
		"REMEDY [RULE].\n"
		"Ends with 0 if there is no error, 1 if there is one, 3 "
		"if a file cannot be read.\n"),
	.letters = "qj:",
	.run = run,
};
