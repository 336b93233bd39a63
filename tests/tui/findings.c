/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Findings as people see them: the list, one in full, going there, and
 * what is listed at all.
 */
#include "board/board.h"
#include "tui/app.h"

#include <criterion/criterion.h>
#include <string.h>

#include "app-drive.h"
#include "frames.h"

TestSuite(findings, .init = frames_utf8);

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

/* --- mending and waiving --------------------------------------------------- */

/* Press keys and expect that the storyboard then says something. */
static void expect_text(struct app *app, const char *keys, const char *want)
{
	g_autofree char *text = NULL;

	drive_press(app, keys);
	text = drive_text(app);
	cr_expect(strstr(text, want), "'%s' is not in\n%s", want, text);
}

static const char shop[] = "senseboard: 1\n"
			   "title: T\n"
			   "owners:\n"
			   "  - {id: anna, name: Anna}\n"
			   "stages:\n"
			   "  - name: Shop\n"
			   "    when: durng\n"
			   "    touchpoints:\n"
			   "      - name: Door\n"
			   "        what: It opens\n"
			   "        who: bert\n"
			   "        how: By hand\n"
			   "        feel: Welcome\n";

Test(findings, say_beforehand_how_they_are_mended)
{
	struct app *app = drive_new(shop);

	drive_press(app, "4 Home");
	cr_expect(drive_sees(app, "write 'during' instead of “durng”, or 2 "
				  "other ways"));
	drive_press(app, "1");
	cr_expect(drive_sees(app, "f  write 'during' instead of “durng”"));
	app_free(app);
}

Test(findings, are_mended_in_one_of_several_ways_and_that_is_undone)
{
	struct app *app = drive_new(shop);

	expect_text(app, "4 Home f Enter", "when: during\n");
	cr_expect(drive_sees(app, "done: write 'during' instead of “durng”"));
	expect_text(app, "u", "when: durng\n");
	cr_expect(drive_sees(app, "▸✗ bad-value"));
	app_free(app);
}

Test(findings, are_mended_after_a_question)
{
	struct app *app = drive_new(shop);

	drive_press(app, "4 Home Down f");
	cr_expect(drive_sees(app, "choose who owns “Door”"));
	cr_expect(drive_sees(app, "declare “bert” as an owner"));
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "Who answers for it?"));
	expect_text(app, "Enter", "who: anna\n");
	expect_text(app, "u", "who: bert\n");
	app_free(app);
}

Test(findings, are_mended_from_the_map_as_well)
{
	struct app *app = drive_new(shop);

	expect_text(app, "] f d e c l a r e Enter", "- id: bert\n");
	app_free(app);
}

Test(findings, without_a_quick_fix_are_mended_by_hand)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "4 Home");
	cr_expect(drive_sees(app, "edit 'delivery'"));
	drive_press(app, "f");
	drive_type(app, "Photographs");
	expect_text(app, "Enter", "how: Photographs\n");
	app_free(app);
}

Test(findings, are_waived_with_a_reason_only)
{
	struct app *app = drive_new(shop);

	drive_press(app, "4 Home Down w Enter");
	cr_expect(drive_sees(app, "a waiver wants a reason"));
	drive_type(app, "Bert is on his way");
	expect_text(app, "Enter",
		    "        waive:\n"
		    "          - rule: unknown-who\n"
		    "            because: Bert is on his way\n");
	cr_expect_not(drive_sees(app, "“bert”"));
	drive_press(app, "u");
	cr_expect(drive_sees(app, "“bert”"));
	app_free(app);
}

Test(findings, wait_until_the_status_is_raised)
{
	struct app *app = drive_new("senseboard: 1\ntitle: T\nstatus: sketch\n"
				    "stages:\n- name: A\n");

	drive_press(app, "4");
	cr_expect(drive_sees(app, "1 thing to decide"));
	expect_text(app, "R", "status: design\n");
	cr_expect(drive_sees(app, "▸▲ empty-stage"));
	expect_text(app, "u", "status: sketch\n");
	app_free(app);
}

Test(findings, that_wait_are_mended_too)
{
	struct app *app = drive_new("senseboard: 1\ntitle: T\nstatus: sketch\n"
				    "stages:\n- name: A\n");

	drive_press(app, "4 Enter Down f");
	cr_expect(drive_sees(app, "add a touchpoint to “A”"));
	drive_press(app, "Enter");
	drive_type(app, "Door");
	expect_text(app, "Enter", "name: Door\n");
	app_free(app);
}
