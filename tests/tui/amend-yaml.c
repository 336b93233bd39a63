/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Structures and unknown pairs edited as YAML, from the keys to the bytes.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "app-drive.h"
#include "board/board.h"

#define HEAD                                                              \
	"senseboard: 1\ntitle: T\nstages:\n  - id: a\n    touchpoints:\n" \
	"      - id: x\n        name: X\n"
#define MEASURES                                         \
	"        # ours\n        measures:   # so far\n" \
	"          - metric: wait\n            target: 5\n"
#define MOOD "        mood:\n          light: dim\n"

/* The storyboard TEXT with the cursor on a field of its touchpoint, or (-1)
 * on its last row. */
static struct app *at_field(const char *text, int field)
{
	struct app *app = drive_new(text);
	struct journey *j = app->desk->board->journey;
	struct place *tp = stage_touchpoint(journey_stage(j, 0), 0);

	if (field >= 0)
		app_go(app, (struct spot){ .place = tp, .field = field });
	else
		drive_press(app, "Tab End");
	app_draw(app);
	return app;
}

static void expect_text(const struct app *app, const char *want)
{
	g_autofree char *text = drive_text(app);

	cr_expect_str_eq(text, want, "got:\n%s", text);
}

static void expect_seen(struct app *app, const char *text)
{
	g_autofree char *screen = NULL;
	bool seen = drive_sees(app, text);

	screen = canvas_dump(app->canvas);
	cr_expect(seen, "'%s' is not there:\n%s", text, screen);
}

Test(map_yaml, edits_a_structure_as_its_own_lines)
{
	struct app *app = at_field(HEAD MEASURES MOOD, T_MEASURES);

	drive_press(app, "Enter");
	expect_seen(app, "▌measures of X ");
	expect_seen(app, "\n - metric: wait\n");
	expect_seen(app, "As YAML:\n - {metric: wait,");
	drive_press(app, "M-Enter");
	drive_type(app, "- metric: smiles");
	drive_press(app, "Enter");
	expect_seen(app, "set measures of X");
	expect_text(app, HEAD MEASURES "          - metric: smiles\n" MOOD);
	drive_press(app, "u");
	expect_text(app, HEAD MEASURES MOOD);
	app_free(app);
}

Test(map_yaml, adds_a_structure_that_is_missing)
{
	struct app *app = at_field(HEAD, T_WAIVE);

	drive_press(app, "Enter");
	drive_type(app, "- rule: no-what");
	drive_press(app, "M-Enter");
	drive_type(app, "  because: so");
	drive_press(app, "Enter");
	expect_text(app, HEAD "        waive:\n          - rule: no-what\n"
			      "            because: so\n");
	app_free(app);
}

Test(map_yaml, says_what_is_wrong_and_stays)
{
	struct app *app = at_field(HEAD MEASURES, T_MEASURES);

	drive_press(app, "Enter M-Enter");
	drive_type(app, "- [a");
	drive_press(app, "Enter");
	expect_seen(app,
		    "✗ line 3 of the text: did not find expected ',' or ']'");
	expect_seen(app, "\n - [a\n");
	expect_text(app, HEAD MEASURES);
	drive_type(app, "]");
	drive_press(app, "Enter");
	expect_text(app, HEAD MEASURES "          - [a]\n");
	app_free(app);
}

Test(map_yaml, says_why_it_cannot_be_edited)
{
	struct app *app =
		at_field(HEAD "        measures: &m [a]\n", T_MEASURES);

	drive_press(app, "Enter");
	expect_seen(app, "line 8: an anchor or a tag");
	cr_expect(app_top(app)->kind->whole, "nothing is asked");
	app_free(app);
}

Test(map_yaml, edits_what_is_no_field)
{
	struct app *app = at_field(HEAD MOOD, -1);

	expect_seen(app, "Not a word of the format");
	drive_press(app, "Enter");
	expect_seen(app, "mood of X");
	drive_press(app, "M-Enter");
	drive_type(app, "sound: low");
	drive_press(app, "Enter");
	expect_text(app, HEAD MOOD "          sound: low\n");
	drive_press(app, "Home u");
	expect_text(app, HEAD MOOD);
	expect_seen(app, "Not a word of the format");
	app_free(app);
}

Test(map_yaml, clears_what_it_edits)
{
	struct app *app = at_field(HEAD MEASURES MOOD, -1);

	drive_press(app, "Del");
	expect_text(app, HEAD MEASURES);
	app_free(app);
	app = at_field(HEAD MEASURES MOOD, T_MEASURES);
	drive_press(app, "Del");
	expect_text(app, HEAD MOOD);
	app_free(app);
}

Test(map_yaml, edits_lists_with_long_items)
{
	const char *text = HEAD "        moments:\n          - |\n"
				"            a\n            b\n";
	struct app *app = at_field(text, T_MOMENTS);

	drive_press(app, "Enter M-Enter");
	drive_type(app, "- c");
	drive_press(app, "Enter");
	expect_text(app, HEAD "        moments:\n          - |\n"
			      "            a\n            b\n          - c\n");
	app_free(app);
}

Test(map_yaml, passes_over_what_would_turn_at_once)
{
	struct app *app = at_field(HEAD, T_MOMENTS);

	drive_press(app, "Enter Tab");
	cr_expect(app_top(app)->kind->whole, "nothing is asked");
	expect_text(app, HEAD);
	app_free(app);
}

Test(map_yaml, adds_the_sponsor_in_one_change)
{
	const char *text = "senseboard: 1\ntitle: T\nstages: []\n";
	struct app *app = drive_new(text);

	app_go(app, (struct spot){ .place = app->desk->board->journey->root,
				   .field = J_SPONSOR });
	drive_press(app, "Enter");
	drive_type(app, "Head of retail");
	drive_press(app, "Enter");
	expect_text(app, "senseboard: 1\ntitle: T\nsponsor: head-of-retail\n"
			 "owners:\n  - id: head-of-retail\n"
			 "    name: Head of retail\nstages: []\n");
	drive_press(app, "u");
	expect_text(app, text);
	app_free(app);
}
