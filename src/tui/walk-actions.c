/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what can be done on a walk, and on which of its pages.  The faces are
 * rows without a function: the view answers them by their names.
 */
#include "tui/walk.h"

#include "i18n.h"
#include "tui/actions.h"

/* --- the start ------------------------------------------------------------- */

static const char *why_no_way(struct app *app, struct view *v G_GNUC_UNUSED)
{
	return app_journey(app)->n_touchpoints
		       ? NULL
		       : _("there is no touchpoint to walk through yet");
}

/* What is chosen at the start is chosen there. */
static void set_out(struct app *app G_GNUC_UNUSED, struct view *v)
{
	struct walker *w = walker_of(v);

	if (w->page == WALKER_START)
		walker_set_out(w);
	else
		walker_start(w);
}

static const char *why_no_walk(struct app *app G_GNUC_UNUSED, struct view *v)
{
	const struct walker *w = walker_of(v);

	return w->page == WALKER_START && !walker_chosen(w)
		       ? _("choose a walk first")
		       : NULL;
}

static void tally(struct app *app G_GNUC_UNUSED, struct view *v)
{
	struct walker *w = walker_of(v);

	if (w->page == WALKER_START)
		walker_tally(w);
	else
		walker_go(w, NULL);
}

static const char *why_not_delete(struct app *app, struct view *v)
{
	if (!walker_chosen(walker_of(v)))
		return _("choose a walk first");
	return app_why_read_only(app, v);
}

static void delete_walk(struct app *app G_GNUC_UNUSED, struct view *v)
{
	walker_delete(walker_of(v));
}

static void name_walker(struct app *app G_GNUC_UNUSED, struct view *v)
{
	walker_ask_name(walker_of(v));
}

static const char *why_no_other(struct app *app, struct view *v G_GNUC_UNUSED)
{
	return app_journey(app)->customers->len > 1
		       ? NULL
		       : _("there is no other customer");
}

static void change_shoes(struct app *app G_GNUC_UNUSED, struct view *v)
{
	walker_of(v)->customer++;
}

/* --- on the way ------------------------------------------------------------ */

static const char *why_not_out(struct app *app G_GNUC_UNUSED, struct view *v)
{
	return walker_of(v)->page == WALKER_START ? _("set out on a walk first")
						  : NULL;
}

static void step(struct view *v, int by)
{
	struct walker *w = walker_of(v);
	struct place *here =
		w->page == WALKER_STEP ? walker_touchpoint(w) : NULL;
	struct place *next = walk_step(walker_journey(w), here, by);

	if (next || by > 0)
		walker_go(w, next);
	else
		app_say(w->app, ROLE_CONTENT, "%s",
			_("this is the first step"));
}

static void next_step(struct app *app G_GNUC_UNUSED, struct view *v)
{
	step(v, 1);
}

static void previous_step(struct app *app G_GNUC_UNUSED, struct view *v)
{
	step(v, -1);
}

static void next_open(struct app *app, struct view *v)
{
	struct walker *w = walker_of(v);
	struct place *here =
		w->page == WALKER_STEP ? walker_touchpoint(w) : NULL;
	struct place *open = walk_open(walker_journey(w), w->walk, here);

	if (open)
		walker_go(w, open);
	else
		app_say(app, ROLE_GOOD, "%s", _("every step has a face"));
}

static const char *why_no_note(struct app *app, struct view *v)
{
	const struct walker *w = walker_of(v);

	if (w->page != WALKER_STEP)
		return _("go to a step of a walk first");
	if (!w->walk->entry)
		return _("a face first: it begins the walk, and then there is "
			 "something to note it in");
	return app_why_read_only(app, v);
}

static void note(struct app *app G_GNUC_UNUSED, struct view *v)
{
	walker_ask_note(walker_of(v));
}

/* Back to the view that was seen before this one. */
static void leave(struct app *app, struct view *v)
{
	const GPtrArray *parked = app->desk->parked;
	const struct view *last =
		parked->len ? parked->pdata[parked->len - 1] : NULL;

	app_show(app, last ? last->kind : &view_map_kind);
	walker_start(walker_of(v));
}

/* --- at the end ------------------------------------------------------------ */

static struct place *chosen_low(const struct walker *w)
{
	g_autoptr(GPtrArray) lowest = walker_lowest(w);

	return w->row < lowest->len ? lowest->pdata[w->row] : NULL;
}

static const char *why_no_low(struct app *app G_GNUC_UNUSED, struct view *v)
{
	const struct walker *w = walker_of(v);

	return w->page == WALKER_TALLY && w->walk->rated
		       ? NULL
		       : _("see the tally of a walk first");
}

static void go_there(struct app *app, struct view *v)
{
	struct spot where = { .place = chosen_low(walker_of(v)), .field = -1 };

	app_show(app, &view_map_kind);
	app_go(app, where);
}

static void start(struct app *app G_GNUC_UNUSED, struct view *v)
{
	walker_start(walker_of(v));
}

const struct action walker_actions[] = {
	{ .name = "set-out",
	  .label = N_("set out"),
	  .help = N_("Begin a new walk, or go on with the chosen one where a "
		     "face is missing; one that is whole shows its tally."),
	  .why_not = why_no_way,
	  .run = set_out },
	{ .name = "tally",
	  .label = N_("tally"),
	  .help = N_("Show what the chosen walk adds up to."),
	  .why_not = why_no_walk,
	  .run = tally },
	{ .name = "delete-walk",
	  .label = N_("delete"),
	  .help = N_("Delete the chosen walk with its faces and notes."),
	  .why_not = why_not_delete,
	  .run = delete_walk },
	{ .name = "name-walker",
	  .label = N_("who walks"),
	  .help = N_("Say who walks; it is written into new walks."),
	  .run = name_walker },
	{ .name = "change-shoes",
	  .label = N_("shoes"),
	  .help = N_("Walk in the shoes of the next customer."),
	  .why_not = why_no_other,
	  .run = change_shoes },
	{ .name = "next-step",
	  .label = N_("next"),
	  .help = N_("Go to the next step; after the last, to the tally."),
	  .why_not = why_not_out,
	  .run = next_step },
	{ .name = "previous-step",
	  .label = N_("back"),
	  .help = N_("Go back to the step before."),
	  .why_not = why_not_out,
	  .run = previous_step },
	{ .name = "next-open",
	  .label = N_("no face yet"),
	  .help = N_("Go to the next step that has no face yet."),
	  .why_not = why_not_out,
	  .run = next_open },
	{ .name = "note",
	  .label = N_("note"),
	  .help = N_("Note what you notice here; it is kept with the walk."),
	  .why_not = why_no_note,
	  .run = note },
	{ .name = "leave-walk",
	  .label = N_("leave"),
	  .help = N_("Leave the walk; nothing is lost, and it can be gone on "
		     "with."),
	  .run = leave },
	{ .name = "go-there",
	  .label = N_("go there"),
	  .help = N_("Go to the touchpoint in the Map."),
	  .why_not = why_no_low,
	  .run = go_there },
	{ .name = "walk",
	  .label = N_("walks"),
	  .help = N_("Go back to the start, where another walk can be "
		     "chosen."),
	  .run = start },
	{ .name = "delighted",
	  .label = N_("face"),
	  .help = N_("It feels better than anything hoped for.") },
	{ .name = "happy",
	  .label = N_("face"),
	  .help = N_("It feels as one would wish.") },
	{ .name = "neutral",
	  .label = N_("face"),
	  .help = N_("It leaves no feeling either way.") },
	{ .name = "thinking",
	  .label = N_("face"),
	  .help = N_("It leaves something to work out.") },
	{ .name = "confused",
	  .label = N_("face"),
	  .help = N_("It leaves one not knowing what is going on.") },
	{ .name = "unhappy",
	  .label = N_("face"),
	  .help = N_("It feels like less than was promised.") },
	{ .name = "angry",
	  .label = N_("face"),
	  .help = N_("It is something to tell others about.") },
	{ .name = "no-face",
	  .label = N_("clear"),
	  .help = N_("Take the face back.") },
	{ .name = NULL },
};
