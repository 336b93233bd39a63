/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Waiving: where a waiver is written, in the way the file writes lists, and
 * that one change is enough.
 */
#include <criterion/criterion.h>

#include "story.h"

#define TP "stages:\n- touchpoints:\n  - id: x\n    name: X\n"

static void waive(const char *text, const char *const *names,
		  const char *because, const char *done, const char *wanted)
{
	g_autoptr(Story) s = story_open(text);
	GError *error = NULL;
	const struct change *c = journey_waive(s->j, story_touchpoint(s, 0, 0),
					       names, because, &error);

	cr_assert_null(error, "%s", error ? error->message : "");
	story_becomes(s, c, done, wanted);
}

static const char *const no_how[] = { "no-how", NULL };

Test(waive, begins_a_list)
{
	waive(TP, no_how, "we find out", "waive no-how at X",
	      TP "    waive:\n"
		 "    - rule: no-how\n"
		 "      because: we find out\n");
}

Test(waive, goes_on_in_the_way_of_the_list)
{
	waive(TP "    waive:\n      - rule: no-who\n        because: b\n",
	      no_how, "it is: late", "waive no-how at X",
	      TP "    waive:\n      - rule: no-who\n        because: b\n"
		 "      - rule: no-how\n        because: \"it is: late\"\n");
	waive(TP "    waive: [{rule: no-who, because: b}]\n", no_how, "c",
	      "waive no-how at X",
	      TP "    waive: [{rule: no-who, because: b}, "
		 "{rule: no-how, because: c}]\n");
}

Test(waive, takes_two_rules_that_say_the_same_at_once)
{
	static const char *const both[] = { "no-what", "groundless-how", NULL };

	waive(TP, both, "r", "waive no-what, groundless-how at X",
	      TP "    waive:\n"
		 "    - rule: no-what\n      because: r\n"
		 "    - rule: groundless-how\n      because: r\n");
}

Test(waive, is_the_journey_s_where_a_place_cannot)
{
	g_autoptr(Story) s = story_open("owners:\n- id: a\nstages: []\n");
	GError *error = NULL;
	const struct change *c =
		journey_waive(s->j, story_owner(s, 0), no_how, "r", &error);

	cr_assert(c && !error);
	story_becomes(s, c, "waive no-how at a",
		      "waive:\n- rule: no-how\n  because: r\n"
		      "owners:\n- id: a\nstages: []\n");
}
