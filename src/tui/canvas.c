/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the cell grid: clipping, cutting with an ellipsis, box lines, signs.
 * What a cluster looks like is glyph.c's; what a role looks like, theme.c's;
 * putting cells on a terminal, term.c's.
 *
 * The one idea: everything lands through put(), which keeps the grid whole.
 * Half a wide character never remains, and none hangs over the right edge.
 * Lines remember their arms, so that crossing lines find their junction:
 *
 *	  UP		each cell of a line knows which of its four
 *	LEFT + RIGHT	neighbours it leads to; drawing another line over
 *	 DOWN		it adds arms
 */
#include "tui/canvas.h"

#include <stdarg.h>
#include <string.h>

enum arm { ARM_UP = 1, ARM_DOWN = 2, ARM_LEFT = 4, ARM_RIGHT = 8 };

#define ARMS_ACROSS (ARM_LEFT | ARM_RIGHT)
#define ARMS_ALONG (ARM_UP | ARM_DOWN)
#define ALL_ARMS 15
#define READ_AHEAD 1024 /* bytes looked at to find one cluster */

static const uint32_t corners[ALL_ARMS + 1] = {
	[ARM_UP] = 0x2502,
	[ARM_DOWN] = 0x2502,
	[ARMS_ALONG] = 0x2502,
	[ARM_LEFT] = 0x2500,
	[ARM_RIGHT] = 0x2500,
	[ARMS_ACROSS] = 0x2500,
	[ARM_DOWN | ARM_RIGHT] = 0x250C,
	[ARM_DOWN | ARM_LEFT] = 0x2510,
	[ARM_UP | ARM_RIGHT] = 0x2514,
	[ARM_UP | ARM_LEFT] = 0x2518,
	[ARMS_ALONG | ARM_RIGHT] = 0x251C,
	[ARMS_ALONG | ARM_LEFT] = 0x2524,
	[ARMS_ACROSS | ARM_DOWN] = 0x252C,
	[ARMS_ACROSS | ARM_UP] = 0x2534,
	[ALL_ARMS] = 0x253C,
};

static const struct {
	const char *ascii, *unicode;
} signs[SIGN_COUNT] = {
	[SIGN_SELECT] = { .ascii = ">", .unicode = "▸" },
	[SIGN_FOCUS] = { .ascii = "=", .unicode = "▌" },
	[SIGN_ERROR] = { .ascii = "E", .unicode = "✗" },
	[SIGN_WARNING] = { .ascii = "W", .unicode = "▲" },
	[SIGN_GOOD] = { .ascii = "ok", .unicode = "✓" },
	[SIGN_HINT] = { .ascii = "-", .unicode = "·" },
	[SIGN_ABSENT] = { .ascii = "-", .unicode = "·" },
	[SIGN_SENSE] = { .ascii = "*", .unicode = "●" },
	[SIGN_ELLIPSIS] = { .ascii = "..", .unicode = "…" },
	[SIGN_BAR] = { .ascii = "#", .unicode = "▄" },
	[SIGN_UNSAVED] = { .ascii = "*", .unicode = "+" },
	[SIGN_CRUMB] = { .ascii = ">", .unicode = "›" },
	[SIGN_DASH] = { .ascii = "-", .unicode = "–" },
	[SIGN_NOT_EQUAL] = { .ascii = "!=", .unicode = "≠" },
	[SIGN_ENTER] = { .ascii = "Enter", .unicode = "↵" },
	[SIGN_UP] = { .ascii = "^", .unicode = "↑" },
	[SIGN_DOWN] = { .ascii = "v", .unicode = "↓" },
	[SIGN_LEFT] = { .ascii = "<", .unicode = "←" },
	[SIGN_RIGHT] = { .ascii = ">", .unicode = "→" },
};

static const struct cell blank = { .ch = { ' ' }, .width = 1 };

struct canvas *canvas_new(int rows, int cols, enum glyphs glyphs)
{
	struct canvas *c = g_new0(struct canvas, 1);

	c->glyphs = glyphs;
	canvas_resize(c, rows, cols);
	return c;
}

void canvas_free(struct canvas *c)
{
	if (!c)
		return;
	g_free(c->cells);
	g_free(c);
}

void canvas_clear(struct canvas *c)
{
	size_t n = (size_t)c->rows * (size_t)c->cols, done = 1;

	/* what is blank already doubles with each copy */
	c->cells[0] = blank;
	for (; done < n; done *= 2)
		memcpy(&c->cells[done], c->cells,
		       MIN(done, n - done) * sizeof(blank));
	canvas_cursor(c, c->rows - 1, 0);
}

void canvas_resize(struct canvas *c, int rows, int cols)
{
	c->rows = MAX(rows, 1);
	c->cols = MAX(cols, 1);
	g_free(c->cells);
	c->cells = g_new(struct cell, (size_t)c->rows * (size_t)c->cols);
	canvas_clear(c);
}

static struct cell *cell_at(struct canvas *c, int y, int x)
{
	if (y < 0 || y >= c->rows || x < 0 || x >= c->cols)
		return NULL;
	return &c->cells[y * c->cols + x];
}

static void make_blank(struct cell *cell)
{
	enum role role = cell->role;

	*cell = blank;
	cell->role = role;
}

/* Blank what would remain of a wide character half drawn over. */
static void break_wide(struct cell *row, int x)
{
	make_blank(row[x].width ? &row[x + 1] : &row[x - 1]);
}

static void put_narrow(struct canvas *c, int y, int x, struct cell cell)
{
	struct cell *at = cell_at(c, y, x);

	if (!at)
		return;
	if (at->width != 1)
		break_wide(at - x, x);
	*at = cell;
}

static void put(struct canvas *c, int y, int x, enum role role,
		const struct cell *cell)
{
	struct cell left = *cell, right = { .role = role };

	left.role = role;
	if (cell->width == 1) {
		put_narrow(c, y, x, left);
	} else if (cell_at(c, y, x) && cell_at(c, y, x + 1)) {
		put_narrow(c, y, x, left);
		put_narrow(c, y, x + 1, right);
	} else {
		left = right = blank;
		left.role = right.role = role;
		put_narrow(c, y, x, left);
		put_narrow(c, y, x + 1, right);
	}
}

static void put_char(struct canvas *c, int y, int x, enum role role,
		     uint32_t ch)
{
	struct cell cell = { .ch = { ch }, .width = 1, .role = role };

	put_narrow(c, y, x, cell);
}

static void put_glyph(struct canvas *c, int y, int x, enum role role,
		      const struct glyph *glyph)
{
	for (int i = 0; i < glyph->count; i++) {
		put(c, y, x, role, &glyph->cells[i]);
		x += glyph->cells[i].width;
	}
}

/* End a text of LIMIT columns in an ellipsis at column ROOM; what was drawn
 * after it, up to column END, is taken back. */
static int cut(struct canvas *c, int y, int x, int room, int limit, int end,
	       enum role role)
{
	const char *sign = canvas_sign(c, SIGN_ELLIPSIS);
	int i;

	for (i = room; *sign && i < limit; i++) {
		struct glyph glyph;
		sign += glyph_next(sign, strlen(sign), c->glyphs, &glyph);
		put_glyph(c, y, x + i, role, &glyph);
	}
	for (int gone = i; gone < end; gone++)
		put_char(c, y, x + gone, role, ' ');
	return i;
}

static size_t next(const struct canvas *c, const char *text,
		   struct glyph *glyph)
{
	return glyph_next(text, strnlen(text, READ_AHEAD), c->glyphs, glyph);
}

/* Draw what TEXT begins with that is plain, up to MOST columns; most text is.
 * Returns how many characters that were. */
static int put_plain(struct canvas *c, int y, int x, int most, enum role role,
		     const char *text)
{
	struct cell *row = &c->cells[y * c->cols];
	struct cell cell = { .width = 1, .role = role };
	int n;

	for (n = 0; x >= 0 && n < most && glyph_plain(text + n); n++) {
		if (row[x + n].width != 1)
			break_wide(row, x + n);
		cell.ch[0] = (uint32_t)text[n];
		row[x + n] = cell;
	}
	return n;
}

int canvas_text(struct canvas *c, int y, int x, int width, enum role role,
		const char *text)
{
	int limit = x < c->cols ? MIN(width, c->cols - x) : 0;
	int whole = limit - (c->glyphs == GLYPHS_ASCII ? 2 : 1);
	int used = 0, room = 0;

	if (y < 0 || y >= c->rows || limit <= 0)
		return 0;
	while (*text) {
		int most = (used < whole ? whole : limit) - used;
		int columns = put_plain(c, y, x + used, most, role, text);
		size_t bytes = (size_t)columns;
		struct glyph glyph;

		if (!columns) {
			bytes = next(c, text, &glyph);
			columns = glyph_width(&glyph);
			if (used + columns > limit)
				return cut(c, y, x, room, limit, used, role);
			put_glyph(c, y, x + used, role, &glyph);
		}
		used += columns;
		if (used <= whole)
			room = used;
		text += bytes;
	}
	return used;
}

int canvas_printf(struct canvas *c, int y, int x, int width, enum role role,
		  const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	return canvas_text(c, y, x, width, role, text);
}

int canvas_width(const struct canvas *c, const char *text)
{
	int width = 0;

	while (*text) {
		struct glyph glyph;
		if (glyph_plain(text)) {
			width++;
			text++;
		} else {
			text += next(c, text, &glyph);
			width += glyph_width(&glyph);
		}
	}
	return width;
}

const char *canvas_sign(const struct canvas *c, enum sign sign)
{
	return c->glyphs == GLYPHS_ASCII ? signs[sign].ascii
					 : signs[sign].unicode;
}

void canvas_repeat(struct canvas *c, int y, int x, int width, enum role role,
		   enum sign sign)
{
	struct glyph glyph;
	int step;

	next(c, canvas_sign(c, sign), &glyph);
	step = glyph_width(&glyph);
	for (int used = step; used <= width; used += step, x += step)
		put_glyph(c, y, x, role, &glyph);
}

static uint32_t line_char(enum glyphs level, unsigned arms)
{
	if (level != GLYPHS_ASCII)
		return corners[arms];
	if (!(arms & ARMS_ALONG))
		return '-';
	return arms & ARMS_ACROSS ? '+' : '|';
}

static void put_line(struct canvas *c, int y, int x, enum role role,
		     unsigned arms)
{
	const struct cell *at = cell_at(c, y, x);

	if (!at)
		return;
	arms |= at->arms;
	struct cell cell = {
		.ch = { line_char(c->glyphs, arms) },
		.width = 1,
		.role = role,
		.arms = arms,
	};
	put_narrow(c, y, x, cell);
}

/* A line that starts or ends on another leads only away from it. */
static void put_end(struct canvas *c, int y, int x, enum role role,
		    unsigned inward, unsigned through)
{
	const struct cell *at = cell_at(c, y, x);

	put_line(c, y, x, role, at && at->arms ? inward : through);
}

void canvas_hline(struct canvas *c, int y, int x, int width, enum role role)
{
	if (width < 1)
		return;
	put_end(c, y, x, role, ARM_RIGHT, ARMS_ACROSS);
	for (int i = 1; i < width - 1; i++)
		put_line(c, y, x + i, role, ARMS_ACROSS);
	if (width > 1)
		put_end(c, y, x + width - 1, role, ARM_LEFT, ARMS_ACROSS);
}

void canvas_vline(struct canvas *c, int y, int x, int height, enum role role)
{
	if (height < 1)
		return;
	put_end(c, y, x, role, ARM_DOWN, ARMS_ALONG);
	for (int i = 1; i < height - 1; i++)
		put_line(c, y + i, x, role, ARMS_ALONG);
	if (height > 1)
		put_end(c, y + height - 1, x, role, ARM_UP, ARMS_ALONG);
}

void canvas_box(struct canvas *c, struct rect r, enum role role)
{
	int bottom = r.y + r.rows - 1, right = r.x + r.cols - 1;

	if (r.rows < 2 || r.cols < 2)
		return;
	put_line(c, r.y, r.x, role, ARM_DOWN | ARM_RIGHT);
	put_line(c, r.y, right, role, ARM_DOWN | ARM_LEFT);
	put_line(c, bottom, r.x, role, ARM_UP | ARM_RIGHT);
	put_line(c, bottom, right, role, ARM_UP | ARM_LEFT);
	for (int x = r.x + 1; x < right; x++) {
		put_line(c, r.y, x, role, ARMS_ACROSS);
		put_line(c, bottom, x, role, ARMS_ACROSS);
	}
	for (int y = r.y + 1; y < bottom; y++) {
		put_line(c, y, r.x, role, ARMS_ALONG);
		put_line(c, y, right, role, ARMS_ALONG);
	}
}

void canvas_dots(struct canvas *c, int y, int x, int width, enum role role)
{
	for (int i = 0; i < width; i++)
		put_char(c, y, x + i, role,
			 c->glyphs == GLYPHS_ASCII ? '.' : 0x2508);
}

void canvas_role(struct canvas *c, int y, int x, int width, enum role role)
{
	for (int i = 0; i < width; i++) {
		struct cell *at = cell_at(c, y, x + i);
		if (at)
			at->role = role;
	}
}

void canvas_recede(struct canvas *c)
{
	for (int i = 0; i < c->rows * c->cols; i++)
		if (c->cells[i].role == ROLE_SELECTED)
			c->cells[i].role = ROLE_MARKED;
		else if (c->cells[i].role == ROLE_TITLE)
			c->cells[i].role = ROLE_STRONG;
}

void canvas_cursor(struct canvas *c, int y, int x)
{
	c->cursor_y = CLAMP(y, 0, c->rows - 1);
	c->cursor_x = CLAMP(x, 0, c->cols - 1);
}

static void dump_row(const struct canvas *c, int y, GString *out)
{
	size_t end = out->len;

	for (int x = 0; x < c->cols; x++) {
		const struct cell *at = &c->cells[y * c->cols + x];
		for (int i = 0; i < CELL_CHARS && at->ch[i]; i++)
			g_string_append_unichar(out, at->ch[i]);
		if (at->ch[0] != ' ' || at->ch[1])
			end = out->len;
	}
	g_string_truncate(out, end);
	g_string_append_c(out, '\n');
}

char *canvas_dump(const struct canvas *c)
{
	GString *out = g_string_new(NULL);

	for (int y = 0; y < c->rows; y++)
		dump_row(c, y, out);
	return g_string_free(out, FALSE);
}
