/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings as JUnit; tests/cli/formats.sh asks xmllint whether it is XML of
 * the right shape.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "bench.h"

static void expect_part(const char *text, const char *part)
{
	cr_expect(strstr(text, part), "no %s in %s", part, text);
}

Test(junit, passes_a_file_without_findings)
{
	struct bench b;
	g_autofree char *text = NULL;

	bench_set_up(&b, "good.yaml", bench_good, false);
	text = bench_tell(&report_junit, &b, 1);
	cr_expect_str_eq(
		text,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<testsuites name=\"senseboard\">\n"
		"<testsuite name=\"good.yaml\" tests=\"1\" failures=\"0\" "
		"errors=\"0\" skipped=\"0\">\n"
		"<testcase classname=\"good.yaml\" name=\"What + Who = "
		"How\"/>\n"
		"</testsuite>\n"
		"</testsuites>\n");
	bench_clear(&b);
}

Test(junit, fails_by_errors_and_skips_the_rest)
{
	struct bench b;
	g_autofree char *text = NULL;

	bench_set_up(&b, "bad.yaml", bench_bad, false);
	text = bench_tell(&report_junit, &b, 1);
	expect_part(text, "<testcase classname=\"bad.yaml\" "
			  "name=\"no-who 6:7\">\n"
			  "<failure type=\"error\" "
			  "message=\"bad.yaml:6:7: error: ");
	expect_part(text, "[no-who]\"/>");
	expect_part(text, "<skipped message=\"bad.yaml:7:10: hint: ");
	expect_part(text, "<skipped message=\"bad.yaml:8:3: warning: ");
	bench_clear(&b);
}

Test(junit, fails_by_warnings_where_that_is_asked_for)
{
	struct bench b;
	g_autofree char *text = NULL;

	bench_set_up(&b, "bad.yaml", bench_bad, false);
	b.report.strict = true;
	text = bench_tell(&report_junit, &b, 1);
	expect_part(text, "<failure type=\"warning\" "
			  "message=\"bad.yaml:8:3: warning: ");
	expect_part(text, "<skipped message=\"bad.yaml:7:10: hint: ");
	bench_clear(&b);
}

Test(junit, has_an_error_for_what_is_no_storyboard)
{
	struct bench b[2];
	g_autofree char *text = NULL;

	bench_set_up(&b[0], "a.yaml", "a: b\n", false);
	bench_set_up(&b[1], "b.yaml", NULL, false);
	text = bench_tell(&report_junit, b, 2);
	expect_part(text, "name=\"a.yaml\" tests=\"1\" failures=\"0\" "
			  "errors=\"1\" skipped=\"0\">");
	expect_part(text, "name=\"format 1:1\">\n<error type=\"error\" "
			  "message=\"a.yaml:1:1: error: ");
	expect_part(text, "name=\"file\">\n<error type=\"error\" "
			  "message=\"b.yaml: error: cannot read 'x' "
			  "[file]\"/>");
	bench_clear(&b[0]);
	bench_clear(&b[1]);
}
