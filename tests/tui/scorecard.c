/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Scorecard as people see it: figures and what is behind them, measures
 * and how they are added, edited and recorded.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "frames.h"

#define BAKERY "bakery.yaml"
#define RECORD "6 r\ntext:86\nEnter"

TestSuite(scorecard, .init = frames_utf8);

static void expect(const char *keys, const char *want)
{
	frames_expect(BAKERY, keys, want);
}

Test(scorecard, frames)
{
	frames_compare_of("scorecard", BAKERY, "6 Down Right");
	frames_compare_of("scorecard-faces", BAKERY, "6 Tab Right");
}

/* --- figures ----------------------------------------------------------------- */

Test(scorecard, says_what_holds_and_what_is_missing)
{
	expect("6", "holds   1 of 5");
	expect("6", "no promise   1 ✗");
	expect("6", "two owners   1 ✗");
	expect("6 Tab Down Down Down", "two owners: 1 of 5 touchpoints");
}

Test(scorecard, answers_whether_smiles_outnumber_frowns)
{
	expect("6", "✓ more smiles: 2 to 1");
	expect("6 Tab Right", "The smiles outnumber the frowns. "
			      "smiles: 3 designed, 2 walked");
	frames_expect("walked.yaml", "6", "▲ as many of both: 1");
	frames_expect("empty.yaml", "6", "no smile, no frown");
}

Test(scorecard, tells_a_sense_that_is_left_out_from_one_that_is_forgotten)
{
	expect("6", "hear  unused");
	frames_expect("empty.yaml", "6", "hear       0");
}

Test(scorecard, shows_the_touchpoints_behind_a_figure)
{
	expect("6 Tab Right Right Down Down Enter", "The handover");
	expect("6 Tab Right Right Down Down Enter",
	       "smell: 2 of 5 touchpoints");
	expect("6 Tab Right Right Down Down Enter Down Enter",
	       "2 Fetch › 2 The handover");
	expect("6 Tab Down Enter", "2 Fetch › 2 The handover");
	expect("6 Tab Right Right Down Enter",
	       "there is no touchpoint behind this");
}

Test(scorecard, leads_to_what_an_owner_answers_for)
{
	expect("6 S-Tab", "The baker: 1 of 5 touchpoints");
	expect("6 S-Tab Enter", "1 Order › 2 The note");
	frames_expect("harbour-house.yaml", "6 S-Tab Enter", "Runs the house");
}

/* --- measures ---------------------------------------------------------------- */

Test(scorecard, grades_each_measure)
{
	expect("6", "Benchmarks · 1 of 3 met, 1 missed");
	expect("6", "▲ orders placed without");
	expect("6 Down", "✓ the target is met");
	expect("6 Down Down", "nothing measured yet");
	expect("6 Down Down", "r records today's figure");
	expect("6 Down", "better than before");
}

Test(scorecard, records_what_is_measured_today)
{
	expect("6 r", "orders placed without a call, today (2026-11-22)");
	expect("6 r", "It was 84 % on 2026-09-30.");
	expect(RECORD, "done: record 86 for orders placed without a call");
	expect(RECORD, "actual 86 % on 2026-11-22, better than before");
	expect("6 r\ntext:95 %\nEnter", "Benchmarks · 2 of 3 met");
	expect(RECORD " u", "actual 84 % on 2026-09-30");
	expect("6 r\ntext:soon\nEnter", "'soon' is no number");
	expect("6 r\ntext:4 h\nEnter", "this is measured in '%'");
	expect("6 Down Down r\ntext:4 h\nEnter",
	       "this is measured without a unit");
}

Test(scorecard, corrects_what_was_recorded_today)
{
	expect(RECORD " r\ntext:91\nEnter", "actual 91 % on 2026-11-22");
	expect(RECORD " r", "It was 86 % on 2026-11-22.");
}

Test(scorecard, edits_the_field_at_the_cursor)
{
	expect("6 Left Enter", "target of orders placed without a call");
	expect("6 Left Enter C-u\ntext:80\nEnter", "Benchmarks · 2 of 3 met");
	expect("6 Left Left Enter C-u\ntext:calls\nEnter",
	       "done: set measure of orders placed without a call");
	expect("6 Left Left Enter C-u\ntext:calls\nEnter", "▲ calls");
	expect("6 Right Right Right Right Enter", "less of it is better");
	expect("6 Left Enter C-u\ntext:4.5 h\nEnter", "target 4.5 h");
	expect("6 Enter", "today (2026-11-22)");
}

Test(scorecard, says_what_is_no_number)
{
	expect("6 Left Enter C-u\ntext:many\nEnter",
	       "'target' cannot be “many”");
}

Test(scorecard, adds_a_measure_in_a_few_keys)
{
	expect("6 a", "Which touchpoint is to be measured?");
	expect("6 Down a Enter", "What is measured at The queue?");
	expect("6 Down a Enter\ntext:smiles\nEnter", "Target to reach");
	expect("6 Down a Enter\ntext:smiles\nEnter\ntext:90 %\nEnter",
	       "▸ higher");
	expect("6 Down a Enter\ntext:smiles\nEnter\ntext:2 min\nEnter",
	       "▸ lower");
	expect("6 Down a Enter\ntext:smiles\nEnter\ntext:90 %\nEnter Enter",
	       "done: add measure smiles");
	expect("6 Down a Enter\ntext:smiles\nEnter\ntext:90 %\nEnter Enter",
	       "▸ · smiles");
	expect("6 Down a Enter\ntext:smiles\nEnter Enter", "no target yet");
	expect("6 Down a Enter\ntext:smiles\nEnter\ntext:90 %\nEnter Enter u",
	       "undid: add measure smiles");
}

Test(scorecard, asks_again_for_a_target_that_is_no_number)
{
	expect("6 a Enter\ntext:smiles\nEnter\ntext:many\nEnter",
	       "'many' does not begin with a number");
	expect("6 a Enter\ntext:smiles\nEnter\ntext:many\nEnter Esc 1 6",
	       "measure 1 of 3");
}

Test(scorecard, adds_a_measure_where_the_cursor_was)
{
	frames_expect("walked.yaml", "Down 6 a Enter",
		      "What is measured at The door?");
}

Test(scorecard, deletes_a_measure)
{
	expect("6 d", "deleted 'orders placed without a call', u undoes");
	expect("6 d", "measure 1 of 2");
	expect("6 d u", "▸ ▲ orders placed");
	frames_expect("walked.yaml", "6 d", "choose a measure first");
}

Test(scorecard, goes_to_the_touchpoint_of_a_measure)
{
	expect("6 Down t", "[1 Map]");
	expect("6 Down t", "2 Fetch › 1 The queue");
}

Test(scorecard, keeps_the_place_of_other_views)
{
	expect("Down 6 1", "1 Order › 2 The note");
	expect("6 Down 1", "2 Fetch › 1 The queue");
}

Test(scorecard, mends_what_is_wrong_with_a_measure)
{
	expect("6 Down f", "nothing is found wrong here");
	expect("6 r\ntext:91\nEnter f", "write '84' instead of “70”");
}

Test(scorecard, follows_the_mouse)
{
	expect("6\nclick:4,4\n", "no owner: 1 of 5 touchpoints");
	expect("6\nclick:11,5\n", "measure 2 of 3");
}

/* --- elsewhere --------------------------------------------------------------- */

Test(scorecard, has_its_measures_in_the_map)
{
	expect("6 t", "orders placed without a call: target 90 %");
	expect("6 t", "%  ▁▃█");
}

Test(scorecard, has_its_measures_on_the_board)
{
	expect("2 ,\ntext:bench\nEnter Esc", "▁▃█ 84 % ▲");
}
