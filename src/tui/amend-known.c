/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what a text is completed from while it is typed: the same word for the
 * same thing all over a journey.
 *
 * Names and titles are nobody else's; whatever else is one line may be what
 * some other thing says already.
 */
#include "tui/amend.h"

#include <string.h>

#define MOST_ASKED 2000 /* things that are looked at */
#define MOST_KNOWN 200 /* words that are offered */

/* The words, each once. */
struct known {
	GPtrArray *words;
	GHashTable *seen;
};

static void add(struct known *k, char *take_word)
{
	if (!*take_word || strchr(take_word, '\n') ||
	    k->words->len == MOST_KNOWN ||
	    g_hash_table_contains(k->seen, take_word)) {
		g_free(take_word);
		return;
	}
	g_hash_table_add(k->seen, take_word);
	g_ptr_array_add(k->words, take_word);
}

static void add_channels(struct known *k)
{
	size_t n;
	const struct channel *channels = schema_channels(&n);

	for (size_t i = 0; i < n; i++)
		add(k, g_strdup(channels[i].name));
}

/* What the format has words for, or what can be worked out. */
static void add_own(struct known *k, const struct app *app,
		    const struct place *p, enum field_kind kind)
{
	g_autofree char *name = NULL;

	switch (kind) {
	case FIELD_CHANNEL:
		add_channels(k);
		break;
	case FIELD_ID:
		name = place_text(app_journey(app), p, PLACE_NAME);
		add(k, journey_make_id(app_journey(app), p->kind, name));
		break;
	case FIELD_DATE:
		add(k, app_today(app));
		break;
	case FIELD_DURATION:
		add(k, g_strdup("immediately"));
		add(k, g_strdup("same day"));
		break;
	default:
		break;
	}
}

static bool may_be_shared(const struct place *p, int field,
			  enum field_kind kind)
{
	bool name = p->kind == PLACE_JOURNEY ? field == J_TITLE
					     : field == PLACE_NAME;

	return kind != FIELD_ID && !name;
}

static void add_others(struct known *k, const struct app *app,
		       const struct place *p, int field)
{
	const struct journey *j = app_journey(app);
	g_autoptr(GPtrArray) all = journey_all(j, p->kind);

	for (guint i = 0; i < MIN(all->len, MOST_ASKED); i++)
		if (all->pdata[i] != p)
			add(k, place_text(j, all->pdata[i], field));
}

char **amend_known(const struct app *app, const struct place *p, int field)
{
	struct known k = { .words = g_ptr_array_new(),
			   .seen = g_hash_table_new(g_str_hash, g_str_equal) };
	size_t n;
	enum field_kind kind = schema_fields(p->kind, &n)[field].kind;

	add_own(&k, app, p, kind);
	if (may_be_shared(p, field, kind))
		add_others(&k, app, p, field);
	g_hash_table_unref(k.seen);
	g_ptr_array_add(k.words, NULL);
	return (char **)g_ptr_array_free(k.words, FALSE);
}
