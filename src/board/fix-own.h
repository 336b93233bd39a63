/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside the quick fixes: the rows, and what their functions share.
 */
#ifndef SENSEBOARD_BOARD_FIX_OWN_H
#define SENSEBOARD_BOARD_FIX_OWN_H

#include "board/fix.h"

/* Add a choice, which takes its texts; a place as a choice, if it can be
 * referred to. */
void fix_offer(GPtrArray *choices, char *take_name, char *take_label);
void fix_offer_place(const struct fix_job *job, GPtrArray *choices,
		     const struct place *p);

/* The value (or key) at fault as a text, in quotation marks; the place's
 * title, likewise. The caller frees. */
char *fix_quote(const struct fix_job *job);
char *fix_title(const struct fix_job *job, const struct place *p);

/* The text of the scalar at fault; "" if it is none. The caller frees. */
char *fix_value(const struct fix_job *job);

/* What a reference to P says, or NULL; the caller frees. */
char *fix_reference(const struct journey *j, const struct place *p);

/* Append to a field that is a list what is not in it yet. */
bool fix_append(struct journey *j, struct place *p, int field, const char *text,
		GError **error);

/* The later touchpoints of the journey as choices, or the earlier ones. */
void fix_offer_later(const struct fix_job *job, GPtrArray *choices);
void fix_offer_earlier(const struct fix_job *job, GPtrArray *choices);

extern const struct fix fix_choose_owner, fix_keep_owner, fix_declare_owner,
	fix_take_part, fix_maintainer, fix_own_below;
extern const struct fix fix_respell, fix_choose_value, fix_own_id, fix_repoint,
	fix_take_out, fix_give_reason, fix_add_need;
extern const struct fix fix_add_stage, fix_say_when, fix_sort_stages,
	fix_add_touchpoint, fix_remove_stage;
extern const struct fix fix_answer, fix_follow_up, fix_unused_senses;

#endif
