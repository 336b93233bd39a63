/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A save keeps extended attributes and the access control list of a file,
 * whatever the folder gives to new ones.
 */
#include "store/save.h"

#include <criterion/criterion.h>
#include <string.h>
#ifdef __linux__
#include <sys/xattr.h>

#include "folder.h"

#define OLD "journey: old\n"
#define NEW "journey: new, and longer\n"

TestSuite(keep, .init = folder_enter, .fini = folder_leave, .timeout = 60);

static void saved(const char *name)
{
	struct store_identity id;
	GError *error = NULL;

	cr_assert(store_save(name, NEW, strlen(NEW), NULL, &id, &error), "%s",
		  error ? error->message : "no error");
	expect(name, NEW);
}

static void set_attribute(const char *file, const char *name, const char *value,
			  size_t len)
{
	if (setxattr(file, name, value, len, 0))
		skip("this file system keeps no such attribute");
}

static void has_attribute(const char *file, const char *name, const char *value,
			  size_t len)
{
	char found[256];

	cr_assert_eq(getxattr(file, name, found, sizeof(found)), (ssize_t)len);
	cr_assert(!memcmp(found, value, len));
}

Test(keep, keeps_attributes)
{
	put("x.yaml", OLD);
	set_attribute("x.yaml", "user.test.one",
		      "1\0"
		      "2",
		      3);
	set_attribute("x.yaml", "user.test.two", "", 0);
	saved("x.yaml");
	has_attribute("x.yaml", "user.test.one",
		      "1\0"
		      "2",
		      3);
	has_attribute("x.yaml", "user.test.two", "", 0);
}

#define ACL "system.posix_acl_access"
#define DEFAULT_ACL "system.posix_acl_default"

/* Version 2; tag, rights and id of each entry, least byte first: owner rw,
 * user 1234 rw, group r, mask rw, others nothing. */
static const char acl[] = "\2\0\0\0"
			  "\1\0\6\0\xff\xff\xff\xff"
			  "\2\0\6\0\xd2\4\0\0"
			  "\4\0\4\0\xff\xff\xff\xff"
			  "\x10\0\6\0\xff\xff\xff\xff"
			  "\x20\0\0\0\xff\xff\xff\xff";

Test(keep, keeps_an_access_control_list)
{
	put("x.yaml", OLD);
	set_attribute("x.yaml", ACL, acl, sizeof(acl) - 1);
	saved("x.yaml");
	has_attribute("x.yaml", ACL, acl, sizeof(acl) - 1);
	cr_assert_eq(look_at("x.yaml").st_mode & 07777, 0660u);
}

/* A list in which more is written; and one that grants nothing to others. */
static const char longer[] = "\2\0\0\0"
			     "\1\0\6\0\xff\xff\xff\xff"
			     "\2\0\6\0\xd2\4\0\0"
			     "\4\0\4\0\xff\xff\xff\xff"
			     "\x08\0\4\0\xd2\4\0\0"
			     "\x10\0\6\0\xff\xff\xff\xff"
			     "\x20\0\0\0\xff\xff\xff\xff";
static const char closed[] = "\2\0\0\0"
			     "\1\0\6\0\xff\xff\xff\xff"
			     "\2\0\6\0\xd2\4\0\0"
			     "\4\0\4\0\xff\xff\xff\xff"
			     "\x10\0\0\0\xff\xff\xff\xff"
			     "\x20\0\0\0\xff\xff\xff\xff";

static const struct {
	const char *bytes;
	size_t len;
} lists[] = { { acl, sizeof(acl) - 1 },
	      { longer, sizeof(longer) - 1 },
	      { closed, sizeof(closed) - 1 } };

/* The list MINE where the folder gives each new file the list THEIRS. */
static void keeps_list(size_t mine, size_t theirs)
{
	set_attribute("x.yaml", ACL, lists[mine].bytes, lists[mine].len);
	set_attribute(".", DEFAULT_ACL, lists[theirs].bytes, lists[theirs].len);
	saved("x.yaml");
	has_attribute("x.yaml", ACL, lists[mine].bytes, lists[mine].len);
	has_attribute("x.yaml", "user.test.two", "2", 1);
}

Test(keep, keeps_an_access_control_list_among_others)
{
	put("x.yaml", OLD);
	set_attribute("x.yaml", "user.test.one", "1", 1);
	set_attribute("x.yaml", "user.test.two", "2", 1);
	for (size_t mine = 0; mine < G_N_ELEMENTS(lists); mine++)
		for (size_t theirs = 0; theirs < G_N_ELEMENTS(lists); theirs++)
			keeps_list(mine, theirs);
}

Test(keep, takes_no_list_from_the_folder)
{
	put("x.yaml", OLD);
	set_attribute(".", DEFAULT_ACL, acl, sizeof(acl) - 1);
	saved("x.yaml");
	cr_assert_lt(getxattr("x.yaml", ACL, NULL, 0), 0);
	cr_assert_eq(look_at("x.yaml").st_mode & 07777, 0644u);
}

Test(keep, gives_a_new_file_the_list_of_the_folder)
{
	set_attribute(".", DEFAULT_ACL, acl, sizeof(acl) - 1);
	saved("x.yaml");
	has_attribute("x.yaml", ACL, acl, sizeof(acl) - 1);
}

#endif
