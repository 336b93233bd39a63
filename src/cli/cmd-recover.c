/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * senseboard recover: what crashes have left, without the full screen.
 *
 * FILE is a storyboard, whose latest journal is meant, or a journal itself.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/say.h"
#include "format/json-out.h"
#include "i18n.h"
#include "store/orphans.h"
#include "store/read.h"
#include "store/recovery.h"

struct wish {
	bool json;
	const char *print, *discard; /* a file, or NULL: list them */
};

/* --- finding ------------------------------------------------------------- */

/* Whether R tells more than the file it is about. */
static bool tells_more(const struct recovery *r)
{
	struct store_file file;
	struct text text;
	bool more;

	if (!r->document || !store_read(r->document, &file, NULL))
		return recovery_offers(r, NULL);
	text = (struct text){ file.bytes, file.len };
	more = recovery_offers(r, &text);
	store_file_clear(&file);
	return more;
}

/* The journals of DOCUMENT, or (NULL) all, that tell more than a file. */
static GPtrArray *find(const char *document)
{
	GPtrArray *found = orphans_read(document, NULL);

	for (guint i = found->len; i-- > 0;)
		if (!tells_more(found->pdata[i]))
			g_ptr_array_remove_index(found, i);
	return found;
}

/* What FILE means; none is complained of. */
static struct recovery *find_one(const char *file)
{
	struct recovery *r = recovery_read(file, NULL);
	g_autoptr(GPtrArray) found = NULL;
	g_autofree char *name = NULL;

	if (r)
		return r;
	found = find(file);
	if (found->len)
		return g_ptr_array_steal_index(found, 0);
	name = store_display_name(file);
	complain(STATUS_FILE, _("there is nothing to recover of '%s'"), name);
	return NULL;
}

/* --- telling ------------------------------------------------------------- */

static const char *last_name(const struct recovery *r)
{
	const struct recovery_change *c =
		r->done->len ? r->done->pdata[r->done->len - 1] : NULL;

	return c ? c->name : NULL;
}

static char *when(int64_t time, const char *format)
{
	g_autoptr(GDateTime) utc =
		g_date_time_new_from_unix_utc(time / G_USEC_PER_SEC);
	g_autoptr(GDateTime) here = utc ? g_date_time_to_local(utc) : NULL;

	return here ? g_date_time_format(here, format) : g_strdup("?");
}

static void tell(const struct recovery *r)
{
	g_autofree char *last = when(r->last, "%Y-%m-%d %H:%M");
	g_autofree char *document = r->document
					    ? store_display_name(r->document)
					    : g_strdup(_("(untitled)"));
	g_autofree char *journal = store_display_name(r->file);
	unsigned changes = recovery_unsaved(r);

	say(stdout, "%s", document);
	say(stdout,
	    ngettext("  %u change, until %s", "  %u changes, until %s",
		     changes),
	    changes, last);
	if (changes && last_name(r))
		say(stdout, _("  the last: %s"), last_name(r));
	if (r->draft)
		say(stdout, _("  being typed: %s"), r->draft_where);
	say(stdout, "  %s", journal);
}

static json_t *as_json(const struct recovery *r)
{
	json_t *object = json_object();
	g_autofree char *last = when(r->last, "%Y-%m-%dT%H:%M:%S%:z");

	json_out_set(object, "file", r->document);
	json_out_set(object, "journal", r->file);
	json_object_set_new(object, "changes",
			    json_integer((json_int_t)recovery_unsaved(r)));
	json_out_set(object, "last_change", last_name(r));
	json_out_set(object, "until", last);
	json_out_set(object, "typing_in", r->draft_where);
	json_out_set(object, "typed", r->draft);
	return object;
}

static int list_as_json(const GPtrArray *found)
{
	json_t *all = json_array();
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; i < found->len; i++)
		json_array_append_new(all, as_json(found->pdata[i]));
	json_out(out, all);
	g_string_append_c(out, '\n');
	fputs(out->str, stdout);
	return STATUS_GOOD;
}

static int list(bool json)
{
	g_autoptr(GPtrArray) found = find(NULL);

	if (json)
		return list_as_json(found);
	if (!found->len)
		say(stdout, "%s", _("there is nothing to recover"));
	for (guint i = 0; i < found->len; i++)
		tell(found->pdata[i]);
	return STATUS_GOOD;
}

/* --- doing --------------------------------------------------------------- */

/* To a file or a program as it is, so that it can be put in its place. */
static int print(const char *file)
{
	g_autoptr(Recovery) r = find_one(file);

	if (!r)
		return STATUS_FILE;
	if (isatty(STDOUT_FILENO))
		say_text(stdout, r->text.bytes, r->text.len);
	else
		fwrite(r->text.bytes, 1, r->text.len, stdout);
	return STATUS_GOOD;
}

static int discard(const char *file)
{
	g_autoptr(Recovery) r = find_one(file);
	g_autofree char *name = NULL;
	GError *error = NULL;

	if (!r)
		return STATUS_FILE;
	if (!orphan_discard(r->file, &error))
		return complain_error(error);
	name = store_display_name(r->document ? r->document : r->file);
	say(stdout, _("discarded what was left of '%s', to be kept %d days"),
	    name, TRASH_DAYS);
	return STATUS_GOOD;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ .name = "list", .val = 'l' },
		{ .name = "print", .has_arg = required_argument, .val = 'p' },
		{ .name = "discard", .has_arg = required_argument, .val = 'd' },
		{ .name = "json", .val = 'j' },
		OPTION_HELP,
		OPTION_VERSION,
		OPTIONS_END,
	};
	struct wish w = { .json = false };
	int option, status;

	while ((option = options_next(&command_recover, argc, argv, options,
				      &status)) != -1) {
		if (option == OPTION_DONE)
			return status;
		if (option == 'p')
			w.print = optarg;
		else if (option == 'd')
			w.discard = optarg;
		else
			w.json |= option == 'j';
	}
	if (optind < argc || (w.print && w.discard))
		return complain(STATUS_USAGE,
				_("recover lists, prints or discards; see "
				  "'senseboard help recover'"));
	if (w.print)
		return print(w.print);
	return w.discard ? discard(w.discard) : list(w.json);
}

const struct command command_recover = {
	.name = "recover",
	.arguments = "[--list | --print FILE | --discard FILE] [--json]",
	.help = N_("Show what a crash has left unsaved, and get it out."),
	.details = N_("  --list           all there is; so without an option\n"
		      "  --print FILE     the recovered text of a storyboard\n"
		      "  --discard FILE   to the trash, which is kept 30 days\n"
		      "  --json           the list as JSON\n"),
	.run = run,
};
