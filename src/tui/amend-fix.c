/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what is done about a finding: mending it, with the questions that a
 * quick fix asks, and waiving it with a reason.
 *
 * While a question stands anything may happen to the journey, and findings
 * are gone with every change, so the answer looks for the finding again.
 */
#include "tui/amend.h"

#include <string.h>

#include "board/fix.h"
#include "i18n.h"
#include "tui/menu.h"
#include "tui/show.h"

/* A finding that something was asked about, and the fix that asked. */
struct wanted {
	unsigned place;
	const struct rule *rule;
	int field;
	uint32_t entry;
	const struct fix *fix;
};

static struct wanted *wanted_new(const struct finding *f, const struct fix *fix)
{
	struct wanted *w = g_new(struct wanted, 1);

	*w = (struct wanted){ .place = f->place->number,
			      .rule = f->rule,
			      .field = f->field,
			      .entry = f->entry,
			      .fix = fix };
	return w;
}

static const struct finding *find_in(const GPtrArray *list,
				     const struct wanted *w)
{
	for (guint i = 0; i < list->len; i++) {
		const struct finding *f = list->pdata[i];

		if (f->place->number == w->place && f->rule == w->rule &&
		    f->field == w->field && f->entry == w->entry)
			return f;
	}
	return NULL;
}

/* The finding, if it is still there; those that wait are findings too. */
static const struct finding *find(struct app *app, const struct wanted *w)
{
	const struct findings *all = app->desk->board->findings;
	g_autoptr(GPtrArray) list = findings_list(all);
	const struct finding *f = find_in(list, w);

	if (!f && findings_deferred(all)) {
		g_autoptr(GPtrArray) waiting = findings_list_deferred(all);

		f = find_in(waiting, w);
	}
	if (!f)
		app_say(app, ROLE_WARNING, "%s",
			_("what was found wrong is no longer there"));
	return f;
}

static const struct field *field_of(const struct finding *f)
{
	size_t n;
	const struct field *fields = schema_fields(f->place->kind, &n);

	return f->field < 0 ? NULL : &fields[f->field];
}

/* Whether there is a field at fault that people can fill in. */
static bool can_edit(const struct finding *f)
{
	const struct field *field = field_of(f);

	return field && field->kind != FIELD_CHILDREN;
}

/* Whether to edit a value that is wrong is a way beside its quick fixes. */
static bool wants_edit(const struct finding *f)
{
	const struct field *field = field_of(f);

	return field && f->at_value &&
	       (field->kind == FIELD_DATE || field->kind == FIELD_DURATION ||
		field->kind == FIELD_OTHER);
}

static char *edit_says(const struct finding *f)
{
	return g_strdup_printf(_("edit '%s'"), _(field_of(f)->label));
}

static void edit(struct app *app, const struct finding *f)
{
	amend_field(app, f->place, f->field);
}

/* --- mending --------------------------------------------------------------- */

static bool apply(struct app *app, const struct finding *f,
		  const struct fix *fix, const char *answer)
{
	GError *error = NULL;
	const struct change *change =
		fix_apply(fix, app_journey(app), f, answer, &error);

	return app_take(app, change, error, true);
}

static bool take_answer(struct app *app, const char *answer, void *data)
{
	const struct wanted *w = data;
	const struct finding *f = *answer ? find(app, w) : NULL;

	return !f || apply(app, f, w->fix, answer);
}

static void ask_for_text(struct app *app, const struct finding *f,
			 const struct fix *fix)
{
	g_autofree char *says = fix_says(fix, app_journey(app), f, NULL);

	ask_text(app, &(struct ask){ .title = _(fix->question),
				     .help = says,
				     .done = take_answer,
				     .data = wanted_new(f, fix),
				     .free_data = g_free });
}

static void ask_to_choose(struct app *app, const struct finding *f,
			  const struct fix *fix, const GPtrArray *choices)
{
	g_autofree char *says = fix_says(fix, app_journey(app), f, NULL);
	struct menu *menu = menu_new();

	for (guint i = 0; i < choices->len; i++) {
		const struct fix_choice *c = choices->pdata[i];

		menu_add(menu, g_strdup(c->name), g_strdup(c->label), NULL);
	}
	ask_choice(app, &(struct ask_list){ .title = _(fix->question),
					    .help = says,
					    .items = menu_items(menu),
					    .add = fix->adds,
					    .done = take_answer,
					    .data = wanted_new(f, fix),
					    .free_data = g_free });
	menu_free(menu);
}

/* Where there is one answer, there is nothing to ask. */
static bool start(struct app *app, const struct finding *f,
		  const struct fix *fix)
{
	g_autoptr(GPtrArray) choices = fix_choices(fix, app_journey(app), f);
	const struct fix_choice *only;

	if (!fix->question)
		return apply(app, f, fix, NULL);
	if (!choices) {
		ask_for_text(app, f, fix);
		return true;
	}
	if (choices->len == 1 && !fix->adds) {
		only = choices->pdata[0];
		return apply(app, f, fix, only->name);
	}
	if (!choices->len && !fix->adds)
		app_say(app, ROLE_WARNING, "%s",
			_("there is nothing here to choose from"));
	else
		ask_to_choose(app, f, fix, choices);
	return true;
}

static bool start_chosen(struct app *app, const char *name, void *data)
{
	const struct finding *f = find(app, data);
	const struct fix *fix = fixes_find(name);

	if (f && !fix)
		edit(app, f);
	return !f || !fix || start(app, f, fix);
}

/* Several ways: each says what it would do. */
static void ask_for_fix(struct app *app, const struct finding *f,
			const GPtrArray *fixes)
{
	struct menu *menu = menu_new();

	for (guint i = 0; i < fixes->len; i++) {
		const struct fix *fix = fixes->pdata[i];

		menu_add(menu, g_strdup(fix->name),
			 fix_says(fix, app_journey(app), f, NULL), NULL);
	}
	if (wants_edit(f))
		menu_add(menu, g_strdup(""), edit_says(f), NULL);
	ask_choice(app, &(struct ask_list){ .title = _("What shall be done?"),
					    .help = f->message,
					    .items = menu_items(menu),
					    .done = start_chosen,
					    .data = wanted_new(f, NULL),
					    .free_data = g_free });
	menu_free(menu);
}

void amend_fix(struct app *app, const struct finding *f)
{
	g_autoptr(GPtrArray) fixes = fixes_for(app_journey(app), f);

	if (fixes->len > 1 || (fixes->len && wants_edit(f)))
		ask_for_fix(app, f, fixes);
	else if (fixes->len)
		start(app, f, fixes->pdata[0]);
	else if (can_edit(f))
		edit(app, f);
	else
		app_say(app, ROLE_CONTENT, _("no quick fix: %s"), f->remedy);
}

char *amend_fix_says(const struct app *app, const struct finding *f)
{
	struct journey *j = app_journey(app);
	g_autoptr(GPtrArray) fixes = fixes_for(j, f);
	g_autofree char *first = NULL;
	unsigned others;

	if (!fixes->len)
		return can_edit(f) ? edit_says(f) : NULL;
	first = fix_says(fixes->pdata[0], j, f, NULL);
	others = fixes->len - 1 + wants_edit(f);
	if (!others)
		return g_steal_pointer(&first);
	return g_strdup_printf(ngettext("%s, or %u other way",
					"%s, or %u other ways", others),
			       first, others);
}

/* --- waiving --------------------------------------------------------------- */

/* A reason is what makes a waiver a decision. */
static bool waive(struct app *app, const char *text, void *data)
{
	g_autofree char *because = g_strstrip(g_strdup(text));
	const struct finding *f;
	const char *names[] = { NULL, NULL, NULL };
	GError *error = NULL;

	if (!*because) {
		app_say(app, ROLE_WARNING, "%s",
			_("a waiver wants a reason: whoever reads it next "
			  "will ask"));
		return false;
	}
	f = find(app, data);
	if (!f)
		return true;
	names[0] = f->rule->name;
	names[1] = f->also ? f->also->name : NULL;
	return app_take(app,
			journey_waive(app_journey(app), f->place, names,
				      because, &error),
			error, true);
}

void amend_waive(struct app *app, const struct finding *f)
{
	g_autofree char *title =
		g_strdup_printf(_("Why is it all right? (waives %s)"),
				f->rule->name);

	ask_text(app, &(struct ask){ .title = title,
				     .help = f->message,
				     .verb = _("waive"),
				     .done = waive,
				     .data = wanted_new(f, NULL),
				     .free_data = g_free });
}
