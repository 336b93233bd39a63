/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What others do to the file: it is seen, and each way to go on keeps what it
 * should, can be undone, and leaves nothing to be overwritten unasked.
 */
#include "board/board.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "../store/folder.h"
#include "story.h"

TestSuite(reload, .init = folder_enter, .fini = folder_leave);

static struct board *open_old(void)
{
	struct board *b;

	put("a.yaml", OLD);
	b = board_open("a.yaml", NULL);
	cr_assert(b);
	return b;
}

static struct place *touchpoint(const struct board *b, unsigned stage)
{
	struct place *p = stage_touchpoint(journey_stage(b->journey, stage), 0);

	cr_assert(p);
	return p;
}

static void rename_it(struct board *b, unsigned stage, const char *name)
{
	cr_assert(board_take(b, journey_set(b->journey, touchpoint(b, stage),
					    T_NAME, name, NULL)));
}

static void expect_text(const struct board *b, const char *text)
{
	size_t len;
	g_autofree char *now = tree_emit(b->tree, &len);

	cr_expect_str_eq(now, text);
}

static struct store_file read_theirs(const char *text)
{
	struct store_file theirs;

	put("a.yaml", text);
	cr_assert(store_read("a.yaml", &theirs, NULL));
	return theirs;
}

static void expect_seen(struct board *b, enum store_look look,
			enum store_change change)
{
	cr_assert(board_look(b, look, NULL));
	cr_expect_eq(b->disk, change);
}

/* Nobody is asked: what is on the disk is known. */
static void expect_saved_unasked(struct board *b)
{
	g_autoptr(GError) error = NULL;

	cr_expect(board_save(b, NULL, false, &error), "%s",
		  error ? error->message : "");
	cr_expect_not(board_unsaved(b));
}

Test(reload, sees_every_kind_of_change)
{
	g_autoptr(Board) b = open_old();

	expect_seen(b, STORE_GLANCE, STORE_SAME);
	put("a.yaml", THEIRS);
	expect_seen(b, STORE_GLANCE, STORE_CHANGED);
	put("a.yaml", OLD);
	expect_seen(b, STORE_GLANCE, STORE_SAME);
	put("b.yaml", THEIRS);
	cr_assert(!rename("b.yaml", "a.yaml"));
	expect_seen(b, STORE_GLANCE, STORE_CHANGED);
	cr_assert(!unlink("a.yaml"));
	expect_seen(b, STORE_GLANCE, STORE_DELETED);
	cr_expect(board_unsaved(b), "what is nowhere else is not saved");
}

Test(reload, sees_a_change_of_the_same_size_and_time)
{
	g_autoptr(Board) b = open_old();
	struct stat before = look_at("a.yaml");
	struct timespec times[] = { before.st_atim, before.st_mtim };

	put("a.yaml", THEIRS);
	cr_assert(!utimensat(AT_FDCWD, "a.yaml", times, 0));
	cr_assert_eq(look_at("a.yaml").st_size, before.st_size);
	expect_seen(b, STORE_GLANCE, STORE_CHANGED);
	/* and if nothing at all tells */
	b->file.id.ctime = look_at("a.yaml").st_ctim;
	expect_seen(b, STORE_COMPARE, STORE_CHANGED);
}

Test(reload, takes_the_file_and_leaves_every_place_what_it_is)
{
	g_autoptr(Board) b = open_old();
	struct place *light = touchpoint(b, 0), *call = touchpoint(b, 1);
	struct store_file theirs = read_theirs(THEIRS);
	const struct change *change = board_reload(b, &theirs, NULL);

	cr_assert(change);
	cr_expect_str_eq(change->name, "reload from disk");
	expect_text(b, THEIRS);
	cr_expect_eq(touchpoint(b, 0), light);
	cr_expect_eq(touchpoint(b, 1), call);
	g_autofree char *name = place_text(b->journey, call, T_NAME);
	cr_expect_str_eq(name, "Lost call");
	cr_expect_not(board_unsaved(b));
	expect_seen(b, STORE_COMPARE, STORE_SAME);
	store_file_clear(&theirs);
}

Test(reload, is_undone_with_all_that_was_done_before)
{
	g_autoptr(Board) b = open_old();
	struct store_file theirs;

	rename_it(b, 0, "Dawn");
	cr_assert(board_save(b, NULL, false, NULL));
	theirs = read_theirs(THEIRS);
	cr_assert(board_reload(b, &theirs, NULL));
	cr_expect(board_undo(b));
	expect_text(b, STORY("A day", "Dawn", "Last call"));
	cr_expect(board_unsaved(b));
	cr_expect(board_undo(b));
	expect_text(b, OLD);
	cr_expect(board_redo(b) && board_redo(b));
	expect_text(b, THEIRS);
	cr_expect_not(board_unsaved(b));
	board_undo(b);
	expect_saved_unasked(b);
	expect("a.yaml", STORY("A day", "Dawn", "Last call"));
	store_file_clear(&theirs);
}

Test(reload, refuses_what_is_no_storyboard_and_says_where)
{
	static const char *const texts[] = { "senseboard: 1\ntitle: [\n", "",
					     "title: T\n" };
	g_autoptr(Board) b = open_old();

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		struct store_file theirs = read_theirs(texts[i]);
		g_autoptr(GError) error = NULL;

		cr_expect_null(board_reload(b, &theirs, &error));
		cr_expect(g_str_has_prefix(error->message, "line "), "%s",
			  error->message);
		expect_text(b, OLD);
		expect_seen(b, STORE_COMPARE, STORE_CHANGED);
		cr_expect_null(history_next_undo(b->tree));
		store_file_clear(&theirs);
	}
}

Test(reload, takes_a_file_that_only_was_touched_for_the_same)
{
	g_autoptr(Board) b = open_old();
	struct store_file theirs = read_theirs(OLD);
	g_autoptr(GError) error = NULL;

	cr_expect_null(board_reload(b, &theirs, &error));
	cr_expect_null(error);
	cr_expect_not(board_unsaved(b));
	store_file_clear(&theirs);
}

Test(reload, merges_what_was_done_on_both_sides)
{
	g_autoptr(Board) b = open_old();
	struct store_file theirs;

	rename_it(b, 0, "Dawn");
	theirs = read_theirs(THEIRS);
	cr_assert(board_merge(b, &theirs, NULL));
	expect_text(b, STORY("A day", "Dawn", "Lost call"));
	cr_expect(board_unsaved(b));
	cr_expect(board_undo(b));
	expect_text(b, STORY("A day", "Dawn", "Last call"));
	cr_expect(board_redo(b));
	expect_saved_unasked(b);
	expect("a.yaml", STORY("A day", "Dawn", "Lost call"));
	store_file_clear(&theirs);
}

Test(reload, merges_from_what_was_saved_last)
{
	g_autoptr(Board) b = open_old();
	struct store_file theirs;

	rename_it(b, 0, "Dawn");
	cr_assert(board_save(b, NULL, false, NULL));
	rename_it(b, 0, "Sunrise");
	theirs = read_theirs(STORY("A night", "Dawn", "Last call"));
	cr_assert(board_merge(b, &theirs, NULL));
	expect_text(b, STORY("A night", "Sunrise", "Last call"));
	store_file_clear(&theirs);
}

Test(reload, does_not_merge_where_both_did_something)
{
	g_autoptr(Board) b = open_old();
	struct store_file theirs;
	g_autoptr(GError) error = NULL;

	rename_it(b, 1, "Late call");
	theirs = read_theirs(THEIRS);
	cr_expect_null(board_merge(b, &theirs, &error));
	cr_expect(g_error_matches(error, BOARD_ERROR, BOARD_ERROR_CONFLICT));
	expect_text(b, STORY("A day", "First light", "Late call"));
	expect_seen(b, STORE_COMPARE, STORE_CHANGED);
	store_file_clear(&theirs);
}

Test(reload, has_nothing_to_save_where_both_did_the_same)
{
	g_autoptr(Board) b = open_old();
	struct store_file theirs;

	rename_it(b, 1, "Lost call");
	theirs = read_theirs(THEIRS);
	board_merge(b, &theirs, NULL);
	cr_expect_not(board_unsaved(b));
	store_file_clear(&theirs);
}

Test(reload, keeps_ours_over_theirs_but_not_over_what_comes_then)
{
	g_autoptr(Board) b = open_old();
	g_autoptr(GError) error = NULL;
	struct store_file theirs = read_theirs(THEIRS);

	board_keep(b, &theirs);
	cr_expect(board_unsaved(b));
	put("a.yaml", "more of theirs");
	cr_expect_not(board_save(b, NULL, false, &error));
	cr_expect(g_error_matches(error, BOARD_ERROR, BOARD_ERROR_CHANGED));
	put("a.yaml", THEIRS);
	expect_saved_unasked(b);
	expect("a.yaml", OLD);
	store_file_clear(&theirs);
}

Test(reload, compares_the_file_with_the_text)
{
	g_autoptr(Board) b = open_old();
	struct store_file theirs = read_theirs(THEIRS);
	g_autofree char *found = board_compare(b, &theirs, NULL);

	cr_assert(found);
	cr_expect(strstr(found, "--- on the disk\n+++ yours\n"), "%s", found);
	cr_expect(strstr(found, "-        name: Lost call\n"
				"+        name: Last call\n"),
		  "%s", found);
	store_file_clear(&theirs);
}
