/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is written comes back: the text, the history, the open field; from any
 * journal that a crash may leave, and never more than was written.
 */
#include "store/journal.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "faults.h"
#include "folder.h"
#include "small-disk.h"
#include "store/orphans.h"
#include "store/recovery.h"

#define BASE "title: A day\n"
#define STEM "x.yaml-0123"
#define FOLDER "senseboard/journal"

static void enter(void)
{
	g_autofree char *here = NULL;

	folder_enter();
	here = g_get_current_dir();
	g_setenv("XDG_STATE_HOME", here, TRUE);
	g_unsetenv("XDG_RUNTIME_DIR");
	cr_assert(!mkdir("open", 0755)); /* no place for side files */
}

TestSuite(journal, .init = enter, .fini = folder_leave, .timeout = 60);

static struct journal *begin_with(size_t most)
{
	return journal_new(&(struct journal_start){
		.document = "open/x.yaml",
		.stem = STEM,
		.base = { BASE, strlen(BASE) },
		.most = most,
	});
}

static struct journal *begin(void)
{
	return begin_with(0);
}

static void splice(struct journal *j, size_t off, const char *old,
		   const char *new)
{
	journal_splice(j, off, &(struct text){ old, strlen(old) },
		       &(struct text){ new, strlen(new) });
}

/* "title: A day" -> "title: A long day" -> "name: A long day" */
static void edit(struct journal *j)
{
	splice(j, 9, "", "long ");
	journal_commit(j, JOURNAL_DO, "make it long");
	splice(j, 0, "title", "name");
	journal_commit(j, JOURNAL_DO, "rename it");
}

static void undo(struct journal *j)
{
	splice(j, 0, "name", "title");
	journal_commit(j, JOURNAL_UNDO, "rename it");
}

static Recovery *recovered(const struct journal *j)
{
	GError *error = NULL;
	Recovery *r = recovery_read(journal_path(j), &error);

	cr_assert(r, "%s", error ? error->message : "nothing");
	return r;
}

static void says(const struct text *text, const char *want)
{
	cr_assert_eq(text->len, strlen(want), "%s", text->bytes);
	cr_assert_eq(memcmp(text->bytes, want, text->len), 0);
}

static const char *name_of(const GPtrArray *changes, guint n)
{
	struct recovery_change *c = changes->pdata[n];

	return c->name;
}

Test(journal, is_created_by_the_first_change)
{
	struct journal *j = begin();

	journal_draft(j, "name", NULL);
	cr_assert_null(journal_path(j));
	cr_assert_eq(journal_saving(j, "x", &(struct text){ "", 0 }, false), 0);
	journal_saved(j, "open/x.yaml", STEM);
	cr_assert_eq(count_names(), 1);
	edit(j);
	cr_assert(
		g_str_has_suffix(journal_path(j), FOLDER "/" STEM ".journal"));
	journal_close(j, JOURNAL_REMOVE);
	cr_assert(!access(FOLDER, F_OK));
	cr_assert(access(FOLDER "/" STEM ".journal", F_OK));
}

Test(journal, tells_text_and_history)
{
	struct journal *j = begin();
	g_autoptr(Recovery) r = NULL;
	g_autofree char *path = g_canonicalize_filename("open/x.yaml", NULL);

	edit(j);
	r = recovered(j);
	says(&r->base, BASE);
	says(&r->text, "name: A long day\n");
	cr_assert_str_eq(r->document, path);
	cr_assert_eq(r->done->len, 2);
	cr_assert_str_eq(name_of(r->done, 0), "make it long");
	cr_assert_str_eq(name_of(r->done, 1), "rename it");
	cr_assert_leq(r->begun, r->last);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, tells_undo_and_redo)
{
	struct journal *j = begin();

	edit(j);
	undo(j);
	g_autoptr(Recovery) undone = recovered(j);
	says(&undone->text, "title: A long day\n");
	cr_assert_eq(undone->done->len, 1);
	cr_assert_eq(undone->undone->len, 1);
	splice(j, 0, "title", "name");
	journal_commit(j, JOURNAL_REDO, "rename it");
	g_autoptr(Recovery) redone = recovered(j);
	says(&redone->text, "name: A long day\n");
	cr_assert_eq(redone->done->len, 2);
	undo(j);
	splice(j, 0, "", "# ");
	journal_commit(j, JOURNAL_DO, "comment");
	g_autoptr(Recovery) other = recovered(j);
	cr_assert_eq(other->undone->len, 0);
	cr_assert_str_eq(name_of(other->done, 1), "comment");
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, tells_the_open_field)
{
	struct journal *j = begin();

	journal_draft(j, "promise", "A warm");
	journal_draft(j, "promise", "A warm tow");
	journal_draft(j, "promise", "A warmer");
	g_autoptr(Recovery) typed = recovered(j);
	cr_assert_str_eq(typed->draft, "A warmer");
	cr_assert_str_eq(typed->draft_where, "promise");
	cr_assert(recovery_offers(typed, &typed->base));
	journal_draft(j, NULL, NULL);
	g_autoptr(Recovery) given_up = recovered(j);
	cr_assert_null(given_up->draft);
	cr_assert_not(recovery_offers(given_up, &given_up->base));
	journal_draft(j, "promise", "A");
	edit(j);
	g_autoptr(Recovery) committed = recovered(j);
	cr_assert_null(committed->draft);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, offers_nothing_that_is_saved)
{
	struct journal *j = begin();
	struct text now = { "name: A long day\n", 17 };

	edit(j);
	g_autoptr(Recovery) unsaved = recovered(j);
	cr_assert(recovery_offers(unsaved, NULL));
	cr_assert(recovery_offers(unsaved, &unsaved->base));
	cr_assert_not(recovery_offers(unsaved, &now));
	journal_saved(j, "open/x.yaml", STEM);
	g_autoptr(Recovery) saved = recovered(j);
	cr_assert_not(recovery_offers(saved, NULL));
	says(&saved->disk, now.bytes);
	cr_assert_eq(saved->saved, 2);
	undo(j);
	g_autoptr(Recovery) after = recovered(j);
	cr_assert(recovery_offers(after, &now));
	says(&after->disk, now.bytes);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, knows_what_others_have_put_on_the_disk)
{
	struct journal *j = begin();
	struct text theirs = { "title: Theirs\n", 14 };

	edit(j);
	journal_disk(j, &theirs);
	g_autoptr(Recovery) r = recovered(j);
	says(&r->disk, theirs.bytes);
	cr_assert_eq(r->saved, RECOVERY_NEVER);
	cr_assert_eq(r->done->len, 2);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, has_the_whole_text_before_a_save_in_place)
{
	struct journal *j = begin();
	struct text other = { "other\n", 6 };

	edit(j);
	cr_assert_eq(journal_saving(j, "open/x.yaml", &other, true), 0);
	g_autoptr(Recovery) torn = recovered(j);
	cr_assert(torn->torn);
	says(&torn->text, "other\n");
	journal_saved(j, "open/x.yaml", STEM);
	g_autoptr(Recovery) saved = recovered(j);
	cr_assert_not(saved->torn);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, goes_with_the_document_to_another_name)
{
	struct journal *j = begin();

	edit(j);
	journal_saved(j, "open/y.yaml", "y.yaml-0123");
	cr_assert(!access(FOLDER "/y.yaml-0123.journal", F_OK));
	cr_assert(access(FOLDER "/" STEM ".journal", F_OK));
	g_autoptr(Recovery) r = recovered(j);
	cr_assert(g_str_has_suffix(r->document, "/open/y.yaml"));
	journal_close(j, JOURNAL_REMOVE);
}

Test(journal, is_private_whatever_the_umask)
{
	struct journal *j = begin();

	umask(0);
	edit(j);
	cr_assert_eq(look_at(journal_path(j)).st_mode,
		     (mode_t)(S_IFREG | 0600));
	umask(0777);
	journal_close(j, JOURNAL_REMOVE);
	j = begin();
	edit(j);
	cr_assert_eq(look_at(journal_path(j)).st_mode,
		     (mode_t)(S_IFREG | 0600));
	journal_close(j, JOURNAL_KEEP);
}

/* --- cut off, and damaged ------------------------------------------------ */

static const char *const states[] = {
	BASE,
	"title: A long day\n",
	"name: A long day\n",
};

static char *journal_bytes(gsize *len)
{
	struct journal *j = begin();
	char *bytes;

	edit(j);
	undo(j);
	cr_assert(g_file_get_contents(journal_path(j), &bytes, len, NULL));
	journal_close(j, JOURNAL_KEEP);
	return bytes;
}

/* What a damaged journal tells, it told before it was damaged. */
static void tells_a_state(const char *bytes, gsize len, gsize at)
{
	g_autoptr(Recovery) r =
		recovery_parse(g_memdup2(bytes, len ? len : 1), len);
	bool known = !r;

	for (size_t i = 0; !known && i < G_N_ELEMENTS(states); i++)
		known = r->text.len == strlen(states[i]) &&
			!memcmp(r->text.bytes, states[i], r->text.len);
	cr_assert(known, "damaged at %zu: %s", (size_t)at, r->text.bytes);
}

Test(journal, cut_off_anywhere_tells_what_is_whole)
{
	gsize len;
	g_autofree char *bytes = journal_bytes(&len);

	for (gsize cut = 0; cut <= len; cut++)
		tells_a_state(bytes, cut, cut);
}

Test(journal, damaged_anywhere_tells_nothing_else)
{
	gsize len;
	g_autofree char *bytes = journal_bytes(&len);

	for (gsize at = 0; at < len; at++)
		for (int bit = 0; bit < 8; bit++) {
			bytes[at] ^= (char)(1 << bit);
			tells_a_state(bytes, len, at);
			bytes[at] ^= (char)(1 << bit);
		}
}

Test(journal, is_refused_if_it_is_none)
{
	g_autoptr(GError) error = NULL;

	put("x", "senseboard journal 1\nwhatever");
	cr_assert_null(recovery_read("x", &error));
	cr_assert_str_eq(error->message,
			 "cannot read 'x': not a journal of senseboard");
	g_clear_error(&error);
	cr_assert(!symlink("x", "link"));
	cr_assert_null(recovery_read("link", &error));
}

/* 64 MiB, saved as often as fits into a small file. */
Test(journal, costs_no_more_than_a_bound_to_read)
{
	g_autofree char *base = g_strnfill(64 << 20, 'x');
	struct journal *j = journal_new(&(struct journal_start){
		.stem = STEM,
		.base = { base, 64 << 20 },
		.most = (size_t)1 << 40,
	});

	splice(j, 0, "x", "y");
	journal_commit(j, JOURNAL_DO, "begin");
	for (int i = 0; i < 500; i++)
		journal_saved(j, "open/x.yaml", STEM);
	g_autoptr(Recovery) r = recovered(j);
	cr_assert_eq(r->text.len, 64 << 20);
	cr_assert_lt(r->records, 500);
	journal_close(j, JOURNAL_REMOVE);
}

/* --- growth -------------------------------------------------------------- */

/* COUNT changes of which only the last is seen. */
static void scribble(struct journal *j, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		g_autofree char *old = g_strdup_printf("%05u", i);
		g_autofree char *new = g_strdup_printf("%05u", i + 1);

		splice(j, 7, i ? old : "", new);
		journal_commit(j, JOURNAL_DO, "count");
	}
}

Test(journal, is_written_anew_when_it_grows)
{
	struct journal *j = begin_with(4000);

	scribble(j, 1000);
	cr_assert_lt(look_at(journal_path(j)).st_size, 8000);
	g_autoptr(Recovery) r = recovered(j);
	says(&r->base, BASE);
	says(&r->text, "title: 01000A day\n");
	journal_close(j, JOURNAL_REMOVE);
	cr_assert(!chdir(FOLDER));
	cr_assert_eq(count_names(), 0);
	cr_assert(!chdir("../.."));
}

Test(journal, keeps_its_history_while_it_is_short)
{
	struct journal *j = begin_with(4000);

	edit(j);
	for (int i = 0; i < 100; i++) {
		undo(j);
		splice(j, 0, "title", "name");
		journal_commit(j, JOURNAL_REDO, "rename it");
	}
	g_autoptr(Recovery) r = recovered(j);
	cr_assert_lt(look_at(journal_path(j)).st_size, 4000);
	says(&r->text, "name: A long day\n");
	cr_assert_eq(r->done->len, 2);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, forgets_what_was_before_a_save_when_it_grows)
{
	struct journal *j = begin_with(4000);

	scribble(j, 20);
	journal_saved(j, "open/x.yaml", STEM);
	splice(j, 0, "title", "name");
	journal_commit(j, JOURNAL_DO, "rename it");
	g_autoptr(Recovery) r = recovered(j);
	says(&r->text, "name: 00020A day\n");
	says(&r->disk, "title: 00020A day\n");
	cr_assert_eq(r->done->len, 1);
	splice(j, 0, "name", "title");
	journal_commit(j, JOURNAL_UNDO, "rename it");
	splice(j, 7, "00020", "00019");
	journal_commit(j, JOURNAL_UNDO, "count");
	g_autoptr(Recovery) before = recovered(j);
	says(&before->text, "title: 00019A day\n");
	cr_assert_eq(before->undone->len, 2);
	cr_assert_eq(before->saved, 1);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, draft_survives_a_new_segment)
{
	struct journal *j = begin_with(1000);

	journal_draft(j, "promise", "A warm towel");
	scribble(j, 4);
	journal_draft(j, "promise", "A warm");
	journal_saved(j, "open/x.yaml", STEM);
	journal_draft(j, "promise", "A warm towel");
	g_autoptr(Recovery) r = recovered(j);
	cr_assert_str_eq(r->draft, "A warm towel");
	journal_close(j, JOURNAL_KEEP);
}

/* --- trouble ------------------------------------------------------------- */

Test(journal, goes_on_in_the_next_place)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *other = g_build_filename(here, "open", NULL);
	struct journal *j = begin();

	g_setenv("XDG_RUNTIME_DIR", other, TRUE);
	splice(j, 9, "", "long ");
	journal_commit(j, JOURNAL_DO, "make it long");
	faults_begin((struct fault){ .at = 1, .number = ENOSPC });
	splice(j, 0, "title", "name");
	journal_commit(j, JOURNAL_DO, "rename it");
	faults_end();
	cr_assert_null(journal_problem(j));
	cr_assert(g_str_has_prefix(journal_path(j), other));
	cr_assert(access(FOLDER "/" STEM ".journal", F_OK));
	g_autoptr(Recovery) r = recovered(j);
	says(&r->text, "name: A long day\n");
	cr_assert_eq(r->done->len, 2);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, says_that_it_cannot_and_misses_nothing_later)
{
	struct journal *j = begin();

	faults_begin(
		(struct fault){ .at = 1, .number = ENOSPC, .lasting = true });
	edit(j);
	faults_end();
	cr_assert_str_eq(journal_problem(j), "No space left on device");
	undo(j);
	cr_assert_null(journal_problem(j));
	g_autoptr(Recovery) r = recovered(j);
	says(&r->text, "title: A long day\n");
	cr_assert_eq(r->done->len, 1);
	cr_assert_eq(r->undone->len, 1);
	journal_close(j, JOURNAL_KEEP);
}

/* Whatever call fails, once or for a while: what is told is what was done, or
 * it is said that it is not protected; and later nothing is missing. */
static bool survives(struct fault fault)
{
	struct journal *j = begin_with(600);
	bool over;

	splice(j, 9, "", "long ");
	journal_commit(j, JOURNAL_DO, "make it long");
	faults_begin(fault);
	splice(j, 0, "title", "name");
	journal_commit(j, JOURNAL_DO, "rename it");
	undo(j);
	over = faults_end() < fault.at;
	if (!journal_problem(j)) {
		g_autoptr(Recovery) r = recovered(j);

		says(&r->text, "title: A long day\n");
	}
	splice(j, 0, "", "# ");
	journal_commit(j, JOURNAL_DO, "comment");
	cr_assert_null(journal_problem(j));
	g_autoptr(Recovery) later = recovered(j);
	says(&later->text, "# title: A long day\n");
	journal_close(j, JOURNAL_REMOVE);
	return over;
}

Test(journal, outlives_every_call_that_fails)
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
		splice(j, 0, "", page);
		journal_commit(j, JOURNAL_DO, "write more");
	}
}

/* All of so many changes come back from the journal at PATH. */
static void has_grown(const char *path, unsigned times)
{
	g_autoptr(Recovery) r = recovery_read(path, NULL);

	cr_assert_eq(r->done->len, times);
	cr_assert_eq(r->text.len, strlen(BASE) + times * 4000);
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

Test(journal, goes_on_elsewhere_when_its_disk_is_full)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *was = NULL;
	struct journal *j = begin();

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

Test(journal, keeps_what_fits_on_a_full_disk_and_the_rest_later)
{
	struct journal *j = begin();

	keep_on_small_disk(8);
	grow(j, 10);
	cr_assert_str_eq(journal_problem(j), "No space left on device");
	g_autoptr(Recovery) part = recovered(j);
	cr_assert(part->done->len >= 5 && part->done->len < 10);
	small_disk_clear("disk");
	grow(j, 1);
	cr_assert_null(journal_problem(j));
	has_grown(journal_path(j), 11);
	journal_close(j, JOURNAL_REMOVE);
	small_disk_unmount("disk");
}

/* --- orphans ------------------------------------------------------------- */

static unsigned count_orphans(const char *document)
{
	g_auto(GStrv) found = orphans_find(document, NULL);

	return g_strv_length(found);
}

/* What a crash of somebody who had x.yaml open leaves behind. */
static void crash(void)
{
	g_autofree char *stem = state_stem("open/x.yaml");
	struct journal *j = journal_new(&(struct journal_start){
		.document = "open/x.yaml",
		.stem = stem,
		.base = { BASE, strlen(BASE) },
	});

	edit(j);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, is_found_when_its_writer_is_gone)
{
	struct lock *lock = lock_take("open/x.yaml", NULL);

	crash();
	cr_assert_eq(count_orphans("open/x.yaml"), 0);
	g_auto(GStrv) ours = orphans_find("open/x.yaml", lock_stem(lock));
	cr_assert_eq(g_strv_length(ours), 1);
	lock_release(lock);
	cr_assert_eq(count_orphans("open/x.yaml"), 1);
	cr_assert_eq(count_orphans("open/y.yaml"), 0);
	cr_assert_eq(count_orphans(NULL), 1);
}

Test(journal, is_found_once_where_two_places_are_one)
{
	g_autofree char *here = g_get_current_dir();

	g_setenv("XDG_RUNTIME_DIR", here, TRUE);
	crash();
	cr_assert_eq(count_orphans("open/x.yaml"), 1);
}

Test(journal, steps_aside_for_the_next_one)
{
	crash();
	crash();
	crash();
	cr_assert_eq(count_orphans("open/x.yaml"), 3);
}

Test(journal, is_kept_in_the_trash_for_a_while)
{
	g_autofree char *here = g_get_current_dir();
	struct utimbuf old = { 0 };

	crash();
	g_auto(GStrv) found = orphans_find("open/x.yaml", NULL);
	cr_assert(!utime(found[0], &old));
	cr_assert(orphan_discard(found[0], NULL));
	cr_assert_eq(count_orphans("open/x.yaml"), 0);
	cr_assert(!chdir(FOLDER));
	cr_assert_eq(count_names(), 1);
	cr_assert(!chdir(here));
	crash();
	g_auto(GStrv) again = orphans_find("open/x.yaml", NULL);
	cr_assert(orphan_discard(again[0], NULL));
	cr_assert(!chdir(FOLDER));
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

Test(journal, goes_from_the_trash_after_30_days)
{
	g_autofree char *here = g_get_current_dir();
	g_autoptr(Lock) held = lock_take("open/y.yaml", NULL);

	crash();
	g_auto(GStrv) found = orphans_find("open/x.yaml", NULL);
	cr_assert(orphan_discard(found[0], NULL));
	put(FOLDER "/z.yaml-0123.lock", "somebody who was killed\n");
	crash();
	make_old(FOLDER);
	crash();
	cr_assert_eq(count_orphans("open/x.yaml"), 2, "these are no trash");
	cr_assert(lock_lives(lock_stem(held), "open/y.yaml"));
	cr_assert(!chdir(FOLDER));
	cr_assert_eq(count_names(), 3);
	cr_assert(!chdir(here));
}
