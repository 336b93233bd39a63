/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Driving the interface: see the header.  Nothing here judges.
 */
#include "app-drive.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "board/board.h"
#include "tui/key.h"

const char drive_story[] = "senseboard: 1\n"
			   "title: A night at Harbour House\n"
			   "owners:\n"
			   "  - id: desk\n"
			   "    name: Front desk\n"
			   "  - id: web\n"
			   "    name: Web team\n"
			   "stages:\n"
			   "  - id: book\n"
			   "    name: Book\n"
			   "    touchpoints:\n"
			   "      - id: choose\n"
			   "        name: Room chooser\n"
			   "        what: You see the very room\n"
			   "        who: web\n"
			   "  - id: arrive\n"
			   "    name: Arrive\n"
			   "    touchpoints:\n"
			   "      - id: path\n"
			   "        name: Lantern-lit path\n"
			   "      - id: towel\n"
			   "        name: Warm towel\n"
			   "        what: A warm towel in your hands\n"
			   "        who: desk\n"
			   "        smell: cedar\n";

static const struct app_options options = {
	.glyphs = GLYPHS_EMOJI,
	.data = "/nowhere",
	.today = "2026-11-22",
};

static struct app *drive(struct board *take_board)
{
	g_autoptr(GError) error = NULL;
	struct app *app;

	setlocale(LC_ALL, "C.UTF-8");
	app = app_new(take_board, &options, &error);
	cr_assert_not_null(app, "%s", error ? error->message : "");
	app_draw(app);
	return app;
}

struct app *drive_new(const char *yaml)
{
	g_autoptr(GError) error = NULL;
	struct board *b;

	if (!yaml)
		return drive(NULL);
	b = board_from_bytes(g_strdup(yaml), strlen(yaml), "harbour", &error);
	cr_assert_not_null(b, "%s", error ? error->message : "");
	return drive(b);
}

struct app *drive_open(const char *path)
{
	g_autoptr(GError) error = NULL;
	struct board *b = board_open(path, &error);

	cr_assert_not_null(b, "%s", error ? error->message : "");
	return drive(b);
}

static void send(struct app *app, const struct term_event *event)
{
	app_event(app, event);
	app_draw(app);
}

void drive_press(struct app *app, const char *keys)
{
	g_auto(GStrv) names = g_strsplit(keys, " ", -1);

	for (size_t i = 0; names[i]; i++) {
		struct term_event event = { .kind = EVENT_KEY };

		cr_assert(key_parse(names[i], &event.key), "%s", names[i]);
		send(app, &event);
	}
}

void drive_type(struct app *app, const char *text)
{
	for (; *text; text = g_utf8_next_char(text))
		send(app, &(struct term_event){ .kind = EVENT_KEY,
						.key = g_utf8_get_char(text) });
}

void drive_paste(struct app *app, const char *text)
{
	send(app, &(struct term_event){ .kind = EVENT_PASTE, .paste = text });
}

void drive_click(struct app *app, int y, int x, int clicks)
{
	send(app, &(struct term_event){ .kind = EVENT_MOUSE,
					.mouse = { .action = MOUSE_PRESS,
						   .button = 1,
						   .clicks = clicks,
						   .y = y,
						   .x = x } });
}

bool drive_sees(struct app *app, const char *text)
{
	g_autofree char *screen = NULL;

	app_draw(app);
	screen = canvas_dump(app->canvas);
	return strstr(screen, text) != NULL;
}

char *drive_row(struct app *app, int row)
{
	g_auto(GStrv) rows = NULL;
	g_autofree char *screen = NULL;

	app_draw(app);
	screen = canvas_dump(app->canvas);
	rows = g_strsplit(screen, "\n", -1);
	if (row < 0)
		row += app->canvas->rows;
	return g_strdup(rows[row]);
}

char *drive_text(const struct app *app)
{
	size_t len;

	return tree_emit(app->desk->board->tree, &len);
}
