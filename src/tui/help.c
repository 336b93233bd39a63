/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Help, made from the key table: what can be done where the focus is comes
 * first, then what can be done everywhere, then what has no key.
 *
 * It is a list to choose from like any other, so it is searched by typing,
 * and Enter does what the line says.
 */
#include "tui/help.h"

#include <string.h>

#include "i18n.h"
#include "tui/actions.h"
#include "tui/ask.h"
#include "tui/key.h"
#include "tui/words.h"
#include "tui/wrap.h"

#define KEYS_COLS 14 /* columns for the keys, if they need them */
#define WIDE_COLS 60 /* of the screen, for all keys */

/* Help being made: one row an action. */
struct rows {
	struct app *app;
	struct view *view;
	const char *const *contexts;
	GArray *items; /* of struct ask_item; NAME is the table's */
	GPtrArray *keys, *texts; /* of char *; texts the items borrow */
	int cols; /* of the widest keys */
};

static bool has_row(const struct rows *r, const char *action)
{
	for (guint i = 0; i < r->items->len; i++)
		if (!strcmp(g_array_index(r->items, struct ask_item, i).name,
			    action))
			return true;
	return false;
}

static char *take_text(struct rows *r, char *text)
{
	g_ptr_array_add(r->texts, text);
	return text;
}

/* What stands in a row: what it does, or why it cannot be done. */
static const char *explain(struct rows *r, const char *action)
{
	const struct action *row = action_find(r->view, action);
	const char *why =
		row && row->why_not ? row->why_not(r->app, r->view) : NULL;

	if (!why)
		return action_help(r->view, action);
	return take_text(r, g_strdup_printf(_("Not now: %s."), why));
}

/* All keys of an action, or only the first on a narrow screen. */
static char *key_text(const struct rows *r, const char *action)
{
	enum glyphs glyphs = r->app->canvas->glyphs;
	uint32_t key;

	if (r->app->canvas->cols >= WIDE_COLS)
		return keymap_labels(r->app->keys, r->contexts, action, glyphs);
	key = keymap_key(r->app->keys, r->contexts, action);
	return key ? key_label(key, glyphs) : g_strdup("");
}

static void add_row(struct rows *r, const char *action)
{
	enum glyphs glyphs = r->app->canvas->glyphs;
	const char *text = explain(r, action);
	struct ask_item item = { .name = action, .detail = text };
	char *keys;

	if (!*text || has_row(r, action))
		return;
	g_array_append_val(r->items, item);
	keys = key_text(r, action);
	g_ptr_array_add(r->keys, keys);
	r->cols = MAX(r->cols, text_columns(keys, strlen(keys), glyphs));
}

/* The help and the menu themselves are not worth a line. */
static bool is_help(const char *action)
{
	return !strcmp(action, "help") || !strcmp(action, "commands");
}

static void add_context(struct rows *r, const char *context)
{
	size_t count;
	const struct binding *b = keymap_bindings(r->app->keys, &count);

	for (size_t i = 0; i < count; i++)
		if (!strcmp(b[i].context, context) && !is_help(b[i].action) &&
		    keymap_key(r->app->keys, r->contexts, b[i].action))
			add_row(r, b[i].action);
}

static bool is_bound(const struct rows *r, const char *action)
{
	size_t count;
	const struct binding *b = keymap_bindings(r->app->keys, &count);

	for (size_t i = 0; i < count; i++)
		if (!strcmp(b[i].action, action))
			return true;
	return false;
}

static void add_keyless(struct rows *r, const struct action *rows)
{
	for (; rows && rows->name; rows++)
		if (!is_bound(r, rows->name))
			add_row(r, rows->name);
}

/* Say in each row its keys, in a column of their own, and its name. */
static void label(struct rows *r)
{
	enum glyphs glyphs = r->app->canvas->glyphs;
	int cols = MIN(r->cols, KEYS_COLS);

	for (guint i = 0; i < r->items->len; i++) {
		struct ask_item *item =
			&g_array_index(r->items, struct ask_item, i);
		const char *keys = r->keys->pdata[i];
		int used = text_columns(keys, strlen(keys), glyphs);
		g_autofree char *name =
			g_strdelimit(g_strdup(item->name), "-", ' ');

		item->label =
			take_text(r, g_strdup_printf("%s%*s%s", keys,
						     MAX(cols - used, 0) + 2,
						     "", name));
	}
}

static bool run(struct app *app, const char *name, void *data G_GNUC_UNUSED)
{
	app_pop(app, app_top(app));
	app_do(app, name);
	return true;
}

static void show(struct rows *r)
{
	const char *const *where = r->contexts;
	g_autofree char *title = g_strdup_printf(_("What can be done %s"),
						 context_help(where[0]));

	ask_choice(r->app, &(struct ask_list){
				   .title = title,
				   .items = (struct ask_item *)r->items->data,
				   .context = "help",
				   .done = run,
			   });
}

void help_open(struct app *app, struct view *v)
{
	struct rows r = {
		.app = app,
		.view = v,
		.contexts = v->kind->contexts(app, v),
		.items = g_array_new(TRUE, TRUE, sizeof(struct ask_item)),
		.keys = g_ptr_array_new_with_free_func(g_free),
		.texts = g_ptr_array_new_with_free_func(g_free),
	};

	for (size_t i = 0; r.contexts[i]; i++) {
		add_context(&r, r.contexts[i]);
		if (strcmp(r.contexts[i], "everywhere"))
			continue;
		add_keyless(&r, v->kind->actions);
		add_keyless(&r, app_actions);
	}
	label(&r);
	show(&r);
	g_array_unref(r.items);
	g_ptr_array_unref(r.keys);
	g_ptr_array_unref(r.texts);
}
