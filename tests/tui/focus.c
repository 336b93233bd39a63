/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the hardware cursor stands: on what has the focus, in every view and
 * over every question, for those who follow it by ear.
 */
#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "app-drive.h"

static const char *const ways[] = {
	"1", "1 Tab",  "1 Left", "1 Right", "2", "2 Down", "3",	  "3 Enter",
	"4", "4 Down", "5",	 "5 Down",  "6", "6 Down", "7",	  "7 Down",
	"?", ":",      "e",	 "o",	    "i", "/",	   "2 ,", "u"
};

/* Whether a cell of the cursor's row shows what has the focus; a page that is
 * only read, and a list without anything in it, show none. */
static bool on_focus(const struct canvas *c, bool reading)
{
	for (int x = 0; x < c->cols; x++) {
		enum role role = canvas_cell(c, c->cursor_y, x).role;

		if (role == ROLE_SELECTED || role == ROLE_FIELD)
			return true;
	}
	return reading && c->cursor_y > 0 && c->cursor_y < c->rows - 2;
}

Test(focus, has_the_cursor_in_every_view_and_question)
{
	setlocale(LC_ALL, "C.UTF-8");
	for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
		struct app *app = drive_new(drive_story);

		drive_press(app, ways[i]);
		app_draw(app);
		cr_expect(on_focus(app->canvas, strchr("36", *ways[i])),
			  "%s: row %d", ways[i], app->canvas->cursor_y);
		app_free(app);
	}
}
