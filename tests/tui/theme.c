/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What colour means, as a promise about every role on every depth: visible
 * on any background, and told apart without colours.
 */
#include "tui/theme.h"

#include <criterion/criterion.h>

static const int depths[] = { 0, 8, 256 };

Test(theme, no_colour_that_vanishes)
{
	for (size_t i = 0; i < 3; i++)
		for (enum role role = 0; role < ROLE_COUNT; role++) {
			struct style style = theme_style(role, depths[i]);
			cr_expect(style.fg != 0 && style.fg != 8);
			cr_expect(style.fg != 4 &&
				  !(style.fg >= 16 && style.fg <= 20));
		}
}

Test(theme, colours_exist_at_their_depth)
{
	for (enum role role = 0; role < ROLE_COUNT; role++) {
		struct style mono = theme_style(role, 0);
		struct style eight = theme_style(role, 8);
		struct style many = theme_style(role, 256);
		cr_expect(mono.fg == -1 && mono.bg == -1);
		cr_expect(eight.fg < 8 && eight.bg < 8);
		cr_expect(many.fg < 256 && many.bg < 256);
	}
}

Test(theme, only_the_selection_has_a_background)
{
	for (enum role role = 0; role < ROLE_COUNT; role++) {
		struct style style = theme_style(role, 256);
		cr_expect((style.bg != -1) == (role == ROLE_SELECTED));
	}
}

Test(theme, what_matters_stands_out_without_colours)
{
	cr_expect(theme_style(ROLE_SELECTED, 0).reverse);
	cr_expect(theme_style(ROLE_ERROR, 0).bold);
	cr_expect(theme_style(ROLE_WARNING, 0).bold);
	cr_expect(theme_style(ROLE_FIELD, 0).underline);
}

Test(theme, depths_between_use_the_lesser_table)
{
	cr_expect_eq(theme_style(ROLE_ERROR, 7).fg, -1);
	cr_expect_eq(theme_style(ROLE_ERROR, 88).fg, 1);
	cr_expect_eq(theme_style(ROLE_ERROR, 1 << 24).fg, 203);
}
