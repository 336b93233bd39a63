/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A storyboard that is open elsewhere, here or in another editor, is read-only
 * unless one asks for more; then it still follows what the other saves.
 *
 *	open elsewhere? --no--> protected
 *	   | yes
 *	   r read-only | e edit anyway, protected | q leave it
 */
#include "tui/opening.h"

#include "board/board.h"
#include "i18n.h"
#include "store/others.h"
#include "store/recent.h"
#include "tui/ask.h"
#include "tui/commands.h"
#include "tui/desks.h"
#include "tui/recovery.h"

static void ask_elsewhere(struct app *app, const char *question)
{
	/* until there is an answer */
	board_make_read_only(app->desk->board, question);
	ask_keys(app, &(struct ask_keys){
			      .question = question,
			      .context = "elsewhere",
			      .answers = opening_answers,
		      });
}

void opening(struct app *app)
{
	struct board *b = app->desk->board;
	g_autoptr(GError) error = NULL;
	g_autofree char *others = b->path ? others_tell(b->path) : NULL;

	if (others)
		ask_elsewhere(app, others);
	else if (!board_protect(b, &error))
		ask_elsewhere(app, error->message);
}

void opening_note(const struct app *app)
{
	const struct board *b = app->desk->board;
	g_autofree char *title = NULL;

	if (!app->protect || !b || !b->path || !b->journey)
		return;
	title = app_name(app);
	recent_note(b->path, title, g_get_real_time() / G_USEC_PER_SEC);
}

const char *opening_why_editable(struct app *app, struct view *v G_GNUC_UNUSED)
{
	const struct board *b = app->desk->board;

	if (b && b->read_only && b->journey)
		return NULL;
	return b && b->read_only ? b->problem
				 : _("it is not open for reading only");
}

void opening_edit_anyway(struct app *app, struct view *v G_GNUC_UNUSED)
{
	board_make_editable(app->desk->board);
	app_say(app, ROLE_CONTENT, "%s",
		_("what the other saves is noticed, and asked about"));
	recovery_ask(app);
}

static void answer_read_only(struct app *app, struct view *v)
{
	g_autofree char *key = NULL;

	app_pop(app, v);
	key = command_key(app, app_top(app), "commands");
	app_say(app, ROLE_CONTENT,
		_("read-only; it follows what the other saves; “%s edit "
		  "anyway” edits it too"),
		key);
}

static void answer_edit(struct app *app, struct view *v)
{
	app_pop(app, v);
	opening_edit_anyway(app, v);
}

static void answer_leave(struct app *app, struct view *v G_GNUC_UNUSED)
{
	if (app->other)
		desks_close(app);
	else
		app->quit = true;
}

const struct action opening_answers[] = {
	{ .name = "read-only",
	  .label = N_("read-only"),
	  .help = N_("Open it without editing it; it follows what the other "
		     "saves."),
	  .run = answer_read_only },
	{ .name = "edit-anyway",
	  .label = N_("edit anyway"),
	  .help = N_("Edit it too; what the other saves is asked about."),
	  .run = answer_edit },
	{ .name = "leave-it",
	  .label = N_("leave it"),
	  .help = N_("Leave it to the other: close it, or quit."),
	  .run = answer_leave },
	{ .name = NULL },
};
