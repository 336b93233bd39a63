/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * senseboard rules: all rules, a line or two each.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/page.h"
#include "cli/say.h"
#include "format/rules-json.h"
#include "i18n.h"
#include "rules/rules.h"

static const struct option options[] = {
	{ .name = "json", .val = 'j' },
	OPTION_HELP,
	OPTION_VERSION,
	OPTIONS_END,
};

static void put_json(void)
{
	g_autoptr(GString) text = g_string_new(NULL);

	rules_json(text);
	fputs(text->str, stdout);
}

static int longest_name(void)
{
	size_t most = 0;

	for (size_t i = 0; rules_all[i]; i++)
		most = MAX(most, strlen(rules_all[i]->name));
	return (int)most;
}

static void put_rule(const struct rule *rule, int width, int name_width)
{
	g_autofree char *label =
		g_strdup_printf("%-*s  %s", name_width, rule->name,
				level_name(rule->level));

	page_put_beside(width, label, name_width + (int)strlen("  warning  "),
			_(rule->help));
}

static void put_all(void)
{
	int width = page_width(), name_width = longest_name();
	bool pedantic = false;

	for (size_t i = 0; rules_all[i]; i++) {
		if (rules_all[i]->pedantic && !pedantic) {
			putchar('\n');
			page_put(width, 0, 0,
				 _("Only with --pedantic, or where they are "
				   "asked for by name:"));
		}
		pedantic = rules_all[i]->pedantic;
		put_rule(rules_all[i], width, name_width);
	}
	putchar('\n');
	page_put(width, 0, 0,
		 _("'senseboard explain RULE' says more, 'man "
		   "senseboard-rules' everything."));
}

static int run(int argc, char **argv)
{
	bool json = false;
	int option, status;

	while ((option = options_next(&command_rules, argc, argv, options,
				      &status)) != -1) {
		if (option == OPTION_DONE)
			return status;
		json = true;
	}
	if (optind < argc)
		return complain(STATUS_USAGE,
				_("rules takes no file; try: senseboard "
				  "explain %s"),
				argv[optind]);
	if (json)
		put_json();
	else
		put_all();
	return STATUS_GOOD;
}

const struct command command_rules = {
	.name = "rules",
	.arguments = "[--json]",
	.help = N_("List the rules that storyboards are judged by."),
	.details = N_("  --json   as JSON, with all there is to say\n"),
	.run = run,
};
