/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the grid: clipping, cutting with an ellipsis, box lines, signs.
 * What a cluster looks like is glyph.c's; what a role looks like, theme.c's;
 * putting cells on a terminal, term.c's.
 *
 * The one idea: everything lands through put(), which keeps the grid whole.
 * Half a wide character never remains, and none hangs over the right edge.
 * Lines remember their arms, so that crossing lines find their junction:
 *
 *	  UP		each square of a line knows which of its four
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
	[SIGN_MARK] = { .ascii = "*", .unicode = "●" },
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
	[SIGN_HERE] = { .ascii = "@", .unicode = "◉" },
	[SIGN_OPEN] = { .ascii = "-", .unicode = "○" },
};

struct marks {
	uint32_t ch[CELL_CHARS - 1];
};

static const struct square blank = { .ch = ' ', .width = 1 };

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
	g_free(c->squares);
	g_free(c->marks);
	g_free(c);
}

void canvas_clear(struct canvas *c)
{
	size_t n = (size_t)c->rows * (size_t)c->cols, done = 1;

	/* what is blank already doubles with each copy */
	c->squares[0] = blank;
	for (; done < n; done *= 2)
		memcpy(&c->squares[done], c->squares,
		       MIN(done, n - done) * sizeof(blank));
	c->marked = false;
	canvas_cursor(c, c->rows - 1, 0);
}

void canvas_resize(struct canvas *c, int rows, int cols)
{
	size_t n;

	c->rows = MAX(rows, 1);
	c->cols = MAX(cols, 1);
	n = (size_t)c->rows * (size_t)c->cols;
	g_free(c->squares);
	g_free(c->marks);
	c->squares = g_new(struct square, n);
	c->marks = g_new(struct marks, n);
	canvas_clear(c);
}

struct cell canvas_cell(const struct canvas *c, int y, int x)
{
	int i = y * c->cols + x;
	const struct square *at = &c->squares[i];
	struct cell cell = { .ch = { at->ch },
			     .width = at->width,
			     .role = at->role };

	if (at->marked)
		memcpy(&cell.ch[1], &c->marks[i], sizeof(c->marks[i]));
	return cell;
}

void canvas_copy_row(struct canvas *to, const struct canvas *from, int y)
{
	size_t n = (size_t)MIN(to->cols, from->cols);
	size_t at = (size_t)y * (size_t)to->cols;
	size_t source = (size_t)y * (size_t)from->cols;

	memcpy(&to->squares[at], &from->squares[source],
	       n * sizeof(*to->squares));
	to->marked = to->marked || from->marked;
	if (from->marked)
		memcpy(&to->marks[at], &from->marks[source],
		       n * sizeof(*to->marks));
}

bool canvas_same(const struct canvas *a, const struct canvas *b, int y, int x)
{
	int old_at = y * a->cols + x, new_at = y * b->cols + x;
	const struct square *old = &a->squares[old_at];
	const struct square *new = &b->squares[new_at];

	if (old->ch != new->ch || old->width != new->width ||
	    old->role != new->role || old->marked != new->marked)
		return false;
	return !old->marked ||
	       !memcmp(&a->marks[old_at], &b->marks[new_at], sizeof(*a->marks));
}

bool canvas_same_row(const struct canvas *a, const struct canvas *b, int y)
{
	return !a->marked && !b->marked && a->cols == b->cols &&
	       !memcmp(&a->squares[y * a->cols], &b->squares[y * b->cols],
		       (size_t)a->cols * sizeof(*a->squares));
}

static struct square *square_at(struct canvas *c, int y, int x)
{
	if (y < 0 || y >= c->rows || x < 0 || x >= c->cols)
		return NULL;
	return &c->squares[y * c->cols + x];
}

static void make_blank(struct square *square)
{
	enum role role = square->role;

	*square = blank;
	square->role = role;
}

/* Blank what would remain of a wide character half drawn over. */
static void break_wide(struct square *row, int x)
{
	make_blank(row[x].width ? &row[x + 1] : &row[x - 1]);
}

static void put_narrow(struct canvas *c, int y, int x, struct square square)
{
	struct square *at = square_at(c, y, x);

	if (!at)
		return;
	if (at->width != 1)
		break_wide(at - x, x);
	*at = square;
}

static void put_marks(struct canvas *c, int y, int x, const struct cell *cell)
{
	struct square *at = square_at(c, y, x);

	if (!at || !cell->ch[1])
		return;
	at->marked = c->marked = true;
	memcpy(&c->marks[y * c->cols + x], &cell->ch[1], sizeof(*c->marks));
}

static void put(struct canvas *c, int y, int x, enum role role,
		const struct cell *cell)
{
	struct square left = { .ch = cell->ch[0],
			       .width = cell->width,
			       .role = role };
	struct square right = { .role = role };

	if (cell->width == 1) {
		put_narrow(c, y, x, left);
	} else if (square_at(c, y, x) && square_at(c, y, x + 1)) {
		put_narrow(c, y, x, left);
		put_narrow(c, y, x + 1, right);
	} else {
		left = right = blank;
		left.role = right.role = role;
		put_narrow(c, y, x, left);
		put_narrow(c, y, x + 1, right);
		return;
	}
	put_marks(c, y, x, cell);
}

static void put_char(struct canvas *c, int y, int x, enum role role,
		     uint32_t ch)
{
	struct square square = { .ch = ch, .width = 1, .role = role };

	put_narrow(c, y, x, square);
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
	struct square *row = &c->squares[y * c->cols];
	struct square square = { .width = 1, .role = role };
	int n;

	for (n = 0; x >= 0 && n < most && glyph_plain(text + n); n++) {
		if (row[x + n].width != 1)
			break_wide(row, x + n);
		square.ch = (uint32_t)text[n];
		row[x + n] = square;
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
	const struct square *at = square_at(c, y, x);

	if (!at)
		return;
	arms |= at->arms;
	struct square square = {
		.ch = line_char(c->glyphs, arms),
		.width = 1,
		.role = role,
		.arms = arms,
	};
	put_narrow(c, y, x, square);
}

/* A line that starts or ends on another leads only away from it. */
static void put_end(struct canvas *c, int y, int x, enum role role,
		    unsigned inward, unsigned through)
{
	const struct square *at = square_at(c, y, x);

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
		struct square *at = square_at(c, y, x + i);
		if (at)
			at->role = role;
	}
}

void canvas_recede(struct canvas *c)
{
	for (int i = 0; i < c->rows * c->cols; i++)
		if (c->squares[i].role == ROLE_SELECTED)
			c->squares[i].role = ROLE_MARKED;
		else if (c->squares[i].role == ROLE_TITLE)
			c->squares[i].role = ROLE_STRONG;
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
		struct cell cell = canvas_cell(c, y, x);

		for (int i = 0; i < CELL_CHARS && cell.ch[i]; i++)
			g_string_append_unichar(out, cell.ch[i]);
		if (cell.ch[0] != ' ' || cell.ch[1])
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
