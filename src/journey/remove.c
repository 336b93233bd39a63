/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Removing places so that nothing is left that refers to them; and cutting them
 * out, which leaves it.
 */
#include "journey/edit.h"

#include <string.h>

#include "i18n.h"
#include "journey/follow.h"
#include "journey/write.h"
#include "yaml/edit.h"

unsigned journey_references(const struct journey *j, const struct place *p)
{
	g_autoptr(GArray) links = follow_links(j, p);
	unsigned n = 0;

	for (guint i = 0; i < links->len; i++)
		n += !follow_inside(&g_array_index(links, struct link, i), p);
	return n;
}

/* Whether TEXT stands at another place of the list that a link is in. */
static bool is_there(const struct journey *j, const struct link *link,
		     const char *text)
{
	g_autoptr(GArray) items = place_items(j, link->at, link->field);

	for (guint i = 0; i < items->len; i++) {
		uint32_t e = g_array_index(items, uint32_t, i);
		g_autofree char *says = tree_value(j->tree, e);

		if (e != link->entry && g_strcmp0(says, text) == 0 &&
		    tree_alive(j->tree, e))
			return true;
	}
	return false;
}

/* Whether a reference stands in one of the places, or below it. */
static bool is_inside(const struct link *link, const GPtrArray *places)
{
	for (guint i = 0; i < places->len; i++)
		if (follow_inside(link, places->pdata[i]))
			return true;
	return false;
}

/* Let the references to P say HEIR, or (NULL) go; but for those that go with
 * the places. */
static bool hand_over(struct journey *j, const struct place *p,
		      const GPtrArray *places, const char *heir, GError **error)
{
	g_autoptr(GArray) links = follow_links(j, p);

	for (guint i = 0; i < links->len; i++) {
		const struct link *link = &g_array_index(links, struct link, i);
		bool ok;

		if (is_inside(link, places))
			continue;
		if (heir && !is_there(j, link, heir))
			ok = follow_point(j, link, heir, error);
		else
			ok = follow_drop(j, link, error);
		if (!ok)
			return false;
	}
	return true;
}

/* Take the places out in the open change and close it under VERB's name. */
static const struct change *take_out(struct journey *j, const GPtrArray *places,
				     bool ok, char *take_name, GError **error)
{
	const struct place *first = places->pdata[0];

	for (guint i = 0; ok && i < places->len; i++) {
		const struct place *p = places->pdata[i];

		ok = edit_remove(j->tree, p->entry, error);
	}
	return write_end(j, ok, take_name, first->entry, PLACE_NAME);
}

static bool check_kind(const GPtrArray *places, GError **error)
{
	const struct place *first = places->pdata[0];

	if (first->kind != PLACE_JOURNEY)
		return true;
	g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
		    _("the journey itself cannot be deleted"));
	return false;
}

const struct change *journey_remove_each(struct journey *j,
					 const GPtrArray *places,
					 struct place *heir, GError **error)
{
	g_autofree char *things = NULL, *text = NULL;
	bool ok = true;

	if (!check_kind(places, error) ||
	    (heir && !(text = follow_text(j, heir, error))))
		return NULL;
	things = write_things(j, places, true);
	history_begin(j->tree);
	for (guint i = 0; ok && i < places->len; i++)
		ok = hand_over(j, places->pdata[i], places, text, error);
	return take_out(j, places, ok, g_strdup_printf(_("delete %s"), things),
			error);
}

const struct change *journey_remove(struct journey *j, struct place *p,
				    struct place *heir, GError **error)
{
	const GPtrArray one = { .pdata = (gpointer *)&p, .len = 1 };

	return journey_remove_each(j, &one, heir, error);
}

const struct change *journey_cut(struct journey *j, const GPtrArray *places,
				 GError **error)
{
	g_autofree char *things = NULL;

	if (!check_kind(places, error))
		return NULL;
	things = write_things(j, places, true);
	history_begin(j->tree);
	return take_out(j, places, true, g_strdup_printf(_("cut %s"), things),
			error);
}
