/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A question with a key for each answer: it stands in the status row, its
 * answers in the hint row.  Every other key is left alone.
 */
#include "tui/ask.h"

#include "i18n.h"
#include "tui/app.h"
#include "tui/bars.h"

struct question {
	struct view view;
	char *text;
	const char *contexts[2];
	GPtrArray *names; /* of the answers, NULL-ended */
	void *data;
	GDestroyNotify free_data;
};

static struct question *question(struct view *v)
{
	return (struct question *)v;
}

static void free_question(struct view *v)
{
	struct question *q = question(v);

	if (q->free_data)
		q->free_data(q->data);
	g_ptr_array_unref(q->names);
	g_free(q->text);
	g_free(q);
}

static const char *const *contexts(struct app *app G_GNUC_UNUSED,
				   struct view *v)
{
	return question(v)->contexts;
}

static const char *const *hints(struct app *app G_GNUC_UNUSED, struct view *v)
{
	return (const char *const *)question(v)->names->pdata;
}

static void draw(struct app *app G_GNUC_UNUSED, struct view *v,
		 struct canvas *c)
{
	int left = app_draw_message(c, ROLE_WARNING, question(v)->text);

	canvas_cursor(c, c->rows - 2, c->cols - 1 - left);
}

const struct view_kind view_question_kind = {
	.name = "question",
	.help = N_("A question with a key for each answer."),
	.contexts = contexts,
	.draw = draw,
	.hints = hints,
	.free = free_question,
};

void ask_keys(struct app *app, const struct ask_keys *ask)
{
	struct question *q = g_new(struct question, 1);

	*q = (struct question){
		.view = { .kind = &view_question_kind,
			  .actions = ask->answers },
		.text = g_strdup(ask->question),
		.contexts = { ask->context, NULL },
		.names = g_ptr_array_new(),
		.data = ask->data,
		.free_data = ask->free_data,
	};
	for (const struct action *a = ask->answers; a->name; a++)
		g_ptr_array_add(q->names, (gpointer)a->name);
	g_ptr_array_add(q->names, NULL);
	app_push(app, &q->view);
}

void *ask_data(struct view *v)
{
	return question(v)->data;
}
