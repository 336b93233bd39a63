/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of quick fixes, and running one.  The rows stand beside their
 * functions: owners in fix-owner.c, values and references in fix-value.c,
 * stages in fix-stage.c, links between touchpoints and senses in fix-link.c.
 */
#include "board/fix.h"

#include <string.h>

#include "board/fix-own.h"
#include "journey/follow.h"
#include "journey/tie.h"
#include "journey/write.h"
#include "rules/judge.h"

const struct fix *const fixes_all[] = {
	&fix_respell,	     &fix_choose_owner,
	&fix_keep_owner,     &fix_declare_owner,
	&fix_take_part,	     &fix_own_below,
	&fix_maintainer,     &fix_choose_value,
	&fix_own_id,	     &fix_repoint,
	&fix_add_need,	     &fix_add_stage,
	&fix_say_when,	     &fix_sort_stages,
	&fix_add_touchpoint, &fix_remove_stage,
	&fix_answer,	     &fix_follow_up,
	&fix_unused_senses,  &fix_give_reason,
	&fix_take_out,	     NULL,
};

const struct fix *fixes_find(const char *name)
{
	for (size_t i = 0; fixes_all[i]; i++)
		if (strcmp(fixes_all[i]->name, name) == 0)
			return fixes_all[i];
	return NULL;
}

static struct fix_job job_of(struct journey *j, const struct finding *f,
			     const char *answer)
{
	return (struct fix_job){
		.journey = j, .place = f->place, .found = f, .answer = answer
	};
}

/* Whether a rule is among those of a fix, which stand between blanks. */
static bool is_for(const struct fix *fix, const struct rule *rule)
{
	size_t len = strlen(rule->name);

	for (const char *p = fix->rules; (p = strstr(p, rule->name)); p += len)
		if ((p == fix->rules || p[-1] == ' ') &&
		    (p[len] == ' ' || !p[len]))
			return true;
	return false;
}

char *fix_says(const struct fix *fix, struct journey *j,
	       const struct finding *f, const char *answer)
{
	struct fix_job job = job_of(j, f, answer);

	return fix->says(&job);
}

static void free_choice(void *data)
{
	struct fix_choice *choice = data;

	g_free(choice->name);
	g_free(choice->label);
	g_free(choice);
}

GPtrArray *fix_choices(const struct fix *fix, struct journey *j,
		       const struct finding *f)
{
	struct fix_job job = job_of(j, f, NULL);
	GPtrArray *choices;

	if (!fix->offer)
		return NULL;
	choices = g_ptr_array_new_with_free_func(free_choice);
	fix->offer(&job, choices);
	return choices;
}

GPtrArray *fixes_for(struct journey *j, const struct finding *f)
{
	GPtrArray *fixes = g_ptr_array_new();

	for (size_t i = 0; fixes_all[i]; i++) {
		const struct fix *fix = fixes_all[i];
		g_autofree char *does =
			is_for(fix, f->rule) ? fix_says(fix, j, f, NULL) : NULL;

		if (does)
			g_ptr_array_add(fixes, (gpointer)fix);
	}
	return fixes;
}

const struct change *fix_apply(const struct fix *fix, struct journey *j,
			       const struct finding *f, const char *answer,
			       GError **error)
{
	struct fix_job job = job_of(j, f, answer);
	char *name = fix->says(&job);
	bool ok;

	history_begin(j->tree);
	ok = name && fix->apply(&job, error);
	return write_end(j, ok, name, f->place->entry,
			 f->field < 0 ? (int)PLACE_NAME : f->field);
}

/* --- what the fixes share -------------------------------------------------- */

void fix_offer(GPtrArray *choices, char *take_name, char *take_label)
{
	struct fix_choice *choice = g_new(struct fix_choice, 1);

	*choice = (struct fix_choice){ .name = take_name, .label = take_label };
	g_ptr_array_add(choices, choice);
}

char *fix_reference(const struct journey *j, const struct place *p)
{
	return follow_text(j, p, NULL);
}

void fix_offer_place(const struct fix_job *job, GPtrArray *choices,
		     const struct place *p)
{
	char *name = fix_reference(job->journey, p);

	if (name)
		fix_offer(choices, name, place_title(job->journey, p));
}

char *fix_value(const struct fix_job *job)
{
	const struct finding *f = job->found;
	const struct tree *t = job->journey->tree;
	char *text =
		f->at_value ? tree_value(t, f->entry) : tree_key(t, f->entry);

	return text ? text : g_strdup("");
}

char *fix_quote(const struct fix_job *job)
{
	g_autofree char *text = fix_value(job);

	return judge_quote(text);
}

char *fix_title(const struct fix_job *job, const struct place *p)
{
	g_autofree char *title = place_title(job->journey, p);

	return judge_quote(title);
}

bool fix_append(struct journey *j, struct place *p, int field, const char *text,
		GError **error)
{
	g_autoptr(GPtrArray) texts = place_texts(j, p, field);

	for (guint i = 0; i < texts->len; i++)
		if (strcmp(texts->pdata[i], text) == 0)
			return true;
	g_ptr_array_add(texts, g_strdup(text));
	g_ptr_array_add(texts, NULL);
	return write_list(j, p, field, (const char *const *)texts->pdata,
			  error);
}

/* The touchpoints that are after (LATER) or before this one. */
static void offer_others(const struct fix_job *job, GPtrArray *choices,
			 bool later)
{
	const struct journey *j = job->journey;
	const struct place *here = job->place;

	for (unsigned i = 0; i < j->root->children->len; i++) {
		const struct place *stage = journey_stage(j, i);

		for (guint k = 0; k < stage->children->len; k++) {
			const struct place *p = stage->children->pdata[k];

			if (p != here && place_is_later(p, here) == later)
				fix_offer_place(job, choices, p);
		}
	}
}

void fix_offer_later(const struct fix_job *job, GPtrArray *choices)
{
	offer_others(job, choices, true);
}

void fix_offer_earlier(const struct fix_job *job, GPtrArray *choices)
{
	offer_others(job, choices, false);
}
