/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The loop: draw, show, wait; then take all that waits before drawing again.
 *
 * It is the only file here that knows the terminal, besides outside.c.  It
 * sleeps until something happens: no timers, no wake-ups.
 */
#include "tui/loop.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "board/board.h"
#include "i18n.h"
#include "tui/disk.h"
#include "tui/draft.h"
#include "tui/guard.h"
#include "tui/preferences.h"
#include "tui/term.h"

/* The terminal may have another size, or something else on it. */
static void draw_anew(struct app *app)
{
	int rows, cols;

	term_size(app->term, &rows, &cols);
	canvas_resize(app->canvas, rows, cols);
	term_redraw(app->term);
}

void loop_redraw(struct app *app, struct view *v G_GNUC_UNUSED)
{
	draw_anew(app);
}

void loop_suspend(struct app *app, struct view *v G_GNUC_UNUSED)
{
	draft_write(app); /* it may be killed while it sleeps */
	term_suspend(app->term);
	draw_anew(app);
}

void loop_toggle_mouse(struct app *app, struct view *v G_GNUC_UNUSED)
{
	app->mouse = !app->mouse;
	term_use_mouse(app->term, app->mouse);
	app_say(app, ROLE_CONTENT, "%s",
		app->mouse ? _("the mouse is ours: Shift selects text")
			   : _("the mouse is the terminal's"));
}

void loop_use_theme(struct app *app, const struct theme *theme)
{
	if (app->term)
		term_use_theme(app->term, theme);
}

static void resize(struct app *app)
{
	int rows, cols;

	term_size(app->term, &rows, &cols);
	canvas_resize(app->canvas, rows, cols);
	app->canvas->glyphs = term_glyphs(app->term);
}

/* Answer one event. The signal that asks to end, or 0. */
static int answer(struct app *app, const struct term_event *event)
{
	switch (event->kind) {
	case EVENT_SIGNAL:
		return event->signal;
	case EVENT_RESIZE:
		resize(app);
		break;
	case EVENT_SUSPEND:
		loop_suspend(app, NULL);
		break;
	default:
		app_event(app, event);
	}
	return 0;
}

/* Tell who listens that all is drawn and nothing waits. */
static void tell_idle(int fd)
{
	if (fd > 0 && write(fd, ".", 1) < 0)
		return; /* nobody listens any more: no loss */
}

/* How long to wait for a key: until something else is to be done. */
static int patience(const struct app *app)
{
	int disk = disk_patience(app), draft = draft_patience(app);

	return disk < 0 || draft < 0 ? MAX(disk, draft) : MIN(disk, draft);
}

/* The journals of all that has work in it, as they are shown: "'x', 'y'". */
static char *name_journals(const struct app *app)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < app->desks->len; i++) {
		const struct desk *d = app->desks->pdata[i];
		const char *path = d->board && board_leaves_work(d->board)
					   ? board_journal_path(d->board)
					   : NULL;
		g_autofree char *name = path ? store_display_name(path) : NULL;

		if (name)
			g_string_append_printf(out,
					       out->len ? ",\n'%s'" : "'%s'",
					       name);
	}
	return g_string_free(out, FALSE);
}

/* Where the work is, for who ends it without saving; or "". */
static char *last_words(const struct app *app)
{
	g_autofree char *names = name_journals(app);

	return *names ? g_strdup_printf(_("senseboard: what was not saved is "
					  "in %s;\nopen the storyboard again "
					  "to recover it\n"),
					names)
		      : g_strdup("");
}

/* A sudden death is to say it, too. */
static void tell_guard(struct app *app)
{
	g_autofree char *words = last_words(app);

	guard_set_words(words);
}

/* Wait for something to answer; false if there is only something to draw. */
static bool next(struct app *app, struct term_event *event)
{
	for (;;) {
		term_listen(app->term, disk_fd(app));
		if (!term_read(app->term, event, patience(app))) {
			if (!draft_patience(app)) {
				draft_write(app);
				tell_guard(app);
			}
			if (disk_wake(app))
				return false;
		} else if (event->kind == EVENT_HEARD) {
			disk_hear(app);
		} else {
			return true;
		}
	}
}

/* Until the user quits, or a signal asks to, which is returned. */
static int run(struct app *app, int idle_fd)
{
	struct term_event event;
	int sig = 0;

	while (!app->quit && !sig) {
		tell_guard(app); /* before anybody sees that there is work */
		app_draw(app);
		term_show(app->term, app->canvas);
		tell_guard(app);
		if (!term_pending(app->term)) {
			if (app->desk->board &&
			    board_look_beside(app->desk->board))
				continue;
			tell_idle(idle_fd);
		}
		do {
			if (next(app, &event))
				sig = answer(app, &event);
		} while (!app->quit && !sig && term_pending(app->term));
	}
	return sig;
}

static struct term *open_terminal(const struct app_options *options,
				  GError **error)
{
	struct term_options wanted = {
		.no_mouse = options->no_mouse,
		.glyphs = options->glyphs,
		.colors = options->colors,
		.theme = &options->preferences->theme,
	};

	return term_open(&wanted, error);
}

bool app_run(struct board *take_board, const struct app_options *options,
	     GError **error)
{
	struct term *term = open_terminal(options, error);
	struct app_options fitted = *options;
	g_autofree char *words = NULL;
	struct app *app = NULL;
	bool ran;
	int sig = 0;

	if (!term) {
		board_free(take_board);
		return false;
	}
	fitted.protect = true;
	fitted.glyphs = (int)term_glyphs(term);
	term_size(term, &fitted.rows, &fitted.cols);
	app = app_new(take_board, &fitted, error);
	if (app) {
		app->term = term;
		sig = run(app, options->idle_fd);
		if (sig)
			draft_write(app);
		else
			draft_end(app);
		words = last_words(app);
	}
	term_close(term);
	if (app && sig)
		fputs(words, stderr);
	ran = app != NULL;
	app_free(app);
	if (sig)
		raise(sig);
	return ran;
}
