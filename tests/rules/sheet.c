/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading and printing for the tests of the rules.
 */
#include "sheet.h"

#include <criterion/criterion.h>
#include <string.h>

static bool is_there(void *data, struct place *touchpoint, const char *path)
{
	(void)data;
	(void)touchpoint;
	return g_str_has_prefix(path, "good");
}

const struct evidence sheet_evidence = { .is_there = is_there };

struct sheet sheet_read(const char *text)
{
	return sheet_judge(text, NULL);
}

struct sheet sheet_judge(const char *text, const struct rules_options *options)
{
	struct sheet s = { 0 };
	struct mark where;
	GError *error = NULL;

	s.tree = tree_load(g_strdup(text), strlen(text), &tree_limits_default,
			   &where, &error);
	cr_assert(s.tree, "line %u: %s", where.line, error->message);
	s.journey = journey_new(s.tree, &where, &error);
	cr_assert(s.journey, "line %u: %s", where.line, error->message);
	s.findings = findings_new(s.journey, options);
	return s;
}

struct sheet sheet_by(const char *text, const char *rules)
{
	struct rules_options o = { .evidence = &sheet_evidence,
				   .today = SHEET_DAY };
	g_auto(GStrv) names = g_strsplit(rules, " ", -1);

	for (char **name = names; *name; name++)
		cr_assert(rules_ask(&o, *name), "'%s' is no rule", *name);
	return sheet_judge(text, &o);
}

void sheet_clear(struct sheet *s)
{
	findings_free(s->findings);
	journey_free(s->journey);
	tree_free(s->tree);
}

char *sheet_lines(const struct findings *f)
{
	g_autoptr(GPtrArray) list = findings_list(f);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < list->len; i++) {
		const struct finding *found = list->pdata[i];
		struct mark m = findings_mark(f, found);

		g_string_append_printf(out, "%u:%u: %s: %s; %s [%s%s%s]\n",
				       m.line, m.column,
				       level_name(found->level), found->message,
				       found->remedy, found->rule->name,
				       found->also ? ", " : "",
				       found->also ? found->also->name : "");
	}
	return g_string_free(out, FALSE);
}

char *sheet_rules(const struct sheet *s, const struct place *p)
{
	GString *out = g_string_new(NULL);
	const struct finding *found;

	for (unsigned n = 0; (found = findings_at(s->findings, p, n)); n++)
		g_string_append_printf(out, "%s%s", n ? " " : "",
				       found->rule->name);
	return g_string_free(out, FALSE);
}

char *sheet_file(const char *folder, const char *name, const char *suffix)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *file = g_strconcat(name, suffix, NULL);
	g_autofree char *path = g_build_filename(top ? top : ".", "tests/rules",
						 folder, file, NULL);
	g_autoptr(GError) error = NULL;
	char *text;

	cr_assert(g_file_get_contents(path, &text, NULL, &error), "%s",
		  error->message);
	return text;
}

void sheet_each(const char *part, unsigned least, sheet_visit *visit)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *folder =
		g_build_filename(top ? top : ".", "data", part, NULL);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *file;
	unsigned n = 0;

	cr_assert(dir);
	while ((file = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, file, NULL);
		g_autofree char *name = NULL;

		if (!g_str_has_suffix(file, ".yaml"))
			continue;
		name = g_strndup(file, strlen(file) - strlen(".yaml"));
		visit(path, name);
		n++;
	}
	cr_expect_geq(n, least);
}

bool sheet_finds(const struct sheet *s, const struct rule *rule)
{
	g_autoptr(GPtrArray) list = findings_list(s->findings);

	for (guint i = 0; i < list->len; i++) {
		const struct finding *found = list->pdata[i];

		if (found->rule == rule || found->also == rule)
			return true;
	}
	return false;
}
