/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Knows all the tables that give the words of keys.conf their meaning, and
 * looks things up in them.
 *
 * A kind of view is a row here.  An action is found where it is asked for:
 * in the view that has the keys first, then among what can be done to the
 * thing at its cursor, then in the app; a text field has actions of its own,
 * which a view with a field passes on.
 */
#include "tui/words.h"

#include <string.h>

#include "i18n.h"
#include "rules/nearest.h"
#include "tui/actions.h"
#include "tui/amend.h"
#include "tui/input.h"
#include "tui/list.h"
#include "tui/save.h"

const struct view_kind *const view_kinds[] = {
	/* those that have a tab, in the order of their keys */
	&view_map_kind,
	&view_board_kind,
	&view_walk_kind,
	&view_findings_kind,
	&view_senses_kind,
	&view_scorecard_kind,
	&view_outline_kind,
	/* and those that lie over them, or stand in their place */
	&view_broken_kind,
	&view_welcome_kind,
	&view_prompt_kind,
	&view_list_kind,
	&view_question_kind,
	&view_compare_kind,
	&view_history_kind,
	&view_menus_kind,
	&view_search_kind,
	&view_recovery_kind,
	NULL,
};

struct context {
	const char *name;
	const char *help;
};

static const struct context contexts[] = {
	{ .name = "everywhere", .help = N_("everywhere but in a text") },
	{ .name = "panes", .help = N_("in the panes") },
	{ .name = "board", .help = N_("on the board") },
	{ .name = "senses", .help = N_("on the senses") },
	{ .name = "inspector", .help = N_("in the inspector") },
	{ .name = "walks", .help = N_("before a walk") },
	{ .name = "walk", .help = N_("on a walk") },
	{ .name = "tally", .help = N_("at the end of a walk") },
	{ .name = "findings", .help = N_("in the findings") },
	{ .name = "scorecard", .help = N_("on the scorecard") },
	{ .name = "field", .help = N_("in a text being typed") },
	{ .name = "list", .help = N_("in a list") },
	{ .name = "faces", .help = N_("choosing a face") },
	{ .name = "search", .help = N_("searching") },
	{ .name = "help", .help = N_("in the help") },
	{ .name = "menu", .help = N_("in a menu") },
	{ .name = "commands", .help = N_("in the list of commands") },
	{ .name = "history", .help = N_("in the history") },
	{ .name = "welcome", .help = N_("on the first page") },
	{ .name = "recovery", .help = N_("after a crash") },
	{ .name = "quit", .help = N_("quitting with work unsaved") },
	{ .name = "question", .help = N_("at a question") },
	{ .name = "changed", .help = N_("when others have changed the file") },
	{ .name = "elsewhere", .help = N_("where somebody else has it open") },
	{ .name = "compare", .help = N_("comparing with the disk") },
	{ .name = "deleted", .help = N_("saving what others deleted") },
	{ .name = "small", .help = N_("where the screen is too small") },
};

const char *context_help(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(contexts); i++)
		if (!strcmp(contexts[i].name, name))
			return _(contexts[i].help);
	return NULL;
}

const char *const *view_contexts(struct app *app, struct view *v)
{
	return v->kind->contexts ? v->kind->contexts(app, v) : v->kind->where;
}

const char *const *view_hints(struct app *app, struct view *v)
{
	return v->kind->hints ? v->kind->hints(app, v) : v->kind->hinted;
}

/* Most names differ in their first letter. */
const struct action *action_row(const struct action *rows, const char *name)
{
	for (; rows && rows->name; rows++)
		if (*rows->name == *name && !strcmp(rows->name, name))
			return rows;
	return NULL;
}

const struct action *action_find(const struct view *v, const char *name)
{
	const struct action *row = action_row(v->actions, name);

	if (!row)
		row = action_row(v->kind->actions, name);
	if (!row)
		row = action_row(list_actions, name);
	if (!row)
		row = action_row(amend_actions, name);
	return row ? row : action_row(app_actions, name);
}

static const struct input_action *find_input_action(const char *name)
{
	size_t count;
	const struct input_action *rows = input_actions(&count);

	for (size_t i = 0; i < count; i++)
		if (!strcmp(rows[i].name, name))
			return &rows[i];
	return NULL;
}

char *action_title(const char *name)
{
	return g_strdelimit(g_strdup(name), "-", ' ');
}

char *action_label(const struct view *v, const char *name)
{
	const struct action *row = action_find(v, name);

	return row && row->label ? g_strdup(_(row->label)) : action_title(name);
}

const char *action_help(const struct view *v, const char *name)
{
	const struct action *row = action_find(v, name);
	const struct input_action *input = find_input_action(name);

	if (row)
		return _(row->help);
	return input ? _(input->help) : "";
}

static bool know_context(const char *name)
{
	return context_help(name) != NULL;
}

/* Every table of actions but those of a text, by number; NULL behind the
 * last. */
static const struct action *action_table(size_t i)
{
	static const struct action *const common[] = { list_actions,
						       amend_actions,
						       app_actions };
	static const struct action none[] = { { .name = NULL } };

	if (i < G_N_ELEMENTS(common))
		return common[i];
	i -= G_N_ELEMENTS(common);
	for (size_t k = 0; view_kinds[k]; k++, i--)
		if (i == 0)
			return view_kinds[k]->actions ? view_kinds[k]->actions
						      : none;
	return save_answers[i];
}

static bool know_action(const char *name)
{
	const struct action *rows;

	for (size_t i = 0; (rows = action_table(i)); i++)
		if (action_row(rows, name))
			return true;
	return find_input_action(name) != NULL;
}

char *context_nearest(const char *name)
{
	struct nearest n;

	nearest_init(&n, name);
	for (size_t i = 0; i < G_N_ELEMENTS(contexts); i++)
		nearest_offer(&n, contexts[i].name);
	return n.best;
}

char *action_nearest(const char *name)
{
	const struct action *rows;
	struct nearest n;
	size_t count;
	const struct input_action *input = input_actions(&count);

	nearest_init(&n, name);
	for (size_t i = 0; (rows = action_table(i)); i++)
		for (; rows->name; rows++)
			nearest_offer(&n, rows->name);
	for (size_t i = 0; i < count; i++)
		nearest_offer(&n, input[i].name);
	return n.best;
}

const struct keymap_words words_known = {
	.context = know_context,
	.action = know_action,
};
