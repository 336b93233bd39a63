/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the Outline: the whole journey as text from top to bottom, without
 * boxes, for reading, for reading aloud, and for editing in place.
 *
 * The hardware cursor stands at the beginning of the chosen line, which a
 * screen reader follows.  What the lines are is outline.c's.
 */
#include <string.h>

#include "i18n.h"
#include "tui/actions.h"
#include "tui/bars.h"
#include "tui/marks.h"
#include "tui/mouse.h"
#include "tui/outline.h"
#include "tui/sheet.h"
#include "tui/views.h"

struct outline {
	struct view view;
	struct app *app;
	/* the chosen line and the first one in sight, by number: a place may
	 * be gone when the next event comes */
	unsigned place, top;
	struct amend_item item, top_item;
	GArray *seen; /* of struct seen: what was drawn where */
};

struct seen {
	int y, rows;
	struct outline_line line;
};

static struct outline *outline_of(struct view *v)
{
	return (struct outline *)v;
}

/* --- the chosen line ------------------------------------------------------ */

static struct outline_line line_at(const struct outline *o, unsigned number,
				   struct amend_item item)
{
	struct place *p = app_place(o->app, number);
	struct spot spot = { .place = p ? p : app_journey(o->app)->root,
			     .field = item.field,
			     .pair = item.entry };

	return outline_find(o->app, spot);
}

static struct outline_line chosen(const struct outline *o)
{
	return line_at(o, o->place, o->item);
}

static void choose(struct outline *o, const struct outline_line *line)
{
	o->place = line->place->number;
	o->item = line->item;
}

static void set_top(struct outline *o, const struct outline_line *line)
{
	o->top = line->place->number;
	o->top_item = line->item;
}

static bool is_same(const struct outline_line *a, const struct outline_line *b)
{
	return a->place == b->place && a->item.field == b->item.field &&
	       a->item.entry == b->item.entry;
}

/* --- drawing -------------------------------------------------------------- */

static bool starts_part(const struct outline_line *line)
{
	return outline_is_heading(line) &&
	       (line->place->kind == PLACE_STAGE ||
		line->place->kind == PLACE_TOUCHPOINT);
}

/* The rows a line takes, with the blank one above a part. */
static int rows_of(const struct outline *o, const struct canvas *c,
		   const struct outline_line *line)
{
	g_autofree char *text = outline_text(o->app, line);

	return sheet_text_rows(c, text, c->cols - 3 - outline_indent(line)) +
	       starts_part(line);
}

static enum role role_of(const struct outline *o,
			 const struct outline_line *line)
{
	if (outline_is_heading(line))
		return line->place->kind == PLACE_TOUCHPOINT ? ROLE_STRONG
							     : ROLE_TITLE;
	if (line->item.field >= 0 &&
	    place_blank(app_journey(o->app), line->place, line->item.field))
		return ROLE_ABSENT;
	return ROLE_CONTENT;
}

static void draw_choice(struct canvas *c, struct rect r)
{
	canvas_text(c, r.y, 0, 1, ROLE_SELECTED, canvas_sign(c, SIGN_SELECT));
	for (int i = 0; i < r.rows; i++)
		canvas_role(c, r.y + i, 0, c->cols, ROLE_SELECTED);
	canvas_cursor(c, r.y, r.x);
}

/* Draw a line at R, which is what is left of the screen; the rows used. */
static int draw_line(struct outline *o, struct canvas *c, struct rect r,
		     const struct outline_line *line, bool here)
{
	g_autofree char *text = outline_text(o->app, line);
	int gap = starts_part(line) && r.y > 1, indent = outline_indent(line);
	struct rect at = { r.y + gap, 2 + indent, r.rows - gap,
			   c->cols - 3 - indent };
	struct seen seen = { .y = at.y, .line = *line };

	if (at.rows <= 0)
		return r.rows;
	seen.rows = at.rows = sheet_text(c, at, role_of(o, line), text);
	if (outline_is_heading(line) && marks_has(o->app, line->place))
		canvas_text(c, at.y, at.x - 1, 1, ROLE_TITLE,
			    canvas_sign(c, SIGN_MARK));
	if (here)
		draw_choice(c, at);
	g_array_append_val(o->seen, seen);
	return gap + at.rows;
}

/* Draw from the top on; whether the chosen line is among what was drawn. */
static bool draw_from_top(struct outline *o, struct canvas *c, struct rect r)
{
	struct outline_line line = line_at(o, o->top, o->top_item);
	struct outline_line here = chosen(o);
	int end = r.y + r.rows;
	bool found = false, more = true;

	g_array_set_size(o->seen, 0);
	while (more && r.y < end) {
		bool is_here = is_same(&line, &here);

		found |= is_here &&
			 (r.y == 1 || r.y + rows_of(o, c, &line) <= end);
		r.rows = end - r.y;
		r.y += draw_line(o, c, r, &line, is_here);
		more = outline_step(o->app, &line, 1);
	}
	return found;
}

/* Let the chosen line stand in the middle. */
static void scroll(struct outline *o, const struct canvas *c, int rows)
{
	struct outline_line line = chosen(o);
	int used = rows_of(o, c, &line);

	while (used < rows / 2 && outline_step(o->app, &line, -1))
		used += rows_of(o, c, &line);
	set_top(o, &line);
}

static void draw(struct app *app, struct view *v, struct canvas *c)
{
	struct outline *o = outline_of(v);
	struct rect body = app_body(c);

	if (!draw_from_top(o, c, body)) {
		scroll(o, c, body.rows);
		for (int y = body.y; y < body.y + body.rows; y++)
			sheet_blank(c, y, 1);
		draw_from_top(o, c, body);
	}
	app_draw_title(app, c, NULL);
}

/* --- moving --------------------------------------------------------------- */

static void step(struct view *v, int by)
{
	struct outline *o = outline_of(v);
	struct outline_line line = chosen(o);

	if (outline_step(o->app, &line, by))
		choose(o, &line);
}

static void up(struct app *app G_GNUC_UNUSED, struct view *v)
{
	step(v, -1);
}

static void down(struct app *app G_GNUC_UNUSED, struct view *v)
{
	step(v, 1);
}

/* As many lines as are in sight. */
static void page(struct view *v, int by)
{
	for (guint i = 1; i < MAX(outline_of(v)->seen->len, 2); i++)
		step(v, by);
}

static void page_up(struct app *app G_GNUC_UNUSED, struct view *v)
{
	page(v, -1);
}

static void page_down(struct app *app G_GNUC_UNUSED, struct view *v)
{
	page(v, 1);
}

static void step_heading(struct view *v, int by)
{
	struct outline *o = outline_of(v);
	struct outline_line line = chosen(o);

	if (outline_step_heading(o->app, &line, by))
		choose(o, &line);
}

static void next_heading(struct app *app G_GNUC_UNUSED, struct view *v)
{
	step_heading(v, 1);
}

static void previous_heading(struct app *app G_GNUC_UNUSED, struct view *v)
{
	step_heading(v, -1);
}

/* To the heading of what this is a line of, and from there to that of what it
 * is in. */
static void out(struct app *app G_GNUC_UNUSED, struct view *v)
{
	struct outline *o = outline_of(v);
	struct outline_line line = chosen(o);
	struct place *p = line.place;

	if (outline_is_heading(&line) && p->up)
		p = p->up;
	line = outline_heading(p);
	choose(o, &line);
}

static void first(struct app *app, struct view *v)
{
	struct outline_line line = outline_heading(app_journey(app)->root);

	choose(outline_of(v), &line);
}

static void last(struct app *app, struct view *v)
{
	struct outline_line line = outline_last(app);

	choose(outline_of(v), &line);
}

/* --- editing -------------------------------------------------------------- */

static void edit(struct app *app, struct view *v)
{
	struct outline_line line = chosen(outline_of(v));

	if (!outline_is_heading(&line))
		amend_item(app, line.place, &line.item);
	else
		amend_field(app, line.place,
			    line.place->kind == PLACE_JOURNEY
				    ? (int)J_TITLE
				    : (int)PLACE_NAME);
}

static void delete (struct app *app, struct view *v)
{
	struct outline_line line = chosen(outline_of(v));

	if (outline_is_heading(&line))
		amend_delete(app, line.place);
	else
		amend_clear(app, line.place, &line.item);
}

static void mark(struct app *app, struct view *v)
{
	if (marks_turn(app))
		next_heading(app, v);
}

static void outside(struct app *app, struct view *v)
{
	struct outline_line line = chosen(outline_of(v));

	if (!outline_is_heading(&line))
		amend_outside(app, line.place, &line.item);
	else
		app_say(app, ROLE_CONTENT, "%s",
			_("go to a text below this heading first"));
}

static const struct action actions[] = {
	{ .name = "up",
	  .label = N_("line"),
	  .help = N_("Go to the line above."),
	  .run = up },
	{ .name = "down",
	  .label = N_("line"),
	  .help = N_("Go to the line below."),
	  .run = down },
	{ .name = "left",
	  .label = N_("out"),
	  .help = N_("Go to the heading above, then to the one it is "
		     "part of."),
	  .run = out },
	{ .name = "right",
	  .label = N_("line"),
	  .help = N_("Go to the line below."),
	  .run = down },
	{ .name = "page-up", .help = N_("Go up by a page."), .run = page_up },
	{ .name = "page-down",
	  .help = N_("Go down by a page."),
	  .run = page_down },
	{ .name = "first", .help = N_("Go to the first line."), .run = first },
	{ .name = "last", .help = N_("Go to the last line."), .run = last },
	{ .name = "next-pane",
	  .label = N_("heading"),
	  .help = N_("Go to the next heading."),
	  .run = next_heading },
	{ .name = "previous-pane",
	  .label = N_("heading"),
	  .help = N_("Go to the heading before."),
	  .run = previous_heading },
	{ .name = "edit",
	  .label = N_("edit"),
	  .help = N_("Edit the line; on a heading, the name."),
	  .why_not = app_why_read_only,
	  .run = edit },
	{ .name = "delete",
	  .label = N_("delete"),
	  .help = N_("Empty the line; on a heading, delete all of it."),
	  .why_not = app_why_read_only,
	  .run = delete },
	{ .name = "mark",
	  .label = N_("mark"),
	  .help = N_("Mark what this is a line of, or no longer, and go to the "
		     "next heading."),
	  .run = mark },
	{ .name = "edit-outside",
	  .label = N_("editor"),
	  .help = N_("Edit the line's text in $VISUAL or $EDITOR."),
	  .why_not = app_why_read_only,
	  .run = outside },
	{ .name = NULL },
};

/* --- the view ------------------------------------------------------------- */

static const char *const contexts[] = { "panes", "everywhere", NULL };

static const char *const hints[] = {
	"edit",		"up",	       "down",	 "next-pane", "add-after",
	"delete",	"undo",	       "search", "commands",  "next-finding",
	"choose-owner", "choose-face", "save",	 NULL
};

/* What was drawn on line Y, or NULL. */
static const struct seen *seen_at(const struct outline *o, int y)
{
	for (guint i = 0; i < o->seen->len; i++) {
		const struct seen *s = &g_array_index(o->seen, struct seen, i);

		if (y >= s->y && y < s->y + s->rows)
			return s;
	}
	return NULL;
}

static bool press(struct outline *o, const struct mouse_event *event)
{
	const struct seen *s = seen_at(o, event->y);

	if (!s)
		return false;
	choose(o, &s->line);
	if (event->clicks == 2)
		app_do(o->app, "edit");
	return true;
}

static bool mouse(struct app *app G_GNUC_UNUSED, struct view *v,
		  const struct mouse_event *event)
{
	int by = mouse_wheel(event);

	for (int i = 0; i < ABS(by); i++)
		step(v, by < 0 ? -1 : 1);
	return by || (mouse_pressed(event) && press(outline_of(v), event));
}

/* What has a heading is dragged by it. */
static struct place *at(struct app *app, struct view *v, int y,
			int x G_GNUC_UNUSED, struct rect *r)
{
	const struct seen *s = seen_at(outline_of(v), y);

	if (!s || !outline_is_heading(&s->line))
		return NULL;
	*r = (struct rect){ s->y, 0, s->rows, app->canvas->cols };
	return s->line.place;
}

static void go(struct app *app, struct view *v, struct spot where)
{
	struct outline_line line = outline_find(app, where);

	choose(outline_of(v), &line);
}

static struct spot spot(struct app *app G_GNUC_UNUSED, struct view *v)
{
	struct outline_line line = chosen(outline_of(v));

	return (struct spot){ .place = line.place,
			      .field = line.item.field,
			      .pair = line.item.entry };
}

static void next_field(struct app *app, struct view *v, int direction)
{
	struct outline_line line = chosen(outline_of(v));

	if (!outline_step(app, &line, direction) || outline_is_heading(&line))
		return;
	choose(outline_of(v), &line);
	if (amend_asks(line.place, &line.item))
		amend_item(app, line.place, &line.item);
}

static void changed(struct app *app, struct view *v,
		    const struct change *change)
{
	struct place *p = journey_place(app_journey(app), change->focus);

	if (p && app_place(app, p->number))
		go(app, v,
		   (struct spot){ .place = p,
				  .field = (int)change->detail,
				  .pair = change->focus });
}

static void outline_free(struct view *v)
{
	g_array_unref(outline_of(v)->seen);
	g_free(v);
}

const struct view_kind view_outline_kind = {
	.name = "outline",
	.label = N_("Outline"),
	.help = N_("The journey as text from top to bottom."),
	.open = view_outline_new,
	.whole = true,
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hinted = hints,
	.mouse = mouse,
	.at = at,
	.changed = changed,
	.next_field = next_field,
	.spot = spot,
	.go = go,
	.free = outline_free,
};

struct view *view_outline_new(struct app *app)
{
	struct outline *o = g_new0(struct outline, 1);

	o->view.kind = &view_outline_kind;
	o->app = app;
	o->place = o->top = app_journey(app)->root->number;
	o->item.field = o->top_item.field = -1;
	o->seen = g_array_new(FALSE, FALSE, sizeof(struct seen));
	return &o->view;
}
