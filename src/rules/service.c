/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Service and experience: service answers a need, experience adds what nobody
 * asked for, and a journey wants both; made for this one customer, by somebody
 * who does not only wait to be asked.
 */
#include "rules/judge.h"

#include "i18n.h"

#define SAID_LEAST 4 /* touchpoints that say what they are */

static void one_kind(struct judge *j)
{
	unsigned service = j->journey->per_trait[TRAIT_SERVICE];
	unsigned experience = j->journey->per_trait[TRAIT_EXPERIENCE];
	struct finding *f;

	if (service + experience < SAID_LEAST || (service && experience) ||
	    !judge_is_whole(j))
		return;
	f = judge_field(j, J_STAGES);
	if (!f)
		return;
	if (service)
		f->message = g_strdup_printf(
			_("service without experience: all %u touchpoints that "
			  "say their kind only answer a need"),
			service);
	else
		f->message = g_strdup_printf(
			_("experience without service: none of the %u "
			  "touchpoints that say their kind answers a need"),
			experience);
	f->remedy = g_strdup(_("design at least one of the other kind"));
}

const struct rule rule_one_kind = {
	.name = "one-kind",
	.help = N_("All touchpoints that say their kind are service, or all "
		   "experience."),
	.why = N_("Service alone is what people paid for, and they forget it. "
		  "Experience alone is a show that solves nothing."),
	.source = N_("“Service and experience”; “Customer experience "
		     "defined”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - {name: The door, kind: service}\n"
		   "      - {name: The counter, kind: service}\n"
		   "      - {name: The bread, kind: service}\n"
		   "      - {name: The till, kind: service}\n",
	.remedy = N_("Design at least one touchpoint of the other kind."),
	.level = LEVEL_WARNING,
	.kinds = RULE_WHOLE,
	.judge = one_kind,
};

static void all_reactive(struct judge *j)
{
	const unsigned *n = j->journey->per_trait;
	struct finding *f;

	if (n[TRAIT_REACTIVE] < SAID_LEAST || n[TRAIT_PROACTIVE] ||
	    n[TRAIT_INTERACTIVE] || !judge_is_whole(j))
		return;
	f = judge_field(j, J_STAGES);
	if (!f)
		return;
	f->message = g_strdup_printf(
		_("you only ever react: all %u touchpoints that say who "
		  "begins wait for the customer"),
		n[TRAIT_REACTIVE]);
	f->remedy = g_strdup(_("find one where you can come first"));
}

const struct rule rule_all_reactive = {
	.name = "all-reactive",
	.help = N_("All touchpoints that say their initiative only react."),
	.why = N_("Who only answers what is asked leaves it to the customer to "
		  "find every problem first."),
	.source = N_("Ablan (2015)"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - {name: The door, initiative: reactive}\n"
		   "      - {name: The counter, initiative: reactive}\n"
		   "      - {name: The bread, initiative: reactive}\n"
		   "      - {name: The till, initiative: reactive}\n",
	.remedy = N_("Find a touchpoint where you can come first, or where it "
		     "takes shape between the two of you."),
	.level = LEVEL_WARNING,
	.kinds = RULE_WHOLE,
	.judge = all_reactive,
};

static void no_surprise(struct judge *j)
{
	if (judge_is_whole(j) && !j->journey->per_trait[TRAIT_SURPRISE])
		judge_say(j, J_STAGES, _("nothing exceeds what is expected"),
			  _("add one small unexpected touch, as 'surprise' of "
			    "a touchpoint"));
}

const struct rule rule_no_surprise = {
	.name = "no-surprise",
	.help = N_("No touchpoint has an unexpected touch."),
	.why = N_("What people expected they do not mention. One small thing "
		  "that nobody had to do is what they tell their friends."),
	.source = N_("“Service and experience”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints: [{name: A}, {name: B}, {name: C}, "
		   "{name: D}]\n",
	.remedy = N_("Write as 'surprise' of a touchpoint one small thing that "
		     "nobody expects."),
	.level = LEVEL_HINT,
	.ready_raises = true,
	.kinds = RULE_WHOLE,
	.judge = no_surprise,
};

static void nothing_personal(struct judge *j)
{
	if (judge_is_whole(j) && j->overview->persons &&
	    !j->journey->per_trait[TRAIT_PERSONAL])
		judge_say(j, J_STAGES,
			  _("the customer is treated like anyone else"),
			  _("write as 'personal' of a touchpoint what is made "
			    "for this one customer"));
}

const struct rule rule_nothing_personal = {
	.name = "nothing-personal",
	.help = N_("There are people among the owners, yet nothing is made "
		   "personal."),
	.why = N_("People can notice what no process can: a name, a mood, "
		  "what was said last time. If none of it is meant to count, "
		  "the customer is a number."),
	.source = N_("“Service and experience”; Ablan (2015)"),
	.example = "owners:\n"
		   "  - {id: baker, kind: person}\n"
		   "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints: [{name: A}, {name: B}, {name: C}, "
		   "{name: D}]\n",
	.remedy = N_("Write as 'personal' of a touchpoint what is made for "
		     "this one customer."),
	.level = LEVEL_WARNING,
	.kinds = RULE_WHOLE,
	.judge = nothing_personal,
};
