/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the stack of views and the road of an event: binding, action, view.
 *
 * It knows no terminal.  The loop (loop.c) and the replay (replay.c) bring
 * events and show what was drawn, so both see the same program.
 *
 *	views:	map | prompt | help	the last one has the keys
 *		 ^ the base: the last one that covers the screen
 */
#include "tui/app.h"

#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "board/board.h"
#include "board/configuration.h"
#include "board/data.h"
#include "i18n.h"
#include "tui/actions.h"
#include "tui/bars.h"
#include "tui/clip.h"
#include "tui/desks.h"
#include "tui/disk.h"
#include "tui/draft.h"
#include "tui/key.h"
#include "tui/light.h"
#include "tui/marks.h"
#include "tui/mouse.h"
#include "tui/opening.h"
#include "tui/preferences.h"
#include "tui/press.h"
#include "tui/recovery.h"
#include "tui/search.h"
#include "tui/sheet.h"
#include "tui/views.h"
#include "tui/words.h"

void view_free(void *data)
{
	struct view *v = data;

	v->kind->free(v);
}

/* What is wrong with the configuration, unless there is worse. */
static void say_of_config(struct app *app)
{
	const GPtrArray *problems = app->config ? app->config->problems : NULL;

	if (!problems || !problems->len || app->message)
		return;
	if (problems->len == 1)
		app_say(app, ROLE_WARNING, "%s",
			(const char *)problems->pdata[0]);
	else
		app_say(app, ROLE_WARNING,
			_("%s (one of %u: `senseboard doctor` tells all)"),
			(const char *)problems->pdata[0], problems->len);
}

/* The preferences that are given, or those of nobody. */
static bool take_preferences(struct app *app, const struct app_options *options,
			     GError **error)
{
	g_autoptr(Config) nobody = config_new("");
	const struct wishes none = { .glyphs = -1 };

	app->preferences = options->preferences;
	if (!app->preferences)
		app->plain = preferences_new(nobody, &none, error);
	if (app->plain)
		app->preferences = app->plain;
	if (!app->preferences)
		return false;
	app->keys = app->preferences->keys;
	app->aliases = app->preferences->profile->aliases;
	return true;
}

/* And the others that were named, of which none is seen at first. */
static void open_beside(struct app *app, const char *const *paths)
{
	struct desk *first = app->desk;

	for (; paths && *paths; paths++)
		desks_open(app, *paths);
	app->desk = first;
	app->other = app->desks->len > 1 ? app->desks->pdata[1] : NULL;
}

struct app *app_new(struct board *take_board, const struct app_options *options,
		    GError **error)
{
	int rows = options->rows ? options->rows : 24;
	int cols = options->cols ? options->cols : 80;
	enum glyphs glyphs = options->glyphs < 0 ? GLYPHS_EMOJI
						 : (enum glyphs)options->glyphs;
	struct app *app = g_new0(struct app, 1);

	if (!take_preferences(app, options, error)) {
		board_free(take_board);
		g_free(app);
		return NULL;
	}
	app->canvas = canvas_new(rows, cols, glyphs);
	app->desks = g_ptr_array_new_with_free_func(desk_free);
	app->desk = desk_new();
	g_ptr_array_add(app->desks, app->desk);
	app->gone = g_ptr_array_new_with_free_func(view_free);
	app->hits = g_array_new(FALSE, FALSE, sizeof(struct hit));
	app->recent = g_ptr_array_new_with_free_func(g_free);
	app->data = options->data ? options->data : data_folder();
	app->config = options->config;
	app->today = options->today;
	app->protect = options->protect;
	app->mouse = !options->no_mouse;
	app->drag.place = DRAG_NOTHING;
	app_open(app, take_board);
	open_beside(app, options->beside);
	say_of_config(app);
	return app;
}

void app_free(struct app *app)
{
	if (!app)
		return;
	g_ptr_array_unref(app->desks);
	g_ptr_array_unref(app->gone);
	g_array_unref(app->hits);
	g_ptr_array_unref(app->recent);
	preferences_free(app->plain);
	canvas_free(app->canvas);
	g_free(app->message);
	g_free(app->cut);
	g_free(app->copied.text);
	g_free(app);
}

void app_push(struct app *app, struct view *v)
{
	g_ptr_array_add(app->desk->views, v);
}

void app_pop(struct app *app, struct view *v)
{
	guint at;

	for (guint i = 0; i < app->desks->len; i++) {
		struct desk *d = app->desks->pdata[i];

		if (g_ptr_array_find(d->views, v, &at))
			g_ptr_array_add(app->gone,
					g_ptr_array_steal_index(d->views, at));
	}
}

struct view *app_top(const struct app *app)
{
	return app->desk->views->pdata[app->desk->views->len - 1];
}

static guint base_index(const struct app *app)
{
	guint i = app->desk->views->len - 1;

	while (i && !((struct view *)app->desk->views->pdata[i])->kind->whole)
		i--;
	return i;
}

struct view *app_base(const struct app *app)
{
	return app->desk->views->pdata[base_index(app)];
}

/* The view of that kind as it was left, or a new one. */
static struct view *take_from_desk(struct app *app,
				   const struct view_kind *kind)
{
	for (guint i = 0; i < app->desk->parked->len; i++)
		if (((struct view *)app->desk->parked->pdata[i])->kind == kind)
			return g_ptr_array_steal_index(app->desk->parked, i);
	return kind->open(app);
}

void app_show(struct app *app, const struct view_kind *kind)
{
	struct spot spot = app_spot(app);

	while (app->desk->views->len > 1)
		app_pop(app, app_top(app));
	if (app_top(app)->kind == kind)
		return;
	g_ptr_array_add(app->desk->parked,
			g_ptr_array_steal_index(app->desk->views, 0));
	app_push(app, take_from_desk(app, kind));
	app_go(app, spot);
}

static struct view *first_view(struct app *app)
{
	if (!app->desk->board)
		return view_welcome_new(app);
	if (!app->desk->board->journey)
		return view_broken_new(app);
	return view_map_new(app);
}

/* What is better known before the first edit than at the first save. */
static void say_at_opening(struct app *app, const struct board *b)
{
	if (b->journey && b->problem)
		app_say(app, ROLE_WARNING, "%s", b->problem);
	else if (b->journey && b->path && access(b->path, F_OK) == 0 &&
		 access(b->path, W_OK) < 0)
		app_say(app, ROLE_WARNING,
			_("'%s' cannot be written: save it under another "
			  "name"),
			b->name);
}

/* The middle of a day, in µs since 1970. */
static int64_t noon(const char *day)
{
	g_autofree char *text = g_strconcat(day, "T12:00:00", NULL);
	g_autoptr(GTimeZone) zone = g_time_zone_new_local();
	g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(text, zone);

	return time ? g_date_time_to_unix(time) * G_USEC_PER_SEC : 0;
}

void app_open(struct app *app, struct board *take_board)
{
	desk_clear(app->desk, app->gone);
	g_clear_pointer(&app->desk->search, search_free);
	board_free(app->desk->board);
	app->desk->board = take_board;
	if (take_board && app->today)
		take_board->now = noon(app->today);
	if (take_board && app->config)
		board_judge(take_board, &app->config->rules);
	app_push(app, first_view(app));
	disk_follow(app);
	opening_note(app);
	if (take_board)
		say_at_opening(app, take_board);
	recovery_begin(app);
}

struct journey *app_journey(const struct app *app)
{
	return app->desk->board ? app->desk->board->journey : NULL;
}

struct place *app_place(const struct app *app, unsigned number)
{
	const struct journey *j = app_journey(app);

	return j && number < j->places->len ? j->places->pdata[number] : NULL;
}

char *app_name(const struct app *app)
{
	return desk_name(app->desk);
}

char *app_today(const struct app *app)
{
	g_autoptr(GDateTime) now =
		app->today ? NULL : g_date_time_new_now_local();

	return now ? g_date_time_format(now, "%Y-%m-%d") : g_strdup(app->today);
}

void app_say(struct app *app, enum role role, const char *format, ...)
{
	va_list args;

	g_free(app->message);
	va_start(args, format);
	app->message = g_strdup_vprintf(format, args);
	va_end(args);
	app->message_role = role;
}

void app_say_error(struct app *app, GError *take_error)
{
	app_say(app, ROLE_ERROR, "%s", take_error->message);
	g_error_free(take_error);
}

void app_changed(struct app *app, const struct change *change)
{
	if (app->desk->search)
		app->desk->search->stale = true;
	for (guint i = 0; i < app->desk->views->len; i++) {
		struct view *v = app->desk->views->pdata[i];

		if (v->kind->changed)
			v->kind->changed(app, v, change);
	}
}

bool app_take(struct app *app, const struct change *change, GError *take_error,
	      bool say)
{
	if (take_error) {
		app_say_error(app, take_error);
		return false;
	}
	if (!change)
		return true;
	board_take(app->desk->board, change);
	app_changed(app, change);
	if (say)
		app_say(app, ROLE_CONTENT, _("done: %s"), change->name);
	return true;
}

void app_go(struct app *app, struct spot spot)
{
	struct view *v = app_base(app);

	if (spot.place && v->kind->go)
		v->kind->go(app, v, spot);
}

struct spot app_spot(struct app *app)
{
	struct view *v = app_base(app);

	if (v->kind->spot)
		return v->kind->spot(app, v);
	return (struct spot){ .place = NULL, .field = -1 };
}

bool app_small(const struct app *app)
{
	return app->canvas->rows < APP_LEAST_ROWS ||
	       app->canvas->cols < APP_LEAST_COLS;
}

bool app_hidden(const struct app *app, const struct view *v)
{
	return v->kind->whole && app_small(app);
}

const char *const *app_contexts(struct app *app, struct view *v)
{
	static const char *const small[] = { "small", NULL };

	return app_hidden(app, v) ? small : view_contexts(app, v);
}

bool app_do(struct app *app, const char *action)
{
	struct view *v = app_top(app);
	const struct action *row = action_find(v, action);
	const char *why;

	if (!row || !row->run)
		return v->kind->act && v->kind->act(app, v, action);
	if (row->why_not == app_why_read_only)
		disk_before_edit(app);
	why = row->why_not ? row->why_not(app, v) : NULL;
	if (why)
		app_say(app, ROLE_WARNING, "%s", why);
	else
		row->run(app, v);
	return true;
}

static void take_paste(struct app *app, const char *text)
{
	struct view *v = app_top(app);

	if (app_hidden(app, v) ||
	    (v->kind->paste && v->kind->paste(app, v, text, strlen(text))))
		return;
	if (keymap_key(app->keys, app_contexts(app, v), "paste")) {
		g_clear_pointer(&app->message, g_free);
		clip_take_text(app, text);
		return;
	}
	app_say(app, ROLE_CONTENT, "%s",
		_("pasted text is taken where a text is typed"));
}

void app_event(struct app *app, const struct term_event *event)
{
	if (event->kind != EVENT_KEY)
		app->begun = 0;
	if (event->kind == EVENT_KEY)
		press_key(app, event->key);
	else if (event->kind == EVENT_MOUSE && !app_hidden(app, app_top(app)))
		mouse_take(app, &event->mouse);
	else if (event->kind == EVENT_PASTE)
		take_paste(app, event->paste);
	else if (event->kind == EVENT_FOCUS)
		disk_look(app);
	disk_settle(app);
	draft_note(app);
	recovery_settle(app);
	app_settle(app);
}

void app_settle(struct app *app)
{
	g_ptr_array_set_size(app->gone, 0);
}

static char *small_label(struct app *app, const char *action)
{
	static const char *const small[] = { "small", NULL };

	return key_label(keymap_key(app->keys, small, action),
			 app->canvas->glyphs);
}

/* What stands in the place of a view that has no room. */
static void draw_notice(struct app *app, struct canvas *c)
{
	g_autofree char *to_save = small_label(app, "save");
	g_autofree char *to_quit = small_label(app, "quit");
	g_autofree char *notice =
		g_strdup_printf(_("needs %dx%d, have %dx%d; %s save, %s quit"),
				APP_LEAST_COLS, APP_LEAST_ROWS, c->cols,
				c->rows, to_save, to_quit);

	sheet_text(c, (struct rect){ .rows = c->rows, .cols = c->cols },
		   ROLE_CONTENT, app->message ? app->message : notice);
}

static void draw_base(struct app *app, struct canvas *c)
{
	struct view *v = app_base(app);
	g_autofree char *right = NULL;

	if (app_hidden(app, v)) {
		draw_notice(app, c);
		return;
	}
	v->kind->draw(app, v, c);
	if (app->desk->search && app->desk->search->lit)
		light_up(c, app_body(c), app->desk->search->text);
	if (v->kind->status)
		right = v->kind->status(app, v);
	right = marks_status(app, g_steal_pointer(&right));
	app_draw_status(app, c, right);
}

/* What is said while something is asked is seen whole, over the question; but
 * what is answered by a single key stands in its place. */
static void draw_said(struct app *app, struct canvas *c)
{
	const struct view *v = app_top(app);

	if (app->message && v != app_base(app) &&
	    v->kind != &view_question_kind)
		app_draw_message(c, app->message_role, app->message);
}

void app_draw(struct app *app)
{
	struct canvas *c = app->canvas;

	canvas_clear(c);
	g_array_set_size(app->hits, 0);
	draw_base(app, c);
	if (app_top(app) == app_base(app))
		drag_draw(app, c);
	else /* under a question it is a picture */
		g_array_set_size(app->hits, 0);
	for (guint i = base_index(app) + 1; i < app->desk->views->len; i++) {
		struct view *v = app->desk->views->pdata[i];

		v->kind->draw(app, v, c);
	}
	if (app_hidden(app, app_top(app)))
		return;
	draw_said(app, c);
	if (c->rows >= 3)
		app_draw_hints(app, c);
}
