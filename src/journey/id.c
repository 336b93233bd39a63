/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ids: short names made from long ones.
 *
 * An id is small letters, digits and hyphens.  It must not be anybody's name
 * either, or references by that name would change their meaning.
 */
#include "journey/id.h"

#include <string.h>

#include "journey/edit.h"
#include "journey/reference.h"

#define ID_MOST 40 /* characters, a number behind it aside */

char *id_slug(const char *name)
{
	g_autofree char *ascii = g_str_to_ascii(name, "C");
	GString *slug = g_string_new(NULL);

	for (const char *s = ascii; *s && slug->len < ID_MOST; s++) {
		if (g_ascii_isalnum(*s))
			g_string_append_c(slug, g_ascii_tolower(*s));
		else if (*s != '\'' && slug->len &&
			 slug->str[slug->len - 1] != '-')
			g_string_append_c(slug, '-');
	}
	if (slug->len && slug->str[slug->len - 1] == '-')
		g_string_truncate(slug, slug->len - 1);
	return g_string_free(slug, FALSE);
}

static bool is_stage_taken(const struct journey *j, const char *id,
			   const struct place *by_other_than)
{
	for (guint i = 0; i < j->root->children->len; i++) {
		const struct place *stage = j->root->children->pdata[i];
		g_autofree char *text = NULL;

		if (stage == by_other_than || !stage->field[S_ID])
			continue;
		text = place_text(j, stage, S_ID);
		if (strcmp(text, id) == 0)
			return true;
	}
	return false;
}

bool id_taken(const struct journey *j, enum place_kind kind, const char *id,
	      const struct place *by_other_than)
{
	struct reference r;
	unsigned own_id = 0, own_name = 0;

	if (kind == PLACE_STAGE)
		return is_stage_taken(j, id, by_other_than);
	r = reference_find(j, kind, id);
	if (by_other_than) {
		own_id = by_other_than->id_hash == r.hash;
		own_name = by_other_than->name_hash == r.hash;
	}
	return r.ids > own_id || r.names > own_name;
}

static unsigned count(const struct journey *j, enum place_kind kind)
{
	switch (kind) {
	case PLACE_CUSTOMER:
		return j->customers->len;
	case PLACE_OWNER:
		return j->owners->len;
	case PLACE_STAGE:
		return j->root->children->len;
	default:
		return j->n_touchpoints;
	}
}

char *id_make(const struct journey *j, enum place_kind kind, const char *name,
	      id_test *taken, const void *data)
{
	static const char letter[PLACE_KINDS] = {
		[PLACE_JOURNEY] = 'j',	  [PLACE_CUSTOMER] = 'c',
		[PLACE_OWNER] = 'o',	  [PLACE_STAGE] = 's',
		[PLACE_TOUCHPOINT] = 't',
	};
	g_autofree char *slug = id_slug(name);
	char *id = *slug ? g_strdup(slug) : NULL;
	unsigned n = *slug ? 2 : count(j, kind) + 1;

	for (; !id || taken(data, kind, id); n++) {
		g_free(id);
		id = *slug ? g_strdup_printf("%s-%u", slug, n)
			   : g_strdup_printf("%c-%u", letter[kind], n);
	}
	return id;
}

static bool is_taken(const void *journey, enum place_kind kind, const char *id)
{
	return id_taken(journey, kind, id, NULL);
}

char *journey_make_id(const struct journey *j, enum place_kind kind,
		      const char *name)
{
	return id_make(j, kind, name, is_taken, j);
}
