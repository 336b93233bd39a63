/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Journals that nobody has written: every record is whole, and says what does
 * not fit.  The story ends before it, and costs no more than a bound.
 */
#include "store/recovery.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <string.h>

#include "faults.h"
#include "folder.h"
#include "store/error.h"
#include "store/journal.h"
#include "store/record.h"

#define BASE "title: A day\n"
#define LIMIT ((size_t)64 << 20) /* bytes of a text */

TestSuite(recovery, .init = folder_enter, .fini = folder_leave, .timeout = 60);

/* --- telling -------------------------------------------------------------- */

struct tale {
	GString *out;
	uint64_t number;
};

static void tell(struct tale *t, int kind, const GString *inside, size_t len)
{
	size_t begun =
		record_begin(t->out, (enum record_kind)kind, ++t->number, 1);

	g_string_append_len(t->out, inside->str, (gssize)len);
	record_end(t->out, begun);
}

/* The same of all of it, which is freed. */
static void tell_all(struct tale *t, int kind, GString *take_inside)
{
	tell(t, kind, take_inside, take_inside->len);
	g_string_free(take_inside, TRUE);
}

static GString *inside(void)
{
	return g_string_new(NULL);
}

static GString *number(GString *out, uint64_t n)
{
	record_put_number(out, n);
	return out;
}

static GString *string(GString *out, const char *text)
{
	record_put_text(out, text, strlen(text));
	return out;
}

static GString *splice(GString *out, size_t off, const char *old,
		       const char *new)
{
	return string(string(number(out, off), old), new);
}

static GString *change(enum journal_act act)
{
	return string(number(inside(), act), "edit");
}

/* With OPEN of that text. */
static struct tale begin(const char *text)
{
	struct tale t = { .out = g_string_new(RECORD_MAGIC) };

	tell_all(&t, RECORD_OPEN, string(string(inside(), "/x.yaml"), text));
	return t;
}

static void append(struct tale *t, enum journal_act act, size_t off,
		   const char *old, const char *new)
{
	tell_all(t, RECORD_CHANGE, splice(change(act), off, old, new));
}

/* What is understood of it; T goes. */
static Recovery *end(struct tale *t)
{
	size_t len = t->out->len;

	return recovery_parse(g_string_free(t->out, FALSE), len);
}

static void ends_before(struct tale *t, const char *text)
{
	g_autoptr(Recovery) r = end(t);

	cr_assert_eq(r->records, t->number - 1);
	cr_assert_str_eq(r->text.bytes, text);
}

/* --- what does not fit ---------------------------------------------------- */

/* Every kind of record, cut short anywhere, though it says it is whole. */
static void is_cut_short(int kind, GString *take_inside, const char *whole)
{
	for (size_t len = 0; len <= take_inside->len; len++) {
		struct tale t = begin(BASE);
		g_autoptr(Recovery) r = NULL;

		tell(&t, kind, take_inside, len);
		r = end(&t);
		cr_assert(!strcmp(r->text.bytes, BASE) ||
				  (len == take_inside->len &&
				   !strcmp(r->text.bytes, whole)),
			  "kind %d, %zu bytes: %s", kind, len, r->text.bytes);
	}
	g_string_free(take_inside, TRUE);
}

Test(recovery, ends_where_a_record_is_too_short)
{
	is_cut_short(RECORD_CHANGE,
		     splice(change(JOURNAL_DO), 7, "A day", "A night"),
		     "title: A night\n");
	is_cut_short(RECORD_DRAFT,
		     string(number(number(string(inside(), "promise"), 1), 0),
			    "A warm towel"),
		     BASE);
	is_cut_short(RECORD_SAVING,
		     string(number(string(inside(), "/x.yaml"), 1), "other\n"),
		     "other\n");
	is_cut_short(RECORD_SAVED, string(inside(), "/x.yaml"), BASE);
	is_cut_short(RECORD_DISK, string(inside(), "theirs\n"), BASE);
}

Test(recovery, of_a_beginning_that_is_too_short_is_nothing)
{
	g_autoptr(GString) open = string(string(inside(), "/x.yaml"), BASE);

	for (size_t len = 0; len < open->len; len++) {
		struct tale t = { .out = g_string_new(RECORD_MAGIC) };

		tell(&t, RECORD_OPEN, open, len);
		cr_assert_null(end(&t));
	}
}

Test(recovery, begins_once_and_with_the_beginning)
{
	struct tale t = { .out = g_string_new(RECORD_MAGIC) };

	append(&t, JOURNAL_DO, 0, "", "x");
	cr_assert_null(end(&t));
	t = begin(BASE);
	tell_all(&t, RECORD_OPEN, string(string(inside(), ""), "again\n"));
	ends_before(&t, BASE);
}

Test(recovery, ends_at_what_it_does_not_know)
{
	struct tale t = begin(BASE);

	tell_all(&t, 99, inside());
	ends_before(&t, BASE);
	t = begin(BASE);
	append(&t, (enum journal_act)7, 0, "", "x");
	ends_before(&t, BASE);
}

Test(recovery, ends_at_a_change_of_another_text)
{
	struct tale t = begin(BASE);

	append(&t, JOURNAL_DO, 0, "name", "title");
	ends_before(&t, BASE);
	t = begin(BASE);
	append(&t, JOURNAL_DO, 1000, "", "x");
	ends_before(&t, BASE);
}

Test(recovery, ends_at_a_field_that_was_never_typed)
{
	struct tale t = begin(BASE);

	tell_all(&t, RECORD_DRAFT,
		 string(number(number(string(inside(), "promise"), 1), 5),
			" towel"));
	ends_before(&t, BASE);
}

Test(recovery, offers_no_field_without_a_text)
{
	struct tale t = begin(BASE);
	g_autoptr(Recovery) r = NULL;

	tell_all(&t, RECORD_DRAFT,
		 string(number(number(string(inside(), "promise"), 1), 0), ""));
	r = end(&t);
	cr_assert_str_eq(r->draft, "");
	cr_assert_not(recovery_offers(r, NULL));
}

/* --- history that begins before it ---------------------------------------- */

Test(recovery, undoes_and_redoes_what_was_done_before)
{
	struct tale t = begin("title: A night\n");
	g_autoptr(Recovery) r = NULL;

	append(&t, JOURNAL_UNDO, 7, "A night", "A day");
	append(&t, JOURNAL_REDO, 7, "A day", "A night");
	append(&t, JOURNAL_REDO, 0, "", "# ");
	r = end(&t);
	cr_assert_str_eq(r->text.bytes, "# title: A night\n");
	cr_assert_eq(r->done->len, 2);
	cr_assert_eq(r->undone->len, 0);
}

Test(recovery, knows_that_what_was_saved_is_not_reached_again)
{
	struct tale t = begin(BASE);
	g_autoptr(Recovery) r = NULL;

	append(&t, JOURNAL_DO, 7, "A day", "A night");
	tell_all(&t, RECORD_SAVED, string(inside(), "/x.yaml"));
	append(&t, JOURNAL_UNDO, 7, "A night", "A day");
	append(&t, JOURNAL_DO, 0, "", "# ");
	append(&t, JOURNAL_UNDO, 0, "# ", "");
	append(&t, JOURNAL_UNDO, 7, "A day", "A year");
	r = end(&t);
	cr_assert_eq(r->saved, RECOVERY_NEVER);
	cr_assert_eq(recovery_unsaved(r), r->done->len);
	cr_assert_str_eq(r->disk.bytes, "title: A night\n");
	cr_assert_str_eq(r->text.bytes, "title: A year\n");
	cr_assert(recovery_offers(r, NULL));
}

/* --- bounds --------------------------------------------------------------- */

static char *too_long(void)
{
	return g_strnfill(LIMIT + 1, 'x');
}

Test(recovery, ends_at_a_text_that_is_too_long)
{
	g_autofree char *text = too_long();
	struct tale t = begin(text);

	cr_assert_null(end(&t));
	t = begin(BASE);
	tell_all(&t, RECORD_SAVING,
		 string(number(string(inside(), "/x.yaml"), 1), text));
	ends_before(&t, BASE);
	t = begin(BASE);
	tell_all(&t, RECORD_DISK, string(inside(), text));
	ends_before(&t, BASE);
}

Test(recovery, ends_at_a_change_that_makes_it_too_long)
{
	g_autofree char *text = too_long();
	struct tale t = begin(BASE);
	g_autoptr(Recovery) r = NULL;

	append(&t, JOURNAL_DO, 0, "", text);
	r = end(&t);
	cr_assert_eq(r->done->len, 0);
}

/* From one end of the longest text to the other, a hundred times. */
Test(recovery, ends_at_a_change_that_takes_too_long)
{
	g_autofree char *text = g_strnfill(LIMIT - 1000, 'x');
	struct tale t = begin(text);
	g_autoptr(Recovery) r = NULL;
	GString *all = change(JOURNAL_DO);

	for (int i = 0; i < 100; i++)
		splice(all, i % 2 ? LIMIT - 1000 : 0, "", "x");
	tell_all(&t, RECORD_CHANGE, all);
	r = end(&t);
	cr_assert_eq(r->done->len, 0);
}

/* --- the file ------------------------------------------------------------- */

Test(recovery, of_what_is_no_file_is_refused)
{
	GError *error = NULL;

	cr_assert(!mkdir("x", 0700));
	cr_assert_null(recovery_read("x", &error));
	cr_assert_str_eq(error->message, "cannot read 'x': Invalid argument");
	g_clear_error(&error);
	cr_assert_null(recovery_read("y", &error));
	cr_assert(g_error_matches(error, STORE_ERROR, STORE_ERROR_MISSING));
	g_clear_error(&error);
}

Test(recovery, says_what_failed)
{
	struct fault fault = { .number = EIO };
	struct tale t = begin(BASE);

	cr_assert(
		g_file_set_contents("x", t.out->str, (gssize)t.out->len, NULL));
	g_string_free(t.out, TRUE);
	do {
		GError *error = NULL;
		g_autoptr(Recovery) r = NULL;

		fault.at++;
		faults_begin(fault);
		r = recovery_read("x", &error);
		cr_assert(r || !strcmp(error->message, "cannot read 'x': "
						       "Input/output error"));
		g_clear_error(&error);
	} while (faults_end() >= fault.at);
	cr_assert_gt(fault.at, 3);
}
