/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Time and follow-through: whoever sends something hears back, knows by when,
 * and is asked later whether all went well.
 */
#include "rules/judge.h"

#include <string.h>

#include "i18n.h"
#include "journey/tie.h"

/* What people send off and then wait. */
static bool is_sent(const struct judge *j)
{
	static const char *const channels[] = { "form", "email", "letter" };
	const struct channel *channel = place_channel(j->place);

	if (place_is(j->place, TRAIT_AWAITS))
		return true;
	for (size_t i = 0; channel && i < G_N_ELEMENTS(channels); i++)
		if (strcmp(channel->name, channels[i]) == 0)
			return true;
	return false;
}

/* Whether all could be seen that may come back to the place. */
static bool is_clear(const struct judge *j)
{
	return !j->place->hides && !j->overview->touchpoints_hidden;
}

static void unconfirmed(struct judge *j)
{
	g_autofree char *title = NULL;
	struct finding *f;

	if (!place_is(j->place, TRAIT_BY_CUSTOMER) || !is_sent(j) ||
	    tie_comes_back(j->place, T_ANSWERS) || !is_clear(j))
		return;
	f = judge_field(j, place_is(j->place, TRAIT_AWAITS) ? T_AWAITS
							    : T_CHANNEL);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(
		_("the customer sends something at %s and hears nothing"),
		title);
	f->remedy = g_strdup(_("add a later touchpoint that 'answers' it"));
}

const struct rule rule_unconfirmed = {
	.name = "unconfirmed",
	.help = N_("The customer sends something, and no later touchpoint "
		   "answers it."),
	.why = N_("Whoever wrote to you does not know whether it arrived. "
		  "Until you say so, they think that it did not."),
	.source = N_("“Put a date on hold”; “Customer experience "
		     "defined”"),
	.example = "stages:\n"
		   "  - name: Before\n"
		   "    touchpoints:\n"
		   "      - {name: An order by mail, by: customer, "
		   "channel: email}\n",
	.remedy = N_("Add a later touchpoint that 'answers' it."),
	.level = LEVEL_WARNING,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = unconfirmed,
};

/* Whether the place answers somebody who has had to wait: where a reply is
 * awaited, or from stage to stage. */
static bool answers_a_wait(const struct place *tp)
{
	const GArray *to = tp->ties ? tp->ties->to : NULL;

	for (guint i = 0; to && i < to->len; i++) {
		const struct tie *tie = &g_array_index(to, struct tie, i);

		if (tie->field == T_ANSWERS && tie->place &&
		    (place_is(tie->place, TRAIT_AWAITS) ||
		     tie->place->up != tp->up))
			return true;
	}
	return false;
}

static void no_time(struct judge *j)
{
	bool problem = place_is(j->place, TRAIT_PROBLEM);
	g_autofree char *title = NULL;
	struct finding *f;

	if (!problem && !answers_a_wait(j->place))
		return;
	if (j->place->hides || !place_blank(j->journey, j->place, T_WITHIN))
		return;
	f = judge_field(j, T_WITHIN);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(
		problem ? _("%s is a problem, and nothing says by when it is "
			    "solved")
			: _("%s is an answer, and nothing says by when it "
			    "comes"),
		title);
	f->remedy = g_strdup(_("promise a time, as 'within'"));
}

const struct rule rule_no_time = {
	.name = "no-time",
	.help = N_("A problem, or an answer that is waited for, has no "
		   "promised time."),
	.why = N_("To wait without knowing how long is worse than to wait "
		  "longer. People's time is theirs, and worth a promise."),
	.source = N_("Ablan (2015); “Customer experience defined”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - {name: The wrong loaf, problem: yes}\n",
	.remedy = N_("Promise a time, as 'within'."),
	.level = LEVEL_HINT,
	.ready_raises = true,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = no_time,
};

static void no_follow_up(struct judge *j)
{
	g_autofree char *title = NULL;
	struct finding *f;

	if (!place_is(j->place, TRAIT_PROBLEM) ||
	    tie_comes_back(j->place, T_FOLLOWS_UP) || !is_clear(j) ||
	    judge_lacks_after(j))
		return;
	f = judge_field(j, T_PROBLEM);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(
		_("after %s, nobody asks whether the customer is happy"),
		title);
	f->remedy = g_strdup(_("add a later touchpoint that 'follows-up' "
			       "on it"));
}

const struct rule rule_no_follow_up = {
	.name = "no-follow-up",
	.help = N_("A problem is not followed up by any later touchpoint."),
	.why = N_("A problem is over when the customer says so. Whoever asks "
		  "afterwards hears what is still wrong, and shows that it "
		  "mattered."),
	.source = N_("Ablan (2015)"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - {name: The wrong loaf, problem: yes}\n",
	.remedy = N_("Add a later touchpoint that 'follows-up' on it."),
	.level = LEVEL_WARNING,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = no_follow_up,
};
