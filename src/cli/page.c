/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/page.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/say.h"
#include "tui/tty.h"
#include "tui/wrap.h"

#define WIDTH 80

int page_read_width(const char *text)
{
	char *end;
	long width = strtol(text, &end, 10);

	return *text && !*end && width >= PAGE_LEAST && width <= PAGE_MOST
		       ? (int)width
		       : 0;
}

int page_width(void)
{
	const char *columns = g_getenv("COLUMNS");
	int rows, width = columns ? page_read_width(columns) : 0;

	if (isatty(STDOUT_FILENO) && tty_size(&rows, &width))
		return MAX(width, PAGE_LEAST);
	return width ? width : WIDTH;
}

static void put_line(const char *text, size_t len, int indent)
{
	if (len)
		printf("%*s", indent, "");
	say_text(stdout, text, len);
	putchar('\n');
}

/* The lines of a text, the first at column FIRST, the others at REST. */
static void put_lines(const char *text, int room, int first, int rest)
{
	g_autoptr(GArray) lines =
		text_wrap(text, strlen(text), MAX(room, PAGE_LEAST / 2),
			  say_level());

	for (guint i = 0; i < lines->len; i++) {
		const struct wrap_line *line =
			&g_array_index(lines, struct wrap_line, i);

		put_line(text + line->offset, line->len, i ? rest : first);
	}
}

void page_put(int width, int indent, int hang, const char *text)
{
	put_lines(text, width - indent - hang, indent, indent + hang);
}

void page_put_beside(int width, const char *label, int column, const char *text)
{
	if (column + PAGE_LEAST > width) {
		page_put(width, 0, 0, label);
		page_put(width, PAGE_STEP, 0, text);
		return;
	}
	printf("%-*s", column, label);
	put_lines(text, width - column, 0, column);
}
