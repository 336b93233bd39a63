/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what the list of commands has in it, in which order, and how a line
 * with something behind the name is read: "save as ~/journeys/bread.yaml".
 *
 *	▌Command ─────────────────────────────────────────────
 *	 sa▏
 *	▸ save          ^S   Save; an untitled storyboard ...
 *	  save as FILE       Save under another name, and ...
 *
 * The matching is list.c's, the conversation view-list.c's.
 */
#include "tui/palette.h"

#include <string.h>

#include "i18n.h"
#include "tui/ask.h"
#include "tui/commands.h"

#define MOST_RECENT 20 /* commands */

struct palette {
	const struct app *app;
	GPtrArray *commands;
};

static void free_palette(void *data)
{
	struct palette *p = data;

	g_ptr_array_unref(p->commands);
	g_free(p);
}

/* --- what was used last --------------------------------------------------- */

static guint age(const struct app *app, const char *name)
{
	for (guint i = 0; i < app->recent->len; i++)
		if (!strcmp(app->recent->pdata[i], name))
			return i;
	return MOST_RECENT;
}

static void remember(struct app *app, const char *name)
{
	guint at = age(app, name);

	if (at < app->recent->len)
		g_ptr_array_remove_index(app->recent, at);
	g_ptr_array_insert(app->recent, 0, g_strdup(name));
	if (app->recent->len > MOST_RECENT)
		g_ptr_array_set_size(app->recent, MOST_RECENT);
}

/* --- a name and something behind it --------------------------------------- */

/* What stands behind NAME in TYPED, "" if nothing does; NULL if TYPED begins
 * with something else. Blanks are as good as dashes. */
static const char *behind(const char *typed, const char *name)
{
	for (; *name; name++, typed++)
		if (*typed != *name && (*typed != '-' || *name != ' '))
			return NULL;
	if (*typed && *typed != ' ')
		return NULL;
	return typed + strspn(typed, " ");
}

/* The command that TYPED says with something behind it, *OPERAND, or NULL. */
static const struct command *read_line(const struct palette *p,
				       const char *typed, const char **operand)
{
	const struct alias *alias = p->app->aliases;

	for (guint i = 0; i < p->commands->len; i++) {
		const struct command *c = p->commands->pdata[i];

		*operand = behind(typed, c->title);
		if (*operand && **operand && c->row && c->row->run_on)
			return c;
	}
	for (; alias && alias->name; alias++) {
		const struct command *c =
			commands_find(p->commands, alias->action);

		*operand = behind(typed, alias->name);
		if (*operand && **operand && c && c->row && c->row->run_on)
			return c;
	}
	return NULL;
}

static bool takes(const char *typed, const void *data)
{
	const char *operand;

	return read_line(data, typed, &operand) != NULL;
}

/* --- doing it ------------------------------------------------------------- */

static bool run(struct app *app, const char *chosen, void *data)
{
	const struct palette *p = data;
	const struct command *c = commands_find(p->commands, chosen);
	const char *operand = NULL;

	if (!c)
		c = read_line(p, chosen, &operand);
	if (!c)
		return false;
	if (!c->why_not)
		remember(app, c->name);
	if (!operand || c->why_not)
		return command_run(app, c->name, p->commands);
	app_pop(app, app_top(app));
	c->row->run_on(app, app_top(app), operand);
	return true;
}

/* --- its rows -------------------------------------------------------------- */

/* Those used last, then those that do something, then those that only move. */
static int order_of(const struct app *app, const struct command *c)
{
	return (int)age(app, c->name) + (c->moves ? 1 : 0);
}

static int by_use(const void *a, const void *b, void *app)
{
	const struct command *one = *(struct command *const *)a;
	const struct command *other = *(struct command *const *)b;

	return order_of(app, one) - order_of(app, other);
}

static void add_aliases(const struct palette *p, GArray *items)
{
	const struct alias *alias = p->app->aliases;

	for (; alias && alias->name; alias++) {
		const struct command *c =
			commands_find(p->commands, alias->action);
		struct ask_item item;

		if (!c)
			continue;
		item = command_item(c);
		item.label = alias->name;
		g_array_append_val(items, item);
	}
}

static GArray *rows(const struct palette *p)
{
	GArray *items = g_array_new(TRUE, TRUE, sizeof(struct ask_item));

	for (guint i = 0; i < p->commands->len; i++) {
		const struct command *c = p->commands->pdata[i];
		struct ask_item item = command_item(c);

		if (strcmp(c->name, "commands") != 0)
			g_array_append_val(items, item);
	}
	add_aliases(p, items);
	return items;
}

void palette_open(struct app *app, struct view *v)
{
	struct palette *p = g_new(struct palette, 1);
	g_autoptr(GArray) items = NULL;

	*p = (struct palette){ .app = app, .commands = commands_of(app, v) };
	g_ptr_array_sort_with_data(p->commands, by_use, app);
	items = rows(p);
	ask_choice(app, &(struct ask_list){
				.title = _("Command"),
				.items = (struct ask_item *)items->data,
				.context = "commands",
				.takes = takes,
				.done = run,
				.data = p,
				.free_data = free_palette,
			});
}
