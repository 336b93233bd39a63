/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the Board as a view: stages as columns, lanes as rows, and what keys
 * and the mouse do there.  What it shows is the files lanes-*.c.
 */
#include "tui/views.h"

#include "i18n.h"
#include "tui/actions.h"
#include "tui/amend.h"
#include "tui/bars.h"
#include "tui/lanes.h"
#include "tui/marks.h"
#include "tui/mouse.h"

#define WIDER 4 /* columns a step */

static const char *const contexts[] = { "board", "panes", "everywhere", NULL };

static const char *const hints[] = {
	"edit",		"left",	       "right",	 "next-pane", "up",
	"down",		"add-after",   "curves", "lanes",     "stage-left",
	"stage-right",	"undo",	       "search", "commands",  "next-finding",
	"choose-owner", "choose-face", "save",	 NULL
};

static char *status(struct app *app, struct view *v)
{
	const struct lanes *l = lanes_of(v);
	const struct place *tp = lanes_touchpoint(l);
	g_autofree char *stage = NULL;

	if (!tp)
		return NULL;
	stage = place_title(app_journey(app), tp->up);
	return g_strdup_printf(_("%s %u/%u · touchpoint %u of %u"), stage,
			       tp->index + 1, tp->up->children->len,
			       journey_position(app_journey(app), tp) + 1,
			       app_journey(app)->n_touchpoints);
}

static void draw(struct app *app, struct view *v, struct canvas *c)
{
	struct lanes *l = lanes_of(v);

	lanes_settle(l);
	lanes_layout(l, c, app_body(c));
	lanes_draw(l, c);
	app_draw_title(app, c, NULL);
}

/* --- moving about --------------------------------------------------------- */

static void left(struct app *app G_GNUC_UNUSED, struct view *v)
{
	lanes_step(lanes_of(v), -1);
}

static void right(struct app *app G_GNUC_UNUSED, struct view *v)
{
	lanes_step(lanes_of(v), 1);
}

static void up(struct app *app G_GNUC_UNUSED, struct view *v)
{
	lanes_step_lane(lanes_of(v), -1);
}

static void down(struct app *app G_GNUC_UNUSED, struct view *v)
{
	lanes_step_lane(lanes_of(v), 1);
}

static void next_stage(struct app *app G_GNUC_UNUSED, struct view *v)
{
	lanes_step_stage(lanes_of(v), 1);
}

static void previous_stage(struct app *app G_GNUC_UNUSED, struct view *v)
{
	lanes_step_stage(lanes_of(v), -1);
}

static void first(struct app *app, struct view *v)
{
	lanes_go(lanes_of(v), app_journey(app)->root, -1);
}

static void last(struct app *app, struct view *v)
{
	const struct journey *j = app_journey(app);
	unsigned stages = j->root->children->len;
	const struct place *stage = journey_stage(j, stages - 1);
	guint n = stage ? stage->children->len : 0;

	if (stage)
		lanes_go(lanes_of(v), n ? stage->children->pdata[n - 1] : stage,
			 -1);
}

/* As many stages on as there are in sight. */
static void page(struct lanes *l, int by)
{
	for (guint i = 0; i < MAX(l->columns->len, 2) - 1; i++)
		lanes_step_stage(l, by);
}

static void page_up(struct app *app G_GNUC_UNUSED, struct view *v)
{
	page(lanes_of(v), -1);
}

static void page_down(struct app *app G_GNUC_UNUSED, struct view *v)
{
	page(lanes_of(v), 1);
}

/* --- editing -------------------------------------------------------------- */

static void edit(struct app *app, struct view *v)
{
	struct lanes *l = lanes_of(v);
	const struct place *p = lanes_chosen(l);
	const struct finding *f;

	if (p && p->kind == PLACE_STAGE) {
		amend_field(app, p, PLACE_NAME);
	} else if (p && lanes_lane(l)->kind == LANE_FINDINGS) {
		f = findings_at(app->desk->board->findings, p, 0);
		app_show(app, &view_map_kind);
		app_go(app, (struct spot){ .place = lanes_chosen(l),
					   .field = f ? f->field : -1 });
	} else if (p) {
		amend_field(app, p, lanes_lane(l)->field);
	}
}

/* In the lane of names the whole touchpoint, elsewhere what is in the cell. */
static void delete (struct app *app, struct view *v)
{
	struct lanes *l = lanes_of(v);
	struct place *p = lanes_chosen(l);
	int field = lanes_lane(l)->field;

	if (!p)
		app_say(app, ROLE_CONTENT, "%s",
			_("there is nothing here to delete"));
	else if (p->kind == PLACE_STAGE || field == T_NAME)
		amend_delete(app, p);
	else if (field >= 0)
		amend_clear(app, p, &(struct amend_item){ .field = field });
}

static void mark(struct app *app, struct view *v)
{
	if (marks_turn(app))
		lanes_step(lanes_of(v), 1);
}

static void add_stage(struct app *app, struct view *v)
{
	const struct place *stage = lanes_stage(lanes_of(v));

	amend_add(app, PLACE_STAGE, app_journey(app)->root,
		  stage ? stage->index + 1 : 0);
}

static void move_stage(struct app *app, struct view *v, int by)
{
	struct place *stage = lanes_stage(lanes_of(v));

	if (stage)
		amend_move(app, stage, by);
}

static void stage_left(struct app *app, struct view *v)
{
	move_stage(app, v, -1);
}

static void stage_right(struct app *app, struct view *v)
{
	move_stage(app, v, 1);
}

/* --- what is seen --------------------------------------------------------- */

static void turn_curves(struct app *app, struct view *v)
{
	static const char *const names[CURVES] = {
		[CURVES_BOTH] = N_("dotted as designed, solid as walked"),
		[CURVES_DESIGNED] = N_("the curve as designed"),
		[CURVES_WALKED] = N_("the curve as walked"),
	};
	struct lanes *l = lanes_of(v);

	l->curves = (l->curves + 1) % CURVES;
	app_say(app, ROLE_CONTENT, "%s", _(names[l->curves]));
}

static void widen(struct app *app G_GNUC_UNUSED, struct view *v)
{
	lanes_of(v)->width = MIN(lanes_of(v)->width + WIDER, 60);
}

static void narrow(struct app *app G_GNUC_UNUSED, struct view *v)
{
	lanes_of(v)->width = MAX(lanes_of(v)->width - WIDER, -8);
}

static void choose_lanes(struct app *app G_GNUC_UNUSED, struct view *v)
{
	lanes_ask(lanes_of(v));
}

static void lane_up(struct app *app G_GNUC_UNUSED, struct view *v)
{
	lanes_move_lane(lanes_of(v), -1);
}

static void lane_down(struct app *app G_GNUC_UNUSED, struct view *v)
{
	lanes_move_lane(lanes_of(v), 1);
}

static const struct action actions[] = {
	{ .name = "left",
	  .label = N_("touchpoint"),
	  .help = N_("Go to the touchpoint before, across stages."),
	  .run = left },
	{ .name = "right",
	  .label = N_("touchpoint"),
	  .help = N_("Go to the next touchpoint, across stages."),
	  .run = right },
	{ .name = "up",
	  .label = N_("lane"),
	  .help = N_("Go to the lane above."),
	  .run = up },
	{ .name = "down",
	  .label = N_("lane"),
	  .help = N_("Go to the lane below."),
	  .run = down },
	{ .name = "next-pane",
	  .label = N_("stage"),
	  .help = N_("Go to the next stage."),
	  .run = next_stage },
	{ .name = "previous-pane",
	  .label = N_("stage"),
	  .help = N_("Go to the stage before."),
	  .run = previous_stage },
	{ .name = "page-up",
	  .help = N_("Go back by as many stages as are seen."),
	  .run = page_up },
	{ .name = "page-down",
	  .help = N_("Go on by as many stages as are seen."),
	  .run = page_down },
	{ .name = "first",
	  .help = N_("Go to the first touchpoint."),
	  .run = first },
	{ .name = "last",
	  .help = N_("Go to the last touchpoint."),
	  .run = last },
	{ .name = "edit",
	  .label = N_("edit"),
	  .help = N_("Edit what is in the cell; a finding leads to its field "
		     "on the map."),
	  .why_not = app_why_read_only,
	  .run = edit },
	{ .name = "delete",
	  .label = N_("delete"),
	  .help = N_("Delete the touchpoint in the lane of names, elsewhere "
		     "what is in the cell."),
	  .why_not = app_why_read_only,
	  .run = delete },
	{ .name = "mark",
	  .label = N_("mark"),
	  .help = N_("Mark the touchpoint, or no longer, and go to the next."),
	  .run = mark },
	{ .name = "add-stage",
	  .label = N_("add stage"),
	  .help = N_("Add a stage after this one; Enter adds, Esc ends."),
	  .why_not = app_why_read_only,
	  .run = add_stage },
	{ .name = "stage-left",
	  .label = N_("move stage"),
	  .help = N_("Move the stage one to the left."),
	  .why_not = app_why_read_only,
	  .run = stage_left },
	{ .name = "stage-right",
	  .label = N_("move stage"),
	  .help = N_("Move the stage one to the right."),
	  .why_not = app_why_read_only,
	  .run = stage_right },
	{ .name = "curves",
	  .label = N_("curves"),
	  .help = N_("Show the curve as designed, as walked, or both."),
	  .run = turn_curves },
	{ .name = "widen",
	  .label = N_("width"),
	  .help = N_("Make the columns wider."),
	  .run = widen },
	{ .name = "narrow",
	  .label = N_("width"),
	  .help = N_("Make the columns narrower."),
	  .run = narrow },
	{ .name = "lanes",
	  .label = N_("lanes"),
	  .help = N_("Choose the lanes that the board shows."),
	  .run = choose_lanes },
	{ .name = "lane-up",
	  .label = N_("move lane"),
	  .help = N_("Move the lane up."),
	  .run = lane_up },
	{ .name = "lane-down",
	  .label = N_("move lane"),
	  .help = N_("Move the lane down."),
	  .run = lane_down },
	{ .name = NULL },
};

/* --- the mouse ------------------------------------------------------------ */

static bool press(struct lanes *l, const struct mouse_event *event)
{
	const struct lanes_row *row = lanes_row_at(l, event->y);
	struct rect r;
	const struct place *p = lanes_at(l, event->y, event->x, &r);

	if (!p)
		return false;
	lanes_go(l, p, row ? row->lane->field : -1);
	if (event->clicks == 2)
		app_do(l->app, "edit");
	return true;
}

static bool mouse(struct app *app G_GNUC_UNUSED, struct view *v,
		  const struct mouse_event *event)
{
	struct lanes *l = lanes_of(v);
	int by = mouse_wheel(event);

	if (by && event->y == l->head)
		lanes_step_stage(l, by < 0 ? -1 : 1);
	else if (by)
		lanes_step_lane(l, by < 0 ? -1 : 1);
	return by || (mouse_pressed(event) && press(l, event));
}

static struct place *at(struct app *app G_GNUC_UNUSED, struct view *v, int y,
			int x, struct rect *r)
{
	return lanes_at(lanes_of(v), y, x, r);
}

/* --- the view ------------------------------------------------------------- */

static void changed(struct app *app, struct view *v,
		    const struct change *change)
{
	const struct place *p = journey_place(app_journey(app), change->focus);

	if (p && app_place(app, p->number))
		lanes_go(lanes_of(v), p, (int)change->detail);
	else
		lanes_settle(lanes_of(v));
}

static struct spot spot(struct app *app, struct view *v)
{
	struct lanes *l = lanes_of(v);
	struct spot s = { .field = -1 };

	lanes_settle(l);
	s.place = lanes_chosen(l);
	if (lanes_touchpoint(l) && lanes_lane(l)->field != T_NAME)
		s.field = lanes_lane(l)->field;
	if (!s.place)
		s.place = app_journey(app)->root;
	return s;
}

static void go(struct app *app G_GNUC_UNUSED, struct view *v, struct spot where)
{
	lanes_go(lanes_of(v), where.place, where.field);
}

static void board_view_free(struct view *v)
{
	g_array_unref(lanes_of(v)->columns);
	g_free(v);
}

const struct view_kind view_board_kind = {
	.name = "board",
	.label = N_("Board"),
	.help = N_("Stages as columns, lanes as rows: the journey at once."),
	.open = view_board_new,
	.whole = true,
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hinted = hints,
	.status = status,
	.mouse = mouse,
	.at = at,
	.changed = changed,
	.spot = spot,
	.go = go,
	.free = board_view_free,
};

struct view *view_board_new(struct app *app)
{
	struct lanes *l = g_new0(struct lanes, 1);

	l->view.kind = &view_board_kind;
	l->app = app;
	l->chosen = LANES_NOTHING;
	l->columns = g_array_new(FALSE, FALSE, sizeof(struct lanes_column));
	lanes_begin(l);
	lanes_settle(l);
	return &l->view;
}
