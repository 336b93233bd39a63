/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A walk along the tables of rules and fields: names are unique, help is a
 * sentence, and the manual describes each row where it belongs, rules in the
 * words that `senseboard explain` has.
 *
 *	.It Ic no-what Pq Cm error
 *	.It Ic impression
 */
#include <criterion/criterion.h>
#include <string.h>

#include "../docs/page.h"
#include "journey/schema.h"
#include "rules/rules.h"

Test(tables, name_each_rule_once_and_help_with_it)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; rules_all[i]; i++) {
		page_expect_new(seen, rules_all[i]->name);
		page_expect_sentence(rules_all[i]->name, rules_all[i]->help);
	}
}

Test(tables, name_each_field_of_a_place_once_and_help_with_it)
{
	for (int kind = 0; kind < PLACE_KINDS; kind++) {
		g_autoptr(GHashTable) seen =
			g_hash_table_new(g_str_hash, g_str_equal);
		size_t n;
		const struct field *fields = schema_fields(kind, &n);

		for (size_t i = 0; i < n; i++) {
			page_expect_new(seen, fields[i].name);
			page_expect_sentence(fields[i].name, fields[i].help);
		}
	}
}

/* --- rules ----------------------------------------------------------------- */

/* What the manual tells of a rule, FROM its line on; NULL without one. */
static char *rule_told(const char *from, const struct rule *r)
{
	g_autofree char *line = g_strdup_printf("\n.It Ic %s Pq Cm %s\n",
						r->name, level_name(r->level));
	const char *item = strstr(from, line);
	const char *next = item ? strstr(item + 1, "\n.It ") : NULL;

	if (!item)
		return NULL;
	return g_strndup(item, next ? (size_t)(next - item) : strlen(item));
}

Test(tables, have_every_rule_in_the_manual_in_order)
{
	g_autofree char *manual = page_read("senseboard-rules.7");
	const char *from = manual;

	for (size_t i = 0; rules_all[i]; i++) {
		const struct rule *r = rules_all[i];
		g_autofree char *told = rule_told(from, r);

		cr_assert(told, "senseboard-rules(7): no '%s', %s, here",
			  r->name, level_name(r->level));
		cr_expect(page_tells(told, r->help), "%s: %s", r->name,
			  r->help);
		cr_expect(page_tells(told, r->why), "%s: %s", r->name, r->why);
		cr_expect(page_tells(told, r->remedy), "%s: %s", r->name,
			  r->remedy);
		if (r->sketch)
			cr_expect(page_tells(told, "In a sketch, too"),
				  "%s: a sketch", r->name);
		if (r->ready_raises)
			cr_expect(page_tells(told, "at status ready and live"),
				  "%s: ready", r->name);
		from = strstr(from, told);
	}
}

/* --- fields ---------------------------------------------------------------- */

/* Where senseboard(5) describes each kind of place. */
static char *fields_told(const char *manual, enum place_kind kind)
{
	static const char *const headings[PLACE_KINDS] = {
		[PLACE_JOURNEY] = ".Sh THE JOURNEY",
		[PLACE_CUSTOMER] = ".Ss Customers",
		[PLACE_OWNER] = ".Ss Owners",
		[PLACE_STAGE] = ".Ss Stages",
		[PLACE_TOUCHPOINT] = ".Sh TOUCHPOINTS",
	};

	return page_section(manual, headings[kind], kind == PLACE_TOUCHPOINT);
}

/* Whether a line begins with one of two macros and NAME is among its words:
 * ".It Ic id , name". */
static bool tells(const char *text, const char *macro, const char *other,
		  const char *name)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (char **line = lines; *line; line++) {
		g_auto(GStrv) words = g_strsplit(*line, " ", -1);

		if (!g_str_has_prefix(*line, macro) &&
		    !g_str_has_prefix(*line, other))
			continue;
		if (g_strv_contains((const char *const *)words, name))
			return true;
	}
	return false;
}

static void expect_field_told(const char *text, const struct field *f)
{
	const struct choice *c = f->choices;

	cr_expect(tells(text, ".It Ic ", ".It Ic ", f->name),
		  "senseboard(5) says nothing of '%s'", f->name);
	for (; c && c->name; c++)
		cr_expect(tells(text, ".It Cm ", ".Cm ", c->name),
			  "senseboard(5) says nothing of '%s: %s'", f->name,
			  c->name);
}

Test(tables, have_every_field_and_choice_in_the_manual)
{
	g_autofree char *manual = page_read("senseboard.5");

	for (int kind = 0; kind < PLACE_KINDS; kind++) {
		g_autofree char *text = fields_told(manual, kind);
		size_t n;
		const struct field *fields = schema_fields(kind, &n);

		for (size_t i = 0; i < n; i++)
			expect_field_told(text, &fields[i]);
	}
}

Test(tables, have_every_face_in_the_manual)
{
	g_autofree char *manual = page_read("senseboard.5");
	g_autofree char *text = page_section(manual, ".Ss Faces", false);

	for (int i = 0; i < FACES; i++) {
		const struct face *f = &schema_faces[i];
		g_autofree char *key =
			g_strdup_printf(".It %d Ta Cm %s Ta", i + 1, f->name);
		g_autofree char *ascii =
			g_strdup_printf("Ta Li %s Ta", f->ascii);

		cr_expect(page_has(text, key), "%s", key);
		cr_expect(strstr(text, ascii), "%s", ascii);
	}
}

Test(tables, have_every_channel_in_the_manual)
{
	g_autofree char *manual = page_read("senseboard.5");
	g_autofree char *text = page_section(manual, ".Ss Channels", false);
	size_t n;
	const struct channel *channels = schema_channels(&n);

	for (size_t i = 0; i < n; i++)
		cr_expect(tells(text, ".It Cm ", ".Cm ", channels[i].name),
			  "senseboard(5) says nothing of the channel '%s'",
			  channels[i].name);
}
