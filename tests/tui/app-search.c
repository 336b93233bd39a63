/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Searching: every text is found, whatever its case; the cursor goes along
 * and comes back.
 */
#include "tui/search.h"

#include <criterion/criterion.h>
#include <string.h>

#include "app-drive.h"
#include "board/board.h"

static struct place *spot(struct app *app)
{
	return app_spot(app).place;
}

static struct place *touchpoint(struct app *app, unsigned stage, unsigned n)
{
	return stage_touchpoint(journey_stage(app->desk->board->journey, stage),
				n);
}

Test(search, goes_to_what_is_typed_and_back_by_esc)
{
	struct app *app = drive_new(drive_story);
	struct place *from = spot(app);

	drive_press(app, "/");
	drive_type(app, "CEDAR");
	cr_expect(drive_sees(app, "1 of 1"));
	cr_expect_eq(spot(app), touchpoint(app, 1, 1));
	cr_expect_eq(app_spot(app).field, T_SMELL);
	drive_press(app, "Esc");
	cr_expect_eq(spot(app), from);
	app_free(app);
}

Test(search, stays_by_enter_and_goes_round_by_n)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "/");
	drive_type(app, "towel");
	drive_press(app, "Enter");
	cr_expect_eq(spot(app), touchpoint(app, 1, 1));
	cr_expect(drive_sees(app, "'towel': 1 of 3"));
	drive_press(app, "n");
	cr_expect(drive_sees(app, "'towel': 2 of 3"));
	drive_press(app, "n n");
	cr_expect(drive_sees(app, "'towel': 1 of 3"));
	drive_press(app, "N");
	cr_expect(drive_sees(app, "'towel': 3 of 3"));
	app_free(app);
}

Test(search, walks_the_matches_while_typing)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "/");
	drive_type(app, "towel");
	drive_press(app, "Down");
	cr_expect(drive_sees(app, "2 of 3"));
	drive_press(app, "Up Up");
	cr_expect(drive_sees(app, "3 of 3"));
	app_free(app);
}

Test(search, says_what_is_nowhere)
{
	struct app *app = drive_new(drive_story);
	struct place *from = spot(app);

	drive_press(app, "n");
	cr_expect(drive_sees(app, "nothing was searched for yet"));
	drive_press(app, "/");
	drive_type(app, "submarine");
	cr_expect(drive_sees(app, "nowhere"));
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "'submarine' is nowhere"));
	cr_expect_eq(spot(app), from);
	app_free(app);
}

Test(search, looks_anew_after_an_edit)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "/");
	drive_type(app, "cedar");
	drive_press(app, "Enter Enter");
	drive_press(app, "C-u");
	drive_type(app, "Salt");
	drive_press(app, "Enter");
	cr_assert(board_unsaved(app->desk->board));
	drive_press(app, "n");
	cr_expect(drive_sees(app, "'cedar' is nowhere"));
	app_free(app);
}

Test(search, finds_what_differs_in_case_beyond_ascii)
{
	struct app *app = drive_new("senseboard: 1\n"
				    "title: Ärger an der Straße\n");

	drive_press(app, "/");
	drive_type(app, "äRGER AN DER STRASSE");
	cr_expect(drive_sees(app, "1 of 1"));
	app_free(app);
}

/* The text that is lit on the screen above the status row. */
static char *lit(struct app *app)
{
	GString *text = g_string_new(NULL);
	struct canvas *c = app->canvas;

	for (int i = 0; i < (c->rows - 2) * c->cols; i++) {
		struct cell cell = canvas_cell(c, i / c->cols, i % c->cols);

		if (cell.width && cell.role == ROLE_FIELD)
			g_string_append_unichar(text, cell.ch[0]);
	}
	return g_string_free(text, FALSE);
}

static void expect_lit(struct app *app, const char *want)
{
	g_autofree char *got = NULL;

	app_draw(app);
	got = lit(app);
	cr_expect(g_str_has_prefix(got, want), "'%s', not '%s'", got, want);
	if (!*want)
		cr_expect_str_eq(got, want);
}

Test(search, lights_up_matches_in_every_view_until_another_key)
{
	static const char *const keys[] = { "1", "2", "4", "5", "7" };
	struct app *app = drive_new(drive_story);

	drive_press(app, "/");
	drive_type(app, "tow");
	expect_lit(app, "tow");
	drive_press(app, "Enter");
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		drive_press(app, keys[i]);
		expect_lit(app, "");
		drive_press(app, "n");
		if (strcmp(keys[i], "4") && strcmp(keys[i], "5"))
			expect_lit(app, "tow");
	}
	app_free(app);
}

Test(search, lights_up_wide_characters_whatever_their_case)
{
	struct app *app = drive_new("senseboard: 1\n"
				    "title: 最後の約束 Ä\n");

	drive_press(app, "/");
	drive_type(app, "約束 ä");
	expect_lit(app, "約束 Ä");
	app_free(app);
}

Test(findings, steps_through_what_needs_work)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "]");
	cr_expect_neq(spot(app), NULL);
	cr_expect(findings_at(app->desk->board->findings, spot(app), 0));
	app_free(app);
}
