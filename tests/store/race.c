/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Others do something to the file between two calls of a read or of a save.
 * It is noticed, said, and stays.
 */
#include "store/save.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "faults.h"
#include "folder.h"

#define OLD "journey: old, and the longer of the two\n"
#define NEW "journey: new\n"
#define OTHERS "journey: what others wrote\n"

TestSuite(race, .init = folder_enter, .fini = folder_leave, .timeout = 60);

/* --- what others do ------------------------------------------------------- */

static void write_in_place(void)
{
	put("x.yaml", OTHERS);
}

static void write_by_rename(void)
{
	put("new", OTHERS);
	cr_assert(!rename("new", "x.yaml"));
}

static void remove_it(void)
{
	cr_assert(!unlink("x.yaml"));
}

static void make_it_a_fifo(void)
{
	remove_it();
	cr_assert(!mkfifo("x.yaml", 0644));
}

static void make_it_a_circle(void)
{
	remove_it();
	cr_assert(!symlink("x.yaml", "x.yaml"));
}

/* --- and when ------------------------------------------------------------- */

/* Runs MOMENT.act once, before the call that follows MOMENT.after. */
static struct {
	const char *after;
	void (*act)(void);
} moment;

static void at_the_moment(void)
{
	if (!moment.act || !g_str_has_suffix(faults_trace(), moment.after))
		return;
	moment.act();
	moment.act = NULL;
}

static struct fault just_after(const char *call, void (*act)(void))
{
	moment.after = call;
	moment.act = act;
	return (struct fault){ .before = at_the_moment };
}

/* --- saving meanwhile ----------------------------------------------------- */

/* Saves with FAULT if nobody else has written it; false with *ERROR. */
static bool save_known(struct fault fault, GError **error)
{
	struct store_file file;
	struct store_care care = { .known = &file.id };
	struct store_identity id;
	bool ok;

	cr_assert(store_read("x.yaml", &file, NULL));
	faults_begin(fault);
	ok = store_save("x.yaml", NEW, strlen(NEW), &care, &id, error);
	faults_end();
	store_file_clear(&file);
	return ok;
}

/* Says that it was changed. */
static void is_noticed(struct fault fault)
{
	GError *error = NULL;

	put("x.yaml", OLD);
	cr_assert_not(save_known(fault, &error));
	cr_assert(g_error_matches(error, STORE_ERROR, STORE_ERROR_CHANGED));
	g_error_free(error);
}

static struct fault at_the_exchange(void (*act)(void))
{
	return (struct fault){ .before_exchange = act };
}

Test(race, what_others_write_at_the_last_moment_stays)
{
	is_noticed(at_the_exchange(write_in_place));
	expect("x.yaml", OTHERS);
	is_noticed(at_the_exchange(write_by_rename));
	expect("x.yaml", OTHERS);
	cr_assert_eq(count_names(), 1);
	is_noticed(at_the_exchange(remove_it));
	cr_assert_eq(count_names(), 0);
}

Test(race, what_others_write_stays_where_names_cannot_be_exchanged)
{
	struct fault fault = at_the_exchange(write_in_place);

	fault.no_exchange = true;
	is_noticed(fault);
	expect("x.yaml", OTHERS);
	cr_assert_eq(count_names(), 1);
}

Test(race, without_exchange_it_is_looked_at_before)
{
	put("x.yaml", OLD);
	cr_assert(save_known((struct fault){ .no_exchange = true }, NULL));
	cr_assert(strstr(faults_trace(), "renameat "));
	expect("x.yaml", NEW);
	cr_assert_eq(count_names(), 1);
}

Test(race, what_others_remove_is_not_made_again)
{
	is_noticed(just_after("stat ", remove_it));
	cr_assert_eq(count_names(), 0);
}

/* For the first time, while others do ACT after its name was looked at. */
static void create_while(void (*act)(void), const char *why)
{
	GError *error = NULL;
	bool ok;

	faults_begin(just_after("stat ", act));
	ok = store_create("x.yaml", NEW, strlen(NEW), &error);
	faults_end();
	cr_assert_not(ok);
	cr_assert_str_eq(error->message, why);
	g_error_free(error);
}

Test(race, what_others_create_stays)
{
	create_while(write_in_place, "cannot create 'x.yaml': File exists");
	expect("x.yaml", OTHERS);
	cr_assert_eq(count_names(), 1);
}

/* Saves over whatever is there. */
static void fails_while(struct fault fault, const char *why)
{
	struct store_identity id;
	GError *error = NULL;
	bool ok;

	put("x.yaml", OLD);
	faults_begin(fault);
	ok = store_save("x.yaml", NEW, strlen(NEW), NULL, &id, &error);
	faults_end();
	cr_assert_not(ok);
	cr_assert_str_eq(error->message, why);
	cr_assert_eq(count_names(), 1);
	g_error_free(error);
	cr_assert(!unlink("x.yaml"));
}

Test(race, what_is_no_file_any_more_is_refused)
{
	fails_while(just_after("stat ", make_it_a_circle),
		    "cannot write 'x.yaml': Too many levels of symbolic links");
	fails_while(just_after("readlink ", make_it_a_fifo),
		    "cannot write 'x.yaml': Invalid argument");
}

static bool others_write(void *data, const char *bytes G_GNUC_UNUSED,
			 size_t len G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
	++*(int *)data;
	write_in_place();
	return true;
}

Test(race, what_others_write_stays_in_place_too)
{
	int kept = 0;
	struct store_file file;
	struct store_care care = { .known = &file.id,
				   .keep = others_write,
				   .data = &kept };
	struct store_identity id;
	GError *error = NULL;

	put("x.yaml", OLD);
	cr_assert(!link("x.yaml", "y.yaml"));
	cr_assert(store_read("x.yaml", &file, NULL));
	cr_assert_not(
		store_save("x.yaml", NEW, strlen(NEW), &care, &id, &error));
	cr_assert(g_error_matches(error, STORE_ERROR, STORE_ERROR_CHANGED));
	cr_assert_eq(kept, 1);
	expect("y.yaml", OTHERS);
	g_error_free(error);
	store_file_clear(&file);
}

/* --- while all fails ------------------------------------------------------ */

static void begin_anew(void)
{
	g_autoptr(GDir) folder = g_dir_open(".", 0, NULL);
	const char *name;

	while ((name = g_dir_read_name(folder)))
		cr_assert(!unlink(name));
	put("x.yaml", OLD);
}

static bool some_name_holds(const char *text)
{
	g_autoptr(GDir) folder = g_dir_open(".", 0, NULL);
	const char *name;
	bool found = false;

	while ((name = g_dir_read_name(folder))) {
		g_autofree char *held = NULL;

		cr_assert(g_file_get_contents(name, &held, NULL, NULL));
		found = found || !strcmp(held, text);
	}
	return found;
}

/* From some call on all fail, and others write at the last moment. */
Test(race, what_cannot_be_put_back_is_not_removed)
{
	struct fault fault = at_the_exchange(write_in_place);
	unsigned parked = 0, last;

	fault.number = EIO;
	fault.lasting = true;
	do {
		bool written;

		fault.at++;
		begin_anew();
		last = fault.at;
		save_known(fault, NULL);
		written = strstr(faults_trace(), "renameat2") != NULL;
		cr_assert(some_name_holds(written ? OTHERS : OLD),
			  "lost at %s, %u", faults_where(), fault.at);
		parked += count_names() > 1;
	} while (faults_end() >= last);
	cr_assert_gt(parked, 1);
}

/* --- reading meanwhile ---------------------------------------------------- */

Test(race, a_fifo_that_comes_while_it_is_read_is_refused)
{
	struct store_file file;
	GError *error = NULL;

	put("x.yaml", OLD);
	faults_begin((struct fault){ .before_open = make_it_a_fifo });
	cr_assert_not(store_read("x.yaml", &file, &error));
	faults_end();
	cr_assert_str_eq(error->message, "cannot read 'x.yaml': is a FIFO");
	g_error_free(error);
}
