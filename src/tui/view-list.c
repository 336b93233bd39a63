/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One of several asked for: what is typed filters the list.
 *
 * Which items match and where the cursor is, is list.c's; this is the
 * conversation.  Where an item says more than fits in its row, the last rows
 * show all that the chosen one says.
 *
 *	▌Owner of Warm towel ────────────────────────────────
 *	 fr▏
 *	▸ Front desk      4 touchpoints
 *	  new: fr
 */
#include "tui/ask.h"

#include <string.h>

#include "i18n.h"
#include "tui/app.h"
#include "tui/input.h"
#include "tui/list.h"
#include "tui/mouse.h"
#include "tui/sheet.h"
#include "tui/words.h"
#include "tui/wrap.h"

#define DETAIL_ROWS 2
#define HELP_ROWS 2 /* at most */

struct chooser {
	struct view view;
	struct list list;
	struct input input; /* what filters it */
	struct rect list_at; /* where it was drawn */
	char *title, *help;
	const char *contexts[4];
	int cols; /* for which WIDE was found out */
	bool wide; /* an item says more than fits in a row */
	bool (*done)(struct app *app, const char *name, void *data);
	void (*looked)(struct app *app, const char *name, void *data);
	void *data;
	GDestroyNotify free_data;
};

static struct chooser *chooser(struct view *v)
{
	return (struct chooser *)v;
}

static void free_chooser(struct view *v)
{
	struct chooser *l = chooser(v);

	if (l->free_data)
		l->free_data(l->data);
	list_release(&l->list);
	input_release(&l->input);
	g_free(l->title);
	g_free(l->help);
	g_free(l);
}

/* --- answers ------------------------------------------------------------- */

static void take(struct app *app, struct chooser *l, const char *name)
{
	g_autofree char *copy = g_strdup(name);

	if (l->done(app, copy, l->data))
		app_pop(app, &l->view);
}

static void choose(struct app *app, struct view *v)
{
	struct chooser *l = chooser(v);
	const struct list_item *item = list_chosen(&l->list);
	const char *text = list_new_text(&l->list);

	if (item)
		take(app, l, item->value);
	else if (text)
		take(app, l, text);
}

/* Tell the asker where the cursor has come to. */
static void look(struct app *app, const struct chooser *l)
{
	const struct list_item *item = list_chosen(&l->list);

	if (item && l->looked)
		l->looked(app, item->value, l->data);
}

static bool step(struct app *app, struct chooser *l, const char *action)
{
	if (!list_do(&l->list, action))
		return false;
	look(app, l);
	return true;
}

/* Show what matches what is typed. In the help a "/" only begins a search, as
 * everywhere, unless it is all there is: then it is a key. */
static void refilter(struct app *app, struct chooser *l)
{
	const char *typed = l->input.text->str;

	if (!strcmp(l->contexts[0], "help") && *typed == '/' && typed[1])
		typed++;
	list_filter(&l->list, typed);
	look(app, l);
}

static void complete(struct app *app, struct view *v)
{
	struct chooser *l = chooser(v);
	const struct list_item *item = list_chosen(&l->list);
	g_autofree char *title = action_title(item ? item->value : "");
	g_autofree char *text = g_strconcat(title, " ", NULL);

	if (item && input_set(&l->input, text))
		refilter(app, l);
}

static void give_up(struct app *app, struct view *v)
{
	app_pop(app, v);
}

static const struct action actions[] = {
	{ .name = "choose",
	  .label = N_("choose"),
	  .help = N_("Take the chosen one."),
	  .run = choose },
	{ .name = "run",
	  .label = N_("do it"),
	  .help = N_("Do what the chosen line says."),
	  .run = choose },
	{ .name = "complete",
	  .label = N_("complete"),
	  .help = N_("Type the chosen name, to go on with a file or the "
		     "like."),
	  .run = complete },
	{ .name = "give-up",
	  .label = N_("back"),
	  .help = N_("Go back and choose nothing."),
	  .run = give_up },
	{ .name = "delighted", .help = N_("More than was hoped for.") },
	{ .name = "happy", .help = N_("As one would wish.") },
	{ .name = "neutral", .help = N_("Neither smile nor frown.") },
	{ .name = "thinking", .help = N_("Has to work something out.") },
	{ .name = "confused", .help = N_("Does not know what is going on.") },
	{ .name = "unhappy", .help = N_("Less than was promised.") },
	{ .name = "angry", .help = N_("Will tell others about it.") },
	{ .name = "no-face", .help = N_("No face is designed yet.") },
	{ .name = NULL },
};

/* Where each choice turns an item on or off and the list stays. */
static const struct action several_actions[] = {
	{ .name = "choose",
	  .label = N_("on or off"),
	  .help = N_("Turn the chosen one on or off."),
	  .run = choose },
	{ .name = "give-up",
	  .label = N_("done"),
	  .help = N_("Go back; what is on stays on."),
	  .run = give_up },
	{ .name = NULL },
};

/* --- keys ---------------------------------------------------------------- */

static const char *const *contexts(struct app *app G_GNUC_UNUSED,
				   struct view *v)
{
	return chooser(v)->contexts;
}

/* In the help and among the commands, to choose is to do. */
static const char *const *hints(struct app *app, struct view *v)
{
	static const char *const choosing[] = { "choose", "give-up", NULL };
	static const char *const doing[] = { "run",  "complete", "up",
					     "down", "give-up",	 NULL };

	return keymap_key(app->keys, chooser(v)->contexts, "run") ? doing
								  : choosing;
}

/* Whether an item has this name; the names of a context of its own do. */
static bool has_item(const struct chooser *l, const char *name)
{
	for (guint i = 0; i < l->list.items->len; i++) {
		const struct list_item *item = l->list.items->pdata[i];

		if (!strcmp(item->value, name))
			return true;
	}
	return false;
}

static bool act(struct app *app, struct view *v, const char *action)
{
	struct chooser *l = chooser(v);

	if (step(app, l, action))
		return true;
	if (input_do(&l->input, action))
		refilter(app, l);
	else if (has_item(l, action))
		take(app, l, action);
	else
		return false;
	return true;
}

static bool type(struct app *app, struct view *v, uint32_t key)
{
	struct chooser *l = chooser(v);

	if (!input_type(&l->input, key))
		return false;
	refilter(app, l);
	return true;
}

static bool paste(struct app *app, struct view *v, const char *text, size_t len)
{
	struct chooser *l = chooser(v);

	input_insert(&l->input, text, len);
	refilter(app, l);
	return true;
}

/* A click chooses, a double click takes; in the text it puts the cursor. */
static bool mouse(struct app *app, struct view *v,
		  const struct mouse_event *event)
{
	struct chooser *l = chooser(v);
	int by = mouse_wheel(event);

	if (by)
		return step(app, l, by < 0 ? "up" : "down");
	if (!mouse_pressed(event))
		return false;
	if (!list_click(&l->list, event->y - l->list_at.y))
		return input_click(&l->input, event->y, event->x);
	look(app, l);
	if (event->clicks > 1)
		choose(app, v);
	return true;
}

/* --- drawing ------------------------------------------------------------- */

static int columns(const struct canvas *c, const char *text)
{
	return text_columns(text, strlen(text), c->glyphs);
}

/* Find out once for a width whether an item is cut in its row. */
static bool is_wide(struct chooser *l, const struct canvas *c)
{
	int labels = 0, keys = 0, details = 0, room = c->cols - 8;

	if (l->cols == c->cols)
		return l->wide;
	for (guint i = 0; i < l->list.items->len; i++) {
		const struct list_item *item = l->list.items->pdata[i];

		labels = MAX(labels, columns(c, item->label));
		keys = MAX(keys, columns(c, item->key));
		details = MAX(details, columns(c, item->detail));
	}
	l->cols = c->cols;
	l->wide = details && labels + keys + details > room;
	return l->wide;
}

static void draw_filter(struct chooser *l, struct canvas *c, struct rect r)
{
	r.rows = 1;
	if (l->input.text->len)
		input_draw(&l->input, c, r);
	else
		canvas_text(c, r.y, r.x, r.cols, ROLE_DIM,
			    l->list.may_add
				    ? _("type to find one, or to add a new one")
				    : _("type to find one"));
}

/* All that the chosen item says, where its row may not. */
static void draw_detail(struct chooser *l, struct canvas *c, struct rect r)
{
	const struct list_item *item = list_chosen(&l->list);

	if (!item)
		return;
	canvas_hline(c, r.y, 0, c->cols, ROLE_DIM);
	r.y++;
	r.rows--;
	sheet_text(c, r, ROLE_CONTENT, item->detail);
}

/* How the rows of the sheet are shared; what does not fit goes first from
 * the help, then from the detail, last from the filter. */
struct shares {
	int help, filter, list, detail;
};

static struct shares share(struct chooser *l, const struct canvas *c)
{
	int count = (int)MIN(l->list.items->len, 1000u);
	int most = sheet_most(c);
	struct shares s = { .filter = most > 2 ? 1 : 0 };

	if (l->help && most > 9)
		s.help = MIN(sheet_text_rows(c, l->help, c->cols - 2),
			     HELP_ROWS);
	if (is_wide(l, c) && most > 7)
		s.detail = DETAIL_ROWS + 1;
	s.list = MAX(count, 1) + (l->list.may_add ? 1 : 0);
	s.list = CLAMP(s.list, 1, most - s.help - s.filter - s.detail);
	return s;
}

static void draw(struct app *app G_GNUC_UNUSED, struct view *v,
		 struct canvas *c)
{
	struct chooser *l = chooser(v);
	struct shares s = share(l, c);
	struct rect r;

	canvas_recede(c);
	r = sheet_draw(c, l->title, s.help + s.filter + s.list + s.detail);
	if (s.help)
		sheet_text(c, rect_take(&r, s.help), ROLE_DIM, l->help);
	if (s.filter)
		draw_filter(l, c, rect_take(&r, s.filter));
	l->list_at = rect_take(&r, s.list);
	if (s.detail)
		draw_detail(l, c, rect_take(&r, s.detail));
	list_draw(&l->list, c, l->list_at);
}

const struct view_kind view_list_kind = {
	.name = "list",
	.help = N_("One of several, from a list that typing filters."),
	.contexts = contexts,
	.actions = actions,
	.draw = draw,
	.hints = hints,
	.act = act,
	.type = type,
	.mouse = mouse,
	.paste = paste,
	.free = free_chooser,
};

static void add_items(struct chooser *l, const struct ask_item *item)
{
	for (; item->name; item++)
		list_add_row(&l->list,
			     &(struct list_row){
				     .label = item->label ? item->label
							  : item->name,
				     .key = item->key,
				     .detail = item->detail,
				     .value = item->name,
				     .heading = item->heading,
				     .off = item->off,
			     });
}

void ask_choice(struct app *app, const struct ask_list *ask)
{
	struct chooser *l = g_new(struct chooser, 1);
	size_t n = 0;

	*l = (struct chooser){
		.view = { .kind = &view_list_kind,
			  .actions = ask->several ? several_actions : NULL },
		.title = g_strdup(ask->title),
		.help = g_strdup(ask->help),
		.done = ask->done,
		.looked = ask->looked,
		.data = ask->data,
		.free_data = ask->free_data,
	};
	if (ask->context)
		l->contexts[n++] = ask->context;
	l->contexts[n++] = "list";
	l->contexts[n] = "field";
	list_init(&l->list, ask->add);
	l->list.takes = ask->takes;
	l->list.data = ask->data;
	l->list.keys_first = ask->keys_first;
	input_init(&l->input, "", false, &app->cut);
	add_items(l, ask->items);
	if (ask->current)
		list_select(&l->list, ask->current);
	app_push(app, &l->view);
}
