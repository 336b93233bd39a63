/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a text field looks: the part around the cursor, in a rectangle.
 *
 * One line scrolls sideways and says by an ellipsis that there is more;
 * several are wrapped and scroll up and down.  The wrapped lines are kept
 * until the text or the width changes, so that moving about in a long text
 * costs nothing.  A column is left free for the cursor behind a full line.
 */
#include "tui/field.h"

#include "tui/caret.h"
#include "tui/wrap.h"

static void set_width(struct field *f, enum glyphs glyphs, int width)
{
	if (f->width == width && f->glyphs == glyphs)
		return;
	f->width = width;
	f->glyphs = glyphs;
	g_clear_pointer(&f->layout, g_array_unref);
}

const GArray *field_lines(struct field *f)
{
	if (!f->layout)
		f->layout = text_wrap(f->text->str, f->text->len, f->width,
				      f->glyphs);
	return f->layout;
}

static const struct wrap_line *line_at(struct field *f, size_t i)
{
	return &g_array_index(field_lines(f), struct wrap_line, i);
}

size_t field_line(struct field *f)
{
	size_t low = 0, high = field_lines(f)->len;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (line_at(f, middle)->offset <= f->cursor)
			low = middle;
		else
			high = middle;
	}
	return low;
}

int field_height(struct field *f, enum glyphs glyphs, int cols)
{
	if (!f->lines)
		return 1;
	set_width(f, glyphs, MAX(cols - 1, 1));
	return (int)MIN(field_lines(f)->len, INT_MAX);
}

static int columns(const struct field *f, size_t start, size_t end)
{
	return text_columns(f->text->str + start, end - start, f->glyphs);
}

static void draw_bytes(struct field *f, struct canvas *c, int y, int x,
		       int width, size_t start, size_t len)
{
	g_autofree char *line = g_strndup(f->text->str + start, len);

	canvas_text(c, y, x, width, ROLE_FIELD, line);
}

static void draw_lines(struct field *f, struct canvas *c, struct rect r)
{
	size_t line = field_line(f), count = field_lines(f)->len;
	size_t rows = (size_t)r.rows, start = line_at(f, line)->offset;

	f->top = MIN(f->top, count > rows ? count - rows : 0);
	f->top = CLAMP(f->top, line + 1 > rows ? line + 1 - rows : 0, line);
	for (size_t i = 0; i < rows && f->top + i < count; i++) {
		const struct wrap_line *l = line_at(f, f->top + i);

		draw_bytes(f, c, r.y + (int)i, r.x, r.cols, l->offset, l->len);
	}
	canvas_cursor(c, r.y + (int)(line - f->top),
		      r.x + MIN(columns(f, start, f->cursor), r.cols - 1));
}

/* The earliest place from which the text up to END takes ROOM columns at
 * most, or MORE less if that is not the beginning. */
static size_t earliest(const struct field *f, size_t end, int room, int more)
{
	size_t at = end, tight = end, left;
	int used = 0;

	while (at) {
		left = caret_left(f->text->str, f->text->len, at);
		used += columns(f, left, at);
		if (used > room)
			return tight;
		if (used <= room - more)
			tight = left;
		at = left;
	}
	return 0;
}

/* Scroll sideways so that the cursor is seen, with the character it is on,
 * and no room is left unused behind the end. */
static void scroll_row(struct field *f, int room, int more)
{
	size_t len = f->text->len;
	size_t on = caret_right(f->text->str, len, f->cursor);
	size_t first = earliest(f, on, room, more);
	size_t last = earliest(f, len, room, more);

	f->top = caret_snap(f->text->str, len, f->top);
	f->top = MIN(f->top, last);
	f->top = MIN(MAX(f->top, first), f->cursor);
}

static void draw_row(struct field *f, struct canvas *c, struct rect r)
{
	const char *sign = canvas_sign(c, SIGN_ELLIPSIS);
	int more = canvas_width(c, sign), lead, at;

	scroll_row(f, MAX(r.cols - more, 0), more);
	lead = f->top ? canvas_text(c, r.y, r.x, r.cols, ROLE_DIM, sign) : 0;
	at = lead + columns(f, f->top, f->cursor);
	canvas_text(c, r.y, r.x + lead, r.cols - lead, ROLE_FIELD,
		    f->text->str + f->top);
	canvas_cursor(c, r.y, r.x + MIN(at, r.cols - 1));
}

void field_draw(struct field *f, struct canvas *c, struct rect r)
{
	if (r.rows < 1 || r.cols < 1)
		return;
	for (int y = 0; y < r.rows; y++)
		canvas_printf(c, r.y + y, r.x, r.cols, ROLE_FIELD, "%*s",
			      r.cols, "");
	f->rows = r.rows;
	set_width(f, c->glyphs, MAX(r.cols - 1, 1));
	if (f->lines)
		draw_lines(f, c, r);
	else
		draw_row(f, c, r);
}
