/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is written comes back: the text, the history, the open field; from any
 * journal that a crash may leave, and never more than was written.
 */
#include "diary.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "folder.h"

TestSuite(journal, .init = diary_enter, .fini = folder_leave, .timeout = 60);

static const char *name_of(const GPtrArray *changes, guint n)
{
	struct recovery_change *c = changes->pdata[n];

	return c->name;
}

Test(journal, is_created_by_the_first_change)
{
	struct journal *j = diary_begin();

	journal_draft(j, "name", NULL);
	cr_assert_null(journal_path(j));
	cr_assert_eq(journal_saving(j, "x", &(struct text){ "", 0 }, false), 0);
	journal_saved(j, DIARY_DOCUMENT, DIARY_STEM);
	cr_assert_eq(count_names(), 1);
	diary_edit(j);
	cr_assert(g_str_has_suffix(journal_path(j),
				   DIARY_FOLDER "/" DIARY_STEM ".journal"));
	journal_close(j, JOURNAL_REMOVE);
	cr_assert(!access(DIARY_FOLDER, F_OK));
	cr_assert(access(DIARY_FOLDER "/" DIARY_STEM ".journal", F_OK));
}

Test(journal, tells_text_and_history)
{
	struct journal *j = diary_begin();
	g_autoptr(Recovery) r = NULL;
	g_autofree char *path = g_canonicalize_filename(DIARY_DOCUMENT, NULL);

	diary_edit(j);
	r = diary_read(j);
	diary_says(&r->base, DIARY_BASE);
	diary_says(&r->text, "name: A long day\n");
	cr_assert_str_eq(r->document, path);
	cr_assert_eq(r->done->len, 2);
	cr_assert_str_eq(name_of(r->done, 0), "make it long");
	cr_assert_str_eq(name_of(r->done, 1), "rename it");
	cr_assert_leq(r->begun, r->last);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, tells_undo_and_redo)
{
	struct journal *j = diary_begin();

	diary_edit(j);
	diary_undo(j);
	g_autoptr(Recovery) undone = diary_read(j);
	diary_says(&undone->text, "title: A long day\n");
	cr_assert_eq(undone->done->len, 1);
	cr_assert_eq(undone->undone->len, 1);
	diary_splice(j, 0, "title", "name");
	journal_commit(j, JOURNAL_REDO, "rename it");
	g_autoptr(Recovery) redone = diary_read(j);
	diary_says(&redone->text, "name: A long day\n");
	cr_assert_eq(redone->done->len, 2);
	diary_undo(j);
	diary_splice(j, 0, "", "# ");
	journal_commit(j, JOURNAL_DO, "comment");
	g_autoptr(Recovery) other = diary_read(j);
	cr_assert_eq(other->undone->len, 0);
	cr_assert_str_eq(name_of(other->done, 1), "comment");
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, tells_the_open_field)
{
	struct journal *j = diary_begin();

	journal_draft(j, "promise", "A warm");
	journal_draft(j, "promise", "A warm tow");
	journal_draft(j, "promise", "A warmer");
	g_autoptr(Recovery) typed = diary_read(j);
	cr_assert_str_eq(typed->draft, "A warmer");
	cr_assert_str_eq(typed->draft_where, "promise");
	cr_assert(recovery_offers(typed, &typed->base));
	journal_draft(j, NULL, NULL);
	g_autoptr(Recovery) given_up = diary_read(j);
	cr_assert_null(given_up->draft);
	cr_assert_not(recovery_offers(given_up, &given_up->base));
	journal_draft(j, "promise", "A");
	diary_edit(j);
	g_autoptr(Recovery) committed = diary_read(j);
	cr_assert_null(committed->draft);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, offers_nothing_that_is_saved)
{
	struct journal *j = diary_begin();
	struct text now = { "name: A long day\n", 17 };

	diary_edit(j);
	g_autoptr(Recovery) unsaved = diary_read(j);
	cr_assert(recovery_offers(unsaved, NULL));
	cr_assert_eq(recovery_unsaved(unsaved), 2);
	cr_assert(recovery_offers(unsaved, &unsaved->base));
	cr_assert_not(recovery_offers(unsaved, &now));
	journal_saved(j, DIARY_DOCUMENT, DIARY_STEM);
	g_autoptr(Recovery) saved = diary_read(j);
	cr_assert_not(recovery_offers(saved, NULL));
	diary_says(&saved->disk, now.bytes);
	cr_assert_eq(saved->saved, 2);
	cr_assert_eq(recovery_unsaved(saved), 0);
	diary_undo(j);
	g_autoptr(Recovery) after = diary_read(j);
	cr_assert(recovery_offers(after, &now));
	cr_assert_eq(recovery_unsaved(after), 1);
	diary_says(&after->disk, now.bytes);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, knows_what_others_have_put_on_the_disk)
{
	struct journal *j = diary_begin();
	struct text theirs = { "title: Theirs\n", 14 };

	diary_edit(j);
	journal_disk(j, &theirs);
	g_autoptr(Recovery) r = diary_read(j);
	diary_says(&r->disk, theirs.bytes);
	cr_assert_eq(r->saved, RECOVERY_NEVER);
	cr_assert_eq(r->done->len, 2);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, has_the_whole_text_before_a_save_in_place)
{
	struct journal *j = diary_begin();
	struct text other = { "other\n", 6 };

	diary_edit(j);
	cr_assert_eq(journal_saving(j, DIARY_DOCUMENT, &other, true), 0);
	g_autoptr(Recovery) torn = diary_read(j);
	cr_assert(torn->torn);
	diary_says(&torn->text, "other\n");
	journal_saved(j, DIARY_DOCUMENT, DIARY_STEM);
	g_autoptr(Recovery) saved = diary_read(j);
	cr_assert_not(saved->torn);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, goes_with_the_document_to_another_name)
{
	struct journal *j = diary_begin();

	diary_edit(j);
	journal_saved(j, "open/y.yaml", "y.yaml-0123");
	cr_assert(!access(DIARY_FOLDER "/y.yaml-0123.journal", F_OK));
	cr_assert(access(DIARY_FOLDER "/" DIARY_STEM ".journal", F_OK));
	g_autoptr(Recovery) r = diary_read(j);
	cr_assert(g_str_has_suffix(r->document, "/open/y.yaml"));
	journal_close(j, JOURNAL_REMOVE);
}

Test(journal, is_private_whatever_the_umask)
{
	struct journal *j = diary_begin();

	umask(0);
	diary_edit(j);
	cr_assert_eq(look_at(journal_path(j)).st_mode,
		     (mode_t)(S_IFREG | 0600));
	umask(0777);
	journal_close(j, JOURNAL_REMOVE);
	j = diary_begin();
	diary_edit(j);
	cr_assert_eq(look_at(journal_path(j)).st_mode,
		     (mode_t)(S_IFREG | 0600));
	journal_close(j, JOURNAL_KEEP);
}

/* --- cut off, and damaged ------------------------------------------------ */

static const char *const states[] = {
	DIARY_BASE,
	"title: A long day\n",
	"name: A long day\n",
};

static char *journal_bytes(gsize *len)
{
	struct journal *j = diary_begin();
	char *bytes;

	diary_edit(j);
	diary_undo(j);
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
		.stem = DIARY_STEM,
		.base = { base, 64 << 20 },
		.most = (size_t)1 << 40,
	});

	diary_splice(j, 0, "x", "y");
	journal_commit(j, JOURNAL_DO, "begin");
	for (int i = 0; i < 500; i++)
		journal_saved(j, DIARY_DOCUMENT, DIARY_STEM);
	g_autoptr(Recovery) r = diary_read(j);
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

		diary_splice(j, 7, i ? old : "", new);
		journal_commit(j, JOURNAL_DO, "count");
	}
}

Test(journal, is_written_anew_when_it_grows)
{
	struct journal *j = diary_begin_with(4000);

	scribble(j, 1000);
	cr_assert_lt(look_at(journal_path(j)).st_size, 8000);
	g_autoptr(Recovery) r = diary_read(j);
	diary_says(&r->base, DIARY_BASE);
	diary_says(&r->text, "title: 01000A day\n");
	journal_close(j, JOURNAL_REMOVE);
	cr_assert(!chdir(DIARY_FOLDER));
	cr_assert_eq(count_names(), 0);
	cr_assert(!chdir("../.."));
}

Test(journal, of_what_has_no_name_is_written_anew_too)
{
	struct journal *j = journal_new(&(struct journal_start){
		.stem = "untitled-0123",
		.base = { DIARY_BASE, strlen(DIARY_BASE) },
		.most = 4000,
	});

	scribble(j, 1000);
	g_autoptr(Recovery) r = diary_read(j);
	cr_assert_null(r->document);
	diary_says(&r->text, "title: 01000A day\n");
	journal_close(j, JOURNAL_REMOVE);
}

Test(journal, keeps_its_history_while_it_is_short)
{
	struct journal *j = diary_begin_with(4000);

	diary_edit(j);
	for (int i = 0; i < 100; i++) {
		diary_undo(j);
		diary_splice(j, 0, "title", "name");
		journal_commit(j, JOURNAL_REDO, "rename it");
	}
	g_autoptr(Recovery) r = diary_read(j);
	cr_assert_lt(look_at(journal_path(j)).st_size, 4000);
	diary_says(&r->text, "name: A long day\n");
	cr_assert_eq(r->done->len, 2);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, forgets_what_was_before_a_save_when_it_grows)
{
	struct journal *j = diary_begin_with(4000);

	scribble(j, 20);
	journal_saved(j, DIARY_DOCUMENT, DIARY_STEM);
	diary_splice(j, 0, "title", "name");
	journal_commit(j, JOURNAL_DO, "rename it");
	g_autoptr(Recovery) r = diary_read(j);
	diary_says(&r->text, "name: 00020A day\n");
	diary_says(&r->disk, "title: 00020A day\n");
	cr_assert_eq(r->done->len, 1);
	diary_splice(j, 0, "name", "title");
	journal_commit(j, JOURNAL_UNDO, "rename it");
	diary_splice(j, 7, "00020", "00019");
	journal_commit(j, JOURNAL_UNDO, "count");
	g_autoptr(Recovery) before = diary_read(j);
	diary_says(&before->text, "title: 00019A day\n");
	cr_assert_eq(before->undone->len, 2);
	cr_assert_eq(before->saved, 1);
	journal_close(j, JOURNAL_KEEP);
}

Test(journal, draft_survives_a_new_segment)
{
	struct journal *j = diary_begin_with(1000);

	journal_draft(j, "promise", "A warm towel");
	scribble(j, 4);
	journal_draft(j, "promise", "A warm");
	journal_saved(j, DIARY_DOCUMENT, DIARY_STEM);
	journal_draft(j, "promise", "A warm towel");
	g_autoptr(Recovery) r = diary_read(j);
	cr_assert_str_eq(r->draft, "A warm towel");
	journal_close(j, JOURNAL_KEEP);
}
