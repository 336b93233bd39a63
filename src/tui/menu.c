/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of things to choose from while it is being put together: it owns its
 * texts until the question has copied them.
 */
#include "tui/menu.h"

#include "i18n.h"
#include "tui/show.h"

struct menu {
	GArray *items; /* of struct ask_item */
	GPtrArray *texts;
};

struct menu *menu_new(void)
{
	struct menu *menu = g_new(struct menu, 1);

	menu->items = g_array_new(TRUE, FALSE, sizeof(struct ask_item));
	menu->texts = g_ptr_array_new_with_free_func(g_free);
	return menu;
}

void menu_free(struct menu *menu)
{
	g_array_unref(menu->items);
	g_ptr_array_unref(menu->texts);
	g_free(menu);
}

void menu_add(struct menu *menu, char *take_name, char *take_label,
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

const struct ask_item *menu_items(const struct menu *menu)
{
	return (const struct ask_item *)(const void *)menu->items->data;
}

void menu_choices(struct menu *menu, const struct choice *choices)
{
	for (; choices->name; choices++)
		menu_add(menu, g_strdup(choices->name), NULL,
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

void menu_owners(struct menu *menu, const struct app *app,
		 const GPtrArray *except)
{
	const struct journey *j = app_journey(app);

	for (guint i = 0; i < j->owners->len; i++) {
		const struct place *owner = j->owners->pdata[i];

		if (!except ||
		    !g_ptr_array_find((GPtrArray *)except, owner, NULL))
			menu_add(menu, show_reference(app, owner),
				 place_title(j, owner), owner_detail(j, owner));
	}
	menu_add(menu, g_strdup(""), g_strdup(_("nobody")), NULL);
}

void menu_touchpoint(struct menu *menu, const struct app *app,
		     const struct place *tp)
{
	menu_add(menu, g_strdup_printf("%u", tp->number),
		 place_title(app_journey(app), tp),
		 show_path(app, app->canvas, tp->up));
}
