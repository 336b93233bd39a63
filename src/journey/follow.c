/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding references means looking through the few fields that hold them, of
 * every touchpoint; it is done when somebody renames or removes something,
 * and nothing has to be kept in step for it.
 */
#include "journey/follow.h"

#include <string.h>

#include "i18n.h"
#include "journey/reference.h"
#include "journey/walk.h"
#include "journey/write.h"
#include "yaml/edit.h"

/* Who is looked for, and what has been found. */
struct search {
	const struct journey *j;
	const struct place *wanted;
	enum place_kind kind; /* PLACE_OWNER stands for all people */
	GArray *links;
};

/* Note the reference at an entry if its text, by its hash, names who is looked
 * for. */
static void look_at(struct search *s, struct place *at, int field,
		    uint32_t entry, uint64_t hash)
{
	const struct place *p = reference_named(s->j, s->kind, hash, NULL);
	struct link link = { .at = at, .field = field, .entry = entry };

	if (p && (p == s->wanted || p->up == s->wanted))
		g_array_append_val(s->links, link);
}

static void look_at_field(struct search *s, struct place *at, int field)
{
	const struct tree *t = s->j->tree;
	g_autoptr(GArray) items = NULL;

	if (!at->field[field])
		return;
	items = place_items(s->j, at, field);
	for (guint i = 0; i < items->len; i++) {
		uint32_t e = g_array_index(items, uint32_t, i);

		look_at(s, at, field, e, tree_value_hash(t, e));
	}
}

static void look_at_mark(void *search, uint32_t entry)
{
	struct search *s = search;

	look_at(s, s->j->root, J_WALKS, entry,
		tree_key_hash(s->j->tree, entry));
}

static void look_at_touchpoints(struct search *s, int first, int second)
{
	for (guint i = 0; i < s->j->root->children->len; i++) {
		struct place *stage = s->j->root->children->pdata[i];

		for (guint k = 0; k < stage->children->len; k++) {
			look_at_field(s, stage->children->pdata[k], first);
			look_at_field(s, stage->children->pdata[k], second);
		}
	}
}

GArray *follow_links(const struct journey *j, const struct place *p)
{
	struct search s = {
		.j = j,
		.wanted = p,
		.kind = p->kind == PLACE_OWNER || p->kind == PLACE_CUSTOMER
				? PLACE_OWNER
				: PLACE_TOUCHPOINT,
		.links = g_array_new(FALSE, FALSE, sizeof(struct link)),
	};

	if (s.kind == PLACE_OWNER) {
		look_at_field(&s, j->root, J_SPONSOR);
		look_at_touchpoints(&s, T_WHO, T_WITH);
	} else if (p->kind != PLACE_JOURNEY) {
		look_at_touchpoints(&s, T_ANSWERS, T_FOLLOWS_UP);
		walk_each_mark(j, look_at_mark, &s);
	}
	return s.links;
}

bool follow_inside(const struct link *link, const struct place *p)
{
	return link->at == p || link->at->up == p;
}

/* The text of a field if it names P and nobody else, or NULL. */
static char *name_of(const struct journey *j, const struct place *p, int field)
{
	g_autofree char *text = place_text(j, p, field);
	const struct place *named = p->kind == PLACE_TOUCHPOINT
					    ? journey_touchpoint(j, text, NULL)
					    : journey_person(j, text, NULL);

	return named == p ? g_steal_pointer(&text) : NULL;
}

char *follow_text(const struct journey *j, const struct place *p,
		  GError **error)
{
	char *text = name_of(j, p, PLACE_ID);
	g_autofree char *title = NULL;

	if (!text)
		text = name_of(j, p, PLACE_NAME);
	if (text)
		return text;
	title = write_title(j, p);
	g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
		    _("'%s' has no id and no name of its own to refer to"),
		    title);
	return NULL;
}

bool follow_point(struct journey *j, const struct link *link, const char *text,
		  GError **error)
{
	g_autofree char *now = NULL;

	if (link->field == J_WALKS)
		return edit_set_key(j->tree, link->entry, text, error);
	now = tree_value(j->tree, link->entry);
	return g_strcmp0(now, text) == 0 ||
	       edit_set(j->tree, link->entry, text, SAY_TEXT, error);
}

bool follow_drop(struct journey *j, const struct link *link, GError **error)
{
	if (link->field == J_WALKS)
		return edit_remove(j->tree, link->entry, error);
	return write_remove(j, link->entry, error);
}

/* What those who referred to P by OLD in FIELD shall say, now that it says
 * TEXT there. */
static char *new_reference(const struct journey *j, const struct place *p,
			   int field, const char *old, const char *text,
			   GError **error)
{
	struct reference r = reference_find(j, p->kind, text);
	int other = field == PLACE_ID ? PLACE_NAME : PLACE_ID;
	char *instead;

	if (*text && (field == PLACE_ID || (r.ids == 0 && r.names == 0)))
		return g_strdup(text);
	instead = name_of(j, p, other);
	if (!instead)
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
			    _("'%s' is referred to and would have no id and "
			      "no name of its own"),
			    old);
	return instead;
}

static char *link_text(const struct journey *j, const struct link *link)
{
	return link->field == J_WALKS ? tree_key(j->tree, link->entry)
				      : tree_value(j->tree, link->entry);
}

/* Aliases come last: they may follow by themselves. */
static bool point_all(struct journey *j, const GArray *links, bool aliases,
		      const char *old, const char *text, GError **error)
{
	for (guint i = 0; i < links->len; i++) {
		const struct link *link = &g_array_index(links, struct link, i);
		g_autofree char *says = link_text(j, link);

		if (tree_is_alias(j->tree, link->entry) != aliases ||
		    strcmp(says, old) != 0)
			continue;
		if (!follow_point(j, link, text, error))
			return false;
	}
	return true;
}

bool follow_rename(struct journey *j, const struct place *p, int field,
		   const char *old, const char *text, GError **error)
{
	g_autofree char *reference = NULL;
	g_autoptr(GArray) links = NULL;
	guint n = 0;

	struct reference r = reference_find(j, p->kind, old);

	if ((field == PLACE_NAME && r.ids) ||
	    (p->kind == PLACE_TOUCHPOINT && !r.links))
		return true;
	links = follow_links(j, p);
	for (guint i = 0; i < links->len; i++) {
		g_autofree char *says =
			link_text(j, &g_array_index(links, struct link, i));

		n += strcmp(says, old) == 0;
	}
	if (!n)
		return true;
	reference = new_reference(j, p, field, old, text, error);
	return reference && point_all(j, links, false, old, reference, error) &&
	       point_all(j, links, true, old, reference, error);
}
