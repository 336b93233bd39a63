/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Asks for a theme.  The one under the cursor is tried on; who leaves without
 * choosing gets the old one back.
 */
#include "tui/restyle.h"

#include "i18n.h"
#include "tui/ask.h"
#include "tui/loop.h"
#include "tui/menu.h"
#include "tui/preferences.h"
#include "tui/themes.h"

static void try_on(struct app *app, const char *name, void *data G_GNUC_UNUSED)
{
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *meant = NULL;
	struct theme theme = app->preferences->theme;

	if (!themes_find(name, &theme, &meant, problems))
		return;
	loop_use_theme(app, &theme);
	if (problems->len)
		app_say(app, ROLE_WARNING, "%s",
			(const char *)problems->pdata[0]);
}

static bool take(struct app *app, const char *name, void *data G_GNUC_UNUSED)
{
	if (!preferences_keep_theme(app->preferences, name))
		return false;
	app_say(app, ROLE_CONTENT, _("the theme is %s"), name);
	return true;
}

/* What is preferred by now: the new one, or still the old one. */
static void put_on(void *data)
{
	struct app *app = data;

	loop_use_theme(app, &app->preferences->theme);
}

void restyle(struct app *app, struct view *v G_GNUC_UNUSED)
{
	struct menu *menu = menu_new();
	g_auto(GStrv) names = themes_names();

	for (char **name = names; *name; name++)
		menu_add(menu, g_strdup(*name), NULL, themes_help(*name));
	ask_choice(app, &(struct ask_list){
				.title = _("Theme"),
				.items = menu_items(menu),
				.current = app->preferences->theme_name,
				.looked = try_on,
				.done = take,
				.data = app,
				.free_data = put_on,
			});
	menu_free(menu);
}
