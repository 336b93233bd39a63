/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What fields are completed from while they are typed.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "app-drive.h"
#include "tui/amend.h"

static const char story[] = "senseboard: 1\n"
			    "title: A day\n"
			    "owners:\n"
			    "- {id: a, name: Ann, team: Front desk}\n"
			    "- {id: b, name: Ben, team: Front desk}\n"
			    "- {id: c, name: Cleo, team: Kitchen}\n"
			    "stages:\n"
			    "- touchpoints:\n"
			    "  - name: Warm towel\n"
			    "    channel: our boat\n"
			    "    emotion: calm\n"
			    "    wait: 2 min\n"
			    "  - name: Key\n"
			    "    channel: web\n"
			    "    emotion: |\n      of several\n      lines\n";

/* A field of the first touchpoint (or owner) may be WANTED, comma by comma. */
static void expect(enum place_kind kind, int field, const char *wanted)
{
	struct app *app = drive_new(story);
	g_autoptr(GPtrArray) all = journey_all(app_journey(app), kind);
	g_auto(GStrv) known = amend_known(app, all->pdata[all->len - 1], field);
	g_autofree char *got = g_strjoinv(", ", known);

	cr_expect_str_eq(got, wanted, "%s", got);
	app_free(app);
}

Test(known, words_of_others)
{
	expect(PLACE_OWNER, O_TEAM, "Front desk");
	expect(PLACE_TOUCHPOINT, T_EMOTION, "calm");
	expect(PLACE_TOUCHPOINT, T_WAIT, "immediately, same day, 2 min");
}

Test(known, no_names_of_others)
{
	expect(PLACE_OWNER, O_NAME, "");
	expect(PLACE_JOURNEY, J_TITLE, "");
}

Test(known, an_id_like_the_name)
{
	expect(PLACE_TOUCHPOINT, T_ID, "key");
}

Test(known, channels_of_the_format_and_of_this_journey)
{
	struct app *app = drive_new(story);
	g_autoptr(GPtrArray) all =
		journey_all(app_journey(app), PLACE_TOUCHPOINT);
	g_auto(GStrv) known = amend_known(app, all->pdata[1], T_CHANNEL);

	cr_expect_str_eq(known[0], "shop");
	cr_expect_str_eq(known[g_strv_length(known) - 1], "our boat");
	app_free(app);
}

Test(known, is_shown_by_down_and_taken_by_tab)
{
	struct app *app = drive_new(story);
	g_autofree char *text = NULL;

	amend_field(app, app_journey(app)->owners->pdata[2], O_TEAM);
	drive_press(app, "C-u Down");
	cr_expect(drive_sees(app, "▸ Front desk"));
	drive_press(app, "Tab Enter");
	text = drive_text(app);
	cr_expect(strstr(text, "name: Cleo, team: Front desk"), "%s", text);
	app_free(app);
}
