/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A save changes the bytes and nothing else about a file, and one that
 * cannot be done changes nothing.
 */
#include "store/save.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "folder.h"
#include "small-disk.h"

#define OLD "journey: old\n"
#define NEW "journey: new, and longer\n"

TestSuite(save, .init = folder_enter, .fini = folder_leave, .timeout = 60);

static bool try_save(const char *name, GError **error)
{
	struct store_identity id;

	return store_save(name, NEW, strlen(NEW), NULL, &id, error);
}

static void saved(const char *name)
{
	GError *error = NULL;

	cr_assert(try_save(name, &error), "%s",
		  error ? error->message : "no error");
	expect(name, NEW);
}

static void fails(const char *name, const char *message)
{
	GError *error = NULL;

	cr_assert_not(try_save(name, &error));
	cr_assert_str_eq(error->message, message);
	g_error_free(error);
}

Test(save, keeps_every_byte)
{
	g_autofree char *text = g_malloc(300000);
	g_autofree char *found = NULL;
	struct store_identity id;
	gsize len;

	for (size_t i = 0; i < 300000; i++)
		text[i] = (char)(i * 7 >> 3);
	put("x.yaml", OLD);
	cr_assert(store_save("x.yaml", text, 300000, NULL, &id, NULL));
	cr_assert(g_file_get_contents("x.yaml", &found, &len, NULL));
	cr_assert(len == 300000 && !memcmp(found, text, len));
	cr_assert_eq(count_names(), 1);
}

Test(save, keeps_an_empty_text)
{
	struct store_identity id;

	put("x.yaml", OLD);
	cr_assert(store_save("x.yaml", "", 0, NULL, &id, NULL));
	expect("x.yaml", "");
}

Test(save, makes_a_new_file_as_the_umask_says)
{
	umask(027);
	saved("x.yaml");
	cr_assert_eq(look_at("x.yaml").st_mode, (mode_t)(S_IFREG | 0640));
	cr_assert_eq(count_names(), 1);
}

Test(save, knows_its_own_file_again)
{
	struct store_identity id = { 0 };
	enum store_change change;

	for (int i = 0; i < 2; i++) {
		cr_assert(store_save("x.yaml", NEW, strlen(NEW), NULL, &id,
				     NULL));
		cr_assert_eq(id.ino, look_at("x.yaml").st_ino);
		cr_assert(store_changed("x.yaml", &id, STORE_GLANCE, &change,
					NULL));
		cr_assert_eq(change, STORE_SAME);
	}
	put("x.yaml", OLD);
	cr_assert(store_changed("x.yaml", &id, STORE_GLANCE, &change, NULL));
	cr_assert_eq(change, STORE_CHANGED);
}

Test(save, is_by_another_file)
{
	ino_t before;

	put("x.yaml", OLD);
	before = look_at("x.yaml").st_ino;
	saved("x.yaml");
	cr_assert_neq(look_at("x.yaml").st_ino, before);
}

/* --- what stays --- */

Test(save, keeps_the_mode)
{
	static const mode_t modes[] = { 0600, 0644,  0664, 0666,
					0755, 02664, 02775 };

	for (size_t i = 0; i < G_N_ELEMENTS(modes); i++) {
		put("x.yaml", OLD);
		cr_assert(!chmod("x.yaml", modes[i]));
		saved("x.yaml");
		cr_assert_eq(look_at("x.yaml").st_mode & 07777, modes[i]);
	}
}

Test(save, keeps_the_mode_in_place)
{
	g_autofree char *message = NULL;

	put("x.yaml", OLD);
	give_to_nobody("x.yaml");
	cr_assert(!chmod("x.yaml", 02775) && !chmod(".", 0755));
	cr_assert(!link("x.yaml", "y.yaml"));
	message = as_nobody(try_save, "x.yaml");
	cr_assert_null(message, "%s", message);
	expect("y.yaml", NEW);
	cr_assert_eq(look_at("x.yaml").st_mode & 07777, 02775u);
}

Test(save, keeps_owner_and_group)
{
	if (geteuid() != 0)
		skip("only root may give files away");
	put("x.yaml", OLD);
	cr_assert(!chown("x.yaml", 1234, 2345) && !chmod("x.yaml", 02664));
	saved("x.yaml");
	cr_assert_eq(look_at("x.yaml").st_uid, 1234u);
	cr_assert_eq(look_at("x.yaml").st_gid, 2345u);
	cr_assert_eq(look_at("x.yaml").st_mode & 07777, 02664u);
}

Test(save, keeps_an_owner_it_may_not_set)
{
	g_autofree char *message = NULL;
	ino_t before;

	if (geteuid() != 0)
		skip("only root may give files away");
	put("x.yaml", OLD);
	before = look_at("x.yaml").st_ino;
	cr_assert(!chown("x.yaml", 1234, 2345));
	cr_assert(!chmod("x.yaml", 0666) && !chmod(".", 0777));
	message = as_nobody(try_save, "x.yaml");
	cr_assert_null(message);
	expect("x.yaml", NEW);
	cr_assert_eq(look_at("x.yaml").st_ino, before);
	cr_assert_eq(look_at("x.yaml").st_uid, 1234u);
	cr_assert_eq(look_at("x.yaml").st_gid, 2345u);
	cr_assert_eq(count_names(), 1);
}

Test(save, keeps_a_group_that_is_not_ours)
{
	if (geteuid())
		skip("only root can give a file away");
	put("x.yaml", OLD);
	cr_assert(!chown("x.yaml", geteuid(), 2345));
	saved("x.yaml");
	cr_assert_eq(look_at("x.yaml").st_gid, 2345u);
}

Test(save, follows_a_chain_of_links)
{
	cr_assert(!mkdir("a", 0755) && !mkdir("a/b", 0755));
	cr_assert(!symlink("a/two.yaml", "one.yaml"));
	cr_assert(!symlink("b/three.yaml", "a/two.yaml"));
	put("a/b/three.yaml", OLD);
	saved("one.yaml");
	cr_assert(S_ISLNK(look_at("one.yaml").st_mode));
	cr_assert(S_ISLNK(look_at("a/two.yaml").st_mode));
	cr_assert(S_ISREG(look_at("a/b/three.yaml").st_mode));
	expect("a/b/three.yaml", NEW);
	cr_assert_eq(count_names(), 2);
}

Test(save, follows_an_absolute_link)
{
	g_autofree char *folder = g_get_current_dir();
	g_autofree char *path = g_build_filename(folder, "x.yaml", NULL);

	put("x.yaml", OLD);
	cr_assert(!mkdir("a", 0755) && !symlink(path, "a/link.yaml"));
	saved("a/link.yaml");
	cr_assert(S_ISLNK(look_at("a/link.yaml").st_mode));
	expect("x.yaml", NEW);
}

Test(save, makes_what_a_dangling_link_leads_to)
{
	cr_assert(!mkdir("a", 0755) && !symlink("a/x.yaml", "link.yaml"));
	saved("link.yaml");
	cr_assert(S_ISLNK(look_at("link.yaml").st_mode));
	expect("a/x.yaml", NEW);
}

Test(save, refuses_a_circle_of_links)
{
	cr_assert(!symlink("b.yaml", "a.yaml") && !symlink("a.yaml", "b.yaml"));
	fails("a.yaml", "cannot write 'a.yaml': Too many levels of symbolic "
			"links");
}

Test(save, keeps_hard_links)
{
	put("x.yaml", OLD);
	cr_assert(!link("x.yaml", "y.yaml"));
	saved("x.yaml");
	expect("y.yaml", NEW);
	cr_assert_eq(look_at("x.yaml").st_ino, look_at("y.yaml").st_ino);
	cr_assert_eq(count_names(), 2);
}

Test(save, shortens_in_place)
{
	struct store_identity id;

	put("x.yaml", OLD);
	cr_assert(!link("x.yaml", "y.yaml"));
	cr_assert(store_save("x.yaml", "a\n", 2, NULL, &id, NULL));
	expect("y.yaml", "a\n");
	cr_assert_eq(id.size, 2);
	cr_assert(store_save("x.yaml", "", 0, NULL, &id, NULL));
	expect("y.yaml", "");
}

/* --- what is refused --- */

Test(save, refuses_what_is_no_file)
{
	cr_assert(!mkdir("d.yaml", 0755) && !mkfifo("p.yaml", 0644));
	fails("d.yaml", "cannot write 'd.yaml': is a directory");
	fails("p.yaml", "cannot write 'p.yaml': is a FIFO");
	fails("/dev/null", "cannot write '/dev/null': is a device");
	fails("new/", "cannot write 'new/': Is a directory");
	fails("", "cannot write '': No such file or directory");
	fails("no/x.yaml", "cannot write 'no/x.yaml': No such file or "
			   "directory");
	cr_assert_eq(count_names(), 2);
}

Test(save, refuses_a_read_only_file)
{
	put("x.yaml", OLD);
	cr_assert(!chmod("x.yaml", 0444));
	fails("x.yaml", "cannot write 'x.yaml': Permission denied");
	expect("x.yaml", OLD);
	cr_assert_eq(count_names(), 1);
}

Test(save, refuses_a_file_of_others)
{
	g_autofree char *message = NULL;

	if (geteuid() != 0)
		skip("only root can be somebody else");
	put("x.yaml", OLD);
	cr_assert(!chmod(".", 0777));
	message = as_nobody(try_save, "x.yaml");
	cr_assert_str_eq(message, "cannot write 'x.yaml': Permission denied");
	expect("x.yaml", OLD);
}

Test(save, writes_in_place_where_the_folder_is_closed)
{
	/* not to be written, neither listed, or only written */
	static const mode_t modes[] = { 0555, 0511, 0333 };
	g_autofree char *message = NULL;

	put("x.yaml", OLD);
	cr_assert(!chmod("x.yaml", 0666));
	for (size_t i = 0; i < G_N_ELEMENTS(modes); i++) {
		put("x.yaml", OLD);
		cr_assert(!chmod(".", modes[i]));
		message = as_nobody(try_save, "x.yaml");
		cr_assert_null(message, "%s", message);
		expect("x.yaml", NEW);
	}
	cr_assert(!chmod(".", 0755));
	cr_assert_eq(count_names(), 1);
}

Test(save, refuses_a_new_file_where_the_folder_is_closed)
{
	/* not to be written, neither listed, or only written */
	static const mode_t modes[] = { 0555, 0511, 0333 };

	for (size_t i = 0; i < G_N_ELEMENTS(modes); i++) {
		g_autofree char *message = NULL;

		cr_assert(!chmod(".", modes[i]));
		message = as_nobody(try_save, "x.yaml");
		cr_assert_str_eq(message, "cannot write 'x.yaml': Permission "
					  "denied");
	}
	cr_assert(!chmod(".", 0755));
	cr_assert_eq(count_names(), 0);
}

/* --- no room --- */

/* Fails with MESSAGE, as one file and with a second name. */
static void has_no_room(const char *message)
{
	struct store_identity id;
	g_autofree char *old = g_strnfill(20000, 'o');
	g_autofree char *new = g_strnfill(80000, 'n');
	GError *error = NULL;

	for (int names = 1; names <= 2; names++) {
		cr_assert_not(
			store_save("x.yaml", new, 80000, NULL, &id, &error));
		cr_assert_str_eq(error->message, message);
		g_clear_error(&error);
		expect("x.yaml", old);
		cr_assert_eq(look_at("x.yaml").st_nlink, (nlink_t)names);
		if (names == 1)
			cr_assert(!link("x.yaml", "y.yaml"));
	}
}

static void put_long(const char *name, size_t len)
{
	g_autofree char *text = g_strnfill(len, 'o');

	put(name, text);
}

Test(save, leaves_the_old_file_at_the_size_limit)
{
	struct rlimit limit;

	put_long("x.yaml", 20000);
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &limit);
	limit.rlim_cur = 40000;
	cr_assert(!setrlimit(RLIMIT_FSIZE, &limit));
	has_no_room("cannot write 'x.yaml': File too large");
	cr_assert_eq(count_names(), 2);
	limit.rlim_cur = limit.rlim_max;
	cr_assert(!setrlimit(RLIMIT_FSIZE, &limit));
	saved("x.yaml");
}

Test(save, leaves_the_old_file_on_a_full_disk)
{
	small_disk_mount("disk", "size=64k");
	cr_assert(!chdir("disk"));
	put_long("x.yaml", 20000);
	put_long("filler", 30000);
	has_no_room("cannot write 'x.yaml': No space left on device");
	cr_assert_eq(count_names(), 3);
	cr_assert(!unlink("filler") && !unlink("y.yaml"));
	saved("x.yaml");
	cr_assert(!chdir(".."));
	small_disk_unmount("disk");
}

Test(save, leaves_the_old_file_where_no_more_fit)
{
	small_disk_mount("disk", "nr_inodes=2");
	put("disk/x.yaml", OLD);
	fails("disk/x.yaml",
	      "cannot write 'disk/x.yaml': No space left on device");
	expect("disk/x.yaml", OLD);
	small_disk_unmount("disk");
}
