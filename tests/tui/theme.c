/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What colour means, as a promise about every role of every theme of ours on
 * every depth: visible, and told apart without colours.  And how a theme is
 * read.
 */
#include "tui/theme.h"

#include <criterion/criterion.h>
#include <math.h>

#include "tui/themes.h"

static const int depths[] = { 0, 8, 256, THEME_TRUE_COLOUR };
static const char *const ours[] = { "default", "light", "high-contrast", "mono",
				    NULL };

static struct theme theme(const char *name)
{
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *meant = NULL;
	struct theme t = { 0 };

	cr_assert(themes_find(name, &t, &meant, problems));
	cr_assert_eq(problems->len, 0, "%s: %s", name,
		     (const char *)problems->pdata[0]);
	return t;
}

static bool same(struct style a, struct style b)
{
	return a.fg == b.fg && a.bg == b.bg && a.bold == b.bold &&
	       a.dim == b.dim && a.reverse == b.reverse &&
	       a.underline == b.underline;
}

Test(theme, no_colour_that_vanishes)
{
	for (size_t n = 0; ours[n]; n++) {
		struct theme t = theme(ours[n]);

		for (size_t i = 0; i < G_N_ELEMENTS(depths); i++)
			for (enum role role = 0; role < ROLE_COUNT; role++) {
				struct style s =
					theme_style(&t, role, depths[i]);

				cr_expect(s.fg != 0 && s.fg != 8 && s.fg != 4);
				cr_expect_not(s.fg >= 17 && s.fg <= 20);
			}
	}
}

Test(theme, colours_exist_at_their_depth)
{
	for (size_t n = 0; ours[n]; n++) {
		struct theme t = theme(ours[n]);

		for (enum role role = 0; role < ROLE_COUNT; role++) {
			struct style none = theme_style(&t, role, 0);
			struct style eight = theme_style(&t, role, 8);
			struct style many = theme_style(&t, role, 256);

			cr_expect(none.fg == -1 && none.bg == -1);
			cr_expect(eight.fg < 8 && eight.bg < 8);
			cr_expect(many.fg < 256 && many.bg < 256);
		}
	}
}

Test(theme, says_how_every_role_looks)
{
	for (size_t n = 0; ours[n]; n++) {
		g_autofree char *path =
			g_build_filename(g_getenv("top_srcdir"), "data",
					 "themes", ours[n], NULL);
		g_autofree char *text = NULL;

		cr_assert(g_file_get_contents(path, &text, NULL, NULL));
		for (enum role role = 0; role < ROLE_COUNT; role++) {
			g_autofree char *line =
				g_strdup_printf("\n%s\t", role_names[role]);

			cr_expect(strstr(text, line), "%s: nothing of '%s'",
				  ours[n], role_names[role]);
		}
	}
}

Test(theme, the_selection_differs_from_all_else_without_colours)
{
	for (size_t n = 0; ours[n]; n++) {
		struct theme t = theme(ours[n]);
		struct style selected = theme_style(&t, ROLE_SELECTED, 0);

		for (enum role role = 0; role < ROLE_COUNT; role++)
			if (role != ROLE_SELECTED)
				cr_expect_not(same(selected,
						   theme_style(&t, role, 0)));
	}
}

Test(theme, what_matters_stands_out_without_colours)
{
	for (size_t n = 0; ours[n]; n++) {
		struct theme t = theme(ours[n]);

		cr_expect(theme_style(&t, ROLE_SELECTED, 0).reverse);
		cr_expect(theme_style(&t, ROLE_ERROR, 0).bold);
		cr_expect(theme_style(&t, ROLE_WARNING, 0).bold);
		cr_expect(theme_style(&t, ROLE_FIELD, 0).underline);
	}
}

Test(theme, leaves_the_background_alone_but_under_the_selection)
{
	struct theme t = theme("default");

	for (enum role role = 0; role < ROLE_COUNT; role++)
		cr_expect_eq(theme_style(&t, role, 256).bg != -1,
			     role == ROLE_SELECTED);
}

Test(theme, uses_no_colour_where_it_is_called_mono)
{
	struct theme t = theme("mono");

	for (enum role role = 0; role < ROLE_COUNT; role++)
		for (size_t i = 0; i < G_N_ELEMENTS(depths); i++) {
			struct style s = theme_style(&t, role, depths[i]);

			cr_expect(s.fg == -1 && s.bg == -1);
		}
}

Test(theme, depths_between_use_the_lesser_column)
{
	struct theme t = theme("default");

	cr_expect_eq(theme_style(&t, ROLE_ERROR, 7).fg, -1);
	cr_expect_eq(theme_style(&t, ROLE_ERROR, 88).fg, 1);
	cr_expect_eq(theme_style(&t, ROLE_ERROR, 1 << 24).fg, 203);
}

/* --- contrast, as WCAG 2 reckons it --------------------------------------- */

static double light_of(uint32_t rgb, int shift)
{
	double part = (rgb >> shift & 0xFF) / 255.0;

	return part <= 0.04045 ? part / 12.92
			       : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(int32_t colour)
{
	uint32_t rgb = theme_rgb(colour);

	return 0.2126 * light_of(rgb, 16) + 0.7152 * light_of(rgb, 8) +
	       0.0722 * light_of(rgb, 0);
}

static double contrast(struct style s)
{
	double a = luminance(s.fg), b = luminance(s.bg);

	return (MAX(a, b) + 0.05) / (MIN(a, b) + 0.05);
}

static void expect_contrast(const char *name, double least)
{
	struct theme t = theme(name);

	for (enum role role = 0; role < ROLE_COUNT; role++) {
		struct style s = theme_style(&t, role, 256);

		cr_assert(s.fg >= 16 && s.bg >= 16, "%s, %s", name,
			  role_names[role]);
		cr_expect(contrast(s) >= least, "%s, %s: %.1f", name,
			  role_names[role], contrast(s));
	}
}

Test(theme, light_can_be_read)
{
	expect_contrast("light", 4.5);
}

Test(theme, high_contrast_has_it)
{
	expect_contrast("high-contrast", 7);
}

/* --- reading -------------------------------------------------------------- */

static void read_expecting(struct theme *t, const char *text,
			   const char *problem)
{
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);

	theme_read(t, text, "mine", problems);
	if (!problem) {
		cr_expect_eq(problems->len, 0);
		return;
	}
	cr_assert_eq(problems->len, 1);
	cr_expect_str_eq((const char *)problems->pdata[0], problem);
}

Test(theme, reads_numbers_names_and_red_green_blue)
{
	struct theme t = theme("default");
	struct style s;

	read_expecting(&t,
		       "# a comment\n\n"
		       "title 80 on #102030 bold underline\r\n"
		       "error red | magenta dim| reverse\n",
		       NULL);
	s = theme_style(&t, ROLE_TITLE, THEME_TRUE_COLOUR);
	cr_expect(s.fg == 80 && s.bg == (COLOUR_RGB | 0x102030));
	cr_expect(s.bold && s.underline && !s.dim && !s.reverse);
	cr_expect_eq(theme_style(&t, ROLE_ERROR, 256).fg, 1);
	cr_expect_eq(theme_style(&t, ROLE_ERROR, 8).fg, 5);
	cr_expect(theme_style(&t, ROLE_ERROR, 8).dim);
	cr_expect(theme_style(&t, ROLE_ERROR, 0).reverse);
}

Test(theme, keeps_what_it_does_not_name)
{
	struct theme t = theme("default"), before = t;

	read_expecting(&t, "title 99\nerror | | reverse\n", NULL);
	cr_expect_eq(theme_style(&t, ROLE_TITLE, 256).fg, 99);
	cr_expect(same(theme_style(&t, ROLE_TITLE, 8),
		       theme_style(&before, ROLE_TITLE, 8)));
	cr_expect(same(theme_style(&t, ROLE_ERROR, 256),
		       theme_style(&before, ROLE_ERROR, 256)));
	cr_expect(theme_style(&t, ROLE_ERROR, 0).reverse);
}

Test(theme, says_what_is_wrong_and_keeps_the_rest)
{
	struct theme t = theme("default");

	read_expecting(&t, "\ntitel 80\ntitle 99",
		       "mine:2:1: there is no role 'titel'; did you mean "
		       "'title'?");
	cr_expect_eq(theme_style(&t, ROLE_TITLE, 256).fg, 99);
	read_expecting(&t, "nonsense 80",
		       "mine:1:1: there is no role "
		       "'nonsense'");
	read_expecting(&t, "title 256 | green",
		       "mine:1:7: '256' is no look; here stand a number below "
		       "256, #rrggbb or a colour's name, bold, dim, underline, "
		       "reverse or -");
	cr_expect_eq(theme_style(&t, ROLE_TITLE, 256).fg, 99);
	cr_expect_eq(theme_style(&t, ROLE_TITLE, 8).fg, 2);
	read_expecting(&t, "title 80 | #102030",
		       "mine:1:12: '#102030' is no look; here stand a colour's "
		       "name, bold, dim, underline, reverse or -");
	read_expecting(&t, "title 80 | red | red",
		       "mine:1:18: 'red' is no look; here stand no colour, "
		       "bold, dim, underline, reverse or -");
	read_expecting(&t, "title 80 | red | bold | bold",
		       "mine:1:25: there are three columns, and no more");
	read_expecting(&t, "title #12345\xff",
		       "mine:1:7: '#12345\xEF\xBF\xBD' is no look; here stand "
		       "a number below 256, #rrggbb or a colour's name, bold, "
		       "dim, underline, reverse or -");
}

Test(theme, a_colour_of_many_is_the_nearest_there_is)
{
	struct theme t = theme("default");

	read_expecting(&t, "title #fe8800 on #080808\n", NULL);
	cr_expect_eq(theme_style(&t, ROLE_TITLE, 256).fg, 208);
	cr_expect_eq(theme_style(&t, ROLE_TITLE, 256).bg, 232);
	cr_expect_eq(theme_rgb(208), 0xff8700u);
	cr_expect_eq(theme_rgb(255), 0xeeeeeeu);
}
