/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how things of a storyboard are put into words and signs on the map:
 * names instead of ids, faces, levels, paths.  Draws nothing.
 */
#include "tui/map.h"

#include <string.h>

#include "i18n.h"
#include "tui/key.h"

#define ENOUGH 4096 /* bytes to be shown of a structure */

const char *map_face_text(enum glyphs glyphs, const struct face *face)
{
	return glyphs == GLYPHS_EMOJI ? face->emoji : face->ascii;
}

const struct face *map_face(const struct map *m, const struct place *tp)
{
	g_autofree char *text = NULL;

	if (!tp->field[T_IMPRESSION])
		return NULL;
	text = place_text(map_journey(m), tp, T_IMPRESSION);
	return schema_face(text);
}

static char *face_value(const struct map *m, const struct place *p, int field)
{
	g_autofree char *text = place_text(map_journey(m), p, field);
	const struct face *face = schema_face(text);

	if (!face)
		return g_steal_pointer(&text);
	return g_strdup_printf(face->value ? "%s %s %+d" : "%s %s",
			       map_face_text(m->app->canvas->glyphs, face),
			       face->name, face->value);
}

/* The beginning of what stands in a collection, as it is written. */
static char *as_written(const struct tree *t, uint32_t entry)
{
	GString *out = g_string_new(NULL);
	char *text;

	for (uint32_t e = tree_first(t, entry); e && out->len < ENOUGH;
	     e = tree_next(t, e))
		if (tree_size(t, e) < ENOUGH)
			tree_emit_entry(t, e, out);
		else
			g_string_append(out, "... ");
	text = g_strchug(g_string_free(out, FALSE));
	return g_strdelimit(text, "\r\n\t", ' ');
}

char *map_value(const struct map *m, const struct place *p, int field)
{
	const struct journey *j = map_journey(m);
	size_t n;
	enum field_kind kind = schema_fields(p->kind, &n)[field].kind;

	switch (kind) {
	case FIELD_FACE:
		return face_value(m, p, field);
	case FIELD_OTHER:
		if (p->field[field] &&
		    tree_size(j->tree, p->field[field]) >= ENOUGH)
			return as_written(j->tree, p->field[field]);
		return place_text(j, p, field);
	default:
		return place_shown(j, p, field);
	}
}

char *map_pair_value(const struct map *m, uint32_t entry)
{
	const struct tree *t = map_journey(m)->tree;
	char *value = tree_value(t, entry);

	return value ? value : as_written(t, entry);
}

int map_sign_width(const struct canvas *c)
{
	return c->glyphs == GLYPHS_ASCII ? 2 : 1;
}

int map_count_width(const struct map *m)
{
	unsigned n = map_journey(m)->n_touchpoints;
	int width = 2;

	for (; n >= 100; n /= 10)
		width++;
	return width;
}

const char *map_level_sign(const struct canvas *c, enum level level)
{
	switch (level) {
	case LEVEL_ERROR:
		return canvas_sign(c, SIGN_ERROR);
	case LEVEL_WARNING:
		return canvas_sign(c, SIGN_WARNING);
	case LEVEL_HINT:
		return canvas_sign(c, SIGN_HINT);
	default:
		return "";
	}
}

enum role map_level_role(enum level level)
{
	switch (level) {
	case LEVEL_ERROR:
		return ROLE_ERROR;
	case LEVEL_WARNING:
		return ROLE_WARNING;
	default:
		return ROLE_DIM;
	}
}

/* Whether there is reason to say that all is well with P: of a stage, that
 * every touchpoint has been judged and none found wanting. */
static bool is_well(const struct map *m, const struct place *p)
{
	const struct journey *j = map_journey(m);
	g_autofree char *state = NULL;

	if (p->kind == PLACE_TOUCHPOINT)
		return place_complete(j, p);
	state = place_text(j, j->root, J_STATE);
	return p->kind == PLACE_STAGE && p->children->len > 0 &&
	       strcmp(state, "actual") != 0 &&
	       !findings_deferred(m->app->board->findings);
}

const char *map_sign(const struct map *m, const struct canvas *c,
		     const struct place *p, enum role *role)
{
	enum level worst = findings_worst(m->app->board->findings, p);

	*role = map_level_role(worst);
	if (worst > LEVEL_NONE || !is_well(m, p))
		return map_level_sign(c, worst);
	*role = ROLE_GOOD;
	return canvas_sign(c, SIGN_GOOD);
}

char *map_path(const struct map *m, const struct canvas *c,
	       const struct place *p)
{
	g_autofree char *name = place_title(map_journey(m), p);
	g_autofree char *up = NULL;

	if (p->kind == PLACE_STAGE)
		return g_strdup_printf("%u %s", p->index + 1, name);
	if (p->kind != PLACE_TOUCHPOINT)
		return g_steal_pointer(&name);
	up = map_path(m, c, p->up);
	return g_strdup_printf("%s %s %u %s", up, canvas_sign(c, SIGN_CRUMB),
			       p->index + 1, name);
}

char *map_key(const struct map *m, const char *action)
{
	static const char *const contexts[] = { "panes", "everywhere", NULL };
	uint32_t key = keymap_key(m->app->keys, contexts, action);

	return key ? key_label(key, m->app->canvas->glyphs) : g_strdup(":");
}
