/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the default theme: what each role looks like on a terminal without
 * colours, with eight, and with 256.  It does not know how a terminal is told
 * (term.c does).
 *
 * The one idea: a calm screen with one bright thing, the selection.  Nothing
 * is black, bright black or dark blue, which vanish on some backgrounds; the
 * background is the terminal's own but under the selection.
 */
#include "tui/theme.h"

#define PLAIN .fg = -1, .bg = -1

static const struct style mono[ROLE_COUNT] = {
	[ROLE_CONTENT] = { PLAIN },
	[ROLE_DIM] = { PLAIN, .dim = true },
	[ROLE_SELECTED] = { PLAIN, .reverse = true },
	[ROLE_MARKED] = { PLAIN, .bold = true },
	[ROLE_TITLE] = { PLAIN, .bold = true },
	[ROLE_STRONG] = { PLAIN, .bold = true },
	[ROLE_ERROR] = { PLAIN, .bold = true },
	[ROLE_WARNING] = { PLAIN, .bold = true },
	[ROLE_GOOD] = { PLAIN },
	[ROLE_ABSENT] = { PLAIN, .dim = true },
	[ROLE_UNSAVED] = { PLAIN, .bold = true },
	[ROLE_SMILE] = { PLAIN },
	[ROLE_FROWN] = { PLAIN },
	[ROLE_FIELD] = { PLAIN, .underline = true },
};

static const struct style eight[ROLE_COUNT] = {
	[ROLE_CONTENT] = { PLAIN },
	[ROLE_DIM] = { PLAIN, .dim = true },
	[ROLE_SELECTED] = { PLAIN, .reverse = true },
	[ROLE_MARKED] = { PLAIN, .bold = true },
	[ROLE_TITLE] = { .fg = 6, .bg = -1, .bold = true },
	[ROLE_STRONG] = { PLAIN, .bold = true },
	[ROLE_ERROR] = { .fg = 1, .bg = -1, .bold = true },
	[ROLE_WARNING] = { .fg = 3, .bg = -1 },
	[ROLE_GOOD] = { PLAIN },
	[ROLE_ABSENT] = { PLAIN, .dim = true },
	[ROLE_UNSAVED] = { .fg = 3, .bg = -1 },
	[ROLE_SMILE] = { .fg = 3, .bg = -1 },
	[ROLE_FROWN] = { .fg = 6, .bg = -1 },
	[ROLE_FIELD] = { PLAIN, .underline = true },
};

static const struct style many[ROLE_COUNT] = {
	[ROLE_CONTENT] = { PLAIN },
	[ROLE_DIM] = { .fg = 245, .bg = -1 },
	[ROLE_SELECTED] = { .fg = 255, .bg = 24, .bold = true },
	[ROLE_MARKED] = { PLAIN, .bold = true },
	[ROLE_TITLE] = { .fg = 80, .bg = -1 },
	[ROLE_STRONG] = { PLAIN, .bold = true },
	[ROLE_ERROR] = { .fg = 203, .bg = -1 },
	[ROLE_WARNING] = { .fg = 214, .bg = -1 },
	[ROLE_GOOD] = { .fg = 108, .bg = -1 },
	[ROLE_ABSENT] = { .fg = 240, .bg = -1 },
	[ROLE_UNSAVED] = { .fg = 214, .bg = -1 },
	[ROLE_SMILE] = { .fg = 208, .bg = -1 },
	[ROLE_FROWN] = { .fg = 67, .bg = -1 },
	[ROLE_FIELD] = { PLAIN, .underline = true },
};

struct style theme_style(enum role role, int colors)
{
	if (colors >= 256)
		return many[role];
	return colors >= 8 ? eight[role] : mono[role];
}
