/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the table of what can be done everywhere, and the small ones among
 * these actions; saving, searching and the terminal have files of their own.
 *
 * Adding an action is a function and a row, here or in the view it belongs
 * to; the key table, hints, help and the menu follow.
 */
#include "tui/actions.h"

#include "board/board.h"
#include "i18n.h"
#include "tui/desks.h"
#include "tui/disk.h"
#include "tui/help.h"
#include "tui/key.h"
#include "tui/loop.h"
#include "tui/marks.h"
#include "tui/menus.h"
#include "tui/opening.h"
#include "tui/palette.h"
#include "tui/restyle.h"
#include "tui/save.h"
#include "tui/search.h"
#include "tui/stop.h"
#include "tui/views.h"
#include "tui/words.h"

static const char *why_no_board(struct app *app, struct view *v G_GNUC_UNUSED)
{
	return app->desk->board ? NULL : _("no storyboard is open");
}

static const char *why_no_journey(struct app *app, struct view *v)
{
	if (app->desk->board && !app->desk->board->journey)
		return _("this file has to be mended first");
	return why_no_board(app, v);
}

const char *app_why_read_only(struct app *app, struct view *v)
{
	if (app->desk->board && app->desk->board->read_only)
		return app->desk->board->problem ? app->desk->board->problem
						 : _("this file is read-only");
	return why_no_journey(app, v);
}

static const char *why_no_terminal(struct app *app,
				   struct view *v G_GNUC_UNUSED)
{
	return app->term ? NULL : _("there is no terminal");
}

static void undo(struct app *app, struct view *v G_GNUC_UNUSED)
{
	const struct change *change = board_undo(app->desk->board);

	if (!change) {
		app_say(app, ROLE_CONTENT, "%s", _("nothing to undo"));
		return;
	}
	app_changed(app, change);
	app_say(app, ROLE_CONTENT, _("undid: %s"), change->name);
}

static void redo(struct app *app, struct view *v G_GNUC_UNUSED)
{
	const struct change *change = board_redo(app->desk->board);

	if (!change) {
		app_say(app, ROLE_CONTENT, "%s", _("nothing to redo"));
		return;
	}
	app_changed(app, change);
	app_say(app, ROLE_CONTENT, _("redid: %s"), change->name);
}

static void help(struct app *app, struct view *v)
{
	help_open(app, v);
}

static void commands(struct app *app, struct view *v)
{
	palette_open(app, v);
}

static void menu(struct app *app, struct view *v)
{
	menus_open(app, v);
}

void app_menu(struct app *app)
{
	menus_open(app, app_top(app));
}

/* ^C outside a prompt: who presses it wants out. */
static void cancel(struct app *app, struct view *v)
{
	const char *const *contexts = view_contexts(app, v);
	uint32_t key = keymap_key(app->keys, contexts, "quit");
	g_autofree char *label = key_label(key, app->canvas->glyphs);

	app_say(app, ROLE_CONTENT, _("to quit, press %s"), label);
}

static void next_match(struct app *app, struct view *v G_GNUC_UNUSED)
{
	search_step(app, 1);
}

static void previous_match(struct app *app, struct view *v G_GNUC_UNUSED)
{
	search_step(app, -1);
}

static void next_finding(struct app *app, struct view *v G_GNUC_UNUSED)
{
	stop_step(app, 1);
}

static void previous_finding(struct app *app, struct view *v G_GNUC_UNUSED)
{
	stop_step(app, -1);
}

static void map(struct app *app, struct view *v G_GNUC_UNUSED)
{
	app_show(app, &view_map_kind);
}

static void board(struct app *app, struct view *v G_GNUC_UNUSED)
{
	app_show(app, &view_board_kind);
}

static void walk(struct app *app, struct view *v G_GNUC_UNUSED)
{
	app_show(app, &view_walk_kind);
}

static void findings(struct app *app, struct view *v G_GNUC_UNUSED)
{
	app_show(app, &view_findings_kind);
}

static void senses(struct app *app, struct view *v G_GNUC_UNUSED)
{
	app_show(app, &view_senses_kind);
}

static void scorecard(struct app *app, struct view *v G_GNUC_UNUSED)
{
	app_show(app, &view_scorecard_kind);
}

static void outline(struct app *app, struct view *v G_GNUC_UNUSED)
{
	app_show(app, &view_outline_kind);
}

static void history(struct app *app, struct view *v)
{
	if (v->kind != &view_history_kind)
		app_push(app, view_history_new(app));
}

static void back(struct app *app, struct view *v G_GNUC_UNUSED)
{
	if (!marks_clear(app))
		app_menu(app);
}

const struct action app_actions[] = {
	{ .name = "help",
	  .label = N_("help"),
	  .help = N_("Show what can be done here, and with which keys."),
	  .run = help },
	{ .name = "commands",
	  .label = N_("commands"),
	  .help = N_("Choose a command from the list of all, by some letters "
		     "of its name."),
	  .run = commands },
	{ .name = "menu",
	  .label = N_("menu"),
	  .help = N_("Open the menus, which have every command."),
	  .run = menu },
	{ .name = "undo",
	  .label = N_("undo"),
	  .help = N_("Undo the last change and go where it was made."),
	  .why_not = app_why_read_only,
	  .run = undo },
	{ .name = "redo",
	  .label = N_("redo"),
	  .help = N_("Do the change again that was undone last."),
	  .why_not = app_why_read_only,
	  .run = redo },
	{ .name = "history",
	  .help = N_("Show all changes since the storyboard was opened, and go "
		     "to any of them."),
	  .why_not = why_no_journey,
	  .run = history },
	{ .name = "search",
	  .label = N_("find"),
	  .help = N_("Search all texts of the storyboard while you type."),
	  .why_not = why_no_journey,
	  .run = search_open },
	{ .name = "next-match",
	  .label = N_("next"),
	  .help = N_("Go to the next place that was found."),
	  .why_not = why_no_journey,
	  .run = next_match },
	{ .name = "previous-match",
	  .label = N_("previous"),
	  .help = N_("Go to the place found before this one."),
	  .why_not = why_no_journey,
	  .run = previous_match },
	{ .name = "next-finding",
	  .label = N_("finding"),
	  .help = N_("Go to the next thing that is found wrong, and say "
		     "why."),
	  .why_not = why_no_journey,
	  .run = next_finding },
	{ .name = "previous-finding",
	  .label = N_("finding"),
	  .help = N_("Go back to the finding before."),
	  .why_not = why_no_journey,
	  .run = previous_finding },
	{ .name = "save",
	  .label = N_("save"),
	  .help = N_("Save; an untitled storyboard is asked for a name."),
	  .why_not = app_why_read_only,
	  .run = save,
	  .run_on = save_to },
	{ .name = "open",
	  .label = N_("open"),
	  .help = N_("Open another storyboard beside this one."),
	  .run = desks_ask,
	  .operand = N_("FILE"),
	  .run_on = desks_open_typed },
	{ .name = "other-storyboard",
	  .label = N_("other"),
	  .help = N_("Go to the storyboard seen before this one, and back."),
	  .why_not = desks_why_no_other,
	  .run = desks_other },
	{ .name = "storyboards",
	  .label = N_("storyboards"),
	  .help = N_("Choose from the storyboards that are open or were open "
		     "last."),
	  .run = desks_list },
	{ .name = "close",
	  .label = N_("close"),
	  .help = N_("Close this storyboard; with work unsaved, you are asked "
		     "first."),
	  .why_not = why_no_board,
	  .run = save_close },
	{ .name = "save-as",
	  .label = N_("save as"),
	  .help = N_("Save under another name, and go on with that file."),
	  .why_not = app_why_read_only,
	  .run = save_as,
	  .operand = N_("FILE"),
	  .run_on = save_to },
	{ .name = "changed-on-disk",
	  .label = N_("changed on disk"),
	  .help = N_("Decide what becomes of changes by others: merge, "
		     "compare, keep yours or reload."),
	  .why_not = disk_why_same,
	  .run = disk_decide },
	{ .name = "edit-anyway",
	  .label = N_("edit anyway"),
	  .help = N_("Edit a storyboard that was opened read-only because "
		     "somebody else has it open."),
	  .why_not = opening_why_editable,
	  .run = opening_edit_anyway },
	{ .name = "map",
	  .label = N_("map"),
	  .help = N_("Show stages, touchpoints and owners."),
	  .why_not = why_no_journey,
	  .run = map },
	{ .name = "board",
	  .label = N_("board"),
	  .help = N_("Show stages as columns and lanes as rows."),
	  .why_not = why_no_journey,
	  .run = board },
	{ .name = "walk",
	  .label = N_("walk"),
	  .help = N_("Walk through the journey in the customer's shoes."),
	  .why_not = why_no_journey,
	  .run = walk },
	{ .name = "findings",
	  .label = N_("findings"),
	  .help = N_("Show all that is found wrong, and mend it."),
	  .why_not = why_no_journey,
	  .run = findings },
	{ .name = "senses",
	  .label = N_("senses"),
	  .help = N_("Show how far each stage reaches each of the five "
		     "senses."),
	  .why_not = why_no_journey,
	  .run = senses },
	{ .name = "scorecard",
	  .label = N_("scorecard"),
	  .help = N_("Show what the journey comes to, and its benchmarks."),
	  .why_not = why_no_journey,
	  .run = scorecard },
	{ .name = "outline",
	  .label = N_("outline"),
	  .help = N_("Show the journey as text from top to bottom."),
	  .why_not = why_no_journey,
	  .run = outline },
	{ .name = "back",
	  .label = N_("back"),
	  .help = N_("Go back one level; at the top, open the menu."),
	  .run = back },
	{ .name = "mouse",
	  .label = N_("mouse"),
	  .help = N_("Turn the mouse on or off; off, it selects text."),
	  .why_not = why_no_terminal,
	  .run = loop_toggle_mouse },
	{ .name = "theme",
	  .label = N_("theme"),
	  .help = N_("Choose the colours of the screen, and try them on."),
	  .run = restyle },
	{ .name = "redraw",
	  .help = N_("Draw the whole screen anew."),
	  .why_not = why_no_terminal,
	  .run = loop_redraw },
	{ .name = "suspend",
	  .help = N_("Stop until the shell's `fg` brings senseboard back."),
	  .why_not = why_no_terminal,
	  .run = loop_suspend },
	{ .name = "cancel",
	  .help = N_("End a question; elsewhere, say how to quit."),
	  .run = cancel },
	{ .name = "save-and-quit",
	  .help = N_("Save, then quit."),
	  .why_not = app_why_read_only,
	  .run = save_and_quit },
	{ .name = "discard-and-quit",
	  .help = N_("Quit at once, without saving what is unsaved."),
	  .run = save_discard_and_quit },
	{ .name = "quit",
	  .label = N_("quit"),
	  .help = N_("Quit; with work unsaved, you are asked first."),
	  .run = save_quit },
	{ .name = NULL },
};
