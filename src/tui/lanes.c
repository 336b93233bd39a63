/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the table of lanes, and which of them the Board shows in which order.
 *
 * Adding a lane is a row.
 */
#include "tui/lanes.h"

#include <string.h>

#include "i18n.h"
#include "tui/ask.h"
#include "tui/menu.h"
#include "tui/preferences.h"

const struct lane lanes_all[] = {
	{ .name = "name",
	  .label = N_("Name"),
	  .help = N_("What each touchpoint is called."),
	  .field = T_NAME,
	  .usual = true,
	  .wish = 5 },
	{ .name = "what",
	  .label = N_("What"),
	  .help = N_("The promise."),
	  .field = T_WHAT,
	  .usual = true,
	  .parts = true,
	  .wish = 3 },
	{ .name = "who",
	  .label = N_("Who"),
	  .help = N_("The one owner."),
	  .field = T_WHO,
	  .usual = true,
	  .wish = 5 },
	{ .name = "how",
	  .label = N_("How"),
	  .help = N_("The delivery."),
	  .field = T_HOW,
	  .usual = true,
	  .wish = 3 },
	{ .name = "see",
	  .label = N_("See"),
	  .help = N_("What there is to see."),
	  .field = T_SEE,
	  .usual = true,
	  .parts = true,
	  .wish = 1 },
	{ .name = "hear",
	  .label = N_("Hear"),
	  .help = N_("What there is to hear."),
	  .field = T_HEAR,
	  .usual = true,
	  .wish = 1 },
	{ .name = "smell",
	  .label = N_("Smell"),
	  .help = N_("What there is to smell."),
	  .field = T_SMELL,
	  .usual = true,
	  .wish = 1 },
	{ .name = "taste",
	  .label = N_("Taste"),
	  .help = N_("What there is to taste."),
	  .field = T_TASTE,
	  .usual = true,
	  .wish = 1 },
	{ .name = "feel",
	  .label = N_("Feel"),
	  .help = N_("What there is to touch, and how it feels."),
	  .field = T_FEEL,
	  .usual = true,
	  .wish = 1 },
	{ .name = "faces",
	  .label = N_("Faces"),
	  .help = N_("The face each touchpoint leaves: walked, or else "
		     "designed."),
	  .kind = LANE_FACE,
	  .field = T_IMPRESSION,
	  .usual = true,
	  .parts = true,
	  .wish = 1 },
	{ .name = "curve",
	  .label = N_("Curve"),
	  .help = N_("The same as a curve: as designed, and as walked."),
	  .kind = LANE_CURVE,
	  .field = T_IMPRESSION,
	  .usual = true,
	  .need = 3,
	  .wish = 9 },
	{ .name = "findings",
	  .label = N_("Findings"),
	  .help = N_("Where What and Who do not make How, and what else is "
		     "wrong."),
	  .kind = LANE_FINDINGS,
	  .field = -1,
	  .usual = true,
	  .wish = 5 },
	{ .name = "scene",
	  .label = N_("Scene"),
	  .help = N_("What happens, told to the customer."),
	  .field = T_SCENE,
	  .wish = 3 },
	{ .name = "channel",
	  .label = N_("Channel"),
	  .help = N_("Where the two meet."),
	  .field = T_CHANNEL,
	  .wish = 3 },
	{ .name = "with",
	  .label = N_("With"),
	  .help = N_("Who else takes part."),
	  .field = T_WITH,
	  .wish = 3 },
	{ .name = "backstage",
	  .label = N_("Backstage"),
	  .help = N_("What is done where the customer does not see it."),
	  .field = T_BACKSTAGE,
	  .wish = 3 },
	{ .name = "support",
	  .label = N_("Support"),
	  .help = N_("The systems and partners behind it."),
	  .field = T_SUPPORT,
	  .wish = 3 },
	{ .name = "evidence",
	  .label = N_("Evidence"),
	  .help = N_("What the customer can hold on to."),
	  .field = T_EVIDENCE,
	  .wish = 3 },
	{ .name = "pain",
	  .label = N_("Pain"),
	  .help = N_("What hurts."),
	  .field = T_PAIN,
	  .wish = 3 },
	{ .name = "opportunity",
	  .label = N_("Chance"),
	  .help = N_("The opportunity: what could be better."),
	  .field = T_OPPORTUNITY,
	  .wish = 3 },
	{ .name = "benchmarks",
	  .label = N_("Bench"),
	  .help = N_("The measures it is graded by."),
	  .field = T_MEASURES,
	  .wish = 3 },
	{ .name = "notes",
	  .label = N_("Notes"),
	  .help = N_("Whatever else is to be kept in mind."),
	  .field = T_NOTES,
	  .wish = 3 },
	{ .name = NULL },
};

static unsigned count(const struct lanes *l)
{
	unsigned n = 0;

	while (l->order[n])
		n++;
	return n;
}

const struct lane *lanes_find(const char *name)
{
	const struct lane *lane = lanes_all;

	while (lane->name && strcmp(lane->name, name) != 0)
		lane++;
	return lane->name ? lane : NULL;
}

void lanes_begin(struct lanes *l)
{
	char **preferred = l->app->preferences->lanes;
	unsigned n = 0;

	for (; preferred && preferred[n]; n++)
		l->order[n] = lanes_find(preferred[n]);
	for (const struct lane *lane = lanes_all; !preferred && lane->name;
	     lane++)
		if (lane->usual)
			l->order[n++] = lane;
	l->order[n] = NULL;
}

/* Have what is shown now as what the user prefers. */
static void keep(const struct lanes *l)
{
	const char *names[LANES_MOST] = { NULL };

	for (unsigned i = 0; l->order[i]; i++)
		names[i] = l->order[i]->name;
	preferences_keep_lanes(l->app->preferences, names);
}

/* Which of those shown it is, or their count. */
static unsigned position(const struct lanes *l, const struct lane *lane)
{
	unsigned n = 0;

	while (l->order[n] && l->order[n] != lane)
		n++;
	return n;
}

static void turn_off(struct lanes *l, unsigned at)
{
	memmove(&l->order[at], &l->order[at + 1],
		(count(l) - at) * sizeof(l->order[0]));
	if (l->lane >= at && l->lane > 0)
		l->lane--;
}

/* Put a lane where the table has it: before the first that comes later
 * there. */
static void turn_on(struct lanes *l, const struct lane *lane)
{
	unsigned at = 0, n = count(l);

	while (at < n && l->order[at] < lane)
		at++;
	memmove(&l->order[at + 1], &l->order[at],
		(n + 1 - at) * sizeof(l->order[0]));
	l->order[at] = lane;
	if (l->lane >= at && n)
		l->lane++;
}

static void ask(struct lanes *l, const char *current);

static bool toggle(struct app *app, const char *name, void *data)
{
	struct lanes *l = data;
	const struct lane *lane = lanes_find(name);
	unsigned at = position(l, lane);

	if (!l->order[at])
		turn_on(l, lane);
	else if (count(l) > 1)
		turn_off(l, at);
	else
		app_say(app, ROLE_WARNING, "%s",
			_("the last lane stays: turn another one on first"));
	keep(l);
	ask(l, name);
	return true;
}

static void ask(struct lanes *l, const char *current)
{
	struct menu *menu = menu_new();
	struct ask_list list = { .title = _("Lanes of the board"),
				 .help = _("Enter turns a lane on or off."),
				 .current = current,
				 .several = true,
				 .done = toggle,
				 .data = l };

	for (const struct lane *lane = lanes_all; lane->name; lane++) {
		bool shown = l->order[position(l, lane)] != NULL;

		menu_add(menu, g_strdup(lane->name),
			 g_strdup_printf("%s %s",
					 canvas_sign(l->app->canvas,
						     shown ? SIGN_SENSE
							   : SIGN_ABSENT),
					 _(lane->label)),
			 g_strdup(_(lane->help)));
	}
	list.items = menu_items(menu);
	ask_choice(l->app, &list);
	menu_free(menu);
}

void lanes_ask(struct lanes *l)
{
	ask(l, lanes_lane(l)->name);
}

void lanes_move_lane(struct lanes *l, int by)
{
	const struct lane *lane = lanes_lane(l);
	unsigned to = l->lane + (unsigned)by;

	if ((by < 0 && l->lane == 0) || !l->order[to]) {
		app_say(l->app, ROLE_CONTENT, "%s",
			by < 0 ? _("this is the first lane already")
			       : _("this is the last lane already"));
		return;
	}
	l->order[l->lane] = l->order[to];
	l->order[to] = lane;
	l->lane = to;
	keep(l);
}
