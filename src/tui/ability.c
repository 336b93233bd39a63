/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading the signs: TERM, the locale, NO_COLOR, COLORTERM.
 */
#include "tui/ability.h"

#include <glib.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "tui/theme.h"

#define ESC_DELAY 25 /* ms */

static bool is_term(const char *prefix)
{
	const char *name = getenv("TERM");

	return name && g_str_has_prefix(name, prefix);
}

static bool is_set(const char *value)
{
	return value && *value;
}

/* A terminal says so of itself in COLORTERM; GNU screen hands that on and
 * does not know what it means, tmux translates. */
static bool says_true_colour(void)
{
	const char *says = getenv("COLORTERM");

	if (!says || (strcmp(says, "truecolor") && strcmp(says, "24bit")))
		return false;
	return !is_term("screen") || is_set(getenv("TMUX"));
}

struct ability ability_colours(int have, bool direct)
{
	if (is_set(getenv("NO_COLOR")))
		return (struct ability){ 0, _("NO_COLOR is set") };
	if (have < 8)
		return (struct ability){ 0, _("the terminal has none") };
	if (direct)
		return (struct ability){ THEME_TRUE_COLOUR,
					 _("terminfo knows them") };
	if (have >= 256 && says_true_colour())
		return (struct ability){ THEME_TRUE_COLOUR,
					 _("COLORTERM says so") };
	return (struct ability){ have >= 256 ? 256 : 8, _("terminfo says so") };
}

struct ability ability_glyphs(void)
{
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		return (struct ability){ GLYPHS_ASCII,
					 _("the locale is not UTF-8") };
	if (is_term("linux") || is_term("vt"))
		return (struct ability){ GLYPHS_ASCII,
					 _("this kind of terminal has few") };
	return (struct ability){ GLYPHS_EMOJI, _("the locale is UTF-8") };
}

int ability_esc_delay(void)
{
	const char *delay = getenv("ESCDELAY");
	int ms = delay ? atoi(delay) : 0;

	return ms > 0 ? MIN(ms, 5000) : ESC_DELAY;
}
