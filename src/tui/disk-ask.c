/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Others have changed the file.  What nobody has edited here is reloaded; else
 * it is said, and asked about when the user says so or saves.  Every way to go
 * on can be undone.
 *
 *	m merge | c compare | k keep mine | r reload | a save as | Esc later
 *
 * A question holds what it is about; should the file change again meanwhile,
 * that will be seen after it.
 */
#include "tui/disk.h"

#include "board/board.h"
#include "i18n.h"
#include "tui/ask.h"
#include "tui/disk-own.h"
#include "tui/key.h"
#include "tui/save.h"
#include "tui/views.h"

/* What the file holds, while it is asked about. */
struct theirs {
	struct store_file file;
	bool save; /* it came up when saving, on the way to */
	enum then then;
};

static void free_theirs(void *data)
{
	struct theirs *t = data;

	store_file_clear(&t->file);
	g_free(t);
}

static void ask(struct app *app, struct theirs *take_theirs,
		const char *question)
{
	ask_keys(app, &(struct ask_keys){
			      .question = question,
			      .context = "changed",
			      .answers = disk_answers,
			      .data = take_theirs,
			      .free_data = free_theirs,
		      });
}

/* Read what the file holds, or say why not. */
static struct theirs *read_theirs(struct app *app)
{
	struct theirs *t = g_new0(struct theirs, 1);
	GError *error = NULL;

	if (store_read(app->desk->board->path, &t->file, &error))
		return t;
	g_free(t);
	app_say_error(app, error);
	return NULL;
}

static void ask_about(struct app *app, struct theirs *take_theirs)
{
	g_autofree char *question =
		g_strdup_printf(_("'%s' was changed on disk, and here"),
				app->desk->board->name);

	ask(app, take_theirs, question);
}

const char *disk_why_same(struct app *app, struct view *v G_GNUC_UNUSED)
{
	return app->desk->board && app->desk->board->disk == STORE_CHANGED
		       ? NULL
		       : _("the file is as it was read");
}

void disk_decide(struct app *app, struct view *v G_GNUC_UNUSED)
{
	disk_ask(app, false, THEN_STAY);
}

void disk_ask(struct app *app, bool save, enum then then)
{
	struct theirs *t = read_theirs(app);

	if (!t)
		return;
	t->save = save;
	t->then = then;
	ask_about(app, t);
}

/* --- going on from there ------------------------------------------------- */

static void follow(struct app *app, const struct change *change)
{
	if (change)
		app_changed(app, change);
}

/* Begin anew with what the file is now. False, which is said, if it cannot be
 * read or has to be mended. */
static bool reopen(struct app *app)
{
	GError *error = NULL;
	struct board *board = board_open(app->desk->board->path, &error);

	if (board)
		app_open(app, board);
	else
		app_say_error(app, error);
	return board && board->journey;
}

/* Undo has grown beyond all bounds: it has to begin anew. */
static bool is_limit(const GError *error)
{
	return g_error_matches(error, TREE_ERROR, TREE_ERROR_LIMIT);
}

static bool reload(struct app *app, const struct theirs *t)
{
	GError *error = NULL;
	const struct change *change =
		board_reload(app->desk->board, &t->file, &error);

	if (is_limit(error) && !board_unsaved(app->desk->board)) {
		g_error_free(error);
		return reopen(app);
	}
	if (error) {
		g_prefix_error(&error,
			       _("'%s' was changed on disk, and cannot be "
				 "read: "),
			       app->desk->board->name);
		app_say_error(app, error);
		return false;
	}
	follow(app, change);
	return true;
}

/* A question would take the keys from who is just pressing one. */
static void say_changed(struct app *app)
{
	static const char *const everywhere[] = { "everywhere", NULL };
	uint32_t key = keymap_key(app->keys, everywhere, "changed-on-disk");
	g_autofree char *label = key_label(key, app->canvas->glyphs);

	app_say(app, ROLE_WARNING,
		_("'%s' was changed on disk, and here: %s to merge, compare, "
		  "keep yours or reload"),
		app->desk->board->name, label);
}

bool disk_take(struct app *app)
{
	struct theirs *t;

	if (!app->desk->board->journey) {
		if (reopen(app))
			app_say(app, ROLE_GOOD, _("'%s' was mended on disk"),
				app->desk->board->name);
		return true;
	}
	t = read_theirs(app);
	if (!t)
		return true;
	if (t->file.id.fingerprint == app->desk->disk->seen) {
		free_theirs(t);
		return false;
	}
	app->desk->disk->seen = t->file.id.fingerprint;
	if (board_unsaved(app->desk->board))
		say_changed(app);
	else if (reload(app, t))
		app_say(app, ROLE_CONTENT,
			_("'%s' was changed on disk, and "
			  "has been read again"),
			app->desk->board->name);
	free_theirs(t);
	return true;
}

/* --- answers ------------------------------------------------------------- */

/* The same question once more, with another text. */
static void ask_again(struct app *app, struct view *v, const char *question)
{
	struct theirs *t = ask_data(v), *again = g_new(struct theirs, 1);

	*again = *t;
	t->file = (struct store_file){ 0 };
	app_pop(app, v);
	ask(app, again, question);
}

static void answer_merge(struct app *app, struct view *v)
{
	const struct theirs *t = ask_data(v);
	g_autoptr(GError) error = NULL;
	const struct change *change =
		board_merge(app->desk->board, &t->file, &error);

	if (error) {
		g_prefix_error(&error, "%s", _("cannot merge: "));
		ask_again(app, v, error->message);
		return;
	}
	app_pop(app, v);
	follow(app, change);
	app_say(app, ROLE_GOOD, "%s", _("merged; not saved yet"));
}

static void answer_compare(struct app *app, struct view *v)
{
	const struct theirs *t = ask_data(v);
	GError *error = NULL;
	char *found = board_compare(app->desk->board, &t->file, &error);

	if (found)
		app_push(app, view_compare_new(found));
	else
		app_say_error(app, error);
}

static void answer_keep(struct app *app, struct view *v)
{
	const struct theirs *t = ask_data(v);

	app_pop(app, v);
	board_keep(app->desk->board, &t->file);
	if (t->save)
		save_again(app, t->then);
	else
		app_say(app, ROLE_CONTENT, "%s",
			_("kept yours; saving replaces what is on disk"));
}

static void answer_reload(struct app *app, struct view *v)
{
	app_pop(app, v);
	if (reload(app, ask_data(v)))
		app_say(app, ROLE_CONTENT, "%s",
			_("read again from disk; undo brings yours back"));
}

static void answer_elsewhere(struct app *app, struct view *v)
{
	const struct theirs *t = ask_data(v);

	app_pop(app, v);
	save_elsewhere(app, t->then);
}

static void answer_later(struct app *app, struct view *v)
{
	app_pop(app, v);
}

const struct action disk_answers[] = {
	{ .name = "merge",
	  .label = N_("merge"),
	  .help = N_("Bring both together, where they differ in other lines."),
	  .run = answer_merge },
	{ .name = "compare",
	  .label = N_("compare"),
	  .help = N_("See what the file and your text differ in."),
	  .run = answer_compare },
	{ .name = "keep",
	  .label = N_("keep mine"),
	  .help = N_("Keep your text: saving replaces what is on disk."),
	  .run = answer_keep },
	{ .name = "reload",
	  .label = N_("reload"),
	  .help = N_("Take the file as it is; undo brings your text back."),
	  .run = answer_reload },
	{ .name = "save-elsewhere",
	  .label = N_("save as"),
	  .help = N_("Save under another name and keep both."),
	  .run = answer_elsewhere },
	{ .name = "later",
	  .label = N_("later"),
	  .help = N_("Go on; saving asks again."),
	  .run = answer_later },
	{ .name = NULL },
};
