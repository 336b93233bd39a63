/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading the key table, and asking it.
 *
 * The bindings are one array in the order of the text.  There are some
 * hundreds of them and a person presses ten keys a second, so every
 * question is a walk over the array; the order doubles as the order of help
 * and of preference.
 */
#include "tui/keys.h"

#include <string.h>

#include "i18n.h"
#include "tui/key.h"

struct keymap {
	GArray *bindings; /* of struct binding */
	GStringChunk *words;
	unsigned layer; /* the one that is laid now */
	bool pairs; /* some are of two keys, which most people have not */
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

/* --- layers --------------------------------------------------------------- */

/* Whether one of two keys in one context is in the way of the other: it is
 * the same, or the first of a pair. */
static bool clash(uint32_t a, uint32_t b)
{
	return a == b || key_first(a) == b || key_first(b) == a;
}

/* What is in the way of B in its layer, or NULL. */
static const struct binding *find_conflict(const struct keymap *map,
					   const struct binding *b)
{
	for (size_t i = 0; i < map->bindings->len; i++) {
		const struct binding *other = binding_at(map, i);

		if (other->layer == map->layer && clash(other->key, b->key) &&
		    !strcmp(other->context, b->context))
			return other;
	}
	return NULL;
}

/* Take away what B is laid over. */
static void uncover(struct keymap *map, const struct binding *b)
{
	for (guint i = map->bindings->len; i-- > 0;) {
		const struct binding *other = binding_at(map, i);

		if (clash(other->key, b->key) &&
		    !strcmp(other->context, b->context))
			g_array_remove_index(map->bindings, i);
	}
}

/* Put B before the keys that mean the same in lower layers, so that it is what
 * hints show; else at the end. */
static void insert(struct keymap *map, const struct binding *b)
{
	guint at = 0;

	for (; at < map->bindings->len; at++) {
		const struct binding *other = binding_at(map, at);

		if (other->layer < map->layer &&
		    !strcmp(other->context, b->context) &&
		    !strcmp(other->action, b->action))
			break;
	}
	g_array_insert_val(map->bindings, at, *b);
	map->pairs |= key_first(b->key) != 0;
}

static bool add_key(struct keymap *map, struct binding b, const char *name,
		    GError **error)
{
	const struct binding *taken;

	b.layer = map->layer;
	if (!key_parse(name, &b.key)) {
		g_set_error(error, KEYMAP_ERROR, KEYMAP_ERROR_KEY,
			    _("no key is called '%s'"), name);
		return false;
	}
	taken = find_conflict(map, &b);
	if (taken) {
		g_set_error(error, KEYMAP_ERROR, KEYMAP_ERROR_CONFLICT,
			    _("'%s' already means '%s' here"), name,
			    taken->action);
		return false;
	}
	uncover(map, &b);
	if (strcmp(b.action, KEYMAP_NONE) != 0)
		insert(map, &b);
	return true;
}

/* --- reading -------------------------------------------------------------- */

static bool check_words(const struct keymap *map,
			const struct keymap_words *words,
			const struct binding *b, GError **error)
{
	bool known = words->context(b->context);

	if (known && (words->action(b->action) ||
		      (map->layer && !strcmp(b->action, KEYMAP_NONE))))
		return true;
	g_set_error(error, KEYMAP_ERROR, KEYMAP_ERROR_WORD, "unknown %s '%s'",
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

/* WORD as it is kept: the same word is always at the same place. */
static const char *keep_word(const struct keymap *map, const char *word)
{
	return g_string_chunk_insert_const(map->words, word);
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
			    "not 'context key... action'");
		return false;
	}
	b.context = keep_word(map, word[0]);
	b.action = keep_word(map, word[last]);
	if (!check_words(map, known, &b, error))
		return false;
	for (size_t i = 1; i < last; i++)
		if (!add_key(map, b, word[i], error))
			return false;
	return true;
}

static bool add_lines(struct keymap *map, const char *text,
		      const struct keymap_words *words, GError **error)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (unsigned i = 0; lines[i]; i++)
		if (!add_line(map, lines[i], i + 1, words, error)) {
			g_prefix_error(error, "line %u: ", i + 1);
			return false;
		}
	return true;
}

struct keymap *keymap_new(const char *text, const struct keymap_words *words,
			  GError **error)
{
	struct keymap *map = g_new0(struct keymap, 1);

	map->bindings = g_array_new(FALSE, FALSE, sizeof(struct binding));
	map->words = g_string_chunk_new(1024);
	if (add_lines(map, text, words, error))
		return map;
	keymap_free(map);
	return NULL;
}

void keymap_begin(struct keymap *map)
{
	map->layer++;
}

bool keymap_overlay(struct keymap *map, const char *text,
		    const struct keymap_words *words, GError **error)
{
	keymap_begin(map);
	return add_lines(map, text, words, error);
}

bool keymap_bind(struct keymap *map, const char *context, const char *keys,
		 const char *action, GError **error)
{
	g_autofree char *copy = g_strdup(keys);
	g_autoptr(GPtrArray) names = split_words(copy);
	struct binding b = { .context = keep_word(map, context),
			     .action = keep_word(map, action) };

	for (guint i = 0; i < names->len; i++)
		if (!add_key(map, b, names->pdata[i], error))
			return false;
	return true;
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

/* Whether a pair in CONTEXT begins with KEY. */
static bool has_pair(const struct keymap *map, const char *context,
		     uint32_t key)
{
	for (size_t i = 0; i < map->bindings->len; i++) {
		const struct binding *b = binding_at(map, i);

		if (key_first(b->key) == key && !strcmp(b->context, context))
			return true;
	}
	return false;
}

bool keymap_begins(const struct keymap *map, const char *const *contexts,
		   uint32_t key)
{
	for (; map->pairs && *contexts; contexts++) {
		if (find(map, *contexts, key))
			return false;
		if (has_pair(map, *contexts, key))
			return true;
	}
	return false;
}

/* Whether pressing KEY comes to ACTION: it may also begin a pair, or be one
 * that cannot be begun. */
static bool means(const struct keymap *map, const char *const *contexts,
		  uint32_t key, const char *action)
{
	uint32_t first = key_first(key);

	return keymap_begins(map, contexts, first ? first : key) ==
		       (first != 0) &&
	       keymap_action(map, contexts, key) == action;
}

/* The next key from *I on that CONTEXT gives ACTION, and that means it when
 * all CHAIN is asked; 0 when there are no more. A hint row asks for many, so
 * words are compared by where they are kept. */
static uint32_t next_key(const struct keymap *map, const char *const *chain,
			 const char *context, const char *action, size_t *i)
{
	context = keep_word(map, context);
	action = keep_word(map, action);
	while (*i < map->bindings->len) {
		const struct binding *b = binding_at(map, (*i)++);

		if (b->action != action || b->context != context)
			continue;
		if (means(map, chain, b->key, action))
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
