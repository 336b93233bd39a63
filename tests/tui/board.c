/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Board as people see it: columns, lanes, curve, and what keys do there.
 */
#include "frames.h"

#include <criterion/criterion.h>
#include <string.h>

#define HARBOUR "harbour-house.yaml"

TestSuite(board, .init = frames_utf8);

static void expect(const char *keys, const char *want)
{
	frames_expect(HARBOUR, keys, want);
}

Test(board, frames)
{
	frames_compare("board", "2 Tab Right Down Down");
	frames_compare_of("board", "walked.yaml", "2 Right");
}

Test(board, keeps_the_touchpoint_that_was_chosen_on_the_map)
{
	expect("Left Down Right Down 2", "Arrive 2/3 · touchpoint 4 of 6");
	expect("2 Tab Right 1", "2 Arrive › 2 Warm towel");
}

Test(board, goes_over_touchpoints_across_stages)
{
	expect("2 Right Right", "Arrive 1/3");
	expect("2 Tab Left", "Book 2/2");
	expect("2 Tab Tab S-Tab", "Arrive 1/3");
	expect("2 End", "Depart 1/1");
	expect("2 End Home", "Book 1/2");
	expect("2 End Right", "Depart 1/1");
}

Test(board, edits_the_cell)
{
	expect("2 Down Enter C-u\ntext:Your room, before you come\nEnter",
	       "Your room, before you come");
	expect("2 Tab Right Right Down Down", "2 owners!");
	expect("2 Tab Right Right Down Down Enter", "owner of Luggage to the");
}

Test(board, empties_a_cell_and_deletes_a_touchpoint)
{
	expect("2 Down d", "done: clear promise of Room chooser");
	expect("2 Right d", "deleted 'Confirmation', u undoes");
	expect("2 Right d u", "Confirmation");
}

Test(board, adds_touchpoints_and_stages)
{
	expect("2 a\ntext:Brochure\nEnter Esc", "Book 2/3");
	expect("2 S\ntext:Dream\nEnter Esc", "2 Dream");
	expect("2 S\ntext:Dream\nEnter Esc a\ntext:A film\nEnter Esc",
	       "Dream 1/1");
}

Test(board, moves_stages_and_touchpoints)
{
	expect("2 L", "2 Book");
	expect("2 L u", "1 Book");
	expect("2 Right M-Right", "Arrive 1/4");
	expect("2 M-Left", "this is the first already");
}

Test(board, turns_lanes_on_and_off)
{
	expect("2 ,", "Lanes of the board");
	expect("2 ,\ntext:channel\nEnter Esc", " Channel ");
	frames_expect_not(HARBOUR, "2 ,\ntext:taste\nEnter Esc", " Taste ");
}

Test(board, moves_a_lane)
{
	expect("2 Down }", "What");
	expect("2 {", "this is the first lane already");
}

Test(board, turns_the_curves)
{
	expect("2 t", "the curve as designed");
	expect("2 t t", "the curve as walked");
	expect("2 t t t", "dotted as designed");
}

Test(board, leads_to_a_finding)
{
	expect("2 Right End Down Down Down Down Down Down Down Down Down Down "
	       "Down Enter",
	       "1 Map");
}

Test(board, draws_walks_over_the_design)
{
	g_autofree char *designed =
		frames_screen(frames_open("walked.yaml"), 120, 40,
			      GLYPHS_UNICODE, "2 t");
	g_autofree char *both = frames_screen(frames_open("walked.yaml"), 120,
					      40, GLYPHS_UNICODE, "2");

	cr_expect_str_neq(designed, both);
}

Test(board, leads_a_newcomer_to_the_first_stage)
{
	frames_expect("empty.yaml", "2", "Press a to add the first stage");
	frames_expect("empty.yaml", "2 a\ntext:Dream\nEnter Esc", "1 Dream");
}
