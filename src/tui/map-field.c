/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how each kind of field is edited: as a line, as a text, from a list,
 * by turning it over.  References to other things are map-refs.c's, structures
 * map-yaml.c's.
 *
 * A value that is not what the field wants is kept all the same, for it is
 * the designer's; the rules say so, and so does the status row at once.
 */
#include "tui/map.h"

#include <string.h>

#include "i18n.h"
#include "tui/outside.h"

static const struct field *field_of(const struct place *p, int field)
{
	size_t n;

	return &schema_fields(p->kind, &n)[field];
}

void map_judge(struct map *m, const struct place *p, int field)
{
	const struct findings *all = m->app->board->findings;
	const struct finding *f;

	for (unsigned n = 0; (f = findings_at(all, p, n)); n++)
		if (f->field == field &&
		    strcmp(f->rule->name, "bad-value") == 0)
			app_say(m->app, map_level_role(f->level), "%s",
				f->message);
}

static bool set_text(struct app *app, const char *text, void *data)
{
	struct map_target *t = data;
	struct place *p = map_target_place(t);
	GError *error = NULL;
	const struct change *change;

	if (!p)
		return true;
	change = journey_set(map_journey(t->map), p, t->field, text, &error);
	if (!app_take(app, change, error, true))
		return false;
	map_judge(t->map, p, t->field);
	return true;
}

static bool set_lines(struct app *app, const char *text, void *data)
{
	struct map_target *t = data;
	struct place *p = map_target_place(t);
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
			journey_set_list(map_journey(t->map), p, t->field,
					 (const char *const *)items->pdata,
					 &error),
			error, true);
}

/* Whether beginning to edit a row asks for something, as it does not where
 * that turns it over at once. */
static bool is_asked_for(const struct place *p, const struct map_item *item)
{
	const struct field *f;

	if (item->field < 0)
		return true;
	f = field_of(p, item->field);
	return f->kind != FIELD_YES && (f->kind != FIELD_OTHER || f->shape);
}

void map_edit_neighbour(struct app *app G_GNUC_UNUSED, int direction,
			void *data)
{
	struct map *m = ((struct map_target *)data)->map;
	const struct place *p = map_subject(m);
	g_autoptr(GArray) items = map_items(m, p);
	const struct map_item *item;
	int at = (int)m->form.item + direction;

	if (m->focus != MAP_INSPECTOR || at < 0 || at >= (int)items->len)
		return;
	m->form.item = (unsigned)at;
	item = &g_array_index(items, struct map_item, at);
	if (is_asked_for(p, item))
		map_edit_item(m, p, item);
}

char *map_question(const struct map *m, const struct place *p, int field)
{
	g_autofree char *name = place_title(map_journey(m), p);
	const char *label = _(field_of(p, field)->label);

	if (p->kind == PLACE_JOURNEY)
		return g_strdup_printf(_("%s of the journey"), label);
	return g_strdup_printf(_("%s of %s"), label, name);
}

static void ask_for(struct map *m, const struct place *p, int field,
		    struct ask ask)
{
	g_autofree char *title = map_question(m, p, field);

	ask.title = title;
	ask.help = _(field_of(p, field)->help);
	ask.next = map_edit_neighbour;
	ask.data = map_target_new(m, p, field);
	ask.free_data = g_free;
	ask_text(m->app, &ask);
}

static void edit_line(struct map *m, const struct place *p, int field)
{
	g_autofree char *text = place_text(map_journey(m), p, field);

	/* What has several lines keeps them. */
	ask_for(m, p, field,
		(struct ask){ .text = text,
			      .lines = strchr(text, '\n') != NULL,
			      .done = set_text });
}

static void edit_long(struct map *m, const struct place *p, int field)
{
	g_autofree char *text = place_text(map_journey(m), p, field);

	ask_for(m, p, field,
		(struct ask){ .text = text, .lines = true, .done = set_text });
}

/* A list as lines; NULL if an item is more than one. */
static char *lines_of(struct map *m, const struct place *p, int field)
{
	g_autoptr(GPtrArray) texts = place_texts(map_journey(m), p, field);

	for (guint i = 0; i < texts->len; i++)
		if (strchr(texts->pdata[i], '\n'))
			return NULL;
	g_ptr_array_add(texts, NULL);
	return g_strjoinv("\n", (char **)texts->pdata);
}

static void edit_lines(struct map *m, const struct place *p, int field)
{
	g_autofree char *text = lines_of(m, p, field);

	if (text)
		ask_for(m, p, field,
			(struct ask){ .text = text,
				      .lines = true,
				      .done = set_lines });
	else
		map_edit_yaml(m, p, &(struct map_item){ .field = field });
}

static void edit_channel(struct map *m, const struct place *p, int field)
{
	g_autofree char *text = place_text(map_journey(m), p, field);
	g_autofree const char **names = NULL;
	size_t n;
	const struct channel *channels = schema_channels(&n);

	names = g_new0(const char *, n + 1);
	for (size_t i = 0; i < n; i++)
		names[i] = channels[i].name;
	ask_for(m, p, field,
		(struct ask){
			.text = text, .complete = names, .done = set_text });
}

static void choose(struct map *m, const struct place *p, int field,
		   struct map_menu *menu, struct ask_list list)
{
	g_autofree char *title = map_question(m, p, field);
	g_autofree char *now = place_text(map_journey(m), p, field);

	list.title = title;
	list.help = _(field_of(p, field)->help);
	list.items = map_menu_items(menu);
	list.current = now;
	list.done = list.done ? list.done : set_text;
	list.data = map_target_new(m, p, field);
	list.free_data = g_free;
	ask_choice(m->app, &list);
	map_menu_free(menu);
}

static void edit_choice(struct map *m, const struct place *p, int field)
{
	struct map_menu *menu = map_menu_new();

	map_menu_choices(menu, field_of(p, field)->choices);
	map_menu_add(menu, g_strdup(""), g_strdup(_("(leave open)")), NULL);
	choose(m, p, field, menu, (struct ask_list){ .title = NULL });
}

static bool set_face(struct app *app, const char *name, void *data)
{
	return set_text(app, strcmp(name, "no-face") ? name : "", data);
}

static void edit_face(struct map *m, const struct place *p, int field)
{
	struct map_menu *menu = map_menu_new();
	enum glyphs glyphs = m->app->canvas->glyphs;

	for (int i = 0; i < FACES; i++) {
		const struct face *f = &schema_faces[i];
		const char *picture = map_face_text(glyphs, f);

		map_menu_add(menu, g_strdup(f->name),
			     g_strdup_printf("%d  %s  %s", i + 1, picture,
					     f->name),
			     f->value ? g_strdup_printf("%+d", f->value)
				      : NULL);
	}
	map_menu_add(menu, g_strdup("no-face"), g_strdup(_("0  no face yet")),
		     NULL);
	choose(m, p, field, menu,
	       (struct ask_list){ .context = "faces", .done = set_face });
}

static void turn_over(struct map *m, const struct place *p, int field)
{
	g_autofree char *text = place_text(map_journey(m), p, field);
	struct map_target t = { .map = m, .place = p->number, .field = field };

	set_text(m->app, strcmp(text, "yes") == 0 ? "" : "yes", &t);
}

static void leave_to_hand(struct map *m, const struct place *p, int field)
{
	const struct journey *j = map_journey(m);

	if (p->field[field])
		app_say(m->app, ROLE_CONTENT,
			_("'%s' is edited in the file itself, line %u"),
			field_of(p, field)->name,
			tree_key_mark(j->tree, p->field[field]).line);
	else
		app_say(m->app, ROLE_CONTENT,
			_("'%s' is written in the file itself"),
			field_of(p, field)->name);
}

static void edit_structure(struct map *m, const struct place *p, int field)
{
	if (field_of(p, field)->shape)
		map_edit_yaml(m, p, &(struct map_item){ .field = field });
	else
		leave_to_hand(m, p, field);
}

void map_edit_field(struct map *m, const struct place *p, int field)
{
	static void (*const editors[])(struct map *, const struct place *,
				       int) = {
		[FIELD_TEXT] = edit_line,
		[FIELD_LONG] = edit_long,
		[FIELD_TEXTS] = edit_lines,
		[FIELD_ID] = edit_line,
		[FIELD_CHOICE] = edit_choice,
		[FIELD_CHOICES] = map_edit_list,
		[FIELD_FACE] = edit_face,
		[FIELD_YES] = turn_over,
		[FIELD_DATE] = edit_line,
		[FIELD_DURATION] = edit_line,
		[FIELD_CHANNEL] = edit_channel,
		[FIELD_OWNER] = map_edit_owner,
		[FIELD_PEOPLE] = map_edit_list,
		[FIELD_TOUCHPOINTS] = map_edit_list,
		[FIELD_NEEDS] = map_edit_list,
		[FIELD_CHILDREN] = leave_to_hand,
		[FIELD_OTHER] = edit_structure,
	};

	editors[field_of(p, field)->kind](m, p, field);
}

void map_edit_item(struct map *m, const struct place *p,
		   const struct map_item *item)
{
	if (item->field < 0)
		map_edit_yaml(m, p, item);
	else
		map_edit_field(m, p, item->field);
}

static void edit_text_outside(struct map *m, const struct place *p, int field,
			      const char *text,
			      bool (*done)(struct app *app, const char *text,
					   void *data))
{
	struct map_target t = { .map = m, .place = p->number, .field = field };
	g_autofree char *edited = NULL;

	if (!app_edit_outside(m->app, text, &edited))
		return;
	if (g_str_has_suffix(edited, "\n") && !g_str_has_suffix(text, "\n"))
		edited[strlen(edited) - 1] = '\0';
	if (strcmp(edited, text) != 0)
		done(m->app, edited, &t);
}

void map_edit_outside(struct map *m, const struct place *p,
		      const struct map_item *item)
{
	const struct field *f =
		item->field < 0 ? NULL : field_of(p, item->field);
	g_autofree char *text = NULL;

	if (f && f->kind == FIELD_TEXTS)
		text = lines_of(m, p, item->field);
	else if (f && (f->kind == FIELD_TEXT || f->kind == FIELD_LONG))
		text = place_text(map_journey(m), p, item->field);
	if (text)
		edit_text_outside(m, p, item->field, text,
				  f->kind == FIELD_TEXTS ? set_lines
							 : set_text);
	else if (!f || f->shape || f->kind == FIELD_TEXTS)
		map_edit_yaml_outside(m, p, item);
	else
		map_edit_field(m, p, item->field);
}

void map_clear_item(struct map *m, struct place *p, const struct map_item *item)
{
	struct journey *j = map_journey(m);
	const struct change *change;
	GError *error = NULL;

	if (item->field < 0)
		change = journey_set_pair(j, p, item->entry, "", &error);
	else if (field_of(p, item->field)->shape)
		change = journey_set_yaml(j, p, item->field, "", &error);
	else
		change = journey_set(j, p, item->field, "", &error);
	if (app_take(m->app, change, error, true) && !change)
		app_say(m->app, ROLE_CONTENT, "%s",
			_("there is nothing here to clear"));
}
