/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns which storyboards are open, and which of them is seen.
 *
 * Each keeps all that is its own on its desk, so to go to another is to take
 * another desk.  The first page is a desk without a board: it is never beside
 * another.  The file of one that is not seen is looked at when it is again.
 *
 *	(1/3) harbour.yaml    (2/3) day.yaml    (3/3) visit.yaml
 *	       ^ seen                ^ the other: F5 takes turns
 */
#include "tui/desks.h"

#include "board/board.h"
#include "board/data.h"
#include "i18n.h"
#include "store/recent.h"
#include "store/state.h"
#include "tui/ask.h"
#include "tui/disk.h"
#include "tui/draft.h"
#include "tui/key.h"
#include "tui/path.h"
#include "tui/show.h"

/* --- which there are ----------------------------------------------------- */

static unsigned index_of(const struct app *app, const struct desk *d)
{
	guint at = 0;

	g_ptr_array_find(app->desks, d, &at);
	return at;
}

char *desks_which(const struct app *app)
{
	if (app->desks->len < 2)
		return NULL;
	return g_strdup_printf("(%u/%u)", index_of(app, app->desk) + 1,
			       app->desks->len);
}

/* The one whose file is at PATH, by whatever name; or NULL. */
static struct desk *find(const struct app *app, const char *path)
{
	g_autofree char *wanted = state_canonical(path);

	for (guint i = 0; i < app->desks->len; i++) {
		struct desk *d = app->desks->pdata[i];
		g_autofree char *real = NULL;

		if (!d->board || !d->board->path)
			continue;
		real = state_canonical(d->board->path);
		if (!g_strcmp0(real, wanted))
			return d;
	}
	return NULL;
}

/* Where its file is, or that it has none. */
static char *place_of(const struct desk *d)
{
	g_autofree char *whole = NULL;

	if (!d->board->path)
		return g_strdup(_("not saved yet"));
	whole = g_canonicalize_filename(d->board->path, NULL);
	return path_shown(whole);
}

/* --- going from one to another ------------------------------------------- */

/* Say which one is seen now, and look at its file. */
static void arrive(struct app *app)
{
	g_autofree char *place = place_of(app->desk);
	g_autofree char *which = desks_which(app);

	app_say(app, ROLE_CONTENT, "%s%s%s", which ? which : "",
		which ? " " : "", place);
	disk_look(app);
}

void desks_show(struct app *app, struct desk *d)
{
	if (d == app->desk)
		return;
	draft_write(app);
	app->other = app->desk;
	app->desk = d;
	arrive(app);
}

const char *desks_why_no_other(struct app *app, struct view *v G_GNUC_UNUSED)
{
	return app->other ? NULL : _("no other storyboard is open");
}

void desks_other(struct app *app, struct view *v G_GNUC_UNUSED)
{
	desks_show(app, app->other);
}

void desks_close(struct app *app)
{
	struct desk *d = app->desk;

	if (!app->other) {
		app_open(app, NULL);
		return;
	}
	desk_clear(d, app->gone);
	app->desk = app->other;
	g_ptr_array_remove(app->desks, d);
	app->other = NULL;
	for (guint i = 0; i < app->desks->len; i++)
		if (app->desks->pdata[i] != app->desk)
			app->other = app->desks->pdata[i];
	arrive(app);
}

/* --- opening ------------------------------------------------------------- */

static void say_beside(struct app *app, const char *path)
{
	static const char *const everywhere[] = { "everywhere", NULL };
	uint32_t key = keymap_key(app->keys, everywhere, "other-storyboard");
	g_autofree char *label = key_label(key, app->canvas->glyphs);
	g_autofree char *which = desks_which(app);

	app_say(app, ROLE_CONTENT, _("%s %s; %s takes turns"), which, path,
		label);
}

static void begin_beside(struct app *app, const char *path)
{
	draft_write(app);
	app->other = app->desk;
	app->desk = desk_new();
	g_ptr_array_add(app->desks, app->desk);
	say_beside(app, path);
}

bool desks_open(struct app *app, const char *path)
{
	struct desk *d = find(app, path);
	GError *error = NULL;
	struct board *board;

	if (d) {
		desks_show(app, d);
		return true;
	}
	board = data_open(path, &error);
	if (!board) {
		app_say_error(app, error);
		return false;
	}
	if (app->desk->board)
		begin_beside(app, path);
	app_open(app, board);
	return true;
}

static bool take_path(struct app *app, const char *typed,
		      void *data G_GNUC_UNUSED)
{
	g_autofree char *path = path_typed(typed);

	if (!*path)
		app_say(app, ROLE_WARNING, "%s", _("a file needs a name"));
	else if (!path_is_storyboard(path) &&
		 !g_file_test(path, G_FILE_TEST_EXISTS))
		app_say(app, ROLE_WARNING,
			_("there is no '%s'; a new storyboard ends in .yaml"),
			path);
	else
		return desks_open(app, path);
	return false;
}

void desks_ask(struct app *app, struct view *v G_GNUC_UNUSED)
{
	ask_text(app, &(struct ask){
			      .title = _("Open beside"),
			      .help = _("Its file; \"~/\" is home, and a new "
					"name begins a new one."),
			      .verb = N_("open"),
			      .done = take_path,
			      .suggest = path_suggest,
		      });
}

void desks_open_typed(struct app *app, struct view *v G_GNUC_UNUSED,
		      const char *typed)
{
	take_path(app, typed, NULL);
}

/* --- the list ------------------------------------------------------------ */

/* Items hold the number of an open one, or the path of one that was. */
static bool take_item(struct app *app, const char *name,
		      void *data G_GNUC_UNUSED)
{
	if (g_path_is_absolute(name))
		return desks_open(app, name);
	desks_show(app, app->desks->pdata[g_ascii_strtoull(name, NULL, 10)]);
	return true;
}

struct items {
	GArray *rows; /* of struct ask_item, zero-ended */
	GStringChunk *texts;
};

static void add_item(struct items *items, const char *name, const char *label,
		     const char *detail)
{
	struct ask_item item = {
		.name = g_string_chunk_insert(items->texts, name),
		.label = g_string_chunk_insert(items->texts, label),
		.detail = g_string_chunk_insert(items->texts, detail),
	};

	g_array_append_val(items->rows, item);
}

static void add_open(const struct app *app, struct items *items)
{
	for (guint i = 0; i < app->desks->len; i++) {
		const struct desk *d = app->desks->pdata[i];
		g_autofree char *number = g_strdup_printf("%u", i);
		g_autofree char *title = desk_name(d);
		g_autofree char *place = place_of(d);
		g_autofree char *detail =
			g_strdup_printf(board_unsaved(d->board)
						? _("open, unsaved: %s")
						: _("open: %s"),
					place);

		add_item(items, number, title, detail);
	}
}

static void add_recent(const struct app *app, struct items *items)
{
	g_autoptr(GPtrArray) all = app->protect ? recent_read() : NULL;
	int64_t now = g_get_real_time() / G_USEC_PER_SEC;

	for (guint i = 0; all && i < all->len; i++) {
		const struct recent *r = all->pdata[i];
		g_autofree char *file = path_shown(r->path);
		g_autofree char *when = show_when(r->when, now);
		g_autofree char *detail = g_strdup_printf("%s, %s", file, when);

		if (!find(app, r->path) &&
		    g_file_test(r->path, G_FILE_TEST_IS_REGULAR))
			add_item(items, r->path, r->title, detail);
	}
}

void desks_list(struct app *app, struct view *v G_GNUC_UNUSED)
{
	struct desk *at = app->other ? app->other : app->desk;
	g_autofree char *current = g_strdup_printf("%u", index_of(app, at));
	g_autoptr(GArray) rows =
		g_array_new(TRUE, TRUE, sizeof(struct ask_item));
	g_autoptr(GStringChunk) texts = g_string_chunk_new(1024);
	struct items items = { .rows = rows, .texts = texts };

	if (app->desk->board)
		add_open(app, &items);
	add_recent(app, &items);
	ask_choice(app, &(struct ask_list){
				.title = _("Storyboards"),
				.help = _("Those that are open, and those that "
					  "were open last."),
				.items = (struct ask_item *)(void *)rows->data,
				.current = current,
				.done = take_item,
			});
}
