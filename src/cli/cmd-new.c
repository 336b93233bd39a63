/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * senseboard new: a file to begin with, which is never written over another.
 * Whatever its template says, it starts as a sketch.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "board/board.h"
#include "board/data.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/say.h"
#include "i18n.h"

struct wish {
	const char *path;
	const char *template; /* or NULL */
	const char *title; /* or NULL: made from the file's name */
};

/* Set a field of the journey, and take what follows from it. */
static bool set(struct board *b, int field, const char *text, GError **error)
{
	GError *failed = NULL;
	const struct change *c =
		journey_set(b->journey, b->journey->root, field, text, &failed);

	board_take(b, c);
	if (failed)
		g_propagate_error(error, failed);
	return !failed;
}

static struct board *from_template(const struct wish *w, const char *title,
				   GError **error)
{
	g_autofree char *path = data_template(w->template);
	g_autoptr(Board) b = NULL;

	if (path)
		b = board_open_copy(path, error);
	if (!b)
		return NULL;
	if (!b->journey) {
		g_set_error(error, BOARD_ERROR, BOARD_ERROR_READ_ONLY,
			    _("cannot use template '%s': %s"), w->template,
			    b->problem);
		return NULL;
	}
	if (!set(b, J_TITLE, title, error) ||
	    !set(b, J_STATUS, "sketch", error))
		return NULL;
	return g_steal_pointer(&b);
}

static struct board *make(const struct wish *w, GError **error)
{
	g_autofree char *title =
		w->title ? g_strdup(w->title) : board_title_from(w->path);

	return w->template ? from_template(w, title, error)
			   : board_new(NULL, title, error);
}

static int no_template(const struct wish *w)
{
	g_autofree char *names = data_templates();

	return complain(STATUS_USAGE,
			_("there is no template '%s'; there are: %s"),
			w->template, *names ? names : _("none"));
}

static int create(const struct wish *w)
{
	GError *error = NULL;
	g_autofree char *name = store_display_name(w->path);
	g_autoptr(Board) b = make(w, &error);

	if (!b && (!error ||
		   g_error_matches(error, STORE_ERROR, STORE_ERROR_MISSING))) {
		g_clear_error(&error);
		return no_template(w);
	}
	if (!b || !board_save(b, w->path, false, &error))
		return complain_error(error);
	say(stdout, _("made '%s', a sketch; next: senseboard %s"), name, name);
	return STATUS_GOOD;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ .name = "template",
		  .has_arg = required_argument,
		  .val = 't' },
		{ .name = "title", .has_arg = required_argument, .val = 'n' },
		OPTION_HELP,
		OPTION_VERSION,
		OPTIONS_END,
	};
	struct wish w = { .path = NULL };
	int option, status;

	while ((option = options_next(&command_new, argc, argv, options,
				      &status)) != -1) {
		if (option == OPTION_DONE)
			return status;
		*(option == 't' ? &w.template : &w.title) = optarg;
	}
	if (argc - optind != 1 || !*argv[optind])
		return complain(STATUS_USAGE, _("new needs one file name; see "
						"'senseboard help new'"));
	w.path = argv[optind];
	return create(&w);
}

const struct command command_new = {
	.name = "new",
	.arguments = "[--template NAME] [--title TITLE] FILE",
	.help = N_("Make a new storyboard, never over another file."),
	.details = N_("  --template NAME   blank, onboarding, "
		      "service-recovery, visit, web-contact\n"
		      "  --title TITLE     what the journey is called; else "
		      "the file's name\n"),
	.run = run,
};
