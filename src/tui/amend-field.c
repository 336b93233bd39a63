/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how each kind of field is edited: as a line, as a text, from a list,
 * by turning it over.  References to other things are amend-refs.c's, structures
 * amend-yaml.c's.
 *
 * A value that is not what the field wants is kept all the same, for it is
 * the designer's; the rules say so, and so does the status row at once.
 */
#include "tui/amend.h"

#include <string.h>

#include "i18n.h"
#include "tui/menu.h"
#include "tui/outside.h"
#include "tui/show.h"

static const struct field *field_of(const struct place *p, int field)
{
	size_t n;

	return &schema_fields(p->kind, &n)[field];
}

void amend_judge(struct app *app, const struct place *p, int field)
{
	const struct findings *all = app->desk->board->findings;
	const struct finding *f;

	for (unsigned n = 0; (f = findings_at(all, p, n)); n++)
		if (f->field == field &&
		    strcmp(f->rule->name, "bad-value") == 0)
			app_say(app, show_level_role(f->level), "%s",
				f->message);
}

static bool set_text(struct app *app, const char *text, void *data)
{
	struct target *t = data;
	struct place *p = target_place(app, t);
	g_autoptr(GPtrArray) all = NULL;
	GError *error = NULL;
	const struct change *change;

	if (!p)
		return true;
	all = amend_targets(app, p, t->field);
	change =
		journey_set_each(app_journey(app), all, t->field, text, &error);
	if (!app_take(app, change, error, true))
		return false;
	amend_judge(app, p, t->field);
	return true;
}

static bool set_lines(struct app *app, const char *text, void *data)
{
	struct target *t = data;
	struct place *p = target_place(app, t);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	GError *error = NULL;

	if (!p)
		return true;
	for (char **line = lines; *line; line++)
		if (*g_strstrip(*line))
			g_ptr_array_add(items, *line);
	g_ptr_array_add(items, NULL);
	return app_take(app,
			journey_set_list(app_journey(app), p, t->field,
					 (const char *const *)items->pdata,
					 &error),
			error, true);
}

bool amend_asks(const struct place *p, const struct amend_item *item)
{
	const struct field *f;

	if (item->field < 0)
		return true;
	f = field_of(p, item->field);
	return f->kind != FIELD_YES && (f->kind != FIELD_OTHER || f->shape);
}

void amend_neighbour(struct app *app, int direction, void *data G_GNUC_UNUSED)
{
	struct view *v = app_base(app);

	if (v->kind->next_field)
		v->kind->next_field(app, v, direction);
}

char *amend_question(const struct app *app, const struct place *p, int field)
{
	g_autofree char *name = amend_title(app, p, field);
	const char *label = _(field_of(p, field)->label);

	if (p->kind == PLACE_JOURNEY)
		return g_strdup_printf(_("%s of the journey"), label);
	return g_strdup_printf(_("%s of %s"), label, name);
}

static void ask_for(struct app *app, const struct place *p, int field,
		    struct ask ask)
{
	g_autofree char *title = amend_question(app, p, field);

	ask.title = title;
	ask.help = _(field_of(p, field)->help);
	ask.next = amend_neighbour;
	ask.data = target_new(p, field);
	ask.free_data = g_free;
	ask_text(app, &ask);
}

static void edit_line(struct app *app, const struct place *p, int field)
{
	g_autofree char *text = place_text(app_journey(app), p, field);
	g_auto(GStrv) known = amend_known(app, p, field);

	/* What has several lines keeps them. */
	ask_for(app, p, field,
		(struct ask){ .text = text,
			      .lines = strchr(text, '\n') != NULL,
			      .complete = (const char *const *)known,
			      .done = set_text });
}

static void edit_long(struct app *app, const struct place *p, int field)
{
	g_autofree char *text = place_text(app_journey(app), p, field);

	ask_for(app, p, field,
		(struct ask){ .text = text, .lines = true, .done = set_text });
}

/* A list as lines; NULL if an item is more than one. */
static char *lines_of(struct app *app, const struct place *p, int field)
{
	g_autoptr(GPtrArray) texts = place_texts(app_journey(app), p, field);

	for (guint i = 0; i < texts->len; i++)
		if (strchr(texts->pdata[i], '\n'))
			return NULL;
	g_ptr_array_add(texts, NULL);
	return g_strjoinv("\n", (char **)texts->pdata);
}

static void edit_lines(struct app *app, const struct place *p, int field)
{
	g_autofree char *text = lines_of(app, p, field);

	if (text)
		ask_for(app, p, field,
			(struct ask){ .text = text,
				      .lines = true,
				      .done = set_lines });
	else
		amend_yaml(app, p, &(struct amend_item){ .field = field });
}

static void choose(struct app *app, const struct place *p, int field,
		   struct menu *menu, struct ask_list list)
{
	g_autofree char *title = amend_question(app, p, field);
	g_autofree char *now = place_text(app_journey(app), p, field);

	list.title = title;
	list.help = _(field_of(p, field)->help);
	list.items = menu_items(menu);
	list.current = now;
	list.done = list.done ? list.done : set_text;
	list.data = target_new(p, field);
	list.free_data = g_free;
	ask_choice(app, &list);
	menu_free(menu);
}

static void edit_choice(struct app *app, const struct place *p, int field)
{
	struct menu *menu = menu_new();

	menu_choices(menu, field_of(p, field)->choices);
	menu_add(menu, g_strdup(""), g_strdup(_("(leave open)")), NULL);
	choose(app, p, field, menu, (struct ask_list){ .title = NULL });
}

static bool set_face(struct app *app, const char *name, void *data)
{
	return set_text(app, strcmp(name, "no-face") ? name : "", data);
}

static void edit_face(struct app *app, const struct place *p, int field)
{
	struct menu *menu = menu_new();
	enum glyphs glyphs = app->canvas->glyphs;

	for (int i = 0; i < FACES; i++) {
		const struct face *f = &schema_faces[i];
		const char *picture = show_face(glyphs, f);

		menu_add(menu, g_strdup(f->name),
			 g_strdup_printf("%d  %s  %s", i + 1, picture, f->name),
			 f->value ? g_strdup_printf("%+d", f->value) : NULL);
	}
	menu_add(menu, g_strdup("no-face"), g_strdup(_("0  no face yet")),
		 NULL);
	choose(app, p, field, menu,
	       (struct ask_list){ .context = "faces", .done = set_face });
}

static void turn_over(struct app *app, const struct place *p, int field)
{
	g_autofree char *text = place_text(app_journey(app), p, field);
	struct target t = { .place = p->number, .field = field };

	set_text(app, strcmp(text, "yes") == 0 ? "" : "yes", &t);
}

static void leave_to_hand(struct app *app, const struct place *p, int field)
{
	const struct journey *j = app_journey(app);

	if (p->field[field])
		app_say(app, ROLE_CONTENT,
			_("'%s' is edited in the file itself, line %u"),
			field_of(p, field)->name,
			tree_key_mark(j->tree, p->field[field]).line);
	else
		app_say(app, ROLE_CONTENT,
			_("'%s' is written in the file itself"),
			field_of(p, field)->name);
}

static void edit_structure(struct app *app, const struct place *p, int field)
{
	if (field_of(p, field)->shape)
		amend_yaml(app, p, &(struct amend_item){ .field = field });
	else
		leave_to_hand(app, p, field);
}

void amend_field(struct app *app, const struct place *p, int field)
{
	static void (*const editors[])(struct app *, const struct place *,
				       int) = {
		[FIELD_TEXT] = edit_line,
		[FIELD_LONG] = edit_long,
		[FIELD_TEXTS] = edit_lines,
		[FIELD_ID] = edit_line,
		[FIELD_CHOICE] = edit_choice,
		[FIELD_CHOICES] = amend_list,
		[FIELD_FACE] = edit_face,
		[FIELD_YES] = turn_over,
		[FIELD_DATE] = edit_line,
		[FIELD_DURATION] = edit_line,
		[FIELD_NUMBER] = edit_line,
		[FIELD_CHANNEL] = edit_line,
		[FIELD_OWNER] = amend_owner,
		[FIELD_PEOPLE] = amend_list,
		[FIELD_TOUCHPOINTS] = amend_list,
		[FIELD_NEEDS] = amend_list,
		[FIELD_CHILDREN] = leave_to_hand,
		[FIELD_OTHER] = edit_structure,
	};

	editors[field_of(p, field)->kind](app, p, field);
}

void amend_item(struct app *app, const struct place *p,
		const struct amend_item *item)
{
	if (item->field < 0)
		amend_yaml(app, p, item);
	else
		amend_field(app, p, item->field);
}

static bool is_list(const struct field *f)
{
	return f->kind == FIELD_TEXTS || f->kind == FIELD_CHOICES ||
	       f->kind == FIELD_PEOPLE || f->kind == FIELD_TOUCHPOINTS ||
	       f->kind == FIELD_NEEDS;
}

char *amend_text(struct app *app, const struct place *p,
		 const struct amend_item *item)
{
	const struct field *f =
		item->field < 0 ? NULL : field_of(p, item->field);
	char *text = NULL;

	if (f && is_list(f))
		text = lines_of(app, p, item->field);
	else if (f && !f->shape)
		text = place_text(app_journey(app), p, item->field);
	return text ? text : amend_yaml_text(app, p, item);
}

bool amend_put(struct app *app, const struct place *p,
	       const struct amend_item *item, const char *text)
{
	struct target t = { .place = p->number, .field = item->field };
	const struct field *f =
		item->field < 0 ? NULL : field_of(p, item->field);

	if (!f || f->shape)
		return amend_yaml_put(app, p, item, text);
	return is_list(f) ? set_lines(app, text, &t) : set_text(app, text, &t);
}

static void edit_text_outside(struct app *app, const struct place *p, int field,
			      const char *text,
			      bool (*done)(struct app *app, const char *text,
					   void *data))
{
	struct target t = { .place = p->number, .field = field };
	g_autofree char *edited = NULL;

	if (!app_edit_outside(app, text, &edited))
		return;
	if (g_str_has_suffix(edited, "\n") && !g_str_has_suffix(text, "\n"))
		edited[strlen(edited) - 1] = '\0';
	if (strcmp(edited, text) != 0)
		done(app, edited, &t);
}

void amend_outside(struct app *app, const struct place *p,
		   const struct amend_item *item)
{
	const struct field *f =
		item->field < 0 ? NULL : field_of(p, item->field);
	g_autofree char *text = NULL;

	if (f && f->kind == FIELD_TEXTS)
		text = lines_of(app, p, item->field);
	else if (f && (f->kind == FIELD_TEXT || f->kind == FIELD_LONG))
		text = place_text(app_journey(app), p, item->field);
	if (text)
		edit_text_outside(app, p, item->field, text,
				  f->kind == FIELD_TEXTS ? set_lines
							 : set_text);
	else if (!f || f->shape || f->kind == FIELD_TEXTS)
		amend_yaml_outside(app, p, item);
	else
		amend_field(app, p, item->field);
}

void amend_clear(struct app *app, struct place *p,
		 const struct amend_item *item)
{
	struct journey *j = app_journey(app);
	g_autoptr(GPtrArray) all = NULL;
	const struct change *change;
	GError *error = NULL;

	if (item->field < 0) {
		change = journey_set_pair(j, p, item->entry, "", &error);
	} else if (field_of(p, item->field)->shape) {
		change = journey_set_yaml(j, p, item->field, "", &error);
	} else {
		all = amend_targets(app, p, item->field);
		change = journey_set_each(j, all, item->field, "", &error);
	}
	if (app_take(app, change, error, true) && !change)
		app_say(app, ROLE_CONTENT, "%s",
			_("there is nothing here to clear"));
}
