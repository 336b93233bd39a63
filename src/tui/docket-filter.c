/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns which findings are listed: of what level, rule and stage; and the
 * title that says so.
 *
 * One question asks for all three.  Its answers are words such as "rule
 * no-who", which the same table takes apart again.
 */
#include "tui/docket.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "tui/ask.h"
#include "tui/menu.h"
#include "tui/show.h"

static const struct place *stage_of(const struct place *p)
{
	return p->kind == PLACE_TOUCHPOINT ? p->up : p;
}

bool docket_passes(const struct docket *d, const struct finding *f)
{
	const struct docket_filter *only = &d->filter;

	return f->level >= only->least &&
	       (!only->rule || f->rule == only->rule) &&
	       (!only->by_stage || stage_of(f->place)->number == only->stage);
}

bool docket_filters(const struct docket *d)
{
	return d->filter.least > LEVEL_NONE || d->filter.rule ||
	       d->filter.by_stage;
}

static void set(struct docket *d, struct docket_filter filter)
{
	d->filter = filter;
	d->stale = true;
	docket_settle(d);
}

void docket_clear_filter(struct docket *d)
{
	set(d, (struct docket_filter){ .least = LEVEL_NONE });
}

/* What is shown of the levels. */
static const char *level_words(enum level least)
{
	switch (least) {
	case LEVEL_ERROR:
		return _("errors alone");
	case LEVEL_WARNING:
		return _("errors and warnings");
	default:
		return _("all of them");
	}
}

void docket_next_level(struct docket *d)
{
	struct docket_filter filter = d->filter;

	filter.least = filter.least == LEVEL_ERROR     ? LEVEL_NONE
		       : filter.least == LEVEL_WARNING ? LEVEL_ERROR
						       : LEVEL_WARNING;
	set(d, filter);
	app_say(d->app, ROLE_CONTENT, _("listed: %s"),
		level_words(filter.least));
}

/* --- the question --------------------------------------------------------- */

static const char to_level[] = "level ", to_rule[] = "rule ",
		  to_stage[] = "stage ";

static char *how_many(unsigned n)
{
	return g_strdup_printf(ngettext("%u finding", "%u findings", n), n);
}

static void offer_level(struct menu *menu, enum level least)
{
	menu_add(menu, g_strconcat(to_level, level_name(least), NULL),
		 g_strdup(level_words(least)), NULL);
}

/* All there are, whatever is listed now. */
static GPtrArray *everything(const struct docket *d)
{
	GPtrArray *list = findings_list(d->app->desk->board->findings);

	if (d->waiting)
		g_ptr_array_extend_and_steal(
			list,
			findings_list_deferred(d->app->desk->board->findings));
	return list;
}

static void offer_rules(struct menu *menu, const GPtrArray *list)
{
	for (size_t i = 0; rules_all[i]; i++) {
		unsigned n = 0;

		for (guint k = 0; k < list->len; k++)
			n += ((const struct finding *)list->pdata[k])->rule ==
			     rules_all[i];
		if (n)
			menu_add(menu,
				 g_strconcat(to_rule, rules_all[i]->name, NULL),
				 g_strdup(rules_all[i]->name), how_many(n));
	}
}

static void offer_stages(const struct docket *d, struct menu *menu,
			 const GPtrArray *list)
{
	const GPtrArray *stages = app_journey(d->app)->root->children;

	for (guint i = 0; i < stages->len; i++) {
		const struct place *stage = stages->pdata[i];
		unsigned n = 0;

		for (guint k = 0; k < list->len; k++)
			n += stage_of(((const struct finding *)list->pdata[k])
					      ->place) == stage;
		if (n)
			menu_add(menu,
				 g_strdup_printf("%s%u", to_stage,
						 stage->number),
				 show_path(d->app, d->app->canvas, stage),
				 how_many(n));
	}
}

/* The view that asked, wherever it is by now; or NULL. */
static struct docket *asker(struct app *app)
{
	struct view *v = app_base(app);

	return v->kind == &view_findings_kind ? docket_of(v) : NULL;
}

static bool take(struct app *app, const char *name, void *data G_GNUC_UNUSED)
{
	struct docket *d = asker(app);
	struct docket_filter filter = { .least = LEVEL_NONE };

	if (!d)
		return true;
	if (g_str_has_prefix(name, to_level))
		filter.least = level_find(name + strlen(to_level));
	else if (g_str_has_prefix(name, to_rule))
		filter.rule = rules_find(name + strlen(to_rule));
	else
		filter = (struct docket_filter){
			.by_stage = true,
			.stage = (unsigned)strtoul(name + strlen(to_stage),
						   NULL, 10)
		};
	set(d, filter);
	return true;
}

void docket_ask_filter(struct docket *d)
{
	g_autoptr(GPtrArray) list = everything(d);
	struct menu *menu = menu_new();

	offer_level(menu, LEVEL_NONE);
	offer_level(menu, LEVEL_WARNING);
	offer_level(menu, LEVEL_ERROR);
	offer_rules(menu, list);
	offer_stages(d, menu, list);
	ask_choice(d->app, &(struct ask_list){
				   .title = _("Which findings?"),
				   .help = _("By level, by rule or by stage; "
					     "type to find one."),
				   .items = menu_items(menu),
				   .done = take,
			   });
	menu_free(menu);
}

/* --- the title ------------------------------------------------------------ */

static void append_count(GString *out, unsigned n, const char *words)
{
	if (!n)
		return;
	g_string_append(out, out->len ? ", " : "");
	g_string_append_printf(out, "%u %s", n, words);
}

static char *counts(const struct docket *d)
{
	const unsigned *n = d->listed;
	GString *out = g_string_new(NULL);

	append_count(out, n[LEVEL_ERROR],
		     ngettext("error", "errors", n[LEVEL_ERROR]));
	append_count(out, n[LEVEL_WARNING],
		     ngettext("warning", "warnings", n[LEVEL_WARNING]));
	append_count(out, n[LEVEL_HINT],
		     ngettext("hint", "hints", n[LEVEL_HINT]));
	return g_string_free(out, FALSE);
}

/* What the filter lets through; "" if all. */
static char *kept(const struct docket *d)
{
	const struct place *stage;

	if (d->filter.rule)
		return g_strdup(d->filter.rule->name);
	if (d->filter.least > LEVEL_NONE)
		return g_strdup(level_words(d->filter.least));
	stage = d->filter.by_stage ? app_place(d->app, d->filter.stage) : NULL;
	return stage ? show_path(d->app, d->app->canvas, stage) : g_strdup("");
}

char *docket_title(const struct docket *d)
{
	g_autofree char *only = kept(d), *count = counts(d);
	GString *out = g_string_new(_("Findings"));

	if (*only)
		g_string_append_printf(out, " · %s", only);
	if (*count)
		g_string_append_printf(out, " · %s", count);
	return g_string_free(out, FALSE);
}
