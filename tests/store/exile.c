/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A journal whose disk fails, or is full, or does not answer: it goes on in
 * another place or says that it cannot, and later nothing is missing.
 */
#include "diary.h"

#include <criterion/criterion.h>
#include <errno.h>
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

/* Whatever call fails, once or for a while: what is told is what was done, or
 * it is said that it is not protected; and later nothing is missing. */
static bool survives(struct fault fault)
{
	struct journal *j = diary_begin_with(600);
	bool over;

	diary_splice(j, 9, "", "long ");
	journal_commit(j, JOURNAL_DO, "make it long");
	faults_begin(fault);
	diary_splice(j, 0, "title", "name");
	journal_commit(j, JOURNAL_DO, "rename it");
	diary_undo(j);
	over = faults_end() < fault.at;
	if (!journal_problem(j)) {
		g_autoptr(Recovery) r = diary_read(j);

		diary_says(&r->text, "title: A long day\n");
	}
	diary_splice(j, 0, "", "# ");
	journal_commit(j, JOURNAL_DO, "comment");
	cr_assert_null(journal_problem(j));
	g_autoptr(Recovery) later = diary_read(j);
	diary_says(&later->text, "# title: A long day\n");
	journal_close(j, JOURNAL_REMOVE);
	return over;
}

Test(exile, outlives_every_call_that_fails)
{
	static const int numbers[] = { EIO, ENOSPC, EDQUOT, EMFILE, EACCES };

	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
		for (int lasting = 0; lasting < 2; lasting++) {
			unsigned at = 1;

			while (!survives((struct fault){ .at = at,
							 .number = numbers[i],
							 .lasting = lasting }))
				at++;
			cr_assert_gt(at, 1);
		}
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
