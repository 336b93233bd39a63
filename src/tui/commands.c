/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the walk along the key table and the tables of actions that finds out
 * what can be done now, and why the rest cannot.
 *
 *	key table: inner context, outer context, everywhere
 *	actions without a key: the view's, the thing's, the app's
 *	actions of other views with a tab
 */
#include "tui/commands.h"

#include <string.h>

#include "i18n.h"
#include "tui/actions.h"
#include "tui/amend.h"
#include "tui/key.h"
#include "tui/list.h"
#include "tui/words.h"

#define WIDE_COLS 60 /* of the screen, for all keys of a command */

/* The commands while they are gathered. */
struct gathering {
	struct app *app;
	struct view *view;
	const char *const *contexts; /* where the view has its focus */
	GPtrArray *commands;
};

static void free_command(void *data)
{
	struct command *command = data;

	g_free(command->title);
	g_free(command->label);
	g_free(command->keys);
	g_free(command->help);
	g_free(command->why_not);
	g_free(command);
}

const struct command *commands_find(const GPtrArray *commands, const char *name)
{
	for (guint i = 0; i < commands->len; i++) {
		const struct command *command = commands->pdata[i];

		if (!strcmp(command->name, name))
			return command;
	}
	return NULL;
}

static bool is_move(const char *name)
{
	static const char *const others[] = { "left", "right", "next-pane",
					      "previous-pane", NULL };

	return action_row(list_actions, name) || g_strv_contains(others, name);
}

/* Why an action cannot be done now, or NULL. */
static char *find_why_not(struct gathering *g, const struct action *row)
{
	if (!row || !row->why_not)
		return NULL;
	return g_strdup(row->why_not(g->app, g->view));
}

/* All keys of an action, or only the first on a narrow screen. */
static char *find_keys(const struct gathering *g, const char *const *contexts,
		       const char *name)
{
	enum glyphs glyphs = g->app->canvas->glyphs;
	uint32_t key;

	if (g->app->canvas->cols >= WIDE_COLS)
		return keymap_labels(g->app->keys, contexts, name, glyphs);
	key = keymap_key(g->app->keys, contexts, name);
	return key ? key_label(key, glyphs) : g_strdup("");
}

char *command_key(struct app *app, struct view *v, const char *name)
{
	uint32_t key = keymap_key(app->keys, view_contexts(app, v), name);

	return key ? key_label(key, app->canvas->glyphs) : g_strdup("");
}

/* Take what is known of COMMAND and find out the rest. */
static void add(struct gathering *g, const struct command *known,
		const char *const *contexts, const char *help)
{
	struct command *command;
	const char *operand = known->row ? known->row->operand : NULL;

	if (!*help || commands_find(g->commands, known->name)) {
		g_free(known->why_not);
		return;
	}
	command = g_new(struct command, 1);
	*command = *known;
	command->title = action_title(known->name);
	command->label = g_strjoin(" ", command->title,
				   operand ? _(operand) : NULL, NULL);
	command->keys = find_keys(g, contexts, known->name);
	command->help = known->why_not ? g_strdup_printf(_("Not now: %s. %s"),
							 known->why_not, help)
				       : g_strdup(help);
	command->moves = is_move(known->name);
	g_ptr_array_add(g->commands, command);
}

/* Something the view with the focus can do. */
static void add_own(struct gathering *g, const char *name, const char *where)
{
	const struct action *row = action_find(g->view, name);

	add(g,
	    &(struct command){ .name = row ? row->name : name,
			       .row = row,
			       .why_not = find_why_not(g, row),
			       .where = where },
	    g->contexts, action_help(g->view, name));
}

/* What the keys of a context do; if they but move the cursor, they are MOVES. */
static void add_bound(struct gathering *g, const char *context, bool moves)
{
	size_t count;
	const struct binding *b = keymap_bindings(g->app->keys, &count);

	for (size_t i = 0; i < count; i++)
		if (!strcmp(b[i].context, context) &&
		    is_move(b[i].action) == moves &&
		    keymap_key(g->app->keys, g->contexts, b[i].action))
			add_own(g, b[i].action, context_help(context));
}

/* The first context that binds an action, or NULL. */
static const char *context_of(const struct gathering *g, const char *name)
{
	size_t count;
	const struct binding *b = keymap_bindings(g->app->keys, &count);

	for (size_t i = 0; i < count; i++)
		if (!strcmp(b[i].action, name))
			return b[i].context;
	return NULL;
}

/* What no key does here, of the view's own or (ALL) wherever it has one. */
static void add_keyless(struct gathering *g, const struct action *rows,
			bool all)
{
	for (; rows && rows->name; rows++)
		if (all || !context_of(g, rows->name))
			add_own(g, rows->name, _("without a key"));
}

/* Where something can be done: in another part of this view, or another. */
static char *elsewhere(const struct gathering *g, const struct view_kind *kind,
		       const char *context)
{
	if (kind == g->view->kind && context)
		return g_strdup_printf(_("only %s"), context_help(context));
	return g_strdup_printf(_("only in the view “%s”"), _(kind->label));
}

/* What another view can do: not now, but to be found. */
static void add_other(struct gathering *g, const struct view_kind *kind,
		      const struct action *row)
{
	const char *context = context_of(g, row->name);
	const char *const contexts[] = { context, NULL };

	add(g,
	    &(struct command){
		    .name = row->name,
		    .row = row,
		    .why_not = elsewhere(g, kind, context),
		    .where = context ? context_help(context)
				     : _("without a key"),
	    },
	    contexts, _(row->help));
}

static void add_others(struct gathering *g)
{
	for (size_t i = 0; view_kinds[i]; i++) {
		const struct view_kind *kind = view_kinds[i];
		const struct action *row = kind->actions;

		if (!kind->label)
			continue;
		for (; row && row->name; row++)
			add_other(g, kind, row);
	}
}

GPtrArray *commands_of(struct app *app, struct view *v)
{
	struct gathering g = {
		.app = app,
		.view = v,
		.contexts = view_contexts(app, v),
		.commands = g_ptr_array_new_with_free_func(free_command),
	};

	for (size_t i = 0; g.contexts[i]; i++) {
		add_bound(&g, g.contexts[i], false);
		add_bound(&g, g.contexts[i], true);
	}
	if (!g_strv_contains(g.contexts, "everywhere"))
		return g.commands;
	add_keyless(&g, v->kind->actions, false);
	add_keyless(&g, amend_actions, false);
	add_keyless(&g, app_actions, true);
	if (app_journey(app))
		add_others(&g);
	return g.commands;
}

struct ask_item command_item(const struct command *command)
{
	return (struct ask_item){
		.name = command->name,
		.label = command->label,
		.key = command->keys,
		.detail = command->help,
		.off = command->why_not != NULL,
	};
}

bool command_run(struct app *app, const char *name, void *commands)
{
	const struct command *command = commands_find(commands, name);

	if (command && command->why_not) {
		app_say(app, ROLE_WARNING, "%s", command->why_not);
		return false;
	}
	app_pop(app, app_top(app));
	app_do(app, name);
	return true;
}
