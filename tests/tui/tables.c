/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A walk along the tables of the interface: names are unique, help is a
 * sentence, and the manual has each command beside its keys.
 *
 *	.Ss In the panes
 *	.It Cm a F7 Ta Ic add-after Ta Add ...
 */
#include <criterion/criterion.h>
#include <string.h>

#include "../docs/page.h"
#include "tui/actions.h"
#include "tui/input.h"
#include "tui/key.h"
#include "tui/profiles.h"
#include "tui/save.h"
#include "tui/words.h"

static void expect_rows(const struct action *rows)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (; rows && rows->name; rows++) {
		page_expect_new(seen, rows->name);
		page_expect_sentence(rows->name, rows->help);
	}
}

Test(tables, name_each_action_once_and_help_with_it)
{
	expect_rows(app_actions);
	for (size_t i = 0; view_kinds[i]; i++)
		expect_rows(view_kinds[i]->actions);
	for (size_t i = 0; save_answers[i]; i++)
		expect_rows(save_answers[i]);
}

Test(tables, name_each_action_of_a_text_once_and_help_with_it)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	size_t n;
	const struct input_action *rows = input_actions(&n);

	for (size_t i = 0; i < n; i++) {
		page_expect_new(seen, rows[i].name);
		page_expect_sentence(rows[i].name, rows[i].help);
	}
}

Test(tables, name_each_view_once_and_help_with_it)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; view_kinds[i]; i++) {
		page_expect_new(seen, view_kinds[i]->name);
		page_expect_sentence(view_kinds[i]->name, view_kinds[i]->help);
	}
}

/* --- keys ------------------------------------------------------------------ */

static struct keymap *default_keys(void)
{
	g_autoptr(GError) error = NULL;
	struct keymap *keys = keymap_new(data_keys_conf, &words_known, &error);

	cr_assert(keys, "data/keys.conf: %s", error ? error->message : "");
	return keys;
}

Test(tables, have_an_action_for_every_key)
{
	keymap_free(default_keys());
}

/* ".It Cm a F7 Ta Ic add-after Ta": an action with all its keys in the order
 * of the text. */
static char *row_of(const struct binding *b, size_t n, const struct binding *of)
{
	GString *row = g_string_new(".It Cm");

	for (size_t i = 0; i < n; i++) {
		g_autofree char *name = key_to_name(b[i].key);

		if (!strcmp(b[i].context, of->context) &&
		    !strcmp(b[i].action, of->action))
			g_string_append_printf(row, " %s", name);
	}
	g_string_append_printf(row, " Ta Ic %s Ta", of->action);
	return g_string_free(row, FALSE);
}

/* What the manual says of a context: ".Ss In the panes". */
static char *section_of(const char *manual, const char *context)
{
	g_autofree char *heading =
		g_strdup_printf(".Ss %s", context_help(context));

	heading[4] = g_ascii_toupper(heading[4]);
	return page_section(manual, heading, false);
}

Test(tables, have_every_key_beside_its_action_in_the_manual)
{
	g_autofree char *manual = page_read("senseboard.1");
	struct keymap *keys = default_keys();
	size_t n;
	const struct binding *b = keymap_bindings(keys, &n);

	for (size_t i = 0; i < n; i++) {
		g_autofree char *text = section_of(manual, b[i].context);
		g_autofree char *row = row_of(b, n, &b[i]);

		cr_expect(page_has(text, row), "senseboard(1), %s: no line %s",
			  b[i].context, row);
	}
	keymap_free(keys);
}

/* The rows that the bindings of a layer make: one for each context and
 * action. */
static void add_rows(GHashTable *rows, const struct profile *p, unsigned layer)
{
	struct keymap *keys = profile_keys(p, NULL);
	size_t n;
	const struct binding *b = keymap_bindings(keys, &n);

	for (size_t i = 0; i < n; i++)
		if (b[i].layer == layer)
			g_hash_table_add(rows,
					 g_strjoin(" ", p->name, b[i].context,
						   b[i].action, NULL));
	keymap_free(keys);
}

/* The keys of the manual: as many rows as there are in the tables. */
Test(tables, have_no_key_in_the_manual_that_there_is_not)
{
	g_autofree char *manual = page_read("senseboard.1");
	g_autoptr(GHashTable) rows =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	unsigned told = 0;

	for (const struct profile *p = profiles; p->name; p++)
		add_rows(rows, p, p->text ? 1 : 0);
	for (const char *p = manual; (p = strstr(p, "\n.It Cm ")); p++)
		told += g_strstr_len(p, strcspn(p + 1, "\n"), " Ta Ic ") !=
			NULL;
	cr_expect_eq(told, g_hash_table_size(rows));
}

/* --- profiles ------------------------------------------------------------- */

static struct keymap *keys_of(const struct profile *p)
{
	g_autoptr(GError) error = NULL;
	struct keymap *keys = profile_keys(p, &error);

	cr_assert(keys, "%s: %s", p->name, error ? error->message : "");
	return keys;
}

Test(tables, name_each_profile_once_and_help_with_it)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (const struct profile *p = profiles; p->name; p++) {
		page_expect_new(seen, p->name);
		page_expect_sentence(p->name, p->help);
	}
}

/* Of two keys in one place neither is the other, nor its beginning. */
Test(tables, have_no_conflict_in_any_profile)
{
	for (const struct profile *p = profiles; p->name; p++) {
		struct keymap *keys = keys_of(p);
		size_t n;
		const struct binding *b = keymap_bindings(keys, &n);

		for (size_t i = 0; i < n; i++)
			for (size_t k = 0; k < i; k++)
				cr_expect(strcmp(b[i].context, b[k].context) ||
						  (b[i].key != b[k].key &&
						   key_first(b[i].key) !=
							   b[k].key &&
						   key_first(b[k].key) !=
							   b[i].key),
					  "%s, %s: %s and %s", p->name,
					  b[i].context, b[i].action,
					  b[k].action);
		keymap_free(keys);
	}
}

/* A profile may give a command another key, but takes none its last. */
Test(tables, have_a_key_for_every_command_in_every_profile)
{
	struct keymap *ours = default_keys();
	size_t n;
	const struct binding *b = keymap_bindings(ours, &n);

	for (const struct profile *p = profiles; p->name; p++) {
		struct keymap *keys = keys_of(p);

		for (size_t i = 0; i < n; i++) {
			const char *const here[] = { b[i].context, NULL };

			if (strcmp(b[i].action, "suspend") != 0)
				cr_expect(keymap_key(keys, here, b[i].action),
					  "%s, %s: no key for %s", p->name,
					  b[i].context, b[i].action);
		}
		keymap_free(keys);
	}
	keymap_free(ours);
}

Test(tables, have_pairs_for_vim_wherever_a_letter_has_its_meaning)
{
	struct keymap *keys = keys_of(profile_find("vim"));
	size_t n;
	const struct binding *b = keymap_bindings(keys, &n);

	for (size_t i = 0; i < n; i++) {
		cr_expect(b[i].key != 'g', "%s: g", b[i].context);
		cr_expect(b[i].key != 'd' || strcmp(b[i].action, "delete"),
			  "%s: d", b[i].context);
	}
	keymap_free(keys);
}

Test(tables, have_every_key_of_a_profile_in_the_manual)
{
	g_autofree char *manual = page_read("senseboard.1");

	for (const struct profile *p = profiles + 1; p->name; p++) {
		g_autofree char *heading =
			g_strconcat(".Ss The profile ", p->name, NULL);
		g_autofree char *told = page_section(manual, heading, false);
		struct keymap *keys = keys_of(p);
		size_t n;
		const struct binding *b = keymap_bindings(keys, &n);

		for (size_t i = 0; i < n; i++) {
			g_autofree char *name = key_to_name(b[i].key);
			g_autofree char *row =
				g_strdup_printf(".It Cm %s Ta Ic %s Ta %s",
						name, b[i].action,
						context_help(b[i].context));

			cr_expect(!b[i].layer || page_has(told, row),
				  "senseboard(1): no line %s", row);
		}
		keymap_free(keys);
	}
}

Test(tables, have_every_place_of_keys_in_the_manual)
{
	g_autofree char *manual = page_read("senseboard.1");
	g_autofree char *told =
		page_section(manual, ".Ss Keys of your own", false);
	struct keymap *keys = default_keys();
	size_t n;
	const struct binding *b = keymap_bindings(keys, &n);

	for (size_t i = 0; i < n; i++) {
		g_autofree char *place = g_strconcat(" ", b[i].context, NULL);

		cr_expect(strstr(told, place), "no place '%s'", b[i].context);
	}
	keymap_free(keys);
}

static void expect_actions_told(const char *manual, const struct action *rows)
{
	for (; rows && rows->name; rows++) {
		g_autofree char *ic =
			g_strdup_printf(" Ta Ic %s Ta", rows->name);

		cr_expect(strstr(manual, ic),
			  "senseboard(1) says nothing of '%s'", rows->name);
	}
}

Test(tables, have_every_action_in_the_manual)
{
	g_autofree char *manual = page_read("senseboard.1");

	expect_actions_told(manual, app_actions);
	for (size_t i = 0; view_kinds[i]; i++)
		expect_actions_told(manual, view_kinds[i]->actions);
	for (size_t i = 0; save_answers[i]; i++)
		expect_actions_told(manual, save_answers[i]);
}
