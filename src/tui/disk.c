/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When to look at the file, and what then happens by itself; what is asked is
 * in disk-ask.c.
 *
 *	heard ---> quiet for a moment, for who writes in pieces --> look
 *	focus, first edit ----------------------------------------> look
 *	nobody tells: every two seconds --------------------------> look
 *
 *	look: the same | deleted: say so | changed: reload, or ask
 *
 * Nothing wakes up as long as nothing is heard.
 */
#include "tui/disk.h"

#include "board/board.h"
#include "i18n.h"
#include "store/watch.h"
#include "tui/disk-own.h"

#define QUIET_MS 200 /* nothing heard for so long: it is written */
#define MOST_MS 1000 /* but who writes on and on is looked at */
#define POLL_MS 2000

static int64_t now_ms(void)
{
	return g_get_monotonic_time() / 1000;
}

void disk_free(struct disk *d)
{
	if (!d)
		return;
	watch_free(d->watch);
	g_free(d->path);
	g_free(d);
}

void disk_follow(struct app *app)
{
	const char *path = app->desk->board ? app->desk->board->path : NULL;
	struct disk *d = app->desk->disk;

	if (d && !g_strcmp0(d->path, path)) {
		/* what was heard was us, or is seen by its times */
		watch_hear(d->watch);
		d->due = 0;
		disk_before_edit(app);
		return;
	}
	disk_free(d);
	app->desk->disk = NULL;
	if (!path)
		return;
	app->desk->disk = g_new0(struct disk, 1);
	app->desk->disk->path = g_strdup(path);
	app->desk->disk->watch = watch_new(path);
	app->desk->disk->looked = now_ms();
}

int disk_fd(const struct app *app)
{
	return app->desk->disk ? watch_fd(app->desk->disk->watch) : -1;
}

void disk_hear(struct app *app)
{
	struct disk *d = app->desk->disk;
	int64_t now = now_ms();

	if (!d || !watch_hear(d->watch))
		return;
	if (!d->due)
		d->heard = now;
	d->due = MIN(now + QUIET_MS, d->heard + MOST_MS);
}

int disk_patience(const struct app *app)
{
	const struct disk *d = app->desk->disk;
	int64_t at;

	if (!d || (!d->due && watch_fd(d->watch) >= 0))
		return -1;
	at = d->due ? d->due : d->looked + POLL_MS;
	return (int)MAX(at - now_ms(), 0);
}

/* --- what happens by itself ---------------------------------------------- */

static bool say_deleted(struct app *app)
{
	app_say(app, ROLE_WARNING,
		_("'%s' was deleted on disk; here it is still whole, and "
		  "saving asks whether to make it again"),
		app->desk->board->name);
	return true;
}

static bool say_back(struct app *app)
{
	app_say(app, ROLE_CONTENT, _("'%s' is on the disk again"),
		app->desk->board->name);
	return true;
}

static bool unreadable(struct app *app, GError *take_error)
{
	bool again = app->desk->disk->unreadable;

	app->desk->disk->unreadable = true;
	if (again)
		g_error_free(take_error);
	else
		app_say_error(app, take_error);
	return !again;
}

static bool look(struct app *app, enum store_look how)
{
	struct board *b = app->desk->board;
	enum store_change was = b->disk;
	GError *error = NULL;

	app->desk->disk->looked = now_ms();
	app->desk->disk->waits = app->desk->views->len > 1;
	if (app->desk->disk->waits)
		return false;
	if (!board_look(b, how, &error))
		return unreadable(app, error);
	app->desk->disk->unreadable = false;
	if (b->disk == STORE_CHANGED)
		return disk_take(app);
	app->desk->disk->seen = 0;
	if (b->disk == STORE_DELETED)
		return was != STORE_DELETED && say_deleted(app);
	return was == STORE_DELETED && say_back(app);
}

bool disk_wake(struct app *app)
{
	struct disk *d = app->desk->disk;
	bool heard = d && d->due;

	if (!d || disk_patience(app) > 0)
		return false;
	d->due = 0;
	return look(app, heard ? STORE_COMPARE : STORE_GLANCE);
}

void disk_look(struct app *app)
{
	if (app->desk->disk)
		look(app, STORE_COMPARE);
}

void disk_before_edit(struct app *app)
{
	if (app->desk->disk && app->desk->board->journey &&
	    !board_unsaved(app->desk->board))
		look(app, STORE_GLANCE);
}

void disk_settle(struct app *app)
{
	if (app->desk->disk && app->desk->disk->waits &&
	    app->desk->views->len == 1)
		look(app, STORE_COMPARE);
}
