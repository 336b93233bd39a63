/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cell grid: what is cut where, what never remains half drawn, how lines
 * join; and that no text or coordinates whatever break the grid.
 */
#include "tui/canvas.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <wchar.h>

static struct canvas *canvas;

static void setup(void)
{
	cr_assert(setlocale(LC_ALL, "C.UTF-8"));
	canvas = canvas_new(3, 10, GLYPHS_EMOJI);
}

static void teardown(void)
{
	canvas_free(canvas);
}

TestSuite(canvas, .init = setup, .fini = teardown);

static void expect_screen(const char *want)
{
	g_autofree char *got = canvas_dump(canvas);

	cr_expect_str_eq(got, want, "the screen is:\n%snot:\n%s", got, want);
}

static int text(int y, int x, int width, const char *string)
{
	return canvas_text(canvas, y, x, width, ROLE_CONTENT, string);
}

static struct cell at(int y, int x)
{
	return canvas_cell(canvas, y, x);
}

/* Every wide cell has its right half and every right half its wide cell. */
static void expect_whole(void)
{
	for (int y = 0; y < canvas->rows; y++)
		for (int x = 0; x < canvas->cols; x += at(y, x).width) {
			struct cell cell = at(y, x);
			int width = wcwidth((wchar_t)cell.ch[0]);
			cr_assert(cell.width >= 1 && cell.width <= 2);
			cr_assert_eq(cell.width, width);
			cr_assert_leq(x + cell.width, canvas->cols);
			if (width == 2)
				cr_assert(at(y, x + 1).width == 0 &&
					  at(y, x + 1).ch[0] == 0);
		}
}

Test(canvas, text_that_fits_is_drawn_whole)
{
	cr_expect_eq(text(0, 0, 10, "0123456789"), 10);
	cr_expect_eq(text(1, 2, 8, "ąß漢字→"), 7);
	cr_expect_eq(text(2, 0, 3, ""), 0);
	expect_screen("0123456789\n  ąß漢字→\n\n");
}

Test(canvas, text_that_does_not_fit_is_cut_with_an_ellipsis)
{
	cr_expect_eq(text(0, 0, 5, "0123456789"), 5);
	cr_expect_eq(text(1, 6, 10, "abcdef"), 4);
	expect_screen("0123…\n      abc…\n\n");
}

Test(canvas, a_cut_never_halves_a_wide_character)
{
	text(0, 0, 9, "xxxxxxxxx");
	cr_expect_eq(text(0, 0, 5, "abc漢字"), 4);
	expect_screen("abc… xxxx\n\n\n");
	cr_expect_eq(text(1, 0, 2, "漢字"), 1);
	cr_expect_eq(text(2, 0, 1, "漢"), 1);
	expect_screen("abc… xxxx\n…\n…\n");
	expect_whole();
}

Test(canvas, ascii_cuts_with_dots)
{
	canvas->glyphs = GLYPHS_ASCII;
	cr_expect_eq(text(0, 0, 5, "0123456789"), 5);
	cr_expect_eq(text(1, 0, 1, "01"), 1);
	cr_expect_eq(text(2, 0, 4, "a漢字bc"), 4);
	expect_screen("012..\n.\na?..\n");
}

Test(canvas, a_cluster_of_many_columns_is_kept_or_cut_whole)
{
	canvas->glyphs = GLYPHS_ASCII;
	cr_expect_eq(text(0, 0, 6, "ab€cd"), 4);
	expect_screen("ab..\n\n\n");
}

Test(canvas, no_wide_character_in_the_last_column)
{
	text(0, 9, 2, "漢");
	text(1, 8, 2, "漢");
	cr_expect_eq(at(0, 9).width, 1);
	cr_expect_eq(at(1, 8).width, 2);
	expect_whole();
}

Test(canvas, half_a_wide_character_never_remains)
{
	text(0, 0, 10, "漢字漢字");
	text(0, 1, 1, "x");
	text(0, 4, 1, "y");
	expect_screen(" x字y 字\n\n\n");
	text(0, 1, 2, "漢");
	expect_screen(" 漢 y 字\n\n\n");
	expect_whole();
}

Test(canvas, what_lies_outside_is_clipped)
{
	text(-1, 0, 10, "above");
	text(3, 0, 10, "below");
	text(0, 10, 10, "right");
	text(0, -2, 10, "left");
	text(1, -1, 10, "漢a");
	text(2, 0, -1, "no");
	canvas_printf(canvas, 2, 5, 5, ROLE_CONTENT, "%d%%", 42);
	expect_screen("ft\n a\n     42%\n");
}

Test(canvas, unseen_text_after_the_last_column_cuts_nothing)
{
	cr_expect_eq(text(0, 0, 3, "abc\u200B\uFEFF"), 3);
	expect_screen("abc\n\n\n");
}

Test(canvas, width_is_what_text_uses)
{
	cr_expect_eq(canvas_width(canvas, "a漢👩‍🚀\t🇩🇪\033"), 9);
	canvas->glyphs = GLYPHS_ASCII;
	cr_expect_eq(canvas_width(canvas, "a漢…"), 5);
}

Test(canvas, clusters_are_counted_in_bytes_and_columns)
{
	const char *family = "👩‍🚀x";
	struct glyph glyph;

	cr_expect_eq(glyph_next(family, strlen(family), canvas->glyphs, &glyph),
		     strlen(family) - 1);
	cr_expect_eq(glyph_width(&glyph), 2);
	cr_expect_eq(glyph_next("a", 1, canvas->glyphs, &glyph), 1);
	cr_expect_eq(glyph_width(&glyph), 1);
}

Test(canvas, boxes_share_borders)
{
	canvas_box(canvas, (struct rect){ 0, 0, 3, 10 }, ROLE_DIM);
	canvas_vline(canvas, 0, 4, 3, ROLE_DIM);
	canvas_hline(canvas, 1, 4, 6, ROLE_DIM);
	expect_screen("┌───┬────┐\n│   ├────┤\n└───┴────┘\n");
	canvas_hline(canvas, 1, 0, 10, ROLE_DIM);
	expect_screen("┌───┬────┐\n├───┼────┤\n└───┴────┘\n");
}

Test(canvas, boxes_side_by_side_join)
{
	canvas_box(canvas, (struct rect){ 0, 0, 3, 5 }, ROLE_DIM);
	canvas_box(canvas, (struct rect){ 0, 4, 3, 6 }, ROLE_DIM);
	expect_screen("┌───┬────┐\n│   │    │\n└───┴────┘\n");
}

Test(canvas, text_on_a_line_is_not_a_line)
{
	canvas->glyphs = GLYPHS_ASCII;
	canvas_box(canvas, (struct rect){ 0, 0, 3, 10 }, ROLE_DIM);
	text(0, 2, 3, "a-b");
	canvas_vline(canvas, 1, 3, 1, ROLE_DIM);
	canvas_vline(canvas, 0, 6, 3, ROLE_DIM);
	expect_screen("+-a-b-+--+\n|  |  |  |\n+-----+--+\n");
}

Test(canvas, dots_and_signs_follow_the_glyph_level)
{
	canvas_dots(canvas, 0, 0, 3, ROLE_DIM);
	cr_expect_str_eq(canvas_sign(canvas, SIGN_SELECT), "▸");
	canvas->glyphs = GLYPHS_ASCII;
	canvas_dots(canvas, 1, 0, 3, ROLE_DIM);
	cr_expect_str_eq(canvas_sign(canvas, SIGN_SELECT), ">");
	expect_screen("┈┈┈\n...\n\n");
}

Test(canvas, every_sign_has_both_forms)
{
	for (enum sign sign = 0; sign < SIGN_COUNT; sign++) {
		canvas->glyphs = GLYPHS_UNICODE;
		const char *unicode = canvas_sign(canvas, sign);
		cr_assert(unicode);
		cr_expect_eq(canvas_width(canvas, unicode), 1);
		canvas->glyphs = GLYPHS_ASCII;
		const char *ascii = canvas_sign(canvas, sign);
		cr_assert(ascii && g_str_is_ascii(ascii));
	}
}

Test(canvas, roles_stay_with_their_cells)
{
	text(0, 0, 3, "abc");
	canvas_role(canvas, 0, 1, 99, ROLE_SELECTED);
	canvas_role(canvas, 7, 0, 1, ROLE_SELECTED);
	cr_expect_eq(at(0, 0).role, ROLE_CONTENT);
	cr_expect_eq(at(0, 1).role, ROLE_SELECTED);
	cr_expect_eq(at(0, 9).role, ROLE_SELECTED);
	cr_expect_eq(at(0, 1).ch[0], 'b');
}

Test(canvas, the_cursor_stays_on_the_canvas)
{
	canvas_cursor(canvas, 99, -5);
	cr_expect_eq(canvas->cursor_y, 2);
	cr_expect_eq(canvas->cursor_x, 0);
}

Test(canvas, resizing_blanks)
{
	text(0, 0, 3, "abc");
	canvas_resize(canvas, 0, 4);
	cr_expect_eq(canvas->rows, 1);
	expect_screen("\n");
}

static char *any_bytes(GRand *rand)
{
	GString *bytes = g_string_new(NULL);

	for (int i = g_rand_int_range(rand, 0, 12); i > 0; i--) {
		uint32_t ch = (uint32_t)g_rand_int_range(rand, 1, 0xD800);
		if (g_rand_boolean(rand))
			g_string_append_unichar(bytes, ch);
		else if (g_rand_boolean(rand))
			g_string_append_unichar(bytes, ch % 128 + 1);
		else
			g_string_append_c(bytes, (char)(ch % 255 + 1));
	}
	return g_string_free(bytes, FALSE);
}

static void draw_anything(GRand *rand)
{
	g_autofree char *bytes = any_bytes(rand);
	int y = g_rand_int_range(rand, -1, 4);
	int x = g_rand_int_range(rand, -3, 12);
	int width = g_rand_int_range(rand, -1, 14);

	int used = text(y, x, width, bytes);
	cr_assert(used >= 0 && used <= MAX(width, 0));
	if (g_rand_int_range(rand, 0, 4) == 0)
		canvas_hline(canvas, y, x, width, ROLE_DIM);
	if (g_rand_int_range(rand, 0, 4) == 0)
		canvas_vline(canvas, y, x, width, ROLE_DIM);
}

Test(canvas, nothing_breaks_the_grid)
{
	GRand *rand = g_rand_new_with_seed(1);

	for (int round = 0; round < 20000; round++) {
		canvas->glyphs = (enum glyphs)g_rand_int_range(rand, 0, 3);
		draw_anything(rand);
		expect_whole();
	}
	g_rand_free(rand);
}

Test(canvas, rows_that_differ_in_a_mark_are_not_the_same)
{
	struct canvas *shown =
		canvas_new(canvas->rows, canvas->cols, canvas->glyphs);

	text(1, 0, 9, "re\u0301sume\u0301");
	cr_expect_not(canvas_same_row(shown, canvas, 1));
	canvas_copy_row(shown, canvas, 1);
	cr_expect(canvas_same(shown, canvas, 1, 1));
	text(1, 0, 9, "re\u0300sume\u0301");
	cr_expect_not(canvas_same_row(shown, canvas, 1));
	cr_expect_not(canvas_same(shown, canvas, 1, 1));
	cr_expect(canvas_same(shown, canvas, 1, 5));
	canvas_clear(shown);
	canvas_clear(canvas);
	cr_expect(canvas_same_row(shown, canvas, 1));
	canvas_free(shown);
}
