/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The strings that take and give back a terminal, on made-up terminals.
 */
#include "tui/modes.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *modern(const char *name)
{
	if (!strcmp(name, "cup"))
		return "\033[%i%p1%d;%p2%dH";
	if (!strcmp(name, "smcup"))
		return "<enter>";
	return !strcmp(name, "rmcup") ? "<leave>" : NULL;
}

static const char *odd(const char *name)
{
	if (!strcmp(name, "cup"))
		return "\033=%p1%'\\s'%+%c";
	return !strcmp(name, "sgr0") ? "$<2>a$<5*/>b$" : NULL;
}

static void expect(GString *got, const char *want)
{
	cr_expect_str_eq(got->str, want);
	g_string_free(got, TRUE);
}

Test(modes, what_is_set_is_put_back_in_reverse)
{
	GString *enter = g_string_new("old"), *leave = g_string_new("old");

	modes_enter(enter, modern, true);
	modes_leave(leave, modern, true, "<bottom>");
	expect(enter, "<enter>\033[?2004h\033[?1004h\033[?1002h\033[?1006h");
	expect(leave,
	       "\033[?1006l\033[?1002l\033[?1004l\033[?2004l<bottom><leave>");
}

Test(modes, no_mouse_if_not_wanted)
{
	GString *enter = g_string_new(NULL);

	modes_enter(enter, modern, false);
	expect(enter, "<enter>\033[?2004h\033[?1004h");
}

Test(modes, a_terminal_of_another_tongue_gets_only_its_own)
{
	GString *enter = g_string_new(NULL), *leave = g_string_new(NULL);

	modes_enter(enter, odd, true);
	modes_leave(leave, odd, true, "");
	expect(enter, "");
	expect(leave, "ab$");
	cr_expect_str_empty(modes_mouse(odd, true));
}
