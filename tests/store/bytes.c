/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * To the last byte, and no further than a limit.
 */
#include "store/bytes.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "faults.h"
#include "folder.h"

#define TEXT "journey: twenty bytes\n"

static int fd;

static void enter(void)
{
	folder_enter();
	put("x", TEXT);
	fd = open("x", O_RDWR | O_CLOEXEC);
	cr_assert_geq(fd, 0);
}

TestSuite(bytes, .init = enter, .fini = folder_leave, .timeout = 60);

/* What reading says that EXPECTED so many bytes of at most LIMIT. */
static int reads(size_t expected, size_t limit)
{
	g_autofree char *bytes = NULL;
	size_t len;
	int failed = bytes_read(fd, expected, limit, &bytes, &len);

	cr_assert_eq(bytes == NULL, failed != 0);
	cr_assert(failed || !strcmp(bytes, TEXT));
	return failed;
}

Test(bytes, are_read_to_a_limit_whatever_was_expected)
{
	size_t len = strlen(TEXT);

	for (size_t expected = 0; expected <= len; expected++) {
		cr_assert_eq(reads(expected, len), 0);
		cr_assert_eq(reads(expected, len - 1), EFBIG);
	}
	cr_assert_eq(reads(len, 1000), 0);
}

Test(bytes, are_not_read_where_there_is_no_memory)
{
	faults_begin((struct fault){ .no_memory = true });
	cr_assert_eq(reads(0, 1000), ENOMEM);
	faults_begin((struct fault){ .no_more_memory = true });
	cr_assert_eq(reads(0, 1000), ENOMEM);
	cr_assert_eq(reads(strlen(TEXT), 1000), 0);
	faults_end();
}

Test(bytes, are_compared_to_the_end)
{
	struct text same = { TEXT, strlen(TEXT) };
	struct text shorter = { TEXT, strlen(TEXT) - 1 };
	struct text longer = { TEXT "\n", strlen(TEXT) + 1 };
	struct text other = { "Journey: twenty bytes\n", strlen(TEXT) };

	cr_assert_eq(bytes_compare(fd, &same), 0);
	cr_assert_eq(bytes_compare(fd, &shorter), EIO);
	cr_assert_eq(bytes_compare(fd, &longer), EIO);
	cr_assert_eq(bytes_compare(fd, &other), EIO);
}

Test(bytes, that_nobody_takes_are_not_written)
{
	faults_begin((struct fault){ .takes_nothing = true });
	cr_assert_eq(bytes_write(fd, &(struct text){ "x", 1 }), EIO);
	faults_end();
	expect("x", TEXT);
}
