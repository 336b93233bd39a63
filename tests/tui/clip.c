/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copy, cut, paste, duplicate and marks, by their keys: what the storyboard
 * reads like then, and that one undo takes it all back.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "app-drive.h"
#include "board/board.h"
#include "tui/clipboard.h"
#include "tui/marks.h"

/* drive_story begins on Room chooser, the one touchpoint of Book. */
static struct app *begin(const char *keys)
{
	struct app *app = drive_new(drive_story);

	if (*keys)
		drive_press(app, keys);
	return app;
}

/* The text has PART in it. */
static void reads(const struct app *app, const char *part)
{
	g_autofree char *text = drive_text(app);

	cr_expect(strstr(text, part), "there is no\n%s\nin\n%s", part, text);
}

/* One undo gives the text back that was opened. */
static void undone(struct app *app)
{
	g_autofree char *text = NULL;

	drive_press(app, "u");
	text = drive_text(app);
	cr_expect_str_eq(text, drive_story);
	app_free(app);
}

Test(clip, copies_a_touchpoint_into_another_stage)
{
	struct app *app = begin("y Left Down Right p");

	reads(app, "      - id: path\n        name: Lantern-lit path\n"
		   "      - id: choose-2\n"
		   "        name: Room chooser\n"
		   "        what: You see the very room\n"
		   "        who: web\n"
		   "      - id: towel\n");
	cr_expect(drive_sees(app, "done: paste touchpoint Room chooser"));
	undone(app);
}

Test(clip, pastes_before)
{
	struct app *app = begin("y P");

	reads(app, "    touchpoints:\n      - id: choose-2\n");
	undone(app);
}

Test(clip, says_what_was_copied)
{
	struct app *app = begin("y");

	cr_expect(drive_sees(app, "copied 'Room chooser', which p pastes"));
	app_free(app);
}

Test(clip, cuts_and_puts_back_with_the_same_id)
{
	struct app *app = begin("Left Down Right x");

	cr_expect(drive_sees(app, "cut 'Lantern-lit path', which p pastes"));
	cr_expect_not(drive_sees(app, "1 Lantern-lit path"));
	drive_press(app, "p");
	reads(app, "      - id: towel\n        name: Warm towel\n"
		   "        what: A warm towel in your hands\n"
		   "        who: desk\n        smell: cedar\n"
		   "      - id: path\n        name: Lantern-lit path\n");
	drive_press(app, "u");
	undone(app);
}

Test(clip, leaves_what_refers_to_a_thing_until_it_is_pasted)
{
	struct app *app = drive_new("senseboard: 1\ntitle: x\n"
				    "stages:\n- id: a\n  touchpoints:\n"
				    "  - id: b\n  - id: c\n    answers: b\n"
				    "walks:\n- faces: {b: happy}\n");

	drive_press(app, "x p");
	reads(app, "  - id: c\n    answers: b\n  - id: b\nwalks:\n"
		   "- faces: {b: happy}\n");
	app_free(app);
}

Test(clip, duplicates_at_once)
{
	struct app *app = begin("Y");

	reads(app, "        who: web\n      - id: choose-2\n"
		   "        name: Room chooser\n"
		   "        what: You see the very room\n"
		   "        who: web\n  - id: arrive\n");
	undone(app);
}

Test(clip, pastes_stages_and_owners_where_they_belong)
{
	struct app *app = begin("Left y Down p");

	reads(app, "        smell: cedar\n  - id: book-2\n    name: Book\n"
		   "    touchpoints:\n      - id: choose-2\n");
	undone(app);
	app = begin("Right y Left p");
	reads(app, "    name: Web team\n  - id: desk-2\n    name: Front desk\n"
		   "stages:\n");
	undone(app);
}

Test(clip, pastes_into_an_empty_stage)
{
	struct app *app = begin("y Left a");

	drive_type(app, "Stay");
	drive_press(app, "Enter Esc Right p");
	reads(app, "  - id: stay\n    name: Stay\n    touchpoints:\n"
		   "      - id: choose-2\n");
	app_free(app);
}

Test(clip, pastes_into_another_storyboard_with_the_owner)
{
	struct app *app = begin("y");
	const char *text = "senseboard: 1\ntitle: x\nstages:\n- id: a\n";

	app_open(app,
		 board_from_bytes(g_strdup(text), strlen(text), "x", NULL));
	drive_press(app, "p");
	reads(app, "owners:\n- id: web\n  name: Web team\n"
		   "stages:\n- id: a\n  touchpoints:\n  - id: choose\n");
	app_free(app);
}

Test(clip, copies_the_text_of_a_field)
{
	struct app *app = begin("Tab Home y Down p");

	reads(app, "        who: You see the very room\n");
	undone(app);
}

Test(clip, cuts_the_text_of_a_field)
{
	struct app *app = begin("Tab Home x Down Down p");

	reads(app, "        what:\n        who: web\n"
		   "        how: You see the very room\n");
	drive_press(app, "u");
	undone(app);
}

Test(clip, says_where_nothing_can_be_done)
{
	struct app *app = begin("p");

	cr_expect(drive_sees(app, "nothing was copied yet"));
	drive_press(app, "y Left Home p");
	cr_expect(drive_sees(app, "touchpoints go into a stage"));
	drive_press(app, "y");
	cr_expect(drive_sees(app, "the journey as a whole is not copied"));
	app_free(app);
}

/* --- pasted into the terminal ---------------------------------------------- */

Test(clip, makes_things_of_pasted_yaml)
{
	struct app *app = begin("");

	drive_paste(app, "- name: Key\n  feel: cold\n");
	reads(app, "      - name: Key\n        id: key\n        feel: cold\n"
		   "  - id: arrive\n");
	undone(app);
}

Test(clip, makes_a_touchpoint_of_each_pasted_line)
{
	struct app *app = begin("");

	drive_paste(app, "- The key\n- A first look\n");
	reads(app, "      - name: The key\n        id: the-key\n"
		   "      - name: A first look\n        id: a-first-look\n");
	undone(app);
}

Test(clip, refuses_what_is_broken_in_one_line)
{
	struct app *app = begin("");
	g_autofree char *text = NULL;

	drive_paste(app, "- name: Key\n\tfeel: cold\n");
	cr_expect(drive_sees(app, "nothing is pasted: line 2: "));
	text = drive_text(app);
	cr_expect_str_eq(text, drive_story);
	app_free(app);
}

Test(clip, opens_the_field_that_something_is_pasted_at)
{
	struct app *app = begin("Tab Home");

	drive_paste(app, ", and more");
	drive_press(app, "Enter");
	reads(app, "        what: You see the very room, and more\n");
	undone(app);
}

/* --- marks ----------------------------------------------------------------- */

Test(marks, go_down_and_are_counted)
{
	struct app *app = begin("Left Down Right Space");

	cr_expect(drive_sees(app, "▸ 2 Warm towel"));
	cr_expect(drive_sees(app, " ●1 Lantern-lit path"));
	cr_expect(drive_sees(app, "1 marked · touchpoint 3 of 3"));
	drive_press(app, "Up Space");
	cr_expect_not(drive_sees(app, "marked"));
	app_free(app);
}

Test(marks, of_a_range_and_turned_over)
{
	struct app *app = begin("Left Down Right Space v");

	cr_expect(drive_sees(app, "2 marked"));
	drive_press(app, "*");
	cr_expect_not(drive_sees(app, "marked"));
	drive_press(app, "*");
	cr_expect(drive_sees(app, "2 marked"));
	app_free(app);
}

Test(marks, go_with_esc_before_anything_else)
{
	struct app *app = begin("Space Esc");

	cr_expect(drive_sees(app, "nothing is marked any more"));
	cr_expect(app_top(app)->kind->whole);
	drive_press(app, "Esc");
	cr_expect_not(app_top(app)->kind->whole);
	app_free(app);
}

Test(marks, go_with_their_places_and_come_back)
{
	struct app *app = begin("Left Down Right Space v d");

	cr_expect(drive_sees(app, "deleted 2 touchpoints, u undoes"));
	cr_expect_not(drive_sees(app, "marked"));
	drive_press(app, "u");
	cr_expect(drive_sees(app, "2 marked"));
	cr_expect(drive_sees(app, "undid: delete 2 touchpoints"));
	app_free(app);
}

Test(marks, give_all_an_owner_and_a_face)
{
	struct app *app = begin("Space Left Down Right Space o");

	cr_expect(drive_sees(app, "owner of 2 touchpoints"));
	drive_type(app, "Cora");
	drive_press(app, "Enter i 1");
	cr_expect(drive_sees(app, "done: set impression of 2 touchpoints"));
	reads(app, "        who: cora\n        impression: delighted\n"
		   "  - id: arrive\n");
	reads(app, "        name: Lantern-lit path\n        who: cora\n"
		   "        impression: delighted\n      - id: towel\n");
	drive_press(app, "u");
	undone(app);
}

Test(marks, leave_a_text_to_the_one_at_the_cursor)
{
	struct app *app = begin("Space Tab Home Enter");

	cr_expect(drive_sees(app, "promise of Room chooser"));
	app_free(app);
	app = begin("Left Down Right Space v Tab Home Enter");
	cr_expect(drive_sees(app, "promise of Warm towel"));
	app_free(app);
}

Test(marks, are_copied_cut_and_duplicated_together)
{
	struct app *app = begin("Left Down Right Space v y Left Up Right p");

	reads(app, "        who: web\n      - id: path-2\n"
		   "        name: Lantern-lit path\n      - id: towel-2\n");
	undone(app);
	app = begin("Left Down Right Space v Y");
	reads(app, "      - id: path\n        name: Lantern-lit path\n"
		   "      - id: path-2\n        name: Lantern-lit path\n"
		   "      - id: towel\n");
	undone(app);
	app = begin("Left Down Right Space v x");
	reads(app, "    name: Arrive\n    touchpoints: []\n");
	undone(app);
}

Test(marks, of_owners_leave_what_they_own_to_one)
{
	struct app *app = begin("Right v Down v d");

	cr_expect(drive_sees(app, "Who takes over from 2 owners?"));
	drive_press(app, "Enter");
	reads(app, "owners: []\n");
	undone(app);
}

Test(marks, are_seen_on_the_board_and_in_the_outline)
{
	struct app *app = begin("Left Down Right Space 2");

	cr_expect(drive_sees(app, "● Lantern"));
	drive_press(app, "7");
	cr_expect(drive_sees(app, "Lantern-lit path, marked"));
	app_free(app);
}

Test(marks, on_the_board_go_on_to_the_next_touchpoint)
{
	struct app *app = begin("2 Space Space");

	cr_expect(drive_sees(app, "2 marked"));
	app_free(app);
}

Test(marks, are_not_for_the_journey)
{
	struct app *app = begin("Left Home Space");

	cr_expect(drive_sees(app, "there is nothing here to mark"));
	app_free(app);
}

/* --- bytes for the terminal ------------------------------------------------ */

static void bytes_are(struct clipboard c, const char *want)
{
	GString *bytes = clipboard_bytes(&c, "hi");

	cr_expect_str_eq(bytes->str, want);
	g_string_free(bytes, TRUE);
}

#define HI "\033]52;c;aGk=\a"

Test(clipboard, is_told_as_the_terminal_hears_it)
{
	bytes_are((struct clipboard){ .term = "xterm-256color" }, HI);
	bytes_are((struct clipboard){ .term = "tmux-256color" },
		  HI "\033Ptmux;\033" HI "\033\\");
	bytes_are((struct clipboard){ .term = "screen", .tmux = "/tmp/x" },
		  HI "\033Ptmux;\033" HI "\033\\");
	bytes_are((struct clipboard){ .term = "screen" },
		  HI "\033P" HI "\033\\");
	bytes_are((struct clipboard){ .term = "linux" }, "");
	bytes_are((struct clipboard){ .term = "vt220" }, "");
}

Test(clipboard, takes_so_much_and_no_more)
{
	g_autofree char *most = g_strnfill(CLIPBOARD_MOST, 'a');
	g_autofree char *more = g_strnfill(CLIPBOARD_MOST + 1, 'a');
	struct clipboard c = { .term = "screen" };
	GString *bytes = clipboard_bytes(&c, most);
	GString *none = clipboard_bytes(&c, more);

	cr_expect_gt(bytes->len, 2 * CLIPBOARD_MOST);
	cr_expect_eq(none->len, 0);
	g_string_free(bytes, TRUE);
	g_string_free(none, TRUE);
}
