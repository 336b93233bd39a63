/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * senseboard show: the journey as plain text, for reading and for reading
 * aloud.
 *
 *	I replace my debit card
 *	  promise: A routine call leaves me feeling cared for
 *
 *	1 The call
 *	  1.1 Jocelyn answers
 *	    what: You tell your story once
 *	    who: Jocelyn
 *
 * Everything that says something is there, in the order of the field table;
 * keys of the designer's own come last, as they are written.
 */
#include "config.h"

#include <stdio.h>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/page.h"
#include "cli/reader.h"
#include "cli/say.h"
#include "i18n.h"
#include "journey/measure.h"

struct show {
	const struct journey *journey;
	int width;
};

static void put(const struct show *s, int indent, const char *text)
{
	page_put(s->width, indent, PAGE_STEP, text);
}

static void put_pair(const struct show *s, int indent, const char *label,
		     const char *text)
{
	g_autofree char *line = g_strdup_printf("%s: %s", label, text);

	put(s, indent, g_strchomp(line));
}

/* Whether the field is told elsewhere, as a heading, or not at all: an id is
 * for the file, and what refers to it is shown by its name. */
static bool is_elsewhere(const struct place *p, int field, enum field_kind kind)
{
	if (kind == FIELD_CHILDREN)
		return true;
	if (p->kind == PLACE_JOURNEY)
		return field == J_TITLE || field == J_SENSEBOARD;
	return field == PLACE_NAME || field == PLACE_ID;
}

/* A key that is no field, with all that stands in it. */
static void put_other(const struct show *s, int indent, uint32_t entry)
{
	const struct tree *t = s->journey->tree;
	g_autofree char *key = tree_key(t, entry);
	g_autofree char *value = tree_value(t, entry);
	GString *out = g_string_new(NULL);

	for (uint32_t e = tree_first(t, entry); e; e = tree_next(t, e))
		tree_emit_entry(t, e, out);
	put_pair(s, indent, key ? key : "?",
		 value ? value : g_strstrip(out->str));
	g_string_free(out, TRUE);
}

/* Each measure on a line; false where one is none, to be shown as it is. */
static bool put_measures(const struct show *s, const struct place *p,
			 int indent, const char *label)
{
	const struct journey *j = s->journey;
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	bool ok = true;

	for (uint32_t e = measure_first(j, p); e && ok;
	     e = measure_next(j, e)) {
		struct measure m;

		ok = measure_read(&m, j->tree, e);
		g_ptr_array_add(lines, measure_words(&m));
		measure_clear(&m);
	}
	for (guint i = 0; ok && i < lines->len; i++)
		put_pair(s, indent, label, lines->pdata[i]);
	return ok && lines->len;
}

static void put_fields(const struct show *s, const struct place *p, int indent)
{
	const struct tree *t = s->journey->tree;
	uint32_t map = place_map(s->journey, p);
	size_t n;
	const struct field *fields = schema_fields(p->kind, &n);

	for (size_t i = 0; i < n; i++) {
		g_autofree char *text = NULL;

		if (is_elsewhere(p, (int)i, fields[i].kind) ||
		    place_blank(s->journey, p, (int)i))
			continue;
		if (p->kind == PLACE_TOUCHPOINT && i == T_MEASURES &&
		    put_measures(s, p, indent, _("measure")))
			continue;
		text = place_shown(s->journey, p, (int)i);
		put_pair(s, indent, _(fields[i].label), text);
	}
	for (uint32_t e = map ? tree_first(t, map) : 0; e; e = tree_next(t, e))
		if (!place_is_field(p, e) && !tree_blank(t, e))
			put_other(s, indent, e);
}

/* A heading, NUMBER before it, and the fields below. */
static void put_place(const struct show *s, const struct place *p, int indent,
		      const char *number)
{
	g_autofree char *title = place_title(s->journey, p);
	g_autofree char *line = g_strconcat(number, title, NULL);

	put(s, indent, line);
	put_fields(s, p, indent + PAGE_STEP);
}

static void put_people(const struct show *s, const char *heading,
		       const GPtrArray *people)
{
	if (people->len == 0)
		return;
	putchar('\n');
	put(s, 0, heading);
	for (guint i = 0; i < people->len; i++)
		put_place(s, people->pdata[i], PAGE_STEP, "");
}

static void put_stage(const struct show *s, const struct place *stage)
{
	g_autofree char *number = g_strdup_printf("%u ", stage->index + 1);

	putchar('\n');
	put_place(s, stage, 0, number);
	for (guint i = 0; i < stage->children->len; i++) {
		g_autofree char *both =
			g_strdup_printf("%u.%u ", stage->index + 1, i + 1);

		putchar('\n');
		put_place(s, stage->children->pdata[i], PAGE_STEP, both);
	}
}

static void show_journey(const struct show *s)
{
	const struct journey *j = s->journey;

	put_place(s, j->root, 0, "");
	put_people(s, _("Customers"), j->customers);
	put_people(s, _("Owners"), j->owners);
	for (guint i = 0; i < j->root->children->len; i++)
		put_stage(s, journey_stage(j, i));
}

static int show_file(const char *path, int width)
{
	GError *error = NULL;
	g_autofree char *name = reader_name(path);
	g_autoptr(Board) b = reader_open(path, &error);
	struct show s = { .width = width };

	if (!b)
		return complain_error(error);
	if (!b->journey)
		return complain(STATUS_FILE,
				_("cannot read '%s', line %u, column %u: %s"),
				name, MAX(b->where.line, 1),
				MAX(b->where.column, 1), b->problem);
	s.journey = b->journey;
	show_journey(&s);
	return STATUS_GOOD;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ .name = "width", .has_arg = required_argument, .val = 'w' },
		OPTION_HELP,
		OPTION_VERSION,
		OPTIONS_END,
	};
	int width = page_width();
	int option, status;

	while ((option = options_next(&command_show, argc, argv, options,
				      &status)) != -1) {
		if (option == OPTION_DONE)
			return status;
		width = page_read_width(optarg);
		if (!width)
			return complain(STATUS_USAGE,
					_("cannot use width '%s'; it is a "
					  "number from %d on"),
					optarg, PAGE_LEAST);
	}
	if (argc - optind != 1)
		return complain(STATUS_USAGE, _("show needs one file; see "
						"'senseboard help show'"));
	return show_file(argv[optind], width);
}

const struct command command_show = {
	.name = "show",
	.arguments = "[--width COLUMNS] FILE",
	.help = N_("Print a journey as plain text; '-' is standard input."),
	.details = N_("  --width COLUMNS   as wide as that, not as the "
		      "terminal\n"),
	.run = run,
};
