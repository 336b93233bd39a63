/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Status row and hint row, made from the message and the key table; nothing
 * of them is written down twice.  The title bar is title.c's.
 *
 *	 undid: set promise        touchpoint 8 of 20
 *	 ? help  ↵ edit  a add  d delete        q quit
 *
 * A hint is as good as its key: where it is drawn, a click runs it.
 */
#include "tui/bars.h"

#include <string.h>

#include "board/board.h"
#include "i18n.h"
#include "tui/key.h"
#include "tui/sheet.h"
#include "tui/words.h"

#define WIDE_COLS 60 /* below, hints stand close together */
#define GAP 2 /* columns between hints */

struct rect app_body(const struct canvas *c)
{
	if (c->rows >= APP_LEAST_ROWS)
		return (struct rect){ .y = 1,
				      .rows = c->rows - 3,
				      .cols = c->cols };
	return (struct rect){ .rows = c->rows >= 3 ? c->rows - 1 : c->rows,
			      .cols = c->cols };
}

/* --- status -------------------------------------------------------------- */

static const char *role_sign(const struct canvas *c, enum role role)
{
	if (role == ROLE_ERROR)
		return canvas_sign(c, SIGN_ERROR);
	if (role == ROLE_WARNING)
		return canvas_sign(c, SIGN_WARNING);
	return role == ROLE_GOOD ? canvas_sign(c, SIGN_GOOD) : NULL;
}

int app_draw_message(struct canvas *c, enum role role, const char *text)
{
	const char *sign = role_sign(c, role);
	g_autofree char *line =
		g_strjoin(" ", sign ? sign : text, sign ? text : NULL, NULL);
	int y = MAX(c->rows - 2, 0), width = c->cols - 2;
	int rows = MIN(sheet_text_rows(c, line, width), MAX(y / 2, MIN(y, 3)));
	struct rect r = {
		.y = y + 1 - rows, .x = 1, .rows = rows, .cols = width
	};

	if (rows <= 1) {
		sheet_blank(c, y, 1);
		return width - canvas_text(c, y, 1, width, role, line);
	}
	sheet_blank(c, r.y, r.rows);
	sheet_text(c, r, role, line);
	return 0;
}

void app_draw_status(struct app *app, struct canvas *c, const char *right)
{
	int y = c->rows - 2, room = c->cols - 2, width;

	if (app->message)
		room = app_draw_message(c, app->message_role, app->message);
	width = right ? canvas_width(c, right) : 0;
	if (width && room > width + GAP)
		canvas_text(c, y, c->cols - 1 - width, width, ROLE_DIM, right);
}

/* --- hints --------------------------------------------------------------- */

/* A hint: its keys and the one word that says what they do. */
struct hint {
	const char *action;
	char *keys, *label;
};

static void free_hint(void *data)
{
	struct hint *hint = data;

	g_free(hint->keys);
	g_free(hint->label);
}

static GArray *hints_new(void)
{
	GArray *hints = g_array_new(FALSE, FALSE, sizeof(struct hint));

	g_array_set_clear_func(hints, free_hint);
	return hints;
}

static int hint_width(const struct canvas *c, const struct hint *hint)
{
	return canvas_width(c, hint->keys) + 1 + canvas_width(c, hint->label);
}

static int hints_width(const struct canvas *c, const GArray *hints, int gap)
{
	int width = 0;

	for (guint i = 0; i < hints->len; i++)
		width += gap +
			 hint_width(c, &g_array_index(hints, struct hint, i));
	return width;
}

/* Add the hint for ACTION, if a key means it here, or its key to the hint
 * before where that has the same label. */
static void add_hint(struct app *app, GArray *hints, const char *action)
{
	struct view *v = app_top(app);
	uint32_t key = keymap_key(app->keys, view_contexts(app, v), action);
	struct hint hint = { .action = action };
	struct hint *last = NULL;

	if (!key)
		return;
	if (hints->len)
		last = &g_array_index(hints, struct hint, hints->len - 1);
	hint.keys = key_label(key, app->canvas->glyphs);
	hint.label = action_label(v, action);
	if (last && !strcmp(last->label, hint.label)) {
		g_autofree char *keys = last->keys;

		last->keys = g_strjoin(" ", keys, hint.keys, NULL);
		free_hint(&hint);
	} else {
		g_array_append_val(hints, hint);
	}
}

static int draw_hint(struct app *app, struct canvas *c, int x,
		     const struct hint *hint)
{
	int y = c->rows - 1;
	struct hit hit = { .y = y, .x = x, .action = hint->action };

	x += canvas_text(c, y, x, c->cols - x, ROLE_STRONG, hint->keys) + 1;
	x += canvas_text(c, y, x, c->cols - x, ROLE_DIM, hint->label);
	hit.width = x - hit.x;
	g_array_append_val(app->hits, hit);
	return x;
}

/* The hints between help and quit, from column X on: as many as fit. */
static void draw_middle(struct app *app, struct canvas *c, int x, int room,
			GArray *hints)
{
	int gap = GAP;

	if (hints_width(c, hints, gap) > room && c->cols < WIDE_COLS)
		gap = 1;
	while (hints->len && hints_width(c, hints, gap) > room)
		g_array_set_size(hints, hints->len - 1);
	for (guint i = 0; i < hints->len; i++)
		x = draw_hint(app, c, x + gap,
			      &g_array_index(hints, struct hint, i));
}

/* While something is unsaved, how to save it has a place of its own. */
static bool wants_save(const struct app *app, const char *const *names)
{
	return app->desk->board && board_unsaved(app->desk->board) && names &&
	       g_strv_contains(names, "save");
}

/* The hint for ACTION at the right end, before column RIGHT; returns where it
 * begins. */
static int draw_end(struct app *app, struct canvas *c, int left, int right,
		    const char *action)
{
	g_autoptr(GArray) one = hints_new();
	const struct hint *hint;

	add_hint(app, one, action);
	if (!one->len)
		return right;
	hint = &g_array_index(one, struct hint, 0);
	right = MAX(right - hint_width(c, hint), left + 1);
	draw_hint(app, c, right, hint);
	return right;
}

void app_draw_hints(struct app *app, struct canvas *c)
{
	struct view *v = app_top(app);
	const char *const *names = view_hints(app, v);
	g_autoptr(GArray) help = hints_new();
	g_autoptr(GArray) middle = hints_new();
	bool save = wants_save(app, names);
	int left = 1, right = c->cols - 1;

	sheet_blank(c, c->rows - 1, 1);
	add_hint(app, help, "help");
	if (help->len)
		left = draw_hint(app, c, left,
				 &g_array_index(help, struct hint, 0));
	else
		left -= GAP;
	right = draw_end(app, c, left, right, "quit");
	if (save)
		right = draw_end(app, c, left, right - GAP, "save");
	for (; names && *names; names++)
		if (!save || strcmp(*names, "save"))
			add_hint(app, middle, *names);
	draw_middle(app, c, left, right - left - 1, middle);
}
