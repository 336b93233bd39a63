/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a text being typed looks: the part around the cursor, in a rectangle.
 *
 * One line scrolls sideways and says by an ellipsis that there is more;
 * several are wrapped and scroll up and down.  The wrapped lines are kept
 * until the text or the width changes, so that moving about in a long text
 * costs nothing.  A column is left free for the cursor behind a full line.
 */
#include "tui/input.h"

#include "tui/caret.h"
#include "tui/wrap.h"

static void set_width(struct input *in, enum glyphs glyphs, int width)
{
	if (in->width == width && in->glyphs == glyphs)
		return;
	in->width = width;
	in->glyphs = glyphs;
	g_clear_pointer(&in->layout, g_array_unref);
}

const GArray *input_lines(struct input *in)
{
	if (!in->layout)
		in->layout = text_wrap(in->text->str, in->text->len, in->width,
				       in->glyphs);
	return in->layout;
}

static const struct wrap_line *line_at(struct input *in, size_t i)
{
	return &g_array_index(input_lines(in), struct wrap_line, i);
}

size_t input_line(struct input *in)
{
	size_t low = 0, high = input_lines(in)->len;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (line_at(in, middle)->offset <= in->cursor)
			low = middle;
		else
			high = middle;
	}
	return low;
}

int input_height(struct input *in, enum glyphs glyphs, int cols)
{
	if (!in->lines)
		return 1;
	set_width(in, glyphs, MAX(cols - 1, 1));
	return (int)MIN(input_lines(in)->len, INT_MAX);
}

static int columns(const struct input *in, size_t start, size_t end)
{
	return text_columns(in->text->str + start, end - start, in->glyphs);
}

static void draw_bytes(struct input *in, struct canvas *c, int y, int x,
		       int width, size_t start, size_t len)
{
	g_autofree char *line = g_strndup(in->text->str + start, len);

	canvas_text(c, y, x, width, ROLE_FIELD, line);
}

static void draw_lines(struct input *in, struct canvas *c, struct rect r)
{
	size_t line = input_line(in), count = input_lines(in)->len;
	size_t rows = (size_t)r.rows, start = line_at(in, line)->offset;

	in->top = MIN(in->top, count > rows ? count - rows : 0);
	in->top = CLAMP(in->top, line + 1 > rows ? line + 1 - rows : 0, line);
	for (size_t i = 0; i < rows && in->top + i < count; i++) {
		const struct wrap_line *l = line_at(in, in->top + i);

		draw_bytes(in, c, r.y + (int)i, r.x, r.cols, l->offset, l->len);
	}
	canvas_cursor(c, r.y + (int)(line - in->top),
		      r.x + MIN(columns(in, start, in->cursor), r.cols - 1));
}

/* The earliest place from which the text up to END takes ROOM columns at
 * most, or MORE less if that is not the beginning. */
static size_t earliest(const struct input *in, size_t end, int room, int more)
{
	size_t at = end, tight = end, left;
	int used = 0;

	while (at) {
		left = caret_left(in->text->str, in->text->len, at);
		used += columns(in, left, at);
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
static void scroll_row(struct input *in, int room, int more)
{
	size_t len = in->text->len;
	size_t on = caret_right(in->text->str, len, in->cursor);
	size_t first = earliest(in, on, room, more);
	size_t last = earliest(in, len, room, more);

	in->top = caret_snap(in->text->str, len, in->top);
	in->top = MIN(in->top, last);
	in->top = MIN(MAX(in->top, first), in->cursor);
}

static void draw_row(struct input *in, struct canvas *c, struct rect r)
{
	const char *sign = canvas_sign(c, SIGN_ELLIPSIS);
	int more = canvas_width(c, sign), at;

	scroll_row(in, MAX(r.cols - more, 0), more);
	in->lead =
		in->top ? canvas_text(c, r.y, r.x, r.cols, ROLE_DIM, sign) : 0;
	at = in->lead + columns(in, in->top, in->cursor);
	canvas_text(c, r.y, r.x + in->lead, r.cols - in->lead, ROLE_FIELD,
		    in->text->str + in->top);
	canvas_cursor(c, r.y, r.x + MIN(at, r.cols - 1));
}

void input_draw(struct input *in, struct canvas *c, struct rect r)
{
	if (r.rows < 1 || r.cols < 1)
		return;
	for (int y = 0; y < r.rows; y++)
		canvas_printf(c, r.y + y, r.x, r.cols, ROLE_FIELD, "%*s",
			      r.cols, "");
	in->area = r;
	set_width(in, c->glyphs, MAX(r.cols - 1, 1));
	if (in->lines)
		draw_lines(in, c, r);
	else
		draw_row(in, c, r);
}
