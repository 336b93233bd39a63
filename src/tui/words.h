/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the words of the key table mean: contexts, and actions wherever their
 * rows stand (the app, the kinds of views, text fields).
 */
#ifndef SENSEBOARD_TUI_WORDS_H
#define SENSEBOARD_TUI_WORDS_H

#include "tui/keys.h"
#include "tui/view.h"

/* The words a key table may use. */
extern const struct keymap_words words_known;

/* Every kind of view, NULL-ended. */
extern const struct view_kind *const view_kinds[];

/* What a context is called over its keys ("in a text"), translated; NULL if
 * there is none of that name. */
const char *context_help(const char *name);

/* The name of a context, or of an action, that may have been meant, or NULL;
 * the caller frees. */
char *context_nearest(const char *name);
char *action_nearest(const char *name);

/* The key contexts of a view, innermost first, and the action names for its
 * hint row: NULL-ended; no hints may be NULL. */
const char *const *view_contexts(struct app *app, struct view *v);
const char *const *view_hints(struct app *app, struct view *v);

/* The row of that name in a NULL-name-ended table, or NULL; and in view V,
 * else in the app. */
const struct action *action_row(const struct action *rows, const char *name);
const struct action *action_find(const struct view *v, const char *name);

/* What lists and menus call an action: its name without dashes, "save as".
 * What a hint calls it: its label, else that; the caller frees both. And what
 * it does in one sentence, translated; "" if that is not known. */
char *action_title(const char *name);
char *action_label(const struct view *v, const char *name);
const char *action_help(const struct view *v, const char *name);

#endif
