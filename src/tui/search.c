/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what is searched and what was found; the conversation is
 * view-search.c's.
 *
 * While a search is typed, every text of the storyboard lies folded in one
 * buffer, each ended by a 0, with a table of where each begins:
 *
 *	harbour house\0a warm, cedar-scented towel\0front desk\0
 *	^ title        ^ promise of Warm towel      ^ its owner
 *
 * so that finding is memmem() and a walk along the table.
 */
#include "tui/search.h"

#include <string.h>

#include "board/board.h"
#include "i18n.h"

/* One text: where it begins, and whose it is. */
struct passage {
	size_t start;
	struct spot spot;
};

struct corpus {
	GString *text;
	GArray *passages; /* of struct passage */
};

struct search *search_new(void)
{
	struct search *s = g_new0(struct search, 1);

	s->text = g_strdup("");
	s->matches = g_array_new(FALSE, FALSE, sizeof(struct spot));
	return s;
}

static void corpus_free(struct corpus *c)
{
	if (!c)
		return;
	g_string_free(c->text, TRUE);
	g_array_unref(c->passages);
	g_free(c);
}

void search_free(struct search *s)
{
	if (!s)
		return;
	search_settle(s);
	g_free(s->text);
	g_array_unref(s->matches);
	g_free(s);
}

void search_settle(struct search *s)
{
	g_clear_pointer(&s->corpus, corpus_free);
}

char *search_fold(const char *text)
{
	g_autofree char *valid = NULL, *composed = NULL;

	if (g_str_is_ascii(text))
		return g_ascii_strdown(text, -1);
	valid = g_utf8_make_valid(text, -1);
	composed = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL_COMPOSE);
	return g_utf8_casefold(composed, -1);
}

static void add_passage(struct corpus *c, const struct journey *j,
			struct place *p, int field)
{
	struct passage passage = {
		.start = c->text->len,
		.spot = { .place = p, .field = field },
	};
	g_autofree char *text = place_text(j, p, field);
	g_autofree char *folded = search_fold(text);

	g_array_append_val(c->passages, passage);
	g_string_append_len(c->text, folded, (gssize)strlen(folded) + 1);
}

static void add_place(struct corpus *c, const struct journey *j,
		      struct place *p)
{
	size_t count;
	const struct field *fields = schema_fields(p->kind, &count);

	for (size_t i = 0; i < count; i++)
		if (p->field[i] && fields[i].kind != FIELD_CHILDREN)
			add_passage(c, j, p, (int)i);
}

static void add_places(struct corpus *c, const struct journey *j,
		       const GPtrArray *places)
{
	for (guint i = 0; places && i < places->len; i++) {
		struct place *p = places->pdata[i];

		add_place(c, j, p);
		add_places(c, j, p->children);
	}
}

static struct corpus *corpus_new(const struct journey *j)
{
	struct corpus *c = g_new(struct corpus, 1);

	c->text = g_string_new(NULL);
	c->passages = g_array_new(FALSE, FALSE, sizeof(struct passage));
	add_place(c, j, j->root);
	add_places(c, j, j->customers);
	add_places(c, j, j->owners);
	add_places(c, j, j->root->children);
	return c;
}

static const struct passage *passage_at(const struct corpus *c, size_t i)
{
	return &g_array_index(c->passages, struct passage, i);
}

/* The last passage that begins at START or before, seen from I on. */
static size_t passage_of(const struct corpus *c, size_t i, size_t start)
{
	while (i + 1 < c->passages->len && passage_at(c, i + 1)->start <= start)
		i++;
	return i;
}

/* Where passage I ends: behind its 0. */
static size_t passage_end(const struct corpus *c, size_t i)
{
	return i + 1 < c->passages->len ? passage_at(c, i + 1)->start
					: c->text->len;
}

/* The first passage of FROM's place at its field or after; 0 if none is. */
static size_t passage_from(const struct corpus *c, struct spot from)
{
	for (size_t i = 0; i < c->passages->len; i++) {
		const struct passage *p = passage_at(c, i);

		if (p->spot.place == from.place && p->spot.field >= from.field)
			return i;
	}
	return 0;
}

/* Gather all matches; S->at is the first at passage FIRST or after. */
static void gather(struct search *s, const char *folded, size_t first)
{
	const struct corpus *c = s->corpus;
	size_t len = strlen(folded), at = 0, i = 0;
	bool found = false;
	const char *hit;

	g_array_set_size(s->matches, 0);
	s->at = 0;
	while (len && (hit = memmem(c->text->str + at, c->text->len - at,
				    folded, len))) {
		i = passage_of(c, i, (size_t)(hit - c->text->str));
		if (!found && i >= first) {
			found = true;
			s->at = s->matches->len;
		}
		g_array_append_val(s->matches, passage_at(c, i)->spot);
		at = passage_end(c, i);
	}
}

void search_set(struct search *s, struct app *app, const char *text,
		struct spot from)
{
	g_autofree char *folded = search_fold(text);

	g_free(s->text);
	s->text = g_strdup(text);
	if (!s->corpus)
		s->corpus = corpus_new(app->desk->board->journey);
	s->stale = false;
	gather(s, folded, passage_from(s->corpus, from));
}

/* After edits: the same search, from where the cursor is. */
static void freshen(struct search *s, struct app *app)
{
	g_autofree char *text = g_strdup(s->text);

	if (!s->stale)
		return;
	search_settle(s);
	search_set(s, app, text, app_spot(app));
	search_settle(s);
}

void search_step(struct app *app, int by)
{
	struct search *s = app->desk->search;
	size_t count;

	if (!s || !*s->text) {
		app_say(app, ROLE_CONTENT, "%s",
			_("nothing was searched for yet"));
		return;
	}
	s->lit = true;
	freshen(s, app);
	count = s->matches->len;
	if (!count) {
		app_say(app, ROLE_WARNING, _("'%s' is nowhere"), s->text);
		return;
	}
	s->at = (s->at + count + (size_t)by) % count;
	app_go(app, g_array_index(s->matches, struct spot, s->at));
	app_say(app, ROLE_CONTENT, _("'%s': %zu of %zu"), s->text, s->at + 1,
		count);
}
