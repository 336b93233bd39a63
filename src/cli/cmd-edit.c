/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * senseboard edit, or just senseboard: the full-screen interface; and the
 * same without a terminal, replaying keys, for tests and bug reports.
 */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "board/board.h"
#include "board/data.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/reader.h"
#include "cli/say.h"
#include "i18n.h"
#include "tui/app.h"
#include "tui/preferences.h"

#define SIZE_MOST 1000

struct edit {
	struct app_options app;
	const char *const *paths; /* none: the welcome screen */
	struct wishes wishes;
	const char *keys; /* the file to replay, or NULL */
	bool dump;
};

static bool read_size(const char *text, struct app_options *app)
{
	unsigned cols, rows;
	char rest;

	if (sscanf(text, "%ux%u%c", &cols, &rows, &rest) != 2 || !cols ||
	    !rows || cols > SIZE_MOST || rows > SIZE_MOST)
		return false;
	app->cols = cols;
	app->rows = rows;
	return true;
}

static bool read_glyphs(const char *text, int *level)
{
	enum glyphs found;

	if (!glyphs_find(text, &found))
		return false;
	*level = (int)found;
	return true;
}

/* Take one option; false if its value cannot be used. */
static bool take(struct edit *e, int option, const char *value)
{
	switch (option) {
	case 's':
		return read_size(value, &e->app);
	case 'g':
		return read_glyphs(value, &e->wishes.glyphs);
	case 'k':
		e->keys = value;
		return true;
	case 'd':
		e->dump = true;
		return true;
	case 'p':
		e->wishes.profile = value;
		return true;
	case 't':
		e->wishes.theme = value;
		return true;
	default:
		e->wishes.no_mouse = true;
		return true;
	}
}

static int replay(const struct edit *e, struct board *take_board)
{
	struct store_file file = { 0 };
	GError *error = NULL;
	char *screen;

	if (e->keys && !store_read(e->keys, &file, &error)) {
		board_free(take_board);
		return complain_error(error);
	}
	screen = app_replay(take_board, file.bytes ? file.bytes : "", &e->app,
			    &error);
	store_file_clear(&file);
	if (!screen)
		return complain_error(error);
	if (e->dump)
		fputs(screen, stdout);
	g_free(screen);
	return STATUS_GOOD;
}

static int edit(const struct edit *e)
{
	GError *error = NULL;
	struct board *b = *e->paths ? data_open(*e->paths, &error) : NULL;

	if (error)
		return complain_error(error);
	if (e->keys || e->dump)
		return replay(e, b);
	return app_run(b, &e->app, &error) ? STATUS_GOOD
					   : complain_error(error);
}

/* A screen that cannot be remembered is no reason to be told of failure. */
static void remember(const struct preferences *p)
{
	GError *error = NULL;

	if (!preferences_remember(p, &error))
		complain_error(error);
}

static int edit_as_preferred(struct edit *e)
{
	g_autoptr(Config) config = config_read(NULL);
	g_autoptr(Preferences) preferences = NULL;
	GError *error = NULL;
	int status;

	e->wishes.remember = e->app.protect;
	preferences = preferences_new(config, &e->wishes, &error);
	reader_complain(config);
	if (!preferences) {
		complain_error(error);
		return STATUS_USAGE;
	}
	e->app.config = config;
	e->app.preferences = preferences;
	e->app.glyphs = preferences->glyphs;
	e->app.no_mouse = !preferences->mouse;
	status = edit(e);
	if (e->app.protect)
		remember(preferences);
	return status;
}

static const struct option options[] = {
	{ .name = "keys", .has_arg = required_argument, .val = 'k' },
	{ .name = "size", .has_arg = required_argument, .val = 's' },
	{ .name = "dump-screen", .val = 'd' },
	{ .name = "glyphs", .has_arg = required_argument, .val = 'g' },
	{ .name = "theme", .has_arg = required_argument, .val = 't' },
	{ .name = "profile", .has_arg = required_argument, .val = 'p' },
	{ .name = "no-mouse", .val = 'm' },
	OPTION_HELP,
	OPTION_VERSION,
	OPTIONS_END,
};

/* For tests: the open descriptor they listen on, see app_options.idle_fd; it
 * is not for programs run from here. */
static int idle_fd(void)
{
	const char *number = getenv("SENSEBOARD_IDLE_FD");
	int fd = number ? atoi(number) : 0;

	if (fd <= STDERR_FILENO || fcntl(fd, F_SETFD, FD_CLOEXEC))
		return 0;
	return fd;
}

static int run(int argc, char **argv)
{
	struct edit e = {
		.app = { .colors = -1, .rows = 24, .cols = 80 },
		.wishes = { .glyphs = -1 },
	};
	int option, status;

	while ((option = options_next(&command_edit, argc, argv, options,
				      &status)) != -1) {
		if (option == OPTION_DONE)
			return status;
		if (!take(&e, option, optarg))
			return complain(STATUS_USAGE,
					_("cannot use the value '%s'; see "
					  "'senseboard help edit'"),
					optarg);
	}
	e.paths = (const char *const *)argv + optind;
	if (g_strv_contains(e.paths, ""))
		return complain(STATUS_USAGE, _("a file needs a name; see "
						"'senseboard help edit'"));
	if (*e.paths)
		e.app.beside = e.paths + 1;
	e.app.idle_fd = idle_fd();
	e.app.protect = !e.keys && !e.dump;
	return edit_as_preferred(&e);
}

const struct command command_edit = {
	.name = "edit",
	.arguments = "[OPTION]... [FILE...]",
	.help = N_("Design a journey on the screen, or several beside each "
		   "other; without a file, see what there is."),
	.details =
		N_("  --theme NAME     default, light, high-contrast, mono, "
		   "or one of your own\n"
		   "  --glyphs LEVEL   ascii, unicode or emoji; else as the "
		   "terminal seems to allow\n"
		   "  --profile NAME   keys: default, vim or easy\n"
		   "  --no-mouse       leave the mouse to the terminal\n"
		   "\n"
		   "For bug reports, without a terminal:\n"
		   "  --keys FILE      press the keys that FILE names, as "
		   "keys.conf names them\n"
		   "  --size WxH       on a screen of that size; else 80x24\n"
		   "  --dump-screen    and print that screen in the end\n"),
	.run = run,
};
