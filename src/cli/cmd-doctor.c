/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * senseboard doctor: what the program finds around it, and what is wrong with
 * that, for whoever wonders why something looks or works as it does.
 *
 * Each thing looked at is a row of one table.
 */
#include "config.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "board/configuration.h"
#include "board/data.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/page.h"
#include "cli/say.h"
#include "format/json-out.h"
#include "i18n.h"
#include "store/error.h"
#include "store/state.h"
#include "tui/clipboard.h"
#include "tui/examine.h"
#include "tui/outside.h"
#include "tui/preferences.h"

#define COLUMN 17 /* where what was found begins */

struct doctor {
	struct examined terminal;
	struct config *config;
	struct preferences *preferences;
	unsigned wrong; /* things */
	json_t *report; /* or NULL: for people */
};

/* What was found of one thing; false if it is wrong. */
struct look {
	const char *name;
	bool (*at)(struct doctor *d, GString *found);
};

/* --- the terminal ---------------------------------------------------------- */

static bool look_at_terminal(struct doctor *d, GString *found)
{
	const struct examined *t = &d->terminal;

	g_string_append(found, *t->name ? t->name : _("TERM is not set"));
	if (t->cols)
		g_string_append_printf(found, _(", %d columns and %d rows"),
				       t->cols, t->rows);
	if (!t->present)
		g_string_append(found, _("; not asked, because input or output "
					 "is none"));
	if (!t->able)
		g_string_append(found, _("; it is unknown, or cannot move its "
					 "cursor"));
	return t->able || !t->present;
}

/* What is between us and the terminal. */
static bool look_inside(struct doctor *d G_GNUC_UNUSED, GString *found)
{
	const char *tmux = getenv("TMUX"), *screen = getenv("STY");
	const char *ssh = getenv("SSH_CONNECTION");

	if (tmux && *tmux)
		g_string_append(found, "tmux");
	else if (screen && *screen)
		g_string_append(found, "GNU screen");
	else
		g_string_append(found, _("neither tmux nor screen"));
	if (ssh && *ssh)
		g_string_append(found, _(", over ssh"));
	return true;
}

static bool look_at_locale(struct doctor *d G_GNUC_UNUSED, GString *found)
{
	g_string_append_printf(found, "%s, %s", setlocale(LC_CTYPE, NULL),
			       nl_langinfo(CODESET));
	return true;
}

static bool look_at_colours(struct doctor *d, GString *found)
{
	const struct ability *c = &d->terminal.colours;

	if (c->value >= THEME_TRUE_COLOUR)
		g_string_append(found, _("any"));
	else if (c->value)
		g_string_append_printf(found, "%d", c->value);
	else
		g_string_append(found, _("none"));
	g_string_append_printf(found, ": %s", c->why);
	return true;
}

static bool look_at_glyphs(struct doctor *d, GString *found)
{
	const struct ability *g = &d->terminal.glyphs;

	if (d->preferences->glyphs >= 0)
		g_string_append_printf(found, _("%s: config.yaml says so"),
				       glyphs_names[d->preferences->glyphs]);
	else
		g_string_append_printf(found, "%s: %s", glyphs_names[g->value],
				       g->why);
	return true;
}

static bool look_at_mouse(struct doctor *d, GString *found)
{
	g_string_append(found, d->preferences->mouse
				       ? _("used; Shift selects text")
				       : _("left to the terminal: config.yaml "
					   "says so"));
	return true;
}

static bool look_at_clipboard(struct doctor *d, GString *found)
{
	const char *why = clipboard_why_not(d->terminal.name);
	const char *tmux = getenv("TMUX");

	if (why)
		g_string_append(found, _(why));
	else if (tmux && *tmux)
		g_string_append(found, _("by OSC 52, through tmux: it needs "
					 "'set -g set-clipboard on'"));
	else
		g_string_append(found, _("by OSC 52, if the terminal lets "
					 "programs use it"));
	return true;
}

/* --- what was chosen ------------------------------------------------------- */

static bool look_at_theme(struct doctor *d, GString *found)
{
	g_string_append(found, d->preferences->theme_name);
	return true;
}

static bool look_at_keys(struct doctor *d, GString *found)
{
	guint own = d->config->bindings->len;

	g_string_append(found, d->preferences->profile->name);
	if (own)
		g_string_append_printf(found,
				       ngettext(", and %u of your own",
						", and %u of your own", own),
				       own);
	return true;
}

/* --- files ----------------------------------------------------------------- */

static bool look_at_configuration(struct doctor *d, GString *found)
{
	const GPtrArray *problems = d->config->problems;
	g_autofree char *path = config_path();
	g_autofree char *shown = store_display_name(path);

	g_string_append(found, shown);
	if (access(path, F_OK) != 0)
		g_string_append(found, _(": there is none, and none is "
					 "needed"));
	for (guint i = 0; i < problems->len; i++)
		g_string_append_printf(found, "\n%s",
				       (const char *)problems->pdata[i]);
	return !problems->len;
}

static bool look_at_state(struct doctor *d G_GNUC_UNUSED, GString *found)
{
	struct state_folder folder;
	int failed = state_open(STATE_HOME, NULL, true, &folder);
	g_autofree char *shown = NULL;

	if (failed) {
		g_string_append_printf(
			found,
			_("no folder for crash journals can be made: %s"),
			g_strerror(failed));
		return false;
	}
	shown = store_display_name(folder.path);
	failed = faccessat(folder.fd, ".", W_OK, 0) ? errno : 0;
	state_close(&folder);
	g_string_append_printf(found, "%s%s%s", shown, failed ? ": " : "",
			       failed ? g_strerror(failed) : "");
	return !failed;
}

static bool look_at_data(struct doctor *d G_GNUC_UNUSED, GString *found)
{
	g_autofree char *examples =
		g_build_filename(data_folder(), "examples", NULL);
	g_autofree char *shown = store_display_name(data_folder());
	bool there = g_file_test(examples, G_FILE_TEST_IS_DIR);

	g_string_append_printf(found, "%s%s", shown,
			       there ? "" : _(": no examples are there"));
	return there;
}

/* --- other programs -------------------------------------------------------- */

static bool look_for(const char *name, GString *found)
{
	g_autofree char *path = g_find_program_in_path(name);
	g_autofree char *shown = store_display_name(path ? path : name);

	if (path)
		g_string_append(found, shown);
	else
		g_string_append_printf(found, _("'%s' is not found"), shown);
	return path != NULL;
}

static bool look_for_diff(struct doctor *d G_GNUC_UNUSED, GString *found)
{
	return look_for("diff", found);
}

static bool look_for_diff3(struct doctor *d G_GNUC_UNUSED, GString *found)
{
	return look_for("diff3", found);
}

static bool look_for_editor(struct doctor *d G_GNUC_UNUSED, GString *found)
{
	g_autoptr(GError) error = NULL;
	g_auto(GStrv) words = outside_editor("", &error);

	if (words && *words)
		return look_for(words[0], found);
	g_string_append(found, error ? error->message : "");
	return false;
}

static const struct look looks[] = {
	{ .name = "terminal", .at = look_at_terminal },
	{ .name = "inside", .at = look_inside },
	{ .name = "locale", .at = look_at_locale },
	{ .name = "colours", .at = look_at_colours },
	{ .name = "glyphs", .at = look_at_glyphs },
	{ .name = "mouse", .at = look_at_mouse },
	{ .name = "clipboard", .at = look_at_clipboard },
	{ .name = "theme", .at = look_at_theme },
	{ .name = "keys", .at = look_at_keys },
	{ .name = "configuration", .at = look_at_configuration },
	{ .name = "state", .at = look_at_state },
	{ .name = "data", .at = look_at_data },
	{ .name = "diff", .at = look_for_diff },
	{ .name = "diff3", .at = look_for_diff3 },
	{ .name = "editor", .at = look_for_editor },
};

/* --- telling --------------------------------------------------------------- */

static void tell_person(const struct look *look, bool well, const char *found)
{
	g_autofree char *label =
		g_strconcat(well ? "  " : "! ", look->name, NULL);
	g_auto(GStrv) lines = g_strsplit(found, "\n", -1);

	page_put_beside(page_width(), label, COLUMN, lines[0]);
	for (size_t i = 1; lines[i]; i++)
		page_put(page_width(), COLUMN, 0, lines[i]);
}

static void tell_program(json_t *report, const struct look *look, bool well,
			 const char *found)
{
	json_t *object = json_object();

	json_out_set(object, "name", look->name);
	json_object_set_new(object, "well", json_boolean(well));
	json_out_set(object, "found", found);
	json_array_append_new(report, object);
}

static void look_at(struct doctor *d, const struct look *look)
{
	g_autoptr(GString) found = g_string_new(NULL);
	bool well = look->at(d, found);

	d->wrong += !well;
	if (d->report)
		tell_program(d->report, look, well, found->str);
	else
		tell_person(look, well, found->str);
}

static void sum_up(const struct doctor *d)
{
	if (d->wrong)
		say(stdout,
		    ngettext("%u thing is not as it should be",
			     "%u things are not as they should be", d->wrong),
		    d->wrong);
	else
		say(stdout, "%s", _("all is well"));
}

static int examine_all(bool json)
{
	const struct wishes none = { .glyphs = -1, .remember = true };
	g_autoptr(Config) config = config_read(NULL);
	g_autoptr(Preferences) preferences = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	struct doctor d = { .config = config };
	GError *error = NULL;

	preferences = preferences_new(config, &none, &error);
	if (!preferences)
		return complain_error(error);
	d.preferences = preferences;
	d.report = json ? json_array() : NULL;
	examine(&d.terminal);
	for (size_t i = 0; i < G_N_ELEMENTS(looks); i++)
		look_at(&d, &looks[i]);
	if (json) {
		json_out(out, d.report);
		puts(out->str);
	} else {
		sum_up(&d);
	}
	return d.wrong ? STATUS_FINDINGS : STATUS_GOOD;
}

static const struct option options[] = {
	{ .name = "json", .val = 'j' },
	OPTION_HELP,
	OPTION_VERSION,
	OPTIONS_END,
};

static int run(int argc, char **argv)
{
	bool json = false;
	int option, status;

	while ((option = options_next(&command_doctor, argc, argv, options,
				      &status)) != -1) {
		if (option == OPTION_DONE)
			return status;
		json |= option == 'j';
	}
	if (optind < argc)
		return complain(STATUS_USAGE, _("doctor takes no file; see "
						"'senseboard help doctor'"));
	return examine_all(json);
}

const struct command command_doctor = {
	.name = "doctor",
	.arguments = "[--json]",
	.help = N_("Say what there is around the program, and what is wrong "
		   "with it."),
	.details = N_("  --json           as a JSON array\n"),
	.run = run,
};
