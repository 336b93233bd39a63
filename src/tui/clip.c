/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what is copied and where it is pasted.  What a copy says and what a
 * text means as things is journey/clip.h's.
 */
#include "tui/clip.h"

#include <string.h>

#include "i18n.h"
#include "journey/clip.h"
#include "tui/actions.h"
#include "tui/amend.h"
#include "tui/clipboard.h"
#include "tui/marks.h"
#include "tui/show.h"
#include "tui/term.h"

/* Whether a command at SPOT is about a field: marks come first. */
static bool is_field(const struct app *app, const struct spot *spot)
{
	return spot->place && (spot->field >= 0 || spot->pair) &&
	       !marks_count(app, spot->place->kind);
}

static struct amend_item item_of(const struct spot *spot)
{
	return (struct amend_item){ .field = spot->field, .entry = spot->pair };
}

/* --- copying -------------------------------------------------------------- */

/* Keep a text, and let the terminal have OUTSIDE of it. */
static void keep(struct app *app, char *take_text, bool field,
		 const char *outside)
{
	g_free(app->copied.text);
	app->copied = (struct copied){ take_text, field };
	if (app->term)
		term_copy(app->term, outside);
}

/* Say what was DONE with WHAT, and that the terminal has not got it if so. */
static void say(struct app *app, const char *done, const char *what,
		const char *outside)
{
	g_autofree char *key = show_key(app, "paste");

	if (app->term && strlen(outside) > CLIPBOARD_MOST)
		app_say(app, ROLE_CONTENT,
			_("%s %s, which %s pastes here; it is too long for "
			  "other programs"),
			done, what, key);
	else
		app_say(app, ROLE_CONTENT, _("%s %s, which %s pastes"), done,
			what, key);
}

/* What things are called: 'Warm towel', or "3 touchpoints". */
static char *name_of(const struct app *app, const GPtrArray *things)
{
	const struct place *first = things->pdata[0];
	g_autofree char *title = NULL;

	if (things->len > 1)
		return place_count(first->kind, things->len);
	title = place_title(app_journey(app), first);
	return g_strdup_printf("'%s'", title);
}

/* Copy what is marked or at the cursor, and take it out if CUT. */
static void copy_things(struct app *app, struct place *p, bool cut)
{
	struct journey *j = app_journey(app);
	g_autoptr(GPtrArray) things = marks_or(app, p);
	g_autofree char *name = name_of(app, things), *list = NULL;
	const struct change *change = NULL;
	GError *error = NULL;
	char *whole = NULL;

	list = clip_text(j, things, false, &error);
	if (list)
		whole = clip_text(j, things, true, &error);
	if (whole && cut)
		change = journey_cut(j, things, &error);
	if (!app_take(app, change, error, false)) {
		g_free(whole);
		return;
	}
	keep(app, whole, false, list);
	say(app, cut ? _("cut") : _("copied"), name, list);
}

static void copy_field(struct app *app, const struct spot *spot, bool cut)
{
	struct amend_item item = item_of(spot);
	g_autofree char *text = amend_text(app, spot->place, &item);

	if (!text)
		return;
	if (!*text) {
		app_say(app, ROLE_CONTENT, "%s",
			_("there is nothing here to copy"));
		return;
	}
	keep(app, g_strdup(text), true, text);
	if (cut)
		amend_clear(app, spot->place, &item);
	else
		say(app, _("copied"), _("the text"), text);
}

static void copy(struct app *app, bool cut)
{
	struct spot spot = app_spot(app);

	if (is_field(app, &spot))
		copy_field(app, &spot, cut);
	else if (spot.place->kind == PLACE_JOURNEY)
		app_say(app, ROLE_CONTENT, "%s",
			_("the journey as a whole is not copied: choose a "
			  "part of it"));
	else
		copy_things(app, spot.place, cut);
}

void clip_copy(struct app *app, struct view *v G_GNUC_UNUSED)
{
	copy(app, false);
}

void clip_cut(struct app *app, struct view *v G_GNUC_UNUSED)
{
	copy(app, true);
}

void clip_duplicate(struct app *app, struct view *v G_GNUC_UNUSED)
{
	struct place *p = app_spot(app).place;
	g_autoptr(GPtrArray) things = NULL;
	const struct change *change;
	GError *error = NULL;

	if (p->kind == PLACE_JOURNEY) {
		app_say(app, ROLE_CONTENT, "%s",
			_("there is nothing here to duplicate"));
		return;
	}
	things = marks_or(app, p);
	change = journey_duplicate(app_journey(app), things, &error);
	app_take(app, change, error, true);
}

/* --- pasting -------------------------------------------------------------- */

/* Where things of a kind go that are pasted at a place. */
struct room {
	struct place *up;
	unsigned index;
};

static unsigned end_of(const struct journey *j, enum place_kind kind)
{
	switch (kind) {
	case PLACE_CUSTOMER:
		return j->customers->len;
	case PLACE_OWNER:
		return j->owners->len;
	default:
		return j->root->children->len;
	}
}

/* Beside AT if that is a fellow, into it if that can hold them; else to the
 * end of all. False for touchpoints where there is no stage. */
static bool find_room(const struct journey *j, enum place_kind kind,
		      struct place *at, bool after, struct room *room)
{
	*room = (struct room){ j->root, end_of(j, kind) };
	if (kind == PLACE_STAGE && at->kind == PLACE_TOUCHPOINT)
		at = at->up;
	if (at->kind == kind)
		*room = (struct room){ at->up, at->index + after };
	else if (kind == PLACE_STAGE && at->kind == PLACE_JOURNEY && after)
		room->index = 0;
	else if (kind == PLACE_TOUCHPOINT && at->kind == PLACE_STAGE)
		*room = (struct room){ at, after ? at->children->len : 0 };
	else
		return kind != PLACE_TOUCHPOINT;
	return true;
}

/* What stands at the cursor or, if that is nothing, around it. */
static struct place *place_at(const struct app *app, const struct spot *spot)
{
	struct place *around = spot->room ? spot->room : app_journey(app)->root;

	return spot->place ? spot->place : around;
}

static void paste_things(struct app *app, const char *text,
			 const struct spot *spot, bool after)
{
	struct journey *j = app_journey(app);
	struct place *at = place_at(app, spot);
	enum place_kind usual =
		at->kind == PLACE_JOURNEY ? PLACE_STAGE : at->kind;
	GError *error = NULL;
	g_autoptr(Clip) clip = clip_read(text, usual, &error);
	const struct change *change = NULL;
	struct room room;

	if (clip && !find_room(j, clip->kind, at, after, &room)) {
		app_say(app, ROLE_CONTENT, "%s",
			_("touchpoints go into a stage: choose one first"));
		return;
	}
	if (clip)
		change = clip_paste(clip, j, room.up, room.index, &error);
	if (app_take(app, change, error, true) && !change)
		app_say(app, ROLE_CONTENT, "%s",
			_("there is nothing in it to paste"));
}

static void paste(struct app *app, bool after)
{
	const struct copied *c = &app->copied;
	struct spot spot = app_spot(app);
	struct amend_item item = item_of(&spot);

	if (!c->text)
		app_say(app, ROLE_CONTENT, "%s", _("nothing was copied yet"));
	else if (c->field && is_field(app, &spot))
		amend_put(app, spot.place, &item, c->text);
	else
		paste_things(app, c->text, &spot, after);
}

void clip_paste_after(struct app *app, struct view *v G_GNUC_UNUSED)
{
	paste(app, true);
}

void clip_paste_before(struct app *app, struct view *v G_GNUC_UNUSED)
{
	paste(app, false);
}

void clip_take_text(struct app *app, const char *text)
{
	struct spot spot = app_spot(app);
	struct amend_item item = item_of(&spot);
	const char *why = app_why_read_only(app, app_top(app));
	struct view *v;

	if (why) {
		app_say(app, ROLE_WARNING, "%s", why);
		return;
	}
	if (!is_field(app, &spot)) {
		paste_things(app, text, &spot, true);
		return;
	}
	if (amend_asks(spot.place, &item))
		amend_item(app, spot.place, &item);
	v = app_top(app);
	if (v != app_base(app) && v->kind->paste)
		v->kind->paste(app, v, text, strlen(text));
}
