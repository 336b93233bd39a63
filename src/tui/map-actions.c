/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the table of what can be done on the map, and the short functions that
 * its rows run; the long ones are in map-edit.c and map-field.c.
 *
 * Adding an action is a function and a row; its key is a line in keys.conf.
 */
#include "tui/map.h"

#include <string.h>

#include "i18n.h"
#include "tui/actions.h"
#include "tui/marks.h"

/* --- moving about -------------------------------------------------------- */

/* The list after (1) or before (-1) the one whose choice is shown. */
static void step_list(struct map *m, int by)
{
	int pane = (int)m->subject;

	do
		pane = (pane + by + MAP_LISTS) % MAP_LISTS;
	while (!map_focus(m, (enum map_pane)pane));
}

/* From a list to the fields of its choice: to the one to fill in next, else
 * to the one where the cursor was in others of the kind. */
static bool go_to_fields(struct map *m)
{
	const struct place *p = map_subject(m);
	int next;

	if (!map_focus(m, MAP_INSPECTOR))
		return false;
	if (m->form.kind != p->kind)
		m->form.item = 0;
	m->form.kind = p->kind;
	next = map_guide_field(m, p);
	if (next >= 0)
		map_form_show(m, p, next);
	return true;
}

/* From a list to the fields of its choice, and from there to the next list:
 * so Tab alone reaches everything. */
static void next_pane(struct app *app G_GNUC_UNUSED, struct view *v)
{
	struct map *m = map_of(v);

	map_settle(m);
	if (m->focus == MAP_INSPECTOR || !go_to_fields(m))
		step_list(m, 1);
}

static void previous_pane(struct app *app G_GNUC_UNUSED, struct view *v)
{
	struct map *m = map_of(v);

	map_settle(m);
	if (m->focus == MAP_INSPECTOR)
		map_focus(m, m->subject);
	else
		step_list(m, -1);
}

/* One pane up, where there is only one at a time; false at the top. */
static bool go_back(struct map *m)
{
	if (m->moving) {
		m->moving = false;
		return true;
	}
	if (m->focus == MAP_INSPECTOR)
		return map_focus(m, m->subject);
	if (m->single && m->focus != MAP_STAGES)
		return map_focus(m, MAP_STAGES);
	return false;
}

static void back(struct app *app, struct view *v)
{
	struct map *m = map_of(v);

	if (!m->moving && marks_clear(app))
		return;
	if (!go_back(m))
		app_menu(app);
}

/* The next list in that direction that can have the focus. */
static bool go_to_list(struct map *m, int by)
{
	int pane = (int)m->subject + by;

	while (pane >= 0 && pane < MAP_LISTS &&
	       !map_focus(m, (enum map_pane)pane))
		pane += by;
	return pane >= 0 && pane < MAP_LISTS;
}

static void go_aside(struct map *m, int by)
{
	g_autofree char *fields = NULL;

	map_settle(m);
	if (m->moving) {
		map_move_aside(m, by);
		return;
	}
	if (by < 0 && (m->single || m->focus == MAP_INSPECTOR) && go_back(m))
		return;
	if (go_to_list(m, by))
		return;
	fields = show_key(m->app, "next-pane");
	app_say(m->app, ROLE_CONTENT,
		_("there is no pane further on; %s leads to the fields"),
		fields);
}

static void left(struct app *app G_GNUC_UNUSED, struct view *v)
{
	go_aside(map_of(v), -1);
}

static void right(struct app *app G_GNUC_UNUSED, struct view *v)
{
	go_aside(map_of(v), 1);
}

static void toggle_moving(struct app *app, struct view *v)
{
	struct map *m = map_of(v);
	const struct place *p;

	map_settle(m);
	p = map_subject(m);
	if (!p || p->kind == PLACE_JOURNEY) {
		app_say(app, ROLE_CONTENT, "%s",
			_("there is nothing here to move"));
		return;
	}
	map_focus(m, m->subject);
	m->moving = !m->moving;
	if (m->moving)
		app_say(app, ROLE_CONTENT, "%s",
			_("moving: the arrows move it, Enter ends"));
}

/* --- editing what has the focus ------------------------------------------ */

/* From the stages to the touchpoints, and from there to the fields. */
static void open_deeper(struct map *m)
{
	if (m->focus != MAP_STAGES || !map_focus(m, MAP_TOUCHPOINTS))
		go_to_fields(m);
}

/* Nobody's touchpoints are no thing to edit: go to the first of them. Where
 * there is nothing yet, add the first. */
static void open_lack(struct map *m)
{
	struct place *tp = m->focus == MAP_OWNERS ? map_first_owned(m) : NULL;

	if (tp)
		map_show(m, tp, T_WHO);
	else
		app_do(m->app, "add-after");
}

static void edit(struct app *app G_GNUC_UNUSED, struct view *v)
{
	struct map *m = map_of(v);
	struct amend_item item;
	struct place *p;

	map_settle(m);
	p = map_subject(m);
	if (m->moving)
		m->moving = false;
	else if (!p)
		open_lack(m);
	else if (m->single && m->focus != MAP_INSPECTOR)
		open_deeper(m);
	else if (m->focus != MAP_INSPECTOR)
		amend_field(m->app, p,
			    p->kind == PLACE_JOURNEY ? (int)J_TITLE
						     : (int)PLACE_NAME);
	else if (map_item_here(m, &item))
		amend_item(m->app, p, &item);
}

/* In a list, a text worth an editor is what the thing is about. */
static void outside(struct app *app G_GNUC_UNUSED, struct view *v)
{
	static const int text[PLACE_KINDS] = {
		[PLACE_JOURNEY] = J_PROMISE,  [PLACE_CUSTOMER] = C_ABOUT,
		[PLACE_OWNER] = O_MAY,	      [PLACE_STAGE] = S_GOAL,
		[PLACE_TOUCHPOINT] = T_SCENE,
	};
	struct map *m = map_of(v);
	struct amend_item item = { .field = -1 };
	const struct place *p;

	map_settle(m);
	p = map_subject(m);
	if (!p) {
		app_say(m->app, ROLE_CONTENT, "%s",
			_("there is no text here to edit"));
		return;
	}
	if (m->focus != MAP_INSPECTOR || !map_item_here(m, &item))
		item.field = text[p->kind];
	amend_outside(m->app, p, &item);
}

static void clear(struct app *app, struct view *v)
{
	struct map *m = map_of(v);
	struct amend_item item;
	struct place *p;

	map_settle(m);
	p = map_subject(m);
	if (p && map_item_here(m, &item))
		amend_clear(m->app, p, &item);
	else
		app_say(app, ROLE_CONTENT, "%s",
			_("there is nothing here to clear"));
}

const struct action map_actions[] = {
	{ .name = "left",
	  .label = N_("pane"),
	  .help = N_("Go to the pane on the left; on a small screen, back."),
	  .run = left },
	{ .name = "right",
	  .label = N_("pane"),
	  .help = N_("Go to the pane on the right."),
	  .run = right },
	{ .name = "next-pane",
	  .label = N_("fields"),
	  .help = N_("Go to the fields of this, and from there to the next "
		     "pane."),
	  .run = next_pane },
	{ .name = "previous-pane",
	  .label = N_("pane"),
	  .help = N_("Go from the fields to what they are of, or to the "
		     "pane before."),
	  .run = previous_pane },
	{ .name = "back",
	  .label = N_("back"),
	  .help = N_("Go back one level; at the top, open the menu."),
	  .run = back },
	{ .name = "edit",
	  .label = N_("edit"),
	  .help = N_("Edit the name of the row, or the field."),
	  .why_not = app_why_read_only,
	  .run = edit },
	{ .name = "add-after",
	  .label = N_("add"),
	  .help = N_("Add a stage, touchpoint, owner or customer after this "
		     "one; Enter adds, Esc ends."),
	  .why_not = app_why_read_only,
	  .run = map_act_add_after },
	{ .name = "add-before",
	  .label = N_("add before"),
	  .help = N_("Add one before this one."),
	  .why_not = app_why_read_only,
	  .run = map_act_add_before },
	{ .name = "clear",
	  .label = N_("clear"),
	  .help = N_("Empty the field."),
	  .why_not = app_why_read_only,
	  .run = clear },
	{ .name = "move",
	  .label = N_("move"),
	  .help = N_("Let the arrows move this, until Enter or Esc."),
	  .why_not = app_why_read_only,
	  .run = toggle_moving },
	{ .name = "edit-outside",
	  .label = N_("editor"),
	  .help = N_("Edit the field's text in $VISUAL or $EDITOR."),
	  .why_not = app_why_read_only,
	  .run = outside },
	{ .name = NULL },
};

/* While the arrows move a thing. */
const struct action map_moving_actions[] = {
	{ .name = "up",
	  .label = N_("move it"),
	  .help = N_("Move this up, into the stage before if need be."),
	  .why_not = app_why_read_only,
	  .run = map_act_move_up },
	{ .name = "down",
	  .label = N_("move it"),
	  .help = N_("Move this down, into the next stage if need be."),
	  .why_not = app_why_read_only,
	  .run = map_act_move_down },
	{ .name = "left",
	  .label = N_("to another stage"),
	  .help = N_("Move this touchpoint into the stage before."),
	  .run = left },
	{ .name = "right",
	  .label = N_("to another stage"),
	  .help = N_("Move this touchpoint into the next stage."),
	  .run = right },
	{ .name = "edit",
	  .label = N_("leave it here"),
	  .help = N_("End moving."),
	  .run = edit },
	{ .name = NULL },
};

/* On a small screen Enter leads deeper until it has come to the fields. */
const struct action map_small_actions[] = {
	{ .name = "edit",
	  .label = N_("open"),
	  .help = N_("Show what is in this; at last, its fields."),
	  .run = edit },
	{ .name = "left",
	  .label = N_("back"),
	  .help = N_("Go back to what this is in."),
	  .run = left },
	{ .name = NULL },
};
