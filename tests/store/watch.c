/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever happens to a file is told, and what happens beside it is not.
 * The system tells at once, so nothing here waits.
 */
#include "store/watch.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <unistd.h>

#include "folder.h"

#define OLD "journey: old\n"
#define NEW "journey: new, and longer\n"

TestSuite(watch, .init = folder_enter, .fini = folder_leave, .timeout = 60);

static struct watch *watch(const char *path)
{
	struct watch *w = watch_new(path);

	if (watch_fd(w) < 0) {
		watch_free(w);
		skip("here the system tells nothing");
	}
	return w;
}

static bool is_told(const struct watch *w)
{
	struct pollfd in = { .fd = watch_fd(w), .events = POLLIN };

	return poll(&in, 1, 0) > 0;
}

/* Told now, and heard once. */
static void expect_told(struct watch *w, const char *what)
{
	cr_expect(is_told(w) && watch_hear(w), "%s is not told", what);
	cr_expect_not(is_told(w), "%s is told again", what);
}

static void write_as_new(const char *name)
{
	put("fresh", NEW);
	cr_assert(!rename("fresh", name));
}

Test(watch, tells_of_a_file_that_is_written)
{
	struct watch *w;

	put("x.yaml", OLD);
	w = watch("x.yaml");
	put("x.yaml", NEW);
	expect_told(w, "writing");
	put("x.yaml", OLD);
	expect_told(w, "writing again");
	watch_free(w);
}

Test(watch, tells_of_a_file_that_is_replaced)
{
	struct watch *w;

	put("x.yaml", OLD);
	w = watch("x.yaml");
	write_as_new("x.yaml");
	expect_told(w, "replacing");
	put("x.yaml", OLD);
	expect_told(w, "writing the new one");
	watch_free(w);
}

Test(watch, tells_of_a_file_that_goes_and_comes)
{
	struct watch *w;

	put("x.yaml", OLD);
	w = watch("x.yaml");
	cr_assert(!unlink("x.yaml"));
	expect_told(w, "deleting");
	put("x.yaml", NEW);
	expect_told(w, "making");
	cr_assert(!rename("x.yaml", "y.yaml"));
	expect_told(w, "moving away");
	watch_free(w);
}

Test(watch, waits_for_a_file_that_is_not_there_yet)
{
	struct watch *w = watch("x.yaml");

	put("x.yaml", NEW);
	expect_told(w, "making");
	watch_free(w);
}

Test(watch, follows_links)
{
	struct watch *w;

	cr_assert(!mkdir("a", 0755) && !symlink("a/x.yaml", "link.yaml"));
	put("a/x.yaml", OLD);
	put("y.yaml", OLD);
	w = watch("link.yaml");
	put("a/x.yaml", NEW);
	expect_told(w, "writing what it leads to");
	write_as_new("a/x.yaml");
	expect_told(w, "replacing what it leads to");
	cr_assert(!symlink("y.yaml", "other") && !rename("other", "link.yaml"));
	expect_told(w, "leading elsewhere");
	put("y.yaml", NEW);
	expect_told(w, "writing there");
	watch_free(w);
}

Test(watch, hears_what_is_written_under_another_name)
{
	struct watch *w;

	put("x.yaml", OLD);
	cr_assert(!mkdir("a", 0755) && !link("x.yaml", "a/y.yaml"));
	w = watch("x.yaml");
	put("a/y.yaml", NEW);
	expect_told(w, "writing the other name");
	watch_free(w);
}

Test(watch, is_not_woken_by_what_is_written_beside)
{
	struct watch *w;

	put("x.yaml", OLD);
	put("y.yaml", OLD);
	w = watch("x.yaml");
	put("y.yaml", NEW);
	cr_expect_not(is_told(w));
	put("z.yaml", NEW);
	cr_expect_not(watch_hear(w));
	watch_free(w);
}
