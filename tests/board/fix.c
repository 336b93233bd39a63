/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Quick fixes: every one that is offered for any finding of the bad files of
 * the rules does what it says, makes the finding vanish and nothing worse,
 * and is undone to the byte.
 */
#include "board/fix.h"

#include <criterion/criterion.h>
#include <string.h>

#include "board/board.h"

static struct board *read_board(const char *text)
{
	g_autoptr(GError) error = NULL;
	struct board *b =
		board_from_bytes(g_strdup(text), strlen(text), "t", &error);

	cr_assert(b && b->journey, "%s", error ? error->message : "");
	return b;
}

static char *text_of(const struct board *b)
{
	size_t len;

	return tree_emit(b->tree, &len);
}

static const struct finding *finding(const struct board *b, guint n)
{
	g_autoptr(GPtrArray) list = findings_list(b->findings);

	return n < list->len ? list->pdata[n] : NULL;
}

/* How often a place of that number and a rule have the same said of them. */
static unsigned count(const struct board *b, unsigned place,
		      const struct rule *rule, const char *message)
{
	g_autoptr(GPtrArray) list = findings_list(b->findings);
	unsigned n = 0;

	for (guint i = 0; i < list->len; i++) {
		const struct finding *f = list->pdata[i];

		n += f->place->number == place && f->rule == rule &&
		     strcmp(f->message, message) == 0;
	}
	return n;
}

/* Errors and warnings; not of places that were not there when there were
 * PLACES. */
static unsigned gravity(const struct board *b, unsigned places)
{
	g_autoptr(GPtrArray) list = findings_list(b->findings);
	unsigned n = 0;

	for (guint i = 0; i < list->len; i++) {
		const struct finding *f = list->pdata[i];

		n += f->level > LEVEL_HINT && f->place->number < places;
	}
	return n;
}

/* The first thing to choose, or some text; NULL if nothing is asked, or there
 * is nothing to choose from. */
static char *some_answer(const struct fix *fix, struct board *b,
			 const struct finding *f)
{
	g_autoptr(GPtrArray) choices = fix_choices(fix, b->journey, f);
	const struct fix_choice *first;

	if (!fix->question || (choices && !choices->len && !fix->adds))
		return NULL;
	if (!choices || (fix->adds && !choices->len))
		return g_strdup("Something new");
	first = choices->pdata[0];
	return g_strdup(first->name);
}

/* What is being tried, for whoever reads that it failed. */
struct trial {
	const char *file;
	const struct fix *fix;
	guint n;
};

static void expect_undone(const struct trial *t, struct board *b,
			  const char *before)
{
	g_autofree char *now = NULL;

	board_undo(b);
	now = text_of(b);
	cr_expect_str_eq(now, before, "%s, finding %u, %s", t->file, t->n,
			 t->fix->name);
}

/* Apply it; whether it could be applied. */
static bool try(const struct trial *t, const char *text)
{
	struct board *b = read_board(text);
	const struct finding *f = finding(b, t->n);
	unsigned places = b->journey->places->len, number = f->place->number;
	unsigned grave = gravity(b, places);
	g_autofree char *answer = some_answer(t->fix, b, f);
	g_autofree char *says = fix_says(t->fix, b->journey, f, answer);
	g_autofree char *message = g_strdup(f->message);
	const struct rule *rule = f->rule;
	unsigned n = count(b, number, rule, message);
	g_autoptr(GError) error = NULL;
	bool stuck = t->fix->question && !answer;
	const struct change *c =
		stuck ? NULL : fix_apply(t->fix, b->journey, f, answer, &error);
	bool done = c != NULL;

	cr_expect(c || error || stuck, "%s, finding %u: %s does nothing",
		  t->file, t->n, t->fix->name);
	if (c) {
		g_autofree char *now = NULL;

		cr_expect_str_eq(c->name, says);
		board_take(b, c);
		now = text_of(b);
		cr_expect(count(b, number, rule, message) < n,
			  "%s: '%s' does not mend '%s':\n%s", t->file, says,
			  message, now);
		cr_expect(gravity(b, places) <= grave,
			  "%s: '%s' makes it worse:\n%s", t->file, says, now);
		expect_undone(t, b, text);
	}
	board_free(b);
	return done;
}

/* Try every fix of every finding, and note which could be applied. */
static void try_all(const char *file, const char *text, GHashTable *worked)
{
	struct board *b = read_board(text);
	struct trial t = { .file = file };
	const struct finding *f;

	for (; (f = finding(b, t.n)); t.n++) {
		g_autoptr(GPtrArray) fixes = fixes_for(b->journey, f);

		for (guint i = 0; i < fixes->len; i++) {
			t.fix = fixes->pdata[i];
			if (try(&t, text))
				g_hash_table_add(worked, (gpointer)t.fix);
		}
	}
	board_free(b);
}

static void try_file(const char *folder, const char *file, GHashTable *worked)
{
	g_autofree char *path = g_build_filename(folder, file, NULL);
	g_autofree char *text = NULL;

	cr_assert(g_file_get_contents(path, &text, NULL, NULL), "%s", path);
	try_all(file, text, worked);
}

/* What no bad file has: a link from a later touchpoint, a stage whose owner
 * owns nothing in it, stages that do not say when they are. */
static const char more[] =
	"senseboard: 1\n"
	"title: T\n"
	"owners:\n"
	"  - id: baker\n"
	"stages:\n"
	"  - owner: baker\n"
	"    touchpoints:\n"
	"      - {id: a, what: A, how: A}\n"
	"  - touchpoints:\n"
	"      - {id: b, what: B, who: baker, how: B}\n"
	"      - {id: c, what: C, who: baker, how: C, answers: nobody}\n"
	"  - touchpoints:\n"
	"      - {id: d, what: D, who: baker, how: D}\n";

Test(fix, mends_what_it_is_for_and_nothing_else)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *folder =
		g_build_filename(top ? top : ".", "tests/rules/bad", NULL);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	g_autoptr(GHashTable) worked = g_hash_table_new(NULL, NULL);
	const char *file;

	cr_assert(dir);
	while ((file = g_dir_read_name(dir)))
		if (g_str_has_suffix(file, ".yaml"))
			try_file(folder, file, worked);
	try_all("more", more, worked);
	for (size_t i = 0; fixes_all[i]; i++)
		cr_expect(g_hash_table_contains(worked, fixes_all[i]),
			  "%s was never tried", fixes_all[i]->name);
}

Test(fix, is_of_rules_that_there_are)
{
	for (size_t i = 0; fixes_all[i]; i++) {
		const struct fix *fix = fixes_all[i];
		g_auto(GStrv) rules = g_strsplit(fix->rules, " ", -1);

		cr_expect_eq(fixes_find(fix->name), fix);
		cr_expect(g_str_has_suffix(fix->help, "."));
		for (char **rule = rules; *rule; rule++)
			cr_expect(rules_find(*rule), "%s: %s", fix->name,
				  *rule);
	}
}
