/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a crash has left, and what is to be done with it: asked when a
 * storyboard is opened, over its first view, once for each journal.
 *
 *	▌Not saved when senseboard ended ────────────────────
 *	 3 changes, until Sunday 22 November 2026, 03:12
 *	 The last: set promise of Warm towel
 *	 The file has been changed by others since; Enter merges.
 */
#include "tui/recovery.h"

#include "board/recover.h"
#include "i18n.h"
#include "store/orphans.h"
#include "tui/app.h"
#include "tui/key.h"
#include "tui/opening.h"
#include "tui/sheet.h"
#include "tui/views.h"

struct recovering {
	struct view view;
	GPtrArray *found; /* of struct recovery; the first is asked about */
	bool conflict; /* merging was tried */
};

static struct recovering *recovering(struct view *v)
{
	return (struct recovering *)v;
}

static struct recovery *first(struct view *v)
{
	return recovering(v)->found->pdata[0];
}

static void free_recovering(struct view *v)
{
	g_ptr_array_unref(recovering(v)->found);
	g_free(v);
}

/* --- what is told -------------------------------------------------------- */

static char *when(const struct recovery *r)
{
	g_autoptr(GDateTime) utc =
		g_date_time_new_from_unix_utc(r->last / G_USEC_PER_SEC);
	g_autoptr(GDateTime) here = utc ? g_date_time_to_local(utc) : NULL;

	/* TRANSLATORS: day and time, as strftime() knows them */
	return here ? g_date_time_format(here, _("%A %-d %B %Y, %H:%M"))
		    : g_strdup("?");
}

static void tell_changes(const struct recovery *r, GString *out)
{
	g_autofree char *until = when(r);
	const struct recovery_change *last =
		r->done->len ? r->done->pdata[r->done->len - 1] : NULL;
	unsigned changes = recovery_unsaved(r);

	if (!changes) {
		g_string_append_printf(out,
				       _("Nothing but a text that was being "
					 "typed, until %s"),
				       until);
		return;
	}
	g_string_append_printf(out,
			       ngettext("%u change, until %s",
					"%u changes, until %s", changes),
			       changes, until);
	if (last)
		g_string_append_printf(out, _("\nThe last: %s"), last->name);
}

static void tell_draft(const struct recovery *r, GString *out)
{
	if (r->draft)
		g_string_append_printf(out, _("\nBeing typed, %s: %s"),
				       r->draft_where, r->draft);
}

static void tell_file(struct app *app, struct view *v, GString *out)
{
	const struct recovery *r = first(v);

	if (recovering(v)->conflict)
		g_string_append(out,
				_("\nBoth have changed the same lines: only "
				  "one can stay."));
	else if (r->torn)
		g_string_append(out, _("\nIt ended while saving: the file may "
				       "be damaged."));
	else if (board_orphan_differs(app->desk->board, r))
		g_string_append(out, _("\nThe file has been changed by others "
				       "since: both are brought together."));
}

static char *story(struct app *app, struct view *v)
{
	GString *out = g_string_new(NULL);

	tell_changes(first(v), out);
	tell_draft(first(v), out);
	tell_file(app, v, out);
	return g_string_free(out, FALSE);
}

static void draw(struct app *app, struct view *v, struct canvas *c)
{
	g_autofree char *text = story(app, v);
	int rows = sheet_text_rows(c, text, c->cols - 2);
	struct rect r =
		sheet_draw(c, _("Not saved when senseboard ended"), rows);

	sheet_text(c, r, ROLE_CONTENT, text);
	canvas_cursor(c, r.y, r.x);
}

/* --- answers ------------------------------------------------------------- */

/* Ask about the next one, if there is one. */
static void next(struct app *app, struct view *v)
{
	recovering(v)->conflict = false;
	g_ptr_array_remove_index(recovering(v)->found, 0);
	if (!recovering(v)->found->len)
		app_pop(app, v);
}

/* What was being typed is to be had where a text is typed. */
static void say_recovered(struct app *app, const struct recovery *r)
{
	static const char *const field[] = { "field", NULL };
	uint32_t key = keymap_key(app->keys, field, "put-back");
	g_autofree char *label = key_label(key, app->canvas->glyphs);

	if (!r->draft) {
		app_say(app, ROLE_GOOD, "%s", _("recovered; not saved yet"));
		return;
	}
	g_free(app->cut);
	app->cut = g_strdup(r->draft);
	app_say(app, ROLE_GOOD,
		_("recovered; what was being typed is kept for %s"), label);
}

static void recover_over(struct app *app, struct view *v, bool ours)
{
	struct recovery *r = first(v);
	GError *error = NULL;
	struct board *b = board_recover(app->desk->board, r, ours, &error);

	if (!b) {
		recovering(v)->conflict |=
			g_error_matches(error, BOARD_ERROR,
					BOARD_ERROR_CONFLICT);
		app_say_error(app, error);
		return;
	}
	app_open(app, b);
	say_recovered(app, r);
}

static void recover(struct app *app, struct view *v)
{
	recover_over(app, v, false);
}

static void recover_ours(struct app *app, struct view *v)
{
	recover_over(app, v, true);
}

static const char *why_not_ours(struct app *app, struct view *v)
{
	return board_orphan_differs(app->desk->board, first(v))
		       ? NULL
		       : _("nobody else has changed the file");
}

static void compare(struct app *app, struct view *v)
{
	GError *error = NULL;
	char *found = board_orphan_compare(app->desk->board, first(v), &error);

	if (found)
		app_push(app, view_compare_new(found));
	else
		app_say_error(app, error);
}

static void discard(struct app *app, struct view *v)
{
	GError *error = NULL;

	if (!orphan_discard(first(v)->file, &error)) {
		app_say_error(app, error);
		return;
	}
	app_say(app, ROLE_CONTENT, _("discarded; it is kept for %d days"),
		TRASH_DAYS);
	next(app, v);
}

static void open_without(struct app *app, struct view *v)
{
	next(app, v);
}

static const struct action actions[] = {
	{ .name = "recover",
	  .label = N_("recover"),
	  .help = N_("Bring it back, and what others did to the file too."),
	  .run = recover },
	{ .name = "recover-mine",
	  .label = N_("only mine"),
	  .help = N_("Bring it back; saving replaces what others did."),
	  .why_not = why_not_ours,
	  .run = recover_ours },
	{ .name = "compare",
	  .label = N_("compare"),
	  .help = N_("See how it differs from the file."),
	  .run = compare },
	{ .name = "discard",
	  .label = N_("discard"),
	  .help = N_("Put it in the trash, which is kept for 30 days."),
	  .run = discard },
	{ .name = "open-without",
	  .label = N_("later"),
	  .help = N_("Leave it, and be asked again another time."),
	  .run = open_without },
	{ .name = NULL },
};

static const char *const contexts[] = { "recovery", NULL };

static const char *const *hints(struct app *app, struct view *v)
{
	static const char *const plain[] = { "recover", "compare", "discard",
					     "open-without", NULL };
	static const char *const merging[] = { "recover",      "compare",
					       "recover-mine", "discard",
					       "open-without", NULL };
	static const char *const conflict[] = { "compare", "recover-mine",
						"discard", "open-without",
						NULL };

	if (recovering(v)->conflict)
		return conflict;
	return why_not_ours(app, v) ? plain : merging;
}

const struct view_kind view_recovery_kind = {
	.name = "recovery",
	.help = N_("What a crash has left unsaved."),
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hints = hints,
	.free = free_recovering,
};

/* --- opening ------------------------------------------------------------- */

void recovery_ask(struct app *app)
{
	GPtrArray *found = board_orphans(app->desk->board);
	struct recovering *v;

	if (!found->len) {
		g_ptr_array_unref(found);
		return;
	}
	v = g_new(struct recovering, 1);
	*v = (struct recovering){
		.view = { .kind = &view_recovery_kind },
		.found = found,
	};
	app_push(app, &v->view);
}

void recovery_begin(struct app *app)
{
	app->desk->drafted = app->desk->exposed = false;
	app->desk->draft_due = 0;
	if (!app->protect)
		return;
	if (app->desk->board && !app->desk->board->journal)
		opening(app);
	if (!app->desk->board || app->desk->board->lock ||
	    app->desk->board->journal)
		recovery_ask(app);
}

void recovery_settle(struct app *app)
{
	const char *why =
		app->desk->board ? board_unprotected(app->desk->board) : NULL;

	if (why && !app->desk->exposed)
		app_say(app, ROLE_ERROR,
			_("a crash would lose what is not saved, for there is "
			  "no place for a journal: %s"),
			why);
	app->desk->exposed = why != NULL;
}
