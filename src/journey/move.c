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
