/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Adding stages, touchpoints and people, with the id that others will refer
 * to them by.
 */
#include "journey/edit.h"

#include <string.h>

#include "i18n.h"
#include "journey/follow.h"
#include "journey/write.h"
#include "yaml/edit.h"

int write_list_of(enum place_kind kind)
{
	switch (kind) {
	case PLACE_CUSTOMER:
		return J_CUSTOMERS;
	case PLACE_OWNER:
		return J_OWNERS;
	case PLACE_STAGE:
		return J_STAGES;
	default:
		return S_TOUCHPOINTS;
	}
}

GPtrArray *write_fellows(const struct journey *j, enum place_kind kind,
			 const struct place *up)
{
	switch (kind) {
	case PLACE_CUSTOMER:
		return j->customers;
	case PLACE_OWNER:
		return j->owners;
	default:
		return up->children;
	}
}

bool write_has_room(const struct journey *j, enum place_kind kind, unsigned n,
		    GError **error)
{
	unsigned there = kind == PLACE_TOUCHPOINT
				 ? j->n_touchpoints
				 : write_fellows(j, kind, j->root)->len;

	if (n <= JOURNEY_MOST - there)
		return true;
	g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_LIMIT,
		    _("there are %u already, and %d is the most there can be"),
		    there, JOURNEY_MOST);
	return false;
}

static bool check_name(const char *name, GError **error)
{
	if (g_utf8_validate(name, -1, NULL))
		return true;
	g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
		    _("the name is not valid UTF-8"));
	return false;
}

/* "- id: ID" and the name below it. */
static bool say_item(GString *out, const char *id, const char *name,
		     GError **error)
{
	g_string_append(out, "- id:");
	if (!write_say(out, id, SAY_TEXT, 2, error))
		return false;
	g_string_append(out, "\n  name:");
	if (!write_say(out, name, SAY_TEXT, 2, error))
		return false;
	g_string_append_c(out, '\n');
	return true;
}

uint32_t write_place(struct journey *j, enum place_kind kind,
		     const struct place *up, unsigned index, const char *id,
		     const char *name, GError **error)
{
	GPtrArray *list = write_fellows(j, kind, up);
	g_autoptr(GString) text = g_string_new(NULL);
	uint32_t parent, before = 0;

	if (!write_has_room(j, kind, 1, error) ||
	    !say_item(text, id, name, error))
		return 0;
	if (index < list->len)
		before = ((struct place *)list->pdata[index])->entry;
	parent = write_children(j, up, write_list_of(kind), error);
	return parent ? edit_insert(j->tree, parent, before, text->str, error)
		      : 0;
}

const struct change *journey_add(struct journey *j, enum place_kind kind,
				 struct place *up, unsigned index,
				 const char *name, GError **error)
{
	g_autofree char *id = NULL;
	uint32_t entry;

	if (!check_name(name, error))
		return NULL;
	id = journey_make_id(j, kind, name);
	history_begin(j->tree);
	entry = write_place(j, kind, up, index, id, name, error);
	return write_end(j, entry,
			 g_strdup_printf(_("add %s %s"),
					 _(schema_kind_name(kind)),
					 *name ? name : id),
			 entry, PLACE_NAME);
}

/* Let WHO (NULL: that failed), called NAME, answer for the places. */
static const struct change *set_who(struct journey *j, const GPtrArray *places,
				    int field, const char *who,
				    const char *name, GError **error)
{
	const struct place *first = places->pdata[0];
	g_autofree char *titles = write_things(j, places, false);
	bool ok = who != NULL;
	size_t n;
	const char *label = _(schema_fields(first->kind, &n)[field].label);

	for (guint i = 0; ok && i < places->len; i++)
		ok = write_text(j, places->pdata[i], field, who, error);
	return write_end(j, ok,
			 first->kind == PLACE_TOUCHPOINT
				 ? g_strdup_printf(_("let %s own %s"), name,
						   titles)
				 : write_name(j, first, WRITE_SET, label),
			 first->entry, field);
}

static const struct change *set_new_owner(struct journey *j,
					  const GPtrArray *places, int field,
					  const char *name, GError **error)
{
	g_autofree char *id = NULL;
	uint32_t entry;

	if (!check_name(name, error))
		return NULL;
	id = journey_make_id(j, PLACE_OWNER, name);
	history_begin(j->tree);
	entry = write_place(j, PLACE_OWNER, j->root, j->owners->len, id, name,
			    error);
	return set_who(j, places, field, entry ? id : NULL, name, error);
}

const struct change *journey_set_owner_each(struct journey *j,
					    const GPtrArray *places, int field,
					    struct place *owner,
					    const char *name, GError **error)
{
	g_autofree char *who = NULL, *title = NULL;

	if (!owner && (!name || !*name))
		return journey_set_each(j, places, field, "", error);
	if (!owner)
		owner = journey_person(j, name, NULL);
	if (!owner || owner->kind != PLACE_OWNER)
		return set_new_owner(j, places, field, name, error);
	who = follow_text(j, owner, error);
	if (!who)
		return NULL;
	title = write_title(j, owner);
	history_begin(j->tree);
	return set_who(j, places, field, who, title, error);
}

const struct change *journey_set_owner(struct journey *j, struct place *p,
				       int field, struct place *owner,
				       const char *name, GError **error)
{
	const GPtrArray one = { .pdata = (gpointer *)&p, .len = 1 };

	return journey_set_owner_each(j, &one, field, owner, name, error);
}
