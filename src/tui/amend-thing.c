/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what can be done to whole things: add, delete, move.  What can be done
 * to their fields is amend-field.c's.
 */
#include "tui/amend.h"

#include <string.h>

#include "i18n.h"
#include "tui/marks.h"
#include "tui/menu.h"
#include "tui/show.h"

struct target *target_new(const struct place *p, int field)
{
	struct target *t = g_new(struct target, 1);

	*t = (struct target){ .place = p->number, .field = field };
	return t;
}

struct place *target_place(const struct app *app, const struct target *t)
{
	return app_place(app, t->place);
}

/* --- what it is about ----------------------------------------------------- */

/* Whether one value may suit many: what is chosen, not what is told. */
static bool is_shared(const struct place *p, int field)
{
	size_t n;

	switch (schema_fields(p->kind, &n)[field].kind) {
	case FIELD_CHOICE:
	case FIELD_FACE:
	case FIELD_YES:
	case FIELD_DATE:
	case FIELD_DURATION:
	case FIELD_CHANNEL:
	case FIELD_OWNER:
		return true;
	default:
		return false;
	}
}

GPtrArray *amend_targets(const struct app *app, struct place *p, int field)
{
	GPtrArray *one;

	if (field < 0 || is_shared(p, field))
		return marks_or(app, p);
	one = g_ptr_array_new();
	g_ptr_array_add(one, p);
	return one;
}

char *amend_title(const struct app *app, const struct place *p, int field)
{
	g_autoptr(GPtrArray) all = amend_targets(app, (struct place *)p, field);

	return all->len > 1 ? place_count(p->kind, all->len)
			    : place_title(app_journey(app), all->pdata[0]);
}

/* --- adding -------------------------------------------------------------- */

/* Where the next new thing goes. */
struct adding {
	enum place_kind kind;
	unsigned up; /* number */
	unsigned index;
};

static bool add_done(struct app *app, const char *text, void *data)
{
	struct adding *a = data;
	struct place *up = app_place(app, a->up);
	const struct change *change = NULL;
	GError *error = NULL;

	if (!up)
		return true;
	change = journey_add(app_journey(app), a->kind, up, a->index, text,
			     &error);
	if (!app_take(app, change, error, true))
		return false;
	a->index++;
	return true;
}

static const char *add_title(enum place_kind kind)
{
	switch (kind) {
	case PLACE_STAGE:
		return _("Name of the new stage");
	case PLACE_TOUCHPOINT:
		return _("Name of the new touchpoint");
	case PLACE_CUSTOMER:
		return _("Name of the new customer");
	default:
		return _("Name of the new owner");
	}
}

void amend_add(struct app *app, enum place_kind kind, const struct place *up,
	       unsigned index)
{
	struct adding a = { .kind = kind, .up = up->number, .index = index };
	size_t n;

	ask_text(app,
		 &(struct ask){
			 .title = add_title(kind),
			 .help = _(schema_fields(kind, &n)[PLACE_NAME].help),
			 .again = true,
			 .done = add_done,
			 .data = g_memdup2(&a, sizeof(a)),
			 .free_data = g_free });
}

/* --- deleting ------------------------------------------------------------ */

static void delete (struct app *app, struct place *p, struct place *heir)
{
	struct journey *j = app_journey(app);
	g_autoptr(GPtrArray) all = amend_targets(app, p, -1);
	g_autofree char *title = amend_title(app, p, -1);
	g_autofree char *undo = show_key(app, "undo");
	GError *error = NULL;
	const struct change *change = journey_remove_each(j, all, heir, &error);

	if (app_take(app, change, error, false))
		app_say(app, ROLE_CONTENT,
			all->len > 1 ? _("deleted %s, %s undoes")
				     : _("deleted '%s', %s undoes"),
			title, undo);
}

static bool heir_done(struct app *app, const char *name, void *data)
{
	struct place *p = target_place(app, data);

	if (p)
		delete (app, p, journey_person(app_journey(app), name, NULL));
	return true;
}

static void ask_heir(struct app *app, const struct place *p,
		     const GPtrArray *leaving)
{
	g_autofree char *name = amend_title(app, p, -1);
	g_autofree char *title =
		g_strdup_printf(_("Who takes over from %s?"), name);
	struct menu *menu = menu_new();
	struct ask_list list = { .title = title,
				 .done = heir_done,
				 .data = target_new(p, -1),
				 .free_data = g_free };

	menu_owners(menu, app, leaving);
	list.items = menu_items(menu);
	ask_choice(app, &list);
	menu_free(menu);
}

static bool is_referred_to(const struct app *app, const GPtrArray *places)
{
	for (guint i = 0; i < places->len; i++)
		if (journey_references(app_journey(app), places->pdata[i]))
			return true;
	return false;
}

void amend_delete(struct app *app, struct place *p)
{
	g_autoptr(GPtrArray) all = NULL;

	if (p->kind == PLACE_JOURNEY) {
		app_say(app, ROLE_CONTENT, "%s",
			_("there is nothing here to delete"));
		return;
	}
	all = amend_targets(app, p, -1);
	if (p->kind == PLACE_OWNER && is_referred_to(app, all))
		ask_heir(app, p, all);
	else
		delete (app, p, NULL);
}

/* --- moving -------------------------------------------------------------- */

void amend_move_to(struct app *app, struct place *p, struct place *up,
		   unsigned index)
{
	GError *error = NULL;
	const struct change *change =
		journey_move(app_journey(app), p, up, index, &error);

	app_take(app, change, error, true);
}

static unsigned fellows(const struct app *app, const struct place *p)
{
	const struct journey *j = app_journey(app);

	switch (p->kind) {
	case PLACE_OWNER:
		return j->owners->len;
	case PLACE_CUSTOMER:
		return j->customers->len;
	default:
		return p->up->children->len;
	}
}

static void say_end(struct app *app, int by)
{
	app_say(app, ROLE_CONTENT, "%s",
		by < 0 ? _("this is the first already")
		       : _("this is the last already"));
}

/* Move what a command at P is about to INDEX of a stage. */
static void move_into(struct app *app, struct place *p, struct place *stage,
		      unsigned index)
{
	g_autoptr(GPtrArray) all = amend_targets(app, p, -1);
	const struct change *change;
	GError *error = NULL;

	change = all->len > 1 ? journey_move_each(app_journey(app), all, stage,
						  index, &error)
			      : journey_move(app_journey(app), all->pdata[0],
					     stage, index, &error);
	app_take(app, change, error, true);
}

static bool is_touchpoint(struct app *app, const struct place *p)
{
	if (p->kind == PLACE_TOUCHPOINT)
		return true;
	app_say(app, ROLE_CONTENT, "%s",
		_("only touchpoints move to another stage"));
	return false;
}

void amend_move_to_stage(struct app *app, struct place *p, int by)
{
	struct place *stage;
	unsigned at;

	if (!is_touchpoint(app, p))
		return;
	at = p->up->index;
	stage = by < 0 && at == 0 ? NULL
				  : journey_stage(app_journey(app),
						  by < 0 ? at - 1 : at + 1);
	if (stage)
		move_into(app, p, stage, by < 0 ? stage->children->len : 0);
	else
		say_end(app, by);
}

static bool stage_done(struct app *app, const char *number, void *data)
{
	struct place *p = target_place(app, data);
	struct place *stage =
		journey_stage(app_journey(app),
			      (unsigned)strtoul(number, NULL, 10));

	if (p && stage)
		move_into(app, p, stage, stage->children->len);
	return true;
}

void amend_choose_stage(struct app *app, struct place *p)
{
	const struct journey *j = app_journey(app);
	g_autofree char *name = NULL, *title = NULL, *now = NULL;
	struct menu *menu;

	if (!is_touchpoint(app, p))
		return;
	name = amend_title(app, p, -1);
	title = g_strdup_printf(_("Which stage shall have %s?"), name);
	now = g_strdup_printf("%u", p->up->index);
	menu = menu_new();
	for (guint i = 0; i < j->root->children->len; i++)
		menu_add(menu, g_strdup_printf("%u", i),
			 place_title(j, journey_stage(j, i)), NULL);
	ask_choice(app, &(struct ask_list){ .title = title,
					    .items = menu_items(menu),
					    .current = now,
					    .done = stage_done,
					    .data = target_new(p, -1),
					    .free_data = g_free });
	menu_free(menu);
}

/* Move what is marked by one, together. */
static void shift(struct app *app, const GPtrArray *all, int by)
{
	GError *error = NULL;
	const struct change *change =
		journey_shift(app_journey(app), all, by, &error);

	if (app_take(app, change, error, true) && !change)
		say_end(app, by);
}

void amend_move(struct app *app, struct place *p, int by)
{
	g_autoptr(GPtrArray) all = amend_targets(app, p, -1);

	p = all->pdata[0];
	if (p->kind == PLACE_JOURNEY)
		app_say(app, ROLE_CONTENT, "%s",
			_("there is nothing here to move"));
	else if (all->len > 1)
		shift(app, all, by);
	else if (by < 0 ? p->index > 0 : p->index + 1 < fellows(app, p))
		amend_move_to(app, p, p->up,
			      by < 0 ? p->index - 1 : p->index + 1);
	else if (p->kind == PLACE_TOUCHPOINT)
		amend_move_to_stage(app, p, by);
	else
		say_end(app, by);
}
