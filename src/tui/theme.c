/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a theme, and what it comes to on a terminal.  Which themes there
 * are is themes.c's; how a terminal is told is term.c's.
 *
 *	# role    256 colours and more | eight     | none
 *	title     #5fd7d7              | cyan bold | bold
 *	selected  255 on 24 bold       | reverse   | reverse
 *	content   -                    | -         | -
 *
 * Of the 256 colours the first sixteen are the terminal's, the next 216 a
 * cube with six steps a side, and the last 24 greys.
 */
#include "tui/theme.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "rules/nearest.h"

#define CUBE 16 /* the first colour of the cube */
#define GREYS 232

const char *const role_names[ROLE_COUNT] = {
	[ROLE_CONTENT] = "content",   [ROLE_DIM] = "dim",
	[ROLE_SELECTED] = "selected", [ROLE_MARKED] = "marked",
	[ROLE_TITLE] = "title",	      [ROLE_STRONG] = "strong",
	[ROLE_ERROR] = "error",	      [ROLE_WARNING] = "warning",
	[ROLE_GOOD] = "good",	      [ROLE_ABSENT] = "absent",
	[ROLE_UNSAVED] = "unsaved",   [ROLE_SMILE] = "smile",
	[ROLE_FROWN] = "frown",	      [ROLE_FIELD] = "field",
};

static const char *const colour_names[] = {
	"black",   "red",  "green", "yellow", "blue",
	"magenta", "cyan", "white", NULL,
};

/* --- colours -------------------------------------------------------------- */

static const uint8_t steps[] = { 0, 95, 135, 175, 215, 255 };

uint32_t theme_rgb(int32_t colour)
{
	uint32_t n = (uint32_t)colour;

	if (n & COLOUR_RGB)
		return n & 0xFFFFFF;
	if (n >= GREYS)
		return (8 + (n - GREYS) * 10) * 0x010101;
	n -= CUBE;
	return (uint32_t)steps[n / 36] << 16 | (uint32_t)steps[n / 6 % 6] << 8 |
	       steps[n % 6];
}

static int distance(uint32_t a, uint32_t b)
{
	int sum = 0;

	for (int shift = 0; shift < 24; shift += 8) {
		int d = (int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF);

		sum += d * d;
	}
	return sum;
}

static int32_t nearest_colour(int32_t colour)
{
	uint32_t rgb = theme_rgb(colour);
	int32_t best = CUBE;

	for (int32_t n = CUBE; n < 256; n++)
		if (distance(rgb, theme_rgb(n)) <
		    distance(rgb, theme_rgb(best)))
			best = n;
	return best;
}

/* --- reading -------------------------------------------------------------- */

struct reader {
	struct theme *theme;
	const char *name; /* of the text */
	GPtrArray *problems;
	const char *line; /* and its number */
	unsigned number;
	const char *word; /* the last one that was read */
	size_t len;
};

/* Go on to the next word of the line; false at its end, or at a '|'. */
static bool next_word(struct reader *r)
{
	r->word += r->len;
	r->word += strspn(r->word, " \t\r");
	r->len = strcspn(r->word, " \t\r|");
	return r->len > 0;
}

static bool is_word(const struct reader *r, const char *text)
{
	return strlen(text) == r->len && !strncmp(text, r->word, r->len);
}

/* Tell what is wrong with the word. */
static void G_GNUC_PRINTF(2, 3)
	tell(const struct reader *r, const char *format, ...)
{
	g_autofree char *why = NULL;
	va_list args;

	va_start(args, format);
	why = g_strdup_vprintf(format, args);
	va_end(args);
	g_ptr_array_add(r->problems,
			g_strdup_printf("%s:%u:%d: %s", r->name, r->number,
					(int)(r->word - r->line) + 1, why));
}

static bool read_hex(const struct reader *r, int32_t *colour)
{
	if (r->len != 7 || *r->word != '#' ||
	    strspn(r->word + 1, "0123456789abcdefABCDEF") < 6)
		return false;
	*colour = COLOUR_RGB | (int32_t)strtol(r->word + 1, NULL, 16);
	return true;
}

/* A colour of MOST; names are those of the first eight. */
static bool read_colour(const struct reader *r, int most, int32_t *colour)
{
	char *end;
	long n;

	for (int i = 0; i < most && colour_names[i]; i++)
		if (is_word(r, colour_names[i])) {
			*colour = i;
			return true;
		}
	if (most > 8 && read_hex(r, colour))
		return true;
	n = strtol(r->word, &end, 10);
	if (!g_ascii_isdigit(*r->word) || end != r->word + r->len || n >= most)
		return false;
	*colour = (int32_t)n;
	return true;
}

static bool read_attribute(const struct reader *r, struct style *style)
{
	if (is_word(r, "bold"))
		style->bold = true;
	else if (is_word(r, "dim"))
		style->dim = true;
	else if (is_word(r, "underline"))
		style->underline = true;
	else if (is_word(r, "reverse"))
		style->reverse = true;
	else
		return is_word(r, "-");
	return true;
}

struct column {
	enum depth depth;
	int colours;
	const char *help; /* what there may stand */
};

static const struct column columns[] = {
	{ .depth = DEPTH_MANY,
	  .colours = 256,
	  .help = N_("a number below 256, #rrggbb or a colour's name") },
	{ .depth = DEPTH_EIGHT, .colours = 8, .help = N_("a colour's name") },
	{ .depth = DEPTH_NONE, .help = N_("no colour") },
};

/* Read the words of a column; false if one is wrong, which is told. */
static bool read_words(struct reader *r, const struct column *column,
		       struct style *style)
{
	int32_t *colour = &style->fg;

	do {
		if (column->colours && is_word(r, "on")) {
			colour = &style->bg;
		} else if (!read_attribute(r, style) &&
			   !read_colour(r, column->colours, colour)) {
			tell(r,
			     _("'%.*s' is no look; here stand %s, bold, dim, "
			       "underline, reverse or -"),
			     (int)r->len, r->word, _(column->help));
			return false;
		}
	} while (next_word(r));
	return true;
}

/* Read the columns behind the name of a role: what is left out stays as it
 * is. */
static void read_looks(struct reader *r, enum role role)
{
	for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
		struct style style = { .fg = COLOUR_OWN, .bg = COLOUR_OWN };

		if (next_word(r) && read_words(r, &columns[i], &style))
			r->theme->looks[columns[i].depth][role] = style;
		r->word = strchr(r->word, '|');
		if (!r->word)
			return;
		r->len = 1;
	}
	next_word(r);
	tell(r, "%s", _("there are three columns, and no more"));
}

static void read_line(struct reader *r)
{
	g_autofree char *meant = NULL, *word = NULL;
	struct nearest n;

	if (!next_word(r) || *r->word == '#')
		return;
	for (enum role role = 0; role < ROLE_COUNT; role++)
		if (is_word(r, role_names[role])) {
			read_looks(r, role);
			return;
		}
	word = g_strndup(r->word, r->len);
	nearest_init(&n, word);
	for (enum role role = 0; role < ROLE_COUNT; role++)
		nearest_offer(&n, role_names[role]);
	meant = n.best;
	if (meant)
		tell(r, _("there is no role '%s'; did you mean '%s'?"), word,
		     meant);
	else
		tell(r, _("there is no role '%s'"), word);
}

void theme_read(struct theme *theme, const char *text, const char *name,
		GPtrArray *problems)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	g_auto(GStrv) lines = g_strsplit(valid, "\n", -1);

	for (unsigned i = 0; lines[i]; i++) {
		struct reader r = { .theme = theme,
				    .name = name,
				    .problems = problems,
				    .line = lines[i],
				    .number = i + 1,
				    .word = lines[i] };

		read_line(&r);
	}
}

/* --- on a terminal -------------------------------------------------------- */

static int32_t fitting(int32_t colour, int colors)
{
	if (colour >= COLOUR_RGB && colors < THEME_TRUE_COLOUR)
		return nearest_colour(colour);
	return colour;
}

struct style theme_style(const struct theme *theme, enum role role, int colors)
{
	struct style style;

	if (colors < 8)
		return theme->looks[DEPTH_NONE][role];
	if (colors < 256)
		return theme->looks[DEPTH_EIGHT][role];
	style = theme->looks[DEPTH_MANY][role];
	style.fg = fitting(style.fg, colors);
	style.bg = fitting(style.bg, colors);
	return style;
}
