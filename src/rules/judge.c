/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reporting: from "this is wrong here" to a finding, or to a number where the
 * finding itself is not wanted.
 *
 *	level none, or waived here or above	nothing
 *	a sketch, and the rule can wait		a thing to decide, kept apart
 *	the rule sums up			one more place counted
 *	else					a finding
 */
#include "rules/judge.h"

#include <string.h>

#include "i18n.h"
#include "rules/slot.h"

#define WHOLE_LEAST 4 /* touchpoints that make a journey of it */
#define QUOTED_MOST 48 /* code points */

static bool is_waived(const struct judge *j, unsigned number)
{
	for (const struct place *p = j->place; p; p = p->up) {
		const struct slot *s = slot_find(j->findings, p);

		if (s && s->waived >> number & 1)
			return true;
	}
	return false;
}

/* Whether the place is only counted, and not yet being summed up. */
static bool is_summed(const struct judge *j)
{
	return j->rule->sum && (j->findings->actual || j->rule->always_sums) &&
	       !j->count;
}

/* The slot that findings of this run go into. */
static struct slot *slot_of(struct judge *j)
{
	if (!j->slot)
		j->slot = slot_make(j->findings, j->place);
	return j->slot;
}

/* The level for the next finding, which is the rule's again after it. */
static enum level take_level(struct judge *j)
{
	enum level level = j->level;

	j->level = j->findings->level[j->number];
	return level;
}

/* Where the next finding goes. */
static enum pile pile_of(const struct judge *j)
{
	if (j->rule->late)
		return PILE_LATE;
	return j->findings->sketch && !j->sketch ? PILE_DEFERRED : PILE_FOUND;
}

struct finding *judge_entry(struct judge *j, int field, uint32_t entry)
{
	enum level level = take_level(j);
	struct finding *found;

	if (is_waived(j, j->number)) {
		if (!j->rule->late)
			slot_hide(j->findings, slot_of(j), j->place, j->number);
		return NULL;
	}
	if (is_summed(j)) {
		slot_count(j->findings, slot_of(j), j->place, j->number);
		return NULL;
	}
	found = g_new0(struct finding, 1);
	found->rule = j->rule;
	found->level = level;
	found->place = j->place;
	found->field = field;
	found->entry = entry;
	slot_add(j->findings, slot_of(j), pile_of(j), found);
	return found;
}

struct finding *judge_field(struct judge *j, int field)
{
	uint32_t entry = j->place->field[field];

	return judge_entry(j, field, entry ? entry : j->place->entry);
}

struct finding *judge_value(struct judge *j, int field, uint32_t entry)
{
	struct finding *found = judge_entry(j, field, entry);

	if (found)
		found->at_value = true;
	return found;
}

struct finding *judge_say(struct judge *j, int field, const char *message,
			  const char *remedy)
{
	struct finding *found = judge_field(j, field);

	if (!found)
		return NULL;
	found->message = g_strdup(message);
	found->remedy = g_strdup(remedy);
	return found;
}

struct place *judge_counted(const struct judge *j, unsigned n)
{
	GSequence *places = j->findings->counted[j->number];

	return n < j->count
		       ? g_sequence_get(
				 g_sequence_get_iter_at_pos(places, (gint)n))
		       : NULL;
}

bool judge_is_whole(const struct judge *j)
{
	return j->journey->n_touchpoints >= WHOLE_LEAST &&
	       !j->overview->touchpoints_hidden;
}

const struct evidence *judge_evidence(const struct judge *j)
{
	return j->findings->options.evidence;
}

bool judge_is_actual(const struct judge *j)
{
	return j->findings->actual;
}

bool judge_is_ready(const struct judge *j)
{
	return j->findings->ready;
}

bool judge_is_live(const struct judge *j)
{
	return j->findings->live;
}

unsigned judge_today(const struct judge *j)
{
	return j->findings->options.today;
}

void judge_weigh(struct judge *j, enum level level)
{
	if (!(j->findings->chosen >> j->number & 1))
		j->level = level;
}

bool judge_reports(const struct judge *j, const struct rule *rule)
{
	unsigned number = 0;

	while (rules_all[number] != rule)
		number++;
	return j->findings->level[number] != LEVEL_NONE &&
	       !is_waived(j, number);
}

/* Blanks of all kinds become one space, so that a quotation is one line. */
static void append_one_line(GString *out, const char *text)
{
	unsigned n = 0;
	bool gap = false;

	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if (g_unichar_isspace(c)) {
			gap = n > 0;
			continue;
		}
		if (n + gap >= QUOTED_MOST) {
			g_string_append(out, "…");
			return;
		}
		if (gap)
			g_string_append_c(out, ' ');
		n += 1 + gap;
		gap = false;
		g_string_append_unichar(out, c);
	}
}

char *judge_quote(const char *text)
{
	GString *out = g_string_new(_("“"));

	append_one_line(out, text);
	g_string_append(out, _("”"));
	return g_string_free(out, FALSE);
}

char *judge_title(const struct judge *j)
{
	g_autofree char *title = place_title(j->journey, j->place);

	return judge_quote(title);
}
