/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how a question looks: a sheet that rises over the lower part of the
 * screen and takes its whole width, so that there is never a box in a box.
 *
 *	 the view below
 *	▌Promise of Warm towel ──────────────────────
 *	 A warm, cedar-scented towel in your hands
 *	 What this moment promises.
 */
#include "tui/sheet.h"

#include <string.h>

#include "tui/bars.h"
#include "tui/wrap.h"

void sheet_blank(struct canvas *c, int y, int rows)
{
	for (int i = 0; i < rows; i++)
		canvas_printf(c, y + i, 0, c->cols, ROLE_CONTENT, "%*s",
			      c->cols, "");
}

static GArray *break_lines(const struct canvas *c, const char *valid, int cols)
{
	return text_wrap(valid, strlen(valid), MAX(cols, 1), c->glyphs);
}

int sheet_text_rows(const struct canvas *c, const char *text, int cols)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	g_autoptr(GArray) lines = break_lines(c, valid, cols);

	return (int)lines->len;
}

int sheet_text(struct canvas *c, struct rect r, enum role role,
	       const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	g_autoptr(GArray) lines = break_lines(c, valid, r.cols);
	int count = (int)lines->len;

	for (int i = 0; i < r.rows && i < count; i++) {
		struct wrap_line l = g_array_index(lines, struct wrap_line, i);
		bool more = i == r.rows - 1 && i < count - 1;
		g_autofree char *line =
			more ? g_strdelimit(g_strdup(valid + l.offset), "\n",
					    ' ')
			     : g_strndup(valid + l.offset, l.len);

		canvas_text(c, r.y + i, r.x, r.cols, role, line);
	}
	return MIN(r.rows, count);
}

static bool has_rule(const struct canvas *c)
{
	return app_body(c).rows > 1;
}

int sheet_most(const struct canvas *c)
{
	return MAX(app_body(c).rows - (has_rule(c) ? 1 : 0), 1);
}

struct rect sheet_draw(struct canvas *c, const char *title, int rows)
{
	struct rect body = app_body(c);
	struct rect r = { .rows = CLAMP(rows, 1, sheet_most(c)) };
	int rule = has_rule(c) ? 1 : 0;

	r.y = body.y + body.rows - r.rows;
	r.x = MIN(1, c->cols - 1);
	r.cols = MAX(c->cols - 2, 1);
	sheet_blank(c, r.y - rule, r.rows + rule);
	if (rule) {
		canvas_hline(c, r.y - 1, 0, c->cols, ROLE_DIM);
		canvas_printf(c, r.y - 1, 0, c->cols - 1, ROLE_TITLE, "%s%s ",
			      canvas_sign(c, SIGN_FOCUS), title);
	}
	return r;
}
