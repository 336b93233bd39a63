/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Map as people see it: what keys do to the screen, and golden frames of
 * it (frames.h).
 */
#include "board/board.h"
#include "tui/app.h"

#include <criterion/criterion.h>
#include <string.h>

#include "frames.h"

#define TO_TOWEL "Left Down Right Down\n"

TestSuite(map, .init = frames_utf8);

/* The screen after KEYS, at 80x24 with emoji, from Book's first touchpoint. */
static char *after(const char *keys)
{
	return frames_screen(frames_harbour(), 80, 24, GLYPHS_EMOJI, keys);
}

static void expect(const char *keys, const char *want)
{
	g_autofree char *screen = after(keys);

	cr_assert(strstr(screen, want), "'%s' is not there:\n%s", want, screen);
}

static void expect_not(const char *keys, const char *unwanted)
{
	g_autofree char *screen = after(keys);

	cr_assert_not(strstr(screen, unwanted), "'%s' is there:\n%s", unwanted,
		      screen);
}

Test(map, frames)
{
	frames_compare("map", TO_TOWEL);
}

Test(map, begins_at_the_first_touchpoint)
{
	expect("", "▸ 1 Room chooser");
	expect("", "1 Book › 1 Room chooser");
}

Test(map, shows_whether_what_and_who_make_how)
{
	expect(TO_TOWEL, "What + Who = How  ✓");
	expect("Down", "no delivery   What + Who ≠ How  ▲");
	expect(TO_TOWEL "Down", "2 owners   What + Who ≠ How  ✗");
}

Test(map, shows_the_fields_of_the_journey_too)
{
	expect("Left Up", "maintainer      cx-team");
	expect("Left Up Tab End", "colour          slate");
}

Test(map, opens_the_field_with_the_cursor_and_its_help)
{
	expect(TO_TOWEL "Tab Down Down Down Down",
	       "you reach the desk, and lays a warm towel that");
	expect(TO_TOWEL "Tab", "What do you promise here?");
}

Test(map, shows_names_where_the_file_has_ids)
{
	expect(TO_TOWEL "Tab PgDn PgDn PgDn", "Ida Berg, Kitchen");
}

Test(map, adds_several_in_a_row)
{
	expect("a\ntext:Brochure\nEnter\ntext:Call\nEnter Esc", "  2 Brochure");
	expect("a\ntext:Brochure\nEnter\ntext:Call\nEnter Esc", "▸ 3 Call");
	expect("A\ntext:Friend\nEnter Esc", "▸ 1 Friend");
}

Test(map, adds_each_line_of_a_paste)
{
	expect("a\npaste:One\\nTwo\\nThree\\n\nEsc", "▸ 4 Three");
}

Test(map, deletes_at_once_and_undoes)
{
	expect("Down d", "deleted 'Confirmation', u undoes");
	expect("Down d", "▸ 1 Room chooser");
	expect("Down d Left u", "▸ 2 Confirmation");
}

Test(map, asks_who_takes_over_from_an_owner)
{
	expect("Right Down Down d", "Who takes over from Front desk?");
	expect("Right Down Down d\ntext:Concierge\nEnter", "Concierge     5");
	expect("Right End d", "deleted 'Ida Berg', u undoes");
}

Test(map, moves_across_the_borders_of_stages)
{
	expect("Down J", "▸ 1 Confirmation");
	expect("Down J", "Touchpoints · 2 Arrive");
	expect("Down J K", "Touchpoints · 1 Book");
	expect("Left J", "▸ 2 Book");
}

Test(map, moves_with_the_arrows_alone)
{
	expect("F6 Down Down Enter", "Touchpoints · 2 Arrive");
	expect("F6 Right Enter Down", "▸ 2 Lantern-lit path");
}

Test(map, gives_a_touchpoint_its_one_owner)
{
	expect(TO_TOWEL "Down o\ntext:Kitchen\nEnter",
	       "WHO   owner           Kitchen");
	expect(TO_TOWEL "Down o\ntext:Night porter\nEnter", "Night porter");
	expect_not(TO_TOWEL "Down o\ntext:Kitchen\nEnter", "two owners");
}

Test(map, gives_a_touchpoint_its_face)
{
	expect("i 7", "Room chooser     😠");
	expect("i 0", "Room chooser     · ");
}

/* What follows KEYS with the cursor on a field, counted from the first one of
 * the touchpoint. */
static char *at_field(const char *place, unsigned field, const char *keys)
{
	GString *all = g_string_new(place);

	g_string_append(all, " Tab Home");
	for (unsigned i = 0; i < field; i++)
		g_string_append(all, " Down");
	g_string_append_printf(all, " %s", keys);
	return g_string_free(all, FALSE);
}

#define CONFIRMATION "Down"
#define TOWEL "Left Down Right Down"
#define FIELD_WITH 19
#define FIELD_MOMENTS 26
#define FIELD_TRUTH 27
#define FIELD_WITHIN 32

static void expect_at(const char *place, unsigned field, const char *keys,
		      const char *want)
{
	g_autofree char *all = at_field(place, field, keys);

	expect(all, want);
}

Test(map, says_at_once_what_is_no_duration)
{
	expect_at(CONFIRMATION, FIELD_WITHIN, "Enter C-u\ntext:2 h\nEnter",
		  "set within of Confirmation");
	expect_at(CONFIRMATION, FIELD_WITHIN, "Enter C-u\ntext:later\nEnter",
		  "✗ 'within'");
	expect_at(CONFIRMATION, FIELD_WITHIN, "Enter C-u\ntext:later\nEnter",
		  "within          later");
}

Test(map, turns_items_of_a_list_on_and_off)
{
	expect_at(TOWEL, FIELD_WITH, "Enter", "● Ida Berg");
	expect_at(TOWEL, FIELD_WITH, "Enter", "↵ on or off  Esc done");
	expect_at(TOWEL, FIELD_WITH, "Enter Enter Esc",
		  "with            Kitchen");
	expect_at(TOWEL, FIELD_WITH, "Enter\ntext:A friend\nEnter Esc",
		  "Ida Berg, Kitchen, A friend");
}

Test(map, edits_a_list_of_texts_as_lines)
{
	expect_at(TOWEL, FIELD_MOMENTS, "Enter M-Enter\ntext:a nod\nEnter",
		  "somebody looks up, both hands, a nod");
}

Test(map, turns_over_a_yes)
{
	expect_at(TOWEL, FIELD_TRUTH, "Enter", "moment of truth yes");
	expect_at(TOWEL, FIELD_TRUTH, "Enter Enter", "moment of truth ·");
}

Test(map, undo_brings_the_cursor_back)
{
	expect("o\ntext:Kitchen\nEnter Left Down Down u",
	       "1 Book › 1 Room chooser");
}

Test(map, keeps_a_cursor_when_all_is_undone)
{
	struct board *b = board_new(NULL, "My journey", NULL);
	g_autofree char *screen =
		frames_screen(b, 80, 24, GLYPHS_EMOJI,
			      "a\ntext:Before\nEnter Esc Right a\n"
			      "text:An ad\nEnter Esc Tab u u\nDown");

	cr_assert(strstr(screen, "▸ The journey"), "%s", screen);
}

Test(map, walks_the_findings)
{
	expect("]", "2 Confirmation");
	expect("] ]", "(2/2)");
	expect("] ] ]", "has 2 owners");
	expect("] ] ] [", "2 Confirmation");
}

Test(map, goes_from_nobody_to_what_nobody_owns)
{
	expect("Right Down Down Down Down Enter", "3 Depart › 1 Farewell wave");
}

Test(map, answers_clicks)
{
	expect("click:3,5", "▌Stages");
	expect("click:4,5", "Touchpoints · 2 Arrive");
	expect("click:13,30", "Who answers for it?");
}

Test(map, edits_on_a_double_click)
{
	expect("double-click:3,30", "name of Confirmation");
}

Test(map, scrolls_by_the_wheel)
{
	frames_expect_not("harbour-house.yaml", "wheel:15,30,1",
			  "HOW   delivery");
	expect("wheel:15,30,1", "▸ 1 Room chooser");
}

Test(map, has_a_row_to_add_the_first_customer_at)
{
	struct board *b = board_new(NULL, "My journey", NULL);
	g_autofree char *screen =
		frames_screen(b, 80, 24, GLYPHS_EMOJI,
			      "Right Down a\ntext:Ida\nEnter Esc Up Enter\n"
			      "text:Desk\nEnter Esc");

	cr_assert(strstr(screen, "Ida          customer"), "%s", screen);
	cr_assert(strstr(screen, "▸ Desk"), "%s", screen);
}

Test(map, shows_one_pane_at_a_time_on_a_small_screen)
{
	g_autofree char *deeper =
		frames_screen(frames_harbour(), 40, 12, GLYPHS_EMOJI,
			      "Left Down Enter Down Enter");
	g_autofree char *back =
		frames_screen(frames_harbour(), 40, 12, GLYPHS_EMOJI,
			      "Left Down Enter Down Enter Left Left");

	cr_assert(strstr(deeper, "▸promise"), "%s", deeper);
	cr_assert(strstr(back, "▸ 2 Arrive"), "%s", back);
}

Test(map, leads_by_the_hand_where_there_is_nothing_yet)
{
	struct board *b = board_new(NULL, "My journey", NULL);
	struct board *again = board_new(NULL, "My journey", NULL);
	g_autofree char *first = frames_screen(b, 80, 24, GLYPHS_EMOJI, "");
	g_autofree char *then =
		frames_screen(again, 80, 24, GLYPHS_EMOJI,
			      "a\ntext:Before\nEnter Esc Right a\n"
			      "text:An ad\nEnter Esc");

	cr_assert(strstr(first, "Press a to add"), "%s", first);
	cr_assert(strstr(then, "Next, What:"), "%s", then);
}

Test(map, goes_to_the_field_that_comes_next)
{
	expect("Down Tab", "▸HOW   delivery");
	expect(TO_TOWEL "Tab", "▸WHAT  promise");
	expect("Tab Down Esc Left Down Tab", "▸      name            Arrive");
}

Test(map, says_why_a_key_does_nothing)
{
	expect("K", "this is the first already");
	expect("Left Up J", "there is nothing here to move");
	expect("Right Right", "there is no pane further on; Tab leads");
	expect("Z", "Z does nothing here; ? shows what can be done");
	expect("F6 Tab Down", "▸WHO   owner");
}

Test(map, says_how_to_save_while_something_is_unsaved)
{
	expect("a\ntext:Brochure\nEnter Esc", "^S save  q quit");
	expect_not("", "^S save");
}

Test(map, says_while_moving_what_the_arrows_do)
{
	expect("F6 Down", "↑ ↓ move it  ← → to another stage  ↵ leave it here");
}

Test(map, survives_every_size)
{
	g_autoptr(GString) keys = g_string_new(NULL);
	g_autofree char *screen = NULL;

	for (int n = 1; n <= 130; n += 3)
		g_string_append_printf(keys, "size:%dx%d\nTab Down\n", n,
				       1 + n % 47);
	screen = after(keys->str);
	cr_assert(*screen);
}
