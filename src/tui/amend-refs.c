/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how fields that name other things are edited: the one owner, and lists
 * of people, of earlier touchpoints, of needs, of senses.
 *
 * A list is edited by choosing from all there is: what is chosen is turned on
 * or off, and the list stays until Esc.
 */
#include "tui/amend.h"

#include <string.h>

#include "i18n.h"
#include "tui/menu.h"
#include "tui/show.h"

static const struct field *field_of(const struct place *p, int field)
{
	size_t n;

	return &schema_fields(p->kind, &n)[field];
}

/* --- one owner ----------------------------------------------------------- */

static bool set_owner(struct app *app, const char *name, void *data)
{
	struct target *t = data;
	struct place *p = target_place(app, t);
	g_autoptr(GPtrArray) all = NULL;
	const struct change *change;
	GError *error = NULL;

	if (!p)
		return true;
	all = amend_targets(app, p, t->field);
	change = journey_set_owner_each(app_journey(app), all, t->field, NULL,
					name, &error);
	return app_take(app, change, error, true);
}

void amend_owner(struct app *app, const struct place *p, int field)
{
	const struct journey *j = app_journey(app);
	g_autofree char *text = place_text(j, p, field);
	const struct place *now = journey_person(j, text, NULL);
	g_autofree char *current = now ? show_reference(app, now) : NULL;
	g_autofree char *title = amend_question(app, p, field);
	struct menu *menu = menu_new();
	struct ask_list list = { .title = title,
				 .help = _(field_of(p, field)->help),
				 .current = current,
				 .add = true,
				 .done = set_owner,
				 .data = target_new(p, field),
				 .free_data = g_free };

	menu_owners(menu, app, NULL);
	list.items = menu_items(menu);
	ask_choice(app, &list);
	menu_free(menu);
}

/* --- lists --------------------------------------------------------------- */

/* Whether two texts of a list name the same. */
static bool is_same(const struct app *app, enum field_kind kind, const char *a,
		    const char *b)
{
	const struct journey *j = app_journey(app);
	const struct place *of_a = NULL, *of_b = NULL;

	if (kind == FIELD_PEOPLE) {
		of_a = journey_person(j, a, NULL);
		of_b = journey_person(j, b, NULL);
	} else if (kind == FIELD_TOUCHPOINTS) {
		of_a = journey_touchpoint(j, a, NULL);
		of_b = journey_touchpoint(j, b, NULL);
	}
	return of_a ? of_a == of_b : strcmp(a, b) == 0;
}

/* Where TEXT stands among the items of a list, or -1. */
static int find(const struct app *app, enum field_kind kind,
		const GPtrArray *texts, const char *text)
{
	for (guint i = 0; i < texts->len; i++)
		if (is_same(app, kind, texts->pdata[i], text))
			return (int)i;
	return -1;
}

/* Ask for an item to turn on or off, the cursor on CURRENT. */
static void ask_items(struct app *app, const struct place *p, int field,
		      const char *current);

static bool toggle(struct app *app, const char *name, void *data)
{
	struct target *t = data;
	struct place *p = target_place(app, t);
	g_autoptr(GPtrArray) texts = NULL;
	GError *error = NULL;
	int at;

	if (!p)
		return true;
	texts = place_texts(app_journey(app), p, t->field);
	at = find(app, field_of(p, t->field)->kind, texts, name);
	if (at >= 0)
		g_ptr_array_remove_index(texts, (guint)at);
	else
		g_ptr_array_add(texts, g_strdup(name));
	g_ptr_array_add(texts, NULL);
	if (!app_take(app,
		      journey_set_list(app_journey(app), p, t->field,
				       (const char *const *)texts->pdata,
				       &error),
		      error, true))
		return false;
	ask_items(app, p, t->field, name);
	return true;
}

/* What there is to choose from, being put together. */
struct offer {
	struct app *app;
	enum field_kind kind;
	GPtrArray *texts; /* that are chosen */
	struct menu *menu;
};

static void add(struct offer *o, const char *name, const char *label,
		const char *detail)
{
	const struct canvas *c = o->app->canvas;
	bool chosen = find(o->app, o->kind, o->texts, name) >= 0;
	const char *sign = canvas_sign(c, chosen ? SIGN_SENSE : SIGN_ABSENT);

	menu_add(o->menu, g_strdup(name), g_strdup_printf("%s %s", sign, label),
		 g_strdup(detail));
}

static void add_place(struct offer *o, const struct place *p,
		      const char *detail)
{
	g_autofree char *name = show_reference(o->app, p);
	g_autofree char *title = place_title(app_journey(o->app), p);

	add(o, name, title, detail);
}

static void add_people(struct offer *o)
{
	const struct journey *j = app_journey(o->app);

	for (guint i = 0; i < j->customers->len; i++)
		add_place(o, j->customers->pdata[i], _("customer"));
	for (guint i = 0; i < j->owners->len; i++)
		add_place(o, j->owners->pdata[i], _("owner"));
}

static void add_earlier(struct offer *o, const struct place *tp)
{
	const struct journey *j = app_journey(o->app);

	for (unsigned s = 0; s <= tp->up->index; s++) {
		const struct place *stage = journey_stage(j, s);
		g_autofree char *title = place_title(j, stage);

		for (unsigned i = 0; i < stage->children->len &&
				     stage->children->pdata[i] != tp;
		     i++)
			add_place(o, stage->children->pdata[i], title);
	}
}

static void add_needs(struct offer *o)
{
	const struct journey *j = app_journey(o->app);

	for (guint i = 0; i < j->customers->len; i++) {
		const struct place *who = j->customers->pdata[i];
		g_autofree char *title = place_title(j, who);
		g_autoptr(GPtrArray) needs = place_texts(j, who, C_NEEDS);

		for (guint k = 0; k < needs->len; k++)
			add(o, needs->pdata[k], needs->pdata[k], title);
	}
}

static void add_choices(struct offer *o, const struct choice *choices)
{
	for (; choices->name; choices++)
		add(o, choices->name, choices->name, _(choices->help));
}

/* What is in the list and nowhere else. */
static void add_rest(struct offer *o)
{
	const struct ask_item *items = menu_items(o->menu);
	guint offered = 0;

	while (items && items[offered].name)
		offered++;
	for (guint i = 0; i < o->texts->len; i++) {
		const char *text = o->texts->pdata[i];
		bool known = false;

		for (guint k = 0; k < offered && !known; k++)
			known = is_same(o->app, o->kind, text,
					menu_items(o->menu)[k].name);
		if (!known)
			add(o, text, text, NULL);
	}
}

static void fill(struct offer *o, const struct place *p, int field)
{
	switch (o->kind) {
	case FIELD_PEOPLE:
		add_people(o);
		break;
	case FIELD_TOUCHPOINTS:
		add_earlier(o, p);
		break;
	case FIELD_NEEDS:
		add_needs(o);
		break;
	default:
		add_choices(o, field_of(p, field)->choices);
	}
	add_rest(o);
}

static void ask_items(struct app *app, const struct place *p, int field,
		      const char *current)
{
	struct offer o = { .app = app,
			   .kind = field_of(p, field)->kind,
			   .texts = place_texts(app_journey(app), p, field),
			   .menu = menu_new() };
	g_autofree char *title = amend_question(app, p, field);
	struct ask_list list = { .title = title,
				 .help = _(field_of(p, field)->help),
				 .current = current,
				 .several = true,
				 .done = toggle,
				 .data = target_new(p, field),
				 .free_data = g_free };

	list.add = o.kind == FIELD_PEOPLE || o.kind == FIELD_NEEDS;
	fill(&o, p, field);
	list.items = menu_items(o.menu);
	ask_choice(app, &list);
	menu_free(o.menu);
	g_ptr_array_unref(o.texts);
}

void amend_list(struct app *app, const struct place *p, int field)
{
	ask_items(app, p, field, NULL);
}
