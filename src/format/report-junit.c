/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings as JUnit XML, which CI servers show as tests: a suite a file, and
 * in it a test a finding.
 *
 *	fails     what fails the check
 *	skipped   what does not, so that it is seen and nothing is red
 *	error     a file that is no storyboard
 *
 * A file without findings is one test that passes.
 */
#include "format/report.h"
#include "format/xml.h"
#include "i18n.h"

static void begin(GString *out)
{
	g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			     "<testsuites name=\"senseboard\">\n");
}

/* A test that did not simply pass: TAG says how, WHERE is "3:1" or "". */
static void append_case(GString *out, const struct report *r,
			const struct rule *rule, enum level level,
			const char *tag, const char *where, const char *text)
{
	g_autofree char *name = g_strconcat(rule->name, " ", where, NULL);
	g_autofree char *line =
		g_strdup_printf("%s:%s%s %s: %s [%s]", r->name, where,
				*where ? ":" : "", level_name(level), text,
				rule->name);

	g_string_append(out, "<testcase");
	xml_attribute(out, "classname", r->name);
	xml_attribute(out, "name", g_strchomp(name));
	g_string_append_printf(out, ">\n<%s", tag);
	if (!g_str_equal(tag, "skipped"))
		xml_attribute(out, "type", level_name(level));
	xml_attribute(out, "message", line);
	g_string_append(out, "/>\n</testcase>\n");
}

static void append_finding(GString *out, const struct report *r,
			   const struct finding *f)
{
	struct mark m = findings_mark(r->board->findings, f);
	g_autofree char *where = g_strdup_printf("%u:%u", m.line, m.column);
	g_autofree char *text = report_words(f);

	append_case(out, r, f->rule, f->level,
		    report_fails(r, f->level) ? "failure" : "skipped", where,
		    text);
}

static void append_trouble(GString *out, const struct report *r,
			   const struct rule *rule, const char *why)
{
	struct mark m = report_trouble_mark(r);
	g_autofree char *where =
		m.line ? g_strdup_printf("%u:%u", m.line, m.column)
		       : g_strdup("");

	append_case(out, r, rule, rule->level, "error", where, why);
}

static void append_pass(GString *out, const struct report *r)
{
	g_string_append(out, "<testcase");
	xml_attribute(out, "classname", r->name);
	xml_attribute(out, "name", "What + Who = How");
	g_string_append(out, "/>\n");
}

static unsigned count_failing(const struct report *r)
{
	unsigned n = 0;

	for (guint i = 0; i < r->findings->len; i++) {
		const struct finding *f = r->findings->pdata[i];

		n += report_fails(r, f->level);
	}
	return n;
}

static void file(GString *out, const struct report *r)
{
	const char *why;
	const struct rule *rule = report_trouble(r, &why);
	unsigned failing = count_failing(r), all = r->findings->len;

	g_string_append(out, "<testsuite");
	xml_attribute(out, "name", r->name);
	g_string_append_printf(out,
			       " tests=\"%u\" failures=\"%u\" errors=\"%u\" "
			       "skipped=\"%u\">\n",
			       MAX(all, 1), failing, rule ? 1 : 0,
			       all - failing);
	for (guint i = 0; i < all; i++)
		append_finding(out, r, r->findings->pdata[i]);
	if (rule)
		append_trouble(out, r, rule, why);
	else if (!all)
		append_pass(out, r);
	g_string_append(out, "</testsuite>\n");
}

static void end(GString *out, const struct report_sum *all)
{
	(void)all;
	g_string_append(out, "</testsuites>\n");
}

const struct report_format report_junit = {
	.name = "junit",
	.begin = begin,
	.file = file,
	.between = "",
	.end = end,
};
