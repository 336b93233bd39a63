/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The storyboards people learn from say what they are there to say: of each
 * example, examples/NAME.expect has a line for every finding, pedantic ones
 * included, sorted:
 *
 *	LEVEL RULE PLACE
 *
 * PLACE being the ids of stage and touchpoint, or "-" for the journey.  Only
 * what such a file names may be found; of a template, nothing.  To accept what
 * is found now, after a look at the difference:
 *
 *	ACCEPT=1 tests/test-rules --filter 'examples/are_found*'
 */
#include <criterion/criterion.h>
#include <string.h>

#include "sheet.h"

static struct sheet judge(const char *path)
{
	const struct rules_options options = { .pedantic = true,
					       .evidence = &sheet_evidence,
					       .today = SHEET_DAY };
	g_autofree char *text = NULL;

	cr_assert(g_file_get_contents(path, &text, NULL, NULL), "%s", path);
	return sheet_judge(text, &options);
}

static char *ids(const struct journey *j, const struct place *p)
{
	g_autofree char *id = place_text(j, p, PLACE_ID), *up = NULL;

	if (p->kind == PLACE_JOURNEY)
		return g_strdup("-");
	if (p->up->kind == PLACE_JOURNEY)
		return g_strdup(id);
	up = ids(j, p->up);
	return g_strdup_printf("%s/%s", up, id);
}

static gint by_text(gconstpointer left, gconstpointer right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static char *found(const struct sheet *s)
{
	g_autoptr(GPtrArray) list = findings_list(s->findings);
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < list->len; i++) {
		const struct finding *f = list->pdata[i];
		g_autofree char *place = ids(s->journey, f->place);

		g_ptr_array_add(lines, g_strdup_printf("%s %s %s\n",
						       level_name(f->level),
						       f->rule->name, place));
	}
	g_ptr_array_sort(lines, by_text);
	g_ptr_array_add(lines, NULL);
	return g_strjoinv("", (char **)lines->pdata);
}

/* Write what was found as what is expected. */
static void accept_findings(const char *name, const char *lines)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *file = g_strconcat(name, ".expect", NULL);
	g_autofree char *path =
		g_build_filename(top ? top : ".", "tests/rules/examples", file,
				 NULL);

	cr_assert(g_file_set_contents(path, lines, -1, NULL), "%s", path);
}

static void expect_findings(const char *path, const char *name)
{
	struct sheet s = judge(path);
	g_autofree char *lines = found(&s), *wanted = NULL;

	if (g_getenv("ACCEPT"))
		accept_findings(name, lines);
	wanted = sheet_file("examples", name, ".expect");
	cr_expect_str_eq(lines, wanted,
			 "tests/rules/examples/%s.expect should be, if this "
			 "is better:\n%s",
			 name, lines);
	sheet_clear(&s);
}

Test(examples, are_found_to_be_what_they_show)
{
	sheet_each("examples", 10, expect_findings);
}

/* What its comment asks of whoever begins with it. */
Test(examples, has_a_first_one_that_can_be_finished)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path =
		g_build_filename(top ? top : ".",
				 "data/examples/contact-form.yaml", NULL);
	g_autofree char *text = NULL, *done = NULL, *lines = NULL;
	g_auto(GStrv) halves = NULL;
	struct sheet s;

	cr_assert(g_file_get_contents(path, &text, NULL, NULL));
	halves = g_strsplit(text, "        how:      ", -1);
	cr_assert_eq(g_strv_length(halves), 2);
	done = g_strjoinv("        role: refer\n"
			  "        measures: [{metric: hours, target: 4}]\n"
			  "        how: Keeps an hour free ",
			  halves);
	s = sheet_read(done);
	lines = sheet_lines(s.findings);
	cr_expect_str_eq(lines, "", "%s", lines);
	sheet_clear(&s);
}

static void expect_sketch(const char *path, const char *name)
{
	struct sheet s = judge(path);
	g_autofree char *lines = found(&s);
	g_autofree char *status =
		place_text(s.journey, s.journey->root, J_STATUS);

	cr_expect_str_eq(lines, "", "%s", name);
	cr_expect_str_eq(status, "sketch", "%s", name);
	sheet_clear(&s);
}

Test(templates, are_sketches_with_nothing_wrong)
{
	sheet_each("templates", 5, expect_sketch);
}
