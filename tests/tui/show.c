/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Things in words: when something was.
 */
#include "tui/show.h"

#include <criterion/criterion.h>

#include "frames.h"

#define DAY (24 * 60 * 60)
#define NOON (20000 * DAY + 12 * 60 * 60) /* 4 October 2024, UTC */

static void utc(void)
{
	g_setenv("TZ", "UTC", TRUE);
	frames_utf8();
}

TestSuite(show, .init = utc);

static void expect_when(int64_t then, const char *wanted)
{
	g_autofree char *found = show_when(then, NOON);

	cr_expect_str_eq(found, wanted);
}

Test(show, says_when_by_the_days_of_the_calendar)
{
	expect_when(NOON, "12:00");
	expect_when(NOON - 12 * 60 * 60, "00:00");
	expect_when(NOON - 13 * 60 * 60, "yesterday");
	expect_when(NOON - 2 * DAY, "2 days ago");
	expect_when(NOON - 30 * DAY, "30 days ago");
	expect_when(NOON - 31 * DAY, "3 Sep 2024");
}

Test(show, says_of_no_time_that_it_is_none)
{
	expect_when(NOON + DAY, "5 Oct 2024");
	expect_when(INT64_MAX, "?");
	expect_when(-1, "31 Dec 1969");
}
