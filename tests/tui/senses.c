/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Senses as people see them: the grid, the gaps, the list, and what keys
 * and the mouse do there.
 */
#include "frames.h"

#include <criterion/criterion.h>
#include <string.h>

#define HARBOUR "harbour-house.yaml"
#define THIRTY "thirty.yaml"

TestSuite(senses, .init = frames_utf8);

static void expect(const char *keys, const char *want)
{
	frames_expect(HARBOUR, keys, want);
}

Test(senses, frames)
{
	frames_compare("senses", "5 Down Right Right");
	frames_compare_of("senses", THIRTY, "5 PgDn Right Right Right Tab");
	frames_compare_of("senses", "walked.yaml", "5 End Tab Down");
}

Test(senses, counts_each_cell_and_all)
{
	expect("5", "2 Arrive           │▄▄▄▄ 3/3 │▄    1/3");
	expect("5", "The journey        │▄▄▄  5/6");
	expect("5", "10/30");
}

Test(senses, says_where_a_sense_is_missing)
{
	expect("5", "nobody hears anything except at Arrive");
	expect("5", "nobody feels anything before Arrive");
	frames_expect(THIRTY, "5",
		      "nobody smells anything before Hour 6 or in 5 stages "
		      "from Hour 6 to Hour");
	frames_expect_not("walked.yaml", "5", "nobody sees");
}

Test(senses, tells_what_is_left_out_or_cannot_be_from_a_gap)
{
	frames_expect(THIRTY, "5", "(taste)");
	frames_expect(THIRTY, "5", "taste is left out on purpose");
	frames_expect(THIRTY, "5 Right Right", "1 Hour 1 › smell: no channel");
	frames_expect(THIRTY, "5 Right Right Tab", "'phone' does not carry it");
	frames_expect(THIRTY, "5 Down Down Right Right", "smell: none of 2");
	frames_expect(THIRTY, "5 Right Right Right", "taste: left out on");
}

Test(senses, shows_what_was_found_at_its_cell)
{
	frames_expect(THIRTY, "5", "▄▄▄  2/3▲│");
	frames_expect("walked.yaml", "5", "▄   4/10▲");
	frames_expect("walked.yaml", "5", " · nobody feels anything before");
}

Test(senses, keeps_the_place_of_other_views)
{
	expect("Left Down Right Down 5", "▸ 2 Warm towel");
	expect("Left Down Right Down 5 1", "2 Arrive › 2 Warm towel");
	expect("5 Down Right Tab Down 1", "▸      hear ");
}

Test(senses, mends_what_is_found_about_the_whole_journey)
{
	frames_expect("thirty.yaml", "5 End Right Right Right Right f",
		      "no quick fix");
	expect("5 End f", "nothing is found wrong here");
	expect("5 Down Right w", "nothing is found wrong here");
	expect("5 End 1", "│▸ The journey");
}

Test(senses, goes_over_cells_and_touchpoints)
{
	expect("5 Down Right", "2 Arrive › hear: 1 of 3");
	expect("5 End Left", "The journey › see: 5 of 6");
	expect("5 End Home End Right Right Right Right Right",
	       "The journey › feel: 2 of 6");
	expect("5 Down Tab Down", "touchpoint 4 of 6");
	expect("5 Down Tab Down Esc", "stage 2 of 3");
	expect("5 End Tab Down Down", "▸ 2.1 Lantern-lit path");
	frames_expect(THIRTY, "5 PgDn PgDn", "stage 15 of 30");
}

Test(senses, goes_to_the_first_touchpoint_that_has_the_sense)
{
	expect("5 Down Right Right Enter", "touchpoint 4 of 6");
	expect("5 Down Right Right Enter", "▸ 2 Warm towel");
}

Test(senses, edits_the_sense_of_a_touchpoint)
{
	expect("5 Down Right Right Enter Enter C-u\ntext:tar\nEnter", "tar");
	expect("5 Down Right Right Enter d", "done: clear smell of Warm towel");
	expect("5 Down Right Right Enter Enter Tab", "smell of Luggage to the");
}

Test(senses, designs_an_empty_cell_in_a_few_keys)
{
	const char *keys = "5 Right Enter Enter\ntext:a key, turning\nEnter";

	expect("5 Right Enter", "choose the touchpoint to design hear for");
	expect(keys, "1 Book › hear: 1 of 2");
	expect(keys, "a key, turning");
	expect("5 Right Enter Enter\ntext:a key, turning\nEnter\nu",
	       "1 Book › hear: none of 2");
	expect("5 Down Down Right Enter\ntext:gulls\nEnter",
	       "3 Depart › hear: 1 of 1");
}

Test(senses, adds_the_first_touchpoint_of_an_empty_stage)
{
	frames_expect("empty.yaml", "5 a\ntext:Dream\nEnter Esc",
		      "1 Dream › see: no touchpoint yet");
	frames_expect("empty.yaml",
		      "5 a\ntext:Dream\nEnter Esc Enter\ntext:A film\nEnter "
		      "Esc",
		      "1 Dream › see: none of 1");
}

Test(senses, leaves_a_sense_out_and_takes_it_back)
{
	expect("5 Right Right Right X", "taste is left out on purpose now");
	expect("5 Right Right Right X", "(taste)");
	frames_expect_not(HARBOUR, "5 Right Right Right X X", "(taste)");
	frames_expect_not(HARBOUR, "5 Right Right Right X u", "(taste)");
}

Test(senses, follows_the_mouse)
{
	expect("5\nclick:4,43", "2 Arrive › smell: 1 of 3");
	expect("5\nclick:1,43", "1 Book › smell: none of 2");
	expect("5\nclick:5,3", "stage 3 of 3");
	expect("5\nclick:7,25", "The journey › see: 5 of 6");
	expect("5 Down\nclick:14,3", "touchpoint 4 of 6");
}

/* Both are answered before anything is drawn. */
Test(senses, survives_a_click_that_comes_with_its_key)
{
	struct app_options options = { .glyphs = GLYPHS_UNICODE };
	struct app *app = app_new(frames_harbour(), &options, NULL);
	struct term_event key = { .kind = EVENT_KEY, .key = '5' };
	struct term_event click = {
		.kind = EVENT_MOUSE,
		.mouse = { .action = MOUSE_PRESS, .button = 1, .clicks = 1 },
	};

	app_draw(app);
	app_event(app, &key);
	click.mouse.x = 30;
	app_event(app, &click);
	app_draw(app);
	app_free(app);
}

Test(senses, leads_a_newcomer_to_the_first_stage)
{
	frames_expect("empty.yaml", "5", "Press a to add the first stage");
}
