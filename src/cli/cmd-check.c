/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * senseboard check: what does not hold together, one line each, as compilers
 * say it, so that editors jump there.
 *
 *	FILE:LINE:COLUMN: LEVEL: FACT; REMEDY [RULE]
 *
 * A last line for each file says how much of it holds.
 */
#include "config.h"

#include <stdio.h>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/reader.h"
#include "cli/say.h"
#include "i18n.h"

static void say_finding(const struct board *b, const char *name,
			const struct finding *f)
{
	struct mark m = findings_mark(b->findings, f);

	say(stdout, "%s:%u:%u: %s: %s%s%s [%s%s%s]", name, m.line, m.column,
	    level_name(f->level), f->message, f->remedy ? "; " : "",
	    f->remedy ? f->remedy : "", f->rule->name, f->also ? ", " : "",
	    f->also ? f->also->name : "");
}

static void append_count(GString *line, const struct board *b, enum level level,
			 const char *one, const char *many)
{
	unsigned n = findings_count(b->findings, level);

	if (n)
		g_string_append_printf(line, ", %u %s", n,
				       ngettext(one, many, n));
}

static void say_summary(const struct board *b, const char *name)
{
	g_autoptr(GString) line = g_string_new(NULL);
	unsigned deferred = findings_deferred(b->findings);

	g_string_printf(line, _("%u of %u touchpoints: What + Who = How holds"),
			b->journey->complete, b->journey->n_touchpoints);
	append_count(line, b, LEVEL_ERROR, "error", "errors");
	append_count(line, b, LEVEL_WARNING, "warning", "warnings");
	append_count(line, b, LEVEL_HINT, "hint", "hints");
	if (deferred)
		g_string_append_printf(line,
				       ngettext(", %u thing to decide",
						", %u things to decide",
						deferred),
				       deferred);
	say(stdout, "%s: %s", name, line->str);
}

static void say_problem(const struct board *b, const char *name)
{
	say(stdout, "%s:%u:%u: error: %s [%s]", name, MAX(b->where.line, 1),
	    MAX(b->where.column, 1), b->problem, b->tree ? "format" : "yaml");
}

static int check_board(const struct board *b, const char *name, bool strict)
{
	g_autoptr(GPtrArray) list = NULL;

	if (!b->journey) {
		say_problem(b, name);
		return STATUS_FILE;
	}
	list = findings_list(b->findings);
	for (guint i = 0; i < list->len; i++)
		say_finding(b, name, list->pdata[i]);
	say_summary(b, name);
	if (findings_count(b->findings, LEVEL_ERROR) ||
	    (strict && findings_count(b->findings, LEVEL_WARNING)))
		return STATUS_FINDINGS;
	return STATUS_GOOD;
}

static int check_file(const char *path, bool strict)
{
	GError *error = NULL;
	g_autofree char *name = reader_name(path);
	g_autoptr(Board) b = reader_open(path, &error);

	return b ? check_board(b, name, strict) : complain_error(error);
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ .name = "strict", .val = 's' },
		OPTION_HELP,
		OPTION_VERSION,
		OPTIONS_END,
	};
	bool strict = false;
	int option, status = STATUS_GOOD;

	while ((option = options_next(&command_check, argc, argv, options,
				      &status)) != -1) {
		if (option == OPTION_DONE)
			return status;
		strict = true;
	}
	if (optind == argc)
		return complain(STATUS_USAGE,
				_("check which file? see 'senseboard help "
				  "check'"));
	for (int i = optind; i < argc; i++) {
		int of_file = check_file(argv[i], strict);

		status = MAX(status, of_file);
	}
	return status;
}

const struct command command_check = {
	.name = "check",
	.arguments = "[--strict] FILE...",
	.help = N_("Say where storyboards do not hold together; '-' is "
		   "standard input."),
	.details = N_("  --strict   warnings fail too, not only errors\n"
		      "\n"
		      "Each finding is a line FILE:LINE:COLUMN: LEVEL: FACT; "
		      "REMEDY [RULE].\n"
		      "Ends with 0 if there is no error, 1 if there is one, 3 "
		      "if a file cannot be read.\n"),
	.run = run,
};
