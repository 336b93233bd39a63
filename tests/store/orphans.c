/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What crashes have left is found, once, and not before its writer is gone;
 * what was given up stays in the trash for a while.
 */
#include "store/orphans.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "diary.h"
#include "faults.h"
#include "folder.h"
#include "store/lock.h"

TestSuite(orphans, .init = diary_enter, .fini = folder_leave, .timeout = 60);

static unsigned count_orphans(const char *document)
{
	g_auto(GStrv) found = orphans_find(document, NULL);

	return g_strv_length(found);
}

/* What a crash of somebody who had x.yaml open leaves behind. */
static void crash(void)
{
	g_autofree char *stem = state_stem(DIARY_DOCUMENT);
	struct journal *j = journal_new(&(struct journal_start){
		.document = DIARY_DOCUMENT,
		.stem = stem,
		.base = { DIARY_BASE, strlen(DIARY_BASE) },
	});

	diary_edit(j);
	journal_close(j, JOURNAL_KEEP);
}

Test(orphans, is_found_when_its_writer_is_gone)
{
	struct lock *lock = lock_take(DIARY_DOCUMENT, NULL);

	crash();
	cr_assert_eq(count_orphans(DIARY_DOCUMENT), 0);
	g_auto(GStrv) ours = orphans_find(DIARY_DOCUMENT, lock_stem(lock));
	cr_assert_eq(g_strv_length(ours), 1);
	lock_release(lock);
	cr_assert_eq(count_orphans(DIARY_DOCUMENT), 1);
	cr_assert_eq(count_orphans("open/y.yaml"), 0);
	cr_assert_eq(count_orphans(NULL), 1);
}

Test(orphans, is_found_once_where_two_places_are_one)
{
	g_autofree char *here = g_get_current_dir();

	g_setenv("XDG_RUNTIME_DIR", here, TRUE);
	crash();
	cr_assert_eq(count_orphans(DIARY_DOCUMENT), 1);
}

Test(orphans, steps_aside_for_the_next_one)
{
	crash();
	crash();
	crash();
	cr_assert_eq(count_orphans(DIARY_DOCUMENT), 3);
}

Test(orphans, is_kept_in_the_trash_for_a_while)
{
	g_autofree char *here = g_get_current_dir();
	struct utimbuf old = { 0 };

	crash();
	g_auto(GStrv) found = orphans_find(DIARY_DOCUMENT, NULL);
	cr_assert(!utime(found[0], &old));
	cr_assert(orphan_discard(found[0], NULL));
	cr_assert_eq(count_orphans(DIARY_DOCUMENT), 0);
	cr_assert(!chdir(DIARY_FOLDER));
	cr_assert_eq(count_names(), 1);
	cr_assert(!chdir(here));
	crash();
	g_auto(GStrv) again = orphans_find(DIARY_DOCUMENT, NULL);
	cr_assert(orphan_discard(again[0], NULL));
	cr_assert(!chdir(DIARY_FOLDER));
	cr_assert_eq(count_names(), 2);
	cr_assert(!chdir(here));
}

static void make_old(const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	struct utimbuf old = { 0 };
	const char *name;

	while ((name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		cr_assert(!utime(path, &old));
	}
}

Test(orphans, goes_from_the_trash_after_30_days)
{
	g_autofree char *here = g_get_current_dir();
	g_autoptr(Lock) held = lock_take("open/y.yaml", NULL);

	crash();
	g_auto(GStrv) found = orphans_find(DIARY_DOCUMENT, NULL);
	cr_assert(orphan_discard(found[0], NULL));
	put(DIARY_FOLDER "/z.yaml-0123.lock", "somebody who was killed\n");
	put(DIARY_FOLDER "/z.yaml-0123.journal.new", "while it was written");
	crash();
	make_old(DIARY_FOLDER);
	crash();
	cr_assert_eq(count_orphans(DIARY_DOCUMENT), 2, "these are no trash");
	cr_assert(lock_lives(lock_stem(held), "open/y.yaml"));
	cr_assert(!chdir(DIARY_FOLDER));
	cr_assert_eq(count_names(), 3);
	cr_assert(!chdir(here));
}
