/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where each line begins is found out once, so that a large text scrolls like
 * a small one.
 */
#include "tui/pager.h"

#include <string.h>

#include "tui/mouse.h"

#define LINE_BYTES 4096 /* of a line are looked at */

/* A carriage return ends a line too, alone or before a line feed. */
static void find_lines(struct pager *p)
{
	size_t at = 0;

	g_array_append_val(p->lines, at);
	while (at < p->len) {
		char ch = p->text[at++];

		if ((ch == '\n' || (ch == '\r' && p->text[at] != '\n')) &&
		    at < p->len)
			g_array_append_val(p->lines, at);
	}
}

void pager_init(struct pager *p, char *take_text, size_t len)
{
	*p = (struct pager){
		.text = take_text,
		.len = len,
		.lines = g_array_new(FALSE, FALSE, sizeof(size_t)),
	};
	find_lines(p);
}

void pager_release(struct pager *p)
{
	g_array_unref(p->lines);
	g_free(p->text);
}

void pager_move(struct pager *p, long by)
{
	long last = (long)p->lines->len - 1;

	p->cursor = (size_t)CLAMP((long)p->cursor + by, 0, last);
}

bool pager_act(struct pager *p, const char *action)
{
	long all = (long)p->lines->len, page = p->rows;
	const struct {
		const char *action;
		long by;
	} moves[] = {
		{ .action = "up", .by = -1 },
		{ .action = "down", .by = 1 },
		{ .action = "page-up", .by = -page },
		{ .action = "page-down", .by = page },
		{ .action = "first", .by = -all },
		{ .action = "last", .by = all },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(moves); i++)
		if (!strcmp(moves[i].action, action)) {
			pager_move(p, moves[i].by);
			return true;
		}
	return false;
}

bool pager_mouse(struct pager *p, const struct mouse_event *event)
{
	int row = event->y - p->y;

	pager_move(p, mouse_wheel(event));
	if (mouse_pressed(event) && row >= 0 && row < p->rows)
		pager_move(p, (long)p->top + row - (long)p->cursor);
	return true;
}

void pager_scroll(struct pager *p, int y, int rows)
{
	size_t height = (size_t)MAX(rows, 1);
	size_t most = p->lines->len > height ? p->lines->len - height : 0;

	if (p->cursor < p->top || p->cursor >= p->top + height)
		p->top = p->cursor > height / 2 ? p->cursor - height / 2 : 0;
	p->top = MIN(p->top, most);
	p->rows = rows;
	p->y = y;
}

static size_t begin_of(const struct pager *p, size_t line)
{
	return line < p->lines->len ? g_array_index(p->lines, size_t, line)
				    : p->len;
}

char *pager_line(const struct pager *p, size_t line)
{
	size_t from = begin_of(p, line);
	size_t len = MIN(begin_of(p, line + 1) - from, LINE_BYTES);

	while (len && (p->text[from + len - 1] == '\n' ||
		       p->text[from + len - 1] == '\r'))
		len--;
	return g_strndup(p->text + from, len);
}
