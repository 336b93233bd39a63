/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Removing a place so that nothing is left that refers to it.
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

/* Let the references to P say HEIR, or (NULL) go. */
static bool hand_over(struct journey *j, const struct place *p,
		      const char *heir, GError **error)
{
	g_autoptr(GArray) links = follow_links(j, p);

	for (guint i = 0; i < links->len; i++) {
		const struct link *link = &g_array_index(links, struct link, i);
		bool ok;

		if (follow_inside(link, p))
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

const struct change *journey_remove(struct journey *j, struct place *p,
				    struct place *heir, GError **error)
{
	g_autofree char *title = write_title(j, p), *text = NULL;
	bool ok;

	if (p->kind == PLACE_JOURNEY) {
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
			    _("the journey itself cannot be deleted"));
		return NULL;
	}
	if (heir && !(text = follow_text(j, heir, error)))
		return NULL;
	history_begin(j->tree);
	ok = hand_over(j, p, text, error) &&
	     edit_remove(j->tree, p->entry, error);
	return write_end(j, ok,
			 g_strdup_printf(_("delete %s %s"),
					 _(schema_kind_name(p->kind)), title),
			 p->entry, PLACE_NAME);
}
