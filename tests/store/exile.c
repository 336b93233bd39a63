/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A journal whose disk fails, or is full, or does not answer: it goes on in
 * another place or says that it cannot, and later nothing is missing.
 */
#include "diary.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "faults.h"
#include "folder.h"
#include "small-disk.h"

TestSuite(exile, .init = diary_enter, .fini = folder_leave, .timeout = 60);

Test(exile, goes_on_in_the_next_place)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *other = g_build_filename(here, "open", NULL);
	struct journal *j = diary_begin();

	g_setenv("XDG_RUNTIME_DIR", other, TRUE);
	diary_splice(j, 9, "", "long ");
	journal_commit(j, JOURNAL_DO, "make it long");
	faults_begin((struct fault){ .at = 1, .number = ENOSPC });
	diary_splice(j, 0, "title", "name");
	journal_commit(j, JOURNAL_DO, "rename it");
	faults_end();
	cr_assert_null(journal_problem(j));
	cr_assert(g_str_has_prefix(journal_path(j), other));
	cr_assert(access(DIARY_FOLDER "/" DIARY_STEM ".journal", F_OK));
	g_autoptr(Recovery) r = diary_read(j);
	diary_says(&r->text, "name: A long day\n");
	cr_assert_eq(r->done->len, 2);
	journal_close(j, JOURNAL_KEEP);
}

Test(exile, says_that_it_cannot_and_misses_nothing_later)
{
	struct journal *j = diary_begin();

	faults_begin(
		(struct fault){ .at = 1, .number = ENOSPC, .lasting = true });
	diary_edit(j);
	faults_end();
	cr_assert_str_eq(journal_problem(j), "No space left on device");
	diary_undo(j);
	cr_assert_null(journal_problem(j));
	g_autoptr(Recovery) r = diary_read(j);
	diary_says(&r->text, "title: A long day\n");
	cr_assert_eq(r->done->len, 1);
	cr_assert_eq(r->undone->len, 1);
	journal_close(j, JOURNAL_KEEP);
}

/* All that a journal goes through. */
static void live(struct journal *j)
{
	struct text now = { "title: A long day\n", 18 };

	journal_draft(j, "promise", "A warm towel");
	diary_edit(j);
	diary_undo(j);
	journal_saving(j, DIARY_DOCUMENT, &now, true);
	journal_saved(j, "open/y.yaml", "y.yaml-0123");
	journal_disk(j, &now);
	diary_splice(j, 0, "", "# ");
	journal_commit(j, JOURNAL_DO, "comment");
}

/* Whatever call fails, once or for a while: what is told is what was done, or
 * it is said that it is not protected; and later nothing is missing. */
static bool survives(struct fault fault)
{
	/* so little that it is written anew again and again */
	struct journal *j = diary_begin_with(300);
	bool over;

	faults_begin(fault);
	live(j);
	over = faults_end() < fault.at;
	if (!journal_problem(j)) {
		g_autoptr(Recovery) r = diary_read(j);

		diary_says(&r->text, "# title: A long day\n");
	}
	diary_splice(j, 0, "#", "##");
	journal_commit(j, JOURNAL_DO, "comment more");
	cr_assert_null(journal_problem(j));
	g_autoptr(Recovery) later = diary_read(j);
	diary_says(&later->text, "## title: A long day\n");
	journal_close(j, JOURNAL_REMOVE);
	return over;
}

Test(exile, outlives_every_call_that_fails)
{
	static const int numbers[] = { EIO,    ENOSPC, EDQUOT,
				       EMFILE, EACCES, EEXIST };

	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
		for (int lasting = 0; lasting < 2; lasting++) {
			unsigned at = 1;

			while (!survives((struct fault){ .at = at,
							 .number = numbers[i],
							 .lasting = lasting }))
				at++;
			cr_assert_gt(at, 30);
		}
}

Test(exile, says_whether_a_text_is_kept)
{
	struct text text = { "other\n", 6 };
	struct journal *j = diary_begin();

	cr_assert_eq(journal_saving(NULL, "x", &text, true), ENOTSUP);
	cr_assert_eq(journal_sync(j), ENOENT);
	faults_begin(
		(struct fault){ .at = 1, .number = EDQUOT, .lasting = true });
	cr_assert_eq(journal_saving(j, "x", &text, true), EDQUOT);
	faults_end();
	cr_assert_eq(journal_saving(j, "x", &text, true), 0);
	journal_close(j, JOURNAL_REMOVE);
}

Test(exile, leaves_nothing_where_nothing_was_done)
{
	static const enum journal_end ends[] = { JOURNAL_KEEP, JOURNAL_REMOVE,
						 JOURNAL_DISCARD };

	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
		struct journal *j = diary_begin();

		journal_disk(j, &(struct text){ "theirs\n", 7 });
		journal_saved(j, "open/y.yaml", "y.yaml-0123");
		journal_close(j, ends[i]);
	}
	cr_assert(access("senseboard", F_OK));
}

Test(exile, says_where_too_many_have_stepped_aside)
{
	struct journal *j = diary_begin();

	cr_assert(!g_mkdir_with_parents(DIARY_FOLDER, 0700));
	put(DIARY_FOLDER "/" DIARY_STEM ".journal", "");
	for (int n = 2; n < 100; n++) {
		g_autofree char *name =
			g_strdup_printf(DIARY_FOLDER "/" DIARY_STEM
						     "-%d.journal",
					n);

		put(name, "");
	}
	diary_edit(j);
	cr_assert_str_eq(journal_problem(j), "File exists");
	journal_close(j, JOURNAL_KEEP);
}

/* --- somebody else writes into it ----------------------------------------- */

static void damage(const struct journal *j, off_t len)
{
	cr_assert(!truncate(journal_path(j), len));
}

static const struct journal *written_into;

static void damage_at_last(void)
{
	if (g_str_has_suffix(faults_trace(), "ftruncate "))
		damage(written_into, 100);
}

Test(exile, says_that_what_was_written_before_is_gone)
{
	struct journal *j = diary_begin();

	diary_edit(j);
	written_into = j;
	g_setenv("XDG_RUNTIME_DIR", g_getenv("HOME"), TRUE);
	faults_begin((struct fault){
		.at = 1, .number = ENOSPC, .before = damage_at_last });
	diary_undo(j);
	faults_end();
	cr_assert_str_eq(journal_problem(j), "Input/output error");
	journal_close(j, JOURNAL_KEEP);
}

Test(exile, is_not_written_anew_from_what_is_damaged)
{
	for (int all = 0; all < 2; all++) {
		struct journal *j = diary_begin_with(10);
		off_t before;

		diary_edit(j);
		before = look_at(journal_path(j)).st_size;
		damage(j, all ? 0 : before - 1);
		diary_undo(j);
		before = look_at(journal_path(j)).st_size;
		diary_splice(j, 0, "title", "name");
		journal_commit(j, JOURNAL_REDO, "rename it");
		cr_assert_gt(look_at(journal_path(j)).st_size, before);
		journal_close(j, JOURNAL_REMOVE);
	}
}

/* --- the disk, meanwhile -------------------------------------------------- */

static int asked[2], answers[2]; /* pipes: to the test, and back */

static void open_pipes(void)
{
	cr_assert(!pipe(asked) && !pipe(answers));
}

/* The next descriptor that is brought to the disk. */
static int next_asked(void)
{
	int fd;

	cr_assert_eq(read(asked[0], &fd, sizeof(fd)), (ssize_t)sizeof(fd));
	return fd;
}

static void tell(int fd)
{
	if (write(asked[1], &fd, sizeof(fd)) != sizeof(fd))
		abort();
}

static void write_more(struct journal *j)
{
	diary_undo(j);
	diary_splice(j, 0, "title", "name");
	journal_commit(j, JOURNAL_REDO, "rename it");
}

static int fails_once(int fd)
{
	static const int numbers[] = { EIO, EINVAL, EINTR };
	static size_t turn;

	tell(fd);
	return turn < G_N_ELEMENTS(numbers) ? numbers[turn++] : 0;
}

Test(exile, goes_on_elsewhere_when_its_disk_fails_later)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *other = g_build_filename(here, "open", NULL);
	struct journal *j = diary_begin();

	open_pipes();
	g_setenv("XDG_RUNTIME_DIR", other, TRUE);
	faults_begin((struct fault){ .disk = fails_once });
	diary_edit(j);
	next_asked();
	next_asked(); /* the folder */
	while (!g_str_has_prefix(journal_path(j), other))
		write_more(j);
	next_asked();
	next_asked();
	cr_assert_null(journal_problem(j));
	g_autoptr(Recovery) r = diary_read(j);
	diary_says(&r->text, "name: A long day\n");
	faults_end();
	journal_close(j, JOURNAL_KEEP);
}

static int never_answers(int fd)
{
	char byte;

	tell(fd);
	return read(answers[0], &byte, 1) == 1 ? 0 : EIO;
}

/* Nor is anything done with what has gone, when it does answer. */
Test(exile, does_not_wait_for_a_disk_that_does_not_answer)
{
	struct journal *j = diary_begin();
	int fd;

	open_pipes();
	faults_begin((struct fault){ .disk = never_answers });
	diary_edit(j);
	fd = next_asked();
	diary_undo(j);
	journal_close(j, JOURNAL_REMOVE);
	cr_assert_eq(write(answers[1], "..", 2), 2);
	next_asked();
	while (fcntl(fd, F_GETFD) >= 0)
		sched_yield();
	faults_end();
}

static int is_good(int fd)
{
	tell(fd);
	return 0;
}

Test(exile, is_brought_to_the_disk_while_it_is_written_on_and_on)
{
	struct journal *j = diary_begin_with((size_t)1 << 30);
	struct pollfd said;

	open_pipes();
	said = (struct pollfd){ .fd = asked[0], .events = POLLIN };
	faults_begin((struct fault){ .disk = is_good });
	diary_edit(j);
	while (!poll(&said, 1, 1))
		write_more(j);
	next_asked();
	next_asked(); /* the folder, which is there then */
	write_more(j);
	next_asked();
	faults_end();
	journal_close(j, JOURNAL_REMOVE);
}

/* --- a full disk ---------------------------------------------------------- */

/* Make TIMES changes of about a page each. */
static void grow(struct journal *j, unsigned times)
{
	g_autofree char *page = g_strnfill(4000, 'n');

	for (unsigned i = 0; i < times; i++) {
		diary_splice(j, 0, "", page);
		journal_commit(j, JOURNAL_DO, "write more");
	}
}

/* All of so many changes come back from the journal at PATH. */
static void has_grown(const char *path, unsigned times)
{
	g_autoptr(Recovery) r = recovery_read(path, NULL);

	cr_assert_eq(r->done->len, times);
	cr_assert_eq(r->text.len, strlen(DIARY_BASE) + times * 4000);
}

/* One on which side files are kept, with so many pages left. */
static void keep_on_small_disk(unsigned spare)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *state = g_build_filename(here, "disk", NULL);

	small_disk_mount("disk", "size=256k");
	small_disk_fill("disk", spare);
	g_setenv("XDG_STATE_HOME", state, TRUE);
}

Test(exile, goes_on_elsewhere_when_its_disk_is_full)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *was = NULL;
	struct journal *j = diary_begin();

	keep_on_small_disk(8);
	g_setenv("XDG_RUNTIME_DIR", here, TRUE);
	grow(j, 5);
	was = g_strdup(journal_path(j));
	cr_assert(strstr(was, "/disk/"));
	grow(j, 5);
	cr_assert_null(journal_problem(j));
	cr_assert_not(strstr(journal_path(j), "/disk/"));
	cr_assert(access(was, F_OK), "there are two");
	has_grown(journal_path(j), 10);
	journal_close(j, JOURNAL_REMOVE);
	small_disk_unmount("disk");
}

Test(exile, keeps_what_fits_on_a_full_disk_and_the_rest_later)
{
	struct journal *j = diary_begin();

	keep_on_small_disk(8);
	grow(j, 10);
	cr_assert_str_eq(journal_problem(j), "No space left on device");
	g_autoptr(Recovery) part = diary_read(j);
	cr_assert(part->done->len >= 5 && part->done->len < 10);
	small_disk_clear("disk");
	grow(j, 1);
	cr_assert_null(journal_problem(j));
	has_grown(journal_path(j), 11);
	journal_close(j, JOURNAL_REMOVE);
	small_disk_unmount("disk");
}
