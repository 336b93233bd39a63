/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Walk as people take it: choosing one, the steps and their faces, the
 * tally; and what of it stands in the file.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "app-drive.h"
#include "board/board.h"
#include "board/configuration.h"
#include "frames.h"

#define HARBOUR "harbour-house.yaml"
#define WALKED "walked.yaml"

TestSuite(walk, .init = frames_utf8);

static void expect(const char *keys, const char *want)
{
	frames_expect(HARBOUR, keys, want);
}

static void expect_walked(const char *keys, const char *want)
{
	frames_expect(WALKED, keys, want);
}

Test(walk, frames)
{
	frames_compare("walk-start", "3");
	frames_compare_of("walk-start", WALKED, "3 n\ntext:Ida\nEnter");
	frames_compare("walk-step", "3 Enter 2 Right 3 Right Right 5");
	frames_compare_of("walk-step", WALKED, "3 Enter");
	frames_compare_of("walk-step", "long.yaml", "3 Enter End 4");
	frames_compare_of("walk-step", "wide.yaml", "3 End Enter 2");
	frames_compare_of("walk-tally", WALKED, "3 End t Down Up");
	frames_compare_of("walk-tally", "wide.yaml", "3 End t");
}

/* --- before a walk --------------------------------------------------------- */

Test(walk, has_nothing_to_go_through_at_first)
{
	frames_expect("empty.yaml", "3", "There is nothing to walk through");
	frames_expect("empty.yaml", "3 Enter", "there is no touchpoint to");
}

Test(walk, tells_no_face_before_it_begins)
{
	frames_expect_not(WALKED, "3", "😊");
	frames_expect_not(WALKED, "3", "smile");
}

Test(walk, chooses_the_unfinished_one_of_the_same_person)
{
	expect_walked("3", "▸ begin a new walk");
	expect_walked("3 n\ntext:Ida\nEnter", "▸ 2026-11-21 by Ida");
	expect_walked("3 n\ntext:Ian\nEnter", "▸ begin a new walk");
}

Test(walk, goes_on_where_a_face_is_missing)
{
	expect_walked("3 Down Enter", "step 4 of 4");
	expect_walked("3 Down Enter", "●●  At the table ●◉");
}

Test(walk, shows_the_tally_of_a_whole_one)
{
	expect_walked("3 End Enter", "2026-11-20 by Ian");
	expect_walked("3 End Enter", "the smiles outnumber the frowns");
	expect_walked("3 t", "choose a walk first");
}

Test(walk, deletes_the_chosen_one)
{
	expect_walked("3 d", "choose a walk first");
	expect_walked("3 End d",
		      "deleted the walk 2026-11-20 by Ian, u undoes");
	frames_expect_not(WALKED, "3 End d Up", "▸ 2026-11-20");
	expect_walked("3 End d", "▸ 2026-11-21 by Ida");
	expect_walked("3 End d u Down", "▸ 2026-11-20 by Ian");
}

Test(walk, goes_in_the_shoes_of_each_customer)
{
	static const char story[] = "senseboard: 1\ntitle: T\n"
				    "customers:\n- name: Ada\n- name: Bo\n"
				    "stages:\n- touchpoints:\n  - name: A\n";
	struct app *app = drive_new(story);

	drive_press(app, "3 c Enter");
	cr_expect(drive_sees(app, "How does it feel, as Bo?"));
	drive_press(app, "Esc 3 c Enter");
	cr_expect(drive_sees(app, "How does it feel, as Ada?"));
	app_free(app);
}

/* --- on a walk ------------------------------------------------------------- */

Test(walk, goes_step_by_step)
{
	expect("3 Enter", "step 1 of 6");
	expect("3 Enter Right Space Enter", "step 4 of 6");
	expect("3 Enter l Left", "step 1 of 6");
	expect("3 Enter Left", "this is the first step");
	expect("3 Enter End", "step 6 of 6");
	expect("3 Enter End Right", "nothing is felt yet");
	expect("3 Enter End Right Left", "step 6 of 6");
	expect("3 Enter 1 End Tab", "step 2 of 6");
}

Test(walk, has_faces_on_digits)
{
	expect("3 Enter 1", "▸ 1 delighted +2");
	expect("3 Enter 2", "▸ 2 happy +1");
	expect("3 Enter 3", "▸ 3 neutral ");
	expect("3 Enter 4", "▸ 4 thinking ");
	expect("3 Enter 5", "▸ 5 confused -1");
	expect("3 Enter 6", "▸ 6 unhappy -1");
	expect("3 Enter 7", "▸ 7 angry -2");
	frames_expect_not(HARBOUR, "3 Enter 7 0", "angry");
	expect("3 Enter 7 u",
	       "undid: begin a walk, feel angry at Room chooser");
}

Test(walk, gives_the_face_that_is_clicked)
{
	expect("3 Enter\nclick:16,20\n", "▸ 2 happy");
}

Test(walk, tells_what_was_designed_only_when_it_is_judged)
{
	frames_expect_not(HARBOUR, "3 Enter", "designed 😊");
	expect("3 Enter 6", "designed 😊 happy");
	frames_expect_not(HARBOUR, "3 Enter 6 Right", "designed 😐");
	frames_expect_not(WALKED, "3 Enter", "so far");
}

/* The tally of a walk whose second step was designed so and not judged, below
 * the title bar. */
static char *tally_beside(const char *designed)
{
	g_autofree char *story = g_strdup_printf(
		"senseboard: 1\ntitle: T\nstages:\n- touchpoints:\n"
		"  - {id: a, impression: happy}\n"
		"  - {id: b, impression: %s}\n"
		"walks:\n- faces: {a: happy}\n",
		designed);
	struct app *app = drive_new(story);
	g_autofree char *screen = NULL;

	drive_press(app, "3 End t");
	screen = canvas_dump(app->canvas);
	app_free(app);
	return g_strdup(strchr(screen, '\n'));
}

Test(walk, draws_no_design_where_nothing_is_judged)
{
	g_autofree char *angry = tally_beside("angry");
	g_autofree char *happy = tally_beside("delighted");

	cr_expect(strstr(angry, "1 of 2 steps"));
	cr_expect_str_eq(angry, happy);
}

Test(walk, calls_the_face_of_today_observed)
{
	g_autofree char *story =
		g_strconcat(drive_story,
			    "        impression: happy\nstate: actual\n", NULL);
	struct app *app = drive_new(story);

	drive_press(app, "3 Enter End 6");
	cr_expect(drive_sees(app, "observed 😊 happy"));
	app_free(app);
}

Test(walk, follows_undo_to_where_it_was)
{
	expect("3 Enter 1 Right 2 Right u", "step 2 of 6");
	expect("3 Enter 1 Right 2 Right u",
	       "undid: feel happy at Confirmation");
	expect("3 Enter 1 Right 2 u u", "step 1 of 6");
	expect("3 Enter 1 u U", "▸ 1 delighted");
}

Test(walk, does_by_name_only_what_its_page_has)
{
	expect("3\ndo:note\n", "go to a step of a walk first");
	expect("3\ndo:next-step\n", "set out on a walk first");
	expect("3\ndo:go-there\n", "see the tally of a walk first");
	expect("3 Enter 2\ndo:tally\n", "1 of 6 steps");
	expect("3 Enter 2\ndo:go-there\n", "see the tally of a walk first");
	expect("3 Enter 2\ndo:set-out\n", "▸ 2026-11-22");
	expect("3 Enter 2\ndo:name-walker\ntext:Kim\nEnter", "▸ 2 happy");
}

/* --- what of it stands in the file ----------------------------------------- */

/* After KEYS on the story of the tests, what stands in it below its stages. */
static void expect_kept(const char *keys, const char *note, const char *more,
			const char *kept)
{
	struct app *app = drive_new(drive_story);
	g_autofree char *text = NULL;

	drive_press(app, keys);
	if (note)
		drive_type(app, note);
	if (more)
		drive_press(app, more);
	text = drive_text(app);
	cr_assert(g_str_has_prefix(text, drive_story), "%s", text);
	cr_expect_str_eq(text + strlen(drive_story), kept);
	app_free(app);
}

#define BEGUN "walks:\n  - date: 2026-11-22\n"

Test(walk, writes_nothing_before_the_first_face)
{
	expect_kept("3 Enter Right Right n 0 Left Esc", NULL, NULL, "");
}

Test(walk, writes_each_face_at_once)
{
	expect_kept("3 Enter 1", NULL, NULL,
		    BEGUN "    faces:\n      choose: delighted\n");
	expect_kept("3 Enter 1 Right 5 Left 2", NULL, NULL,
		    BEGUN "    faces:\n      choose: happy\n"
			  "      path: confused\n");
	expect_kept("3 Enter 1 Right 5 0", NULL, NULL,
		    BEGUN "    faces:\n      choose: delighted\n");
	expect_kept("3 Enter 1 0", NULL, NULL, "");
	expect_kept("3 Enter 1 u 2", NULL, NULL,
		    BEGUN "    faces:\n      choose: happy\n");
}

Test(walk, writes_who_walks)
{
	expect_kept("3 n", "Kim ", "Enter Enter 2",
		    BEGUN "    by: Kim\n    faces:\n      choose: happy\n");
}

Test(walk, writes_notes)
{
	expect_kept("3 Enter 2 n", "So bright: it hurt", "Enter",
		    BEGUN "    faces:\n      choose: happy\n"
			  "    notes:\n"
			  "      choose: \"So bright: it hurt\"\n");
	expect_kept("3 Enter 2 n", "x", "Enter n Backspace Enter",
		    BEGUN "    faces:\n      choose: happy\n");
	expect_kept("3 Enter n", NULL, NULL, "");
}

Test(walk, goes_on_with_what_was_left)
{
	expect_kept("3 Enter 1 Esc 3 Enter 2", NULL, NULL,
		    BEGUN "    faces:\n      choose: delighted\n"
			  "      path: happy\n");
}

Test(walk, takes_the_name_of_the_configuration)
{
	struct config config = { .name = (char *)"Kim" };
	struct app_options options = { .config = &config };
	g_autoptr(GPtrArray) problems = g_ptr_array_new();
	struct app *app;

	config.problems = problems;
	app = app_new(frames_harbour(), &options, NULL);
	drive_press(app, "3");
	cr_expect(drive_sees(app, "walked by         Kim"));
	app_free(app);
}

Test(walk, does_not_write_into_what_is_read_only)
{
	struct app *app = drive_new(drive_story);
	g_autofree char *text = NULL;

	board_make_read_only(app->desk->board, "not now");
	drive_press(app, "3 Enter 2");
	cr_expect(drive_sees(app, "not now"));
	text = drive_text(app);
	cr_expect_str_eq(text, drive_story);
	app_free(app);
}

/* --- leaving, and the end -------------------------------------------------- */

Test(walk, leaves_for_the_view_before)
{
	expect("7 3 Esc", "[7 Outline]");
	expect("3 Enter q", "[1 Map]");
	expect("3 Enter Right q", "1 Book › 2 Confirmation");
}

Test(walk, leads_to_what_was_felt_lowest)
{
	expect_walked("3 End t", "▸ 🙁 2 At the table › 2 The bill");
	expect_walked("3 End t", "It came before the tea was drunk");
	expect_walked("3 End t Enter", "2 At the table › 2 The bill");
	expect_walked("3 End t Down Enter", "1 On the way › 2 The door");
	expect_walked("3 End t 3", "▸ begin a new walk");
	expect_walked("3 End t Enter 3", "felt lowest");
}

Test(walk, adds_up)
{
	expect("3 Enter 6 Right 2 Right 7 End Right",
	       "1 smile, 2 frowns: the smiles do not outnumber the frowns");
	expect("3 Enter 3 Right 4 End Right",
	       "nothing that anybody would remember");
	expect("3 Enter 3 Right 1 Right 5 End Right",
	       "what is remembered: 😍 Confirmation, and the end: 😕 Lantern");
	expect("3 Enter 3 End Right", "1 of 6 steps");
}

Test(walk, scrolls_a_scene_that_is_long)
{
	g_autoptr(GString) story = g_string_new(drive_story);
	struct app *app;

	g_string_append(story, "        scene: |\n");
	for (int i = 1; i <= 30; i++)
		g_string_append_printf(story, "          line %d of it\n", i);
	app = drive_new(story->str);
	drive_press(app, "3 Enter End");
	cr_expect(drive_sees(app, "line 1 of it"));
	cr_expect(drive_sees(app, " more "));
	drive_press(app, "Down");
	cr_expect_not(drive_sees(app, "line 1 of it"));
	drive_press(app, "PgDn PgDn PgDn PgDn PgDn PgDn PgDn");
	cr_expect(drive_sees(app, "line 30 of it"));
	cr_expect(drive_sees(app, "not designed: "));
	cr_expect_not(drive_sees(app, " more "));
	drive_press(app, "Up");
	cr_expect(drive_sees(app, " more "));
	app_free(app);
}

/* A journey of stages A, B and C with so many touchpoints each. */
static struct app *walk_stages(unsigned a, unsigned b, unsigned c)
{
	const unsigned counts[] = { a, b, c };
	g_autoptr(GString) story =
		g_string_new("senseboard: 1\ntitle: T\nstages:\n");
	struct app *app;

	for (unsigned i = 0; i < G_N_ELEMENTS(counts); i++) {
		g_string_append_printf(story,
				       "- name: Stage %c\n  touchpoints:\n",
				       'A' + (char)i);
		for (unsigned k = 0; k < counts[i]; k++)
			g_string_append(story, "  - see: s\n");
	}
	app = drive_new(story->str);
	drive_press(app, "3 Enter");
	return app;
}

Test(walk, shows_as_much_of_the_way_as_there_is_room_for)
{
	struct app *all = walk_stages(2, 3, 1), *names = walk_stages(20, 30, 9);
	struct app *stage = walk_stages(9, 200, 9);
	struct app *none = walk_stages(200, 9, 9);

	cr_expect(drive_sees(all, "Stage A ◉○  Stage B ○○○  Stage C ○"));
	cr_expect(drive_sees(names, "Stage A ◉○○"));
	cr_expect(drive_sees(names, "○  ○○○○○○○○○\n"));
	cr_expect(drive_sees(stage, "   Stage A ◉○○○○○○○○\n"));
	cr_expect(drive_sees(none, " Stage A\n"));
	cr_expect(drive_sees(none, "step 1 of 218"));
	app_free(all);
	app_free(names);
	app_free(stage);
	app_free(none);
}

Test(walk, draws_names_of_any_script)
{
	static const char story[] =
		"senseboard: 1\ntitle: 旅館\ncustomers: [{name: 山田 花子}]\n"
		"stages:\n- name: 到着\n  touchpoints:\n"
		"  - {name: 温かいタオル, scene: '玄関で温かいタオルを渡される。',"
		" feel: \"\\u2067دافئ\\a\"}\n"
		"walks:\n- {by: \"\\e[31m山\", faces: {温かいタオル: happy}}\n";
	struct app *app = drive_new(story);

	drive_press(app, "3");
	cr_expect(drive_sees(app, "by ␛[31m山"));
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "How does it feel, as 山田 花子?"));
	cr_expect(drive_sees(app, "│ 玄関で温かいタオルを渡される。"));
	cr_expect(drive_sees(app, "feel    دافئ␇ "));
	app_free(app);
}

Test(walk, does_not_miss_what_the_channel_does_not_carry)
{
	g_autofree char *story =
		g_strconcat(drive_story, "        channel: phone\n", NULL);
	struct app *app = drive_new(story);

	drive_press(app, "3 Enter End");
	cr_expect(drive_sees(app, "hear    not designed"));
	cr_expect_not(drive_sees(app, "taste "));
	app_free(app);
}

Test(walk, leaves_out_the_senses_that_the_journey_leaves_out)
{
	g_autofree char *story =
		g_strdup_printf("%sunused-senses: [taste, feel]\n",
				drive_story);
	struct app *app = drive_new(story);

	drive_press(app, "3 Enter");
	cr_expect(drive_sees(app, "hear    not designed"));
	cr_expect_not(drive_sees(app, "taste"));
	app_free(app);
}
