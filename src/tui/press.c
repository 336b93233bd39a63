/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what becomes of a key.  Where two keys mean something together, the
 * first waits for the second, however long that takes; the status row says
 * meanwhile what may follow, and Esc forgets it.
 */
#include "tui/press.h"

#include "i18n.h"
#include "tui/drag.h"
#include "tui/key.h"
#include "tui/search.h"
#include "tui/words.h"

/* A key that nothing answers: say so, and where the others are named. */
static void say_unbound(struct app *app, struct view *v, uint32_t key)
{
	uint32_t help = keymap_key(app->keys, app_contexts(app, v), "help");
	g_autofree char *name = key_label(key, app->canvas->glyphs);
	g_autofree char *to_help =
		help ? key_label(help, app->canvas->glyphs) : NULL;

	if (to_help)
		app_say(app, ROLE_CONTENT,
			_("%s does nothing here; %s shows what can be done"),
			name, to_help);
}

/* "dd delete", if B begins with the key, and means that here. */
static void add_second(struct app *app, struct view *v, GString *out,
		       const struct binding *b)
{
	const char *const *contexts = app_contexts(app, v);
	g_autofree char *keys = NULL, *name = NULL;

	if (!g_strv_contains(contexts, b->context) ||
	    keymap_action(app->keys, contexts, b->key) != b->action)
		return;
	keys = key_label(b->key, app->canvas->glyphs);
	name = action_label(v, b->action);
	g_string_append_printf(out, "  %s %s", keys, name);
}

/* The first of two keys: say what the other one may be. */
static void begin_pair(struct app *app, struct view *v, uint32_t key)
{
	g_autoptr(GString) seconds = g_string_new(NULL);
	size_t count;
	const struct binding *b = keymap_bindings(app->keys, &count);

	for (size_t i = 0; i < count; i++)
		if (key_first(b[i].key) == key)
			add_second(app, v, seconds, &b[i]);
	app->begun = key;
	app_say(app, ROLE_CONTENT, "%c%s%s", (int)key,
		canvas_sign(app->canvas, SIGN_ELLIPSIS), seconds->str);
}

static void do_key(struct app *app, struct view *v, uint32_t key)
{
	const char *action =
		keymap_action(app->keys, app_contexts(app, v), key);

	if (action && app_do(app, action))
		return;
	if (app_hidden(app, v))
		return;
	if (!v->kind->type || !v->kind->type(app, v, key))
		say_unbound(app, v, key);
}

void press_key(struct app *app, uint32_t key)
{
	struct view *v = app_top(app);
	uint32_t begun = app->begun;
	uint32_t pair = begun ? key_pair(begun, key) : 0;

	g_clear_pointer(&app->message, g_free);
	app->begun = 0;
	if (app->desk->search)
		app->desk->search->lit = false;
	if (drag_cancel(app) || (begun && key == KEYCODE_ESC))
		return;
	if (pair)
		key = pair;
	if (keymap_begins(app->keys, app_contexts(app, v), key))
		begin_pair(app, v, key);
	else
		do_key(app, v, key);
}
