/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Nothing in the name of a file reaches a message raw, and a message names
 * the act, the file and the reason.
 */
#include "store/error.h"

#include <criterion/criterion.h>
#include <errno.h>

static void shows(const char *path, const char *shown)
{
	g_autofree char *name = store_display_name(path);

	cr_assert_str_eq(name, shown);
}

Test(error, leaves_ordinary_names_alone)
{
	shows("journeys/caf\xc3\xa9 \xe6\x97\x85 \xf0\x9f\x98\x80.yaml",
	      "journeys/caf\xc3\xa9 \xe6\x97\x85 \xf0\x9f\x98\x80.yaml");
	shows("", "");
	shows("it's %s.yaml", "it's %s.yaml");
}

Test(error, shows_what_steers_a_terminal_as_text)
{
	shows("a\x1b]0;x\x07.yaml", "a\\x1b]0;x\\x07.yaml");
	shows("two\nlines\r", "two\\x0alines\\x0d");
	shows("del\x7f", "del\\x7f");
	/* CSI as one character */
	shows("c1\xc2\x9b", "c1\\u009b");
	/* right to left, line separator, a tag */
	shows("x\xe2\x80\xaelmay.", "x\\u202elmay.");
	shows("x\xe2\x80\xa8y", "x\\u2028y");
	shows("x\xf3\xa0\x81\x81", "x\\ue0041");
}

Test(error, replaces_bytes_that_are_no_text)
{
	shows("x\x9b\xff.yaml", "x\xef\xbf\xbd\xef\xbf\xbd.yaml");
}

static void fails(int number, enum store_error code, const char *message)
{
	GError *error = NULL;

	cr_assert_not(store_fail(&error, STORE_WRITE, "x\t.yaml", number));
	cr_assert(g_error_matches(error, STORE_ERROR, (int)code));
	cr_assert_str_eq(error->message, message);
	g_error_free(error);
}

Test(error, has_a_code_for_what_callers_ask)
{
	fails(ENOENT, STORE_ERROR_MISSING,
	      "cannot write 'x\\x09.yaml': No such file or directory");
	fails(EEXIST, STORE_ERROR_EXISTS,
	      "cannot write 'x\\x09.yaml': File exists");
	fails(ENOSPC, STORE_ERROR_SYSTEM,
	      "cannot write 'x\\x09.yaml': No space left on device");
}
