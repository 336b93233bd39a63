/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text in capitals that the customer meets.
 *
 *	PLEASE STATE WHETHER INSULATED     three words in a row: shouting
 *	OPEN DAILY 24 HOURS                a digit breaks the row
 *	PASS/FAIL/WARN                     is one word
 *
 * Every text of every touchpoint is looked at, so a first look at its bytes
 * must do for nearly all: without nine capitals there cannot be three such
 * words.
 */
#include "rules/judge.h"

#include "i18n.h"

#define CASED_LEAST 10 /* letters that have a case */
#define CAPITAL_PERCENT 70
#define WORD_LEAST 3 /* letters of a word, and words in a row */

/* What has been counted of a text. */
struct noise {
	unsigned cased, capitals;
	unsigned word, small; /* letters of this word, those not capitals */
	bool digit; /* this word has one */
	unsigned row, longest; /* of words in capitals */
};

static void end_word(struct noise *n)
{
	bool shouted = n->word >= WORD_LEAST && !n->small && !n->digit;

	n->row = shouted ? n->row + 1 : 0;
	n->longest = MAX(n->longest, n->row);
	n->word = n->small = 0;
	n->digit = false;
}

static void hear(struct noise *n, gunichar c)
{
	bool upper = g_unichar_isupper(c), lower = g_unichar_islower(c);

	n->cased += upper || lower;
	n->capitals += upper;
	n->word += g_unichar_isalpha(c);
	n->small += g_unichar_isalpha(c) && !upper;
	n->digit = n->digit || g_unichar_isdigit(c);
}

static bool is_shouted(const char *text)
{
	struct noise n = { .word = 0 };
	bool in_word = false;

	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if (!g_unichar_isspace(c)) {
			in_word = true;
			hear(&n, c);
		} else if (in_word) {
			in_word = false;
			end_word(&n);
		}
	}
	end_word(&n);
	return n.cased >= CASED_LEAST &&
	       n.capitals * 100 >= n.cased * CAPITAL_PERCENT &&
	       n.longest >= WORD_LEAST;
}

static void listen(struct judge *j, int field)
{
	g_autofree char *text = NULL, *quoted = NULL;
	struct finding *f;

	if (!j->place->field[field] ||
	    tree_capitals(j->journey->tree, j->place->field[field]) <
		    WORD_LEAST * WORD_LEAST)
		return;
	text = place_text(j->journey, j->place, field);
	if (!is_shouted(text))
		return;
	f = judge_value(j, field, j->place->field[field]);
	if (!f)
		return;
	quoted = judge_quote(text);
	f->message = g_strdup_printf(_("%s reads as shouting"), quoted);
	f->remedy = g_strdup(_("write it as you would say it to somebody in "
			       "front of you"));
}

static void shouting(struct judge *j)
{
	listen(j, T_SAYS);
	listen(j, T_SEE);
	listen(j, T_HEAR);
}

const struct rule rule_shouting = {
	.name = "shouting",
	.help = N_("What the customer reads or hears is in capitals."),
	.why = N_("Capitals are read as a raised voice. Nobody would speak "
		  "like that to a customer who stands before them."),
	.source = N_("“Put a date on hold”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The sign\n"
		   "        says: PLEASE WAIT YOUR TURN BEHIND THE LINE\n",
	.remedy = N_("Write it as you would say it to somebody in front of "
		     "you."),
	.level = LEVEL_WARNING,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = shouting,
};
