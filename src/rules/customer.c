/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whose journey it is, and what they need.
 */
#include "rules/judge.h"

#include "i18n.h"

static void unknown_customer(struct judge *j)
{
	const GPtrArray *customers = j->journey->customers;

	if (!judge_is_whole(j) || j->overview->people_hidden ||
	    j->overview->needs_said)
		return;
	if (customers->len == 0) {
		judge_say(j, J_CUSTOMERS,
			  _("nothing says whose journey this is"),
			  _("add a customer, with a name and what they need"));
		return;
	}
	j->place = customers->pdata[0];
	judge_say(j, C_NEEDS, _("nothing says what the customer needs"),
		  _("write it as 'needs': what they must get for it to have "
		    "been worth it"));
}

const struct rule rule_unknown_customer = {
	.name = "unknown-customer",
	.help = N_("There is no customer, or none whose needs are known."),
	.why = N_("A journey for everybody suits nobody. With one person "
		  "before your eyes, and what they came for, you can tell what "
		  "helps."),
	.source = N_("Ablan (2015); “Service versus experience”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints: [{name: A}, {name: B}, {name: C}, "
		   "{name: D}]\n",
	.remedy = N_("Add a customer under 'customers', with a name and what "
		     "they need."),
	.level = LEVEL_WARNING,
	.kinds = RULE_WHOLE,
	.judge = unknown_customer,
};
