/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Help, made from the key table: what can be done where the focus is comes
 * first, then what can be done everywhere, then what has no key, and last what
 * other views can.
 *
 * It is a list to choose from like any other, so it is searched by typing,
 * and Enter does what the line says.
 */
#include "tui/help.h"

#include <string.h>

#include "i18n.h"
#include "tui/ask.h"
#include "tui/commands.h"
#include "tui/words.h"

void help_open(struct app *app, struct view *v)
{
	g_autofree char *title =
		g_strdup_printf(_("What can be done %s"),
				context_help(view_contexts(app, v)[0]));
	g_autoptr(GArray) items =
		g_array_new(TRUE, TRUE, sizeof(struct ask_item));
	GPtrArray *commands = commands_of(app, v);

	for (guint i = 0; i < commands->len; i++) {
		const struct command *command = commands->pdata[i];
		struct ask_item item = command_item(command);

		item.heading = command->where;
		if (strcmp(command->name, "help") != 0)
			g_array_append_val(items, item);
	}
	ask_choice(app, &(struct ask_list){
				.title = title,
				.items = (struct ask_item *)items->data,
				.keys_first = true,
				.context = "help",
				.done = command_run,
				.data = commands,
				.free_data = (GDestroyNotify)g_ptr_array_unref,
			});
}
