/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of all rules, in the order of the manual.  The rows themselves
 * stand beside their functions, in the file of their group: the equation in
 * equation.c and owners.c, the way from end to end in end-to-end.c, and so on
 * down to what is wrong with the file.
 */
#include "rules/rules.h"

#include <string.h>

#include "rules/judge.h"
#include "rules/nearest.h"

const struct rule *const rules_all[] = {
	/* What + Who = How */
	&rule_no_what,
	&rule_no_who,
	&rule_many_who,
	&rule_unknown_who,
	&rule_no_how,
	&rule_groundless_how,
	&rule_customer_owned,
	/* end to end */
	&rule_missing_phase,
	&rule_phase_order,
	&rule_empty_stage,
	&rule_no_return,
	/* five senses */
	&rule_no_sense,
	&rule_no_feel,
	&rule_sense_gap,
	&rule_sense_channel,
	/* faces */
	&rule_walk_unfinished,
	&rule_smiles,
	&rule_low_no_recovery,
	&rule_ends_low,
	&rule_walk_differs,
	/* service and experience */
	&rule_one_kind,
	&rule_all_reactive,
	&rule_no_surprise,
	&rule_nothing_personal,
	/* benchmarks */
	&rule_no_benchmark,
	&rule_target_missed,
	&rule_bar_raised,
	/* time and follow-through */
	&rule_unconfirmed,
	&rule_no_time,
	&rule_no_follow_up,
	/* customer and words */
	&rule_unknown_customer,
	&rule_shouting,
	&rule_missing_evidence,
	/* the file */
	&rule_bad_value,
	&rule_unknown_key,
	&rule_stale_waiver,
	&rule_bare_waiver,
	/* pedantic */
	&rule_one_owner_everywhere,
	&rule_one_department,
	&rule_need_unserved,
	&rule_not_interpersonal,
	&rule_no_discretion,
	&rule_passed_around,
	&rule_no_sponsor,
	&rule_open_wait,
	&rule_moment_no_evidence,
	&rule_flat_curve,
	&rule_no_peak,
	&rule_too_long,
	&rule_stale_map,
	&rule_channel_hops,
	NULL,
};

G_STATIC_ASSERT(G_N_ELEMENTS(rules_all) - 1 <= RULES_MOST);

int rules_number(const char *name)
{
	for (int i = 0; rules_all[i]; i++)
		if (strcmp(rules_all[i]->name, name) == 0)
			return i;
	return -1;
}

const struct rule *rules_find(const char *name)
{
	int number = rules_number(name);

	return number < 0 ? NULL : rules_all[number];
}

char *rules_nearest(const char *name)
{
	struct nearest n;

	nearest_init(&n, name);
	for (size_t i = 0; rules_all[i]; i++)
		nearest_offer(&n, rules_all[i]->name);
	return n.best;
}

bool rules_ask(struct rules_options *o, const char *name)
{
	int number = rules_number(name);

	if (number < 0)
		return false;
	o->only |= UINT64_C(1) << number;
	return true;
}

bool rules_weigh(struct rules_options *o, const char *name, const char *word)
{
	int number = rules_number(name);
	enum level level = level_find(word);

	if (number < 0 || level == LEVELS)
		return false;
	o->chosen |= UINT64_C(1) << number;
	o->level[number] = level;
	return true;
}

const char *level_name(enum level level)
{
	static const char *const names[LEVELS] = {
		[LEVEL_NONE] = "none",
		[LEVEL_HINT] = "hint",
		[LEVEL_WARNING] = "warning",
		[LEVEL_ERROR] = "error",
	};

	return names[level];
}

enum level level_find(const char *name)
{
	int level = LEVEL_NONE;

	while (level < LEVELS &&
	       strcmp(level_name((enum level)level), name) != 0)
		level++;
	return (enum level)level;
}
