/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fixes that tie things together: the touchpoint that answers another or
 * follows it up, and the senses that are left out on purpose.
 */
#include "board/fix-own.h"

#include "i18n.h"
#include "journey/write.h"

/* Whether there are others after the touchpoint that can refer to it. */
static bool can_be_named(const struct fix_job *job)
{
	g_autofree char *name = NULL;

	if (job->place->kind != PLACE_TOUCHPOINT ||
	    journey_position(job->journey, job->place) + 1 ==
		    job->journey->n_touchpoints)
		return false;
	name = fix_reference(job->journey, job->place);
	return name != NULL;
}

/* The title of the touchpoint that was chosen. */
static char *chosen(const struct fix_job *job)
{
	return fix_title(job,
			 journey_touchpoint(job->journey, job->answer, NULL));
}

/* Let the chosen touchpoint name this one in FIELD. */
static bool tie(const struct fix_job *job, int field, GError **error)
{
	struct journey *j = job->journey;
	struct place *from = journey_touchpoint(j, job->answer, NULL);
	g_autofree char *to = fix_reference(j, job->place);

	return fix_append(j, from, field, to, error);
}

static char *says_answer(const struct fix_job *job)
{
	g_autofree char *title = NULL, *from = NULL;

	if (!can_be_named(job))
		return NULL;
	title = fix_title(job, job->place);
	if (!job->answer)
		return g_strdup_printf(_("choose the touchpoint that answers "
					 "%s"),
				       title);
	from = chosen(job);
	return g_strdup_printf(_("let %s answer %s"), from, title);
}

static bool answer(const struct fix_job *job, GError **error)
{
	return tie(job, T_ANSWERS, error);
}

const struct fix fix_answer = {
	.name = "answer",
	.help = N_("Choose the later touchpoint that answers this one."),
	.rules = "unconfirmed low-no-recovery",
	.question = N_("Which touchpoint answers it?"),
	.offer = fix_offer_later,
	.says = says_answer,
	.apply = answer,
};

static char *says_follow_up(const struct fix_job *job)
{
	g_autofree char *title = NULL, *from = NULL;

	if (!can_be_named(job))
		return NULL;
	title = fix_title(job, job->place);
	if (!job->answer)
		return g_strdup_printf(_("choose the touchpoint that follows "
					 "up on %s"),
				       title);
	from = chosen(job);
	return g_strdup_printf(_("let %s follow up on %s"), from, title);
}

static bool follow_up(const struct fix_job *job, GError **error)
{
	return tie(job, T_FOLLOWS_UP, error);
}

const struct fix fix_follow_up = {
	.name = "follow-up",
	.help = N_("Choose the later touchpoint that follows this one up."),
	.rules = "no-follow-up low-no-recovery",
	.question = N_("Which touchpoint follows it up?"),
	.offer = fix_offer_later,
	.says = says_follow_up,
	.apply = follow_up,
};

/* --- senses ------------------------------------------------------------------ */

static const char *sense_name(int sense)
{
	size_t n;

	return schema_fields(PLACE_TOUCHPOINT, &n)[T_SEE + sense].name;
}

static char *says_unused(const struct fix_job *job)
{
	GString *out = g_string_new(_("leave out on purpose:"));

	for (int i = 0; i < SENSES; i++)
		if (!job->journey->per_sense[i])
			g_string_append_printf(out, " %s", sense_name(i));
	return g_string_free(out, FALSE);
}

/* All of those that no touchpoint fills. */
static bool leave_out(const struct fix_job *job, GError **error)
{
	struct journey *j = job->journey;
	g_autoptr(GPtrArray) senses = place_texts(j, j->root, J_UNUSED_SENSES);

	for (int i = 0; i < SENSES; i++)
		if (!j->per_sense[i] &&
		    !g_ptr_array_find_with_equal_func(senses, sense_name(i),
						      g_str_equal, NULL))
			g_ptr_array_add(senses, g_strdup(sense_name(i)));
	g_ptr_array_add(senses, NULL);
	return write_list(j, j->root, J_UNUSED_SENSES,
			  (const char *const *)senses->pdata, error);
}

const struct fix fix_unused_senses = {
	.name = "unused-senses",
	.help = N_("Say that the missing senses are left out on purpose."),
	.rules = "sense-gap",
	.says = says_unused,
	.apply = leave_out,
};
