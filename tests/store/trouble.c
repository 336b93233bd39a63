/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every system call of a read and of a save goes wrong once, with every
 * error a disk or a system knows, and the process dies at each.  After that
 * the file is the old one or the new one, nothing lies beside it, and what
 * is said is true.
 */
#include "store/save.h"
#include "store/bytes.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif

#include "faults.h"
#include "folder.h"

#define OLD "journey: old, and the longer of the two\n"
#define NEW "journey: new\n"

TestSuite(trouble, .init = folder_enter, .fini = folder_leave, .timeout = 60);

static const int numbers[] = { EIO,    ENOSPC,	EDQUOT,	 EMFILE, ENFILE, EACCES,
			       EPERM,  EROFS,	ENOMEM,	 EXDEV,	 EBUSY,	 EINVAL,
			       ENOSYS, ENOTSUP, ENODATA, EEXIST };

/* A way to save, and what is there before. */
struct way {
	const char *name;
	bool exists;
	bool linked;
	bool (*save)(GError **error);
};

static bool save_over(GError **error)
{
	struct store_identity id;

	return store_save("x.yaml", NEW, strlen(NEW), NULL, &id, error);
}

/* The same, if nobody else has written it. */
static bool save_known(GError **error)
{
	struct store_file file;
	struct store_care care = { .known = &file.id };
	struct store_identity id;
	bool ok;

	if (!store_read("x.yaml", &file, error))
		return false;
	ok = store_save("x.yaml", NEW, strlen(NEW), &care, &id, error);
	store_file_clear(&file);
	return ok;
}

static bool create(GError **error)
{
	return store_create("x.yaml", NEW, strlen(NEW), error);
}

static const struct way by_rename = { .name = "by rename",
				      .exists = true,
				      .save = save_over };
static const struct way by_exchange = { .name = "by exchange",
					.exists = true,
					.save = save_known };
static const struct way known_in_place = { .name = "in place, known",
					   .exists = true,
					   .linked = true,
					   .save = save_known };
static const struct way in_place = {
	.name = "in place", .exists = true, .linked = true, .save = save_over
};
static const struct way as_new = { .name = "as new", .save = save_over };
static const struct way created = { .name = "created", .save = create };
static const struct way *const ways[] = { &by_rename, &by_exchange,
					  &in_place,  &known_in_place,
					  &as_new,    &created };

/* Also a mode, an owner and an attribute that a new file has to be given. */
static void prepare(const struct way *way)
{
	unlink("x.yaml");
	unlink("y.yaml");
	if (!way->exists)
		return;
	put("x.yaml", OLD);
	cr_assert(!chmod("x.yaml", 0664));
#ifdef __linux__
	(void)!setxattr("x.yaml", "user.test", "1", 1, 0);
#endif
	if (geteuid() == 0)
		cr_assert(!chown("x.yaml", 1234, 2345));
	if (way->linked)
		cr_assert(!link("x.yaml", "y.yaml"));
}

static bool is_whole(bool may_be_missing)
{
	g_autofree char *found = NULL;

	if (!g_file_get_contents("x.yaml", &found, NULL, NULL))
		return may_be_missing;
	return !strcmp(found, OLD) || !strcmp(found, NEW);
}

static unsigned names_of(const struct way *way)
{
	bool there = g_file_test("x.yaml", G_FILE_TEST_EXISTS);

	return way->linked ? 2 : there;
}

static void check_failure(const struct way *way, const struct fault *fault,
			  const GError *error)
{
	const char *said = error ? error->message : "nothing";

	cr_assert(error && strstr(said, g_strerror(fault->number)),
		  "%s, %s fails with %s: said: %s", way->name, faults_where(),
		  g_strerror(fault->number), said);
}

/* Saves with FAULT; how many calls it took. */
static unsigned save_with(const struct way *way, struct fault fault)
{
	GError *error = NULL;
	unsigned calls;
	bool ok;

	prepare(way);
	faults_begin(fault);
	ok = way->save(&error);
	calls = faults_end();
	if (ok)
		expect("x.yaml", NEW);
	else
		check_failure(way, &fault, error);
	cr_assert(is_whole(!way->exists), "%s: torn by %s at %s", way->name,
		  g_strerror(fault.number), faults_where());
	cr_assert_eq(count_names(), names_of(way), "%s: something left by %s",
		     way->name, faults_where());
	g_clear_error(&error);
	return calls;
}

static void fail_at_every_call(const struct way *way, int number, bool lasting)
{
	struct fault fault = { .number = number, .lasting = lasting };
	unsigned calls;

	do {
		fault.at++;
		calls = save_with(way, fault);
	} while (calls >= fault.at);
	cr_assert_gt(fault.at, 10, "hardly anything was wrapped");
}

Test(trouble, once_at_any_call_leaves_a_whole_file)
{
	for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
		for (size_t j = 0; j < G_N_ELEMENTS(numbers); j++)
			fail_at_every_call(ways[i], numbers[j], false);
}

Test(trouble, a_signal_at_any_call_leaves_a_whole_file)
{
	for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
		fail_at_every_call(ways[i], EINTR, false);
}

Test(trouble, from_any_call_on_leaves_a_whole_file)
{
	static const struct way *const whole[] = { &by_rename, &as_new,
						   &created };

	for (size_t i = 0; i < G_N_ELEMENTS(whole); i++)
		for (size_t j = 0; j < G_N_ELEMENTS(numbers); j++)
			fail_at_every_call(whole[i], numbers[j], true);
}

/* The calls named in ONLY, in the order in which a save makes them. */
static char *order_of(const struct way *way, const char *only)
{
	g_auto(GStrv) made = NULL;
	GString *order = g_string_new(NULL);

	save_with(way, (struct fault){ 0 });
	made = g_strsplit(faults_trace(), " ", 0);
	for (char **call = made; *call; call++)
		if (**call && strstr(only, *call))
			g_string_append_printf(order, "%s ", *call);
	return g_string_free(order, FALSE);
}

Test(trouble, nothing_is_named_before_it_is_on_the_disk)
{
	g_autofree char *over = order_of(&by_rename, "pwrite fchmod fsync "
						     "renameat");
	g_autofree char *known = order_of(&by_exchange, "pwrite fchmod fsync "
							"renameat2");
	g_autofree char *new = order_of(&as_new, "pwrite fsync renameat2");

	cr_assert_str_eq(over, "pwrite fchmod fsync renameat fsync ");
	cr_assert_str_eq(known, "pwrite fchmod fsync renameat renameat2 "
				"fsync ");
	cr_assert_str_eq(new, "pwrite fsync renameat2 fsync ");
}

static bool keep_first(void *data, const char *bytes, size_t len,
		       GError **error)
{
	struct text *kept = data;

	cr_assert_not(strstr(faults_trace(), "pwrite"));
	cr_assert_not(strstr(faults_trace(), "ftruncate"));
	*kept = (struct text){ .bytes = bytes, .len = len };
	return store_refuse(error, STORE_WRITE, "x.yaml", "not kept");
}

Test(trouble, in_place_nothing_is_touched_before_the_text_is_kept)
{
	struct text kept = { 0 };
	struct store_care care = { .keep = keep_first, .data = &kept };
	struct store_identity id;
	g_autoptr(GError) error = NULL;
	bool ok;

	prepare(&in_place);
	faults_begin((struct fault){ 0 });
	ok = store_save("x.yaml", NEW, strlen(NEW), &care, &id, &error);
	faults_end();
	cr_assert_not(ok);
	cr_assert_str_eq(error->message, "cannot write 'x.yaml': not kept");
	cr_assert(kept.len == strlen(NEW) &&
		  !memcmp(kept.bytes, NEW, kept.len));
	expect("x.yaml", OLD);
	cr_assert_not(strstr(faults_trace(), "pwrite"));
}

Test(trouble, in_place_there_is_room_first)
{
	g_autofree char *order = order_of(&in_place, "fallocate pwrite "
						     "ftruncate fsync");

	cr_assert_str_eq(order, "fallocate pwrite ftruncate fsync fsync ");
}

Test(trouble, room_missed_at_the_close_is_no_save)
{
	bool closed = false;

	for (unsigned at = 1; !closed; at++) {
		prepare(&by_rename);
		faults_begin((struct fault){ .at = at, .number = EDQUOT });
		by_rename.save(NULL);
		faults_end();
		closed = !strcmp(faults_where(), "close");
	}
	expect("x.yaml", OLD);
}

Test(trouble, a_second_save_works)
{
	for (unsigned at = 1; at < 20; at++) {
		prepare(&by_rename);
		faults_begin((struct fault){ .at = at, .number = ENOSPC });
		by_rename.save(NULL);
		faults_end();
		cr_assert(by_rename.save(NULL));
		expect("x.yaml", NEW);
	}
}

Test(trouble, an_unsure_save_is_known_again)
{
	struct store_identity id;
	struct store_file file;
	enum store_change change;

	for (unsigned at = 1; at < 40; at++) {
		prepare(&by_rename);
		cr_assert(store_read("x.yaml", &file, NULL));
		id = file.id;
		store_file_clear(&file);
		faults_begin((struct fault){ .at = at, .number = EIO });
		store_save("x.yaml", NEW, strlen(NEW), NULL, &id, NULL);
		faults_end();
		cr_assert(store_changed("x.yaml", &id, STORE_COMPARE, &change,
					NULL));
		cr_assert_eq(change, STORE_SAME, "after call %u", at);
	}
}

Test(trouble, pieces_and_signals_make_no_difference)
{
	for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
		unsigned calls =
			save_with(ways[i], (struct fault){ .crumbs = true });

		expect("x.yaml", NEW);
		cr_assert_gt(calls, 20);
	}
}

Test(trouble, a_disk_that_lies_is_found_out)
{
	for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
		GError *error = NULL;
		bool ok;

		prepare(ways[i]);
		faults_begin((struct fault){ .lies = true });
		ok = ways[i]->save(&error);
		faults_end();
		cr_assert_not(ok);
		cr_assert(strstr(error->message, g_strerror(EIO)));
		cr_assert_eq(count_names(), names_of(ways[i]));
		if (ways[i]->exists)
			expect("x.yaml", OLD);
		g_error_free(error);
	}
}

Test(trouble, without_renameat2_a_link_serves)
{
	bool renamed = false;

	for (unsigned at = 1; !renamed; at++) {
		prepare(&as_new);
		faults_begin((struct fault){ .at = at, .number = ENOSYS });
		as_new.save(NULL);
		faults_end();
		renamed = !strcmp(faults_where(), "renameat2");
	}
	expect("x.yaml", NEW);
	cr_assert_eq(count_names(), 1);
}

/* Dies at call AT of a save; false when the save was done before that. */
static bool killed_at(const struct way *way, unsigned at)
{
	pid_t child = fork();
	int status;

	cr_assert_geq(child, 0);
	if (child == 0) {
		faults_begin((struct fault){ .at = at });
		way->save(NULL);
		_exit(0);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

Test(trouble, death_at_any_call_leaves_a_whole_file)
{
	static const struct way *const whole[] = { &by_rename, &by_exchange,
						   &as_new, &created };
	unsigned at;

	for (size_t i = 0; i < G_N_ELEMENTS(whole); i++) {
		prepare(whole[i]);
		for (at = 1; killed_at(whole[i], at); at++) {
			cr_assert(is_whole(!whole[i]->exists));
			prepare(whole[i]);
		}
		cr_assert_gt(at, 10);
		expect("x.yaml", NEW);
		cr_assert_eq(count_names(), 1, "%s: something left by a death",
			     whole[i]->name);
	}
}

Test(trouble, reading_says_what_failed)
{
	struct fault fault = { .number = EIO };
	struct store_file file;
	GError *error = NULL;
	unsigned calls;

	put("x.yaml", OLD);
	do {
		bool ok;

		fault.at++;
		faults_begin(fault);
		ok = store_read("x.yaml", &file, &error);
		calls = faults_end();
		if (ok)
			cr_assert_str_eq(file.bytes, OLD);
		else
			cr_assert_str_eq(error->message,
					 "cannot read 'x.yaml': Input/output "
					 "error");
		g_clear_error(&error);
		store_file_clear(&file);
	} while (calls >= fault.at);
	cr_assert_gt(fault.at, 4);
}
