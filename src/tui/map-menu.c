/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of things to choose from while it is being put together: it owns its
 * texts until the question has copied them.
 */
#include "tui/map.h"

#include "i18n.h"

struct map_menu {
	GArray *items; /* of struct ask_item */
	GPtrArray *texts;
};

struct map_menu *map_menu_new(void)
{
	struct map_menu *menu = g_new(struct map_menu, 1);

	menu->items = g_array_new(TRUE, FALSE, sizeof(struct ask_item));
	menu->texts = g_ptr_array_new_with_free_func(g_free);
	return menu;
}

void map_menu_free(struct map_menu *menu)
{
	g_array_unref(menu->items);
	g_ptr_array_unref(menu->texts);
	g_free(menu);
}

void map_menu_add(struct map_menu *menu, char *take_name, char *take_label,
		  char *take_detail)
{
	struct ask_item item = { .name = take_name,
				 .label = take_label,
				 .detail = take_detail };

	g_ptr_array_add(menu->texts, take_name);
	g_ptr_array_add(menu->texts, take_label);
	g_ptr_array_add(menu->texts, take_detail);
	g_array_append_val(menu->items, item);
}

const struct ask_item *map_menu_items(const struct map_menu *menu)
{
	return (const struct ask_item *)(const void *)menu->items->data;
}

void map_menu_choices(struct map_menu *menu, const struct choice *choices)
{
	for (; choices->name; choices++)
		map_menu_add(menu, g_strdup(choices->name), NULL,
			     g_strdup(_(choices->help)));
}

/* What is worth knowing of an owner when one is chosen. */
static char *owner_detail(const struct journey *j, const struct place *owner)
{
	g_autofree char *role = place_text(j, owner, O_ROLE);
	unsigned load = journey_load(j, owner);

	return g_strdup_printf(*role ? _("%s, owns %u") : _("%sowns %u"), role,
			       load);
}

void map_menu_owners(struct map_menu *menu, const struct map *m,
		     const struct place *except)
{
	const struct journey *j = map_journey(m);

	for (guint i = 0; i < j->owners->len; i++) {
		const struct place *owner = j->owners->pdata[i];

		if (owner != except)
			map_menu_add(menu, map_reference(m, owner),
				     place_title(j, owner),
				     owner_detail(j, owner));
	}
	map_menu_add(menu, g_strdup(""), g_strdup(_("nobody")), NULL);
}
