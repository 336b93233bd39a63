/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns where somebody is on a walk, and what is written down of it: each face
 * and each note is one edit, made at once, so there is nothing to lose.
 */
#include "tui/walk.h"

#include <string.h>

#include "i18n.h"
#include "tui/ask.h"
#include "tui/show.h"

/* --- in step --------------------------------------------------------------- */

static void free_walk(void *walk)
{
	walk_free(walk);
}

/* The walks there are: who adds one adds it at the end. */
static GPtrArray *read_walks(const struct journey *j)
{
	GPtrArray *walks = g_ptr_array_new_with_free_func(free_walk);
	g_autoptr(GArray) entries = walk_list(j);

	for (guint i = entries->len; i-- > 0;)
		g_ptr_array_add(walks,
				walk_read(j,
					  g_array_index(entries, uint32_t, i)));
	return walks;
}

/* All walks are only seen at the start. */
static void read_again(struct walker *w)
{
	const struct journey *j = walker_journey(w);

	walk_free(w->walk);
	w->walk = walk_read(j, tree_alive(j->tree, w->entry) ? w->entry : 0);
	if (w->page != WALKER_START)
		return;
	g_ptr_array_unref(w->walks);
	w->walks = read_walks(j);
	w->row = MIN(w->row, w->walks->len);
}

void walker_settle(struct walker *w)
{
	unsigned round = findings_round(w->app->desk->board->findings);

	if (w->walk && w->round == round)
		return;
	w->round = round;
	read_again(w);
	if (w->page == WALKER_STEP && !walker_touchpoint(w))
		walker_go(w, walk_open(walker_journey(w), w->walk, NULL));
}

struct place *walker_touchpoint(const struct walker *w)
{
	struct place *p = app_place(w->app, w->step);

	return p && p->kind == PLACE_TOUCHPOINT ? p : NULL;
}

/* --- from page to page ----------------------------------------------------- */

static void turn_to(struct walker *w, enum walker_page page)
{
	w->page = page;
	w->skip = 0;
	w->row = w->top = 0;
}

void walker_go(struct walker *w, const struct place *tp)
{
	turn_to(w, tp ? WALKER_STEP : WALKER_TALLY);
	if (tp)
		w->step = tp->number;
}

static bool is_open(const struct walker *w, const struct walk *walk)
{
	return walk->rated < walker_journey(w)->n_touchpoints;
}

/* Choose what is to be gone on with: a walk of the same person's. */
static void choose_own(struct walker *w)
{
	for (guint i = 0; !w->row && i < w->walks->len; i++) {
		const struct walk *walk = w->walks->pdata[i];

		if (is_open(w, walk) && strcmp(walk->by, w->by) == 0)
			w->row = i + 1;
	}
}

void walker_start(struct walker *w)
{
	turn_to(w, WALKER_START);
	read_again(w);
	choose_own(w);
}

const struct walk *walker_chosen(const struct walker *w)
{
	return w->row && w->row <= w->walks->len ? w->walks->pdata[w->row - 1]
						 : NULL;
}

/* Walk, or look at, the chosen walk from now on. */
static void take_chosen(struct walker *w)
{
	const struct walk *chosen = walker_chosen(w);

	w->entry = chosen ? chosen->entry : 0;
	walk_free(w->walk);
	w->walk = walk_read(walker_journey(w), w->entry);
}

void walker_set_out(struct walker *w)
{
	take_chosen(w);
	walker_go(w, walk_open(walker_journey(w), w->walk, NULL));
}

void walker_tally(struct walker *w)
{
	take_chosen(w);
	walker_go(w, NULL);
}

/* --- writing it down ------------------------------------------------------- */

/* End an edit of the walk, and see to it that the walk can be seen. */
static bool take(struct walker *w, const struct change *change, GError *error)
{
	bool ok = app_take(w->app, change, error, false);

	walker_settle(w);
	return ok;
}

void walker_delete(struct walker *w)
{
	const struct walk *chosen = walker_chosen(w);
	g_autofree char *title = walker_title(chosen);
	g_autofree char *undo = show_key(w->app, "undo");
	GError *error = NULL;

	if (take(w,
		 journey_remove_walk(walker_journey(w), chosen->entry, &error),
		 error))
		app_say(w->app, ROLE_CONTENT,
			_("deleted the walk %s, %s undoes"), title, undo);
}

static void begin(struct walker *w, struct place *tp, const struct face *face)
{
	g_autofree char *today = app_today(w->app), *undo = NULL;
	const struct change *change;
	GError *error = NULL;

	change = journey_begin_walk(walker_journey(w), today,
				    *w->by ? w->by : NULL, tp, face, &w->entry,
				    &error);
	undo = show_key(w->app, "undo");
	if (take(w, change, error))
		app_say(w->app, ROLE_GOOD,
			_("the walk has begun; %s takes a face back"), undo);
}

void walker_feel(struct walker *w, const struct face *face)
{
	struct place *tp = walker_touchpoint(w);
	GError *error = NULL;

	if (tp && w->walk->entry)
		take(w,
		     journey_set_walked(walker_journey(w), w->entry, tp, face,
					&error),
		     error);
	else if (tp && face)
		begin(w, tp, face);
}

/* A note is asked for while its touchpoint may go. */
struct noted {
	struct walker *w;
	unsigned place;
};

static bool set_note(struct app *app, const char *text, void *data)
{
	const struct noted *n = data;
	struct place *tp = app_place(app, n->place);
	GError *error = NULL;

	if (!tp || !n->w->walk->entry)
		return true;
	return take(n->w,
		    journey_set_walk_note(app_journey(app), n->w->entry, tp,
					  text, &error),
		    error);
}

void walker_ask_note(struct walker *w)
{
	const struct journey *j = walker_journey(w);
	const struct place *tp = walker_touchpoint(w);
	g_autofree char *name = place_title(j, tp);
	g_autofree char *title = g_strdup_printf(_("Note on %s"), name);
	g_autofree char *text = walk_note(j, w->entry, tp);
	struct noted *n = g_new(struct noted, 1);

	*n = (struct noted){ .w = w, .place = tp->number };
	ask_text(w->app,
		 &(struct ask){ .title = title,
				.help = _("What you noticed, in your own "
					  "words; it is kept with the walk."),
				.text = text,
				.lines = true,
				.done = set_note,
				.data = n,
				.free_data = g_free });
}

/* --- who ------------------------------------------------------------------- */

static bool set_name(struct app *app G_GNUC_UNUSED, const char *text,
		     void *data)
{
	struct walker *w = data;

	g_free(w->by);
	w->by = g_strstrip(g_strdup(text));
	if (w->page == WALKER_START)
		walker_start(w);
	return true;
}

void walker_ask_name(struct walker *w)
{
	ask_text(w->app,
		 &(struct ask){
			 .title = _("Who walks"),
			 .help = _("Written into the walks that you begin. "
				   "For good, it is said by 'name' in your "
				   "config.yaml; see senseboard(1)."),
			 .text = w->by,
			 .done = set_name,
			 .data = w });
}

const struct place *walker_customer(const struct walker *w)
{
	const GPtrArray *customers = walker_journey(w)->customers;

	return customers->len ? customers->pdata[w->customer % customers->len]
			      : NULL;
}
