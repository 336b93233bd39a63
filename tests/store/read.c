/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is read is what is there, what is not to be read is refused in one
 * line, and a change on the disk is seen whatever the times say.
 */
#include "store/read.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "folder.h"

TestSuite(read, .init = folder_enter, .fini = folder_leave, .timeout = 60);

static void refused(const char *name, enum store_error code,
		    const char *message)
{
	struct store_file file;
	GError *error = NULL;

	cr_assert_not(store_read(name, &file, &error));
	cr_assert_str_eq(error->message, message);
	cr_assert(g_error_matches(error, STORE_ERROR, (int)code));
	cr_assert_null(file.bytes);
	g_error_free(error);
}

static bool can_read(const char *name, GError **error)
{
	struct store_file file;
	bool ok = store_read(name, &file, error);

	store_file_clear(&file);
	return ok;
}

static void make_long(const char *name, off_t size)
{
	put(name, "");
	cr_assert(!truncate(name, size));
}

Test(read, gives_every_byte_and_a_zero)
{
	static const char text[] = "\xef\xbb\xbf"
				   "a: \0 b\r\n\xff";
	struct store_file file;

	cr_assert(g_file_set_contents("x.yaml", text, sizeof(text), NULL));
	cr_assert(store_read("x.yaml", &file, NULL));
	cr_assert_eq(file.len, sizeof(text));
	cr_assert(!memcmp(file.bytes, text, sizeof(text)));
	cr_assert_eq(file.bytes[file.len], '\0');
	store_file_clear(&file);
	cr_assert_null(file.bytes);
}

Test(read, gives_an_empty_file)
{
	struct store_file file;

	put("x.yaml", "");
	cr_assert(store_read("x.yaml", &file, NULL));
	cr_assert_eq(file.len, 0);
	cr_assert_str_eq(file.bytes, "");
	cr_assert(file.id.exists);
	store_file_clear(&file);
}

Test(read, remembers_which_file_it_was)
{
	struct store_file file;
	struct stat st;

	put("x.yaml", "a: 1\n");
	st = look_at("x.yaml");
	cr_assert(store_read("x.yaml", &file, NULL));
	cr_assert(file.id.dev == st.st_dev && file.id.ino == st.st_ino);
	cr_assert(file.id.size == 5 && file.id.mode == st.st_mode);
	cr_assert_eq(file.id.mtime.tv_nsec, st.st_mtim.tv_nsec);
	store_file_clear(&file);
}

Test(read, believes_the_end_more_than_the_size)
{
	g_autofree char *there = NULL;
	struct store_file file;
	gsize len;

	/* the system gives it a size of 0 */
	if (!g_file_get_contents("/proc/cpuinfo", &there, &len, NULL))
		skip("there is no /proc here");
	cr_assert(store_read("/proc/cpuinfo", &file, NULL));
	cr_assert_gt(file.len, 0);
	cr_assert_eq(file.len, strlen(file.bytes));
	store_file_clear(&file);
}

Test(read, tells_a_missing_file_apart)
{
	refused("x.yaml", STORE_ERROR_MISSING,
		"cannot read 'x.yaml': No such file or directory");
	cr_assert(!symlink("nowhere", "link.yaml"));
	refused("link.yaml", STORE_ERROR_MISSING,
		"cannot read 'link.yaml': No such file or directory");
}

Test(read, refuses_a_folder)
{
	cr_assert(!mkdir("d.yaml", 0755));
	refused("d.yaml", STORE_ERROR_REFUSED,
		"cannot read 'd.yaml': is a directory");
}

Test(read, refuses_a_fifo_without_waiting)
{
	cr_assert(!mkfifo("p.yaml", 0644));
	cr_assert(!symlink("p.yaml", "link.yaml"));
	refused("p.yaml", STORE_ERROR_REFUSED,
		"cannot read 'p.yaml': is a FIFO");
	refused("link.yaml", STORE_ERROR_REFUSED,
		"cannot read 'link.yaml': is a FIFO");
}

Test(read, refuses_a_device)
{
	refused("/dev/zero", STORE_ERROR_REFUSED,
		"cannot read '/dev/zero': is a device");
}

Test(read, refuses_a_socket)
{
	struct sockaddr_un name = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	g_strlcpy(name.sun_path, "s.yaml", sizeof(name.sun_path));
	cr_assert(!bind(fd, (struct sockaddr *)&name, sizeof(name)));
	refused("s.yaml", STORE_ERROR_REFUSED,
		"cannot read 's.yaml': is a socket");
	close(fd);
}

Test(read, refuses_what_is_too_large)
{
	make_long("x.yaml", (off_t)STORE_LIMIT + 1);
	refused("x.yaml", STORE_ERROR_REFUSED,
		"cannot read 'x.yaml': larger than 64 MiB");
}

Test(read, takes_the_largest)
{
	struct store_file file;

	make_long("x.yaml", (off_t)STORE_LIMIT);
	cr_assert(store_read("x.yaml", &file, NULL));
	cr_assert_eq(file.len, STORE_LIMIT);
	store_file_clear(&file);
}

Test(read, refuses_what_it_may_not_read)
{
	g_autofree char *message = NULL;

	put("x.yaml", "a: 1\n");
	cr_assert(!chmod("x.yaml", 0000) && !chmod(".", 0755));
	message = as_nobody(can_read, "x.yaml");
	cr_assert_str_eq(message, "cannot read 'x.yaml': Permission denied");
}

Test(read, refuses_a_circle_of_links)
{
	cr_assert(!symlink("b.yaml", "a.yaml") && !symlink("a.yaml", "b.yaml"));
	refused("a.yaml", STORE_ERROR_SYSTEM,
		"cannot read 'a.yaml': Too many levels of symbolic links");
}

TestSuite(changed, .init = folder_enter, .fini = folder_leave, .timeout = 60);

static struct store_identity known_of(const char *name)
{
	struct store_identity id;
	struct store_file file;

	cr_assert(store_read(name, &file, NULL));
	id = file.id;
	store_file_clear(&file);
	return id;
}

static void is(struct store_identity *known, enum store_look look,
	       enum store_change expected)
{
	enum store_change change;

	cr_assert(store_changed("x.yaml", known, look, &change, NULL));
	cr_assert_eq(change, expected);
}

static void is_either_way(struct store_identity *known,
			  enum store_change expected)
{
	is(known, STORE_GLANCE, expected);
	is(known, STORE_COMPARE, expected);
}

Test(changed, not_without_a_change)
{
	struct store_identity known;

	put("x.yaml", "a: 1\n");
	known = known_of("x.yaml");
	is_either_way(&known, STORE_SAME);
}

Test(changed, by_another_size)
{
	struct store_identity known;

	put("x.yaml", "a: 1\n");
	known = known_of("x.yaml");
	put("x.yaml", "a: 12\n");
	is_either_way(&known, STORE_CHANGED);
}

static void set_mtime(const char *name, struct timespec mtime)
{
	struct timespec times[2] = { mtime, mtime };

	cr_assert(!utimensat(AT_FDCWD, name, times, 0));
}

Test(changed, by_the_same_size_and_time)
{
	struct store_identity known;

	put("x.yaml", "a: 1\n");
	set_mtime("x.yaml", (struct timespec){ .tv_sec = 1 });
	known = known_of("x.yaml");
	put("x.yaml", "a: 2\n");
	set_mtime("x.yaml", (struct timespec){ .tv_sec = 1 });
	is(&known, STORE_COMPARE, STORE_CHANGED);
}

Test(changed, by_a_rename_over_it)
{
	struct store_identity known;

	put("x.yaml", "a: 1\n");
	known = known_of("x.yaml");
	put("y.yaml", "a: 2\n");
	set_mtime("y.yaml", known.mtime);
	cr_assert(!rename("y.yaml", "x.yaml"));
	is_either_way(&known, STORE_CHANGED);
}

Test(changed, not_by_the_same_text_in_another_file)
{
	struct store_identity known;

	put("x.yaml", "a: 1\n");
	known = known_of("x.yaml");
	put("y.yaml", "a: 1\n");
	cr_assert(!rename("y.yaml", "x.yaml"));
	is_either_way(&known, STORE_SAME);
	cr_assert_eq(known.ino, look_at("x.yaml").st_ino);
}

Test(changed, by_one_bit_anywhere)
{
	char text[] = "stages: [a, b, c]\n";
	struct store_identity known;

	put("x.yaml", text);
	known = known_of("x.yaml");
	for (size_t i = 0; text[i]; i++) {
		text[i] ^= 1;
		put("x.yaml", text);
		is(&known, STORE_COMPARE, STORE_CHANGED);
		text[i] ^= 1;
	}
}

Test(changed, says_deleted)
{
	struct store_identity known;

	put("x.yaml", "a: 1\n");
	known = known_of("x.yaml");
	cr_assert(!unlink("x.yaml"));
	is_either_way(&known, STORE_DELETED);
}

Test(changed, sees_a_new_file_come)
{
	struct store_identity known = { 0 };

	is_either_way(&known, STORE_SAME);
	put("x.yaml", "");
	is_either_way(&known, STORE_CHANGED);
}

Test(changed, says_what_took_its_place)
{
	struct store_identity known;
	enum store_change change;
	GError *error = NULL;

	put("x.yaml", "a: 1\n");
	known = known_of("x.yaml");
	cr_assert(!unlink("x.yaml") && !mkfifo("x.yaml", 0644));
	cr_assert_not(store_changed("x.yaml", &known, STORE_COMPARE, &change,
				    &error));
	cr_assert_str_eq(error->message, "cannot read 'x.yaml': is a FIFO");
	g_error_free(error);
}
