/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how structures are edited, and pairs of the file that are no fields:
 * as the YAML they are, in a prompt of many lines or in the user's editor.
 *
 * Where the text is wrong the line is said and the prompt stays; a text that
 * an editor left wrong goes into a prompt, so that nothing is lost.
 */
#include "tui/map.h"

#include <string.h>

#include "i18n.h"
#include "tui/outside.h"

static const struct field *field_of(const struct place *p,
				    const struct map_item *item)
{
	size_t n;

	return item->field < 0 ? NULL
			       : &schema_fields(p->kind, &n)[item->field];
}

static struct map_target target_of(struct map *m, const struct place *p,
				   const struct map_item *item)
{
	return (struct map_target){ .map = m,
				    .place = p->number,
				    .field = item->field,
				    .pair = item->entry };
}

/* The text to be edited; NULL, and it is said, if it has to be edited by
 * hand. */
static char *text_of(struct map *m, const struct place *p,
		     const struct map_item *item)
{
	GError *error = NULL;
	char *text = journey_yaml(map_journey(m),
				  item->field < 0 ? item->entry
						  : p->field[item->field],
				  &error);

	if (error)
		app_say_error(m->app, error);
	return text;
}

static bool set_yaml(struct app *app, const char *text, void *data)
{
	struct map_target *t = data;
	struct journey *j = map_journey(t->map);
	struct place *p = map_target_place(t);
	const struct change *change;
	GError *error = NULL;

	if (!p)
		return true;
	change = t->field < 0 ? journey_set_pair(j, p, t->pair, text, &error)
			      : journey_set_yaml(j, p, t->field, text, &error);
	if (!app_take(app, change, error, true))
		return false;
	map_judge(t->map, p, t->field);
	return true;
}

/* "mood of Warm towel". */
static char *question(const struct map *m, const struct place *p,
		      const struct map_item *item)
{
	const struct journey *j = map_journey(m);
	g_autofree char *key = NULL, *name = NULL;

	if (item->field >= 0)
		return map_question(m, p, item->field);
	key = tree_key(j->tree, item->entry);
	name = p->kind == PLACE_JOURNEY ? g_strdup(_("the journey"))
					: place_title(j, p);
	return g_strdup_printf(_("%s of %s"), key ? key : "?", name);
}

/* What the field is for, and the shape it wants. */
static char *help_of(const struct place *p, const struct map_item *item)
{
	const struct field *f = field_of(p, item);

	if (!f)
		return g_strdup(_("Not a word of the format: any YAML will do; "
				  "a blank text removes it."));
	return g_strdup_printf(_("%s As YAML: %s"), _(f->help),
			       f->shape ? f->shape : "- …");
}

static void ask(struct map *m, const struct place *p,
		const struct map_item *item, const char *text)
{
	struct map_target target = target_of(m, p, item);
	g_autofree char *title = question(m, p, item);
	g_autofree char *help = help_of(p, item);

	ask_text(m->app,
		 &(struct ask){ .title = title,
				.help = help,
				.text = text,
				.lines = true,
				.done = set_yaml,
				.next = map_edit_neighbour,
				.data = g_memdup2(&target, sizeof(target)),
				.free_data = g_free });
}

void map_edit_yaml(struct map *m, const struct place *p,
		   const struct map_item *item)
{
	g_autofree char *text = text_of(m, p, item);

	if (text)
		ask(m, p, item, text);
}

void map_edit_yaml_outside(struct map *m, const struct place *p,
			   const struct map_item *item)
{
	struct map_target target = target_of(m, p, item);
	g_autofree char *text = text_of(m, p, item), *edited = NULL;

	if (!text || !app_edit_outside(m->app, text, &edited) ||
	    strcmp(edited, text) == 0 || set_yaml(m->app, edited, &target))
		return;
	g_free(m->app->cut);
	m->app->cut = g_strdup(edited);
	ask(m, p, item, edited);
}
