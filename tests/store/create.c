/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A new file is made whole, and never in the place of another.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "folder.h"
#include "store/save.h"

#define OLD "journey: old\n"
#define NEW "journey: new, and longer\n"

TestSuite(create, .init = folder_enter, .fini = folder_leave, .timeout = 60);

static void create_fails(const char *name, enum store_error code,
			 const char *message)
{
	GError *error = NULL;

	cr_assert_not(store_create(name, NEW, strlen(NEW), &error));
	cr_assert(g_error_matches(error, STORE_ERROR, (int)code));
	cr_assert_str_eq(error->message, message);
	g_error_free(error);
}

Test(create, makes_a_file)
{
	cr_assert(store_create("x.yaml", NEW, strlen(NEW), NULL));
	expect("x.yaml", NEW);
	cr_assert_eq(look_at("x.yaml").st_mode, (mode_t)(S_IFREG | 0644));
	cr_assert_eq(count_names(), 1);
}

Test(create, overwrites_nothing)
{
	put("x.yaml", OLD);
	cr_assert(!mkdir("d.yaml", 0755) && !symlink("x.yaml", "l.yaml"));
	create_fails("x.yaml", STORE_ERROR_EXISTS,
		     "cannot create 'x.yaml': File exists");
	create_fails("l.yaml", STORE_ERROR_EXISTS,
		     "cannot create 'l.yaml': File exists");
	create_fails("d.yaml", STORE_ERROR_REFUSED,
		     "cannot create 'd.yaml': is a directory");
	expect("x.yaml", OLD);
	cr_assert_eq(count_names(), 3);
}

Test(create, needs_the_folder)
{
	create_fails("no/x.yaml", STORE_ERROR_MISSING,
		     "cannot create 'no/x.yaml': No such file or directory");
}
