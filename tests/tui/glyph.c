/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The gate for foreign text: what each kind of cluster is drawn as, and that
 * no bytes at all get anything through that a terminal might obey or count
 * differently.
 */
#include "tui/glyph.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <locale.h>
#include <unigbrk.h>

#include "drawable.h"

static void use_utf8(void)
{
	cr_assert(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(glyph, .init = use_utf8);

/* All of TEXT as it is drawn, cells parted by '|'. */
static char *drawn(const char *text, size_t len, enum glyphs level)
{
	GString *out = g_string_new(NULL);

	for (size_t at = 0; at < len;) {
		struct glyph glyph;
		at += glyph_next(text + at, len - at, level, &glyph);
		for (int i = 0; i < glyph.count; i++) {
			const uint32_t *ch = glyph.cells[i].ch;
			if (out->len)
				g_string_append_c(out, '|');
			for (int k = 0; k < CELL_CHARS && ch[k]; k++)
				g_string_append_unichar(out, ch[k]);
		}
	}
	return g_string_free(out, FALSE);
}

static void expect_level(enum glyphs level, const char *text, const char *want)
{
	g_autofree char *got = drawn(text, strlen(text), level);

	cr_expect_str_eq(got, want, "'%s' is drawn as '%s', not '%s'", text,
			 got, want);
}

static void expect(const char *text, const char *want)
{
	expect_level(GLYPHS_EMOJI, text, want);
	expect_level(GLYPHS_UNICODE, text, want);
}

static void expect_ascii(const char *text, const char *want)
{
	expect_level(GLYPHS_ASCII, text, want);
}

Test(glyph, plain_text_is_itself)
{
	expect("a~ ", "a|~| ");
	expect("ąß→", "ą|ß|→");
	expect("漢字", "漢|字");
	expect("😍", "😍");
}

Test(glyph, at_most_three_marks_stay_with_their_base)
{
	expect("e\u0301x", "e\u0301|x");
	expect("a\u0301\u0302\u0303\u0304\u0305b", "a\u0301\u0302\u0303|b");
}

Test(glyph, a_lone_mark_stands_on_a_blank)
{
	expect("\u0301", " \u0301");
	expect("\t\u0301", " | \u0301");
}

Test(glyph, emoji_sequences_are_drawn_by_their_first_member)
{
	expect("👩‍🚀x", "👩|x");
	expect("👨‍👩‍👧‍👦", "👨");
	expect("👍🏽", "👍");
	expect("☺️", "☺");
	expect("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
	       "🏴");
}

Test(glyph, a_flag_is_its_letters)
{
	expect("🇩🇪🇫🇷", "D|E|F|R");
	expect("🇩", "D");
}

Test(glyph, a_keycap_is_its_digit)
{
	expect("1️⃣#⃣", "1|#");
}

Test(glyph, what_is_not_seen_takes_no_cell)
{
	expect("a\u200Bb\u00ADc\uFEFFd\u202Ee\u2066f\u200F\u061C",
	       "a|b|c|d|e|f");
	expect("\uFE0F\U000E0041\U0001F3FD\u200D", "");
}

Test(glyph, controls_are_pictures)
{
	expect("\033[2J", "␛|[|2|J");
	expect("\a\b\x7f", "␇|␈|␡");
	expect("\r", "␍");
	expect("\xc2\x9b"
	       "31m",
	       "\uFFFD|3|1|m");
	g_autofree char *nul = drawn("a\0b", 3, GLYPHS_EMOJI);
	cr_expect_str_eq(nul, "a|␀|b");
}

Test(glyph, tabs_and_line_ends_are_one_blank)
{
	expect("a\tb\nc\r\nd\u2028e", "a| |b| |c| |d| |e");
}

Test(glyph, each_bad_byte_is_one_replacement)
{
	expect("a\xff\xfe"
	       "b",
	       "a|\uFFFD|\uFFFD|b");
	expect("\xe2\x82", "\uFFFD|\uFFFD");
	expect("\xed\xa0\x80", "\uFFFD|\uFFFD|\uFFFD");
	expect("\xc0\xaf", "\uFFFD|\uFFFD");
	expect("e\xcc", "e|\uFFFD");
}

Test(glyph, what_is_not_agreed_about_is_one_replacement)
{
	expect("\U0001FAE8", "\uFFFD"); /* newer than the tables */
	expect("\uFFFF", "\uFFFD");
	expect("\u0600", "\uFFFD"); /* a format character that shows */
}

Test(glyph, indic_and_hangul_clusters_keep_their_parts)
{
	expect("\u1100\u1161\u11A8", "\u1100\u1161\u11A8");
	expect("न\u093F\u0947", "न|\u093F\u0947");
}

Test(glyph, ascii_spells_what_it_can)
{
	expect_ascii("café Ångström", "c|a|f|e| |A|n|g|s|t|r|o|m");
	expect_ascii("“a”—‘b’…", "\"|a|\"|-|'|b|'|.|.|.");
	expect_ascii("ﬁ²½", "f|i|2|1|/|2");
	expect_ascii("≤5°€", "<|=|5|d|e|g|E|U|R");
	expect_ascii("e\u0301\u0302", "e");
}

Test(glyph, ascii_never_says_the_opposite)
{
	expect_ascii("≠", "!|=");
	expect_ascii("≮", "?");
	expect_ascii("=\u0338", "=");
}

Test(glyph, ascii_marks_what_it_cannot_spell)
{
	expect_ascii("漢 😍 Ж\u0301", "?| |?| |?");
	expect_ascii("\033[0m\xff", "?|[|0|m|?");
	expect_ascii("👩‍🚀🇩🇪", "?|D|E");
	expect_ascii("\u0301", "?");
}

Test(glyph, a_cluster_without_end_is_drawn_in_parts)
{
	GString *text = g_string_new("a");

	for (int i = 0; i < 5000; i++)
		g_string_append(text, "\u0301");
	struct glyph glyph;
	size_t first = glyph_next(text->str, text->len, GLYPHS_EMOJI, &glyph);
	cr_expect_lt(first, 1024);
	cr_expect_eq(glyph_width(&glyph), 1);
	g_string_free(text, TRUE);
}

static void check_text(const char *text, size_t len, enum glyphs level)
{
	for (size_t at = 0; at < len;) {
		struct glyph glyph;
		size_t n = glyph_next(text + at, len - at, level, &glyph);
		cr_assert(n > 0 && n <= len - at);
		at += n;
		cr_assert_leq(glyph.count, GLYPH_CELLS);
		cr_assert_leq(glyph_width(&glyph), 6);
		for (int i = 0; i < glyph.count; i++)
			cr_assert(drawable_cell(&glyph.cells[i], level),
				  "U+%04X", glyph.cells[i].ch[0]);
	}
}

static uint32_t any_code_point(GRand *rand)
{
	static const uint32_t nasty[] = {
		0x200D, 0xFE0F, 0x1F469, 0x1F680, 0x1F1E9, 0x20E3, 0x1F3FD,
		0x0301, 0x202E, 0x1B,	 0x85,	  0x0D,	   0x0A,   0x1100,
		0x1161, 0x0600, 0x093F,	 0x0E33,  0xE0041, 0x3164,
	};

	switch (g_rand_int_range(rand, 0, 5)) {
	case 0:
		return (uint32_t)g_rand_int_range(rand, 1, 0x300);
	case 1:
		return (uint32_t)g_rand_int_range(rand, 0x300, 0x3000);
	case 2:
		return nasty[g_rand_int_range(rand, 0, G_N_ELEMENTS(nasty))];
	case 3:
		return (uint32_t)g_rand_int_range(rand, 0x3000, 0xD800);
	default:
		return (uint32_t)g_rand_int_range(rand, 0xE000, 0x20000);
	}
}

static void add_anything(GRand *rand, GString *text)
{
	uint32_t ch = any_code_point(rand);

	if (g_rand_int_range(rand, 0, 8) == 0)
		g_string_append_c(text, (char)g_rand_int_range(rand, 0, 256));
	else
		g_string_append_unichar(text, ch);
}

Test(glyph, any_bytes_come_out_drawable)
{
	GRand *rand = g_rand_new_with_seed(2);
	GString *text = g_string_new(NULL);

	for (int round = 0; round < 3000; round++) {
		g_string_truncate(text, 0);
		for (int i = 0; i < 30; i++)
			add_anything(rand, text);
		for (enum glyphs level = GLYPHS_ASCII; level <= GLYPHS_EMOJI;
		     level++)
			check_text(text->str, text->len, level);
	}
	g_string_free(text, TRUE);
	g_rand_free(rand);
}

Test(glyph, clusters_end_where_unicode_says)
{
	GRand *rand = g_rand_new_with_seed(3);

	for (int round = 0; round < 3000; round++) {
		GString *text = g_string_new(NULL);
		char breaks[512];
		struct glyph glyph;
		for (int i = 0; i < 30; i++)
			g_string_append_unichar(text, any_code_point(rand));
		u8_grapheme_breaks((uint8_t *)text->str, text->len, breaks);
		size_t at = 0, want = 0;
		while (at < text->len) {
			at += glyph_next(text->str + at, text->len - at,
					 GLYPHS_EMOJI, &glyph);
			for (want++; want < text->len && !breaks[want];)
				want++;
			cr_assert_eq(at, want, "round %d", round);
		}
		g_string_free(text, TRUE);
	}
	g_rand_free(rand);
}

Test(glyph, every_code_point_comes_out_drawable)
{
	for (uint32_t ch = 1; ch <= 0x10FFFF; ch++) {
		char text[8];
		if (ch == 0xD800)
			ch = 0xE000;
		size_t len = (size_t)g_unichar_to_utf8(ch, text);
		check_text(text, len, GLYPHS_EMOJI);
		if (ch < 0x20000)
			check_text(text, len, GLYPHS_ASCII);
	}
}
