/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include <criterion/criterion.h>

#define SECOND G_USEC_PER_SEC

/* What has been written; the caller frees. */
static char *written(FILE *to)
{
	long len = ftell(to);
	char *text = g_malloc0((size_t)len + 1);

	rewind(to);
	cr_assert_eq(fread(text, 1, (size_t)len, to), (size_t)len);
	return text;
}

Test(progress, is_silent_for_a_second)
{
	FILE *to = tmpfile();
	struct progress p;

	progress_begin(&p, to, 9, 5 * SECOND);
	progress_show(&p, 1, 5 * SECOND);
	progress_show(&p, 2, 6 * SECOND - 1);
	progress_clear(&p);
	cr_expect_eq(ftell(to), 0);
	fclose(to);
}

Test(progress, says_how_far_it_is_ten_times_a_second)
{
	FILE *to = tmpfile();
	g_autofree char *text = NULL;
	struct progress p;

	progress_begin(&p, to, 20, 0);
	progress_show(&p, 7, SECOND);
	progress_show(&p, 8, SECOND + SECOND / 10 - 1);
	progress_show(&p, 9, SECOND + SECOND / 10);
	text = written(to);
	cr_expect_str_eq(text, "\r7 of 20 files\r9 of 20 files");
	fclose(to);
}

Test(progress, makes_room_and_comes_back)
{
	FILE *to = tmpfile();
	g_autofree char *text = NULL;
	struct progress p;

	progress_begin(&p, to, 20, 0);
	progress_show(&p, 7, SECOND);
	progress_clear(&p);
	progress_clear(&p);
	progress_show(&p, 8, SECOND + 1);
	text = written(to);
	cr_expect_str_eq(text,
			 "\r7 of 20 files\r             \r\r8 of 20 files");
	fclose(to);
}

Test(progress, leaves_nothing_behind)
{
	FILE *to = tmpfile();
	g_autofree char *text = NULL;
	struct progress p;

	progress_begin(&p, to, 2, 0);
	progress_show(&p, 1, SECOND);
	progress_show(&p, 2, 2 * SECOND);
	progress_clear(&p);
	text = written(to);
	cr_expect_str_eq(text, "\r1 of 2 files\r            \r");
	fclose(to);
}

Test(progress, is_for_somebody)
{
	struct progress p;

	progress_begin(&p, NULL, 9, 0);
	progress_show(&p, 1, 9 * SECOND);
	progress_clear(&p);
	cr_expect_eq(p.columns, 0);
}
