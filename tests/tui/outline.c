/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Outline as people read it: every line in order, and what keys do there.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "board/board.h"
#include "frames.h"
#include "tui/outline.h"

#define HARBOUR "harbour-house.yaml"

TestSuite(outline, .init = frames_utf8);

static void expect(const char *keys, const char *want)
{
	frames_expect(HARBOUR, keys, want);
}

Test(outline, frames)
{
	frames_compare("outline", "Left Down Right Down 7");
}

Test(outline, has_every_line_both_ways)
{
	struct app_options options = { .glyphs = GLYPHS_UNICODE };
	struct app *app = app_new(frames_harbour(), &options, NULL);
	struct outline_line line = outline_heading(app_journey(app)->root);
	struct outline_line last = outline_last(app);
	unsigned down = 0, up = 0, headings = 1;

	while (outline_step(app, &line, 1)) {
		down++;
		headings += outline_is_heading(&line);
	}
	cr_expect_eq(line.place, last.place);
	cr_expect_eq(line.item.field, last.item.field);
	while (outline_step(app, &line, -1))
		up++;
	cr_expect_eq(up, down);
	cr_expect_eq(line.place->kind, PLACE_JOURNEY);
	cr_expect_eq(headings, 1 + app_journey(app)->owners->len +
				       app_journey(app)->customers->len +
				       app_journey(app)->root->children->len +
				       app_journey(app)->n_touchpoints);
	app_free(app);
}

Test(outline, says_what_is_missing_and_what_is_wrong)
{
	expect("Down 7", "delivery: not designed yet [warning: ");
	expect("7 Home", "colour: slate");
}

Test(outline, keeps_the_place_of_other_views)
{
	expect("Left Down Right Down 7", "▸   Touchpoint 2 of 3: Warm towel");
	expect("Left Down Right 7 Tab 1", "2 Arrive › 2 Warm towel");
}

Test(outline, goes_by_headings_and_out_of_them)
{
	expect("7 Tab", "▸   Touchpoint 2 of 2: Confirmation");
	expect("7 Down Down Left", "▸   Touchpoint 1 of 2: Room chooser");
	expect("7 Left", "▸ Stage 1 of 3: Book");
	expect("7 Home", "▸ Journey: ");
	expect("7 End Left", "▸   Touchpoint 1 of 1: Farewell wave");
}

Test(outline, edits_a_line_and_a_name)
{
	expect("7 Down Enter C-u\ntext:Yours alone\nEnter",
	       "promise: Yours alone");
	expect("7 Enter C-u\ntext:Chooser\nEnter", "1 of 2: Chooser");
	expect("7 Down Enter Tab", "owner of Room chooser");
}

Test(outline, deletes_a_thing_and_empties_a_line)
{
	expect("7 d", "deleted 'Room chooser', u undoes");
	expect("7 Down d", "promise: not designed yet");
	expect("7 Down d u", "promise: You see the very room");
}

Test(outline, adds_a_touchpoint_below)
{
	expect("7 a\ntext:Brochure\nEnter Esc",
	       "▸   Touchpoint 2 of 3: Brochure");
}
