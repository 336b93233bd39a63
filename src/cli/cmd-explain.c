/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * senseboard explain: why a rule is there, what to do where it has found
 * something, and how to go on without it.  Without a rule, where to begin.
 */
#include "config.h"

#include <stdio.h>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/page.h"
#include "cli/say.h"
#include "format/report.h"
#include "i18n.h"

static void put_under(int width, const char *heading, const char *text)
{
	putchar('\n');
	page_put(width, 0, 0, heading);
	page_put(width, PAGE_STEP, 0, text);
}

/* The same of YAML, whose lines are left as they are. */
static void put_yaml(int width, const char *heading, const char *yaml)
{
	putchar('\n');
	page_put(width, 0, 0, heading);
	page_put(PAGE_MOST, PAGE_STEP, 0, yaml);
}

/* How strict it is, and when. */
static char *strictness(const struct rule *rule)
{
	GString *text = g_string_new(level_name(rule->level));

	if (rule->ready_raises)
		g_string_append_printf(text,
				       _(" (%s at status ready and live)"),
				       level_name(
					       (enum level)(rule->level + 1)));
	if (rule->sketch)
		g_string_append(text, _(", in a sketch too"));
	return g_string_free(text, FALSE);
}

static void put_head(int width, const struct rule *rule)
{
	g_autofree char *strict = strictness(rule);
	g_autofree char *line = g_strdup_printf("%s: %s", rule->name, strict);

	page_put(width, 0, PAGE_STEP, line);
	page_put(width, PAGE_STEP, 0, _(rule->help));
	if (rule->pedantic)
		page_put(width, PAGE_STEP, 0,
			 _("Judged only with --pedantic, with --rule, or "
			   "where it is given a level."));
	put_under(width, _("Why"), _(rule->why));
	put_under(width, _("What to do"), _(rule->remedy));
}

static void put_ways_out(int width, const struct rule *rule)
{
	g_autofree char *waive =
		g_strdup_printf("waive:\n  - rule: %s\n    because: ...",
				rule->name);
	g_autofree char *level =
		g_strdup_printf("rules: {%s: %s}", rule->name,
				level_name(rule->pedantic ? rule->level
							  : LEVEL_NONE));

	put_yaml(width,
		 _("To accept it, with a reason, in a journey, a stage or a "
		   "touchpoint"),
		 waive);
	put_yaml(width,
		 rule->pedantic ? _("To have it judged always, by the "
				    "storyboard or by your config.yaml")
				: _("To give it another level, in the "
				    "storyboard or in your config.yaml"),
		 level);
}

static void explain(int width, const struct rule *rule)
{
	g_autofree char *example = NULL, *source = NULL;

	put_head(width, rule);
	if (!rule->judge)
		return;
	example = g_strchomp(g_strdup(rule->example));
	put_yaml(width, _("It finds something in this, for example"), example);
	put_ways_out(width, rule);
	source = g_strdup_printf(_("Source: %s"), _(rule->source));
	putchar('\n');
	page_put(width, 0, PAGE_STEP, source);
}

static const struct rule *find(const char *name)
{
	for (size_t i = 0; report_troubles[i]; i++)
		if (g_str_equal(report_troubles[i]->name, name))
			return report_troubles[i];
	return rules_find(name);
}

/* Where to begin. */
static void put_overview(int width)
{
	page_put(width, 0, 0, "What + Who = How");
	page_put(width, PAGE_STEP, 0,
		 _("A journey is what a customer lives through with you, "
		   "touchpoint by touchpoint. Each touchpoint makes a promise "
		   "(What), and exactly one owner answers for it (Who); from "
		   "the two follows the delivery (How). It reaches the "
		   "customer through five senses and leaves a face: the "
		   "journey holds together if every promise is owned and "
		   "kept, from before the visit to after it, and if there are "
		   "more smiles than frowns."));
	put_under(width, _("1. Let it be checked"), _("senseboard check FILE"));
	page_put(width, PAGE_STEP, 0,
		 _("says line by line what does not hold together, what to do "
		   "about it, and at the end of the line, in brackets, by "
		   "which rule."));
	put_under(width, _("2. Ask why"), _("senseboard explain no-what"));
	page_put(width, PAGE_STEP, 0,
		 _("gives the reason for the rule, an example, and how to go "
		   "on without it where you know better."));
	put_under(width, _("3. See what there is"), _("senseboard rules"));
	page_put(width, PAGE_STEP, 0,
		 _("lists all rules; 'man senseboard-rules' tells the idea "
		   "behind them."));
}

static int run(int argc, char **argv)
{
	static const struct option options[] = { OPTION_HELP, OPTION_VERSION,
						 OPTIONS_END };
	int width = page_width(), status = STATUS_GOOD;
	bool said = false;

	while (options_next(&command_explain, argc, argv, options, &status) !=
	       -1)
		return status;
	if (optind == argc)
		put_overview(width);
	for (int i = optind; i < argc; i++) {
		const struct rule *rule = find(argv[i]);

		if (!rule) {
			status = complain_rule(argv[i]);
			continue;
		}
		if (said)
			putchar('\n');
		explain(width, rule);
		said = true;
	}
	return status;
}

const struct command command_explain = {
	.name = "explain",
	.arguments = "[RULE...]",
	.help = N_("Say why a rule is there, and what to do where it finds "
		   "something."),
	.run = run,
};
