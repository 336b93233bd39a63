/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was open last is remembered in its order, privately, and whatever
 * stands in the file.
 */
#include "store/recent.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "folder.h"

#define FILE_NAME "senseboard/recent"

static void enter(void)
{
	g_autofree char *here = NULL;

	folder_enter();
	here = g_get_current_dir();
	g_setenv("XDG_STATE_HOME", here, TRUE);
}

TestSuite(recent, .init = enter, .fini = folder_leave, .timeout = 60);

/* A line for each: "PATH|TITLE|WHEN"; the caller frees. */
static char *all(void)
{
	g_autoptr(GPtrArray) found = recent_read();
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < found->len; i++) {
		const struct recent *r = found->pdata[i];

		g_string_append_printf(out, "%s|%s|%d\n", r->path, r->title,
				       (int)r->when);
	}
	return g_string_free(out, FALSE);
}

static void expect_all(const char *wanted)
{
	g_autofree char *found = all();

	cr_expect_str_eq(found, wanted);
}

Test(recent, is_nothing_at_first)
{
	expect_all("");
	cr_expect_eq(count_names(), 0, "reading makes a folder");
}

Test(recent, has_the_latest_first_and_each_once)
{
	recent_note("/a.yaml", "A", 1);
	recent_note("/b.yaml", "B", 2);
	recent_note("/a.yaml", "A, renamed", 3);
	expect_all("/a.yaml|A, renamed|3\n/b.yaml|B|2\n");
}

Test(recent, makes_a_path_absolute)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *wanted = g_strdup_printf("%s/x.yaml|X|1\n", here);

	recent_note("./x.yaml", "X", 1);
	expect_all(wanted);
}

Test(recent, keeps_any_name)
{
	recent_note("/a\tb\n%41 \x01\\/ünï \xff.yaml", "A\tB\nC \xe2\x80\xae",
		    1);
	expect_all("/a\tb\n%41 \x01\\/ünï \xff.yaml|A\tB\nC \xe2\x80\xae|1\n");
}

Test(recent, forgets_the_oldest)
{
	g_autoptr(GPtrArray) found = NULL;

	for (int i = 0; i < RECENT_MOST + 5; i++) {
		g_autofree char *path = g_strdup_printf("/%d.yaml", i);

		recent_note(path, "", i);
	}
	found = recent_read();
	cr_assert_eq(found->len, RECENT_MOST);
	cr_expect_str_eq(((struct recent *)found->pdata[0])->path, "/24.yaml");
}

Test(recent, is_private_whatever_the_umask)
{
	umask(0);
	recent_note("/a.yaml", "A", 1);
	cr_expect_eq(look_at(FILE_NAME).st_mode & 07777, 0600);
	cr_expect_eq(look_at("senseboard").st_mode & 07777, 0700);
}

Test(recent, leaves_no_other_file_behind)
{
	recent_note("/a.yaml", "A", 1);
	recent_note("/b.yaml", "B", 2);
	cr_assert_eq(chdir("senseboard"), 0);
	cr_expect_eq(count_names(), 1);
	cr_assert_eq(chdir(".."), 0);
}

Test(recent, passes_over_lines_that_say_nothing)
{
	recent_note("/a.yaml", "A", 1);
	put(FILE_NAME, "\n\t\t\nx\n1\trelative\tR\n2\t/%zz\tZ\n3\t/%00\tN\n"
		       "99999999999999999999\t/b.yaml\t\xff\n"
		       "5\t/c.yaml\tC\textra");
	expect_all("/b.yaml|\xef\xbf\xbd|-1\n/c.yaml|C\textra|5\n");
}

Test(recent, follows_no_link_and_waits_for_no_pipe)
{
	recent_note("/a.yaml", "A", 1);
	put("outside", "1\t/outside.yaml\tO\n");
	cr_assert_eq(unlink(FILE_NAME), 0);
	cr_assert_eq(symlink("../outside", FILE_NAME), 0);
	expect_all("");
	recent_note("/b.yaml", "B", 2);
	expect_all("/b.yaml|B|2\n");
	expect("outside", "1\t/outside.yaml\tO\n");
	cr_assert_eq(unlink(FILE_NAME), 0);
	cr_assert_eq(mkfifo(FILE_NAME, 0600), 0);
	expect_all("");
}

Test(recent, is_forgotten_where_nothing_can_be_written)
{
	g_setenv("XDG_STATE_HOME", "/dev/null", TRUE);
	recent_note("/a.yaml", "A", 1);
	expect_all("");
}
