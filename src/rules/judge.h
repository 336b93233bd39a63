/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a rule has before it: one place, and ways to report what is wrong.
 *
 *	f = judge_field(j, T_HOW);
 *	if (!f)
 *		return;
 *	f->message = g_strdup(_("nothing says how"));
 *
 * Reporting gives NULL where nobody wants to know: a waiver covers it, or the
 * rule only counts.  So a rule need not know of any of these, and no words are
 * made that nobody reads.
 */
#ifndef SENSEBOARD_RULES_JUDGE_H
#define SENSEBOARD_RULES_JUDGE_H

#include "rules/rules.h"

/* What holds for the whole journey, beside its own tallies. */
struct overview {
	/* some owner or customer, some touchpoint may be behind an alias or a
	 * merge key */
	bool people_hidden, touchpoints_hidden;
	/* some stage says when it is, and some says it wrongly */
	bool when_said, when_wrong;
	/* some customer has a need; some owner is a person or has a role;
	 * some owner may do something unasked */
	bool needs_said, persons, discretion;
	uint64_t team; /* hash of the one that all owners are in, or 0 */
};

struct judge {
	const struct journey *journey;
	const struct overview *overview;
	struct place *place;
	const struct rule *rule;
	bool sketch; /* it is judged in a sketch too; may be set */
	unsigned count; /* for .sum: how many places it stands for */
	/* the runner's own */
	struct findings *findings;
	struct slot *slot;
	unsigned number; /* of the rule in rules_all */
	enum level level; /* of the next finding */
};

/* Report a field of the place (the place itself where it is missing), a pair
 * or item within the field, or what that says. The finding belongs to the
 * findings; the rule gives it a message and a remedy. NULL where it is not
 * wanted. */
struct finding *judge_field(struct judge *j, int field);
struct finding *judge_entry(struct judge *j, int field, uint32_t entry);
struct finding *judge_value(struct judge *j, int field, uint32_t entry);

/* The same at a field, in fixed words. */
struct finding *judge_say(struct judge *j, int field, const char *message,
			  const char *remedy);

/* For .sum: one of the places counted, N from 0 in their order, or NULL. */
struct place *judge_counted(const struct judge *j, unsigned n);

/* Whether there is enough of a journey to judge it as a whole, and all of it
 * can be seen. */
bool judge_is_whole(const struct judge *j);

/* Give the next finding another level than the rule's, unless the storyboard
 * says which it is to have. */
void judge_weigh(struct judge *j, enum level level);

/* The number of a rule in rules_all by its name, or -1. */
int rules_number(const char *name);

/* Whether another rule would be reported at this place. */
bool judge_reports(const struct judge *j, const struct rule *rule);

/* Whether an earlier place of the same kind has this id; people are one
 * kind. */
bool judge_id_taken(struct judge *j);

/* Whether some customer has a need whose words have that tree_hash(). */
bool judge_need_known(struct judge *j, uint64_t hash);

/* Whether it is reported that nothing happens after the visit or purchase. */
bool judge_lacks_after(const struct judge *j);

/* What is known of the files that are named as evidence. */
const struct evidence *judge_evidence(const struct judge *j);

/* Whether this is the journey as it is today; whether it is to be carried out,
 * or is being carried out; and the day it is, or 0. */
bool judge_is_actual(const struct judge *j);
bool judge_is_ready(const struct judge *j);
bool judge_is_live(const struct judge *j);
unsigned judge_today(const struct judge *j);

/* The field of a pair of the place, or -1. */
int judge_field_of(const struct judge *j, uint32_t pair);

/* TEXT in quotation marks, one line, cut where it is long; and what the place
 * is called, likewise. The caller frees. */
char *judge_quote(const char *text);
char *judge_title(const struct judge *j);

extern const struct rule rule_no_what, rule_no_who, rule_many_who,
	rule_unknown_who, rule_no_how, rule_groundless_how, rule_customer_owned;
extern const struct rule rule_missing_phase, rule_phase_order, rule_empty_stage,
	rule_no_return;
extern const struct rule rule_no_sense, rule_no_feel, rule_sense_gap,
	rule_sense_channel;
extern const struct rule rule_walk_unfinished, rule_smiles,
	rule_low_no_recovery, rule_ends_low, rule_walk_differs;
extern const struct rule rule_one_kind, rule_all_reactive, rule_no_surprise,
	rule_nothing_personal;
extern const struct rule rule_no_benchmark, rule_target_missed, rule_bar_raised;
extern const struct rule rule_unconfirmed, rule_no_time, rule_no_follow_up;
extern const struct rule rule_unknown_customer, rule_shouting,
	rule_missing_evidence;
extern const struct rule rule_bad_value, rule_unknown_key, rule_stale_waiver,
	rule_bare_waiver;
extern const struct rule rule_one_owner_everywhere, rule_one_department,
	rule_need_unserved, rule_not_interpersonal, rule_no_discretion,
	rule_passed_around, rule_no_sponsor;
extern const struct rule rule_open_wait, rule_moment_no_evidence,
	rule_flat_curve, rule_no_peak, rule_too_long, rule_stale_map,
	rule_channel_hops;

#endif
