/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The five senses: what reaches people at a touchpoint, by which channel, and
 * what nobody has designed anywhere.
 *
 * A touchpoint that reaches no sense at all is one cause: no-sense says so,
 * and no-feel is about those where some are filled.  So is a journey that
 * reaches none: sense-gap is about those that reach some.
 */
#include "rules/judge.h"

#include "i18n.h"
#include "journey/coverage.h"

#define GAP_LEAST 5 /* touchpoints among which a sense may be missed */
#define NAMED_MOST 3

static void no_sense(struct judge *j)
{
	g_autofree char *title = NULL;
	struct finding *f;

	if (place_senses(j->journey, j->place) || j->place->hides)
		return;
	f = judge_field(j, T_SEE);
	if (!f)
		return;
	title = judge_title(j);
	f->message = g_strdup_printf(
		_("nothing is seen, heard, smelt, tasted or felt at %s"),
		title);
	f->remedy = g_strdup(_("write what reaches at least one of the "
			       "senses"));
}

/* For the journey as it is today: one for all touchpoints. */
static void sum_no_sense(struct judge *j)
{
	unsigned all = j->journey->n_touchpoints;
	struct finding *f = judge_field(j, J_STATE);

	if (!f)
		return;
	f->message = g_strdup_printf(
		ngettext("at %u of %u touchpoints nothing is seen, heard, "
			 "smelt, tasted or felt",
			 "at %u of %u touchpoints nothing is seen, heard, "
			 "smelt, tasted or felt",
			 j->count),
		j->count, all);
	f->remedy = g_strdup(_("go and look, and write what reaches people "
			       "there"));
}

const struct rule rule_no_sense = {
	.name = "no-sense",
	.help = N_("Nothing is seen, heard, smelt, tasted or felt."),
	.why = N_("People take in a moment by their senses, and by nothing "
		  "else. What reaches none of them has not happened to them."),
	.source = N_("“Customer experience defined”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The door\n"
		   "        what: It opens before you push\n",
	.remedy = N_("Write as 'see', 'hear', 'smell', 'taste' or 'feel' what "
		     "reaches people there."),
	.level = LEVEL_WARNING,
	.ready_raises = true,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = no_sense,
	.sum = sum_no_sense,
};

static void no_feel(struct judge *j)
{
	unsigned senses = place_senses(j->journey, j->place);

	if (senses && !(senses >> (T_FEEL - T_SEE) & 1) && !j->place->hides)
		judge_field(j, T_FEEL);
}

/* The names of the first few that were counted. */
static char *first_titles(const struct judge *j)
{
	GString *out = g_string_new(NULL);
	const struct place *p;

	for (unsigned n = 0;
	     n < NAMED_MOST && (p = judge_counted(j, n)) != NULL; n++) {
		g_autofree char *title = place_title(j->journey, p);
		g_autofree char *quoted = judge_quote(title);

		g_string_append_printf(out, "%s%s", n ? ", " : "", quoted);
	}
	if (j->count > NAMED_MOST)
		g_string_append(out, ", …");
	return g_string_free(out, FALSE);
}

static void sum_no_feel(struct judge *j)
{
	g_autofree char *titles = first_titles(j);
	struct finding *f;

	f = judge_entry(j, J_STAGES, judge_counted(j, 0)->entry);
	if (!f)
		return;
	f->message = g_strdup_printf(
		ngettext("how should the customer feel? %u touchpoint does "
			 "not say: %s",
			 "how should the customer feel? %u touchpoints do "
			 "not say: %s",
			 j->count),
		j->count, titles);
	f->remedy = g_strdup(_("write as 'feel' what there is to touch, or "
			       "the feeling you are after"));
}

const struct rule rule_no_feel = {
	.name = "no-feel",
	.help = N_("Some senses are filled, but not how the customer should "
		   "feel; one finding for all touchpoints."),
	.why = N_("People forget what was said and shown before they forget "
		  "how it made them feel. It is what they tell others."),
	.source = N_("Ablan (2015); “Service versus experience”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The door\n"
		   "        see: A lit window\n",
	.remedy = N_("Write as 'feel' what there is to touch, or the feeling "
		     "you are after."),
	.level = LEVEL_HINT,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = no_feel,
	.sum = sum_no_feel,
	.always_sums = true,
};

/* The senses that are used nowhere, and not on purpose; "" if none are. */
static char *gaps(const struct judge *j)
{
	size_t n;
	const struct field *fields = schema_fields(PLACE_TOUCHPOINT, &n);
	unsigned left_out = coverage_left_out(j->journey);
	GString *out = g_string_new(NULL);

	for (int i = 0; i < SENSES; i++)
		if (!j->journey->per_sense[i] && !(left_out >> i & 1))
			g_string_append_printf(out, "%s%s",
					       out->len ? ", " : "",
					       _(fields[T_SEE + i].label));
	return g_string_free(out, FALSE);
}

/* At the list of those left out; where there is none, at the stages. */
static struct finding *report_gap(struct judge *j)
{
	const uint32_t *field = j->journey->root->field;

	return judge_entry(j, J_UNUSED_SENSES,
			   field[J_UNUSED_SENSES] ? field[J_UNUSED_SENSES]
						  : field[J_STAGES]);
}

static bool reaches_any(const struct journey *j)
{
	for (int i = 0; i < SENSES; i++)
		if (j->per_sense[i])
			return true;
	return false;
}

static void sense_gap(struct judge *j)
{
	g_autofree char *senses = NULL;
	struct finding *f;

	if (j->journey->n_touchpoints < GAP_LEAST || !judge_is_whole(j) ||
	    !j->journey->per_trait[TRAIT_IN_PERSON] || !reaches_any(j->journey))
		return;
	senses = gaps(j);
	f = *senses ? report_gap(j) : NULL;
	if (!f)
		return;
	f->message = g_strdup_printf(_("nowhere in the journey: %s"), senses);
	f->remedy = g_strdup(_("design what is missing into one touchpoint, or "
			       "name under 'unused-senses' what is left out on "
			       "purpose"));
}

const struct rule rule_sense_gap = {
	.name = "sense-gap",
	.help = N_("A sense is used nowhere, and not left out on purpose; one "
		   "finding for all senses."),
	.why = N_("Where people are there in body, all five senses are at "
		  "work, whether anybody designed for them or not. A gap may "
		  "be right, but it should be a decision."),
	.source = N_("“Customer experience defined”"),
	.example =
		"stages:\n"
		"  - name: The shop\n"
		"    touchpoints:\n"
		"      - {name: The door, channel: shop, see: A lit window}\n"
		"      - {name: The counter, hear: A greeting}\n"
		"      - {name: The bread, feel: a warm crust}\n"
		"      - {name: The till, see: A clear price}\n"
		"      - {name: The bag, see: Brown paper}\n",
	.remedy = N_("Design what is missing into one touchpoint, or name "
		     "under 'unused-senses' what is left out on purpose."),
	.level = LEVEL_HINT,
	.kinds = RULE_WHOLE,
	.judge = sense_gap,
};

/* The senses of a set, by the names of their fields. */
static char *sense_names(unsigned senses)
{
	size_t n;
	const struct field *fields = schema_fields(PLACE_TOUCHPOINT, &n);
	GString *out = g_string_new(NULL);

	for (int i = 0; i < SENSES; i++)
		if (senses >> i & 1)
			g_string_append_printf(out, "%s%s",
					       out->len ? ", " : "",
					       _(fields[T_SEE + i].label));
	return g_string_free(out, FALSE);
}

static void sense_channel(struct judge *j)
{
	const struct channel *channel = place_channel(j->place);
	g_autofree char *names = NULL;
	struct finding *f;
	unsigned lost;
	int first = 0;

	if (!channel)
		return;
	lost = place_senses(j->journey, j->place) & ~channel->senses;
	if (!lost)
		return;
	while (!(lost >> first & 1))
		first++;
	f = judge_field(j, T_SEE + first);
	if (!f)
		return;
	names = sense_names(lost);
	f->message = g_strdup_printf(_("the channel '%s' does not carry: %s"),
				     channel->name, names);
	f->remedy = g_strdup(_("move it to a touchpoint where it can be "
			       "sensed, or change the channel"));
}

const struct rule rule_sense_channel = {
	.name = "sense-channel",
	.help = N_("A sense is filled that the channel cannot carry."),
	.why = N_("Nothing can be smelt on the telephone. What the channel "
		  "does not carry does not arrive, however well it is meant."),
	.source = N_("Service design literature"),
	.example = "stages:\n"
		   "  - name: The call\n"
		   "    touchpoints:\n"
		   "      - name: The order\n"
		   "        channel: phone\n"
		   "        smell: fresh bread\n",
	.remedy = N_("Move it to a touchpoint where it can be sensed, or "
		     "change the channel."),
	.level = LEVEL_WARNING,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = sense_channel,
};
