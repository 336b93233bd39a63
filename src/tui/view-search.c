/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A search being typed in the status row, live: the view below goes to the
 * first match with every letter, Esc brings it back to where it was.
 *
 *	/towel▏                                    3 of 12
 */
#include "tui/search.h"

#include <string.h>

#include "i18n.h"
#include "tui/bars.h"
#include "tui/input.h"
#include "tui/light.h"
#include "tui/mouse.h"
#include "tui/sheet.h"

struct search_view {
	struct view view;
	struct input input;
	struct search *search; /* the app's when it is done */
	struct spot from; /* where the cursor was */
};

static struct search_view *searching(struct view *v)
{
	return (struct search_view *)v;
}

static void free_search(struct view *v)
{
	struct search_view *s = searching(v);

	search_free(s->search);
	input_release(&s->input);
	g_free(s);
}

/* --- going where it leads ------------------------------------------------ */

static void go(struct app *app, struct search_view *s)
{
	struct search *search = s->search;

	if (search->matches->len)
		app_go(app,
		       g_array_index(search->matches, struct spot, search->at));
	else
		app_go(app, s->from);
}

static void edited(struct app *app, struct search_view *s)
{
	search_set(s->search, app, s->input.text->str, s->from);
	go(app, s);
}

static void step(struct app *app, struct search_view *s, int by)
{
	size_t count = s->search->matches->len;

	if (!count)
		return;
	s->search->at = (s->search->at + count + (size_t)by) % count;
	go(app, s);
}

static void next_match(struct app *app, struct view *v)
{
	step(app, searching(v), 1);
}

static void previous_match(struct app *app, struct view *v)
{
	step(app, searching(v), -1);
}

static void commit(struct app *app, struct view *v)
{
	struct search_view *s = searching(v);

	search_settle(s->search);
	search_free(app->desk->search);
	app->desk->search = g_steal_pointer(&s->search);
	app_pop(app, v);
	if (*app->desk->search->text)
		search_step(app, 0);
}

static void give_up(struct app *app, struct view *v)
{
	app_go(app, searching(v)->from);
	app_pop(app, v);
}

static const struct action actions[] = {
	{ .name = "commit",
	  .label = N_("go there"),
	  .help = N_("Stay at what was found."),
	  .run = commit },
	{ .name = "commit-next",
	  .label = N_("go there"),
	  .help = N_("Stay at what was found."),
	  .run = commit },
	{ .name = "next-match",
	  .label = N_("next"),
	  .help = N_("Look at the next place that was found."),
	  .run = next_match },
	{ .name = "previous-match",
	  .label = N_("previous"),
	  .help = N_("Look at the place found before this one."),
	  .run = previous_match },
	{ .name = "give-up",
	  .label = N_("back"),
	  .help = N_("Go back to where the search began."),
	  .run = give_up },
	{ .name = NULL },
};

/* --- keys ---------------------------------------------------------------- */

static const char *const contexts[] = { "search", "field", NULL };

static const char *const hints[] = { "commit", "next-match", "previous-match",
				     "give-up", NULL };

static bool act(struct app *app, struct view *v, const char *action)
{
	struct search_view *s = searching(v);
	g_autofree char *before = g_strdup(s->input.text->str);

	if (!input_do(&s->input, action))
		return false;
	if (strcmp(before, s->input.text->str))
		edited(app, s);
	return true;
}

static bool type(struct app *app, struct view *v, uint32_t key)
{
	if (!input_type(&searching(v)->input, key))
		return false;
	edited(app, searching(v));
	return true;
}

static bool paste(struct app *app, struct view *v, const char *text, size_t len)
{
	if (input_insert(&searching(v)->input, text, len))
		edited(app, searching(v));
	return true;
}

static bool mouse(struct app *app, struct view *v,
		  const struct mouse_event *event)
{
	int by = mouse_wheel(event);

	if (by)
		step(app, searching(v), by < 0 ? -1 : 1);
	return by || (mouse_pressed(event) &&
		      input_click(&searching(v)->input, event->y, event->x));
}

/* --- drawing ------------------------------------------------------------- */

static char *count_text(const struct search *s)
{
	if (!*s->text)
		return g_strdup(_("all texts"));
	if (!s->matches->len)
		return g_strdup(_("nowhere"));
	return g_strdup_printf(_("%zu of %u"), s->at + 1, s->matches->len);
}

static void draw(struct app *app G_GNUC_UNUSED, struct view *v,
		 struct canvas *c)
{
	struct search_view *s = searching(v);
	g_autofree char *count = count_text(s->search);
	int y = MAX(c->rows - 2, 0), width = canvas_width(c, count);
	struct rect r = { .y = y, .x = 2, .rows = 1, .cols = c->cols - 3 };

	light_up(c, app_body(c), s->search->text);
	sheet_blank(c, y, 1);
	canvas_text(c, y, 1, 1, ROLE_STRONG, "/");
	if (r.cols > width + 10) {
		r.cols -= width + 2;
		canvas_text(c, y, r.x + r.cols + 2, width, ROLE_DIM, count);
	}
	input_draw(&s->input, c, r);
}

const struct view_kind view_search_kind = {
	.name = "search-field",
	.help = N_("A search being typed."),
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hinted = hints,
	.act = act,
	.type = type,
	.mouse = mouse,
	.paste = paste,
	.free = free_search,
};

void search_open(struct app *app, struct view *v G_GNUC_UNUSED)
{
	struct search_view *s = g_new0(struct search_view, 1);

	s->view.kind = &view_search_kind;
	s->search = search_new();
	s->from = app_spot(app);
	input_init(&s->input, "", false, &app->cut);
	app_push(app, &s->view);
}
