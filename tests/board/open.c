/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening: what is a storyboard, what can only be shown, what is refused, in
 * one line each.
 */
#include "board/board.h"

#include <criterion/criterion.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../store/folder.h"

#define GOOD "senseboard: 1\ntitle: T\n"

TestSuite(open, .init = folder_enter, .fini = folder_leave);

static void put_bytes(const char *name, const char *bytes, size_t len)
{
	cr_assert(g_file_set_contents(name, bytes, (gssize)len, NULL));
}

/* NAME cannot be opened, and WHY is all that is said. */
static void expect_refused(const char *name, const char *why)
{
	g_autoptr(GError) error = NULL;
	struct board *b = board_open(name, &error);

	cr_assert_null(b);
	cr_expect_str_eq(error->message, why);
}

/* NAME opens for reading only, because of what is wrong there. */
static void expect_problem(const char *name, unsigned line, unsigned column,
			   const char *problem)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(Board) b = board_open(name, &error);

	cr_assert(b, "%s", error ? error->message : "");
	cr_expect(b->read_only);
	cr_expect_null(b->journey);
	cr_expect_null(b->findings);
	cr_expect(strstr(b->problem, problem), "%s", b->problem);
	cr_expect_null(strchr(b->problem, '\n'));
	cr_expect_eq(b->where.line, line, "line %u", b->where.line);
	cr_expect_eq(b->where.column, column, "column %u", b->where.column);
	cr_expect_not(board_save(b, NULL, true, NULL));
}

Test(open, gives_text_journey_and_findings)
{
	g_autoptr(Board) b = NULL;

	put("a.yaml", GOOD "stages:\n  - name: S\n");
	b = board_open("a.yaml", NULL);
	cr_assert(b);
	cr_expect_str_eq(b->name, "a.yaml");
	cr_expect_not(b->read_only);
	cr_expect_null(b->problem);
	cr_expect_not(board_unsaved(b));
	cr_expect_eq(findings_count(b->findings, LEVEL_WARNING), 1);
}

Test(open, of_a_file_that_is_not_there_begins_a_storyboard)
{
	g_autoptr(Board) b = board_open("my-first_trip.yaml", NULL);
	g_autofree char *title = place_title(b->journey, b->journey->root);
	g_autofree char *status =
		place_text(b->journey, b->journey->root, J_STATUS);

	cr_expect_str_eq(title, "My first trip");
	cr_expect_str_eq(status, "sketch");
	cr_expect_not(board_unsaved(b));
	cr_expect_eq(count_names(), 0, "nothing is written");
	cr_expect(board_save(b, NULL, false, NULL));
	expect("my-first_trip.yaml", "senseboard: 1\n"
				     "title: My first trip\n"
				     "status: sketch\n");
}

Test(open, makes_a_title_of_any_file_name)
{
	static const char *const titles[][2] = {
		{ "a.yaml", "A" },
		{ "été.yaml", "Été" },
		{ ".yaml", ".yaml" },
		{ "--.yaml", "A journey to be named" },
		{ "dir/x: y # z.yaml", "X: y # z" },
		{ "bad\xff\x1b.yaml", "Bad\xef\xbf\xbd\\x1b" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(titles); i++) {
		g_autoptr(Board) b = board_open(titles[i][0], NULL);
		g_autofree char *title =
			place_title(b->journey, b->journey->root);

		cr_expect_str_eq(title, titles[i][1]);
	}
}

Test(open, of_a_copy_has_no_file_to_save_to)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(Board) b = NULL;

	put("a.yaml", GOOD);
	b = board_open_copy("a.yaml", NULL);
	cr_expect_null(b->path);
	cr_expect_str_eq(b->name, "T");
	cr_expect_not(board_unsaved(b));
	cr_expect_not(board_save(b, NULL, false, &error));
	cr_expect(g_error_matches(error, BOARD_ERROR, BOARD_ERROR_UNTITLED));
	cr_expect(board_save(b, "b.yaml", false, NULL));
	expect("b.yaml", GOOD);
	cr_expect_str_eq(b->name, "b.yaml");
}

Test(open, of_a_copy_needs_a_file)
{
	g_autoptr(GError) error = NULL;

	cr_expect_null(board_open_copy("none.yaml", &error));
	cr_expect_str_eq(error->message, "cannot read 'none.yaml': "
					 "No such file or directory");
}

Test(open, takes_bytes_from_elsewhere)
{
	g_autoptr(Board) b =
		board_from_bytes(g_strdup(GOOD), strlen(GOOD), "in", NULL);

	cr_expect_str_eq(b->name, "in");
	cr_expect_not_null(b->journey);
}

Test(open, refuses_what_is_no_file)
{
	cr_assert(!mkdir("dir", 0755) && !mkfifo("fifo", 0644));
	expect_refused("dir", "cannot read 'dir': is a directory");
	expect_refused("fifo", "cannot read 'fifo': is a FIFO");
	expect_refused("/dev/null", "cannot read '/dev/null': is a device");
}

static bool try_open(const char *name, GError **error)
{
	struct board *b = board_open(name, error);

	board_free(b);
	return b != NULL;
}

Test(open, refuses_what_may_not_be_read)
{
	g_autofree char *why = NULL;

	put("a.yaml", GOOD);
	cr_assert(!chmod("a.yaml", 0));
	why = as_nobody(try_open, "a.yaml");
	cr_expect_str_eq(why, "cannot read 'a.yaml': Permission denied");
}

Test(open, refuses_more_than_64_mib)
{
	put("a.yaml", GOOD);
	cr_assert(!truncate("a.yaml", (64 << 20) + 1));
	expect_refused("a.yaml", "cannot read 'a.yaml': larger than 64 MiB");
}

/* N times TEXT, between a beginning and an end. */
static void put_many(const char *name, const char *head, const char *text,
		     unsigned n, const char *foot)
{
	g_autoptr(GString) all = g_string_new(head);

	while (n--)
		g_string_append(all, text);
	g_string_append(all, foot);
	put_bytes(name, all->str, all->len);
}

/* The mapping of the document is the first level. */
Test(open, refuses_65_levels_and_opens_64)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(Board) b = NULL;
	g_autofree char *in = g_strnfill(63, '[');
	g_autofree char *out = g_strnfill(63, ']');
	g_autoptr(GString) text = g_string_new(GOOD "x: ");

	put_many("a.yaml", GOOD "x: ", "[", 64, "");
	cr_expect_null(board_open("a.yaml", &error));
	cr_expect(g_str_has_prefix(error->message, "cannot read 'a.yaml', "
						   "line 3, column 67: "));
	g_string_append(text, in);
	g_string_append(text, out);
	put("b.yaml", text->str);
	b = board_open("b.yaml", NULL);
	cr_assert(b);
	cr_expect_not_null(b->journey);
}

Test(open, refuses_200_kb_of_brackets_as_soon_as_65_levels)
{
	g_autoptr(GError) error = NULL;

	put_many("a.yaml", "", "[", 200 << 10, "");
	cr_expect_null(board_open("a.yaml", &error));
	cr_expect(g_error_matches(error, TREE_ERROR, TREE_ERROR_LIMIT));
}

Test(open, expands_no_alias)
{
	g_autoptr(Board) b = NULL;
	GString *text = g_string_new(GOOD "a0: &a0 [x, x, x, x, x, x, x, x]\n");

	for (int i = 1; i < 30; i++)
		g_string_append_printf(text,
				       "a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n",
				       i, i, i - 1, i - 1, i - 1, i - 1);
	put("a.yaml", text->str);
	g_string_free(text, TRUE);
	b = board_open("a.yaml", NULL);
	cr_assert(b);
	cr_expect_not_null(b->journey);
}

Test(open, refuses_more_than_1000_anchors)
{
	g_autoptr(GError) error = NULL;
	GString *text = g_string_new(GOOD);

	for (int i = 0; i <= 1000; i++)
		g_string_append_printf(text, "k%d: &a%d x\n", i, i);
	put("a.yaml", text->str);
	g_string_free(text, TRUE);
	cr_expect_null(board_open("a.yaml", &error));
	cr_expect(g_error_matches(error, TREE_ERROR, TREE_ERROR_LIMIT));
}

Test(open, refuses_a_scalar_over_1_mib)
{
	g_autoptr(GError) error = NULL;

	put_many("a.yaml", GOOD "notes: ", "0123456789abcdef", 70000, "\n");
	cr_expect_null(board_open("a.yaml", &error));
	cr_expect(g_error_matches(error, TREE_ERROR, TREE_ERROR_LIMIT));
}

Test(open, refuses_more_than_100000_touchpoints)
{
	g_autoptr(GError) error = NULL;

	put_many("a.yaml", GOOD "stages:\n- touchpoints:\n", "  - a: b\n",
		 100001, "");
	cr_expect_null(board_open("a.yaml", &error));
	cr_expect_str_eq(error->message,
			 "cannot read 'a.yaml', line 100005, column 3: more "
			 "than 100000 touchpoints");
}

Test(open, shows_what_is_no_yaml_and_where)
{
	g_autoptr(Board) b = NULL;

	put("a.yaml", GOOD "stages: [\n  {a: b\n");
	b = board_open("a.yaml", NULL);
	cr_assert(b && b->read_only);
	cr_expect_str_eq(b->raw, GOOD "stages: [\n  {a: b\n");
	cr_expect_null(b->tree);
	cr_expect(b->where.line >= 4);
}

Test(open, shows_what_is_no_utf_8_and_where)
{
	g_autoptr(Board) b = NULL;

	put_bytes("a.yaml", "senseboard: 1\ntitle: \xe9t\xe9\n", 25);
	b = board_open("a.yaml", NULL);
	cr_assert(b && b->read_only);
	cr_expect(strstr(b->problem, "UTF-8"), "%s", b->problem);
	cr_expect_eq(b->where.line, 2);
}

Test(open, shows_what_is_no_storyboard)
{
	put("empty.yaml", "");
	expect_problem("empty.yaml", 1, 1, "not a storyboard");
	put("list.yaml", "- a\n- b\n");
	expect_problem("list.yaml", 1, 1, "not a storyboard");
	put("other.yaml", "# a recipe\nname: bread\n");
	expect_problem("other.yaml", 2, 1, "not a storyboard");
	put("late.yaml", "title: T\nsenseboard: 1\n");
	expect_problem("late.yaml", 1, 1, "not a storyboard");
	put("untitled.yaml", "senseboard: 1\ntitle:\n");
	expect_problem("untitled.yaml", 2, 1, "no title");
	put("newer.yaml", "senseboard: 2\ntitle: T\n");
	expect_problem("newer.yaml", 1, 1, "newer");
}
