/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Moving a place among its fellows, and a touchpoint to another stage.
 */
#include "journey/edit.h"

#include "i18n.h"
#include "journey/write.h"
#include "yaml/edit.h"

/* The entry that will follow P once it stands at INDEX, or 0. */
static uint32_t entry_behind(const GPtrArray *list, const struct place *p,
			     unsigned index)
{
	for (guint i = 0, at = 0; i < list->len; i++) {
		const struct place *other = list->pdata[i];

		if (other == p)
			continue;
		if (at++ == index)
			return other->entry;
	}
	return 0;
}

const struct change *journey_move(struct journey *j, struct place *p,
				  struct place *up, unsigned index,
				  GError **error)
{
	g_autofree char *title = write_title(j, p);
	uint32_t parent, before, entry = 0;

	if (p->kind == PLACE_JOURNEY)
		return NULL;
	if (p->kind != PLACE_TOUCHPOINT || !up)
		up = p->up;
	before = entry_behind(write_fellows(j, p->kind, up), p, index);
	if (up == p->up && before == tree_next(j->tree, p->entry))
		return NULL;
	history_begin(j->tree);
	parent = up == p->up ? tree_up(j->tree, p->entry)
			     : write_children(j, up, S_TOUCHPOINTS, error);
	if (parent)
		entry = edit_move(j->tree, p->entry, parent, before, error);
	return write_end(j, entry, g_strdup_printf(_("move %s"), title), entry,
			 PLACE_NAME);
}

const struct change *journey_move_each(struct journey *j,
				       const GPtrArray *places,
				       struct place *stage, GError **error)
{
	g_autofree char *things = write_things(j, places, false);
	g_autofree char *to = write_title(j, stage);
	uint32_t parent, first = 0;
	bool ok;

	history_begin(j->tree);
	parent = write_children(j, stage, S_TOUCHPOINTS, error);
	ok = parent != 0;
	for (guint i = 0; ok && i < places->len; i++) {
		const struct place *p = places->pdata[i];
		uint32_t e = edit_move(j->tree, p->entry, parent, 0, error);

		ok = e != 0;
		first = i ? first : e;
	}
	return write_end(j, ok, g_strdup_printf(_("move %s to %s"), things, to),
			 first, PLACE_NAME);
}
