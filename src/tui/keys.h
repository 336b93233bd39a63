/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The key table: which key means which action where.
 *
 * It is read from text (data/keys.conf, compiled in), one binding a line:
 * a context, its keys, the action.  Over it other texts may be laid, whose
 * keys go before; there `none` for an action leaves a key without one.  The table knows no action and no context
 * by itself: whoever builds it says which words are known.  Dispatch, hints
 * and help all ask here, so they cannot disagree.
 */
#ifndef SENSEBOARD_TUI_KEYS_H
#define SENSEBOARD_TUI_KEYS_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tui/canvas.h"

/* data/keys.conf, compiled in. */
extern const char data_keys_conf[];

/* In a layer: the key means nothing. */
#define KEYMAP_NONE "none"

#define KEYMAP_ERROR keymap_error_quark()
GQuark keymap_error_quark(void);

enum keymap_error {
	KEYMAP_ERROR_LINE, /* a line is not: context, keys, action */
	KEYMAP_ERROR_KEY, /* no key has this name */
	KEYMAP_ERROR_WORD, /* no such context or action */
	KEYMAP_ERROR_CONFLICT /* the key is taken in this context */
};

/* What a table may speak of. */
struct keymap_words {
	bool (*context)(const char *name);
	bool (*action)(const char *name);
};

/* One key in one context, of the text that was laid LAYER-th; the texts live as long as the table. */
struct binding {
	const char *context;
	const char *action;
	uint32_t key;
	unsigned line; /* of the text, from 1; 0: of none */
	unsigned layer;
};

struct keymap;

/* The table TEXT describes, or NULL with an error that names the first bad
 * line; keymap_free() frees it. */
struct keymap *keymap_new(const char *text, const struct keymap_words *words,
			  GError **error);
void keymap_free(struct keymap *map);

/* Lay TEXT over the table; false with an error that names its first bad
 * line. */
bool keymap_overlay(struct keymap *map, const char *text,
		    const struct keymap_words *words, GError **error);

/* Begin another layer, and bind KEYS (names, with blanks between them) in it
 * one by one; false if one of them is none, or taken in this layer. */
void keymap_begin(struct keymap *map);
bool keymap_bind(struct keymap *map, const char *context, const char *keys,
		 const char *action, GError **error);

/* All bindings in the order of the text: *COUNT of them. */
const struct binding *keymap_bindings(const struct keymap *map, size_t *count);

/* The action of KEY, asking the contexts (NULL-ended, innermost first) in
 * turn; NULL if none of them binds it. */
const char *keymap_action(const struct keymap *map, const char *const *contexts,
			  uint32_t key);

/* Whether KEY is the first of a pair that means something in these contexts,
 * and nothing by itself before that. */
bool keymap_begins(const struct keymap *map, const char *const *contexts,
		   uint32_t key);

/* The first key that means ACTION in these contexts, or 0: a key that an
 * inner context gives another meaning does not count. */
uint32_t keymap_key(const struct keymap *map, const char *const *contexts,
		    const char *action);

/* All those keys as people read them, "q F10 ^Q", or "" if there is none;
 * the caller frees. */
char *keymap_labels(const struct keymap *map, const char *const *contexts,
		    const char *action, enum glyphs glyphs);

#endif
