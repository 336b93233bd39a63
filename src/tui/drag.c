/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What becomes of a thing that is let go on another: one of the same kind
 * gives it its place, a stage takes a touchpoint in as its last, an owner
 * answers for it.
 */
#include "tui/drag.h"

#include "i18n.h"
#include "tui/actions.h"
#include "tui/amend.h"
#include "tui/app.h"
#include "tui/disk.h"

enum drop { DROP_NOWHERE, DROP_BESIDE, DROP_INTO, DROP_OWNER };

/* A stage that is let go on a touchpoint is let go on its stage. */
static enum drop drop_on(const struct place *p, struct place **to)
{
	if (p->kind == PLACE_STAGE && *to && (*to)->kind == PLACE_TOUCHPOINT)
		*to = (*to)->up;
	if (!*to || p == *to)
		return DROP_NOWHERE;
	if (p->kind == (*to)->kind)
		return DROP_BESIDE;
	if (p->kind != PLACE_TOUCHPOINT)
		return DROP_NOWHERE;
	if ((*to)->kind == PLACE_STAGE)
		return DROP_INTO;
	return (*to)->kind == PLACE_OWNER ? DROP_OWNER : DROP_NOWHERE;
}

/* What lies at a cell of the view on top, and where. */
static struct place *place_at(struct app *app, int y, int x, struct rect *r)
{
	struct view *v = app_top(app);

	return v->kind->at ? v->kind->at(app, v, y, x, r) : NULL;
}

static struct place *taken(const struct app *app)
{
	return app->drag.moved ? app_place(app, app->drag.place) : NULL;
}

void drag_take(struct app *app, const struct mouse_event *press)
{
	struct rect r;
	const struct place *p = press->button == 1 && press->clicks < 2
					? place_at(app, press->y, press->x, &r)
					: NULL;
	bool may = p && p->kind != PLACE_JOURNEY;

	app->drag = (struct drag){ .place = may ? p->number : DRAG_NOTHING,
				   .y = press->y,
				   .x = press->x };
}

/* What letting go would do, in words. */
static void say(struct app *app, const struct place *p, struct place *to)
{
	const struct journey *j = app_journey(app);
	enum drop drop = drop_on(p, &to);
	g_autofree char *name = place_title(j, p);
	g_autofree char *other = to ? place_title(j, to) : NULL;

	if (drop == DROP_NOWHERE)
		app_say(app, ROLE_CONTENT, _("'%s' stays where it is"), name);
	else if (drop == DROP_OWNER)
		app_say(app, ROLE_CONTENT, _("let go: '%s' answers for '%s'"),
			other, name);
	else if (drop == DROP_INTO)
		app_say(app, ROLE_CONTENT,
			_("let go: '%s' becomes the last of '%s'"), name,
			other);
	else if (p->up == to->up && p->index < to->index)
		app_say(app, ROLE_CONTENT, _("let go: '%s' goes behind '%s'"),
			name, other);
	else
		app_say(app, ROLE_CONTENT, _("let go: '%s' goes before '%s'"),
			name, other);
}

static void drop(struct app *app, struct place *p, struct place *to)
{
	GError *error = NULL;

	switch (drop_on(p, &to)) {
	case DROP_BESIDE:
		amend_move_to(app, p, to->up, to->index);
		break;
	case DROP_INTO:
		amend_move_to(app, p, to, to->children->len);
		break;
	case DROP_OWNER:
		app_take(app,
			 journey_set_owner(app_journey(app), p, T_WHO, to, NULL,
					   &error),
			 error, true);
		break;
	default:
		break;
	}
}

static void let_go(struct app *app, unsigned number, int y, int x)
{
	struct rect r;
	struct place *p, *to;
	const char *why;

	g_clear_pointer(&app->message, g_free);
	disk_before_edit(app);
	why = app_why_read_only(app, app_top(app));
	p = app_place(app, number);
	to = place_at(app, y, x, &r);
	if (why)
		app_say(app, ROLE_WARNING, "%s", why);
	else if (p)
		drop(app, p, to);
}

bool drag_follow(struct app *app, const struct mouse_event *event)
{
	struct drag *d = &app->drag;
	struct drag was = *d;
	struct rect r;

	if (d->place == DRAG_NOTHING ||
	    (event->action != MOUSE_DRAG && event->action != MOUSE_RELEASE))
		return false;
	d->moved |= event->y != d->y || event->x != d->x;
	d->y = event->y;
	d->x = event->x;
	if (event->action == MOUSE_RELEASE)
		d->place = DRAG_NOTHING;
	if (event->action == MOUSE_RELEASE && d->moved)
		let_go(app, was.place, d->y, d->x);
	else if (taken(app))
		say(app, taken(app), place_at(app, d->y, d->x, &r));
	return true;
}

bool drag_cancel(struct app *app)
{
	const struct place *p = taken(app);

	app->drag.place = DRAG_NOTHING;
	if (!p)
		return false;
	say(app, p, NULL);
	return true;
}

void drag_draw(struct app *app, struct canvas *c)
{
	const struct place *p = taken(app);
	struct rect r;
	struct place *to =
		p ? place_at(app, app->drag.y, app->drag.x, &r) : NULL;

	if (!to || drop_on(p, &(struct place *){ to }) == DROP_NOWHERE)
		return;
	canvas_recede(c);
	for (int i = 0; i < r.rows; i++)
		canvas_role(c, r.y + i, r.x, r.cols, ROLE_SELECTED);
	canvas_text(c, r.y, r.x, 1, ROLE_SELECTED, canvas_sign(c, SIGN_RIGHT));
	canvas_cursor(c, r.y, r.x);
}
