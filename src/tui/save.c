/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the ways in which saving and quitting can go, and their questions:
 *
 *	save ----> a name? --> is there one already? --> saved
 *	  ^         (untitled)   changed by others?        |
 *	quit ---> unsaved? save, discard, stay             v quit, if asked
 *
 * The board does the saving and says what stands in the way; here the user
 * is asked about it.  Nothing is written over unasked.
 */
#include "tui/save.h"

#include <string.h>

#include "board/board.h"
#include "i18n.h"
#include "tui/ask.h"
#include "tui/desks.h"
#include "tui/disk.h"
#include "tui/opening.h"
#include "tui/path.h"

/* A save under way while a question is open. */
struct saving {
	char *path; /* the name asked for, or NULL: the board's own */
	enum then then;
};

static struct saving *saving_new(const char *path, enum then then)
{
	struct saving *s = g_new(struct saving, 1);

	*s = (struct saving){ .path = g_strdup(path), .then = then };
	return s;
}

static void free_saving(void *data)
{
	struct saving *s = data;

	g_free(s->path);
	g_free(s);
}

static void ask_exists(struct app *app, const char *path, enum then then);
static void ask_deleted(struct app *app, enum then then);
static void ask_name(struct app *app, const char *text, enum then then);

/* The board is saved, or not wanted. */
static void go_on(struct app *app, enum then then)
{
	if (then == THEN_CLOSE)
		desks_close(app);
	else if (then == THEN_QUIT)
		save_quit(app, NULL);
}

/* Save to PATH or (NULL) where the board belongs, or ask what stands in the
 * way. False if it cannot be, which was said. */
static bool try_to_save(struct app *app, const char *path, bool overwrite,
			enum then then)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *name = NULL;

	if (board_save(app->desk->board, path, overwrite, &error)) {
		name = g_path_get_basename(app->desk->board->path);
		app_say(app, ROLE_GOOD, _("saved %s"), name);
		disk_follow(app);
		opening_note(app);
		go_on(app, then);
		return true;
	}
	if (g_error_matches(error, BOARD_ERROR, BOARD_ERROR_EXISTS))
		ask_exists(app, path, then);
	else if (g_error_matches(error, BOARD_ERROR, BOARD_ERROR_CHANGED))
		disk_ask(app, true, then);
	else if (g_error_matches(error, BOARD_ERROR, BOARD_ERROR_DELETED))
		ask_deleted(app, then);
	else if (g_error_matches(error, BOARD_ERROR, BOARD_ERROR_UNTITLED))
		ask_name(app, NULL, then);
	else
		app_say_error(app, g_steal_pointer(&error));
	return error != NULL; /* there is a question about it */
}

/* --- the name ------------------------------------------------------------ */

/* "Harbour House" as the name of a file: "harbour-house.yaml". */
static char *file_name(const char *title)
{
	GString *out = g_string_new(NULL);
	g_autofree char *valid = g_utf8_make_valid(title, -1);

	for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
		gunichar ch = g_unichar_tolower(g_utf8_get_char(p));

		if (g_unichar_isalnum(ch))
			g_string_append_unichar(out, ch);
		else if (out->len && out->str[out->len - 1] != '-')
			g_string_append_c(out, '-');
	}
	if (out->len && out->str[out->len - 1] == '-')
		g_string_truncate(out, out->len - 1);
	g_string_append(out, out->len ? ".yaml" : "storyboard.yaml");
	return g_string_free(out, FALSE);
}

static bool take_name(struct app *app, const char *typed, void *data)
{
	struct saving *s = data;
	g_autofree char *path = path_typed(typed);

	if (!*path) {
		app_say(app, ROLE_WARNING, "%s", _("a file needs a name"));
		return false;
	}
	if (!g_strcmp0(path, app->desk->board->path))
		return try_to_save(app, NULL, false, s->then);
	return try_to_save(app, path, false, s->then);
}

static void ask_name(struct app *app, const char *text, enum then then)
{
	g_autofree char *title = app_name(app);
	g_autofree char *proposed = file_name(title);

	if (!text)
		text = app->desk->board->path ? app->desk->board->path
					      : proposed;
	ask_text(app, &(struct ask){
			      .title = _("Save as"),
			      .help = _("The name of a file, with its folder "
					"if that is another."),
			      .text = text,
			      .verb = N_("save"),
			      .done = take_name,
			      .data = saving_new(NULL, then),
			      .free_data = free_saving,
		      });
}

/* --- another file is in the way ------------------------------------------ */

static void replace_it(struct app *app, struct view *v)
{
	struct saving *s = ask_data(v);

	app_pop(app, v);
	try_to_save(app, s->path, true, s->then);
}

static void name_anew(struct app *app, struct view *v)
{
	struct saving *s = ask_data(v);

	app_pop(app, v);
	ask_name(app, s->path, s->then);
}

static const struct action exists_answers[] = {
	{ .name = "yes",
	  .label = N_("replace it"),
	  .help = N_("Yes."),
	  .run = replace_it },
	{ .name = "no",
	  .label = N_("another name"),
	  .help = N_("No."),
	  .run = name_anew },
	{ .name = NULL },
};

static void ask_exists(struct app *app, const char *path, enum then then)
{
	g_autofree char *question =
		g_strdup_printf(_("there is a '%s' already"), path);

	ask_keys(app, &(struct ask_keys){
			      .question = question,
			      .context = "question",
			      .answers = exists_answers,
			      .data = saving_new(path, then),
			      .free_data = free_saving,
		      });
}

/* --- the file was deleted by others -------------------------------------- */

static void stay(struct app *app, struct view *v)
{
	app_pop(app, v);
}

static const struct action deleted_answers[] = {
	{ .name = "make-again",
	  .label = N_("make it again"),
	  .help = N_("Save under the name of the file that was deleted."),
	  .run = replace_it },
	{ .name = "save-elsewhere",
	  .label = N_("save as"),
	  .help = N_("Save under another name."),
	  .run = name_anew },
	{ .name = "stay",
	  .label = N_("stay"),
	  .help = N_("Go on without saving."),
	  .run = stay },
	{ .name = NULL },
};

static void ask_deleted(struct app *app, enum then then)
{
	g_autofree char *name = g_path_get_basename(app->desk->board->path);
	g_autofree char *question =
		g_strdup_printf(_("'%s' was deleted on disk"), name);

	ask_keys(app, &(struct ask_keys){
			      .question = question,
			      .context = "deleted",
			      .answers = deleted_answers,
			      .data = saving_new(NULL, then),
			      .free_data = free_saving,
		      });
}

/* --- work unsaved -------------------------------------------------------- */

static void save_and_go(struct app *app, struct view *v)
{
	const struct saving *s = ask_data(v);

	app_pop(app, v);
	try_to_save(app, NULL, false, s->then);
}

/* Of several, only this one is closed; the next is asked about. */
static void discard(struct app *app, struct view *v)
{
	const struct saving *s = ask_data(v);

	app_pop(app, v);
	board_give_up(app->desk->board);
	app->quit = s->then == THEN_QUIT && !app->other;
	if (!app->quit)
		desks_close(app);
	if (!app->quit && s->then == THEN_QUIT)
		save_quit(app, NULL);
}

static const struct action quit_answers[] = {
	{ .name = "save-and-quit",
	  .label = N_("save"),
	  .help = N_("Save, then quit or close it."),
	  .run = save_and_go },
	{ .name = "discard",
	  .label = N_("discard"),
	  .help = N_("Quit or close it without saving."),
	  .run = discard },
	{ .name = "stay",
	  .label = N_("stay"),
	  .help = N_("Go on with it."),
	  .run = stay },
	{ .name = NULL },
};

const struct action *const save_answers[] = {
	exists_answers, deleted_answers, quit_answers,
	disk_answers,	opening_answers, NULL,
};

void save_again(struct app *app, enum then then)
{
	try_to_save(app, NULL, false, then);
}

void save_elsewhere(struct app *app, enum then then)
{
	ask_name(app, app->desk->board->path, then);
}

void save(struct app *app, struct view *v G_GNUC_UNUSED)
{
	try_to_save(app, NULL, false, THEN_STAY);
}

void save_as(struct app *app, struct view *v G_GNUC_UNUSED)
{
	ask_name(app, NULL, THEN_STAY);
}

static void ask_unsaved(struct app *app, enum then then)
{
	g_autofree char *name = store_display_name(app->desk->board->name);
	g_autofree char *question =
		app->other ? g_strdup_printf(_("'%s' has changes not saved "
					       "yet"),
					     name)
			   : g_strdup(_("there are changes not saved yet"));

	ask_keys(app, &(struct ask_keys){
			      .question = question,
			      .context = "quit",
			      .answers = quit_answers,
			      .data = saving_new(NULL, then),
			      .free_data = free_saving,
		      });
}

void save_close(struct app *app, struct view *v G_GNUC_UNUSED)
{
	if (board_unsaved(app->desk->board))
		ask_unsaved(app, THEN_CLOSE);
	else
		desks_close(app);
}

/* This one first. */
static struct desk *find_unsaved(const struct app *app)
{
	if (app->desk->board && board_unsaved(app->desk->board))
		return app->desk;
	for (guint i = 0; i < app->desks->len; i++) {
		struct desk *d = app->desks->pdata[i];

		if (d->board && board_unsaved(d->board))
			return d;
	}
	return NULL;
}

void save_to(struct app *app, struct view *v G_GNUC_UNUSED, const char *typed)
{
	struct saving saving = { .path = NULL };

	take_name(app, typed, &saving);
}

void save_quit(struct app *app, struct view *v G_GNUC_UNUSED)
{
	struct desk *d = find_unsaved(app);

	if (!d) {
		app->quit = true;
		return;
	}
	desks_show(app, d);
	ask_unsaved(app, THEN_QUIT);
}

void save_and_quit(struct app *app, struct view *v)
{
	if (app->desk->board && board_unsaved(app->desk->board))
		try_to_save(app, NULL, false, THEN_QUIT);
	else
		save_quit(app, v);
}

/* What is given up goes to the trash, as after the question. */
void save_discard_and_quit(struct app *app, struct view *v G_GNUC_UNUSED)
{
	for (guint i = 0; i < app->desks->len; i++) {
		const struct desk *d = app->desks->pdata[i];

		if (d->board && board_unsaved(d->board))
			board_give_up(d->board);
	}
	app->quit = true;
}
