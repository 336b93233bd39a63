/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text asked for: title, field, what there is to complete from, help.
 *
 * It owns the conversation (keep, give up, the next field, adding many in a
 * row); the text is a field, the suggestions are a list.
 *
 *	▌Channel of Warm towel ──────────────────────────────
 *	 desk▏
 *	 ▸ front desk
 *	 Where it happens.
 */
#include "tui/ask.h"

#include <string.h>

#include "i18n.h"
#include "tui/app.h"
#include "tui/input.h"
#include "tui/key.h"
#include "tui/list.h"
#include "tui/mouse.h"
#include "tui/sheet.h"
#include "tui/words.h"

#define SUGGESTIONS 5 /* rows */
#define LEAST_LINES 3 /* rows of a text of many lines */
#define HELP_ROWS 3 /* at most */

struct prompt {
	struct view view;
	struct input input;
	struct list list; /* what completes the text */
	bool suggesting; /* the list is seen */
	struct rect list_at; /* where it was drawn */
	char *title, *help, *verb, *before;
	struct action own[4]; /* what is called otherwise here; NULL-ended */
	bool again;
	unsigned answers;
	char **(*suggest)(const char *typed);
	bool (*done)(struct app *app, const char *text, void *data);
	void (*next)(struct app *app, int direction, void *data);
	void *data;
	GDestroyNotify free_data;
};

static struct prompt *prompt(struct view *v)
{
	return (struct prompt *)v;
}

static void free_prompt(struct view *v)
{
	struct prompt *p = prompt(v);

	if (p->free_data)
		p->free_data(p->data);
	input_release(&p->input);
	list_release(&p->list);
	g_free(p->title);
	g_free(p->help);
	g_free(p->verb);
	g_free(p->before);
	g_free(p);
}

static void commit(struct app *app, struct view *v);
static void give_up(struct app *app, struct view *v);

/* What Enter, Esc and Tab do has a name for each purpose. */
static void name_actions(struct prompt *p)
{
	p->own[0] = (struct action){ .name = "commit",
				     .label = p->verb,
				     .help = N_("Keep the text."),
				     .run = commit };
	p->own[1] =
		(struct action){ .name = "give-up",
				 .label = p->again ? N_("end") : N_("cancel"),
				 .help = N_("Put the old text back."),
				 .run = give_up };
	p->own[2] =
		(struct action){ .name = p->suggesting ? "commit-next" : NULL,
				 .label = N_("complete"),
				 .help = N_("Take the suggestion.") };
	p->view.actions = p->own;
}

/* --- suggestions --------------------------------------------------------- */

static void suggest(struct prompt *p, bool seen)
{
	p->suggesting = seen;
	name_actions(p);
}

static void offer(struct prompt *p, const char *const *texts)
{
	list_release(&p->list);
	list_init(&p->list, false);
	for (size_t i = 0; texts && texts[i]; i++)
		list_add(&p->list, texts[i], "", texts[i]);
}

static void ask_anew(struct prompt *p, const char *text)
{
	g_auto(GStrv) texts = p->suggest(text);

	offer(p, (const char *const *)texts);
}

/* The text was edited: suggest what still matches. */
static void edited(struct prompt *p)
{
	const struct list_item *first;
	const char *text = p->input.text->str;

	if (p->suggest)
		ask_anew(p, text);
	list_filter(&p->list, text);
	first = list_chosen(&p->list);
	suggest(p,
		(*text || p->suggest) && first && strcmp(first->label, text));
}

static bool take_suggestion(struct prompt *p)
{
	const struct list_item *item = list_chosen(&p->list);

	if (!p->suggesting || !item)
		return false;
	input_set(&p->input, item->label);
	suggest(p, false);
	if (p->suggest)
		edited(p);
	return true;
}

/* --- answers ------------------------------------------------------------- */

/* Hand over one answer. True if it was taken. */
static bool answer(struct app *app, struct prompt *p, const char *text)
{
	if (!p->done(app, text, p->data))
		return false;
	p->answers++;
	return true;
}

/* Commit the text and close, or begin anew where many are added in a row.
 * True unless the text was refused. */
static bool keep(struct app *app, struct prompt *p)
{
	g_autofree char *text = g_strdup(p->input.text->str);

	if (p->again && !*text) {
		app_pop(app, &p->view);
		return true;
	}
	if (!answer(app, p, text))
		return false;
	if (p->again)
		input_set(&p->input, "");
	else
		app_pop(app, &p->view);
	suggest(p, false);
	return true;
}

static void commit(struct app *app, struct view *v)
{
	keep(app, prompt(v));
}

static void commit_towards(struct app *app, struct prompt *p, int direction)
{
	if (keep(app, p) && p->next && !p->again)
		p->next(app, direction, p->data);
}

static void commit_previous(struct app *app, struct view *v)
{
	commit_towards(app, prompt(v), -1);
}

static bool touched(const struct prompt *p)
{
	return strcmp(p->input.text->str, p->before) != 0;
}

static void give_up(struct app *app, struct view *v)
{
	struct prompt *p = prompt(v);
	const char *const *contexts = view_contexts(app, v);
	uint32_t key = keymap_key(app->keys, contexts, "put-back");
	g_autofree char *label = key_label(key, app->canvas->glyphs);

	if (touched(p) && p->input.text->len) {
		input_keep(&p->input);
		app_say(app, ROLE_CONTENT,
			_("as it was; what you typed is kept for %s"), label);
	}
	app_pop(app, v);
}

/* Keep what is typed, then do for the whole storyboard what ACTION says. */
static void keep_then(struct app *app, struct prompt *p, const char *action)
{
	if (touched(p) && !keep(app, p))
		return;
	app_pop(app, &p->view);
	if (app_top(app)->kind->whole)
		app_do(app, action);
}

static void keep_and_save(struct app *app, struct view *v)
{
	keep_then(app, prompt(v), "save");
}

static void keep_and_quit(struct app *app, struct view *v)
{
	keep_then(app, prompt(v), "quit");
}

static const struct action actions[] = {
	{ .name = "commit",
	  .label = N_("keep"),
	  .help = N_("Keep the text."),
	  .run = commit },
	{ .name = "commit-next",
	  .label = N_("next"),
	  .help = N_("Keep the text and go to the next field.") },
	{ .name = "commit-previous",
	  .label = N_("previous"),
	  .help = N_("Keep the text and go to the field before."),
	  .run = commit_previous },
	{ .name = "give-up",
	  .label = N_("cancel"),
	  .help = N_("Put the old text back; the typed one is kept."),
	  .run = give_up },
	{ .name = "save",
	  .label = N_("save"),
	  .help = N_("Keep the text and save the storyboard."),
	  .run = keep_and_save },
	{ .name = "quit",
	  .label = N_("quit"),
	  .help = N_("Keep the text and quit."),
	  .run = keep_and_quit },
	{ .name = NULL },
};

/* --- keys ---------------------------------------------------------------- */

static const char *const contexts[] = { "field", NULL };

static const char *const *hints(struct app *app G_GNUC_UNUSED, struct view *v)
{
	static const char *const plain[] = { "commit", "give-up", NULL };
	static const char *const choice[] = { "commit", "commit-next",
					      "give-up", NULL };
	static const char *const lines[] = { "commit", "give-up", "new-line",
					     "commit-next", NULL };
	struct prompt *p = prompt(v);

	if (p->input.lines)
		return lines;
	return p->suggesting || p->next ? choice : plain;
}

/* Up and down choose among suggestions; where none are seen yet, down shows
 * all there are. */
static bool move_suggestion(struct prompt *p, const char *action)
{
	bool down = !strcmp(action, "line-down");

	if (p->suggesting && !strcmp(action, "line-up"))
		return list_do(&p->list, "up");
	if (p->suggesting || !down || p->input.lines || !p->list.items->len)
		return p->suggesting && down && list_do(&p->list, "down");
	list_filter(&p->list, "");
	suggest(p, true);
	return true;
}

static bool act(struct app *app, struct view *v, const char *action)
{
	struct prompt *p = prompt(v);
	g_autofree char *before = NULL;

	if (!strcmp(action, "commit-next")) {
		if (!take_suggestion(p))
			commit_towards(app, p, 1);
		return true;
	}
	if (move_suggestion(p, action))
		return true;
	before = g_strdup(p->input.text->str);
	if (!input_do(&p->input, action))
		return false;
	if (strcmp(before, p->input.text->str))
		edited(p);
	return true;
}

static bool type(struct app *app G_GNUC_UNUSED, struct view *v, uint32_t key)
{
	struct prompt *p = prompt(v);

	if (!input_type(&p->input, key))
		return false;
	edited(p);
	return true;
}

/* A click takes a suggestion, or puts the cursor into the text. */
static bool press(struct prompt *p, const struct mouse_event *event)
{
	if (p->suggesting && list_click(&p->list, event->y - p->list_at.y))
		return take_suggestion(p);
	return input_click(&p->input, event->y, event->x);
}

static bool mouse(struct app *app G_GNUC_UNUSED, struct view *v,
		  const struct mouse_event *event)
{
	struct prompt *p = prompt(v);
	int by = mouse_wheel(event);

	if (by && p->suggesting)
		return list_do(&p->list, by < 0 ? "up" : "down");
	for (int i = 0; i < ABS(by); i++)
		input_do(&p->input, by < 0 ? "line-up" : "line-down");
	return by || (mouse_pressed(event) && press(p, event));
}

/* Where many are added in a row, each line pasted is one. */
static void paste_lines(struct app *app, struct prompt *p, const char *text)
{
	g_autofree char *all = g_strconcat(p->input.text->str, text, NULL);
	g_auto(GStrv) lines = g_strsplit(all, "\n", -1);

	input_set(&p->input, "");
	for (size_t i = 0; lines[i]; i++)
		if (*g_strstrip(lines[i]) && !answer(app, p, lines[i])) {
			input_set(&p->input, lines[i]);
			return;
		}
}

static bool paste(struct app *app, struct view *v, const char *text, size_t len)
{
	struct prompt *p = prompt(v);

	if (!input_insert(&p->input, text, len))
		app_say(app, ROLE_WARNING, "%s",
			_("the pasted text is too long for one field"));
	else
		edited(p);
	return true;
}

static bool paste_some(struct app *app, struct view *v, const char *text,
		       size_t len)
{
	if (!prompt(v)->again || !strchr(text, '\n'))
		return paste(app, v, text, len);
	paste_lines(app, prompt(v), text);
	return true;
}

/* --- drawing ------------------------------------------------------------- */

static int input_rows(struct prompt *p, const struct canvas *c, int room)
{
	int rows = input_height(&p->input, c->glyphs, MAX(c->cols - 2, 1));

	return MIN(p->input.lines ? MAX(rows, LEAST_LINES) : 1, MAX(room, 1));
}

static char *full_title(const struct prompt *p)
{
	if (!p->again || !p->answers)
		return g_strdup(p->title);
	return g_strdup_printf(_("%s (%u added)"), p->title, p->answers);
}

/* Field, suggestions and help share the rows in this order. */
static void draw(struct app *app G_GNUC_UNUSED, struct view *v,
		 struct canvas *c)
{
	struct prompt *p = prompt(v);
	g_autofree char *title = full_title(p);
	int most = sheet_most(c), listed = 0, help = 0, rows;
	struct rect r, at;

	if (p->help)
		help = MIN(sheet_text_rows(c, p->help, c->cols - 2), HELP_ROWS);
	if (p->suggesting)
		listed = (int)MIN(list_count(&p->list), SUGGESTIONS);
	rows = input_rows(p, c, most - listed - help);
	r = sheet_draw(c, title, rows + listed + help);
	at = r;
	at.y += rows;
	at.rows = CLAMP(listed, 0, r.rows - rows);
	p->list_at = at;
	if (at.rows)
		list_draw(&p->list, c, at);
	at.y += at.rows;
	at.rows = MAX(r.y + r.rows - at.y, 0);
	if (p->help)
		sheet_text(c, at, ROLE_DIM, p->help);
	r.rows = rows;
	input_draw(&p->input, c, r);
}

static const char *draft(struct view *v, const char **where)
{
	const struct prompt *p = prompt(v);

	*where = p->title;
	return touched(p) ? p->input.text->str : NULL;
}

const struct view_kind view_prompt_kind = {
	.name = "prompt",
	.help = N_("A text being typed."),
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hints = hints,
	.act = act,
	.type = type,
	.mouse = mouse,
	.paste = paste_some,
	.draft = draft,
	.free = free_prompt,
};

void ask_text(struct app *app, const struct ask *ask)
{
	struct prompt *p = g_new(struct prompt, 1);
	const char *text = ask->text ? ask->text : "";

	*p = (struct prompt){
		.view = { .kind = &view_prompt_kind },
		.title = g_strdup(ask->title),
		.help = g_strdup(ask->help),
		.verb = g_strdup(ask->verb    ? ask->verb
				 : ask->again ? N_("add")
					      : N_("keep")),
		.before = g_strdup(text),
		.again = ask->again,
		.suggest = ask->suggest,
		.done = ask->done,
		.next = ask->next,
		.data = ask->data,
		.free_data = ask->free_data,
	};
	input_init(&p->input, text, ask->lines, &app->cut);
	list_init(&p->list, false);
	offer(p, ask->complete);
	name_actions(p);
	if (p->suggest)
		edited(p);
	app_push(app, &p->view);
}
