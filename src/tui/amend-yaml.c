/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how structures are edited, and pairs of the file that are no fields:
 * as the YAML they are, in a prompt of many lines or in the user's editor.
 *
 * Where the text is wrong the line is said and the prompt stays; a text that
 * an editor left wrong goes into a prompt, so that nothing is lost.
 */
#include "tui/amend.h"

#include <string.h>

#include "i18n.h"
#include "tui/outside.h"
#include "tui/show.h"

static const struct field *field_of(const struct place *p,
				    const struct amend_item *item)
{
	size_t n;

	return item->field < 0 ? NULL
			       : &schema_fields(p->kind, &n)[item->field];
}

static struct target target_of(const struct place *p,
			       const struct amend_item *item)
{
	return (struct target){ .place = p->number,
				.field = item->field,
				.pair = item->entry };
}

char *amend_yaml_text(struct app *app, const struct place *p,
		      const struct amend_item *item)
{
	GError *error = NULL;
	char *text = journey_yaml(app_journey(app),
				  item->field < 0 ? item->entry
						  : p->field[item->field],
				  &error);

	if (error)
		app_say_error(app, error);
	return text;
}

static bool set_yaml(struct app *app, const char *text, void *data)
{
	struct target *t = data;
	struct journey *j = app_journey(app);
	struct place *p = target_place(app, t);
	const struct change *change;
	GError *error = NULL;

	if (!p)
		return true;
	change = t->field < 0 ? journey_set_pair(j, p, t->pair, text, &error)
			      : journey_set_yaml(j, p, t->field, text, &error);
	if (!app_take(app, change, error, true))
		return false;
	amend_judge(app, p, t->field);
	return true;
}

bool amend_yaml_put(struct app *app, const struct place *p,
		    const struct amend_item *item, const char *text)
{
	struct target target = target_of(p, item);

	return set_yaml(app, text, &target);
}

/* "mood of Warm towel". */
static char *question(const struct app *app, const struct place *p,
		      const struct amend_item *item)
{
	const struct journey *j = app_journey(app);
	g_autofree char *key = NULL, *name = NULL;

	if (item->field >= 0)
		return amend_question(app, p, item->field);
	key = tree_key(j->tree, item->entry);
	name = p->kind == PLACE_JOURNEY ? g_strdup(_("the journey"))
					: place_title(j, p);
	return g_strdup_printf(_("%s of %s"), key ? key : "?", name);
}

/* What the field is for, and the shape it wants. */
static char *help_of(const struct place *p, const struct amend_item *item)
{
	const struct field *f = field_of(p, item);

	if (!f)
		return g_strdup(_("Not a word of the format: any YAML will do; "
				  "a blank text removes it."));
	return g_strdup_printf(_("%s As YAML: %s"), _(f->help),
			       f->shape ? f->shape : "- …");
}

static void ask(struct app *app, const struct place *p,
		const struct amend_item *item, const char *text)
{
	struct target target = target_of(p, item);
	g_autofree char *title = question(app, p, item);
	g_autofree char *help = help_of(p, item);

	ask_text(app, &(struct ask){ .title = title,
				     .help = help,
				     .text = text,
				     .lines = true,
				     .done = set_yaml,
				     .next = amend_neighbour,
				     .data = g_memdup2(&target, sizeof(target)),
				     .free_data = g_free });
}

void amend_yaml(struct app *app, const struct place *p,
		const struct amend_item *item)
{
	g_autofree char *text = amend_yaml_text(app, p, item);

	if (text)
		ask(app, p, item, text);
}

void amend_yaml_outside(struct app *app, const struct place *p,
			const struct amend_item *item)
{
	struct target target = target_of(p, item);
	g_autofree char *text = amend_yaml_text(app, p, item), *edited = NULL;

	if (!text || !app_edit_outside(app, text, &edited) ||
	    strcmp(edited, text) == 0 || set_yaml(app, edited, &target))
		return;
	g_free(app->cut);
	app->cut = g_strdup(edited);
	ask(app, p, item, edited);
}
