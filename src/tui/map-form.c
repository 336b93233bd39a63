/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns which rows the inspector has for a place, in which order, and which of
 * them the cursor is on; does not draw them (map-inspector.c).
 *
 * The equation comes first, then the groups of the field table in their
 * order; ids go to what is seldom needed, at the end, and after them the
 * pairs of the file that are no fields of ours.
 */
#include "tui/map.h"

#define MOST_PAIRS 100 /* unknown ones that are shown */

static bool is_shown(const struct field *f)
{
	return f->kind != FIELD_CHILDREN;
}

static enum field_group group_of(const struct field *f)
{
	return f->kind == FIELD_ID ? GROUP_OTHER : f->group;
}

static void add_group(GArray *items, const struct place *p, int group)
{
	size_t n;
	const struct field *fields = schema_fields(p->kind, &n);

	for (size_t i = 0; i < n; i++) {
		struct amend_item item = { .field = (int)i };

		if (is_shown(&fields[i]) && (int)group_of(&fields[i]) == group)
			g_array_append_val(items, item);
	}
}

static void add_pairs(const struct map *m, GArray *items, const struct place *p)
{
	const struct tree *t = map_journey(m)->tree;
	uint32_t map = place_map(map_journey(m), p);
	unsigned found = 0;

	for (uint32_t e = map ? tree_first(t, map) : 0; e && found < MOST_PAIRS;
	     e = tree_next(t, e)) {
		struct amend_item item = { .field = -1, .entry = e };

		if (place_is_field(p, e))
			continue;
		g_array_append_val(items, item);
		found++;
	}
}

GArray *map_items(const struct map *m, const struct place *p)
{
	GArray *items = g_array_new(FALSE, FALSE, sizeof(struct amend_item));

	if (!p)
		return items;
	add_group(items, p, GROUP_EQUATION);
	for (int group = 0; group < GROUPS; group++)
		if (group != GROUP_EQUATION)
			add_group(items, p, group);
	add_pairs(m, items, p);
	return items;
}

bool map_item_here(const struct map *m, struct amend_item *item)
{
	g_autoptr(GArray) items = map_items(m, map_subject(m));
	unsigned at = m->form.item;

	if (at >= items->len)
		return false;
	*item = g_array_index(items, struct amend_item, at);
	return true;
}

int map_field(const struct map *m)
{
	struct amend_item item;

	return map_item_here(m, &item) ? item.field : -1;
}

int map_field_here(const struct map *m)
{
	return m->focus == MAP_INSPECTOR ? map_field(m) : -1;
}

bool map_form_show(struct map *m, const struct place *p, int field)
{
	g_autoptr(GArray) items = map_items(m, p);
	bool found = false;

	for (guint i = 0; i < items->len; i++)
		if (g_array_index(items, struct amend_item, i).field == field) {
			m->form.item = i;
			found = true;
		}
	return found;
}

void map_form_show_pair(struct map *m, const struct place *p, uint32_t pair)
{
	g_autoptr(GArray) items = map_items(m, p);

	for (guint i = 0; i < items->len; i++)
		if (g_array_index(items, struct amend_item, i).entry == pair)
			m->form.item = i;
}

int map_form_line(const struct map_form *f, unsigned item)
{
	int line = (int)item + (f->rule && item >= f->rule);

	return item > f->item ? line + f->lines - 1 : line;
}

unsigned map_form_hit(const struct map_form *f, int line)
{
	unsigned item = 0;

	while (map_form_line(f, item + 1) <= line)
		item++;
	return item;
}
