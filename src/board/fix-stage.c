/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fixes of the way from end to end: a stage that is missing, empty, out of
 * order, or does not say when it is.
 */
#include "board/fix-own.h"

#include <string.h>

#include "i18n.h"
#include "journey/write.h"
#include "rules/judge.h"

/* The phases as a stage writes them, and what a stage for one is called. */
static const struct {
	const char *when, *name;
} phases[PHASE_NONE] = {
	{ .when = "before", .name = N_("Before the visit") },
	{ .when = "during", .name = N_("The visit") },
	{ .when = "after", .name = N_("After the visit") },
};

/* The phase that a finding misses, or PHASE_NONE. */
static unsigned missing(const struct fix_job *job)
{
	unsigned phase = 0;

	while (phase < PHASE_NONE &&
	       g_strcmp0(job->found->meant, phases[phase].when) != 0)
		phase++;
	return phase;
}

static const struct place *stage_at(const struct journey *j, unsigned i)
{
	return journey_stage(j, i);
}

/* --- a stage that is missing ------------------------------------------------- */

static char *says_add_stage(const struct fix_job *job)
{
	unsigned phase = missing(job);

	if (phase == PHASE_NONE)
		return NULL;
	return g_strdup_printf(_("add the stage “%s”, and what happens first "
				 "in it"),
			       _(phases[phase].name));
}

/* Before the first stage of a later phase. */
static unsigned index_for(const struct journey *j, unsigned phase)
{
	unsigned i = 0;

	for (; i < j->root->children->len; i++) {
		unsigned other = place_phase(stage_at(j, i));

		if (other != PHASE_NONE && other > phase)
			break;
	}
	return i;
}

/* The lines of a stage, with a touchpoint in it. */
static bool say_stage(const struct fix_job *job, unsigned phase, GString *out,
		      GError **error)
{
	const char *name = _(phases[phase].name);
	struct journey *j = job->journey;
	g_autofree char *id = journey_make_id(j, PLACE_STAGE, name);
	g_autofree char *tp = journey_make_id(j, PLACE_TOUCHPOINT, job->answer);

	g_string_append_printf(out, "- id: %s\n  name: %s\n  when: %s\n", id,
			       name, phases[phase].when);
	g_string_append(out, "  touchpoints:\n    - id:");
	if (!write_say(out, tp, SAY_TEXT, 6, error))
		return false;
	g_string_append(out, "\n      name:");
	if (!write_say(out, job->answer, SAY_TEXT, 6, error))
		return false;
	g_string_append_c(out, '\n');
	return true;
}

static bool add_stage(const struct fix_job *job, GError **error)
{
	struct journey *j = job->journey;
	unsigned phase = missing(job);
	const struct place *next = stage_at(j, index_for(j, phase));
	g_autoptr(GString) text = g_string_new(NULL);
	uint32_t list = write_children(j, j->root, J_STAGES, error);

	return list && say_stage(job, phase, text, error) &&
	       edit_insert(j->tree, list, next ? next->entry : 0, text->str,
			   error);
}

const struct fix fix_add_stage = {
	.name = "add-stage",
	.help = N_("Add the stage that is missing, with a first touchpoint."),
	.rules = "missing-phase",
	.question = N_("What happens there first?"),
	.says = says_add_stage,
	.apply = add_stage,
};

/* --- stages that do not say when they are -------------------------------------- */

/* The first is before, the last after, and the others are what people come
 * for. */
static const char *when_of(const struct journey *j, unsigned i)
{
	if (i == 0)
		return phases[0].when;
	return phases[i + 1 < j->root->children->len ? 1 : 2].when;
}

static bool has_touchpoints(const struct journey *j, unsigned from, unsigned to)
{
	unsigned n = 0;

	for (unsigned i = from; i < to; i++)
		n += stage_at(j, i)->children->len;
	return n > 0;
}

static char *says_say_when(const struct fix_job *job)
{
	const struct journey *j = job->journey;
	unsigned n = j->root->children->len;

	if (job->found->meant || n < 3 || !has_touchpoints(j, 0, 1) ||
	    !has_touchpoints(j, 1, n - 1) || !has_touchpoints(j, n - 1, n))
		return NULL;
	return g_strdup(_("let the first stage be before, the last after, and "
			  "those between during the visit"));
}

static bool say_when(const struct fix_job *job, GError **error)
{
	struct journey *j = job->journey;
	bool ok = true;

	for (unsigned i = 0; ok && i < j->root->children->len; i++)
		ok = write_text(j, stage_at(j, i), S_WHEN, when_of(j, i),
				error);
	return ok;
}

const struct fix fix_say_when = {
	.name = "say-when",
	.help = N_("Let every stage say when it is, as they are in order."),
	.rules = "missing-phase",
	.says = says_say_when,
	.apply = say_when,
};

/* --- stages out of order ---------------------------------------------------------- */

static char *says_sort(const struct fix_job *job)
{
	(void)job;
	return g_strdup(_("put the stages in order: before, during, after"));
}

/* The stages in the order of their phases; one without goes with the one
 * before it. */
static GPtrArray *in_order(const struct journey *j)
{
	GPtrArray *sorted = g_ptr_array_new();

	for (unsigned phase = 0; phase < PHASE_NONE; phase++) {
		unsigned now = 0;

		for (unsigned i = 0; i < j->root->children->len; i++) {
			unsigned own = place_phase(stage_at(j, i));

			now = own == PHASE_NONE ? now : own;
			if (now == phase)
				g_ptr_array_add(sorted,
						(gpointer)stage_at(j, i));
		}
	}
	return sorted;
}

/* From the last to the first, so that each goes before one that stands. */
static bool sort(const struct fix_job *job, GError **error)
{
	struct tree *t = job->journey->tree;
	g_autoptr(GPtrArray) sorted = in_order(job->journey);
	uint32_t list = job->journey->root->field[J_STAGES], next = 0;

	for (guint i = sorted->len; i-- > 0;) {
		uint32_t e = ((const struct place *)sorted->pdata[i])->entry;

		if (tree_next(t, e) != next)
			e = edit_move(t, e, list, next, error);
		if (!e)
			return false;
		next = e;
	}
	return true;
}

const struct fix fix_sort_stages = {
	.name = "sort-stages",
	.help = N_("Put the stages in the order in which customers live "
		   "them."),
	.rules = "phase-order",
	.says = says_sort,
	.apply = sort,
};

/* --- empty stages ------------------------------------------------------------------- */

static char *says_add_touchpoint(const struct fix_job *job)
{
	g_autofree char *title = fix_title(job, job->place);
	g_autofree char *name = NULL;

	if (!job->answer)
		return g_strdup_printf(_("add a touchpoint to %s"), title);
	name = judge_quote(job->answer);
	return g_strdup_printf(_("add %s to %s"), name, title);
}

static bool add_touchpoint(const struct fix_job *job, GError **error)
{
	g_autofree char *id =
		journey_make_id(job->journey, PLACE_TOUCHPOINT, job->answer);

	return write_place(job->journey, PLACE_TOUCHPOINT, job->place, 0, id,
			   job->answer, error);
}

const struct fix fix_add_touchpoint = {
	.name = "add-touchpoint",
	.help = N_("Add a touchpoint to a stage that has none."),
	.rules = "empty-stage",
	.question = N_("What happens there?"),
	.says = says_add_touchpoint,
	.apply = add_touchpoint,
};

static char *says_remove_stage(const struct fix_job *job)
{
	g_autofree char *title = fix_title(job, job->place);

	return g_strdup_printf(_("remove the stage %s"), title);
}

static bool remove_stage(const struct fix_job *job, GError **error)
{
	return edit_remove(job->journey->tree, job->place->entry, error);
}

const struct fix fix_remove_stage = {
	.name = "remove-stage",
	.help = N_("Remove a stage that has no touchpoints."),
	.rules = "empty-stage",
	.says = says_remove_stage,
	.apply = remove_stage,
};
