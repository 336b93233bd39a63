/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The interface without a terminal: keys from a text, the screen as a text.
 *
 * Keys are named as in keys.conf, several a line.  A line may say something
 * else instead:
 *
 *	text:A warm towel	types what follows, as it is
 *	paste:one\ntwo		pastes it; \n is a line end
 *	do:add-after		does what any key of that action would
 *	click:5,10		clicks in that row and column, from 0
 *	double-click:5,10	clicks twice there
 *	wheel:5,10,-2		turns the wheel there, two notches up
 *	drag:5,10,5,40		drags from there to there
 *	hold:5,10,5,40		the same, and does not let go
 *	size:120x40		makes the screen so large
 *	# ...			says nothing
 *
 * A frame is drawn after each of them, as fast typing may not, so what is
 * seen between two keys is tried too.
 */
#include "tui/app.h"

#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "tui/key.h"

#define MOST_SIZE 1000 /* rows or columns */

static void send_key(struct app *app, uint32_t key)
{
	struct term_event event = { .kind = EVENT_KEY, .key = key };

	if (key_first(key)) {
		send_key(app, key_first(key));
		event.key = key_second(key);
	}
	if (app->quit)
		return;
	app_event(app, &event);
	app_draw(app);
}

static bool fail(GError **error, const char *what, const char *word)
{
	g_set_error(error, KEYMAP_ERROR, KEYMAP_ERROR_KEY, "%s '%s'", what,
		    word);
	return false;
}

/* What stands behind a prefix of a line: each answers it. */

static bool type_text(struct app *app, const char *text,
		      GError **error G_GNUC_UNUSED)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	for (const char *p = valid; *p; p = g_utf8_next_char(p))
		send_key(app, g_utf8_get_char(p));
	return true;
}

static bool paste_text(struct app *app, const char *text,
		       GError **error G_GNUC_UNUSED)
{
	g_auto(GStrv) lines = g_strsplit(text, "\\n", -1);
	g_autofree char *joined = g_strjoinv("\n", lines);
	struct term_event event = { .kind = EVENT_PASTE, .paste = joined };

	app_event(app, &event);
	app_draw(app);
	return true;
}

static bool do_action(struct app *app, const char *name, GError **error)
{
	if (!app_do(app, name))
		return fail(error, _("nothing here is called"), name);
	app_settle(app);
	app_draw(app);
	return true;
}

static void send_mouse(struct app *app, enum mouse_action action, int y, int x,
		       int clicks)
{
	struct term_event event = {
		.kind = EVENT_MOUSE,
		.mouse = { .action = action,
			   .button = action < MOUSE_WHEEL_UP,
			   .y = y,
			   .x = x,
			   .clicks = clicks },
	};

	app_event(app, &event);
	app_draw(app);
}

static bool click_times(struct app *app, const char *place, int times,
			GError **error)
{
	int y, x;

	if (sscanf(place, "%4d,%4d", &y, &x) != 2)
		return fail(error, _("no place on the screen is called"),
			    place);
	for (int i = 1; i <= times; i++) {
		send_mouse(app, MOUSE_PRESS, y, x, i);
		send_mouse(app, MOUSE_RELEASE, y, x, 0);
	}
	return true;
}

static bool click(struct app *app, const char *place, GError **error)
{
	return click_times(app, place, 1, error);
}

static bool double_click(struct app *app, const char *place, GError **error)
{
	return click_times(app, place, 2, error);
}

static bool wheel(struct app *app, const char *turn, GError **error)
{
	int y, x, by;

	if (sscanf(turn, "%4d,%4d,%4d", &y, &x, &by) != 3)
		return fail(error, _("no turn of the wheel is called"), turn);
	for (int i = 0; i < ABS(by); i++)
		send_mouse(app, by < 0 ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN, y,
			   x, 0);
	return true;
}

static bool drag_to(struct app *app, const char *way, bool let_go,
		    GError **error)
{
	int y, x, to_y, to_x;

	if (sscanf(way, "%4d,%4d,%4d,%4d", &y, &x, &to_y, &to_x) != 4)
		return fail(error, _("no way over the screen is called"), way);
	send_mouse(app, MOUSE_PRESS, y, x, 1);
	send_mouse(app, MOUSE_DRAG, to_y, to_x, 0);
	if (let_go)
		send_mouse(app, MOUSE_RELEASE, to_y, to_x, 0);
	return true;
}

static bool drag(struct app *app, const char *way, GError **error)
{
	return drag_to(app, way, true, error);
}

static bool hold(struct app *app, const char *way, GError **error)
{
	return drag_to(app, way, false, error);
}

static bool resize(struct app *app, const char *size, GError **error)
{
	int rows, cols;

	if (sscanf(size, "%4dx%4d", &cols, &rows) != 2 || rows < 1 ||
	    cols < 1 || rows > MOST_SIZE || cols > MOST_SIZE)
		return fail(error, _("no screen has the size"), size);
	canvas_resize(app->canvas, rows, cols);
	app_draw(app);
	return true;
}

struct command {
	const char *prefix;
	bool (*run)(struct app *app, const char *rest, GError **error);
};

static const struct command commands[] = {
	{ .prefix = "text:", .run = type_text },
	{ .prefix = "paste:", .run = paste_text },
	{ .prefix = "do:", .run = do_action },
	{ .prefix = "click:", .run = click },
	{ .prefix = "double-click:", .run = double_click },
	{ .prefix = "wheel:", .run = wheel },
	{ .prefix = "drag:", .run = drag },
	{ .prefix = "hold:", .run = hold },
	{ .prefix = "size:", .run = resize },
};

static bool replay_keys(struct app *app, const char *line, GError **error)
{
	g_auto(GStrv) names = g_strsplit_set(line, " \t\r", -1);

	for (size_t i = 0; names[i]; i++) {
		uint32_t key;

		if (!*names[i])
			continue;
		if (!key_parse(names[i], &key))
			return fail(error, _("no key is called"), names[i]);
		send_key(app, key);
	}
	return true;
}

static bool replay_line(struct app *app, const char *line, GError **error)
{
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
		const struct command *c = &commands[i];

		if (g_str_has_prefix(line, c->prefix))
			return c->run(app, line + strlen(c->prefix), error);
	}
	return g_str_has_prefix(line, "# ") || replay_keys(app, line, error);
}

char *app_replay(struct board *take_board, const char *keys,
		 const struct app_options *options, GError **error)
{
	struct app *app = app_new(take_board, options, error);
	g_auto(GStrv) lines = g_strsplit(keys, "\n", -1);
	bool good = app != NULL;
	char *screen = NULL;

	if (!app)
		return NULL;
	app_draw(app);
	for (size_t i = 0; lines[i] && good && !app->quit; i++)
		good = replay_line(app, lines[i], error);
	if (good)
		screen = canvas_dump(app->canvas);
	app_free(app);
	return screen;
}
