/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/report.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"

Test(report, sums_up_a_file)
{
	struct bench b;

	bench_set_up(&b, "a.yaml", bench_good, false);
	cr_expect_eq(b.report.findings->len, 0);
	cr_expect_eq(b.report.sum.files, 1);
	cr_expect_eq(b.report.sum.broken, 0);
	cr_expect_eq(b.report.sum.touchpoints, 1);
	cr_expect_eq(b.report.sum.complete, 1);
	cr_expect_eq(b.report.sum.smiles, 1);
	cr_expect_eq(b.report.sum.frowns, 0);
	cr_expect_eq(b.report.sum.senses, 1u | 1u << 4);
	cr_expect(!report_failed(&b.report));
	bench_clear(&b);
}

Test(report, adds_up_files)
{
	struct report_sum all = { .skipped = 2 };
	struct bench b[2];

	bench_set_up(&b[0], "a.yaml", bench_good, false);
	bench_set_up(&b[1], "b.yaml", bench_bad, false);
	report_sum_add(&all, &b[0].report.sum);
	report_sum_add(&all, &b[1].report.sum);
	cr_expect_eq(all.files, 2);
	cr_expect_eq(all.skipped, 2);
	cr_expect_eq(all.touchpoints, 2);
	cr_expect_eq(all.complete, 1);
	cr_expect_eq(all.smiles, 1);
	cr_expect_eq(all.levels[LEVEL_ERROR],
		     b[1].report.sum.levels[LEVEL_ERROR]);
	bench_clear(&b[0]);
	bench_clear(&b[1]);
}

Test(report, leaves_out_quietly_what_does_not_fail)
{
	struct bench b;

	bench_set_up(&b, "a.yaml", bench_bad, true);
	cr_assert_gt(b.report.findings->len, 0);
	for (guint i = 0; i < b.report.findings->len; i++) {
		const struct finding *f = b.report.findings->pdata[i];

		cr_expect_eq(f->level, LEVEL_ERROR);
	}
	cr_expect_gt(b.report.sum.levels[LEVEL_HINT], 0);
	cr_expect(report_failed(&b.report));
	bench_clear(&b);
}

static void expect_trouble(const char *text, const char *name, unsigned line)
{
	const char *why = NULL;
	const struct rule *rule;
	struct bench b;

	bench_set_up(&b, "a.yaml", text, false);
	rule = report_trouble(&b.report, &why);
	cr_assert(rule);
	cr_expect_str_eq(rule->name, name);
	cr_expect(why && *why);
	cr_expect_eq(report_trouble_mark(&b.report).line, line);
	cr_expect_eq(b.report.sum.broken, 1);
	cr_expect(report_failed(&b.report));
	bench_clear(&b);
}

Test(report, tells_why_a_file_is_no_storyboard)
{
	expect_trouble(NULL, "file", 0);
	expect_trouble("senseboard: 1\ntitle: \"\n", "yaml", 3);
	expect_trouble("a: b\n", "format", 1);
	expect_trouble("", "format", 1);
}

static void expect_uri(const char *path, const char *uri)
{
	const struct report r = { .path = path };
	g_autofree char *found = report_uri(&r);

	cr_expect_str_eq(found, uri);
}

Test(report, names_files_relative_to_where_it_ran)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *inside = g_build_filename(here, "a/b.yaml", NULL);

	expect_uri("a/b.yaml", "a/b.yaml");
	expect_uri("./a/../b.yaml", "b.yaml");
	expect_uri(inside, "a/b.yaml");
	expect_uri("/nowhere/b c.yaml", "file:///nowhere/b%20c.yaml");
}

Test(report, escapes_names_of_files)
{
	expect_uri("a b:c%#?.yaml", "a%20b%3Ac%25%23%3F.yaml");
	expect_uri("\xff\033.yaml", "%FF%1B.yaml");
	expect_uri("käse.yaml", "k%C3%A4se.yaml");
}
