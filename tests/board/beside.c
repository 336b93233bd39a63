/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files beside a storyboard that it names as evidence: looked for, but not
 * while anybody waits.
 */
#include "board/board.h"

#include <criterion/criterion.h>
#include <sys/stat.h>

#include "../store/folder.h"

#define STORY                          \
	"senseboard: 1\n"              \
	"title: I buy a loaf\n"        \
	"rules: {no-what: none}\n"     \
	"stages:\n"                    \
	"  - touchpoints:\n"           \
	"      - name: The door\n"     \
	"        evidence: door.jpg\n" \
	"      - name: The counter\n"  \
	"        evidence: [door.jpg, menu.pdf]\n"

TestSuite(beside, .init = folder_enter, .fini = folder_leave);

/* How many findings there are about evidence. */
static unsigned missing(const struct board *b)
{
	g_autoptr(GPtrArray) all = findings_list(b->findings);
	unsigned n = 0;

	for (guint i = 0; i < all->len; i++) {
		const struct finding *f = all->pdata[i];

		n += g_str_equal(f->rule->name, "missing-evidence");
	}
	return n;
}

static struct board *open_story(const char *path)
{
	struct board *b;

	put(path, STORY);
	b = board_open(path, NULL);
	cr_assert(b && b->journey);
	return b;
}

Test(beside, says_nothing_before_it_has_looked)
{
	g_autoptr(Board) b = open_story("a.yaml");

	cr_expect_eq(missing(b), 0);
	cr_expect(board_look_beside(b));
	cr_expect_eq(missing(b), 3);
	cr_expect(!board_look_beside(b));
}

Test(beside, finds_what_is_there)
{
	g_autoptr(Board) b = NULL;

	put("door.jpg", "");
	put("menu.pdf", "");
	b = open_story("a.yaml");
	cr_expect(!board_look_beside(b));
	cr_expect_eq(missing(b), 0);
}

Test(beside, looks_beside_the_file_and_not_where_it_runs)
{
	g_autoptr(Board) b = NULL;

	cr_assert_eq(mkdir("in", 0700), 0);
	put("door.jpg", "");
	put("in/menu.pdf", "");
	b = open_story("in/a.yaml");
	cr_expect(board_look_beside(b));
	cr_expect_eq(missing(b), 2);
}

Test(beside, looks_for_what_is_named_later)
{
	g_autoptr(Board) b = NULL;
	struct place *door;

	put("door.jpg", "");
	put("menu.pdf", "");
	b = open_story("a.yaml");
	board_look_beside(b);
	door = stage_touchpoint(journey_stage(b->journey, 0), 0);
	cr_assert(board_take(b, journey_set(b->journey, door, T_EVIDENCE,
					    "window.jpg", NULL)));
	cr_expect_eq(missing(b), 0);
	cr_expect(board_look_beside(b));
	cr_expect_eq(missing(b), 1);
	cr_assert(board_undo(b));
	cr_expect(!board_look_beside(b));
	cr_expect_eq(missing(b), 0);
}

Test(beside, forgets_a_touchpoint_that_is_gone)
{
	g_autoptr(Board) b = open_story("a.yaml");
	struct place *stage = journey_stage(b->journey, 0);

	cr_assert(board_take(b, journey_remove(b->journey, stage, NULL, NULL)));
	cr_expect(!board_look_beside(b));
	cr_expect_eq(missing(b), 0);
}

Test(beside, moves_with_the_file)
{
	g_autoptr(Board) b = open_story("a.yaml");
	GError *error = NULL;

	cr_assert_eq(mkdir("in", 0700), 0);
	put("in/door.jpg", "");
	put("in/menu.pdf", "");
	board_look_beside(b);
	cr_expect_eq(missing(b), 3);
	cr_assert(board_save(b, "in/b.yaml", false, &error));
	board_look_beside(b);
	cr_expect_eq(missing(b), 0);
}

Test(beside, is_nowhere_for_what_has_no_file)
{
	g_autoptr(Board) b =
		board_from_bytes(g_strdup(STORY), strlen(STORY), "x", NULL);

	cr_assert(b);
	cr_expect(!board_look_beside(b));
	cr_expect_eq(missing(b), 0);
}

Test(beside, keeps_what_was_asked_for)
{
	struct rules_options options = { 0 };
	g_autoptr(Board) b = open_story("a.yaml");

	cr_assert(rules_weigh(&options, "missing-evidence", "none"));
	board_judge(b, &options);
	board_look_beside(b);
	cr_expect_eq(missing(b), 0);
}
