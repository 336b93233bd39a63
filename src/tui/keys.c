/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading the key table, and asking it.
 *
 * The bindings are one array in the order of the text.  There are some
 * hundred and fifty of them and a person presses ten keys a second, so every
 * question is a walk over the array; the order doubles as the order of help
 * and of preference.
 */
#include "tui/keys.h"

#include <string.h>

#include "tui/key.h"

struct keymap {
	GArray *bindings; /* of struct binding */
	GStringChunk *words;
};

G_DEFINE_QUARK(keymap, keymap_error)

static const struct binding *binding_at(const struct keymap *map, size_t i)
{
	return &g_array_index(map->bindings, struct binding, i);
}

static const struct binding *find(const struct keymap *map, const char *context,
				  uint32_t key)
{
	for (size_t i = 0; i < map->bindings->len; i++) {
		const struct binding *b = binding_at(map, i);

		if (b->key == key && !strcmp(b->context, context))
			return b;
	}
	return NULL;
}

static bool add_key(struct keymap *map, struct binding b, const char *name,
		    GError **error)
{
	const struct binding *taken;

	if (!key_parse(name, &b.key)) {
		g_set_error(error, KEYMAP_ERROR, KEYMAP_ERROR_KEY,
			    "line %u: no key is called '%s'", b.line, name);
		return false;
	}
	taken = find(map, b.context, b.key);
	if (taken) {
		g_set_error(error, KEYMAP_ERROR, KEYMAP_ERROR_CONFLICT,
			    "line %u: '%s' already means '%s' here (line %u)",
			    b.line, name, taken->action, taken->line);
		return false;
	}
	g_array_append_val(map->bindings, b);
	return true;
}

static bool check_words(const struct keymap_words *words,
			const struct binding *b, GError **error)
{
	bool known = words->context(b->context);

	if (known && words->action(b->action))
		return true;
	g_set_error(error, KEYMAP_ERROR, KEYMAP_ERROR_WORD,
		    "line %u: unknown %s '%s'", b->line,
		    known ? "action" : "context",
		    known ? b->action : b->context);
	return false;
}

/* The words of LINE, without the blanks between them. */
static GPtrArray *split_words(char *line)
{
	GPtrArray *out = g_ptr_array_new();

	while (*(line += strspn(line, " \t\r"))) {
		g_ptr_array_add(out, line);
		line += strcspn(line, " \t\r");
		if (*line)
			*line++ = '\0';
	}
	return out;
}

static bool add_line(struct keymap *map, char *line, unsigned number,
		     const struct keymap_words *known, GError **error)
{
	g_autoptr(GPtrArray) words = split_words(line);
	char **word = (char **)words->pdata;
	size_t last = words->len - 1;
	struct binding b = { .line = number };

	if (!words->len || word[0][0] == '#')
		return true;
	if (words->len < 3) {
		g_set_error(error, KEYMAP_ERROR, KEYMAP_ERROR_LINE,
			    "line %u: not 'context key... action'", number);
		return false;
	}
	b.context = g_string_chunk_insert_const(map->words, word[0]);
	b.action = g_string_chunk_insert_const(map->words, word[last]);
	if (!check_words(known, &b, error))
		return false;
	for (size_t i = 1; i < last; i++)
		if (!add_key(map, b, word[i], error))
			return false;
	return true;
}

struct keymap *keymap_new(const char *text, const struct keymap_words *words,
			  GError **error)
{
	struct keymap *map = g_new0(struct keymap, 1);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	map->bindings = g_array_new(FALSE, FALSE, sizeof(struct binding));
	map->words = g_string_chunk_new(1024);
	for (unsigned i = 0; lines[i]; i++)
		if (!add_line(map, lines[i], i + 1, words, error)) {
			keymap_free(map);
			return NULL;
		}
	return map;
}

void keymap_free(struct keymap *map)
{
	if (!map)
		return;
	g_array_unref(map->bindings);
	g_string_chunk_free(map->words);
	g_free(map);
}

const struct binding *keymap_bindings(const struct keymap *map, size_t *count)
{
	*count = map->bindings->len;
	return *count ? binding_at(map, 0) : NULL;
}

const char *keymap_action(const struct keymap *map, const char *const *contexts,
			  uint32_t key)
{
	for (; *contexts; contexts++) {
		const struct binding *b = find(map, *contexts, key);

		if (b)
			return b->action;
	}
	return NULL;
}

/* Most words differ in their first letter. */
static bool same(const char *a, const char *b)
{
	return *a == *b && strcmp(a, b) == 0;
}

/* The next key from *I on that CONTEXT gives ACTION, and that means it when
 * all CHAIN is asked; 0 when there are no more. */
static uint32_t next_key(const struct keymap *map, const char *const *chain,
			 const char *context, const char *action, size_t *i)
{
	while (*i < map->bindings->len) {
		const struct binding *b = binding_at(map, (*i)++);

		if (!same(b->action, action) || !same(b->context, context))
			continue;
		if (!strcmp(keymap_action(map, chain, b->key), action))
			return b->key;
	}
	return 0;
}

uint32_t keymap_key(const struct keymap *map, const char *const *contexts,
		    const char *action)
{
	uint32_t key = 0;

	for (size_t c = 0; contexts[c] && !key; c++) {
		size_t i = 0;

		key = next_key(map, contexts, contexts[c], action, &i);
	}
	return key;
}

char *keymap_labels(const struct keymap *map, const char *const *contexts,
		    const char *action, enum glyphs glyphs)
{
	GString *out = g_string_new(NULL);

	for (size_t c = 0; contexts[c]; c++) {
		size_t i = 0;
		uint32_t key;

		while ((key = next_key(map, contexts, contexts[c], action,
				       &i))) {
			g_autofree char *label = key_label(key, glyphs);

			if (out->len)
				g_string_append_c(out, ' ');
			g_string_append(out, label);
		}
	}
	return g_string_free(out, FALSE);
}
