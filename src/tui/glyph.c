/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the reading of foreign text: bytes to clusters, clusters to cells.
 * It does not place them (canvas.c) and knows no colours.
 *
 * The one idea: a cluster is drawn from the few code points that every
 * terminal draws alike.  Terminals differ about joined emoji, flags and skin
 * tones, so a family is its first member, a flag its two letters and a keycap
 * its digit; what libc and libunistring count differently is one U+FFFD.
 */
#include "tui/glyph.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>
#include <wchar.h>

#define REPLACEMENT 0xFFFD
#define JOINER 0x200D
#define KEYCAP 0x20E3
#define CLUSTER_BYTES 512 /* a longer cluster is drawn in parts */

const char *const glyphs_names[] = {
	[GLYPHS_ASCII] = "ascii",
	[GLYPHS_UNICODE] = "unicode",
	[GLYPHS_EMOJI] = "emoji",
	NULL,
};

bool glyphs_find(const char *name, enum glyphs *level)
{
	for (int i = 0; glyphs_names[i]; i++)
		if (!strcmp(glyphs_names[i], name)) {
			*level = (enum glyphs)i;
			return true;
		}
	return false;
}

/* What stands for a character at the ASCII level, where its compatibility
 * decomposition does not say it or says something else. */
static const struct {
	ucs4_t uc;
	const char *ascii;
} spellings[] = {
	{ .uc = 0x00A1, .ascii = "!" },	  { .uc = 0x00A3, .ascii = "GBP" },
	{ .uc = 0x00A5, .ascii = "JPY" }, { .uc = 0x00A7, .ascii = "S" },
	{ .uc = 0x00A9, .ascii = "(c)" }, { .uc = 0x00AB, .ascii = "<<" },
	{ .uc = 0x00AE, .ascii = "(R)" }, { .uc = 0x00B0, .ascii = "deg" },
	{ .uc = 0x00B1, .ascii = "+-" },  { .uc = 0x00B4, .ascii = "'" },
	{ .uc = 0x00B5, .ascii = "u" },	  { .uc = 0x00B7, .ascii = "-" },
	{ .uc = 0x00BB, .ascii = ">>" },  { .uc = 0x00C6, .ascii = "AE" },
	{ .uc = 0x00D0, .ascii = "D" },	  { .uc = 0x00D7, .ascii = "x" },
	{ .uc = 0x00D8, .ascii = "O" },	  { .uc = 0x00DE, .ascii = "Th" },
	{ .uc = 0x00DF, .ascii = "ss" },  { .uc = 0x00E6, .ascii = "ae" },
	{ .uc = 0x00F0, .ascii = "d" },	  { .uc = 0x00F7, .ascii = "/" },
	{ .uc = 0x00F8, .ascii = "o" },	  { .uc = 0x00FE, .ascii = "th" },
	{ .uc = 0x0110, .ascii = "D" },	  { .uc = 0x0111, .ascii = "d" },
	{ .uc = 0x0131, .ascii = "i" },	  { .uc = 0x0141, .ascii = "L" },
	{ .uc = 0x0142, .ascii = "l" },	  { .uc = 0x0152, .ascii = "OE" },
	{ .uc = 0x0153, .ascii = "oe" },  { .uc = 0x2010, .ascii = "-" },
	{ .uc = 0x2011, .ascii = "-" },	  { .uc = 0x2012, .ascii = "-" },
	{ .uc = 0x2013, .ascii = "-" },	  { .uc = 0x2014, .ascii = "-" },
	{ .uc = 0x2015, .ascii = "-" },	  { .uc = 0x2018, .ascii = "'" },
	{ .uc = 0x2019, .ascii = "'" },	  { .uc = 0x201A, .ascii = "," },
	{ .uc = 0x201C, .ascii = "\"" },  { .uc = 0x201D, .ascii = "\"" },
	{ .uc = 0x201E, .ascii = "\"" },  { .uc = 0x2022, .ascii = "*" },
	{ .uc = 0x2032, .ascii = "'" },	  { .uc = 0x2033, .ascii = "\"" },
	{ .uc = 0x2039, .ascii = "<" },	  { .uc = 0x203A, .ascii = ">" },
	{ .uc = 0x2044, .ascii = "/" },	  { .uc = 0x20AC, .ascii = "EUR" },
	{ .uc = 0x2190, .ascii = "<-" },  { .uc = 0x2192, .ascii = "->" },
	{ .uc = 0x2212, .ascii = "-" },	  { .uc = 0x2260, .ascii = "!=" },
	{ .uc = 0x2264, .ascii = "<=" },  { .uc = 0x2265, .ascii = ">=" },
};

static void add_cell(struct glyph *g, ucs4_t uc, int width)
{
	if (g->count == GLYPH_CELLS)
		return;
	g->cells[g->count++] = (struct cell){ .ch = { uc }, .width = width };
}

static void add_mark(struct glyph *g, ucs4_t uc)
{
	if (!g->count)
		add_cell(g, ' ', 1);
	struct cell *cell = &g->cells[g->count - 1];
	for (int i = 1; i < CELL_CHARS; i++)
		if (!cell->ch[i]) {
			cell->ch[i] = uc;
			return;
		}
}

static bool is_control(ucs4_t uc)
{
	return uc < 0x20 || (uc >= 0x7F && uc < 0xA0);
}

static bool is_blank(ucs4_t uc)
{
	return uc == '\t' || uc == '\n' || uc == 0x2028 || uc == 0x2029;
}

static bool is_flag_letter(ucs4_t uc)
{
	return uc >= 0x1F1E6 && uc <= 0x1F1FF;
}

/* Joiners, selectors, tags, direction marks, soft hyphens and the like are
 * default-ignorable; skin tones and keycaps are ours to leave out. */
static bool is_unseen(ucs4_t uc)
{
	return (uc >= 0x1F3FB && uc <= 0x1F3FF) || uc == KEYCAP ||
	       uc_is_property_default_ignorable_code_point(uc);
}

/* The width all agree about, or -1. */
static int agreed_width(ucs4_t uc)
{
	int width = wcwidth((wchar_t)uc);

	if (width < 0 || width > 2 || width != uc_width(uc, "UTF-8"))
		return -1;
	return uc_is_general_category(uc, UC_FORMAT) ? -1 : width;
}

static void add_control(struct glyph *g, ucs4_t uc)
{
	if (uc < 0x20)
		add_cell(g, 0x2400 + uc, 1);
	else if (uc == 0x7F)
		add_cell(g, 0x2421, 1);
	else
		add_cell(g, REPLACEMENT, 1);
}

static const char *spelling(ucs4_t uc)
{
	for (size_t i = 0; i < sizeof(spellings) / sizeof(*spellings); i++)
		if (spellings[i].uc == uc)
			return spellings[i].ascii;
	return NULL;
}

static void add_spelling(struct glyph *g, const char *ascii)
{
	for (; *ascii; ascii++)
		add_cell(g, (unsigned char)*ascii, 1);
}

/* A mark that only adorns its letter may go; one that denies may not. */
static bool is_adornment(ucs4_t uc)
{
	return uc_is_general_category(uc, UC_MARK) && uc != 0x0338 &&
	       uc != 0x20D2;
}

static void add_decomposed(struct glyph *g, ucs4_t uc)
{
	struct glyph whole = *g;
	uint32_t parts[32];
	size_t count = sizeof(parts) / sizeof(*parts);

	uint32_t *got = u32_normalize(UNINORM_NFKD, &uc, 1, parts, &count);
	if (got != parts)
		count = 0;
	for (size_t i = 0; i < count; i++) {
		const char *ascii = spelling(parts[i]);
		if (ascii)
			add_spelling(&whole, ascii);
		else if (parts[i] >= ' ' && parts[i] < 0x7F)
			add_cell(&whole, parts[i], 1);
		else if (!is_adornment(parts[i]))
			count = 0;
	}
	if (!count || whole.count == g->count)
		add_cell(g, '?', 1);
	else
		*g = whole;
}

static void add_ascii(struct glyph *g, ucs4_t uc)
{
	const char *ascii = spelling(uc);

	if (ascii)
		add_spelling(g, ascii);
	else if (uc >= ' ' && uc < 0x7F)
		add_cell(g, uc, 1);
	else if (g->count && uc_is_general_category(uc, UC_MARK))
		return;
	else if (is_control(uc))
		add_cell(g, '?', 1);
	else
		add_decomposed(g, uc);
}

static void add_unicode(struct glyph *g, ucs4_t uc)
{
	int width = agreed_width(uc);

	if (is_control(uc))
		add_control(g, uc);
	else if (width == 0)
		add_mark(g, uc);
	else if (width > 0)
		add_cell(g, uc, width);
	else
		add_cell(g, REPLACEMENT, 1);
}

static void add_code_point(struct glyph *g, ucs4_t uc, enum glyphs level)
{
	if (is_blank(uc))
		add_cell(g, ' ', 1);
	else if (is_flag_letter(uc))
		add_cell(g, 'A' + (uc - 0x1F1E6), 1);
	else if (is_unseen(uc))
		return;
	else if (level == GLYPHS_ASCII)
		add_ascii(g, uc);
	else
		add_unicode(g, uc);
}

static void draw_cluster(struct glyph *g, const uint8_t *s, size_t len,
			 enum glyphs level)
{
	bool joined = false;
	size_t i = 0;

	if (len == 2 && s[0] == '\r' && s[1] == '\n')
		i = 1;
	while (i < len) {
		ucs4_t uc;
		i += (size_t)u8_mbtoucr(&uc, s + i, len - i);
		if (joined && uc_is_property_emoji(uc))
			break;
		joined = uc == JOINER;
		add_code_point(g, uc, level);
	}
}

/* The bytes at S that are good UTF-8, as far as a cluster is looked for. */
static size_t good_bytes(const uint8_t *s, size_t len)
{
	size_t good = 0;
	ucs4_t uc;

	while (good < len) {
		int n = u8_mbtoucr(&uc, s + good, len - good);
		if (n <= 0 || good + (size_t)n > CLUSTER_BYTES)
			break;
		good += (size_t)n;
	}
	return good;
}

static size_t long_cluster(const uint8_t *s, size_t len)
{
	char breaks[CLUSTER_BYTES];
	size_t good = good_bytes(s, len);

	u8_grapheme_breaks(s, good, breaks);
	for (size_t i = 1; i < good; i++)
		if (breaks[i])
			return i;
	return good;
}

/* libunistring looks at flag letters in their context only. */
static bool are_separate(ucs4_t first, ucs4_t second)
{
	return uc_is_grapheme_break(first, second) &&
	       !(is_flag_letter(first) && is_flag_letter(second));
}

/* Most clusters are one code point, and then looking at two is enough. */
static size_t cluster_bytes(const uint8_t *s, size_t len)
{
	ucs4_t first, second;
	int n = u8_mbtoucr(&first, s, len);

	if (n <= 0)
		return 0;
	if ((size_t)n == len)
		return len;
	if (u8_mbtoucr(&second, s + n, len - (size_t)n) <= 0 ||
	    are_separate(first, second))
		return (size_t)n;
	return long_cluster(s, len);
}

size_t glyph_next(const char *text, size_t len, enum glyphs level,
		  struct glyph *glyph)
{
	const uint8_t *s = (const uint8_t *)text;
	size_t bytes = cluster_bytes(s, len);

	memset(glyph, 0, sizeof(*glyph));
	if (bytes) {
		draw_cluster(glyph, s, bytes, level);
		return bytes;
	}
	add_cell(glyph, level == GLYPHS_ASCII ? '?' : REPLACEMENT, 1);
	return 1;
}

int glyph_width(const struct glyph *glyph)
{
	int width = 0;

	for (int i = 0; i < glyph->count; i++)
		width += glyph->cells[i].width;
	return width;
}
