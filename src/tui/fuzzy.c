/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the counting.  The letters can stand in a text in many ways, so for
 * each letter typed the best count with its end at each letter of the text is
 * found from those of the letter before:
 *
 *	     n  e  x  t     f  i  n  d
 *	n    3  -  -  -  -  -  -  0  -
 *	f    -  -  -  -  -  6  -  -  -
 */
#include "tui/fuzzy.h"

#include <string.h>

#include <glib.h>
#include <stdbool.h>

#define MOST 200 /* letters of the text */
#define BEGINS 3 /* a letter at the beginning of a word */
#define FOLLOWS FUZZY_NEAT /* one behind the letter typed before */

struct letters {
	gunichar ch[MOST];
	bool begins[MOST]; /* a word */
	int count;
};

static void read_letters(struct letters *l, const char *text)
{
	bool inside = false;

	l->count = 0;
	for (; *text && l->count < MOST; text = g_utf8_next_char(text)) {
		gunichar ch = g_utf8_get_char(text);

		l->ch[l->count] = ch;
		l->begins[l->count++] = !inside && g_unichar_isalnum(ch);
		inside = g_unichar_isalnum(ch);
	}
}

/* The next row: BEST[i] is the most that the letters up to CH count for with
 * CH at i, or -1. */
static void step(const struct letters *l, gunichar ch, int best[MOST])
{
	int before = -1, apart = -1; /* of the row above: at i - 1, and the
					most before that */

	for (int i = 0; i < l->count; i++) {
		int above = best[i], from = apart, bonus = 0;

		if (l->begins[i])
			bonus = BEGINS;
		if (before >= 0 && before + MAX(bonus, FOLLOWS) > from + bonus)
			from = before + MAX(bonus, FOLLOWS) - bonus;
		best[i] = from >= 0 && l->ch[i] == ch ? from + bonus : -1;
		apart = MAX(apart, before);
		before = above;
	}
}

static void begin(const struct letters *l, gunichar ch, int best[MOST])
{
	for (int i = 0; i < l->count; i++)
		best[i] = l->ch[i] == ch ? (l->begins[i] ? BEGINS : 0) : -1;
}

int fuzzy_score(const char *text, const char *typed)
{
	struct letters l;
	int best[MOST], most = -1;

	if (!*typed)
		return 0;
	if (strlen(typed) > strlen(text))
		return -1;
	read_letters(&l, text);
	begin(&l, g_utf8_get_char(typed), best);
	while (*(typed = g_utf8_next_char(typed)))
		step(&l, g_utf8_get_char(typed), best);
	for (int i = 0; i < l.count; i++)
		most = MAX(most, best[i]);
	return most;
}
