/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds a text among the squares of a canvas, whoever drew them: so a match is
 * seen in every view, and no view knows of searches.  What goes on in the next
 * row, or was cut, is not found.
 *
 * Each row is folded square by square, with a note of the column each byte of
 * the folded text came from:
 *
 *	squares	W a r m   t o w e l
 *	folded	w a r m   t o w e l	the search: "towel"
 *	columns	0 1 2 3 4 5 6 7 8 9	from 5 to 9
 */
#include "tui/light.h"

#include <string.h>

#include "tui/search.h"

struct folded {
	GString *text;
	GArray *columns; /* of int, one a byte */
};

static void add_square(struct folded *f, const struct cell *cell, int x)
{
	char bytes[CELL_CHARS * 6 + 1];
	int len = 0;
	g_autofree char *folded = NULL;

	for (int i = 0; i < CELL_CHARS && cell->ch[i]; i++)
		len += g_unichar_to_utf8(cell->ch[i], bytes + len);
	bytes[len] = '\0';
	folded = search_fold(bytes);
	g_string_append(f->text, folded);
	while (f->columns->len < f->text->len)
		g_array_append_val(f->columns, x);
}

static void fold_row(struct folded *f, const struct canvas *c, struct rect r)
{
	g_string_truncate(f->text, 0);
	g_array_set_size(f->columns, 0);
	for (int x = r.x; x < r.x + r.cols; x++) {
		struct cell cell = canvas_cell(c, r.y, x);

		if (cell.width)
			add_square(f, &cell, x);
	}
}

static void light_row(struct canvas *c, struct rect r, const struct folded *f,
		      const char *text)
{
	size_t len = strlen(text);
	const char *at = f->text->str;

	while ((at = strstr(at, text))) {
		size_t from = (size_t)(at - f->text->str);
		int x = g_array_index(f->columns, int, from);
		int last = g_array_index(f->columns, int, from + len - 1);

		canvas_role(c, r.y, x,
			    last - x + canvas_cell(c, r.y, last).width,
			    ROLE_FIELD);
		at += len;
	}
}

void light_up(struct canvas *c, struct rect r, const char *text)
{
	g_autofree char *folded = search_fold(text);
	struct folded f = {
		.text = g_string_new(NULL),
		.columns = g_array_new(FALSE, FALSE, sizeof(int)),
	};

	for (int end = r.y + r.rows; *folded && r.y < end; r.y++) {
		fold_row(&f, c, r);
		light_row(c, r, &f, folded);
	}
	g_string_free(f.text, TRUE);
	g_array_unref(f.columns);
}
