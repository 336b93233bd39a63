/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Killed at any moment, a storyboard comes back as it was seen last, with its
 * history; and nothing is offered where nothing is missing.
 */
#include "board/recover.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../store/folder.h"
#include "store/orphans.h"
#include "store/save.h"
#include "story.h"
#include "yaml/edit.h"

#define NEW STORY("A long day", "Dawn", "Last call")
#define MERGED STORY("A long day", "Dawn", "Lost call")
#define CLASH STORY("Their day", "First light", "Last call")

static void enter(void)
{
	g_autofree char *here = NULL;

	folder_enter();
	here = g_get_current_dir();
	g_setenv("XDG_STATE_HOME", here, TRUE);
	g_unsetenv("XDG_RUNTIME_DIR");
	put("a.yaml", OLD);
}

TestSuite(recover, .init = enter, .fini = folder_leave, .timeout = 60);

/* --- what is done before the crash --------------------------------------- */

static void set_title(struct board *b, const char *title)
{
	cr_assert(board_take(b, journey_set(b->journey, b->journey->root,
					    J_TITLE, title, NULL)));
}

static void rename_first(struct board *b, const char *name)
{
	struct place *tp = stage_touchpoint(journey_stage(b->journey, 0), 0);

	cr_assert(
		board_take(b, journey_set(b->journey, tp, T_NAME, name, NULL)));
}

/* OLD becomes NEW. */
static void edit(struct board *b)
{
	set_title(b, "A long day");
	rename_first(b, "Dawn");
}

static void save(struct board *b)
{
	cr_assert(board_save(b, NULL, false, NULL));
}

static void edit_and_save(struct board *b)
{
	edit(b);
	save(b);
}

static void save_and_edit(struct board *b)
{
	set_title(b, "A long day");
	save(b);
	rename_first(b, "Dawn");
}

static void save_and_undo(struct board *b)
{
	edit_and_save(b);
	board_undo(b);
}

static void edit_and_undo(struct board *b)
{
	edit(b);
	set_title(b, "An hour");
	rename_first(b, "Dusk");
	board_undo(b);
	board_undo(b);
}

static void type(struct board *b)
{
	set_title(b, "A long day");
	board_draft(b, "name", "Da");
	board_draft(b, "name", "Daw");
}

static void refuse_an_edit(struct board *b)
{
	set_title(b, "A long day");
	history_begin(b->tree);
	edit_set(b->tree, b->journey->root->field[J_TITLE], "no", SAY_TEXT,
		 NULL);
	history_abandon(b->tree);
	rename_first(b, "Dawn");
}

/* Open PATH (NULL: untitled), do that, and be killed. */
static void crash(const char *path, void (*act)(struct board *b))
{
	pid_t child = fork();
	int status;

	cr_assert(child >= 0);
	if (child == 0) {
		struct board *b = path ? board_open(path, NULL)
				       : board_new(NULL, "New", NULL);

		if (b && board_protect(b, NULL))
			act(b);
		kill(getpid(), SIGKILL);
	}
	waitpid(child, &status, 0);
	cr_assert(WIFSIGNALED(status));
}

/* --- and after it -------------------------------------------------------- */

static struct board *open_again(void)
{
	struct board *b = board_open("a.yaml", NULL);

	cr_assert(b && board_protect(b, NULL));
	return b;
}

static unsigned offers(const struct board *b)
{
	g_autoptr(GPtrArray) found = board_orphans(b);

	return found->len;
}

static void expect_text(const struct board *b, const char *text)
{
	size_t len;
	g_autofree char *now = tree_emit(b->tree, &len);

	cr_assert_str_eq(now, text);
}

/* Recover what there is, which then is offered no more. */
static struct board *recover(void)
{
	g_autoptr(Board) b = open_again();
	g_autoptr(GPtrArray) found = board_orphans(b);
	GError *error = NULL;
	struct board *n;

	cr_assert_eq(found->len, 1);
	n = board_recover(b, found->pdata[0], false, &error);
	cr_assert(n, "%s", error ? error->message : "");
	cr_assert_null(board_unprotected(n));
	return n;
}

Test(recover, text_and_history_come_back)
{
	crash("a.yaml", edit);
	g_autoptr(Board) b = recover();
	expect_text(b, NEW);
	cr_expect(board_unsaved(b));
	cr_expect_str_eq(b->path, "a.yaml");
	const struct change *c = board_undo(b);
	cr_expect(c && strstr(c->name, "First light"), "%s", c->name);
	expect_text(b, STORY("A long day", "First light", "Last call"));
	cr_expect(board_undo(b));
	expect_text(b, OLD);
	cr_expect_not(board_unsaved(b), "it is what the file has");
	cr_expect_null(board_undo(b));
	board_redo(b);
	board_redo(b);
	save(b);
	expect("a.yaml", NEW);
}

Test(recover, nothing_is_offered_where_all_is_saved)
{
	crash("a.yaml", edit_and_save);
	g_autoptr(Board) b = open_again();
	cr_expect_eq(offers(b), 0);
	cr_assert(!chdir("senseboard/journal"));
	cr_expect_eq(count_names(), 1, "its own lock");
	cr_assert(!chdir("../.."));
}

static void do_nothing(struct board *b G_GNUC_UNUSED)
{
}

Test(recover, nothing_is_offered_where_nothing_was_done)
{
	crash("a.yaml", do_nothing);
	g_autoptr(Board) b = open_again();
	cr_expect_eq(offers(b), 0);
}

Test(recover, nothing_is_offered_after_a_clean_end)
{
	struct board *b = open_again();

	edit_and_save(b);
	board_free(b);
	b = open_again();
	cr_expect_eq(offers(b), 0);
	set_title(b, "For a moment");
	board_undo(b);
	board_free(b);
	b = open_again();
	cr_expect_eq(offers(b), 0);
	set_title(b, "Given up");
	board_give_up(b);
	board_free(b);
	b = open_again();
	cr_expect_eq(offers(b), 0);
	board_free(b);
}

Test(recover, what_is_open_elsewhere_is_not_offered)
{
	g_autoptr(Board) b = open_again();
	g_autoptr(Board) second = board_open("a.yaml", NULL);
	GError *error = NULL;

	edit(b);
	cr_expect_not(board_protect(second, &error));
	cr_expect(g_error_matches(error, STORE_ERROR, (int)STORE_ERROR_LOCKED));
	g_clear_error(&error);
	cr_expect_eq(offers(second), 0);
	board_protect_beside(second);
	set_title(second, "Beside");
	cr_expect_eq(offers(second), 0);
	cr_expect_null(board_unprotected(second));
}

Test(recover, history_reaches_back_behind_a_save)
{
	crash("a.yaml", save_and_edit);
	g_autoptr(Board) b = recover();
	expect_text(b, NEW);
	cr_expect(board_unsaved(b));
	board_undo(b);
	cr_expect_not(board_unsaved(b));
	board_undo(b);
	expect_text(b, OLD);
	cr_expect(board_unsaved(b));
}

Test(recover, undoing_a_saved_change_comes_back)
{
	crash("a.yaml", save_and_undo);
	g_autoptr(Board) b = recover();
	expect_text(b, STORY("A long day", "First light", "Last call"));
	cr_expect(board_unsaved(b));
	cr_expect(board_redo(b));
	expect_text(b, NEW);
	cr_expect_not(board_unsaved(b));
}

Test(recover, what_was_undone_can_be_redone)
{
	crash("a.yaml", edit_and_undo);
	g_autoptr(Board) b = recover();
	expect_text(b, NEW);
	board_redo(b);
	board_redo(b);
	expect_text(b, STORY("An hour", "Dusk", "Last call"));
	cr_expect_null(board_redo(b));
}

Test(recover, an_edit_that_was_refused_is_not_in_it)
{
	crash("a.yaml", refuse_an_edit);
	g_autoptr(Board) b = recover();
	expect_text(b, NEW);
}

Test(recover, what_was_recovered_is_protected_again)
{
	crash("a.yaml", edit);
	board_free(recover());
	g_autoptr(Board) b = recover();
	expect_text(b, NEW);
	save(b);
	cr_expect_eq(offers(b), 0);
}

static void name_it(struct board *b)
{
	set_title(b, "Named");
}

Test(recover, a_storyboard_without_a_file_comes_back)
{
	g_autoptr(GPtrArray) found = NULL;

	crash(NULL, name_it);
	found = board_orphans(NULL);
	cr_assert_eq(found->len, 1);
	g_autoptr(Board) b = board_recover(NULL, found->pdata[0], false, NULL);
	cr_assert(b);
	cr_expect_str_eq(b->name, "Named");
	cr_expect_null(b->path);
	cr_expect(board_unsaved(b));
	cr_assert(board_save(b, "named.yaml", false, NULL));
	cr_expect_eq(offers(NULL), 0);
}

static void edit_new(struct board *b)
{
	set_title(b, "Named");
}

Test(recover, a_file_that_was_never_saved_comes_back)
{
	crash("new.yaml", edit_new);
	g_autoptr(Board) b = board_open("new.yaml", NULL);
	cr_assert(board_protect(b, NULL));
	g_autoptr(GPtrArray) found = board_orphans(b);
	cr_assert_eq(found->len, 1);
	g_autoptr(Board) n = board_recover(b, found->pdata[0], false, NULL);
	cr_assert(n);
	expect_text(n, "senseboard: 1\ntitle: Named\nstatus: sketch\n");
	save(n);
}

Test(recover, a_file_that_was_deleted_comes_back)
{
	crash("a.yaml", edit);
	cr_assert(!unlink("a.yaml"));
	g_autoptr(Board) b = recover();
	expect_text(b, NEW);
	cr_expect(board_unsaved(b));
}

Test(recover, the_open_field_comes_back)
{
	crash("a.yaml", type);
	g_autoptr(Board) b = open_again();
	g_autoptr(GPtrArray) found = board_orphans(b);
	const struct recovery *r = found->pdata[0];
	cr_expect_str_eq(r->draft, "Daw");
	g_autoptr(Board) n = board_recover(b, found->pdata[0], false, NULL);
	expect_text(n, STORY("A long day", "First light", "Last call"));
	cr_expect(journal_has_draft(n->journal));
}

Test(recover, what_others_did_is_merged)
{
	crash("a.yaml", edit);
	put("a.yaml", THEIRS);
	g_autoptr(Board) b = recover();
	expect_text(b, MERGED);
	cr_expect(board_unsaved(b));
	board_undo(b);
	expect_text(b, THEIRS);
	cr_expect_not(board_unsaved(b));
	board_redo(b);
	save(b);
	expect("a.yaml", MERGED);
}

Test(recover, what_others_did_too_is_offered_once)
{
	crash("a.yaml", edit);
	put("a.yaml", MERGED);
	g_autoptr(Board) b = recover();
	expect_text(b, MERGED);
	cr_expect_not(board_unsaved(b));
	cr_expect_eq(offers(b), 0);
}

Test(recover, a_conflict_is_told_and_nothing_is_lost)
{
	crash("a.yaml", edit);
	put("a.yaml", CLASH);
	g_autoptr(Board) b = open_again();
	g_autoptr(GPtrArray) found = board_orphans(b);
	GError *error = NULL;
	cr_assert(board_orphan_differs(b, found->pdata[0]));
	cr_assert_null(board_recover(b, found->pdata[0], false, &error));
	cr_expect(g_error_matches(error, BOARD_ERROR, BOARD_ERROR_CONFLICT));
	g_clear_error(&error);
	g_autofree char *differs =
		board_orphan_compare(b, found->pdata[0], NULL);
	cr_expect(strstr(differs, "-title: Their day"), "%s", differs);
	cr_expect(strstr(differs, "+title: A long day"), "%s", differs);
	g_autoptr(Board) n = board_recover(b, found->pdata[0], true, NULL);
	expect_text(n, NEW);
	cr_expect(board_unsaved(n));
	save(n);
	expect("a.yaml", NEW);
}

Test(recover, a_broken_file_does_not_stand_in_the_way)
{
	crash("a.yaml", edit);
	put("a.yaml", "senseboard: [1\n");
	g_autoptr(Board) b = open_again();
	g_autoptr(GPtrArray) found = board_orphans(b);
	cr_assert_eq(found->len, 1);
	GError *error = NULL;
	cr_assert_null(board_recover(b, found->pdata[0], false, &error));
	cr_expect(g_error_matches(error, BOARD_ERROR, BOARD_ERROR_CONFLICT));
	g_clear_error(&error);
	g_autoptr(Board) n = board_recover(b, found->pdata[0], true, NULL);
	expect_text(n, NEW);
}

static bool tear(const char *name, GError **error G_GNUC_UNUSED)
{
	put(name, "senseboard: 1\ntitle: A lo");
	return true;
}

static void save_in_place_halfway(struct board *b)
{
	size_t len;
	char *text;

	edit(b);
	text = tree_emit(b->tree, &len);
	cr_assert_eq(journal_saving(b->journal, "a.yaml",
				    &(struct text){ text, len }, true),
		     0);
	tear("a.yaml", NULL);
}

Test(recover, a_torn_file_is_not_merged)
{
	crash("a.yaml", save_in_place_halfway);
	g_autoptr(Board) b = recover();
	expect_text(b, NEW);
	cr_expect(board_unsaved(b));
	save(b);
	expect("a.yaml", NEW);
}

Test(recover, opened_without_it_is_offered_again)
{
	crash("a.yaml", edit);
	struct board *b = open_again();
	cr_expect_eq(offers(b), 1);
	set_title(b, "Other");
	cr_expect_eq(offers(b), 1);
	save(b);
	board_free(b);
	b = open_again();
	cr_expect_eq(offers(b), 1);
	board_free(b);
}

static void many(struct board *b)
{
	char name[16];

	for (int i = 0; i < 300; i++) {
		snprintf(name, sizeof(name), "Light %d", i);
		rename_first(b, name);
	}
}

Test(recover, a_long_history_in_a_long_text_is_read_in_time)
{
	GString *text = g_string_new(OLD "notes: |\n");

	for (int i = 0; i < 4000; i++)
		g_string_append(text, "  A line of notes that is rather long, "
				      "as notes may be, but says little.\n");
	put("a.yaml", text->str);
	crash("a.yaml", many);
	g_autoptr(Board) b = recover();
	cr_expect_lt(history_depth(b->tree), 300);
	while (board_undo(b))
		continue;
	expect_text(b, text->str);
	g_string_free(text, TRUE);
}

Test(recover, goes_on_beside_another_program_that_moved_it)
{
	struct board *b = open_again();

	edit(b);
	cr_assert(board_save(b, "b.yaml", false, NULL));
	cr_assert(lock_lives(lock_stem(b->lock), "b.yaml"));
	g_autoptr(Board) first = open_again();
	set_title(b, "Elsewhere");
	cr_expect_eq(offers(first), 0);
	board_free(b);
	g_autoptr(Board) moved = board_open("b.yaml", NULL);
	cr_assert(board_protect(moved, NULL));
	cr_expect_eq(offers(moved), 1);
}
