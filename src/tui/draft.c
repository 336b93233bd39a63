/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which view has an open text is asked of all of them, for a question may lie
 * over it.
 */
#include "tui/draft.h"

#include "board/board.h"

#define DRAFT_AFTER 250 /* ms: of typing, at most this much gets lost */

static int64_t now_ms(void)
{
	return g_get_monotonic_time() / 1000;
}

/* The text that is being typed and what it is, or NULL. */
static const char *open_text(const struct app *app, const char **where)
{
	for (guint i = app->desk->views->len; i-- > 0;) {
		struct view *v = app->desk->views->pdata[i];
		const char *text =
			v->kind->draft ? v->kind->draft(v, where) : NULL;

		if (text)
			return text;
	}
	return NULL;
}

void draft_note(struct app *app)
{
	const char *where;

	if (!app->desk->board)
		return;
	if (open_text(app, &where)) {
		if (!app->desk->draft_due)
			app->desk->draft_due = now_ms() + DRAFT_AFTER;
		return;
	}
	app->desk->draft_due = 0;
	if (app->desk->drafted)
		board_draft(app->desk->board, NULL, NULL);
	app->desk->drafted = false;
}

int draft_patience(const struct app *app)
{
	if (!app->desk->draft_due)
		return -1;
	return (int)MAX(app->desk->draft_due - now_ms(), 0);
}

void draft_write(struct app *app)
{
	const char *where;
	const char *text = app->desk->board ? open_text(app, &where) : NULL;

	app->desk->draft_due = 0;
	if (!text)
		return;
	board_draft(app->desk->board, where, text);
	app->desk->drafted = true;
}

void draft_end(struct app *app)
{
	for (guint i = 0; i < app->desks->len; i++) {
		struct desk *d = app->desks->pdata[i];

		if (d->board)
			board_draft(d->board, NULL, NULL);
	}
}
