/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The mouse, the same in every view: clicks, double clicks, the wheel, and
 * things that are dragged.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "board/board.h"
#include "frames.h"

#define HARBOUR "harbour-house.yaml"

TestSuite(mouse, .init = frames_utf8);

static void expect(const char *keys, const char *want)
{
	frames_expect(HARBOUR, keys, want);
}

static void expect_not(const char *keys, const char *unwanted)
{
	frames_expect_not(HARBOUR, keys, unwanted);
}

/* --- dragging --------------------------------------------------------------- */

Test(mouse, drags_a_touchpoint_among_its_like)
{
	expect("drag:3,24,2,30", "│▸ 1 Confirmation");
	expect("drag:2,24,3,30", "│▸ 2 Room chooser");
	expect("drag:2,24,3,30\nu", "│▸ 1 Room chooser");
}

Test(mouse, drags_a_touchpoint_into_a_stage)
{
	expect("drag:3,24,5,3", "Touchpoints · 3 Depart");
	expect("drag:3,24,5,3", "│▸ 2 Confirmation");
	expect("drag:3,24,5,3", "done: move Confirmation");
}

Test(mouse, drags_a_touchpoint_to_who_answers_for_it)
{
	expect("drag:3,24,3,60", "WHO   owner           Concierge");
	expect("drag:3,24,3,60", "done: let Concierge own Confirmation");
}

Test(mouse, drags_stages_and_people_among_their_like)
{
	expect("drag:4,5,3,9", "│▸ 1 Arrive");
	expect("drag:3,5,5,9", "│▸ 3 Book");
	expect("drag:2,60,4,60", "owner 3 of 4");
}

Test(mouse, shows_and_says_where_it_would_go)
{
	expect("hold:3,24,5,3", "│→ 3 Depart");
	expect("hold:3,24,5,3", "let go: 'Confirmation' becomes the last of "
				"'Depart'");
	expect("hold:3,24,2,30", "│→ 1 Room chooser");
	expect("hold:3,24,2,30", "'Confirmation' goes before 'Room chooser'");
	expect("hold:2,24,3,30", "'Room chooser' goes behind 'Confirmation'");
	expect("hold:3,24,3,60", "'Concierge' answers for 'Confirmation'");
}

Test(mouse, leaves_what_is_let_go_elsewhere)
{
	expect("hold:3,24,15,30", "'Confirmation' stays where it is");
	expect("drag:3,24,15,30\ndo:undo", "nothing to undo");
	expect("drag:3,24,0,45\ndo:undo", "nothing to undo");
	expect("drag:3,24,0,45", "[1 Map]");
	expect("drag:3,24,6,60\ndo:undo", "nothing to undo");
	expect("drag:4,5,3,24\ndo:undo", "nothing to undo");
}

Test(mouse, gives_up_a_drag_by_esc)
{
	expect("hold:3,24,5,3\nEsc", "'Confirmation' stays where it is");
	expect_not("hold:3,24,5,3\nEsc", "→ 3 Depart");
	expect("hold:3,24,5,3\nEsc\ndrag:15,30,5,3\ndo:undo",
	       "nothing to undo");
}

Test(mouse, drags_nothing_in_a_file_that_is_read_only)
{
	struct board *b = frames_harbour();
	g_autofree char *screen = NULL;

	b->read_only = true;
	screen = frames_screen(b, 80, 24, GLYPHS_EMOJI, "drag:3,24,2,30");
	cr_expect(strstr(screen, "this file is read-only"), "%s", screen);
	cr_expect(strstr(screen, "│▸ 2 Confirmation"), "%s", screen);
}

Test(mouse, drags_on_the_board)
{
	expect("2\nclick:4,12\n", "Book 2/2");
	expect("2\ndrag:4,12,3,62\n", "Arrive 1/4");
	expect("2\ndrag:1,12,1,62\n", "2 Book");
	expect("2\nhold:4,12,1,62\n", "becomes the last of 'Arrive'");
}

Test(mouse, drags_headings_of_the_outline)
{
	expect("7\ndrag:10,8,17,8", "▸   Touchpoint 2 of 2: Room chooser");
	expect("7\ndrag:11,8,17,8\ndo:undo", "nothing to undo");
}

Test(mouse, drags_in_the_list_and_the_stages_of_the_senses)
{
	expect("5\ndrag:13,6,14,6", "▸ 2 Room chooser");
	expect("5\ndrag:13,6,5,6", "3 Depart           │▄▄▄▄ 2/2");
	expect("5\ndrag:3,6,4,6", "▸2 Book");
	expect("5\ndrag:3,26,4,26\ndo:undo", "nothing to undo");
}

/* --- clicks and the wheel ------------------------------------------------- */

Test(mouse, runs_tabs_and_hints_by_a_click)
{
	expect("click:0,45", "[2 Board]");
	expect("click:0,45\nclick:23,2", "What can be done on the board");
	expect("e\nclick:23,11", "1 Book › 1 Room chooser");
}

Test(mouse, puts_the_cursor_into_a_text)
{
	expect("e\nclick:20,6\ntext:m", " Room mchooser");
	expect("e\nclick:20,60\ntext:s", " Room choosers");
	expect("Tab Enter\nclick:18,5\ntext:#", " You #see the very");
	expect("/\ntext:latern\nclick:22,4\ntext:n", "/lantern");
	expect("o\ntext:ft\nclick:15,2\ntext:ron", " front");
}

Test(mouse, chooses_in_a_list_by_two_clicks)
{
	expect("o\nclick:17,5", "▸ Concierge");
	expect("o\ndouble-click:17,5", "done: let Concierge own Room chooser");
	expect("o\nwheel:17,5,-1", "▸ Concierge");
}

Test(mouse, turns_what_is_below_the_wheel)
{
	expect("7\nwheel:5,5,1", "▸     delivery");
	expect("2\nwheel:5,5,1", "touchpoint 1 of 6");
	expect("2\nwheel:1,30,1", "Arrive 1/3");
	expect("5\nwheel:4,30,1", "▸The journey");
	expect("5 End\nwheel:14,30,1", "▸ 2.2 Warm towel");
	expect("4\nwheel:5,5,1", "finding 4 of 4");
	expect("/\ntext:lantern\nwheel:5,5,1", "2 of 4");
	expect("?\nwheel:5,5,2", "▸ A ");
}
