/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Findings as people see them: the list, one in full, going there, and
 * what is listed at all.
 */
#include "board/board.h"
#include "tui/app.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "app-drive.h"
#include "frames.h"

static void utf8(void)
{
	setlocale(LC_ALL, "C.UTF-8");
}

TestSuite(findings, .init = utf8);

static void expect(const char *keys, const char *want)
{
	g_autofree char *screen =
		frames_screen(frames_harbour(), 80, 24, GLYPHS_EMOJI, keys);

	cr_assert(strstr(screen, want), "'%s' is not there:\n%s", want, screen);
}

static void expect_not(const char *keys, const char *unwanted)
{
	g_autofree char *screen =
		frames_screen(frames_harbour(), 80, 24, GLYPHS_EMOJI, keys);

	cr_assert_not(strstr(screen, unwanted), "'%s' is there:\n%s", unwanted,
		      screen);
}

/* From the last touchpoint, so that the last finding is chosen. */
Test(findings, frames)
{
	frames_compare("findings", "4 End\n");
}

Test(findings, lists_in_the_order_of_the_file)
{
	expect("4 Home", "▸▲ no-how");
	expect("4 Home Down", "▸✗ bad-value");
	expect("4 Home ]", "▸✗ bad-value");
	expect("4 End", "▸✗ no-who");
	expect("4 Home PgDn [", "▸✗ many-who");
}

Test(findings, counts_in_its_title_what_is_listed)
{
	expect("4", "Findings · 3 errors, 1 warning");
	expect("4 s s", "Findings · errors alone · 3 errors");
	expect("4 s s s", "Findings · 3 errors, 1 warning");
}

Test(findings, begins_at_the_finding_of_the_place_one_came_from)
{
	expect("Left Down Right End 4", "▸✗ many-who");
}

Test(findings, goes_back_where_one_came_from)
{
	expect("Left Down Right Down 4 1", "▸ 2 Warm towel");
	expect("Left Down Right Down 4 Home 1", "▸ 2 Confirmation");
}

Test(findings, goes_to_the_field_at_fault)
{
	expect("4 Home Down Enter", "▸TIME  within");
	expect("4 End Enter", "▸WHO   owner");
}

Test(findings, explains_a_finding_on_the_whole_screen)
{
	expect("4 End Tab", "from  Ablan (2015)");
	expect_not("4 End Tab", "many-who");
	expect("4 End Tab Up", "has 2 owners");
	expect("4 End Tab Esc", "many-who");
}

Test(findings, lists_one_rule_or_one_stage_alone)
{
	expect("4 F m a n y - w h o Enter", "Findings · many-who · 1 error");
	expect_not("4 F m a n y - w h o Enter", "no-how");
	expect("4 F D e p a r t Enter", "Findings · 3 Depart · 1 error");
	expect("4 F D e p a r t Enter Esc", "Findings · 3 errors, 1 warning");
}

Test(findings, says_nicely_that_nothing_is_wrong)
{
	struct app *app = drive_new("senseboard: 1\ntitle: T\n");

	drive_press(app, "4");
	cr_expect(drive_sees(app, "nothing is found wrong ✓"));
	drive_press(app, "Down End Enter Tab ] PgUp");
	cr_expect(drive_sees(app, "nothing is found wrong ✓"));
	app_free(app);
}

Test(findings, lists_things_to_decide_when_asked)
{
	struct app *app = drive_new("senseboard: 1\ntitle: T\nstatus: sketch\n"
				    "stages:\n- name: A\n- name: B\n");

	drive_press(app, "4");
	cr_expect(drive_sees(app, "2 things to decide"));
	cr_expect_not(drive_sees(app, "empty-stage"));
	drive_press(app, "End Enter");
	cr_expect(drive_sees(app, "nothing happens in “B”"));
	drive_press(app, "Enter");
	cr_expect_not(drive_sees(app, "empty-stage"));
	app_free(app);
}

Test(findings, goes_to_a_key_that_is_no_field)
{
	struct app *app =
		drive_new("senseboard: 1\ntitle: T\npromis: P\ncolour: red\n");

	drive_press(app, "4 Enter Enter");
	cr_expect(drive_sees(app, "promis"));
	drive_press(app, "C-u");
	drive_type(app, "Q");
	drive_press(app, "C-s");
	cr_expect(drive_sees(app, "Q"));
	app_free(app);
}

Test(findings, keeps_its_finding_while_others_come_and_go)
{
	struct app *app = drive_new("senseboard: 1\ntitle: T\n"
				    "stages:\n- name: A\n- name: B\n"
				    "- name: C\n");

	drive_press(app, "4 Home Down Enter d 4");
	cr_expect(drive_sees(app, "2 warnings"));
	drive_press(app, "u");
	cr_expect(drive_sees(app, "3 warnings"));
	cr_expect(drive_sees(app, "▸▲ empty-stage      2 B"));
	app_free(app);
}
