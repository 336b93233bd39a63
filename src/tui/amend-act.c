/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the table of what can be done to the thing at the cursor, whatever
 * view shows it; a view may have a row of its own for the same action.
 */
#include "tui/amend.h"

#include "i18n.h"
#include "tui/actions.h"
#include "tui/clip.h"
#include "tui/marks.h"
#include "tui/stop.h"

static const char *why_nothing(struct app *app, struct view *v G_GNUC_UNUSED)
{
	return app_spot(app).place ? NULL : _("nothing is chosen here");
}

static const char *why_no_thing(struct app *app, struct view *v)
{
	const char *why = app_why_read_only(app, v);

	return why ? why : why_nothing(app, v);
}

/* A new touchpoint beside the one at the cursor, or a first one in the stage
 * there; else a new stage, owner or customer beside it. */
static void add(struct app *app, bool after)
{
	struct place *p = app_spot(app).place;

	if (p->kind == PLACE_JOURNEY)
		amend_add(app, PLACE_STAGE, p, after ? 0 : p->children->len);
	else if (p->kind == PLACE_STAGE && !p->children->len)
		amend_add(app, PLACE_TOUCHPOINT, p, 0);
	else
		amend_add(app, p->kind, p->up, p->index + after);
}

static void add_after(struct app *app, struct view *v G_GNUC_UNUSED)
{
	add(app, true);
}

static void add_before(struct app *app, struct view *v G_GNUC_UNUSED)
{
	add(app, false);
}

static void delete (struct app *app, struct view *v G_GNUC_UNUSED)
{
	amend_delete(app, app_spot(app).place);
}

static void move_down(struct app *app, struct view *v G_GNUC_UNUSED)
{
	amend_move(app, app_spot(app).place, 1);
}

static void move_up(struct app *app, struct view *v G_GNUC_UNUSED)
{
	amend_move(app, app_spot(app).place, -1);
}

static void move_to_stage(struct app *app, struct view *v G_GNUC_UNUSED)
{
	amend_choose_stage(app, app_spot(app).place);
}

static void choose_owner(struct app *app, struct view *v G_GNUC_UNUSED)
{
	const struct place *p = app_spot(app).place;

	if (p->kind == PLACE_TOUCHPOINT)
		amend_field(app, p, T_WHO);
	else if (p->kind == PLACE_JOURNEY)
		amend_field(app, p, J_SPONSOR);
	else
		app_say(app, ROLE_CONTENT, "%s",
			_("only a touchpoint has an owner: choose one first"));
}

static void choose_face(struct app *app, struct view *v G_GNUC_UNUSED)
{
	const struct place *p = app_spot(app).place;

	if (p->kind == PLACE_TOUCHPOINT)
		amend_field(app, p, T_IMPRESSION);
	else
		app_say(app, ROLE_CONTENT, "%s",
			_("only a touchpoint has a face: choose one first"));
}

/* The finding told where the cursor is, or NULL, which is said. */
static const struct finding *finding_here(struct app *app)
{
	struct view *v = app_base(app);
	struct spot at = app_spot(app);
	unsigned n, count;
	const struct finding *f =
		v->kind->found
			? v->kind->found(app, v)
			: stop_finding(app, at.place, at.field, &n, &count);

	if (!f)
		app_say(app, ROLE_GOOD, "%s", _("nothing is found wrong here"));
	return f;
}

static void fix(struct app *app, struct view *v G_GNUC_UNUSED)
{
	const struct finding *f = finding_here(app);

	if (f)
		amend_fix(app, f);
}

static void waive(struct app *app, struct view *v G_GNUC_UNUSED)
{
	const struct finding *f = finding_here(app);

	if (f)
		amend_waive(app, f);
}

const struct action amend_actions[] = {
	{ .name = "add-after",
	  .label = N_("add"),
	  .help = N_("Add another after this one; Enter adds, Esc ends."),
	  .why_not = why_no_thing,
	  .run = add_after },
	{ .name = "add-before",
	  .label = N_("add before"),
	  .help = N_("Add one before this one."),
	  .why_not = why_no_thing,
	  .run = add_before },
	{ .name = "delete",
	  .label = N_("delete"),
	  .help = N_("Delete this at once; an owner in use asks who takes "
		     "over."),
	  .why_not = why_no_thing,
	  .run = delete },
	{ .name = "move-down",
	  .label = N_("move"),
	  .help = N_("Move this down, into the next stage if need be."),
	  .why_not = why_no_thing,
	  .run = move_down },
	{ .name = "move-up",
	  .label = N_("move"),
	  .help = N_("Move this up, into the stage before if need be."),
	  .why_not = why_no_thing,
	  .run = move_up },
	{ .name = "move-to-stage",
	  .label = N_("move to a stage"),
	  .help = N_("Choose the stage that this touchpoint moves to."),
	  .why_not = why_no_thing,
	  .run = move_to_stage },
	{ .name = "choose-owner",
	  .label = N_("owner"),
	  .help = N_("Choose the one owner of the touchpoint; a new name "
		     "adds an owner."),
	  .why_not = why_no_thing,
	  .run = choose_owner },
	{ .name = "choose-face",
	  .label = N_("face"),
	  .help = N_("Choose the face the customer should make."),
	  .why_not = why_no_thing,
	  .run = choose_face },
	{ .name = "copy",
	  .label = N_("copy"),
	  .help = N_("Copy this, or the field, as YAML; other programs can "
		     "paste it too."),
	  .why_not = why_nothing,
	  .run = clip_copy },
	{ .name = "cut",
	  .label = N_("cut"),
	  .help = N_("Copy this, or the field, and take it out."),
	  .why_not = why_no_thing,
	  .run = clip_cut },
	{ .name = "paste",
	  .label = N_("paste"),
	  .help = N_("Put in what was copied, after this."),
	  .why_not = app_why_read_only,
	  .run = clip_paste_after },
	{ .name = "paste-before",
	  .label = N_("paste before"),
	  .help = N_("Put in what was copied, before this."),
	  .why_not = app_why_read_only,
	  .run = clip_paste_before },
	{ .name = "duplicate",
	  .label = N_("duplicate"),
	  .help = N_("Put a copy of this right after it."),
	  .why_not = why_no_thing,
	  .run = clip_duplicate },
	{ .name = "mark",
	  .label = N_("mark"),
	  .help = N_("Mark this, or no longer, and go on: commands are about "
		     "all that is marked."),
	  .why_not = why_nothing,
	  .run = marks_toggle },
	{ .name = "mark-range",
	  .label = N_("mark up to here"),
	  .help = N_("Mark all from the one marked last to this."),
	  .why_not = why_nothing,
	  .run = marks_range },
	{ .name = "mark-invert",
	  .label = N_("turn marks over"),
	  .help = N_("Mark what is not marked beside this, and only that."),
	  .why_not = why_nothing,
	  .run = marks_invert },
	{ .name = "fix",
	  .label = N_("fix"),
	  .help = N_("Mend what is found wrong here, as it says "
		     "beforehand."),
	  .why_not = why_no_thing,
	  .run = fix },
	{ .name = "waive",
	  .label = N_("waive"),
	  .help = N_("Accept what is found wrong here, with a reason."),
	  .why_not = why_no_thing,
	  .run = waive },
	{ .name = NULL },
};
