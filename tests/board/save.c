/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving: only what changed, only over what we know, and only when there is
 * something to save.
 */
#include "board/board.h"

#include <criterion/criterion.h>
#include <unistd.h>

#include "../store/folder.h"

#define GOOD                         \
	"senseboard: 1\n"            \
	"title: T     # the title\n" \
	"own:    [as it,   was]\n"

TestSuite(save, .init = folder_enter, .fini = folder_leave);

static struct board *open_good(void)
{
	struct board *b;

	put("a.yaml", GOOD);
	b = board_open("a.yaml", NULL);
	cr_assert(b);
	return b;
}

static void set_title(struct board *b, const char *title)
{
	cr_assert(board_take(b, journey_set(b->journey, b->journey->root,
					    J_TITLE, title, NULL)));
}

/* Saving is refused with that error, and the file has not changed. */
static void expect_not_saved(struct board *b, const char *path,
			     enum board_error code)
{
	g_autoptr(GError) error = NULL;

	cr_assert_not(board_save(b, path, false, &error));
	cr_expect(g_error_matches(error, BOARD_ERROR, (int)code), "%s",
		  error->message);
}

Test(save, writes_what_was_edited_and_nothing_else)
{
	g_autoptr(Board) b = open_good();

	set_title(b, "New");
	cr_expect(board_save(b, NULL, false, NULL));
	expect("a.yaml", "senseboard: 1\n"
			 "title: New     # the title\n"
			 "own:    [as it,   was]\n");
}

Test(save, writes_nothing_where_nothing_changed)
{
	g_autoptr(Board) b = open_good();
	struct stat before = look_at("a.yaml");

	cr_expect(board_save(b, NULL, false, NULL));
	cr_expect_eq(look_at("a.yaml").st_ino, before.st_ino);
	set_title(b, "New");
	cr_expect(board_undo(b));
	cr_expect(board_save(b, NULL, false, NULL));
	cr_expect_eq(look_at("a.yaml").st_ino, before.st_ino);
}

Test(save, knows_what_is_unsaved_through_undo_and_redo)
{
	g_autoptr(Board) b = open_good();

	cr_expect_not(board_unsaved(b));
	set_title(b, "one");
	cr_expect(board_unsaved(b));
	set_title(b, "two");
	cr_expect(board_save(b, NULL, false, NULL));
	cr_expect_not(board_unsaved(b));
	board_undo(b);
	cr_expect(board_unsaved(b));
	board_undo(b);
	cr_expect(board_unsaved(b));
	board_redo(b);
	board_redo(b);
	cr_expect_not(board_unsaved(b));
	cr_expect_null(board_redo(b));
}

Test(save, is_never_reached_again_once_its_way_back_is_gone)
{
	g_autoptr(Board) b = open_good();

	set_title(b, "one");
	set_title(b, "two");
	cr_expect(board_save(b, NULL, false, NULL));
	board_undo(b);
	set_title(b, "other");
	cr_expect(board_unsaved(b), "as many changes, but not the same");
	board_undo(b);
	cr_expect(board_unsaved(b));
	board_redo(b);
	cr_expect(board_unsaved(b));
	cr_expect(board_save(b, NULL, false, NULL));
	cr_expect_not(board_unsaved(b));
}

/* Who keeps a list of findings must learn that they are others. */
Test(save, under_another_name_is_a_new_round_of_findings)
{
	g_autoptr(Board) b = open_good();
	const struct findings *all = b->findings;
	unsigned round = findings_round(all);

	cr_assert(board_save(b, "b.yaml", false, NULL));
	cr_expect_eq(b->findings, all);
	cr_expect_neq(findings_round(all), round);
}

Test(save, takes_back_what_was_saved)
{
	g_autoptr(Board) b = open_good();

	set_title(b, "one");
	cr_expect(board_save(b, NULL, false, NULL));
	board_undo(b);
	cr_expect(board_save(b, NULL, false, NULL));
	expect("a.yaml", GOOD);
}

Test(save, never_overwrites_unasked_what_another_has_written)
{
	g_autoptr(Board) b = open_good();

	put("a.yaml", "theirs");
	set_title(b, "ours");
	expect_not_saved(b, NULL, BOARD_ERROR_CHANGED);
	expect("a.yaml", "theirs");
	cr_expect(board_unsaved(b));
	cr_expect(board_save(b, NULL, true, NULL));
	cr_expect_not(board_unsaved(b));
	set_title(b, "again");
	cr_expect(board_save(b, NULL, false, NULL), "now it is ours");
}

Test(save, says_that_the_file_has_changed_even_if_we_have_not)
{
	g_autoptr(Board) b = open_good();

	put("a.yaml", "theirs");
	expect_not_saved(b, NULL, BOARD_ERROR_CHANGED);
	expect("a.yaml", "theirs");
}

Test(save, brings_back_a_file_that_was_deleted_when_asked)
{
	g_autoptr(Board) b = open_good();

	cr_assert(!unlink("a.yaml"));
	expect_not_saved(b, NULL, BOARD_ERROR_DELETED);
	cr_assert(access("a.yaml", F_OK) < 0);
	cr_expect(board_save(b, NULL, true, NULL));
	expect("a.yaml", GOOD);
}

Test(save, does_not_bring_it_back_over_what_came_instead)
{
	g_autoptr(Board) b = open_good();
	g_autoptr(GError) error = NULL;

	cr_assert(!unlink("a.yaml"));
	expect_not_saved(b, NULL, BOARD_ERROR_DELETED);
	put("a.yaml", "theirs");
	cr_expect_not(board_save(b, NULL, true, &error));
	cr_expect(g_error_matches(error, BOARD_ERROR, BOARD_ERROR_CHANGED));
	expect("a.yaml", "theirs");
}

Test(save, of_a_new_file_sees_that_somebody_was_faster)
{
	g_autoptr(Board) b = board_open("a.yaml", NULL);

	put("a.yaml", "theirs");
	expect_not_saved(b, NULL, BOARD_ERROR_CHANGED);
	expect("a.yaml", "theirs");
}

Test(save, under_another_name_goes_on_there)
{
	g_autoptr(Board) b = open_good();

	set_title(b, "New");
	put("b.yaml", "theirs");
	expect_not_saved(b, "b.yaml", BOARD_ERROR_EXISTS);
	expect("b.yaml", "theirs");
	cr_expect_str_eq(b->path, "a.yaml");
	cr_expect(board_save(b, "c.yaml", false, NULL));
	cr_expect_str_eq(b->path, "c.yaml");
	expect("a.yaml", GOOD);
	set_title(b, "Newer");
	cr_expect(board_save(b, NULL, false, NULL));
	cr_expect(board_save(b, "b.yaml", true, NULL));
	expect("b.yaml", "senseboard: 1\n"
			 "title: Newer     # the title\n"
			 "own:    [as it,   was]\n");
}

Test(save, fails_with_the_true_reason_and_stays_unsaved)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(Board) b = open_good();

	set_title(b, "New");
	cr_expect_not(board_save(b, "no-folder/x.yaml", false, &error));
	cr_expect_str_eq(error->message, "cannot create 'no-folder/x.yaml': "
					 "No such file or directory");
	cr_expect(board_unsaved(b));
	cr_expect_str_eq(b->path, "a.yaml");
}

Test(save, keeps_journey_and_findings_in_step)
{
	g_autoptr(Board) b = open_good();
	struct place *root = b->journey->root;
	const struct change *c;

	c = journey_set(b->journey, root, J_STATUS, "skecth", NULL);
	cr_expect(board_take(b, c));
	cr_expect_eq(findings_worst(b->findings, root), LEVEL_ERROR);
	cr_expect_eq(board_undo(b), c);
	cr_expect_eq(findings_worst(b->findings, root), LEVEL_NONE);
	cr_expect_eq(board_redo(b), c);
	cr_expect_eq(findings_worst(b->findings, root), LEVEL_ERROR);
	cr_expect_not(board_take(b, NULL));
}
